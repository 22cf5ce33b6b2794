"""Turn what was received into an article: text settled, blocks typed, language, date and source understood."""

from __future__ import annotations

from collections.abc import Callable

from mercato.errors import BadInput
from mercato.model.article import Article, Published, article_id
from mercato.text.blocks import blocks
from mercato.text.received import Received


def article_of(received: Received, source_of: Callable[[str], str | None], languages: frozenset[str]) -> Article:
    """The article in `received`; raises BadInput for a text that is empty, binary or too long."""
    text = received.text
    if not text.strip():
        raise BadInput(received.place, "no text in it", "leave it out")
    source = source_of(received.source) if received.source else None
    language = (received.language or "en").lower()[:2]
    known = language if language in languages else None
    return Article(article_id(text, source, received.url), text, blocks(text, received.title), known, Published(), source, received.url, received.name)
