"""Sagas and sources as tables that drop columns rather than break words when the terminal is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mercato.cli.show.console import WIDE
from mercato.cli.show.frame import table
from mercato.model.claim import Stage
from mercato.views.saga import SagaLine
from mercato.views.source import SourceLine

SHORT_ID = 8  # letters of an id: enough to tell sagas apart, and `mercato saga` takes them


def move(saga: SagaLine) -> Text:
    """From where to where: "Juventus → AC Milan"."""
    home = saga.origin or saga.destination or "his club"
    if saga.renewal:
        return Text.assemble(("stays at ", "aside"), (saga.destination or home, "club"))
    if saga.destination is None:
        return Text.assemble(("leaves ", "aside"), (home, "club"))
    goal = Text(saga.destination, "club")
    return Text.assemble(saga.origin, (" → ", "aside"), goal) if saga.origin else Text.assemble(("→ ", "aside"), goal)


def stage(word: str, *, bar: bool) -> Text:
    """A stage, with as many of eight squares filled as it has steps."""
    steps = Stage[word.upper()]
    squares = (("▰" * steps, "stage"), ("▱" * (len(Stage) - steps) + " ", "aside")) if bar else ()
    return Text.assemble(*squares, (word, "stage"))


def state(word: str) -> Text:
    """A state in its colour."""
    return Text(word, word)


def against(kinds: Sequence[str]) -> Text:
    """Who stands against a move."""
    return Text(", ".join(kinds), "against")


def day(when: date | None) -> str:
    """A day, or nothing."""
    return when.isoformat() if when else ""


def sagas_table(sagas: Iterable[SagaLine], out: Console, title: str | None = None) -> Table:
    """Sagas, the columns chosen by the width of `out`."""
    wide = out.width >= WIDE
    made = table(title)
    made.add_column("person", no_wrap=True, max_width=28 if wide else 22, style="person")
    made.add_column("move", max_width=46 if wide else 30)
    if wide:
        made.add_column("window", no_wrap=True)
    made.add_column("stage", no_wrap=True)
    made.add_column("state", no_wrap=True)
    if wide:
        made.add_column("against", max_width=14)
    made.add_column("reports" if wide else "n", justify="right", no_wrap=True)
    if wide:
        made.add_column("sources", justify="right", no_wrap=True)
        made.add_column("first", no_wrap=True)
    made.add_column("last", no_wrap=True, min_width=10)
    if wide:
        made.add_column("saga", no_wrap=True, style="aside")
    for saga in sagas:
        made.add_row(*_cells(saga, wide))
    return made


def _cells(saga: SagaLine, wide: bool) -> list[Text | str]:
    who, where, told = saga.person, move(saga), day(saga.last)
    far, stands = stage(saga.stage, bar=wide), state(saga.state)
    if not wide:
        return [who, where, far, stands, str(saga.reports), told]
    return [who, where, saga.window, far, stands, against(saga.against), str(saga.reports), str(saga.sources), day(saga.first), told, saga.id[:SHORT_ID]]


def sources_table(sources: Iterable[SourceLine], out: Console) -> Table:
    """The leaderboard."""
    wide = out.width >= WIDE
    made = table()
    made.add_column("source", no_wrap=True, max_width=40 if wide else 26, style="source")
    if wide:
        made.add_column("kind", no_wrap=True)
        made.add_column("country", no_wrap=True)
    for label in ("first", "reports", "credited", "sagas", "done", "off", "open"):
        made.add_column(label, justify="right", no_wrap=True)
    for s in sources:
        counts = [str(n) if n else Text("·", "aside") for n in (s.firsts, s.reports, s.credited, s.sagas, s.done, s.off, s.waiting)]
        made.add_row(s.name, *([s.kind or "", s.country or ""] if wide else []), *counts)
    return made
