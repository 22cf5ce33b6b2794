"""The index of names in a mapped buffer: whose a name is, which words begin one, who bears a word in his name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from heapq import nsmallest
from itertools import islice
from typing import Protocol

from mercato.model.article import MentionKind
from mercato.names.naming import Entry
from mercato.names.postings import WIDE, Postings
from mercato.sections import opened

# What is known of a word at a glance, as bits; above them how many words the longest name has that begins with it.
FIRST, ALONE, SEVERAL, SMALL, KNOWN, GIVEN, PLACE = (1 << bit for bit in range(7))
LONGEST_AT, LONGEST = 8, 0xFF
# Where in an entry stands what: 2 bits of WHATS, 4 of the kind, 8 of the language, then what is true of it or not; the number of the entity from bit 32 on.
WHAT, LANGUAGE = 2, 6
TRUTHS = (14, 15, 16, 17, 18)  # weak, acronym, part, listed, small
WHATS = (MentionKind.CLUB, MentionKind.PERSON, MentionKind.SOURCE)
MOST = 256  # people kept by one surname: nobody could tell more apart by it


class Lookup(Protocol):
    """Whose a name is; a word or name is given folded, the words of a name with one space between."""

    def glance(self, word: str) -> int:
        """What is known of a word, as bits."""
        ...

    def begun(self, start: str) -> bool:
        """Whether any name begins with these letters."""
        ...

    def entries(self, name: str) -> tuple[Entry, ...]:
        """All that `name` may mean."""
        ...

    def handle(self, word: str) -> str | None:
        """The club whose name, written in one word, is `word`."""
        ...

    def bearers(self, words: Sequence[Collection[str]], most: int) -> list[tuple[MentionKind, str]]:
        """What and who has a name with one of the first words in it, one of the second, and so on: `most` at most, the best known first, each once."""
        ...

    def beginning(self, start: str) -> Iterator[str]:
        """The words of names that begin with `start`."""
        ...


class Index:
    """Names looked up where they lie in `buffer`; nothing is kept but what is asked for.

    A word or name is given folded, the words of a name with one space between.
    """

    def __init__(self, buffer: memoryview) -> None:
        sections = opened(buffer)
        self._names, self._words = Postings(sections["names"], WIDE), Postings(sections["words"])
        self._flags, self._handles = sections["flags"].cast("H"), Postings(sections["handles"])
        self._ids, self._starts, self._fame = sections["ids"], sections["id starts"].cast(WIDE), sections["fame"]
        self._kinds, self._languages = (bytes(sections[told]).decode().split(" ") for told in ("kinds", "languages"))

    def glance(self, word: str) -> int:
        """What is known of a word, as bits: FIRST of a name, ALONE one, first of SEVERAL, may begin SMALL, KNOWN in a name, GIVEN name, part of a PLACE."""
        number = self._words.keys.get(word)
        return 0 if number is None else self._flags[number]

    def begun(self, start: str) -> bool:
        """Whether any name begins with these letters."""
        return next(self._names.beginning(start), None) is not None

    def entries(self, name: str) -> tuple[Entry, ...]:
        """All that `name` may mean, clubs before people before sources, each in the order they were built in."""
        return tuple([self._entry(number) for number in self._names.get(name)])

    def _entry(self, number: int) -> Entry:
        what, kind, language = WHATS[number & 0x3], self._kinds[number >> WHAT & 0xF], self._languages[number >> LANGUAGE & 0xFF]
        return Entry(what, self._id(number >> 32), kind, language, *[bool(number >> bit & 1) for bit in TRUTHS])

    def _id(self, entity: int) -> str:
        return bytes(self._ids[self._starts[entity] : self._starts[entity + 1]]).decode()

    def handle(self, word: str) -> str | None:
        """The club whose name, written in one word, is `word`."""
        found = self._handles.get(word)
        return self._id(found[0]) if found else None

    def bearers(self, words: Sequence[Collection[str]], most: int) -> list[tuple[MentionKind, str]]:
        """What and who has a name with one of the first words in it, one of the second, and so on: `most` at most, the best known first, each once."""
        names = set.intersection(*({name for word in likes for name in self._words.get(word)} for likes in words)) if words else set()
        found: dict[int, MentionKind] = {}
        for name in nsmallest(most, names, key=lambda name: (-self._fame[name], name)):
            for number in self._names[name]:
                found.setdefault(number >> 32, WHATS[number & 0x3])
        return [(what, self._id(entity)) for entity, what in islice(found.items(), most)]

    def beginning(self, start: str) -> Iterator[str]:
        """The words of names that begin with `start`."""
        return self._words.beginning(start)
