"""What a build of the knowledge came to, in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mercato.cli.show.frame import table
from mercato.knowledge.report import Tally
from mercato.pipeline.build import Built

COLUMNS = ("records", "added", "merged", "refused", "left_out", "weak", "conflicts")


def show_built(built: Built, out: Console, examples: int) -> None:
    """Print the figures of each source, then `examples` cases of each kind with their reasons."""
    report = built.report
    out.print(_figures(report.sources))
    for tally in report.sources if examples else ():
        lines = list(report.cases(tally.source, examples))
        if lines:
            out.print("", Text(tally.source, "head"), *(f"  {line}" for line in lines), sep="\n")
    for one in built.ignored[:examples]:
        out.print(f"left alone {one.path}: {one.why}", style="aside")
    if len(built.ignored) > examples:
        out.print(f"and {len(built.ignored) - examples} more files left alone: --json names all", style="aside")
    for idle in report.idle:
        out.print(f"judgement {idle.judgement} changed nothing: {idle.why}")
    out.print("", f"{built.book}: {built.clubs:,} clubs, {built.people:,} people", sep="\n")


def _figures(tallies: list[Tally]) -> Table:
    made = table()
    made.add_column("source", style="source", overflow="fold")
    for label in COLUMNS:
        made.add_column(label.replace("_", " "), justify="right")
    for tally in tallies:
        made.add_row(tally.source, *(f"{getattr(tally, column):,}" for column in COLUMNS))
    return made
