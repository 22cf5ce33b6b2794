"""`mercato sagas`: who might move where, as a table."""

from __future__ import annotations

from datetime import date

import click

from mercato.cli.options import Day, json_option, knowledge_option, opened, store_option
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.tables import sagas_table

LIMIT = 50  # sagas shown unless another number is asked for: about a screen or two


@click.command()
@click.option("--person", metavar="NAME", help="Only sagas of this person.")
@click.option("--club", metavar="NAME", help="Only sagas to or from this club.")
@click.option("--state", type=click.Choice(["open", "done", "off", "stale"]), help="Only sagas that stand like this.")
@click.option("--since", type=Day(), metavar="DATE", help="Only sagas with a report since this day.")
@click.option("--limit", type=click.IntRange(min=0), default=None, metavar="N", help=f"How many to list, 0 for all. [default: {LIMIT}; all as JSON]")
@json_option
@knowledge_option
@store_option
def sagas(person: str | None, club: str | None, state: str | None, since: date | None, limit: int | None, as_json: bool, place: str | None) -> None:
    """List the sagas, those told last on top."""
    with opened(place) as library:
        found = library.sagas(person=person, club=club, state=state, since=since)
    if as_json:
        print_json(found[: limit or None])
        return
    most = LIMIT if limit is None else limit
    shown = found[: most or None]
    out = console()
    if not found:
        out.print("no saga" + (" like that" if person or club or state or since else " yet: read some articles with `mercato read PATH`"))
        return
    out.print(sagas_table(clean(shown), out))
    rest = len(found) - len(shown)
    out.print(f"{len(found)} sagas" + (f", {rest} not shown: --limit 0 for all" if rest else "") + "; the words: mercato saga NAME", style="aside")
