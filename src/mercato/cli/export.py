"""`mercato export`: claims, reports or sagas as a table for other programs."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import IO

import click
import msgspec

from mercato.cli.options import knowledge_option, opened, store_option
from mercato.views.rows import SHEETS, Column, Row

BATCH = 5_000  # rows of one Parquet group: a few megabytes
SUFFIXES = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}


@click.command()
@click.argument("what", type=click.Choice(list(SHEETS)))
@click.option("--format", "form", type=click.Choice(["csv", "jsonl", "parquet"]), help="[default: by the name of --out, else csv]")
@click.option("--out", "path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write into this file. [default: standard output]")
@knowledge_option
@store_option
def export(what: str, form: str | None, path: Path | None, place: str | None) -> None:
    """Write claims, reports or sagas as CSV, JSONL or Parquet: one row each, several values of a cell joined by "; "."""
    form = form or SUFFIXES.get(path.suffix.lower() if path else "", "csv")
    if form == "parquet" and path is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is binary: give a file with --out")
    sheet, write = SHEETS[what], FORMS[form]
    with opened(place) as library:
        found = sheet.rows(library.store, library.names, datetime.now(UTC).date())
        if path is None:
            write(found, sheet.columns, sys.stdout.buffer)
            return
        try:
            with path.open("wb") as file:
                count = write(found, sheet.columns, file)
        except OSError as error:
            raise click.UsageError(f"{path}: cannot be written ({error.strerror}); give another file with --out") from error
    click.echo(f"{count:,} {what} written to {path}", err=True)


def _cells(row: Row, columns: Sequence[Column]) -> list[object]:
    return [getattr(row, column.name) for column in columns]


def _csv(rows: Iterator[Row], columns: Sequence[Column], file: IO[bytes]) -> int:
    count = 0
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow(_cells(row, columns))
        count += 1
    text.detach()
    return count


def _jsonl(rows: Iterator[Row], columns: Sequence[Column], file: IO[bytes]) -> int:
    count = 0
    for row in rows:
        file.write(msgspec.json.encode(row) + b"\n")
        count += 1
    return count


def _parquet(rows: Iterator[Row], columns: Sequence[Column], file: IO[bytes]) -> int:
    import pyarrow as arrow  # type: ignore[import-untyped]  # 0.2 s: only for this format
    import pyarrow.parquet as parquet  # type: ignore[import-untyped]

    kinds = {"str": arrow.string(), "int": arrow.int64(), "float": arrow.float64(), "bool": arrow.bool_(), "date": arrow.date32()}
    schema = arrow.schema([(column.name, kinds[column.kind]) for column in columns])
    count = 0
    with parquet.ParquetWriter(file, schema) as writer:
        while batch := list(islice(rows, BATCH)):
            cells = zip(*(_cells(row, columns) for row in batch), strict=True)
            writer.write_table(arrow.table([list(column) for column in cells], schema=schema))
            count += len(batch)
    return count


FORMS: dict[str, Callable[[Iterator[Row], Sequence[Column], IO[bytes]], int]] = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}
