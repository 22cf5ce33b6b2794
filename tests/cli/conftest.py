"""The command line run as a user runs it, on a small store of hand-made readings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner, Result
from shipped import reader
from told import Run, filled

from mercato.cli.main import mercato
from mercato.knowledge.index import open_knowledge
from mercato.pipeline.desk import desk
from mercato.sources.registry import read_sources


@pytest.fixture(scope="session", autouse=True)
def known() -> Iterator[None]:
    """Load what ships with mercato once for all commands instead of once for each."""
    shipped, sources = reader(), tuple(read_sources())
    knowledge, reading = shipped.knowledge, desk(shipped.knowledge, datetime.now(UTC).date(), shipped)
    with pytest.MonkeyPatch.context() as patch:
        for module in ("mercato.library", "mercato.cli.options"):
            patch.setattr(f"{module}.open_knowledge", lambda path=None: open_knowledge(path) if path else knowledge)
        for module in ("mercato.library", "mercato.cli.knowledge", "mercato.pipeline.desk", "mercato.pipeline.remote"):
            patch.setattr(f"{module}.read_sources", lambda *_: sources)
        for module in ("mercato.library", "mercato.cli.extract"):
            patch.setattr(f"{module}.desk", lambda known, today, reader=None: desk(known, today, reader) if reader or known is not knowledge else reading)
        patch.setattr("mercato.pipeline.remote.Namer", lambda *_, **__: shipped.namer)
        yield


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the press of `told`, made once."""
    path = tmp_path_factory.mktemp("press") / "press.db"
    filled(str(path)).close()
    return path


@pytest.fixture
def store(press: Path, tmp_path: Path) -> str:
    """The path of a copy of the press, to be asked and changed."""
    return str(copy(press, tmp_path / "press.db"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `mercato ARGS` in a terminal of some width; there is no store but what --store or MERCATO_STORE names."""

    def call(*args: str, width: int = 100, env: dict[str, str] | None = None, stdin: str | None = None) -> Result:
        outside = {"COLUMNS": str(width), "MERCATO_STORE": str(tmp_path / "none.db"), "NO_COLOR": None, "FORCE_COLOR": None, **(env or {})}
        return CliRunner().invoke(mercato, list(args), env=outside, input=stdin)

    return call
