"""Which of many named things a query means, by its folded words; and which names come nearest when it means none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz, process

from mercato.model.folding import fold

_WORD = re.compile(r"[^\W_]+")
LEAST_START = 3  # letters: shorter beginnings of words match too much
LEAST_ID = 6  # hex digits of a saga's or article's id that may stand for the whole
NEAR = 60.0  # of 100: below that, names have nothing in common that a person would see


class How(IntEnum):
    """How well a name answers to a query, best first; LAST is what people are called by: a surname."""

    ID = 0
    WHOLE = 1
    LAST = 2
    PART = 3
    START = 4


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be asked for."""

    id: str
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An option that answers to a query, and the name of it that does."""

    option: Option
    how: How
    name: str


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(_WORD.findall(fold(text)))


def quality(asked: Sequence[str], named: Sequence[str]) -> How | None:
    """How well a name, given as folded words, answers to the words asked."""
    if tuple(asked) == tuple(named):
        return How.WHOLE
    if asked and tuple(named[-len(asked) :]) == tuple(asked):
        return How.LAST
    if asked and set(asked) <= set(named):
        return How.PART
    begun = asked and all(any(n.startswith(a) and len(a) >= LEAST_START for n in named) for a in asked)
    return How.START if begun else None


def answer(query: str, option: Option) -> Answer | None:
    """How `option` answers to `query`, by its best name."""
    if query == option.id:
        return Answer(option, How.ID, option.id)
    asked = words(query)
    found = [(how, name) for name in option.names for how in [quality(asked, words(name))] if how is not None]
    if not found:
        return None
    how, name = min(found, key=lambda x: x[0])
    return Answer(option, how, name)


def answers(query: str, options: Iterable[Option]) -> list[Answer]:
    """All that answer to `query`, best first."""
    found = [a for option in options for a in [answer(query, option)] if a is not None]
    return sorted(found, key=lambda a: (a.how, a.option.title, a.option.id))


def best(query: str, options: Iterable[Option]) -> list[Answer]:
    """Those that answer best to `query`; several when it does not tell them apart."""
    found = answers(query, options)
    return [a for a in found if a.how == found[0].how]


def nearest(query: str, titles: Iterable[str], most: int = 3) -> list[str]:
    """The titles most like `query`, best first."""
    known = {title: " ".join(words(title)) for title in dict.fromkeys(titles)}
    return [title for _, _, title in process.extract(" ".join(words(query)), known, scorer=fuzz.WRatio, limit=most, score_cutoff=NEAR)]


def missing(query: str, titles: Iterable[str], remedy: str) -> str:
    """What to say when nothing answers to `query`."""
    near = nearest(query, titles)
    return f"{query}: nothing stored answers to that; " + (f"nearest: {', '.join(near)}" if near else remedy)
