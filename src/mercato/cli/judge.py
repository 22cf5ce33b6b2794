"""`mercato judge`: the judgements made so far, and how to take one back."""

from __future__ import annotations

from getpass import getuser

import click

from mercato.cli.options import author_option, json_option, knowledge_option, opened, store_option
from mercato.cli.show.console import console, print_json
from mercato.cli.show.frame import table
from mercato.store.protocol import Judgement


def author_of(given: str | None) -> str:
    """The author given, else the login name."""
    try:
        return given or getuser()
    except (OSError, KeyError, ImportError):  # a container may have no user of that number
        return "unknown"


def show_judgement(judgement: Judgement, as_json: bool) -> None:
    """Print a judgement just made or taken back, and how to go on."""
    if as_json:
        print_json(judgement)
    elif judgement.undone:
        console().print(f"judgement {judgement.id} taken back: {_said(judgement)}")
    else:
        console().print(f"judgement {judgement.id} by {judgement.author}: {_said(judgement)}")
        console().print(f"take it back with: mercato judge undo {judgement.id}", style="aside")


def _said(judgement: Judgement) -> str:
    change = f" {judgement.field} = {judgement.value}" if judgement.field else ""
    return f"{judgement.verdict} {judgement.subject}{change}"


@click.group(invoke_without_command=True)
@json_option
@knowledge_option
@store_option
@click.pass_context
def judge(ctx: click.Context, as_json: bool, place: str | None) -> None:
    """List every judgement: what was corrected, rejected or forgotten, by whom and when."""
    ctx.obj = place
    if ctx.invoked_subcommand is not None:
        return
    with opened(place) as library:
        found = list(library.store.judgements())
    if as_json:
        print_json(found)
        return
    made = table()
    for label in ("n", "when", "who", "judgement", ""):
        made.add_column(label, justify="right" if label == "n" else "left")
    for one in found:
        taken_back = f"taken back {one.undone:%Y-%m-%d}" if one.undone else ""
        made.add_row(str(one.id), f"{one.made:%Y-%m-%d %H:%M}", one.author, _said(one), taken_back, style="aside" if one.undone else None)
    console().print(made if found else "no judgements yet; see mercato correct --help and mercato forget --help")


@judge.command()
@click.argument("number", type=int)
@author_option
@json_option
@knowledge_option
@store_option
@click.pass_obj
def undo(outer: str | None, number: int, author: str | None, as_json: bool, place: str | None) -> None:
    """Take a judgement back: all is as if it had never been made."""
    with opened(place or outer) as library:
        show_judgement(library.bench(author_of(author)).undo(number), as_json)
