"""Which texts are near-duplicates of which: shared runs of five words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
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

Runs = frozenset[tuple[str, ...]]


@lru_cache(maxsize=2048)
def _runs(text: str) -> Runs:
    words = _WORD.findall(fold(text))
    return frozenset(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def runs(article: Article) -> Runs:
    """The runs of five words of an article's title, headings and body."""
    said = "\n".join(block.span.of(article.text) for block in article.blocks if block.kind in _SAYING)
    return _runs(said or article.text)


def likeness(one: Runs, other: Runs) -> float:
    """The share of runs that both have (Jaccard)."""
    return len(one & other) / len(one | other)


def twin(draft: Draft, others: Iterable[Draft]) -> bool:
    """Whether one of `others` is a near-duplicate."""
    mine = runs(draft.article)
    return any(likeness(mine, runs(other.article)) >= COPY for other in others)


def originals(articles: Sequence[Article]) -> list[str | None]:
    """For each article, in order, the id of the first earlier one that it nearly duplicates."""
    seen: list[Runs] = []
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    found: list[str | None] = []
    for number, article in enumerate(articles):
        mine = runs(article)
        shared = Counter(n for run in mine for n in holders[run])
        copied = (n for n, count in sorted(shared.items()) if count >= COPY * (len(mine) + len(seen[n]) - count))
        first = next((n for n in copied if articles[n].id != article.id), None)
        found.append(None if first is None else articles[first].id)
        seen.append(mine)
        for run in mine:
            holders[run].append(number)
    return found
