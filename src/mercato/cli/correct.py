"""`mercato correct`: say what is right where mercato read wrongly; dated, signed, and undoable."""

from __future__ import annotations

import click

from mercato.cli.judge import author_of, show_judgement
from mercato.cli.options import author_option, json_option, knowledge_option, opened, store_option

MENTION = ":"  # the ids of mentions have it, those of claims do not


@click.command()
@click.argument("subject", metavar="CLAIM|MENTION")
@click.argument("field", required=False)
@click.argument("value", required=False)
@click.option("--reject", is_flag=True, help="The claim is wrong as a whole; or the mention is not the one it is linked to.")
@author_option
@json_option
@knowledge_option
@store_option
def correct(subject: str, field: str | None, value: str | None, reject: bool, author: str | None, as_json: bool, place: str | None) -> None:
    """Correct a field of a claim, reject it, or say whom a mention means.

    \b
      mercato correct 36829f3898fbf959 stage talks
      mercato correct 36829f3898fbf959 to ac-milan
      mercato correct 36829f3898fbf959 --reject
      mercato correct 638eb5f28d04922b:person:12-20 mattia-perin

    `mercato saga` shows the ids of claims, `mercato extract --explain` too.
    """
    if reject and field:
        raise click.UsageError("give either --reject or a field with a value")
    if not reject and MENTION in subject and field and value is None:
        field, value = "entity", field
    if not reject and (field is None or value is None):
        raise click.UsageError("give a field and a value, like: stage talks; or --reject")
    with opened(place) as library:
        bench = library.bench(author_of(author))
        made = bench.correct(subject, field, value, library.names.usual) if field and value is not None else bench.reject(subject)
        show_judgement(made, as_json)
