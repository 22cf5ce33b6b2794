"""The form that is asked for is one that endpoints take, and speaks the words of our model; the guide that is sent is the one in docs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from endpoint import move, who

from mercato.extractors.prompt import guide
from mercato.extractors.schema import StageWord, Term, answer, schema
from mercato.model.claim import Stage

GUIDE = (Path(__file__).parents[2] / "docs" / "annotation-guide.md").read_text(encoding="utf-8")


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def test_every_object_is_closed_and_every_field_required() -> None:
    found = list(objects(schema()))
    assert schema()["type"] == "object" and len(found) > 5
    assert all(one["additionalProperties"] is False and set(one["required"]) == set(one["properties"]) for one in found)


def test_stages_and_terms_are_those_of_the_model_and_the_guide() -> None:
    assert get_args(StageWord) == tuple(stage.word for stage in Stage)
    assert all(f'"{term}"' in GUIDE for term in get_args(Term))


def test_guide_sent_is_the_guide_of_the_project() -> None:
    assert guide().endswith(GUIDE), "copy docs/annotation-guide.md to src/mercato/extractors/"


def test_answer_is_read_and_anything_else_refused() -> None:
    told = {"moves": [move(who("Mattia Perin"), who("AC Milan"), "talks", "talks")], "contracts": []}
    assert answer(msgspec.json.encode(told).decode()).moves[0].stage == "talks"
    with pytest.raises(msgspec.ValidationError, match=r"moves\[0\].stage"):
        answer(msgspec.json.encode({"moves": [move(who("Mattia Perin"), None, "nearly", "talks")], "contracts": []}).decode())
