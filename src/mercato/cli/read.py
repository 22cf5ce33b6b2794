"""`mercato read`: articles into the store, with a summary of what became of them."""

from __future__ import annotations

import click
from rich.table import Table

from mercato.cli.main import REFUSED
from mercato.cli.options import json_option, knowledge_option, made, store_option
from mercato.cli.progress import Bar, expected
from mercato.cli.refused import tell
from mercato.cli.show.console import console, print_json
from mercato.pipeline.read import Summary
from mercato.text.files import received

INTERRUPTED = 130  # what a shell expects of a program stopped by Ctrl-C


@click.command()
@click.argument("paths", metavar="PATH|- ...", nargs=-1, required=True)
@click.option("--source", metavar="NAME", help="The outlet of all these articles: name or domain; overrides what they say.")
@click.option("--published", metavar="DATE", help="The day they appeared; overrides what they say.")
@click.option("--lang", "language", metavar="CODE", help="Their language, like it or pt-BR; overrides what is recognised.")
@json_option
@knowledge_option
@store_option
@click.pass_context
def read(ctx: click.Context, paths: tuple[str, ...], source: str | None, published: str | None, language: str | None, as_json: bool, place: str | None) -> None:
    """Read articles into the store: text, .json, .jsonl(.gz), .html, folders of them, or - for standard input.

    Reading again changes nothing. What cannot be read is named, and the rest is read. Stopping it loses nothing: run it again to go on.
    """
    bar = Bar(expected(paths))
    with made(place) as library:
        try:
            summary = library.read(received(paths, source=source, published=published, language=language), progress=bar)
        except KeyboardInterrupt:
            bar.stop()
            click.echo("stopped; what was read is kept: run the same command again to go on", err=True)
            ctx.exit(INTERRUPTED)
        finally:
            bar.stop()
    for bad in summary.refused:
        tell(bad)
    show_summary(summary, as_json)
    if summary.refused:
        ctx.exit(REFUSED)


def show_summary(summary: Summary, as_json: bool) -> None:
    """Print what became of a batch."""
    if as_json:
        refused = [{"place": bad.place, "reason": bad.reason, "remedy": bad.remedy} for bad in summary.refused]
        counts = {name: getattr(summary, name) for name in ("articles", "known", "unread", "claims", "sagas", "unlinked")}
        print_json({**counts, "refused": refused})
        return
    made = Table.grid(padding=(0, 2))
    made.add_column(justify="right", style="head")
    for count, said in _told(summary):
        made.add_row(f"{count:,}", said)
    console().print(made)


def _told(summary: Summary) -> list[tuple[int, str]]:
    told = [
        (summary.articles, "articles read" + (", new" if summary.known else "")),
        (summary.known, "already known: nothing changed"),
        (summary.unread, "of the new ones in languages that are not read: kept without claims"),
        (summary.claims, "claims"),
        (summary.sagas, "sagas told or told further"),
        (summary.unlinked, "people who are not in the knowledge: kept by name, unlinked"),
        (len(summary.refused), "refused: named above"),
    ]
    always = {summary.articles: "articles", summary.claims: "claims"}
    return [(count, said) for count, said in told if count or said.split()[0] in always.values() or said.startswith("sagas")]
