"""`mercato person`: what the press says of one person."""

from __future__ import annotations

import click

from mercato.cli.options import json_option, knowledge_option, opened, store_option
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.pages import show_person


@click.command()
@click.argument("name", nargs=-1, required=True)
@json_option
@knowledge_option
@store_option
def person(name: tuple[str, ...], as_json: bool, place: str | None) -> None:
    """Tell the career of a person as known, the sagas, the moves told as past, and the contracts."""
    with opened(place) as library:
        page = library.person(" ".join(name))
    if as_json:
        print_json(page)
    else:
        show_person(clean(page), console())
