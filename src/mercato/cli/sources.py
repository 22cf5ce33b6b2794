"""`mercato sources`: the leaderboard of sources."""

from __future__ import annotations

import click

from mercato.cli.options import json_option, knowledge_option, opened, store_option
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.tables import sources_table

LIMIT = 40  # sources shown unless another number is asked for


@click.command()
@click.option("--limit", type=click.IntRange(min=0), default=None, metavar="N", help=f"How many to list, 0 for all. [default: {LIMIT}; all as JSON]")
@json_option
@knowledge_option
@store_option
def sources(limit: int | None, as_json: bool, place: str | None) -> None:
    """List who was first how often, who reports and who is credited most, and how their sagas stand."""
    with opened(place) as library:
        found = library.sources()
    if as_json:
        print_json(found[: limit or None])
        return
    out = console()
    shown = found[: (LIMIT if limit is None else limit) or None]
    out.print(sources_table(clean(shown), out) if found else "no source has a report yet; read articles with --source, or with a domain or url")
    if len(found) > len(shown):
        out.print(f"{len(found)} sources, {len(found) - len(shown)} not shown: --limit 0 for all", style="aside")
