"""Word patterns as the language files write them, and an index that finds them in a masked sentence.

A masked sentence is a list of folded words and punctuation in which each mention stands as one upper-case word: PERSON, CLUB, SOURCE, MONEY, YEAR.
A pattern is a list of elements separated by spaces:

    word        that word (case and accents do not matter)
    word*       any word that begins so
    a|b*|c      any of these
    the?        may be missing (also on a choice: a|b?)
    ..          up to three words, no mention, no punctuation; words joined by hyphens count as one
    {person}    a person mention that takes this role; {to}, {from}, {club}, {source}, {money} alike
    PERSON      a person mention without a role; CLUB, SOURCE, MONEY, YEAR alike
    , : ? - "   that punctuation
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, takewhile
from operator import attrgetter, itemgetter
from typing import Generic, NamedTuple, TypeVar

from mercato.model.folding import fold

T = TypeVar("T")
GAP = 3
FREQUENT = 2  # a mention stands in most sentences that matter: it tells as little as a word of two letters
KEPT = 100_000  # words of which an index remembers what they begin; enough for a whole newspaper, and far from filling the memory
MASKS = frozenset({"PERSON", "CLUB", "SOURCE", "MONEY", "YEAR", "NUMBER"})
SLOTS = {"person": "PERSON", "to": "CLUB", "from": "CLUB", "club": "CLUB", "source": "SOURCE", "money": "MONEY", "year": "YEAR", "number": "NUMBER"}
_PIECE = re.compile(r"\{\w+\}|\.\.|[^\W_]+\*?|[,:;?!\-\"()/]|\|")


class Element(NamedTuple):  # tens of thousands are made at every start: a frozen dataclass takes twice as long
    """One step of a pattern."""

    exact: frozenset[str]
    prefixes: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False
    slot: str | None = None

    @property
    def sure(self) -> bool:
        """Whether one of the exact words must stand here."""
        return not (self.gap or self.optional or self.prefixes)

    def takes(self, word: str) -> bool:
        """Whether `word` of a masked sentence satisfies this step."""
        return word in self.exact or (bool(self.prefixes) and word not in MASKS and word.startswith(self.prefixes))


class Match(NamedTuple):  # hundreds are made for an article: a frozen dataclass takes twice as long
    """Words `start` up to `end` of a masked sentence, with the position of each slot."""

    start: int
    end: int
    slots: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: its first step, the sure ones right behind it, and the rest."""

    sure: tuple[frozenset[str], ...]
    rest: tuple[Element, ...]
    slots: tuple[tuple[str, int], ...] = ()  # of the first step and the sure ones, counted from the first
    need: frozenset[str] = frozenset()  # a sentence without any of these has no match; empty: nothing is certain
    also: tuple[frozenset[str], ...] = ()  # the same of each other step
    plain: int = 0  # the length of a pattern of one or two words in which nothing is left to look at once these have been found

    def match(self, words: Sequence[str], start: int) -> Match | None:
        """The match beginning at `start`, whose word fits the first element, or None; optional elements and gaps take as little as possible."""
        i = start + 1
        if i + len(self.sure) > len(words):
            return None
        for exact in self.sure:
            if words[i] not in exact:
                return None
            i += 1
        slots = tuple([(slot, start + away) for slot, away in self.slots]) if self.slots else ()
        found = _walk(self.rest, 0, words, (i, slots)) if self.rest else (i, slots)
        return Match(start, *found) if found else None


_Reached = tuple[int, tuple[tuple[str, int], ...]]  # the word behind what has been matched, and the slots so far


def _walk(elements: tuple[Element, ...], at: int, words: Sequence[str], reached: _Reached) -> _Reached | None:
    """How far the elements from `at` on reach behind what has been matched already."""
    i, slots = reached
    for place in range(at, len(elements)):
        element = elements[place]
        if element.gap:
            return _leap(elements, place + 1, words, (i, slots))
        fits = i < len(words) and element.takes(words[i])
        if element.optional:
            found = _walk(elements, place + 1, words, (i + 1, (*slots, (element.slot, i)) if element.slot else slots)) if fits else None
            if found:
                return found
        elif fits:
            slots = (*slots, (element.slot, i)) if element.slot else slots
            i += 1
        else:
            return None
    return i, slots


def _leap(elements: tuple[Element, ...], at: int, words: Sequence[str], reached: _Reached) -> _Reached | None:
    """How far they reach behind a gap of as few words as possible."""
    end, slots = reached
    for _ in range(GAP + 1):
        found = _walk(elements, at, words, (end, slots))
        if found or end >= len(words) or words[end] in MASKS or not words[end][0].isalnum():
            return found
        end += 1
        while end + 1 < len(words) and words[end] == "-":  # the parts of one word
            end += 2
    return None


@cache  # a language says the same few words again and again: a quarter of its chunks are the first of their kind
def _steps(chunk: str) -> tuple[Element, ...]:
    """The steps of one space-separated chunk; "dell'inter" is two words."""
    if chunk == "..":
        return (Element(frozenset(), gap=True),)
    if chunk in ("?", "!"):
        return (Element(frozenset({chunk})),)
    optional = chunk.endswith("?")
    chunk = chunk.rstrip("?") if optional else chunk
    if chunk.startswith("{"):
        slot = chunk.strip("{}")
        return (Element(frozenset({SLOTS[slot]}), optional=optional, slot=slot),)
    if "{" in chunk:
        raise ValueError(f"{chunk!r}: a role is no choice among words; write the pattern twice")
    choices = chunk.split("|")
    folded = fold(chunk)
    if "'" in folded:
        if len(choices) > 1:
            raise ValueError(f"{chunk!r}: no apostrophe inside a choice")
        return tuple(step for part in folded.split("'") if part for step in _steps(_restored(part)))
    words = [choice if choice in MASKS else fold(choice) for choice in choices]
    exact = frozenset(word for word in words if not word.endswith("*"))
    return (Element(exact, tuple(word[:-1] for word in words if word.endswith("*")), optional),)


def _restored(part: str) -> str:
    return part.upper() if part.upper() in MASKS else part


def _parsed(text: str) -> tuple[Element, ...]:
    """The steps written in `text`; raises ValueError or KeyError for what the notation does not know."""
    elements = tuple(chain.from_iterable(map(_steps, text.split())))
    if not elements or elements[0].gap or elements[0].optional:
        raise ValueError(f"{text!r}: a pattern begins with a word that must be there")
    return elements


def _pattern(elements: tuple[Element, ...]) -> Pattern:
    """The pattern of these steps, with what tells at a glance where it cannot match."""
    behind = tuple(takewhile(attrgetter("sure"), elements[1:]))
    sure, rest = tuple(element.exact for element in behind), elements[1 + len(behind) :]
    slots = tuple((element.slot, away) for away, element in enumerate(elements[: 1 + len(behind)]) if element.slot)
    rarest = sorted((e.exact for e in elements[1 + bool(behind) :] if e.sure), key=_told, reverse=True)
    plain = 0 if slots or rest or len(sure) > 1 else 1 + len(sure)
    return Pattern(sure, rest, slots, rarest[0] if rarest else frozenset(), tuple(rarest[1:]), plain)


def _told(exact: frozenset[str]) -> tuple[int, int]:
    """How much it tells that one of these words must come: the longest words are least likely to stand in any sentence, then the fewest."""
    return min(map(_rarity, exact)), -len(exact)


def _rarity(word: str) -> int:
    return len(word) if word not in MASKS else FREQUENT


_Entry = tuple[int, Pattern, T]  # its place among the patterns that may begin with a word, the pattern, what it means


@dataclass(frozen=True, slots=True)
class _Starting(Generic[T]):
    """What may begin with one word, or with one word and the next."""

    always: list[_Entry[T]] = field(default_factory=list)  # tried wherever the words stand
    needing: dict[str, list[_Entry[T]]] = field(default_factory=dict)  # tried where this word stands in the sentence too
    needed: set[str] = field(default_factory=set)  # the keys of `needing`
    following: dict[str, _Starting[T]] = field(default_factory=dict)  # tried where this word comes next

    def add(self, entry: _Entry[T], need: frozenset[str]) -> None:
        """Sort in a pattern that needs one of these words, if it needs any."""
        if not need:
            self.always.append(entry)
        self.needed.update(need)
        for word in need:
            self.needing.setdefault(word, []).append(entry)

    def entries(self, present: set[str]) -> list[_Entry[T]]:
        """The patterns worth trying in a sentence of these words, in order."""
        if self.needed.isdisjoint(present):
            return self.always
        met = {entry[0]: entry for word in self.needed & present for entry in self.needing[word] if not any(map(present.isdisjoint, entry[1].also))}
        return sorted((*self.always, *met.values()), key=itemgetter(0)) if met else self.always


class _Known(dict[str, "_Starting[T] | None"], Generic[T]):
    """What begins with each word ever met, sorted out when it is first met; None for the many that begin nothing."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[tuple[Element, ...], T]]] = {}
        self._prefix: dict[str, list[tuple[tuple[Element, ...], T]]] = {}
        for text, meaning in entries:
            elements = _parsed(text)  # at once, so that a mistake in a file is seen; the rest when a word first begins it, since few ever do
            for word in elements[0].exact:
                self._exact.setdefault(word, []).append((elements, meaning))
            for prefix in elements[0].prefixes:
                self._prefix.setdefault(prefix, []).append((elements, meaning))

    def __missing__(self, word: str) -> _Starting[T] | None:
        if len(self) > KEPT:
            self.clear()
        self[word] = found = self._starting(word)
        return found

    def _starting(self, word: str) -> _Starting[T] | None:
        entries = list(self._exact.get(word, ()))
        if word not in MASKS:
            for length in range(1, len(word) + 1):
                entries += self._prefix.get(word[:length], ())
        if not entries:
            return None
        found: _Starting[T] = _Starting()
        for rank, (elements, meaning) in enumerate(entries):
            pattern = _pattern(elements)
            places = [found.following.setdefault(second, _Starting()) for second in pattern.sure[0]] if pattern.sure else [found]
            for place in places:
                place.add((rank, pattern, meaning), pattern.need)
        return found


class PatternIndex(Generic[T]):
    """Many patterns, each with what it means, found in one pass over a masked sentence."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._known = _Known(entries)

    def find(self, words: Sequence[str]) -> list[tuple[Match, T]]:
        """Every match in order of its first word; matches may overlap."""
        present, last = set(words), len(words) - 1
        found: list[tuple[Match, T]] = []
        for i, starting in enumerate(map(self._known.__getitem__, words)):
            if starting is None:
                continue
            entries = starting.always if starting.needed.isdisjoint(present) else starting.entries(present)
            if i < last and (following := starting.following.get(words[i + 1])):
                entries = entries + following.entries(present)
            for _, pattern, meaning in entries:
                if length := pattern.plain:
                    found.append((Match(i, i + length), meaning))
                elif match := pattern.match(words, i):
                    found.append((match, meaning))
        return found
