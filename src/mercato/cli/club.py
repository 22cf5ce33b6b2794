"""`mercato club`: who may come, who may go, who may stay."""

from __future__ import annotations

import click

from mercato.cli.options import json_option, knowledge_option, opened, store_option
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.pages import show_club


@click.command()
@click.argument("name", nargs=-1, required=True)
@json_option
@knowledge_option
@store_option
def club(name: tuple[str, ...], as_json: bool, place: str | None) -> None:
    """Tell who may come to a club, who may go, and whose contract may be renewed."""
    with opened(place) as library:
        page = library.club(" ".join(name))
    if as_json:
        print_json(page)
    else:
        show_club(clean(page), console())
