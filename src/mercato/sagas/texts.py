"""Which texts are near-duplicates of which: shared runs of five words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from mercato.model.article import Article, BlockKind
from mercato.model.folding import fold

if TYPE_CHECKING:
    from mercato.sagas.drafts import Draft

RUN = 5  # words: shorter runs are shared by texts that only tell the same story
COPY = 0.6  # of all runs of both texts: an agency's text with another title and ending stays above
_WORD = re.compile(r"\w+")
_SAYING = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY)

Runs = frozenset[str]  # strings, not tuples: they remember their hash


@lru_cache(maxsize=2048)
def _runs(text: str) -> Runs:
    words = _WORD.findall(fold(text))
    return frozenset(" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def runs(article: Article) -> Runs:
    """The runs of five words of an article's title, headings and body."""
    said = "\n".join(block.span.of(article.text) for block in article.blocks if block.kind in _SAYING)
    return _runs(said or article.text)


def likeness(one: Runs, other: Runs) -> float:
    """The share of runs that both have (Jaccard)."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def alike(one: Runs, other: Runs) -> bool:
    """Whether they are near-duplicates; texts of very different length need no comparing."""
    return min(len(one), len(other)) >= COPY * max(len(one), len(other)) and likeness(one, other) >= COPY


def twin(draft: Draft, others: Iterable[Draft]) -> bool:
    """Whether one of `others` is a near-duplicate."""
    mine = runs(draft.article)
    return any(alike(mine, runs(other.article)) for other in others)


def originals(articles: Sequence[Article]) -> list[str | None]:
    """For each article, in order, the id of the first earlier one that it nearly duplicates."""
    if len(articles) < 2:
        return [None] * len(articles)
    told = [runs(article) for article in articles]
    return [next((articles[n].id for n in range(number) if alike(told[n], mine)), None) for number, mine in enumerate(told)]
