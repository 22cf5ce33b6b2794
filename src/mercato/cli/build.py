"""`mercato knowledge build`: a book of people and clubs from public sources and files of the user."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from mercato.cli.main import REFUSED
from mercato.cli.options import json_option
from mercato.cli.progress import Bar
from mercato.cli.show.built import show_built
from mercato.cli.show.console import clean, console, print_json
from mercato.errors import BadKnowledge
from mercato.knowledge.book import open_book
from mercato.knowledge.judgements import read_judgements
from mercato.pipeline.build import ASKED, Origin, local
from mercato.pipeline.build import build as build_book
from mercato.settings import built_location, judgements_location, knowledge_location

CASES = 3  # of each kind shown, unless another number is asked for
INTERRUPTED = 130  # what a shell expects of a program stopped by Ctrl-C


@click.command()
@click.option("--from", "places", multiple=True, metavar="DIR|FILE|URL|wikidata:WHICH", help="A source; there may be several. [default: as last time]")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The book. [default: MERCATO_KNOWLEDGE, else your data folder]")
@click.option("--examples", type=click.IntRange(min=0), default=CASES, show_default=True, metavar="N", help="How many cases of each kind to print.")
@json_option
@click.pass_context
def build(ctx: click.Context, places: tuple[str, ...], out: Path | None, examples: int, as_json: bool) -> None:
    """Build a book of people and clubs on top of what ships with mercato, and say what came of each source.

    A folder or file is known by what lies in it; see docs/knowledge.md for the forms. wikidata:footballers (or coaches, directors, clubs) asks
    Wikidata, which takes long and goes on where it was stopped; wikidata:footballers:50 asks for the best known alone.

    Your judgements (same, apart) are heeded. The book in use stays in use until the new one is complete; when a source is damaged, nothing is
    imported. Exit code 1: that, or entries of your own files were refused.
    """
    out = out or _usual()
    bar = Bar(None)
    try:
        origins = [_origin(place) for place in places or _before(out)]
        built = build_book(origins, out, judgements=read_judgements(judgements_location()), today=datetime.now(UTC).date(), progress=bar)
    except KeyboardInterrupt:
        bar.stop()
        click.echo("stopped; the book in use is as it was", err=True)
        ctx.exit(INTERRUPTED)
    finally:
        bar.stop()
    if as_json:
        print_json(built)
    else:
        show_built(clean(built), console(), examples)
        if out != _usual():
            console().print(f"read with it: --knowledge {out}, or MERCATO_KNOWLEDGE={out}", style="aside")
    if built.own_refused:
        ctx.exit(REFUSED)


def _usual() -> Path:
    """The book that is gone by where nothing else is said, if it is a file of that kind."""
    path, named = knowledge_location()
    return path if named and path.suffix == ".book" else built_location()


def _before(out: Path) -> tuple[str, ...]:
    """What the book at `out` was built from; raises BadKnowledge where there is none, or it does not say."""
    sources = open_book(out).sources if out.exists() else ()
    if not sources:
        raise BadKnowledge(str(out), "no book has been built there that says from what; name the sources: --from DIR, --from FILE or --from URL")
    return sources


def _origin(place: str) -> Origin:
    if not ("://" in place or place.startswith(ASKED)):
        return local(Path(place))
    from mercato.pipeline.download import distant  # httpx takes long to import, and most sources lie here

    return distant(place, lambda line: click.echo(line, err=True))
