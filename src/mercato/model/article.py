"""An article as received, and the spans, blocks and mentions found in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256


class BlockKind(StrEnum):
    """What a stretch of text is to the article; only title, heading and body can hold claims."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    NOISE = "noise"


TELLING = (BlockKind.BODY, BlockKind.HEADING, BlockKind.TITLE)  # what can hold claims


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` up to, not including, `end` of the article's text as received."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A typed stretch of the text."""

    kind: BlockKind
    span: Span


class Basis(StrEnum):
    """How a date is known: printed in the text, given with the article, part of its address, or inferred from its content."""

    STATED = "stated"
    GIVEN = "given"
    URL = "url"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: some day from `first` to `last`, both None when nothing is known."""

    first: date | None = None
    last: date | None = None
    basis: Basis = Basis.UNKNOWN
    reasons: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day to sort and link by: the last one possible."""
        return self.last

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            return "unknown"
        if self.first == self.last:
            return self.first.isoformat()
        if self.basis is Basis.INFERRED:
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if self.first.month == self.last.month and self.first.year == self.last.year:
            return f"{self.first:%Y-%m}"
        return f"{self.first:%Y}"


@dataclass(frozen=True, slots=True)
class Article:
    """One text of the press, never rewritten; `language` is None when it is one we do not read."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    language: str | None
    published: Published
    source: str | None = None
    url: str | None = None
    name: str = ""


def article_id(text: str, source: str | None, url: str | None) -> str:
    """A content hash: the same text from the same place is the same article, however often it is read."""
    return sha256("\x1f".join((text, source or "", url or "")).encode()).hexdigest()[:16]


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    CLUB = "club"
    SOURCE = "source"
    JOURNALIST = "journalist"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person, club or source; `entity` is None while it is unlinked, `name` the usual name understood."""

    kind: MentionKind
    span: Span
    said: str
    name: str
    entity: str | None
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block that can hold claims; `block` is the index of its block in the article."""

    span: Span
    kind: BlockKind
    block: int


def mention_id(article: str, mention: Mention) -> str:
    """What a mention is called from outside: its article, kind and place."""
    return f"{article}:{mention.kind}:{mention.span.start}-{mention.span.end}"
