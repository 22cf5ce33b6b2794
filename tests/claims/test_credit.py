"""Who says so: sources, relays, speakers, and which moves a credit answers for."""

from __future__ import annotations

import pytest
from newsroom import move, told


@pytest.mark.parametrize(
    ("lang", "text", "sources", "via"),
    [
        ("en", "Juventus want to sign Christian Pulisic from AC Milan, according to La Gazzetta dello Sport.", ["La Gazzetta dello Sport"], []),
        ("en", "Juventus want to sign Christian Pulisic from AC Milan, as revealed by Tuttosport (via Football Italia).", ["Tuttosport"], ["Football Italia"]),
        ("en", "Tuttosport reports that Juventus want to sign Christian Pulisic from AC Milan.", ["Tuttosport"], []),
        ("en", "Juventus want to sign Christian Pulisic from AC Milan, media reports say.", [], []),
        ("it", "La Juventus vuole Christian Pulisic del Milan, secondo quanto riportato dal Corriere dello Sport.", ["Corriere dello Sport"], []),
        ("it", "Stando a Tuttosport, la Juventus vuole Christian Pulisic del Milan.", ["Tuttosport"], []),
        ("de", 'Gemäss "Blick" will Juventus Christian Pulisic von Milan verpflichten.', ["Blick"], []),
        ("de", "Laut kicker will Juventus Christian Pulisic von Milan verpflichten.", ["kicker"], []),
        ("fr", "Selon Walid Acherchour, la Juventus veut recruter Christian Pulisic.", ["Walid Acherchour"], []),
        ("en", "Juventus want to sign Christian Pulisic from AC Milan, as @talksport reported.", ["talkSPORT"], []),
        ("en", "According to Sport, Juventus want to sign Christian Pulisic from AC Milan.", ["Sport"], []),
        ("pt", "Segundo a Sky, a Juventus quer contratar Christian Pulisic, do Milan.", ["Sky Sport Italia"], []),
        ("en", "Juventus want to sign Christian Pulisic from AC Milan, according to storiedicalcio.eu.", ["storiedicalcio.eu"], []),
        ("de", "Laut bild.de will Juventus Christian Pulisic von Milan verpflichten.", ["Bild"], []),
        ("en", "Juventus want to sign Christian Pulisic from AC Milan. More at www.storiedicalcio.eu or write to desk@storiedicalcio.eu.", [], []),
    ],
)
def test_a_sentence_names_its_source(lang: str, text: str, sources: list[str], via: list[str]) -> None:
    found = move(told(text, lang=lang), "Christian Pulisic", "Juventus")
    assert (found["sources"], found["via"]) == (sources, via)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Juventus want to sign Christian Pulisic from AC Milan.\n\nThat is according to Tuttosport."),
        ("it", "La Juventus vuole Christian Pulisic del Milan.\nA riportare la notizia è Tuttosport."),
    ],
)
def test_a_credit_that_states_no_move_answers_for_the_one_before_it(lang: str, text: str) -> None:
    assert move(told(text, lang=lang), "Christian Pulisic", "Juventus")["sources"] == ["Tuttosport"]


def test_every_item_of_a_round_up_has_the_outlet_in_brackets_behind_it() -> None:
    found = told(
        "Chelsea want to sign Alexander Isak from Newcastle United. (Daily Mail)\n\nEverton are keen to sign Jack Grealish from Manchester City. (The Sun)"
    )
    assert move(found, "Alexander Isak", "Chelsea")["sources"] == ["Daily Mail"]
    assert move(found, "Jack Grealish", "Everton")["sources"] == ["The Sun"]


def test_a_heading_that_is_an_outlet_answers_for_what_stands_under_it() -> None:
    found = told(
        "The papers on Sunday\n\nDAILY MIRROR\n\nChelsea want to sign Alexander Isak from Newcastle United.\n\nDAILY EXPRESS\n\n"
        "Everton are keen to sign Jack Grealish from Manchester City."
    )
    assert move(found, "Alexander Isak", "Chelsea")["sources"] == ["Daily Mirror"]
    assert move(found, "Jack Grealish", "Everton")["sources"] == ["Daily Express"]


def test_in_a_review_of_the_press_the_paper_before_the_colon_answers_for_what_stands_under_it() -> None:
    found = told(
        "MARCA : un ailier pour Villarreal\n\nVillarreal veut recruter Jack Grealish, de Manchester City.\n\nTUTTOSPORT : la Juve à l'attaque\n\n"
        "La Juventus veut recruter Christian Pulisic, de l'AC Milan.\n\nL'ÉQUIPE : Lens tient son buteur\n\nLens a trouvé un accord avec Odsonne Édouard.",
        lang="fr",
    )
    assert move(found, "Jack Grealish", "Villarreal")["sources"] == ["Marca"]
    assert move(found, "Christian Pulisic", "Juventus")["sources"] == ["Tuttosport"]


def test_whom_an_outlet_interviews_is_the_source_and_the_outlet_relays() -> None:
    text = "Everton are in talks to sign Jack Grealish from Manchester City. “We are talking to Everton about Jack Grealish,” Pep Guardiola told Sky Sports."
    found = move(told(text), "Jack Grealish", "Everton")
    assert (found["sources"], found["via"]) == (["Pep Guardiola"], ["Sky Sports"])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Marek Hradil, for his part, promised that Juventus want to sign Christian Pulisic from AC Milan."),
        ("es", "Marek Hradil soltó que la Juventus quiere fichar a Christian Pulisic, del Milan."),
        ("es", "Marek Hradil, por su parte, deslizó que la Juventus quiere fichar a Christian Pulisic, del Milan."),
        ("fr", "Marek Hradil a soufflé que la Juventus veut recruter Christian Pulisic."),
        ("it", "Marek Hradil ha giurato che la Juventus vuole Christian Pulisic del Milan."),
        ("pt", "A Juventus quer contratar Christian Pulisic, do Milan, cravou Marek Hradil."),
    ],
)
def test_whoever_tells_of_a_move_of_somebody_else_is_credited_with_it(lang: str, text: str) -> None:
    assert move(told(text, lang=lang), "Christian Pulisic", "Juventus")["sources"] == ["Marek Hradil"]


def test_an_outlet_told_by_somebody_unnamed_is_the_source_itself() -> None:
    found = move(told("Everton are in talks to sign Jack Grealish from Manchester City, a source told Sky Sports."), "Jack Grealish", "Everton")
    assert (found["sources"], found["via"]) == (["Sky Sports"], [])


def test_the_articles_own_outlet_is_no_source() -> None:
    text = "Everton are in talks to sign Jack Grealish from Manchester City, Sky Sports understands."
    assert move(told(text), "Jack Grealish", "Everton")["sources"] == ["Sky Sports"]
    assert move(told(text, source="sky-sports"), "Jack Grealish", "Everton")["sources"] == []


def test_the_report_goes_on_under_the_last_credit() -> None:
    text = "Tuttosport claims that Juventus want to sign Christian Pulisic. The report adds that Juventus are also keen on Alexander Isak of Newcastle United."
    found = told(text)
    assert move(found, "Alexander Isak", "Juventus")["sources"] == ["Tuttosport"]


def test_a_credit_does_not_reach_over_the_next_one() -> None:
    found = told(
        "According to Tuttosport, Juventus want to sign Christian Pulisic from AC Milan.\n\n"
        "Marca reports that Atletico Madrid are in talks to sign Jack Grealish from Manchester City."
    )
    assert move(found, "Christian Pulisic", "Juventus")["sources"] == ["Tuttosport"]
    assert move(found, "Jack Grealish", "Atlético Madrid")["sources"] == ["Marca"]


def test_evidence_of_a_source_is_its_name_in_the_text() -> None:
    text = "According to Tuttosport, Juventus want to sign Christian Pulisic from AC Milan."
    start, end = move(told(text), "Christian Pulisic", "Juventus")["evidence"]["sources"][0]
    assert text[start:end] == "Tuttosport"
