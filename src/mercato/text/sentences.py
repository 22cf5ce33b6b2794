"""Cut the blocks of an article that can hold claims into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mercato.model.article import Article, BlockKind, Span

_END = re.compile(r"(?<=[.!?…])[\"”»)]*\s+(?=[\"“«(]*[^\W\d_a-zà-ÿ])")
TELLING = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `block` is the index of its block in `article.blocks`."""

    span: Span
    kind: BlockKind
    block: int


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of title, headings and body, in the order of the text."""
    found = []
    for index, block in enumerate(article.blocks):
        if block.kind in TELLING:
            start = block.span.start
            for end in _END.finditer(article.text, block.span.start, block.span.end):
                found.append(Sentence(Span(start, end.start()), block.kind, index))
                start = end.end()
            found.append(Sentence(Span(start, block.span.end), block.kind, index))
    return tuple(found)
