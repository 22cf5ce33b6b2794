"""Word patterns as the language files write them, and an index that finds them in a masked sentence.

A masked sentence is a list of folded words and punctuation in which each mention stands as one upper-case word: PERSON, CLUB, SOURCE, MONEY, YEAR.
A pattern is a list of elements separated by spaces:

    word        that word (case and accents do not matter)
    word*       any word that begins so
    a|b*|c      any of these
    the?        may be missing (also on a choice: a|b?)
    ..          up to three words, no mention, no punctuation
    {person}    a person mention that takes this role; {to}, {from}, {club}, {source}, {money} alike
    PERSON      a person mention without a role; CLUB, SOURCE, MONEY, YEAR alike
    , : ? - "   that punctuation
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mercato.model.folding import fold

T = TypeVar("T")
GAP = 3
MASKS = frozenset({"PERSON", "CLUB", "SOURCE", "MONEY", "YEAR", "NUMBER"})
SLOTS = {"person": "PERSON", "to": "CLUB", "from": "CLUB", "club": "CLUB", "source": "SOURCE", "money": "MONEY", "year": "YEAR", "number": "NUMBER"}
_PIECE = re.compile(r"\{\w+\}|\.\.|[^\W_]+\*?|[,:;?!\-\"()/]|\|")


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern."""

    exact: frozenset[str]
    prefixes: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False
    slot: str | None = None

    def takes(self, word: str) -> bool:
        """Whether `word` of a masked sentence satisfies this step."""
        return word in self.exact or (bool(self.prefixes) and word not in MASKS and word.startswith(self.prefixes))


@dataclass(frozen=True, slots=True)
class Match:
    """Words `start` up to `end` of a masked sentence, with the position of each slot."""

    start: int
    end: int
    slots: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    elements: tuple[Element, ...]
    second: frozenset[str] | None = None  # the words that must follow the first, where that is certain: most candidates fail here

    def match(self, words: Sequence[str], start: int) -> Match | None:
        """The match beginning at `start`, or None; optional elements and gaps take as little as possible."""
        slots = _walk(self.elements, 0, words, start)
        return None if slots is None else Match(start, slots[0], slots[1])


def _walk(elements: tuple[Element, ...], at: int, words: Sequence[str], i: int) -> tuple[int, tuple[tuple[str, int], ...]] | None:
    if at == len(elements):
        return i, ()
    element = elements[at]
    if element.gap:
        for skip in range(GAP + 1):
            found = _walk(elements, at + 1, words, i + skip)
            if found is not None:
                return found
            if i + skip >= len(words) or words[i + skip] in MASKS or not words[i + skip][0].isalnum():
                return None
        return None
    if i < len(words) and element.takes(words[i]):
        found = _walk(elements, at + 1, words, i + 1)
        if found is not None:
            return (found[0], ((element.slot, i), *found[1])) if element.slot else found
    return _walk(elements, at + 1, words, i) if element.optional else None


def _element(chunk: str) -> list[Element]:
    """The steps of one space-separated chunk; "dell'inter" is two words."""
    if chunk == "..":
        return [Element(frozenset(), gap=True)]
    if chunk in ("?", "!"):
        return [Element(frozenset({chunk}))]
    optional = chunk.endswith("?")
    chunk = chunk.rstrip("?") if optional else chunk
    if chunk.startswith("{"):
        slot = chunk.strip("{}")
        return [Element(frozenset({SLOTS[slot]}), optional=optional, slot=slot)]
    choices = chunk.split("|")
    if any("'" in fold(choice) for choice in choices):
        if len(choices) > 1:
            raise ValueError(f"{chunk!r}: no apostrophe inside a choice")
        return [step for part in fold(chunk).split("'") if part for step in _element(_restored(part))]
    words = [choice if choice in MASKS else fold(choice) for choice in choices]
    exact = frozenset(word for word in words if not word.endswith("*"))
    return [Element(exact, tuple(word[:-1] for word in words if word.endswith("*")), optional)]


def _restored(part: str) -> str:
    return part.upper() if part.upper() in MASKS else part


def compile_pattern(text: str) -> Pattern:
    """The pattern written in `text`; raises ValueError for what the notation does not know."""
    elements = tuple(step for chunk in text.split() for step in _element(chunk))
    if not elements or elements[0].gap or elements[0].optional:
        raise ValueError(f"{text!r}: a pattern begins with a word that must be there")
    sure = len(elements) > 1 and not (elements[1].gap or elements[1].optional or elements[1].prefixes)
    return Pattern(elements, elements[1].exact if sure else None)


_Starting = tuple[list[tuple[Pattern, T]], dict[str, list[tuple[Pattern, T]]]]  # patterns open in their second word, and by it


class PatternIndex(Generic[T]):
    """Many patterns, each with what it means, found in one pass over a masked sentence."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[Pattern, T]]] = {}
        self._prefix: dict[str, list[tuple[Pattern, T]]] = {}
        for text, meaning in entries:
            pattern = compile_pattern(text)
            for word in pattern.elements[0].exact:
                self._exact.setdefault(word, []).append((pattern, meaning))
            for prefix in pattern.elements[0].prefixes:
                self._prefix.setdefault(prefix, []).append((pattern, meaning))
        self._known: dict[str, _Starting[T] | None] = {}

    def _starting(self, word: str) -> _Starting[T] | None:
        """What may begin with `word`, sorted out once for each word ever met; None for the many that begin nothing."""
        entries = list(self._exact.get(word, ()))
        if word not in MASKS:
            for length in range(1, len(word) + 1):
                entries += self._prefix.get(word[:length], ())
        found: _Starting[T] | None = None
        if entries:
            found = ([], {})
            for pattern, meaning in entries:
                if pattern.second is None:
                    found[0].append((pattern, meaning))
                for second in pattern.second or ():
                    found[1].setdefault(second, []).append((pattern, meaning))
        self._known[word] = found
        return found

    def find(self, words: Sequence[str]) -> Iterator[tuple[Match, T]]:
        """Every match in order of its first word; matches may overlap."""
        known, last = self._known, len(words) - 1
        for i, word in enumerate(words):
            starting = known[word] if word in known else self._starting(word)
            if starting is None:
                continue
            for pattern, meaning in starting[0]:
                match = pattern.match(words, i)
                if match:
                    yield match, meaning
            if i < last:
                for pattern, meaning in starting[1].get(words[i + 1], ()):
                    match = pattern.match(words, i)
                    if match:
                        yield match, meaning
