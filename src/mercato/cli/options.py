"""Options that every command shares, and the store they open."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mercato.errors import BadStore
from mercato.knowledge.index import Knowledge, open_knowledge
from mercato.settings import store_location

if TYPE_CHECKING:
    from mercato.library import Mercato

F = TypeVar("F", bound=Callable[..., Any])
BOOK = "mercato.knowledge"  # where the context of a command keeps what --knowledge names


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD; of YYYY-MM and YYYY the first day, or the last if `last`."""

    name = "date"

    def __init__(self, last: bool = False) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day written in `value`."""
        if isinstance(value, date):
            return value
        try:
            year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
            month = month or (12 if self.last else 1)
            return date(year, month, day or (monthrange(year, month)[1] if self.last else 1))
        except ValueError:
            self.fail(f"{value!r} is no date; write it like 2025-06-30, 2025-06 or 2025", param, ctx)


def store_option(command: F) -> F:
    """`--store PATH`."""
    return click.option("--store", "place", metavar="PATH", help="Where the store is: a SQLite file. [default: MERCATO_STORE, else your data folder]")(command)


def knowledge_option(command: F) -> F:
    """`--knowledge FILE`, for `known` and for the stores that are opened."""

    def chosen(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
        if value:
            ctx.meta[BOOK] = value

    told = "The book of people and clubs to go by, or “starter” for what ships. [default: MERCATO_KNOWLEDGE, else the book last built, else what ships]"
    return click.option("--knowledge", metavar="FILE", expose_value=False, callback=chosen, help=told)(command)


def json_option(command: F) -> F:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")(command)


def author_option(command: F) -> F:
    """`--author NAME`."""
    return click.option("--author", metavar="NAME", help="Who judges. [default: your login name]")(command)


def known() -> Knowledge:
    """The knowledge that the options of the command ask for; raises BadKnowledge."""
    return open_knowledge(click.get_current_context().meta.get(BOOK))


def made(place: str | None) -> Mercato:
    """The store to read into, made if there is none."""
    from mercato.library import open  # heavy: only commands that have parsed get here

    return open(place, knowledge=click.get_current_context().meta.get(BOOK))


def opened(place: str | None) -> Mercato:
    """The store to ask; raises BadStore if there is none yet. Says so when a reading that goes on, or was cut short, leaves sagas out of date."""
    location = place or store_location()
    if "://" not in location and not Path(location).exists():
        raise BadStore(f"{location}: there is no store yet; read some articles first: mercato read PATH (or look at mercato demo)")
    library = made(location)
    waiting = len(library.store.unwoven())
    if waiting:
        click.echo(f"note: a reading goes on or was cut short; the sagas of {waiting:,} people are not up to date (reading anything brings them up)", err=True)
    return library
