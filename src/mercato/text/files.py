"""Files, folders and standard input to articles as received, one at a time; a bad one never stops the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from mercato.errors import BadInput
from mercato.text.page import page_of
from mercato.text.received import LIMIT, PAGE, Received
from mercato.text.record import decoded, record_of, safe
from mercato.text.stream import Stream, lines

Found = Iterator[Received | BadInput]

SUFFIXES = {".txt": "text", ".text": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html", ".xhtml": "html"}
GZIP = b"\x1f\x8b"
WIDEST = 4  # bytes of a character in UTF-8
PEEK = 512  # bytes that tell what a stream without a name holds
STDIN = "-"
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Opened:
    """A stream with what it is called: `name` for results, `place` for errors."""

    stream: Stream
    name: str
    place: str


def received(paths: Iterable[str], *, source: str | None = None, published: str | None = None, language: str | None = None) -> Found:
    """Every article in `paths` (files, folders, "-"), and a BadInput for each that cannot be read.

    `source`, `published` and `language` go over what the articles say themselves.
    """
    given = {key: value for key, value in (("source", source), ("published", published), ("language", language)) if value}
    for path in paths:
        for found in _stdin() if path == STDIN else _path(Path(path)):
            yield replace(found, **given) if given and isinstance(found, Received) else found


def _path(path: Path) -> Found:
    if not path.exists():
        yield BadInput(str(path), "no such file or folder", "check the path")
    elif path.is_dir():
        yield from _folder(path)
    else:
        yield from _file(path)


def _folder(folder: Path) -> Found:
    """The files in a folder and below that have a suffix we read, in order of their paths; hidden ones are left out."""
    unreadable: list[OSError] = []
    empty = True
    for at, below, names in os.walk(folder, onerror=unreadable.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(at, name)
            if not name.startswith(".") and _suffix(path) and path.is_file():
                empty = False
                yield from _file(path)
    for error in unreadable:
        yield BadInput(str(error.filename), error.strerror or str(error), "check its permissions")
    if empty and not unreadable:
        yield BadInput(str(folder), "no file in it that can be read", f"put files into it that end in {', '.join(SUFFIXES)} or .gz")


def _suffix(path: Path) -> str | None:
    """What a file holds by its name, .gz set aside; None for a name that does not tell."""
    name = path.name.lower().removesuffix(".gz")
    return SUFFIXES.get(Path(name).suffix)


def _stem(path: Path) -> str:
    name = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    return Path(name).stem if Path(name).suffix.lower() in SUFFIXES else name


def _file(path: Path) -> Found:
    try:
        with path.open("rb") as file:
            yield from _opened(file, _suffix(path), safe(_stem(path)), str(path))
    except OSError as error:
        yield BadInput(str(path), error.strerror or str(error), "check the file and its permissions")


def _stdin() -> Found:
    yield from _opened(sys.stdin.buffer, None, "stdin", "standard input")


def _opened(file: BinaryIO, kind: str | None, name: str, place: str) -> Found:
    """What is in an open file; a BadInput raised while it is read ends it, and no more than it."""
    reader = file if isinstance(file, BufferedReader) else BufferedReader(cast("RawIOBase", file))
    start = reader.peek(PEEK)
    packed = start.startswith(GZIP)
    opened = _Opened(Stream(reader, place, packed), name, place)
    try:
        if not start:
            raise BadInput(place, "empty", "leave it out, or put an article into it")
        yield from _KINDS[kind or ("jsonl" if packed else _sniffed(start))](opened)
    except BadInput as error:
        yield error


def _sniffed(start: bytes) -> str:
    """What a stream without a telling name holds."""
    first = start.removeprefix(BOM).lstrip()[:1]
    return {b"{": "json", b"[": "json", b"<": "html"}.get(first, "text")


def _text(opened: _Opened) -> Found:
    content = opened.stream.read(WIDEST * LIMIT + 1)
    if len(content) > WIDEST * LIMIT:
        raise BadInput(opened.place, f"the text is longer than {LIMIT:,} characters", "give one article a file")
    yield Received(opened.name, _decoded(content, opened.place), opened.place)


def _decoded(content: bytes, place: str) -> str:
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        if b"\0" not in content:
            return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(place, f"not UTF-8 text (byte {error.start:,})", "save it as UTF-8") from None
    raise BadInput(place, "binary, not text", "give text, JSON or HTML")


def _html(opened: _Opened) -> Found:
    yield page_of(opened.stream.read(PAGE + 1), opened.name, opened.place)


def _jsonl(opened: _Opened) -> Found:
    yield from _lines(opened, lines(opened.stream, PAGE))


def _lines(opened: _Opened, found: Iterable[bytes | None], first: int = 1) -> Found:
    """One article a line; an error names its line and the next line is read."""
    for number, line in enumerate(found, start=first):
        place = f"{opened.place}, line {number}"
        if line is None:
            yield BadInput(place, f"the line is longer than {PAGE // 1_000_000} MB", "give one article a line")
        elif line.strip():
            yield _record(line.removeprefix(BOM), _Named(f"{opened.name}-{number}", place))


@dataclass(frozen=True, slots=True)
class _Named:
    """What a record is called where it has no id, and where it stands."""

    name: str
    place: str


def _record(line: bytes, named: _Named) -> Received | BadInput:
    try:
        return record_of(decoded(line, named.place), named.name, named.place)
    except BadInput as error:
        return error


def _json(opened: _Opened) -> Found:
    """One object, or a list of them; a file of one object a line is read as such whatever its name."""
    first = opened.stream.line(PAGE + 1)
    second = opened.stream.line(PAGE + 1) if _is_object(first) else b""
    if second.strip():
        yield from _lines(opened, (first, second if len(second) <= PAGE else None))
        yield from _lines(opened, lines(opened.stream, PAGE), first=3)
        return
    content = first + second + opened.stream.read(max(PAGE + 1 - len(first), 0))
    if len(content) > PAGE:
        raise BadInput(opened.place, f"larger than {PAGE // 1_000_000} MB", "write one article a line and call it .jsonl")
    value = decoded(content.removeprefix(BOM), opened.place)
    yield from _list(opened, value) if isinstance(value, list) else iter((record_of(value, opened.name, opened.place),))


def _list(opened: _Opened, records: list[object]) -> Found:
    for number, record in enumerate(records, start=1):
        try:
            yield record_of(record, f"{opened.name}-{number}", f"{opened.place}, article {number}")
        except BadInput as error:
            yield error


def _is_object(line: bytes) -> bool:
    """Whether a line is a whole JSON object by itself."""
    try:
        return line.removeprefix(BOM).lstrip().startswith(b"{") and isinstance(decoded(line.removeprefix(BOM), ""), dict)
    except BadInput:
        return False


_KINDS: dict[str, Callable[[_Opened], Found]] = {"text": _text, "html": _html, "jsonl": _jsonl, "json": _json}
