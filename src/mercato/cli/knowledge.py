"""`mercato knowledge`: look up the people, clubs and sources that are known; what builds knowledge is imported when it is called."""

from __future__ import annotations

from datetime import date

import click

from mercato.cli.main import Lazy
from mercato.cli.options import Day, json_option, knowledge_option, known
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.known import show_found, show_known
from mercato.sources.registry import read_sources
from mercato.views.known import known_page, search
from mercato.views.names import Names

LIMIT = 40  # of those who answer, shown unless another number is asked for

# Further commands with their one line of help.
BUILDING: dict[str, str] = {
    "build": "Build a book of people and clubs from public sources and your own files.",
    "review": "See who is often named and not known; accept, merge or refuse them.",
    "same": "Judge that two entities or records are one.",
    "apart": "Judge that two entities or records are two.",
    "judgements": "List the judgements on the knowledge.",
    "undo": "Take a judgement on the knowledge back.",
}
HOMES = dict.fromkeys(("same", "apart", "judgements", "undo"), "decide")


@click.group(cls=Lazy, lazy=BUILDING, homes=HOMES)
def knowledge() -> None:
    """Look up people, clubs and sources that are known; build a larger book of them."""


@knowledge.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--on", "day", type=Day(), metavar="DATE", help="Say where people were on that day; those at a club then come first.")
@click.option("--limit", type=click.IntRange(min=0), default=None, metavar="N", help=f"How many to list, 0 for all. [default: {LIMIT}; all as JSON]")
@knowledge_option
@json_option
def find(name: tuple[str, ...], day: date | None, limit: int | None, as_json: bool) -> None:
    """Say who answers to a name, and why."""
    found = search(Names(known(), read_sources()), " ".join(name), day)
    if as_json:
        print_json(found[: limit or None])
        return
    shown = found[: (LIMIT if limit is None else limit) or None]
    show_found(clean(shown), console(), len(found) - len(shown))


@knowledge.command()
@click.argument("id", nargs=-1, required=True)
@knowledge_option
@json_option
def show(id: tuple[str, ...], as_json: bool) -> None:
    """Show all that is known of an id (or of a name that only one has)."""
    page = known_page(Names(known(), read_sources()), " ".join(id))
    if as_json:
        print_json(page)
    else:
        show_known(clean(page), console())
