"""What must happen before a move can."""

from __future__ import annotations

import pytest
from newsroom import move, told

WANTS = (
    "Everton want Grealish\n\nEverton are keen to sign Jack Grealish from Manchester City and have made an offer of £20m for the winger.\n\n"
    "They will complete the signing of Grealish "
)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("if they end up parting ways with Iliman Ndiaye.", ["Iliman Ndiaye leaves Everton"]),
        ("if Iliman Ndiaye leaves.", ["Iliman Ndiaye leaves Everton"]),
        ("provided Iliman Ndiaye is sold.", ["Iliman Ndiaye leaves Everton"]),
        ("unless Iliman Ndiaye leaves.", ["Iliman Ndiaye stays at Everton"]),
        ("and hope to win something.", None),
    ],
)
def test_somebody_else_must_go_first(rest: str, expected: list[str] | None) -> None:
    assert move(told(WANTS + rest, "2025-06-12"), "Jack Grealish", "Everton").get("conditions") == expected


@pytest.mark.parametrize("when", ["se parte Rafael Leao", "in caso di addio di Rafael Leao", "qualora il Milan cedesse Rafael Leao"])
def test_italian_conditions(when: str) -> None:
    found = move(told(f"Il Milan tratta Jack Grealish con il Manchester City. I rossoneri vogliono Grealish {when}.", lang="it"), "Jack Grealish", "AC Milan")
    assert found["conditions"] == ["Rafael Leão leaves AC Milan"]


def test_a_reflexive_is_no_condition() -> None:
    found = move(told("Il Milan vuole Jack Grealish del Manchester City. Rafael Leao se ne va in vacanza.", lang="it"), "Jack Grealish", "AC Milan")
    assert "conditions" not in found
