"""Plain stories: each is told in every language, and a reading that adds, leaves out or changes a move is not right."""

from __future__ import annotations

from typing import Any

import pytest
from plain import PLAYER
from stories import EXPECTED, STORIES, Stories, right

from mercato.languages.pack import languages
from mercato.yamlfile import load

NAMES = {"P": PLAYER, "A": "Arsenal", "B": "Leeds United", "C": "Torino"}


def _move(to: str | None = "Arsenal", **fields: Any) -> dict[str, Any]:
    return {"person": PLAYER, "from": "Torino", "to": to, "stage": "offer", "tense": "current", "mode": "loan", "against": []} | fields


def test_every_story_is_told_in_every_language() -> None:
    told = load(STORIES, Stories)
    assert set(told.clubs) == set(languages())
    for story in told.stories:
        assert set(story.says) == set(languages()), story
        assert all(map(EXPECTED.fullmatch, story.expects)), story


def test_every_move_expected_and_no_other_is_right() -> None:
    assert right([_move(), _move(None)], ["P: C > A, offer, loan"], NAMES)
    assert right([_move(), _move("Leeds United", tense="past", against=["buyer"])], ["P: ? > A", "P: ? > B, past"], NAMES)
    assert right([_move(against=["seller"])], ["P: C > A, seller"], NAMES)
    assert not right([], ["P: ? > A"], NAMES)
    assert not right([_move(), _move("Leeds United")], ["P: ? > A"], NAMES)
    assert not right([_move(against=["seller"])], ["P: ? > A"], NAMES)
    assert not right([_move()], ["P: B > A"], NAMES)
    assert not right([_move(stage="done")], ["P: ? > A, offer"], NAMES)
    assert not right([_move(tense="past")], ["P: ? > A"], NAMES)


def test_an_expectation_in_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="write it like"):
        right([_move()], ["Arsenal want P"], NAMES)
