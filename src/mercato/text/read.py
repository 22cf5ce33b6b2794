"""Turn what was received into an article: text settled, blocks typed, language, date and source understood."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from mercato.errors import BadInput
from mercato.model.article import TELLING, Article, Block, article_id
from mercato.model.folding import fold
from mercato.text.blocks import blocks
from mercato.text.dates import published_of
from mercato.text.language import SAMPLE, language_of
from mercato.text.received import LIMIT, Received

GLANCE = 20  # characters: where they differ, no more need be compared


def article_of(received: Received, source_of: Callable[[str], str | None], languages: frozenset[str]) -> Article:
    """The article in `received`, with the source that `source_of` knows by its name or domain; `languages` are those we read.

    Raises BadInput for a text that is empty, binary or too long.
    """
    _check(received)
    title = " ".join(received.title.split()) if received.title else None
    text = _settled(received.text, title)
    typed = blocks(text, title)
    language = language_of(_told(text, typed), received.language, languages)
    source = _source(received, source_of)
    published = published_of(text, typed, given=received.published, url=received.url, language=language)
    return Article(article_id(text, source, received.url), text, typed, language, published, source, received.url, received.name)


def _check(received: Received) -> None:
    text, place = received.text, received.place
    if "\0" in text:
        raise BadInput(place, "binary, not text", "give text, JSON or HTML")
    if not text.strip() and not (received.title or "").strip():
        raise BadInput(place, "empty", "leave it out, or put a text into it")
    if len(text) > LIMIT:
        raise BadInput(place, f"the text is longer than {LIMIT:,} characters", "give one article at a time")
    try:
        (text + (received.title or "")).encode()
    except UnicodeEncodeError:
        raise BadInput(place, "broken characters (half of a surrogate pair)", "save it again as UTF-8") from None


def _settled(text: str, title: str | None) -> str:
    """The article's text: a title given apart goes in front, unless the text already begins with it."""
    if not title or text.startswith(title) or _begins(text, title):
        return text
    return f"{title}\n\n{text}" if text.strip() else title


def _begins(text: str, title: str) -> bool:
    """Whether the letters of `title` are the first of `text`; the very first are compared first, for that mostly tells."""
    letters = _letters(title)
    first = _letters(text[:GLANCE])[: len(letters)]
    return letters.startswith(first) and _letters(text[: 4 * len(title) + 200]).startswith(letters)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _told(text: str, typed: tuple[Block, ...]) -> str:
    """What the article itself says, as much as is needed to tell its language."""
    found, length = [], 0
    for block in typed:
        if block.kind in TELLING and length < SAMPLE:
            found.append(block.span.of(text)[:SAMPLE])
            length += len(found[-1])
    return "\n".join(found) or text


def _source(received: Received, source_of: Callable[[str], str | None]) -> str | None:
    """The source by the name or domain given, else by the address; None where neither is known."""
    names = [received.source.strip()] if received.source else []
    host = urlsplit(received.url).hostname if received.url and _is_address(received.url) else None
    names += [host] if host and not names else []
    return next((source for name in names if (source := source_of(name))), None)


def _is_address(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False
