"""Text and CSV files as they come from a download: plain or gzipped, checked for columns and for having come whole."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mercato.errors import BadKnowledge

REMEDY = "fetch it again"


class Row(NamedTuple):
    """One row of a table with the file and line it stands at; `short` when it has fewer or more cells than the header."""

    place: str
    cells: dict[str, str]
    short: bool = False


def text_of(path: Path) -> str:
    """The whole text of a file, gzipped (.gz) or not; raises BadKnowledge when it was cut off, is no gzip file or not UTF-8, or cannot be read."""
    try:
        raw = path.read_bytes()
        whole = gzip.decompress(raw) if path.suffix == ".gz" else raw
        return whole.decode("utf-8-sig")
    except EOFError as error:
        raise BadKnowledge(str(path), f"the gzip file is cut off: the download did not finish; {REMEDY}") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise BadKnowledge(str(path), f"no whole gzip file ({error}); {REMEDY}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadKnowledge(f"{path}:{line}", "not UTF-8; save the file as UTF-8, or fetch it again") from error
    except OSError as error:
        raise BadKnowledge(str(path), f"cannot be read: {error.strerror}") from error


def columns(path: Path) -> tuple[str, ...]:
    """The header of a CSV file; empty for an empty file. Raises BadKnowledge like `text_of`."""
    return tuple(next(_parsed(path, text_of(path)), (1, 1, []))[2])


def rows(path: Path, needs: Sequence[str], *, only: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows of a CSV file.

    Raises BadKnowledge when one of the columns of `needs` is missing, when there is one that `only` does not list, or when the file ends in the middle
    of a row.
    """
    text = text_of(path)
    lines = _parsed(path, text)
    _, _, header = next(lines, (1, 1, []))
    _check(path, header, needs, only)
    unfinished = text.count("\n") + 1 if text and not text.endswith("\n") else 0
    for first, last, cells in lines:
        place, whole = f"{path}:{first}", len(cells) == len(header)
        if not whole and last == unfinished:
            raise BadKnowledge(place, f"the file ends in the middle of this row ({len(cells)} of {len(header)} cells): the download did not finish; {REMEDY}")
        if cells:
            yield Row(place, dict(zip(header, cells, strict=False)), not whole)


def _parsed(path: Path, text: str) -> Iterator[tuple[int, int, list[str]]]:
    """The first and the last line of each row, and its cells."""
    lines, first = csv.reader(io.StringIO(text, newline="")), 1
    try:
        for cells in lines:
            yield first, lines.line_num, [cell.strip() for cell in cells]
            first = lines.line_num + 1
    except csv.Error as error:  # most often a quotation mark that is never closed
        raise BadKnowledge(f"{path}:{first}", f"no CSV ({error}); look for a quotation mark without its partner") from error


def _check(path: Path, header: Sequence[str], needs: Sequence[str], only: Sequence[str] | None) -> None:
    missing = [name for name in needs if name not in header]
    if missing:
        raise BadKnowledge(f"{path}:1", f"without the column {', '.join(map(repr, missing))}; the header says: {', '.join(header) or 'nothing'}")
    if only is not None and (unknown := [name for name in header if name not in only]):
        raise BadKnowledge(f"{path}:1", f"unknown column {', '.join(map(repr, unknown))}; known are: {', '.join(only)}")
    if twice := sorted({name for name in header if header.count(name) > 1}):
        raise BadKnowledge(f"{path}:1", f"the column {', '.join(map(repr, twice))} stands twice")
