"""Several indexes of names as one: what lies above is asked first, and adds to what lies below."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from mercato.model.article import MentionKind
from mercato.names.index import LONGEST_AT, Lookup
from mercato.names.naming import Entry


class Layers:
    """`indexes` asked one after the other, the uppermost first; whatever several of them say is said once."""

    def __init__(self, *indexes: Lookup) -> None:
        self._indexes = indexes

    def glance(self, word: str) -> int:
        """What is known of a word, as bits; above them how many words the longest name has that begins with it."""
        flags = longest = 0
        for index in self._indexes:
            one = index.glance(word)
            flags, longest = flags | one, max(longest, one >> LONGEST_AT)
        return flags & (1 << LONGEST_AT) - 1 | longest << LONGEST_AT

    def begun(self, start: str) -> bool:
        """Whether any name begins with these letters."""
        return any(index.begun(start) for index in self._indexes)

    def entries(self, name: str) -> tuple[Entry, ...]:
        """All that `name` may mean."""
        return tuple(dict.fromkeys(entry for index in self._indexes for entry in index.entries(name)))

    def handle(self, word: str) -> str | None:
        """The club whose name, written in one word, is `word`."""
        return next((club for index in self._indexes if (club := index.handle(word))), None)

    def bearers(self, words: Sequence[Collection[str]], most: int) -> list[tuple[MentionKind, str]]:
        """What and who has a name with one of the first words in it, one of the second, and so on: `most` at most of each index, each once."""
        return list(dict.fromkeys(one for index in self._indexes for one in index.bearers(words, most)))

    def beginning(self, start: str) -> Iterator[str]:
        """The words of names that begin with `start`, each once."""
        return iter(dict.fromkeys(chain.from_iterable(index.beginning(start) for index in self._indexes)))
