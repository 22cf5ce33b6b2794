"""Whom a model means by a name: linked to what is known by the same mentions as in every other reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

from mercato.model.article import Article, Mention, MentionKind, Span
from mercato.model.claim import Named
from mercato.model.folding import fold

Link = Callable[[Article, str], Sequence[Mention]]  # the mentions in a text, read as one of the article's language and day

PEOPLE = frozenset({MentionKind.PERSON, MentionKind.JOURNALIST})
CLUBS = frozenset({MentionKind.CLUB})
VOICES = frozenset({MentionKind.SOURCE, MentionKind.JOURNALIST, MentionKind.PERSON})
SHORTEST = 3  # letters of a word by which two names are kin: shorter ones ("de", "AC") are in too many
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(_WORD.findall(fold(text)))


class Names:
    """The names of one article."""

    def __init__(self, article: Article, link: Link) -> None:
        self._article, self._link = article, link
        self.mentions = tuple(link(article, article.text))
        self._said = frozenset(words(article.text))

    def named(self, name: str, span: Span, kinds: Set[MentionKind]) -> Named:
        """Whoever is meant by `name`, said at `span`; unlinked where nobody known fits, or the name by itself means another than the words there."""
        here = [m for m in self.mentions if m.kind in kinds and m.span.start < span.end and span.start < m.span.end and _kin(name, m)]
        asked = words(name)
        elsewhere = [m for m in self.mentions if m.kind in kinds and asked in (words(m.name), words(m.said))]
        alone = [m for m in self._link(self._article, name) if m.kind in kinds and words(m.said) == asked]
        linked = [m for m in (*here, *elsewhere, *alone) if m.entity]
        if linked and {m.entity for m in alone} <= {None, linked[0].entity}:
            return Named(linked[0].name, linked[0].entity)
        if linked:
            return Named(" ".join(name.split()))
        return Named(next((m.name for m in (*here, *elsewhere)), " ".join(name.split())))

    def told(self, name: str, who: Named) -> bool:
        """Whether the article names somebody at all, by any word of the name or by a mention linked to him."""
        by_word = any(word in self._said for word in words(name) if len(word) >= SHORTEST or len(words(name)) == 1)
        return by_word or any(m.entity == who.entity for m in self.mentions if m.entity)


def _kin(name: str, mention: Mention) -> bool:
    """Whether a name and a mention share a word."""
    mine, theirs = set(words(name)), {*words(mention.name), *words(mention.said)}
    return words(name) in (words(mention.name), words(mention.said)) or any(len(word) >= SHORTEST for word in mine & theirs)
