"""Whom a name means: kin, namesakes, strangers who share a famous surname, towns and papers that are not meant."""

from __future__ import annotations

from datetime import date

import pytest
from shipped import meant, names, reading

from mercato.model.article import MentionKind

KIN = [
    ("en", "Napoli sign Simeone on loan. The Verona striker's father Diego coaches Atlético Madrid.", date(2022, 8, 18),
     {"Simeone": "giovanni-simeone", "Diego": "diego-simeone"}),
    ("en", "Conceição is the new coach of Milan. His first match is against Juventus, for whom his son Francisco plays.", date(2024, 12, 30),
     {"Conceição": "sergio-conceicao", "Francisco": "francisco-conceicao"}),
    ("de", "Bender bleibt beim BVB, sein Zwilling Lars Bender bei Bayer Leverkusen.", date(2014, 7, 8),
     {"Bender": "sven-bender", "Lars Bender": "lars-bender"}),
    ("it", "Milito regala la coppa all'Inter. Il fratello Gabriel, difensore del Barcellona, ha seguito la finale in tribuna.", date(2010, 5, 22),
     {"Milito": "diego-milito", "Gabriel": "gabriel-milito"}),
    ("pt", "Sérgio Conceição é campeão pelo FC Porto. Francisco, o filho, joga na equipa B.", date(2022, 5, 8), {"Francisco": "francisco-conceicao"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "day", "whom"), KIN)
def test_a_given_name_behind_a_word_for_kin_is_the_relative_and_the_surname_is_not(lang: str, text: str, day: date, whom: dict[str, str]) -> None:
    assert {said: meant(text, lang, said, day) for said in whom} == {said: {entity} for said, entity in whom.items()}


def test_the_given_name_of_a_person_told_before_is_that_person() -> None:
    text = "Thiago Silva has agreed to stay at Chelsea. Thiago will be 38 in September."
    assert meant(text, "en", "Thiago", date(2022, 1, 10)) == {"thiago-silva"}


NAMESAKES = [
    ("Milan fear that Ronaldo will never play again. The 31-year-old Brazilian tore a tendon against Livorno.", date(2008, 2, 14), "ronaldo-nazario"),
    ("Ronaldo scored twice for Real Madrid.", date(2015, 3, 1), "cristiano-ronaldo"),
    ("Juventus want Ronaldo. Real Madrid ask for 100 million.", date(2018, 7, 5), "cristiano-ronaldo"),
]


@pytest.mark.parametrize(("text", "day", "whom"), NAMESAKES)
def test_of_namesakes_the_one_is_meant_who_was_there_on_the_day(text: str, day: date, whom: str) -> None:
    assert meant(text, "en", "Ronaldo", day) == {whom}


def test_an_age_tells_namesakes_of_one_club_apart() -> None:
    text = "La Juventus prende Zanetti a parametro zero dall'Inter. Il centrocampista, 29 anni, ha firmato fino al 2009."
    assert meant(text, "it", "Zanetti", date(2006, 6, 30)) == {"cristiano-zanetti"}


STRANGERS = [
    ("en", "Gary Zidane, no relation, has left Woking for Crawley Town. Zidane scored nine goals.", "Zidane"),
    ("it", "Il Renate ha ingaggiato Luca Del Piero, portiere di 20 anni. Del Piero arriva dal Vicenza.", "Del Piero"),
    ("it", "Il Chelsea saluta. Ecco l'acquisto di Matteo Zola, praticamente chiuso.", "Matteo Zola"),
    ("it", "Il Rimini ha preso il difensore Ottavio Cannavaro. Cannavaro ha 21 anni.", "Cannavaro"),
    ("es", "El Getafe ficha a Foyth Courtois, un extremo de 17 años que llega del filial.", "Foyth Courtois"),
]


@pytest.mark.parametrize(("lang", "text", "said"), STRANGERS)
def test_the_surname_of_a_stranger_stays_his_however_famous_another_is(lang: str, text: str, said: str) -> None:
    assert meant(text, lang, said, date(2016, 1, 8)) == {None}


SMALL = [
    ("it", "La Fiorentina cerca un portiere. I viola seguono Falcone della Sampdoria.", "viola", {"fiorentina"}),
    ("it", "La Sampdoria cerca un portiere. Il nuovo tappeto viola piace a Falcone.", "viola", set()),
    ("it", "Accordo tra Napoli e Udinese: Inler vestirà l'azzurro, gli azzurri pagano 18 milioni.", "azzurri", {"napoli"}),
]


@pytest.mark.parametrize(("lang", "text", "said", "whom"), SMALL)
def test_a_word_in_small_letters_is_a_club_where_the_club_is_named(lang: str, text: str, said: str, whom: set[str]) -> None:
    assert meant(text, lang, said, date(2023, 7, 19)) == whom


def test_a_club_is_known_by_the_town_told_beside_it() -> None:
    assert meant("Inter of Porto Alegre have tied down Leandro Damião.", "en", "Inter", date(2011, 3, 4)) == {"internacional"}


NOT_MEANT = [
    ("es", "El Málaga ficha a Toulalan. En Málaga el jeque ha prometido también a Cazorla.", "Málaga", 1),
    ("fr", "Marseille vise Strootman. À Marseille, le Vieux-Port en parle déjà.", "Marseille", 1),
    ("it", "La Stampa anticipa il ritorno di Allegri alla Juventus. La stampa lo attendeva alla Continassa.", "La stampa", 0),
    ("es", "Gol de Lautaro en el minuto 112 y Argentina gana otra Copa América.", "América", 0),
    ("es", "El extremo milita en Valencia, aunque nació en Valencia y veranea en Valencia.", "Valencia", 1),
    ("fr", "Marek Hradil a quitté la Galice pour rejoindre le Hainaut.", "Galice", 0),
    ("es", "Marek Hradil deja la Ribera para volver a casa.", "Ribera", 0),
    ("es", "El Deportivo se echa en manos de Lucas Pérez y abre la mano con los descartes.", "mano", 0),
]


@pytest.mark.parametrize(("lang", "text", "said", "times"), NOT_MEANT)
def test_a_town_beside_its_club_a_paper_in_small_letters_a_cup_and_a_region_are_no_names(lang: str, text: str, said: str, times: int) -> None:
    assert sum(m.said == said for m in reading(text, lang, date(2018, 7, 31)).mentions) == times


@pytest.mark.parametrize(
    "text", ["Marek Hradil se marcha cedido a Las Palmas.", "Cruz Azul quiere a Luka Novotny y América manda a Marek Hradil a Las Palmas."]
)
def test_a_club_whose_name_takes_no_article_is_meant_behind_the_word_to(text: str) -> None:
    assert meant(text, "es", "Las Palmas", date(2025, 8, 20)) == {"las-palmas"}


HOUSES = [
    ("Lille vend. La direction lilloise attend 20 millions.", "direction lilloise", "lille"),
    ("Les dirigeants niçois accélèrent pour Hradil.", "dirigeants niçois", "nice"),
    ("L'écurie mancunienne a dit non. Manchester City ne vend pas.", "écurie mancunienne", "manchester-city"),
]


@pytest.mark.parametrize(("text", "said", "whom"), HOUSES)
def test_the_house_of_a_club_is_the_club(text: str, said: str, whom: str) -> None:
    assert meant(text, "fr", said, date(2024, 7, 10)) == {whom}


def test_a_given_name_that_is_a_nickname_of_a_club_too_is_that_of_the_man_however_often_he_is_named() -> None:
    text = "El Villarreal vende a Manu Novotny. Manu Novotny ha fichado por el Mallorca."
    assert {m.name for m in reading(text, "es", date(2025, 8, 20)).mentions} == {"Manu Novotny", "Villarreal", "Mallorca"}


@pytest.mark.parametrize(("lang", "text", "said", "source"), [
    ("de", "Laut Sky Sport will der HSV Marek Hradil.", "Sky Sport", "sky-sport-deutschland"),
    ("it", "Secondo Sky Sport, il Lecce vuole Marek Hradil.", "Sky Sport", "sky-sport-italia"),
    ("it", "Secondo Sky Sport Germania, il Lecce vuole Marek Hradil.", "Sky Sport Germania", "sky-sport-deutschland"),
    ("en", "Everton want Marek Hradil (Express)", "Express", "daily-express"),
])  # fmt: skip
def test_a_weak_name_of_several_papers_means_the_one_so_called_in_the_language_of_the_text(lang: str, text: str, said: str, source: str) -> None:
    assert meant(text, lang, said, date(2025, 8, 20)) == {source}


def test_a_nickname_of_several_clubs_means_the_one_named_last() -> None:
    text = "Crystal Palace beat Chelsea to the signing of Marek Hradil. Fulham want Luka Novotny. The Londoners have made an offer."
    assert meant(text, "en", "Londoners", date(2025, 8, 20)) == {"fulham"}


def test_the_second_half_of_a_strangers_name_is_his_though_a_hyphen_is_in_it() -> None:
    found = reading("Everton are in talks with Marek Lund-Hansen. Lund-Hansen, 24, is keen on the move.", "en", date(2025, 8, 20)).mentions
    assert {m.name for m in found if "Hansen" in m.said} == {"Marek Lund-Hansen"}


def test_the_surname_of_a_journalist_named_in_full_is_his() -> None:
    text = "Transfer journalist Dean Jones says that Chelsea want Marek Hradil. Jones believes that Chelsea will bid."
    assert "curtis-jones" not in meant(text, "en", "Jones", date(2025, 7, 10))
    assert meant("Curtis Jones told Dean Jones that he will stay. Jones scored twice for Liverpool.", "en", "Jones", date(2025, 7, 10)) == {"curtis-jones"}


def test_the_surname_of_somebody_known_before_that_of_a_stranger_is_a_strangers() -> None:
    text = "Utrecht have signed Kluivert Iqbal from Ajax. Kluivert Iqbal is 20 years old."
    assert meant(text, "en", "Kluivert Iqbal", date(2023, 6, 20)) == {None}


def test_a_noun_before_the_name_of_a_stranger_is_no_part_of_it() -> None:
    text = "Beim FC Thun rechnet man mit den Abgängen von Marek Hradil und feiert mit Hradil den Titel."
    assert meant(text, "de", "Marek Hradil", date(2025, 6, 5)) == {None}
    assert meant(text, "de", "Hradil", date(2025, 6, 5)) == {None}


@pytest.mark.parametrize(
    "headline",
    ["Hradil YouTube Post About Osimhen Most Unfortunate", "Marek Hradil Gets Candid About Osimhen Saga", "Marek Hradil - Galatasaray Wait For Osimhen"],
)
def test_a_headline_in_which_every_word_has_a_capital_makes_no_long_names(headline: str) -> None:
    read = reading(
        f"{headline}\n\nOsimhen was wanted by Chelsea and Arsenal before he left Napoli for Galatasaray, his friend said on Friday.", "en", date(2025, 8, 11)
    )
    assert {m.entity for m in read.mentions if m.said == "Osimhen"} == {"victor-osimhen"}
    assert max(len(m.name.split()) for m in read.mentions) == 2


def test_a_capital_particle_behind_a_given_name_begins_a_surname_and_a_former_club_is_no_given_name() -> None:
    people = [m.name for m in reading("Il Lecce ha ingaggiato l'attaccante Matteo Di Piazza dal Foggia.", "it").mentions if m.kind is MentionKind.PERSON]
    assert people == ["Matteo Di Piazza"]
    assert "Milan Piatek" not in [m.name for m in reading("La Fiorentina pensa all'ex Milan Piatek.", "it").mentions]


def test_a_given_name_beside_a_club_that_is_a_surname_too_is_nobody_of_that_surname() -> None:
    text = "O Corinthians contratou o goleiro Douglas. O Santos, do técnico Cuca, também negociava com o Douglas."
    assert meant(text, "pt", "Santos", date(2018, 10, 26)) <= {"santos", None}
    assert "douglas-santos" not in meant(text, "pt", "Douglas", date(2018, 10, 26))


def test_a_club_behind_an_article_is_no_given_name() -> None:
    names = [m.name for m in reading("Marek Hradil suena para reforzar el proyecto del Everton de Ancelotti.", "es").mentions]
    assert names == ["Marek Hradil", "Everton", "Carlo Ancelotti"]


def test_an_uncommon_word_with_a_capital_in_front_of_a_surname_of_several_words_makes_somebody_else() -> None:
    names = [m.name for m in reading("El extremo cántabro Hradek de la Fuente llegó libre al Málaga.", "es").mentions]
    assert names == ["Hradek de la Fuente", "Málaga"]


@pytest.mark.parametrize(("lang", "text", "said", "club"), [
    ("en", "Arsenal have sold Marek Hradil to Burnley.\n\nRangers have signed Lee Carter on a free transfer.", "Rangers", "rangers"),
    ("en", "Arsenal have sold Marek Hradil to Burnley.\n\nVilla are keen on Lee Carter.", "Villa", "aston-villa"),
])  # fmt: skip
def test_a_word_that_opens_a_sentence_is_a_club_where_it_does_what_clubs_do(lang: str, text: str, said: str, club: str) -> None:
    assert meant(text, lang, said) == {club}


def test_a_word_that_opens_a_sentence_is_no_club_where_anybody_may_do_so() -> None:
    assert meant("Arsenal have sold Marek Hradil to Burnley. Hearts would break if Lee Carter left.", "en", "Hearts") == set()


@pytest.mark.parametrize(("lang", "text"), [
    ("pt", "Marek Hradil está no Benfica. Rubricou contrato até 2028."),
    ("es", "Marek Hradil está en el Betis. Rescindió su contrato."),
])  # fmt: skip
def test_a_verb_that_stands_in_the_patterns_of_the_language_is_nobody(lang: str, text: str) -> None:
    assert {m.name for m in reading(text, lang).mentions if m.kind is MentionKind.PERSON} == {"Marek Hradil"}


@pytest.mark.parametrize(
    ("language", "text", "club"),
    [
        ("en", "Marek Hradil has joined Reading.", "Reading"),
        ("fr", "Marek Hradil rejoint Laval.", "Laval"),
        ("it", "Marek Hradil lascia Parma.", "Parma"),
        ("de", "Marek Hradil verlässt Freiburg.", "Freiburg"),
    ],
)
def test_a_town_to_which_is_done_what_is_done_to_clubs_alone_is_its_club(language: str, text: str, club: str) -> None:
    assert names(text, language, MentionKind.CLUB) == {club}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "O Benfica contratou João Gomes Pacheco."),
        ("es", "El Betis ficha a Andrés Iniesta Sosa."),
        ("en", "Arsenal have signed Harry Kane-Iversen."),
        ("de", "Der HSV verpflichtet Thomas Müller-Lund."),
    ],
)
def test_a_known_name_that_goes_on_is_one_stranger(language: str, text: str) -> None:
    people = [m for m in reading(text, language).mentions if m.kind is MentionKind.PERSON]
    assert [m.entity for m in people] == [None]


def test_what_a_hyphen_binds_to_a_known_name_need_be_no_name() -> None:
    assert meant("Der Harry Kane-Transfer ist fix.", "de", "Harry Kane") == {"harry-kane"}
