"""The gate fails on a lower figure and on another corpus, saying so; floors only rise."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import gate
import pytest
from corpus import CORPUS, corpus_hash

FIGURES = {"en": {"moves F1": 0.7, "role": 0.95}, "it": {"moves F1": 0.65}}


def test_figure_below_its_floor_is_named() -> None:
    assert gate.below(FIGURES, {"en": {"moves F1": 0.7, "role": 0.96}, "it": {"moves F1": 0.6}}) == ["en role: 0.950 is below the floor 0.960"]


def test_figure_that_is_no_longer_measured_counts_as_nothing() -> None:
    floors = {"it": {"fee F1": 0.5}, "es": {"moves F1": 0.1}}
    assert gate.below(FIGURES, floors) == ["it fee F1: 0.000 is below the floor 0.500", "es moves F1: 0.000 is below the floor 0.100"]


def test_floors_rise_to_the_figure_less_the_slack_and_never_sink() -> None:
    floors = {"en": {"moves F1": 0.5, "role": 0.949}, "it": {"fee F1": 0.3}}
    assert gate.raised(FIGURES, floors) == {"en": {"moves F1": 0.69, "role": 0.949}, "it": {"moves F1": 0.64, "fee F1": 0.3}}


def test_another_corpus_fails_and_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"corpus": "another", "adopted": [], "floors": {}}))
    monkeypatch.setattr(sys, "argv", ["gate.py", "--floors", str(floors), "--raise"])
    assert gate.main() == 1
    said = capsys.readouterr().err
    assert "the floors are for another" in said and "--adopt REASON" in said
    assert json.loads(floors.read_text())["corpus"] == "another"


def test_hash_of_the_corpus_changes_with_any_text(tmp_path: Path) -> None:
    for name, text in (("meta.jsonl", ""), ("texts/a.txt", "Milan want Perin."), ("gold/a.json", "{}")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = corpus_hash(tmp_path)
    assert corpus_hash(tmp_path) == before
    (tmp_path / "texts/a.txt").write_text("Milan wanted Perin.")
    assert corpus_hash(tmp_path) != before
    assert corpus_hash(CORPUS) == corpus_hash()
