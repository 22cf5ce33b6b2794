"""Plain meanings: each is said in every language, and a reading that makes something else of it is not right."""

from __future__ import annotations

from typing import Any

from meanings import EXPECTED, MEANINGS, Meaning, right
from plain import PLAYER

from mercato.languages.pack import languages
from mercato.yamlfile import load


def _move(to: str | None = "Arsenal", **fields: Any) -> dict[str, Any]:
    return {"person": PLAYER, "from": None, "to": to, "tense": "current", "mode": "unknown", "against": [], "fee": None} | fields


def test_every_meaning_is_said_in_every_language() -> None:
    for meaning in load(MEANINGS, list[Meaning]):
        assert set(meaning.says) == set(languages()), meaning
        assert meaning.expects in EXPECTED, meaning


def test_what_is_expected_alone_is_right() -> None:
    assert right([_move(None)], "leaves")
    assert right([_move(), _move("Leeds United", tense="past")], "joins")
    assert right([_move(against=["seller"])], "seller")
    assert not right([], "leaves")
    assert not right([_move(), _move("Leeds United")], "leaves")
    assert not right([_move(mode="renewal")], "joins")
    assert not right([_move()], "seller")
    assert not right([_move(fee={"amount": 5.0})], "fee of 20 million")
