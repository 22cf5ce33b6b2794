"""Judgements are appended, taken back by appending, and never lost without a word."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mercato.errors import BadKnowledge
from mercato.knowledge.judgements import Judgement, judge, read_judgements, standing, undo

DAY = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def verbs(path: Path) -> list[tuple[str, str, str | None]]:
    return [(one.verb, one.subject, one.object) for one in standing(read_judgements(path))]


def test_what_was_judged_is_read_again_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "data" / "judgements.jsonl"
    made = [judge(path, "same", "reep:r1", "genoa", author="Ada", made=DAY), judge(path, "accept", "Kevin Messi", author="Bo", made=DAY)]
    assert read_judgements(path) == made
    assert (made[0].made, made[0].author, made[0].undone) == ("2026-05-01T12:00:00+00:00", "Ada", None)
    assert len({one.id for one in made}) == 2


def test_no_file_is_no_judgement(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "none.jsonl") == []


def test_undoing_appends_and_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    first = judge(path, "apart", "reep:r1", "genoa", author="Ada", made=DAY)
    before = path.read_bytes()
    second = undo(path, first.id, author="Bo", made=DAY)
    assert path.read_bytes().startswith(before) and verbs(path) == []
    undo(path, second.id, author="Ada", made=DAY)
    assert verbs(path) == [("apart", "reep:r1", "genoa")]


def test_of_several_on_one_pair_the_last_holds_whichever_way_round(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    judge(path, "same", "a", "b", author="Ada", made=DAY)
    last = judge(path, "apart", "b", "a", author="Ada", made=DAY)
    assert verbs(path) == [("apart", "b", "a")]
    undo(path, last.id, author="Ada", made=DAY)
    assert verbs(path) == [("same", "a", "b")]


def test_the_same_judgement_twice_has_two_ids(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    assert judge(path, "refuse", "Kevin", author="Ada", made=DAY).id != judge(path, "refuse", "Kevin", author="Ada", made=DAY).id


def test_what_cannot_be_judged(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    with pytest.raises(BadKnowledge, match="which other one"):
        judge(path, "same", "a", author="Ada", made=DAY)
    with pytest.raises(BadKnowledge, match="name two"):
        judge(path, "apart", "a", "a", author="Ada", made=DAY)
    with pytest.raises(BadKnowledge, match="has this id"):
        undo(path, "feed", author="Ada", made=DAY)
    one = judge(path, "same", "a", "b", author="Ada", made=DAY)
    undo(path, one.id, author="Ada", made=DAY)
    with pytest.raises(BadKnowledge, match="undone already"):
        undo(path, one.id, author="Ada", made=DAY)


@pytest.mark.parametrize(("damage", "told"), [
    (lambda text: text[:-9], "judgements.jsonl:2: the last line is cut off: it was not written to its end; delete this line"),
    (lambda text: text.replace('"apart"', '"perhaps"'), "judgements.jsonl:2: no judgement"),
    (lambda text: "{}\n" + text, "judgements.jsonl:1: no judgement"),
])  # fmt: skip
def test_a_damaged_file_is_told_by_line_and_nothing_is_appended_to_it(tmp_path: Path, damage: object, told: str) -> None:
    path = tmp_path / "judgements.jsonl"
    judge(path, "same", "a", "b", author="Ada", made=DAY)
    judge(path, "apart", "c", "d", author="Ada", made=DAY)
    path.write_text(damage(path.read_text()))  # type: ignore[operator]
    kept = path.read_bytes()
    for act in (lambda: read_judgements(path), lambda: judge(path, "refuse", "e", author="Ada", made=DAY)):
        with pytest.raises(BadKnowledge) as refusal:
            act()
        assert told in str(refusal.value)
    assert path.read_bytes() == kept


def test_a_judgement_is_a_plain_record() -> None:
    assert Judgement("1", "2026-05-01", "Ada", "merge", "Kevin Messi", "lionel-messi").undone is None
