"""Words of the past: a time told of an earlier move of the same person does not make the news old."""

from __future__ import annotations

import pytest
from shipped import stated


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
