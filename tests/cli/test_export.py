"""Claims, reports and sagas for other programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from told import Run

COUNTS = {"claims": 8, "reports": 7, "sagas": 5}


@pytest.mark.parametrize("what", COUNTS)
def test_the_three_formats_say_the_same(run: Run, store: str, tmp_path: Path, what: str) -> None:
    table = list(csv.DictReader(io.StringIO(run("export", what, "--store", store).output)))
    lines = [json.loads(line) for line in run("export", what, "--format", "jsonl", "--store", store).output.splitlines()]
    path = tmp_path / f"{what}.parquet"
    done = run("export", what, "--out", str(path), "--store", store)
    assert done.exit_code == 0 and f"{COUNTS[what]} {what} written" in done.stderr
    stored = parquet.read_table(path).to_pylist()
    assert len(table) == len(lines) == len(stored) == COUNTS[what]
    assert [list(row) for row in (table[0], lines[0], stored[0])] == [list(table[0])] * 3
    assert [row["person"] for row in table] == [row["person"] for row in lines] == [row["person"] for row in stored]


def test_a_claim_carries_amount_opposition_and_words(run: Run, store: str) -> None:
    table = csv.DictReader(io.StringIO(run("export", "claims", "--store", store).output))
    (bid,) = [row for row in table if row["fee"]]
    assert (bid["fee"], bid["currency"], bid["against"], bid["stage"], bid["source"]) == ("30000000.0", "EUR", "seller", "offer", "Tuttosport")


def test_a_place_that_cannot_be_written_is_named(run: Run, store: str, tmp_path: Path) -> None:
    done = run("export", "sagas", "--out", str(tmp_path / "no" / "x.csv"), "--store", store)
    assert done.exit_code == 2 and "cannot be written" in done.stderr
