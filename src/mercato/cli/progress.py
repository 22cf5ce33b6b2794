"""A progress bar for long reads: shown on a terminal after two seconds, with count, rate and, where it is known, the end."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, Task, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from mercato.cli.show.console import console

PATIENCE = 2.0  # seconds after which somebody wants to see that it goes on
MOST = 200_000_000  # bytes of lines counted beforehand: a second's work; beyond it the bar has no end
LINES = (".jsonl", ".ndjson")
STEPS = {
    "articles": "reading articles", "people": "weaving sagas", "records": "reading sources", "merging": "merging", "writing": "writing the book",
    "proposals": "weighing names",
}  # fmt: skip


class Rate(TextColumn):
    """How many a second."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        """The rate of a task so far."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", "aside")


class Bar:
    """Called with a step and how many are through; draws only when it takes long."""

    def __init__(self, total: int | None, out: Console | None = None) -> None:
        self._total, self._began = total, monotonic()
        self._out = out or console(err=True)
        self._shown: Progress | None = None
        self._steps: dict[str, TaskID] = {}

    def __call__(self, step: str, count: int) -> None:
        """`count` are through in `step`."""
        if not self._out.is_terminal or monotonic() - self._began < PATIENCE:
            return
        if self._shown is None:
            columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeElapsedColumn(), TimeRemainingColumn())
            self._shown = Progress(*columns, console=self._out, transient=True)
            self._shown.start()
        if step not in self._steps:
            total = self._total if step == "articles" else None
            self._steps[step] = self._shown.add_task(STEPS.get(step, step), total=total)
        self._shown.update(self._steps[step], completed=count)

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()
            self._shown = None


def expected(paths: Sequence[str]) -> int | None:
    """How many articles there are in files and folders; None when that cannot be told quickly."""
    total = 0
    for path in map(Path, paths):
        files = [p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")] if path.is_dir() else [path]
        for file in files:
            found = _articles(file)
            if found is None:
                return None
            total += found
    return total


def _articles(file: Path) -> int | None:
    if not file.is_file():
        return None if str(file) == "-" else 1
    plain = file.with_suffix("") if file.suffix == ".gz" else file
    if plain.suffix == ".json":
        return None
    return _lines(file) if plain.suffix in LINES else 1


def _lines(file: Path) -> int | None:
    if file.stat().st_size > MOST:
        return None
    count = size = 0
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as lines:
            for block in iter(lambda: lines.read(1 << 20), b""):
                count, size = count + block.count(b"\n"), size + len(block)
                if size > MOST:
                    return None
    except (OSError, EOFError, zlib.error):  # the reader will say what is wrong with it
        return None
    return count
