"""`mercato knowledge review`: who is often named and not known; accept, merge or refuse them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from mercato.cli.decide import judge, show_judged
from mercato.cli.options import Day, author_option, json_option, knowledge_option, opened, store_option
from mercato.cli.progress import Bar
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.reviewed import show_proposals
from mercato.errors import NotFound
from mercato.knowledge.judgements import REVIEWS, Judgement, read_judgements, standing
from mercato.knowledge.overlay import accepted_id
from mercato.knowledge.starter import Occupation, Position
from mercato.library import Mercato
from mercato.model.claim import Named
from mercato.model.world import Person
from mercato.names.naming import folded
from mercato.settings import judgements_location, store_location
from mercato.views.find import find_club
from mercato.views.proposals import LEAST_ARTICLES, LEAST_SOURCES, Least, Proposal, find_proposal

LIMIT = 20  # proposals shown unless another number is asked for
ROLES = {"player": "player", "coach": "coach", "executive": "director"}  # what the press says of somebody, as a spell calls it


def signed(author: str, judgement: str) -> str:
    """The author of the links that follow from a judgement: by this they are found when it is taken back."""
    return f"{author}, review {judgement}"


@click.group(invoke_without_command=True)
@click.option("--sources", type=click.IntRange(min=2), default=LEAST_SOURCES, show_default=True, metavar="N", help="Told by so many independent sources,")
@click.option("--articles", type=click.IntRange(min=2), default=LEAST_ARTICLES, show_default=True, metavar="N", help="and in so many articles, or more.")
@click.option("--limit", type=click.IntRange(min=0), default=None, metavar="N", help=f"How many to list, 0 for all. [default: {LIMIT}; all as JSON]")
@json_option
@knowledge_option
@store_option
@click.pass_context
def review(ctx: click.Context, sources: int, articles: int, limit: int | None, as_json: bool, place: str | None) -> None:
    """List the people whom the press names again and again and nobody knows, with what is told of them and who is named alike.

    \b
      mercato knowledge review accept "Gino Rossi" --born 2004-05
      mercato knowledge review merge "M. Perin" mattia-perin
      mercato knowledge review refuse "Calcio Mercato"

    Nobody becomes known by one article or one source alone.
    """
    ctx.obj = (Least(sources, articles), place)
    if ctx.invoked_subcommand is not None:
        return
    with opened(place) as library:
        found = _proposals(library, Least(sources, articles))
    if as_json:
        print_json(found[: limit or None])
        return
    shown = found[: (LIMIT if limit is None else limit) or None]
    show_proposals(clean(shown), console(), len(found) - len(shown))


def _proposals(library: Mercato, least: Least) -> list[Proposal]:
    decided = {folded(one.subject) for one in standing(read_judgements(judgements_location())) if one.verb in REVIEWS | {"refuse"}}
    bar = Bar(None)
    try:
        return library.proposals(least, decided=decided, progress=bar)
    finally:
        bar.stop()


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (store_option, knowledge_option, json_option, author_option):
        command = option(command)
    return command


@review.command()
@click.argument("name")
@click.option("--born", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--nationality", multiple=True, metavar="COUNTRY", help="In English.")
@click.option("--position", type=click.Choice(get_args(Position)), help="Of a player.")
@click.option("--role", type=click.Choice(get_args(Occupation)), help="[default: as the press says]")
@click.option("--club", "clubs", multiple=True, metavar="NAME", help="Where he is. [default: the known club that most articles say]")
@click.option("--since", type=Day(), metavar="DATE", help="Since when he is there. [default: the first article that says so]")
@_options
@click.pass_obj
def accept(outer: tuple[Least, str | None], /, name: str, place: str | None, as_json: bool, author: str | None, **given: Any) -> None:
    """NAME is a person worth knowing: he is known from now on, and what was read of him is linked."""
    least, before = outer
    with opened(place or before) as library:
        proposal = find_proposal(_proposals(library, least), name, least)
        made = judge("accept", proposal.name, author=author, told=_told(library, proposal, **given))
        linked = _link(library, made, Named(proposal.name, accepted_id(proposal.name)))
    _show(made, linked, as_json)


def _told(
    library: Mercato, proposal: Proposal, *, born: str | None, nationality: tuple[str, ...], position: str | None, role: str | None,
    clubs: tuple[str, ...], since: date | None,
) -> tuple[tuple[str, str], ...]:  # fmt: skip
    if born:
        Day().convert(born, None, None)
    ids = [(find_club(library.store, library.names, club).id, since or proposal.first) for club in clubs]
    ids = ids or [(one.id or "", since or one.since) for one in proposal.own[:1]]
    told = [("role", role or ROLES[proposal.roles[0]])]
    told += [(field, value) for field, value in (("born", born), ("position", position)) if value]
    told += [("nationality", nation) for nation in nationality] + [("club", id) for id, _ in ids]
    days = [day for _, day in ids if day]
    return (*told, *([("since", min(days).isoformat())] if days else []))


@review.command()
@click.argument("name")
@click.argument("id")
@_options
@click.pass_obj
def merge(outer: tuple[Least, str | None], name: str, id: str, place: str | None, as_json: bool, author: str | None) -> None:
    """NAME is how the press calls the known person ID: it is one of his names from now on, and what was read of him is linked."""
    with opened(place or outer[1]) as library:
        known = library.names.entity(id)
        if not isinstance(known, Person):
            raise NotFound(f"{id}: nobody has this id; mercato knowledge find NAME shows ids")
        made = judge("merge", name, id, author=author)
        linked = _link(library, made, Named(known.name, id))
    _show(made, linked, as_json)


@review.command()
@click.argument("name")
@author_option
@json_option
def refuse(name: str, author: str | None, as_json: bool) -> None:
    """NAME is nobody worth knowing: it is not proposed again."""
    show_judged(judge("refuse", name, author=author), as_json)


def _link(library: Mercato, made: Judgement, person: Named) -> int:
    return library.bench(signed(made.author, made.id)).link(made.subject, person)


def unlinked(judgement: Judgement, place: str | None = None) -> int:
    """Take back the links that followed from a judgement, in the store if there is one; how many."""
    if not Path(place or store_location()).exists():
        return 0
    with opened(place) as library:
        return library.bench(signed(judgement.author, judgement.id)).unlink()


def _show(made: Judgement, linked: int, as_json: bool) -> None:
    show_judged(made, as_json)
    if not as_json:
        console().print(f"linked in {linked} articles that were read before")
