"""A lower figure and another corpus are refused, saying why; floors only rise."""

from __future__ import annotations

from pathlib import Path

from corpus import corpus_hash
from floors import Floors, below, mismatch, raised, read_floors, write_floors

FIGURES = {"en": {"moves F1": 0.7, "role": 0.95}, "it": {"moves F1": 0.65}}


def test_figure_below_its_floor_is_named() -> None:
    assert below(FIGURES, {"en": {"moves F1": 0.7, "role": 0.96}, "it": {"moves F1": 0.6}}) == ["en role: 0.950 is below the floor 0.960"]


def test_figure_that_is_no_longer_measured_counts_as_nothing() -> None:
    floors = {"it": {"fee F1": 0.5}, "es": {"moves F1": 0.1}}
    assert below(FIGURES, floors) == ["it fee F1: 0.000 is below the floor 0.500", "es moves F1: 0.000 is below the floor 0.100"]


def test_floors_rise_to_the_figure_less_its_standard_error_and_never_sink() -> None:
    floors, cases = {"en": {"moves F1": 0.5, "role": 0.949}, "it": {"fee F1": 0.3}}, {"en": {"moves F1": 84, "role": 20}, "it": {"moves F1": 9100}}
    assert raised(FIGURES, floors, cases) == {"en": {"moves F1": 0.65, "role": 0.949}, "it": {"moves F1": 0.645, "fee F1": 0.3}}


def test_another_corpus_is_refused_and_told_what_to_do() -> None:
    assert mismatch(Floors("a1b2"), "a1b2") == ""
    said = mismatch(Floors("a1b2"), "c3d4")
    assert "the corpus is c3d4, the floors are for a1b2" in said
    assert "--adopt REASON" in said


def test_floors_come_back_as_kept(tmp_path: Path) -> None:
    floors = Floors("a1b2", ["a1b2: first"], FIGURES)
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == Floors()


def test_hash_of_the_corpus_changes_with_any_text(tmp_path: Path) -> None:
    for name, text in (("meta.jsonl", ""), ("texts/a.txt", "Milan want Perin."), ("gold/a.json", "{}")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = corpus_hash(tmp_path)
    assert corpus_hash(tmp_path) == before
    (tmp_path / "texts/a.txt").write_text("Milan wanted Perin.")
    assert corpus_hash(tmp_path) != before
    assert corpus_hash(tmp_path / "texts") != corpus_hash(tmp_path)
