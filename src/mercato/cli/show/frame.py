"""Headings and empty tables in the house style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

ALIASES = 6  # other names shown under a heading


def table(title: str | None = None) -> Table:
    """An empty table in the house style."""
    made = Table(title=title, title_justify="left", title_style="head", header_style="aside", box=SIMPLE_HEAD)
    made.show_edge = made.pad_edge = False
    made.padding = (0, 1, 0, 0)
    return made


def heading(out: Console, name: str, about: Iterable[str | None], names: Sequence[str] = ()) -> None:
    """Print a name with what it is about and other names."""
    out.print()
    out.print(Text.assemble((name, "person"), "  ", (" · ".join(filter(None, about)), "aside")))
    others = list(dict.fromkeys(n for n in names if n != name))
    if others:
        out.print(Text(f"also {', '.join(others[:ALIASES])}" + (f" and {len(others) - ALIASES} more" if len(others) > ALIASES else ""), "aside"))
    out.print()
