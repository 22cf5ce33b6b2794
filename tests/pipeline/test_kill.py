"""A read that is killed and run again ends as if it had never been killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from killed import DESK, batch

from mercato.model.claim import Claim
from mercato.model.saga import Saga
from mercato.pipeline.read import Summary, read
from mercato.store.sqlite import open_store

HERE = Path(__file__).parent


def finish(place: Path) -> tuple[Summary, list[Claim], list[Saga]]:
    """Read the whole batch into the store at `place`; what it then holds."""
    with closing(open_store(str(place))) as store:
        summary = read(store, batch(), DESK)
        assert store.unwoven() == []
        return summary, sorted(store.claims(), key=lambda c: c.id), list(store.sagas())


@pytest.mark.parametrize("after", [37, pytest.param(3, marks=pytest.mark.slow), pytest.param(71, marks=pytest.mark.slow)])
def test_killed_in_the_middle(tmp_path: Path, after: int) -> None:
    place = tmp_path / "mercato.db"
    path = os.pathsep.join([str(HERE), str(HERE.parent)])
    command = [sys.executable, str(HERE / "killed.py"), str(place)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}) as reading:
        assert reading.stdout is not None
        for line in reading.stdout:
            if int(line) == after:
                reading.send_signal(signal.SIGKILL)
                break
    assert reading.returncode == -signal.SIGKILL
    summary, claims, sagas = finish(place)
    untouched, *expected = finish(tmp_path / "untouched.db")
    assert [claims, sagas] == expected
    assert after <= summary.known < 90 and summary.known + summary.articles == untouched.articles == 90
