"""One JSON object to an article as received, field by field as the README names them."""

from __future__ import annotations

import re

import msgspec

from mercato.errors import BadInput
from mercato.text.received import Received

_UNSAFE = re.compile(r"[^\w.-]+")
_REMEDY = 'write one JSON object a line with "text" or "title"'
NAME = 120  # characters: file systems take 255 bytes


def decoded(line: bytes, place: str) -> object:
    """The value in `line`; raises BadInput for what is not JSON."""
    try:
        found: object = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = "binary, not text" if b"\0" in line else f"broken JSON ({error})"
        raise BadInput(place, reason, "repair or delete it") from None
    return found


def record_of(record: object, name: str, place: str) -> Received:
    """The article in a decoded JSON object, called `name` unless it has an id; raises BadInput for what is no article."""
    if not isinstance(record, dict):
        raise BadInput(place, "JSON, but not an object", _REMEDY)
    text, title = _words(record, "text", place), _words(record, "title", place)
    if not text.strip() and not title.strip():
        raise BadInput(place, 'neither "text" nor "title" in it', _REMEDY)
    published = record.get("published") or record.get("date")
    return Received(
        name=safe(str(record["id"])) if isinstance(record.get("id"), str | int) and str(record["id"]).strip() else name,
        text=text,
        place=place,
        title=title.strip() or None,
        url=_optional(record, "url"),
        source=_optional(record, "source") or _optional(record, "domain"),
        published=str(published) if isinstance(published, str | int | float) else None,
        language=_optional(record, "lang") or _optional(record, "language"),
    )


def safe(name: str) -> str:
    """`name` as a file name: ids may hold slashes."""
    return _UNSAFE.sub("_", name).strip("._")[:NAME] or "article"


def _words(record: dict[str, object], key: str, place: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(place, f'"{key}" is not a string', _REMEDY)
    return value


def _optional(record: dict[str, object], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None
