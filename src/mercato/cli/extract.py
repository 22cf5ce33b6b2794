"""`mercato extract`: articles to JSON in the format of the annotation guide, without a store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from mercato.cli.extractor import Asked, chosen, extractor_options
from mercato.cli.main import REFUSED
from mercato.cli.options import knowledge_option, known
from mercato.cli.progress import Bar, expected
from mercato.cli.refused import tell
from mercato.errors import BadEndpoint, BadInput
from mercato.model.article import Article, Basis, Published
from mercato.model.claim import Reading
from mercato.pipeline.desk import desk
from mercato.pipeline.read import Desk
from mercato.text.files import received
from mercato.text.received import Received
from mercato.views.guide import guide


@click.command()
@click.argument("paths", metavar="PATH|- ...", nargs=-1, required=True)
@click.option("--out", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Write one file an article into this folder.")
@click.option("--explain", is_flag=True, help="Show the sentences with their mentions, and why each possible move was kept or dropped.")
@click.option("--source", metavar="NAME", help="The outlet of all these articles; overrides what they say.")
@click.option("--published", metavar="DATE", help="The day they appeared; overrides what they say.")
@click.option("--lang", "language", metavar="CODE", help="Their language; overrides what is recognised.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array instead of one line an article.")
@extractor_options
@knowledge_option
@click.pass_context
def extract(ctx: click.Context, /, paths: tuple[str, ...], folder: Path | None, explain: bool, as_json: bool, asked: Asked, **given: str | None) -> None:
    """Turn articles into JSON: one line an article, with --json one array, with --out one file each.

    The file is called <stem>.json, for files of many articles <id>.json or <stem>-<line>.json.

    Nothing leaves this machine unless you say --extractor remote: then each article is sent to the endpoint you name, and what its model answers
    counts only as far as its words stand in the article.
    """
    knowledge = known()
    other = chosen(ctx, asked, knowledge, explain=explain)
    work = Work(desk(knowledge, datetime.now(UTC).date(), other))
    bar = Bar(expected(paths)) if folder or (other and not sys.stdout.isatty()) else None
    readings = work.readings(received(paths, **given), bar)
    try:
        if folder:
            _write(readings, folder, work, explain)
        elif explain:
            for _, reading in readings:
                work.explain(reading)
        elif as_json:
            _print_array(guide(reading) for _, reading in readings)
        else:
            for _, reading in readings:
                click.echo(msgspec.json.encode(guide(reading)))
    finally:
        if bar:
            bar.stop()
    if work.refused:
        ctx.exit(REFUSED)


@dataclass(slots=True)
class Work:
    """The reading of many articles, and what of them was refused so far."""

    desk: Desk
    refused: list[BadInput] = field(default_factory=list)

    def readings(self, found: Iterable[Received | BadInput], bar: Bar | None) -> Iterator[tuple[str, Reading]]:
        """Each article's name with its reading; what cannot be read is told at once and passed over."""
        for number, item in enumerate(found, 1):
            try:
                if isinstance(item, BadInput):
                    raise item
                article = self.desk.settle(item)
                yield item.name, self._read(article, item.place)
            except BadInput as bad:
                self.refused.append(bad)
                tell(bad)
            if bar:
                bar("articles", number)

    def _read(self, article: Article, place: str) -> Reading:
        try:
            return self.desk.reader.extract(article)
        except (BadInput, BadEndpoint):
            raise
        except Exception as error:  # a process boundary: readers are plug-ins, and one bad article never stops a batch
            raise BadInput(place, f"the reader failed on it ({type(error).__name__}: {error})", "report it with the article") from error

    def explain(self, reading: Reading) -> None:
        """Show how the reader came to `reading`."""
        from mercato.cli.show.console import console  # rich only where something is shown
        from mercato.cli.show.explained import show_explained, show_unread
        from mercato.pipeline.dating import Dating
        from mercato.pipeline.reader import Extractor

        article, reader = reading.article, self.desk.reader
        extractor = reader.reader if isinstance(reader, Dating) else reader
        if article.language is None or not isinstance(extractor, Extractor):
            show_unread(article, console())
        else:
            undated = replace(article, published=Published()) if article.published.basis is Basis.INFERRED else article
            show_explained(extractor.explain(undated), article, console())  # as it was read: the day was inferred afterwards


def _write(readings: Iterator[tuple[str, Reading]], folder: Path, work: Work, explain: bool) -> None:
    """One file an article; a second of the same name gets a number."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken: dict[str, int] = {}
        for name, reading in readings:
            stem = Path(name).name or reading.article.id
            taken[stem] = taken.get(stem, 0) + 1
            path = folder / (f"{stem}.json" if taken[stem] == 1 else f"{stem}-{taken[stem]}.json")
            path.write_bytes(msgspec.json.format(msgspec.json.encode(guide(reading)), indent=2) + b"\n")
            if explain:
                work.explain(reading)
    except OSError as error:
        raise click.UsageError(f"{folder}: cannot write there ({error.strerror}); give another folder with --out") from error
    click.echo(f"{sum(taken.values())} articles extracted into {folder}", err=True)


def _print_array(objects: Iterable[object]) -> None:
    """A JSON array, written as it comes."""
    opening = "["
    try:
        for one in objects:
            click.echo(opening + "\n" + msgspec.json.format(msgspec.json.encode(one), indent=2).decode(), nl=False)
            opening = ","
    finally:  # what was read before an endpoint failed is a whole array too
        click.echo("[]" if opening == "[" else "\n]")
