"""`mercato knowledge same`, `apart`, `undo`, `judgements`: what a user decides about the knowledge, heeded by the next build."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from mercato.cli.judge import author_of
from mercato.cli.options import author_option, json_option, store_option
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.frame import table
from mercato.knowledge import judgements as court
from mercato.knowledge.judgements import Judgement, Verb, read_judgements, standing
from mercato.settings import judgements_location

LATER = "it counts from the next build on: mercato knowledge build"
AT_ONCE = "it counts from now on"


def judge(verb: Verb, subject: str, object: str | None = None, *, author: str | None, told: tuple[tuple[str, str], ...] = ()) -> Judgement:
    """Write a judgement down."""
    return court.judge(judgements_location(), verb, subject, object, author=author_of(author), made=datetime.now(UTC), told=told)


def show_judged(judgement: Judgement, as_json: bool) -> None:
    """Print a judgement just made, from when on it counts, and how to take it back."""
    if as_json:
        print_json(judgement)
        return
    out = console()
    out.print(clean(f"judgement {judgement.id} by {judgement.author}: {said(judgement)}"))
    built = judgement.verb in court.PAIRS or (judgement.verb == "undo" and _undone(judgement).verb in court.PAIRS)
    out.print(LATER if built else AT_ONCE)
    out.print(f"take it back with: mercato knowledge undo {judgement.id}", style="aside")


def _undone(judgement: Judgement) -> Judgement:
    return next(one for one in read_judgements(judgements_location()) if one.id == judgement.undone)


def said(judgement: Judgement) -> str:
    """A judgement in words."""
    if judgement.verb == "undo":
        return f"undo {judgement.undone} ({' '.join(filter(None, (judgement.subject, judgement.object)))})"
    more = ", ".join(f"{field} {value}" for field, value in judgement.told)
    return " ".join(filter(None, (judgement.verb, judgement.subject, judgement.object and f"/ {judgement.object}", more and f"({more})")))


@click.command()
@click.argument("one")
@click.argument("other")
@author_option
@json_option
def same(one: str, other: str, author: str | None, as_json: bool) -> None:
    """Judge that ONE and OTHER are the same: ids, or records as the report of a build names them ("reep:reep_te8766ef1")."""
    show_judged(judge("same", one, other, author=author), as_json)


@click.command()
@click.argument("one")
@click.argument("other")
@author_option
@json_option
def apart(one: str, other: str, author: str | None, as_json: bool) -> None:
    """Judge that ONE and OTHER are two: ids, or records as the report of a build names them ("reep:reep_te8766ef1")."""
    show_judged(judge("apart", one, other, author=author), as_json)


@click.command()
@click.argument("id")
@author_option
@json_option
@store_option
def undo(id: str, author: str | None, as_json: bool, place: str | None) -> None:
    """Take a judgement on the knowledge back; it stays on record. Links that a review made in the store are taken back too."""
    made = court.undo(judgements_location(), id, author=author_of(author), made=datetime.now(UTC))
    links = _unlinked(made, place)
    show_judged(made, as_json)
    if links and not as_json:
        console().print(f"{links} links that followed from it are taken back")


def _unlinked(made: Judgement, place: str | None) -> int:
    undone = _undone(made)
    if undone.verb not in court.REVIEWS:
        return 0
    from mercato.cli.review import unlinked  # takes a store, which the other judgements do without

    return unlinked(undone, place)


@click.command()
@json_option
def judgements(as_json: bool) -> None:
    """List every judgement on the knowledge: those made about a build, and those about names of the press."""
    found = read_judgements(judgements_location())
    if as_json:
        print_json(found)
        return
    holds = {one.id for one in standing(found)}
    made = table()
    for label in ("id", "when", "who", "judgement", ""):
        made.add_column(label, overflow="fold")
    for one in clean(found):
        state = "" if one.id in holds or one.verb == "undo" else "no longer holds"
        made.add_row(one.id, one.made[:16].replace("T", " "), one.author, said(one), state, style="aside" if state else None)
    console().print(made if found else f"no judgements yet in {judgements_location()}; see mercato knowledge same --help")
