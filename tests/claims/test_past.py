"""Words of the past: a time told of an earlier move of the same person does not make the news old."""

from __future__ import annotations

import pytest
from shipped import reading, stated

from mercato.model.claim import Tense


def _flags(lang: str, text: str, club: str) -> list[frozenset[str]]:
    """The flags of every statement whose words bind somebody to this club."""
    said = stated(text, lang, club)
    assert said
    return [s.flags for s in said]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Signed by Lille in 2023, Mattia Perin is wanted by Lecce."),
    ("fr", "Lecce veut Mattia Perin, qui a rejoint Lille en 2021."),
    ("fr", "Lecce a recruté Mattia Perin, arrivé à Lille en 2021."),
    ("fr", "Lecce a recruté Mattia Perin, prêté à Lille la saison dernière."),
    ("it", "Arrivato al Lille nel 2021, Mattia Perin piace al Lecce."),
    ("it", "Mattia Perin torna al Lecce, dove aveva giocato nel 2021."),
    ("it", "Il Lecce ha richiamato Davide Nicola, esonerato a ottobre."),
    ("es", "El Lecce quiere a Mattia Perin, que llegó al Lille en 2021."),
    ("de", "Lecce will Mattia Perin, der 2021 nach Lille gewechselt war."),
    ("pt", "O Lecce quer Mattia Perin, que chegou ao Lille em 2021."),
    ("es", "El Lille, que ya lo intentó en 2021, y el Lecce quieren a Mattia Perin."),
    ("es", "El Lille, que el verano pasado puso 40 millones por Petr Koller en la mesa, y el Lecce quieren a Mattia Perin."),
    ("en", "Lille, who were close to Petr Koller last summer under another coach, and Lecce want Mattia Perin."),
])  # fmt: skip
def test_news_of_somebody_stays_news_beside_where_he_went_before(lang: str, text: str) -> None:
    assert not any("past" in flags for flags in _flags(lang, text, "Lecce"))


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Lecce bought Mattia Perin, then at Lille, in 2021."),
    ("en", "Lecce bought Mattia Perin in 2021, when Lille were relegated."),
    ("fr", "Lecce a recruté Mattia Perin, alors à Lille, en 2021."),
])  # fmt: skip
def test_a_time_behind_what_is_told_aside_is_that_of_the_move(lang: str, text: str) -> None:
    assert all("past" in flags for flags in _flags(lang, text, "Lecce"))


TWICE = [
    ("en", "Everton are in talks to sign Mattia Perin from Torino.", "The club tried to sign Perin in January 2023, but Torino rejected their offer.",
     "The club have made an offer of £20m for Perin."),
    ("it", "Il Genoa tratta l'acquisto di Mattia Perin dal Torino.", "Un anno fa il Genoa aveva già presentato un'offerta per Perin, respinta dal Torino.",
     "Il Genoa ha presentato un'offerta per Perin."),
    ("es", "El Betis negocia el fichaje de Mattia Perin.", "El verano pasado el Betis ya presentó una oferta por Perin que fue rechazada.",
     "El Betis ya presentó una oferta por Perin."),
    ("fr", "Nantes négocie le transfert de Mattia Perin.", "L'été dernier, Nantes avait déjà fait une offre pour Perin, refusée par le Torino.",
     "Nantes a fait une offre pour Perin."),
    ("de", "Werder Bremen verhandelt mit Mattia Perin.", "Im vergangenen Sommer hatte Bremen bereits ein Angebot für Perin abgegeben, das Torino ablehnte.",
     "Bremen hat ein Angebot für Perin abgegeben."),
    ("pt", "O Vasco negocia a contratação de Mattia Perin.", "No ano passado, o Vasco já tinha feito uma proposta por Perin, recusada pelo Torino.",
     "O Vasco fez uma proposta por Perin."),
]  # fmt: skip


def _tenses(lang: str, text: str) -> set[Tense]:
    """The tenses in which it tells a move."""
    return {claim.tense for claim in reading(text, lang).claims if claim.destination}


@pytest.mark.parametrize(("lang", "news", "background", "_"), TWICE)
def test_a_bid_that_failed_a_year_ago_is_told_beside_the_one_of_today(lang: str, news: str, background: str, _: str) -> None:
    claims = [claim for claim in reading(f"{news}\n{background}", lang).claims if claim.destination]
    assert [claim.tense for claim in claims] == [Tense.CURRENT, Tense.PAST]
    words = [next(e.said for e in claim.evidence if e.field == "sentence") for claim in claims]
    assert words == [news.rstrip("."), background.rstrip(".")]


@pytest.mark.parametrize(("lang", "news", "_", "more"), TWICE)
def test_two_steps_of_today_are_one_move(lang: str, news: str, _: str, more: str) -> None:
    assert _tenses(lang, f"{news}\n{more}") == {Tense.CURRENT}


def test_who_signs_where_he_was_on_loan_comes_and_had_come() -> None:
    text = "Mattia Perin wechselt fest zu Werder Bremen. Er war schon im vergangenen Jahr an Werder Bremen ausgeliehen."
    assert _tenses("de", text) == {Tense.CURRENT, Tense.PAST}


def test_where_he_went_before_is_no_old_attempt_of_who_wants_him_now() -> None:
    claims = reading("O Vasco quer Mattia Perin. O atacante chegou ao Santos vindo do Torino em 2023.", "pt").claims
    assert {(claim.destination.name, claim.tense) for claim in claims if claim.destination} == {("Vasco da Gama", Tense.CURRENT), ("Santos", Tense.PAST)}
