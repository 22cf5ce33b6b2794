"""The command line run as a user runs it, on a small store of hand-made readings."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from told import Run, filled

from mercato.cli.main import mercato


@pytest.fixture
def store(tmp_path: Path) -> str:
    """The path of a store with the press of `told`."""
    path = str(tmp_path / "press.db")
    filled(path).close()
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `mercato ARGS` in a terminal of some width; there is no store but what --store or MERCATO_STORE names."""

    def call(*args: str, width: int = 100, env: dict[str, str] | None = None, stdin: str | None = None) -> Result:
        outside = {"COLUMNS": str(width), "MERCATO_STORE": str(tmp_path / "none.db"), "NO_COLOR": None, "FORCE_COLOR": None, **(env or {})}
        return CliRunner().invoke(mercato, list(args), env=outside, input=stdin)

    return call
