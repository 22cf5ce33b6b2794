"""Who is known, and what is known of somebody, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mercato.cli.show.frame import heading, table
from mercato.knowledge.book import Fact
from mercato.views.known import Found, KnownPage


def show_found(found: Sequence[Found], out: Console, more: int = 0) -> None:
    """Print who answers to a name, and why; `more` others are only counted."""
    made = table()
    made.add_column("name", style="person", max_width=28)
    made.add_column("kind", no_wrap=True)
    made.add_column("why", ratio=1)
    made.add_column("id", style="aside", overflow="fold", max_width=30)
    for hit in found:
        made.add_row(hit.name, hit.kind, "; ".join(hit.reasons), hit.id)
    out.print(made)
    if more:
        out.print(f"and {more} more: say more of the name, or --limit 0 for all", style="aside")


def show_known(page: KnownPage, out: Console) -> None:
    """Print all that is known of an id."""
    heading(out, page.name, (page.kind, page.id))
    facts = Table.grid(padding=(0, 2))
    for label, value in page.facts:
        facts.add_row(Text(label, "aside"), value)
    out.print(facts)
    out.print()
    if page.spells:
        out.print(Text("Career", "head"), *(f"  {spell}" for spell in page.spells), "", sep="\n")
    made = table("Names")
    for label in ("name", "language", "kind", ""):
        made.add_column(label)
    for name in page.names:
        made.add_row(name.text, name.language, name.kind, "only with football around it" if name.weak else "")
    out.print(made)
    if page.told:
        out.print("", told_by(page.told), sep="\n")


def told_by(facts: Sequence[Fact]) -> Table:
    """What each source says."""
    made = table("Told by")
    for label in ("", "value", "source"):
        made.add_column(label)
    for fact in facts:
        made.add_row(*fact)
    return made
