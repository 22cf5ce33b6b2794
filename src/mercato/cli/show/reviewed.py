"""People proposed out of the press, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from mercato.views.proposals import Proposal, Told

SHOWN = 3  # clubs and sources named of one proposal


def show_proposals(found: Sequence[Proposal], out: Console, more: int) -> None:
    """Print each name with what is told of it; `more` others are only counted."""
    for one in found:
        days = f"{one.first} to {one.last}" if one.first and one.first != one.last else str(one.first or "no date")
        told = f"{one.articles} articles, {one.sources} independent sources, {days}"
        out.print(Text.assemble((one.name, "person"), "  ", (" · ".join((*one.roles, told)), "aside")))
        lines = [_clubs("at", one.clubs), _clubs("to", one.clubs), f"told by {_few(one.outlets)}"]
        lines += ["named alike: " + ", ".join(f"{near.name} ({near.id})" for near in one.nearest)] if one.nearest else []
        for line in filter(None, lines):
            out.print(Padding(line, (0, 0, 0, 2), expand=False))
    if not found:
        out.print("nobody: no name that nobody bears is told of so often; see --sources and --articles")
        return
    out.print("", "mercato knowledge review accept NAME, merge NAME ID, or refuse NAME", sep="\n", style="aside")
    if more:
        out.print(f"and {more} more: --limit 0 for all", style="aside")


def _clubs(how: str, clubs: Sequence[Told]) -> str:
    told = [f"{one.club} ({one.articles})" for one in clubs if one.how == how]
    return f"{how} {_few(told)}" if told else ""


def _few(texts: Sequence[str]) -> str:
    return ", ".join(texts[:SHOWN]) + (f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else "")
