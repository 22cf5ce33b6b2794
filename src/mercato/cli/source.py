"""`mercato source`: what one source has said."""

from __future__ import annotations

import click

from mercato.cli.options import json_option, knowledge_option, opened, store_option
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.pages import show_source


@click.command()
@click.argument("name", nargs=-1, required=True)
@json_option
@knowledge_option
@store_option
def source(name: tuple[str, ...], as_json: bool, place: str | None) -> None:
    """Tell how much a source has reported, how often first, how far it claimed moves had got, and how they stand."""
    with opened(place) as library:
        page = library.source(" ".join(name))
    if as_json:
        print_json(page)
    else:
        show_source(clean(page), console())
