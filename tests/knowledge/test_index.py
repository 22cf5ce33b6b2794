"""Clubs, people and windows together: what contradicts itself is refused, and the compiled copy says what the files say."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from mercato.errors import BadKnowledge
from mercato.knowledge.index import gather, starter_knowledge
from mercato.knowledge.starter import FOLDER
from mercato.model.world import Club, Name, Person, Spell

JUVENTUS = Club("juventus", "Juventus", "Italy", (Name("Juventus"),))
TORINO = Club("torino", "Torino", "Italy", (Name("Torino"),), rivals=("juventus",))


def perin(*spells: Spell) -> Person:
    return Person("mattia-perin", "Mattia Perin", (Name("Mattia Perin"),), ("player",), spells=spells)


def test_clubs_and_people_are_found_by_id() -> None:
    known = gather([JUVENTUS, TORINO], [perin(Spell("juventus", "player", date(2018, 7, 1), None))], [], given=frozenset({"mattia"}))
    assert known.clubs["torino"].rivals == ("juventus",)
    assert known.people["mattia-perin"].clubs_on(date(2025, 6, 9)) == ("juventus",)
    assert known.given == frozenset({"mattia"})


@pytest.mark.parametrize(("clubs", "people", "told"), [
    ([JUVENTUS, JUVENTUS], [], "juventus: two entries share this id"),
    ([JUVENTUS], [perin(), perin()], "mattia-perin: two entries share this id"),
    ([TORINO], [], "torino: its rival 'juventus'"),
    ([JUVENTUS], [perin(Spell("genoa", "player", None, None))], "mattia-perin: a spell names 'genoa'"),
    ([JUVENTUS], [perin(Spell("juventus", "player", date(2025, 7, 1), date(2024, 6, 30)))], "mattia-perin: the spell at juventus ends before it begins"),
])  # fmt: skip
def test_entries_that_contradict_each_other_are_refused(clubs: list[Club], people: list[Person], told: str) -> None:
    with pytest.raises(BadKnowledge, match=told):
        gather(clubs, people, [])


def test_a_stay_within_one_vaguely_dated_year_is_no_contradiction() -> None:
    assert gather([JUVENTUS], [perin(Spell("juventus", "player", date(2024, 7, 1), date(2024, 12, 31)))], []).people


def small(folder: Path) -> Path:
    """A starter folder of one country without people."""
    (folder / "clubs").mkdir(parents=True)
    (folder / "people").mkdir()
    (folder / "clubs" / "italy.yml").write_text("country: Italy\nclubs:\n  - {id: juventus, name: Juventus, fame: 5}\n", encoding="utf-8")
    (folder / "windows.yml").write_text("windows:\n  Italy:\n    - {name: summer 2024, opens: 2024-07-01, closes: 2024-08-30}\n", encoding="utf-8")
    (folder / "given-names.yml").write_text("names: [Mattia]\n", encoding="utf-8")
    return folder


def test_the_compiled_copy_says_what_the_files_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERCATO_CACHE", str(tmp_path / "cache"))
    folder = small(tmp_path / "starter")
    fresh = starter_knowledge(folder)
    assert list((tmp_path / "cache").glob("starter-*.book"))
    kept = starter_knowledge(folder)
    assert kept == fresh
    assert (kept.clubs, kept.people, kept.windows, kept.given) == (fresh.clubs, fresh.people, fresh.windows, fresh.given)


def test_a_changed_file_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERCATO_CACHE", str(tmp_path / "cache"))
    folder = small(tmp_path / "starter")
    before = starter_knowledge(folder)
    path = folder / "clubs" / "italy.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("fame: 5", "fame: 4"), encoding="utf-8")
    after = starter_knowledge(folder)
    assert (before.clubs["juventus"].fame, after.clubs["juventus"].fame) == (5, 4)
    assert before.version != after.version


@pytest.mark.parametrize("broken", [b"", b"no book at all", b"mercato book  1\n" + 40 * b"x"])
def test_a_damaged_copy_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bytes) -> None:
    monkeypatch.setenv("MERCATO_CACHE", str(tmp_path / "cache"))
    folder = small(tmp_path / "starter")
    fresh = starter_knowledge(folder)
    for path in (tmp_path / "cache").glob("starter-*.book"):
        path.write_bytes(broken)
    assert starter_knowledge(folder) == fresh


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("MERCATO_CACHE", str(tmp_path / "cache"))
    assert starter_knowledge(small(tmp_path / "starter")).clubs


@pytest.mark.slow
def test_what_ships_reads_the_same_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERCATO_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "starter"
    shutil.copytree(FOLDER, folder)
    assert starter_knowledge(folder) == starter_knowledge(folder)
