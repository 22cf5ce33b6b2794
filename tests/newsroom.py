"""Reads small articles written for a test: text in, the annotation guide's form out.

Every possible move counts as one, so that what is read of a move can be tested whatever the trees of the day.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import shipped

from mercato.claims.judge import Judge, Trees
from mercato.claims.scorer import Scorer
from mercato.knowledge.index import starter_knowledge
from mercato.languages.pack import languages
from mercato.pipeline.reader import Extractor
from mercato.sources.registry import read_sources
from mercato.text.read import article_of
from mercato.text.received import Received
from mercato.views.guide import guide

Move = dict[str, Any]
ALL = Scorer(Judge(trees={"current": Trees(0.0)}), keep={"current": 0.0, "past": 1.0})


@cache
def _reader() -> Extractor:
    return Extractor(starter_knowledge(), read_sources(), ALL)  # of its own: a reader keeps what it has made for a language


def told(text: str, day: str | None = "2025-06-12", *, lang: str = "en", source: str | None = None) -> Move:
    """The article `text` of that day as mercato understands it."""
    published = date.fromisoformat(day) if day else None
    received = Received("test", text, "test", language=lang, published=published.isoformat() if published else None, source=source)
    return guide(_reader().extract(article_of(received, shipped.press(), languages())))


def move(article: Move, person: str, to: str | None) -> Move:
    """The one current move of a person to a club."""
    found = [m for m in article["moves"] if m["person"] == person and m["to"] == to and m["tense"] == "current"]
    assert len(found) == 1, [(m["person"], m["to"], m["tense"]) for m in article["moves"]]
    return dict(found[0])
