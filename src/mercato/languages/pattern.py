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
    , : ? - "   that punctuation; - joins words
    –           a dash that parts clauses, long or with spaces around it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from mercato.model.folding import fold

T = TypeVar("T")
GAP = 3
DASH = "–"  # how a dash stands among the words of a masked sentence; a hyphen inside a word is "-"
KEPT = 100_000  # words of which an index remembers what they begin; enough for a whole newspaper, and far from filling the memory
MASKS = frozenset({"PERSON", "CLUB", "SOURCE", "MONEY", "YEAR", "NUMBER"})
SLOTS = {"person": "PERSON", "to": "CLUB", "from": "CLUB", "club": "CLUB", "source": "SOURCE", "money": "MONEY", "year": "YEAR", "number": "NUMBER"}
_PIECE = re.compile(r"\{\w+\}|\.\.|[^\W_]+\*?|[,:;?!\-\"()/→➡⇄🔜🤝✍]|\|")


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
    """A compiled pattern; it is `sure` if behind its first step nothing is left open but which of the exact words stands there."""

    steps: tuple[Element, ...]
    sure: bool
    slots: tuple[tuple[str, int], ...] = ()  # of a sure pattern, counted from the first step

    def match(self, words: Sequence[str], start: int) -> Match | None:
        """The match beginning at `start`, whose word fits the first step, or None; optional elements and gaps take as little as possible."""
        slot = self.steps[0].slot
        found = _walk(self.steps, 1, words, (start + 1, ((slot, start),) if slot else ()))
        return Match(start, *found) if found else None

    def placed(self, start: int) -> Match:
        """The match of a sure pattern all of whose words have been found from `start` on."""
        return Match(start, start + len(self.steps), tuple([(slot, start + away) for slot, away in self.slots]) if self.slots else ())


_Reached = tuple[int, tuple[tuple[str, int], ...]]  # the word behind what has been matched, and the slots so far


def _walk(steps: tuple[Element, ...], at: int, words: Sequence[str], reached: _Reached) -> _Reached | None:
    """How far the steps from `at` on reach behind what has been matched already."""
    i, slots = reached
    for place in range(at, len(steps)):
        exact, prefixes, optional, gap, slot = steps[place]
        if gap:
            return _leap(steps, place + 1, words, (i, slots))
        fits = i < len(words) and ((word := words[i]) in exact or (bool(prefixes) and word not in MASKS and word.startswith(prefixes)))
        if optional:
            found = _walk(steps, place + 1, words, (i + 1, (*slots, (slot, i)) if slot else slots)) if fits else None
            if found:
                return found
        elif fits:
            slots = (*slots, (slot, i)) if slot else slots
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
    words = [choice if choice in MASKS or choice == DASH else fold(choice) for choice in choices]
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


def _pattern(steps: tuple[Element, ...]) -> Pattern:
    """The pattern of these steps."""
    sure = all(step.sure for step in steps[1:])
    return Pattern(steps, sure, tuple([(step.slot, away) for away, step in enumerate(steps) if step.slot]) if sure else ())


_Entry = tuple[int, Pattern, T]  # its place among the patterns that may begin with a word, the pattern, what it means
_Open = list[tuple[_Entry[T], int]]  # patterns found in part, each with the step that comes next


class _State(Generic[T]):
    """How far some patterns have been found: which are complete, and with which words the others go on.

    A state of the automaton that finds all patterns at once, worked out when a text first comes to it: few ever are. What the
    words alone do not tell, as where a gap ends, is left to `Pattern.match`.
    """

    __slots__ = ("apart", "complete", "following", "gaps", "open", "stemmed", "stems")

    def __init__(self, open: _Open[T]) -> None:
        self.open: _Open[T] | None = open  # None once they are sorted
        self.complete: tuple[_Entry[T], ...] = ()
        self.following: dict[str, _State[T]] | None = None  # by the next word
        self.apart: dict[str, _State[T]] | None = None  # by a word behind a gap
        self.stemmed: tuple[tuple[tuple[str, ...], _Entry[T]], ...] = ()  # those that go on with any word that begins so
        self.stems: tuple[str, ...] = ()  # how such words begin, of all of them: few words do, and one look tells
        self.gaps = 1  # gaps on end before such words

    def sort(self) -> None:
        """Sort the patterns by the words that they take next; what there is none of is no empty table: to fetch those from memory takes most of the time."""
        following: dict[str, _Open[T]] = {}
        apart: dict[str, _Open[T]] = {}
        for entry, at in self.open or ():
            self._sort(entry, at, following, apart)
        self.following = {word: _State(open) for word, open in following.items()} or None
        self.apart = {word: _State(open) for word, open in apart.items()} or None
        self.open = None

    def _sort(self, entry: _Entry[T], at: int, following: dict[str, _Open[T]], apart: dict[str, _Open[T]]) -> None:
        steps, gaps = entry[1].steps, 0
        for place in range(at, len(steps)):
            step = steps[place]
            if step.gap:
                gaps += 1
                continue
            self.gaps = max(self.gaps, gaps)
            if step.prefixes:
                self.stemmed += ((step.prefixes, entry),)
                self.stems += step.prefixes
            for word in step.exact:
                (apart if gaps else following).setdefault(word, []).append((entry, place + 1))
            if not step.optional:
                return
        self.complete += (entry,)


def _adjoined(entry: tuple[tuple[Element, ...], T]) -> bool:
    """Whether another word must follow right behind the first."""
    return len(entry[0]) > 1 and entry[0][1].sure


class _Known(dict[str, "_State[T] | None"], Generic[T]):
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

    def __missing__(self, word: str) -> _State[T] | None:
        if len(self) > KEPT:
            self.clear()
        self[word] = found = self._starting(word)
        return found

    def _starting(self, word: str) -> _State[T] | None:
        entries = list(self._exact.get(word, ()))
        if word not in MASKS:
            for length in range(1, len(word) + 1):
                entries += self._prefix.get(word[:length], ())
        if not entries:
            return None
        entries.sort(key=_adjoined)
        return _State([((rank, _pattern(elements), meaning), 1) for rank, (elements, meaning) in enumerate(entries)])


class PatternIndex(Generic[T]):
    """Many patterns, each with what it means, found in one pass over a masked sentence."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._known = _Known(entries)

    def find(self, words: Sequence[str]) -> list[tuple[Match, T]]:
        """Every match in order of its first word; matches may overlap."""
        found: list[tuple[Match, T]] = []
        for (start, _), (_, pattern, meaning) in sorted(self._complete(words).items()):
            if match := pattern.placed(start) if pattern.sure else pattern.match(words, start):
                found.append((match, meaning))
        return found

    def _complete(self, words: Sequence[str]) -> dict[tuple[int, int], _Entry[T]]:
        """The patterns found, but for what `match` must tell, by the place of the first word and their rank there."""
        padded, reach = [*words, ""], GAP + 1 + 2 * words.count("-")  # words joined by hyphens count as one
        complete: dict[tuple[int, int], _Entry[T]] = {}
        states = [(i, i + 1, state) for i, state in enumerate(map(self._known.__getitem__, words)) if state is not None]
        for start, i, state in states:  # it grows
            if state.open is not None:
                state.sort()
            for entry in state.complete:
                complete[start, entry[0]] = entry
            if state.following is not None and padded[i] in state.following:
                states.append((start, i + 1, state.following[padded[i]]))
            if state.apart is not None and not state.apart.keys().isdisjoint(near := padded[i : i + reach * state.gaps]):
                states += [(start, j, state.apart[word]) for j, word in enumerate(near, i + 1) if word in state.apart]
            if state.stems and (stems := [word for word in padded[i : i + reach * state.gaps] if word.startswith(state.stems)]):
                for prefixes, entry in state.stemmed:
                    if any(word.startswith(prefixes) for word in stems):
                        complete[start, entry[0]] = entry
        return complete
