"""One article as it was handed to us, before anything is understood of it."""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = 1_000_000  # characters of one article's text
PAGE = 10_000_000  # bytes of one page, or of one line of JSON


@dataclass(frozen=True, slots=True)
class Received:
    """A text with what came along; `name` is what its results are filed under, `place` what errors call it."""

    name: str
    text: str
    place: str
    title: str | None = None
    url: str | None = None
    source: str | None = None  # outlet name or domain as given
    published: str | None = None  # as given, in any form
    language: str | None = None  # tag as given: "it", "pt-BR"
