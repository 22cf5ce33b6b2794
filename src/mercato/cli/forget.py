"""`mercato forget`: take an article, or all that a source has written, out again."""

from __future__ import annotations

import click

from mercato.cli.judge import author_of, show_judgement
from mercato.cli.options import author_option, json_option, knowledge_option, opened, store_option
from mercato.views.find import find_source


@click.command()
@click.argument("subject", metavar="ARTICLE|SOURCE")
@author_option
@json_option
@knowledge_option
@store_option
def forget(subject: str, author: str | None, as_json: bool, place: str | None) -> None:
    """Take an article out by its id, or a source by its name, with all that rests on it; `mercato judge undo` brings it back."""
    with opened(place) as library:
        meant = subject if library.store.article(subject) else find_source(library.store, library.names, subject).id
        show_judgement(library.bench(author_of(author)).forget(meant), as_json)
