"""Clauses that leave out the verb of the one before: the same is said of the next club and person."""

from __future__ import annotations

import pytest
from shipped import stated


def _bound(lang: str, text: str) -> set[tuple[str, str]]:
    """Whom words with a verb bind to which club."""
    return {(s.person.named.name, s.to.named.name) for s in stated(text, lang) if s.to}


@pytest.mark.parametrize(("lang", "text"), [
    ("it", "Il Lecce prende Mattia Perin, il Lille Petr Koller."),
    ("it", "Il Lecce ha preso Mattia Perin e il Lille l'attaccante Petr Koller."),
    ("it", "Il Lecce vuole Mattia Perin, il Lille Petr Koller, il Verona Jan Horak."),
])  # fmt: skip
def test_the_second_pair_of_a_clause_without_a_verb_is_bound_by_the_first_verb(lang: str, text: str) -> None:
    assert _bound(lang, text) - {("Jan Horak", "Hellas Verona")} == {("Mattia Perin", "Lecce"), ("Petr Koller", "Lille")}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Lecce have signed Mattia Perin, Lille striker Petr Koller and Jan Horak."),
    ("it", "Il Lecce prende Mattia Perin e il capitano del Lille Petr Koller."),
])  # fmt: skip
def test_a_club_that_tells_where_the_next_of_a_list_belongs_signs_nobody(lang: str, text: str) -> None:
    bound = _bound(lang, text)
    assert ("Petr Koller", "Lecce") in bound
    assert not any(club == "Lille" for _, club in bound)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Lyon have loaned Mattia Perin to Lecce and Petr Koller to Lille."),
    ("fr", "Lyon a prêté Mattia Perin à Lecce et Petr Koller à Lille."),
    ("es", "El Lyon ha cedido a Mattia Perin al Lecce y a Petr Koller al Lille."),
])  # fmt: skip
def test_the_second_pair_behind_a_verb_in_front_is_bound_by_it_too(lang: str, text: str) -> None:
    assert _bound(lang, text) == {("Mattia Perin", "Lecce"), ("Petr Koller", "Lille")}


@pytest.mark.parametrize("text", [
    "Zudem griff Lecce bei Mattia Perin zu.",
    "Inzwischen hat Lecce Mattia Perin unter Vertrag genommen.",
])  # fmt: skip
def test_a_subject_behind_its_verb_is_the_subject(text: str) -> None:
    assert ("Mattia Perin", "Lecce") in _bound("de", text)
