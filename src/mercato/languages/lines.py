"""The noise patterns of all languages as one: which kind of noise a line is, found without trying hundreds of patterns on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter

from mercato.errors import BadKnowledge
from mercato.languages.heads import HEAD, OPEN, heads, longest
from mercato.languages.noise import Line, Noise, noises

KINDS = ("ends", "caption", "teaser", "noise")  # in the order they are tried on a line
CREDIT = r"\((?:{})[^()]{{0,160}}\)"  # a credit stands in parentheses; entries give how it begins
LONGEST = 260  # characters: longer lines are tried only with the patterns whose words they have
LONG = 400  # characters: no line of noise is longer
CASELESS = re.compile(r"\\.|\(\?\w|[^\\]", re.DOTALL)
_WORDS = bytes(ord(chr(byte).lower()) if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256))  # accents cut a word: the needs are cut alike


@dataclass(frozen=True, slots=True)
class Choice:
    """The alternations that can match a line of one beginning: in lower case, and as it is written; empty where there is none."""

    lowered: str
    written: str

    def match(self, line: str) -> re.Match[str] | None:
        """The match of a whole line, the kind being its last group."""
        found = _whole(self.lowered).match(line.lower()) if self.lowered else None
        return found or (_whole(self.written).match(line) if self.written else None)


@dataclass(frozen=True, slots=True)
class Guarded:
    """A pattern tried only on lines that have what it needs and are not longer than `longest`."""

    kind: str
    case: bool
    pattern: re.Pattern[str]
    longest: int


@dataclass(frozen=True, slots=True)
class Needs:
    """The guarded patterns, in the order of KINDS, by the words and symbols that they need."""

    guarded: tuple[Guarded, ...]
    words: dict[bytes, tuple[int, ...]]
    symbols: dict[str, tuple[int, ...]]
    every: frozenset[bytes]  # the words again: this asks a set faster than a dict is asked

    def kind(self, line: str) -> str | None:
        """The kind of the first guarded pattern that matches `line`."""
        words = _words(line)
        found: list[int] = []
        if not self.every.isdisjoint(words):
            found += (index for word in self.every.intersection(words) for index in self.words[word])
        for symbol, indices in self.symbols.items():
            if symbol in line:
                found += indices
        return self._first(line, sorted(found)) if found else None

    def _first(self, line: str, indices: list[int]) -> str | None:
        lowered = line.lower()
        for guarded in map(self.guarded.__getitem__, indices):
            if len(line) <= guarded.longest and guarded.pattern.match(line if guarded.case else lowered):
                return guarded.kind
        return None


@dataclass(frozen=True, slots=True)
class Lines:
    """The compiled patterns of all languages."""

    begun: Callable[[str], Choice | None]  # by the first HEAD letters of a line, in lower case
    address: re.Pattern[str]
    needs: Needs
    opening: re.Pattern[str]
    credit: re.Pattern[str]

    def kind(self, line: str) -> str | None:
        """Which of KINDS a stripped line is, None for a line of the article."""
        if len(line) <= LONGEST:
            choice = self.begun(line[:HEAD].lower())
            found = choice.match(line) if choice else None
            if found:
                return found.lastgroup
            if " " not in line and self.address.fullmatch(line):
                return "noise"
        return self.needs.kind(line) if len(line) <= LONG else None


def _words(text: str) -> list[bytes]:
    """The words of `text` in lower case: as bytes, for that is several times faster."""
    return text.encode("utf-8", "replace").translate(_WORDS).split()


@cache
def _whole(alternation: str) -> re.Pattern[str]:
    """Compiled when first met: most beginnings never are."""
    return re.compile(f"(?:{alternation})\\Z")


def _lowered(pattern: str) -> str:
    """The pattern for lower-cased text: much faster than one that ignores case."""
    return CASELESS.sub(lambda piece: piece.group() if piece.group()[0] == "\\" or piece.group()[1:] else piece.group().lower(), pattern)


def line_pattern(line: Line) -> str:
    """The expression as it is compiled; raises BadKnowledge for one that does not parse or has numbered groups."""
    try:
        if re.compile(line.pattern).groups:
            raise BadKnowledge(line.pattern, "write (?:...) for a group")
    except re.error as error:
        raise BadKnowledge(line.pattern, str(error)) from error
    return line.pattern if line.case else _lowered(line.pattern)


def _alternation(lines: Iterable[Line]) -> str:
    return "|".join(line_pattern(line) for line in lines) or r"(?!)"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A pattern without needs, as it is compiled."""

    kind: str
    case: bool
    pattern: str


def _begun(entries: tuple[_Entry, ...]) -> Callable[[str], Choice | None]:
    """For every beginning of a line, what can match it: patterns that begin so, and those that begin with less of it and then anything."""
    just: dict[str, set[int]] = defaultdict(set)
    under: dict[str, set[int]] = defaultdict(set)
    for index, entry in enumerate(entries):
        for head in heads(entry.pattern):
            (under if head.endswith(OPEN) else just)[head.rstrip(OPEN)].add(index)
    choices = {}
    for head in {*just, *under}:
        indices = just[head].union(*(under[head[:length]] for length in range(len(head) + 1)))
        chosen = [entries[index] for index in sorted(indices)]
        choices[head] = Choice(_grouped(entry for entry in chosen if not entry.case), _grouped(entry for entry in chosen if entry.case))

    @lru_cache(maxsize=20_000)  # many more than the beginnings of words in our languages
    def choice(head: str) -> Choice | None:
        return next((choices[head[:length]] for length in range(HEAD, -1, -1) if head[:length] in choices), None)

    return choice


def _grouped(entries: Iterable[_Entry]) -> str:
    """One alternation with a group for each kind; `entries` are in the order of KINDS."""
    return "|".join(f"(?P<{kind}>{'|'.join(entry.pattern for entry in group)})" for kind, group in groupby(entries, key=attrgetter("kind")))


def _needs(every: list[tuple[str, Line]]) -> Needs:
    guarded: list[Guarded] = []
    words: dict[bytes, tuple[int, ...]] = defaultdict(tuple)
    symbols: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for index, (kind, line) in enumerate(every):
        pattern = line_pattern(line)
        guarded.append(Guarded(kind, line.case, re.compile(f"(?:{pattern})\\Z"), longest(pattern)))
        for need in line.needs:
            parts = _words(need)
            if parts:
                words[max(parts, key=len)] += (index,)
            else:
                symbols[need] += (index,)
    return Needs(tuple(guarded), dict(words), dict(symbols), frozenset(words))


def compile_lines(files: tuple[Noise, ...]) -> Lines:
    """The patterns of `files` as one."""
    every = [(kind, line) for kind in KINDS for file in files for line in getattr(file, kind)]
    begun = _begun(tuple(_Entry(kind, line.case, line_pattern(line)) for kind, line in every if not line.needs))
    address = re.compile(_alternation(line for file in files for line in file.address))
    openings = [line for file in files for line in file.opening]
    caseless, cased = (_alternation(line for line in openings if line.case is case) for case in (False, True))
    credit = "|".join(line.pattern for file in files for line in file.credit)
    closing = re.compile(CREDIT.format(credit or "(?!)"), re.IGNORECASE)
    return Lines(begun, address, _needs([(kind, line) for kind, line in every if line.needs]), re.compile(f"(?:(?i:{caseless})|{cased})"), closing)


@cache
def lines() -> Lines:
    """The compiled patterns of every language."""
    return compile_lines(tuple(noises().values()))
