"""`mercato saga`: one saga, report by report, with the words."""

from __future__ import annotations

import click

from mercato.cli.options import json_option, knowledge_option, opened, store_option
from mercato.cli.show.console import clean, console, print_json
from mercato.cli.show.timeline import show_saga


@click.command()
@click.argument("name", metavar="NAME|ID", nargs=-1, required=True)
@json_option
@knowledge_option
@store_option
def saga(name: tuple[str, ...], as_json: bool, place: str | None) -> None:
    """Tell one saga with the words it rests on, who repeats whom, and where the reports contradict each other.

    NAME is any words that tell it: "Cambiaso Milan", "Perin"; ID may be shortened.
    """
    with opened(place) as library:
        page = library.saga(" ".join(name))
    if as_json:
        print_json(page)
    else:
        show_saga(clean(page), console())
