"""Staying: what is told of somebody and the club at which he is may be news of a new contract there."""

from __future__ import annotations

import pytest
from shipped import explained, moves

from mercato.claims.discourse import TOGETHER


def _stays(lang: str, text: str) -> set[tuple[str, str]]:
    """Who might stay where, likely or not."""
    return {(c.group.person.name, c.group.to.name) for c in explained(text, lang).candidates if c.group.renewal and c.group.to}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Napoli have put three more years in front of Giovanni Di Lorenzo."),
    ("it", "Il Napoli ha messo sul tavolo altri tre anni per Giovanni Di Lorenzo."),
    ("de", "Napoli legt Giovanni Di Lorenzo drei weitere Jahre auf den Tisch."),
])  # fmt: skip
def test_words_about_somebody_and_his_own_club_may_be_about_his_staying(lang: str, text: str) -> None:
    assert ("Giovanni Di Lorenzo", "Napoli") in _stays(lang, text)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Lecce and Petr Koller are talking of a new contract."),
    ("es", "El Lecce y Petr Koller hablan de un nuevo contrato."),
    ("fr", "Lecce et Petr Koller parlent d'une prolongation."),
    ("it", "Il Lecce e Petr Koller parlano di rinnovo."),
    ("de", "Lecce und Petr Koller sprechen über eine Verlängerung."),
    ("pt", "O Lecce e Petr Koller falam de renovação."),
])  # fmt: skip
def test_words_of_contracts_let_somebody_stay_of_whom_nothing_is_known(lang: str, text: str) -> None:
    assert ("Petr Koller", "Lecce") in _stays(lang, text)


def test_nobody_stays_where_he_is_not() -> None:
    assert not _stays("en", "Lecce want Giovanni Di Lorenzo of Napoli on a long contract.") - {("Giovanni Di Lorenzo", "Napoli")}


@pytest.mark.parametrize("behind", ["has signed a new deal.", "has signed a new contract with the club."])
def test_whoever_signs_anew_where_nobody_says_with_whom_stays_at_the_club_the_text_is_about(behind: str) -> None:
    assert moves(f"There is news from Everton. Marek Dvorak {behind}", "en") == ["Marek Dvorak: Everton > Everton"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Marek Dvorak has been handed a new deal by Celtic."), ("fr", "Metz négocie la prolongation de Marek Dvorak.")],
)
def test_words_of_staying_are_none_of_moving_too(lang: str, text: str) -> None:
    told = explained(text, lang).candidates
    assert all(c.group.renewal for c in told if any(s.frame is not TOGETHER for s in c.group.statements))
