"""The demo tells what mercato does, and leaves nothing behind."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from told import Run

pytestmark = pytest.mark.skipif(not (files("mercato") / "samples").is_dir(), reason="no samples yet")


def test_it_reads_lists_tells_one_saga_and_says_how_to_go_on(run: Run, tmp_path: Path) -> None:
    shown = run("demo", width=100)
    assert shown.exit_code == 0 and shown.stderr == ""
    places = [shown.output.index(said) for said in ("articles read", "mercato sagas", "independent origin", "mercato read ARTICLES")]
    assert places == sorted(places)
    assert not list(tmp_path.iterdir())


def test_as_json(run: Run) -> None:
    told = json.loads(run("demo", "--json").output)
    assert len(told["sagas"]) >= 6 and told["saga"]["saga"]["reports"] == max(s["reports"] for s in told["sagas"])
