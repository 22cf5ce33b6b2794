"""What is not the article on a page, by language: noise lines, teasers, captions, and the words of dates and abbreviations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import msgspec

from mercato.errors import BadKnowledge
from mercato.languages.heads import HEAD, OPEN, heads, longest
from mercato.settings import language_folders
from mercato.yamlfile import load

FOLDER = Path(__file__).parent
KINDS = ("ends", "caption", "teaser", "noise")  # in the order they are tried on a line
CREDIT = r"\((?:{})[^()]{{0,160}}\)"  # a credit stands in parentheses; entries give how it begins
LONGEST = 260  # characters: longer lines are searched only for the words that patterns need
LONG = 400  # characters: no line of noise is longer
BANDS = (80, LONGEST, LONG)  # characters: the words that only short lines need are looked for in short lines
CASELESS = re.compile(r"\\.|\(\?\w|[^\\]", re.DOTALL)


class Line(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A Python regular expression for a whole stripped line, upper and lower case alike unless `case` is set."""

    pattern: str
    matches: list[str]
    rejects: list[str] = []
    case: bool = False
    needs: list[str] = []  # for a pattern that can begin with anything: pieces of words, lower case, no accents, of which a line must have one


class Noise(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`noise.yml` of one language; all the patterns of all languages are tried on every page."""

    noise: list[Line] = []  # menus, cookies, sharing, subscriptions, bylines
    teaser: list[Line] = []  # lines that lead to other articles
    caption: list[Line] = []  # under pictures, and their credits
    ends: list[Line] = []  # behind such a line nothing belongs to the article: readers' comments
    address: list[Line] = []  # noise again: lines without a space, tried on no others; write (?i:...) where case does not matter
    opening: list[Line] = []  # glued in front of a paragraph: datelines, the date a crawler found
    credit: list[Line] = []  # how a picture's credit in parentheses begins; what stands before it on the line is its caption
    months: dict[str, int] = {}
    weekdays: list[str] = []
    abbreviations: list[str] = []  # words whose full stop ends no sentence, written without it
    lettered: list[str] = []  # words that take a letter ("Serie A"), which is then no initial
    numbered: list[str] = []  # words whose full stop ends no sentence before a number: "No. 9"
    ordinals: bool = False  # whether "2." is how the language writes "second"
    tags: list[str] = []  # other codes and names of the language: "eng", "english"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A pattern that can begin with anything, tried only on lines not longer than `longest` that have `need`."""

    kind: str
    need: str
    case: bool
    pattern: re.Pattern[str]
    longest: int


@dataclass(frozen=True, slots=True)
class Band:
    """What guarded patterns need that match only lines of at most `longest` characters, as bytes, each with the indices of its patterns."""

    longest: int
    needs: dict[bytes, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Among:
    """The guarded patterns that can match a line of one page, and the length of the longest such line."""

    guarded: tuple[Guarded, ...] = ()
    longest: int = 0


NONE = Among()


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
class Lines:
    """The compiled patterns of all languages."""

    begun: Callable[[str], Choice | None]  # by the first HEAD letters of a line, in lower case
    address: re.Pattern[str]
    guarded: tuple[Guarded, ...]
    bands: tuple[Band, ...]
    opening: re.Pattern[str]
    credit: re.Pattern[str]

    def among(self, found: Sequence[str]) -> Among:
        """The guarded patterns that can match one of the lines `found` on a page: looked for once a page, as bytes, which is many times faster."""
        indices: list[int] = []
        for band in self.bands:
            searched = "\n".join([line for line in found if len(line) <= band.longest]).encode(errors="replace").lower()
            for need, patterns in band.needs.items():
                if need in searched:
                    indices += patterns
        if not indices:
            return NONE
        guarded = tuple(self.guarded[index] for index in sorted(indices))
        return Among(guarded, max(one.longest for one in guarded))

    def kind(self, line: str, among: Among) -> str | None:
        """Which of KINDS a stripped line is, None for a line of the article."""
        if len(line) <= LONGEST:
            choice = self.begun(line[:HEAD].lower())
            found = choice.match(line) if choice else None
            if found:
                return found.lastgroup
            if " " not in line and self.address.fullmatch(line):
                return "noise"
        if len(line) <= among.longest:
            lowered = line.lower()
            for guarded in among.guarded:
                if guarded.need in lowered and guarded.pattern.match(line if guarded.case else lowered):
                    return guarded.kind
        return None


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
        indices = just[head].union(*(under[head[:length]] for length in range(HEAD + 1) if length <= len(head)))
        chosen = [entries[index] for index in sorted(indices)]
        choices[head] = Choice(_grouped(entry for entry in chosen if not entry.case), _grouped(entry for entry in chosen if entry.case))

    @lru_cache(maxsize=20_000)  # many more than the beginnings of words in our languages
    def choice(head: str) -> Choice | None:
        return next((choices[head[:length]] for length in range(HEAD, -1, -1) if head[:length] in choices), None)

    return choice


def _grouped(entries: Iterable[_Entry]) -> str:
    """One alternation with a group for each kind; `entries` are in the order of KINDS."""
    return "|".join(f"(?P<{kind}>{'|'.join(entry.pattern for entry in group)})" for kind, group in groupby(entries, key=attrgetter("kind")))


def _guards(kind: str, line: Line) -> list[Guarded]:
    """One for each need of `line`."""
    for need in line.needs:
        if need.upper().encode().lower() != need.encode():
            raise BadKnowledge(line.pattern, f"needs: write {need!r} in lower case and without accents")
    source = line_pattern(line)
    pattern, width = re.compile(f"(?:{source})\\Z"), min(longest(source), LONG)
    return [Guarded(kind, need, line.case, pattern, width) for need in line.needs]


def _bands(guarded: tuple[Guarded, ...]) -> tuple[Band, ...]:
    """The needs by the longest line that one of their patterns matches."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(guarded):
        wanted[one.need].append(index)
    bands: dict[int, dict[bytes, tuple[int, ...]]] = defaultdict(dict)
    for need, indices in wanted.items():
        reach = max(guarded[index].longest for index in indices)
        bands[next(limit for limit in BANDS if reach <= limit)][need.encode()] = tuple(indices)
    return tuple(Band(limit, needs) for limit, needs in bands.items())


def compile_lines(files: tuple[Noise, ...]) -> Lines:
    """The patterns of `files` as one."""
    every = [(kind, line) for kind in KINDS for file in files for line in getattr(file, kind)]
    guarded = tuple(guarded for kind, line in every for guarded in _guards(kind, line))
    begun = _begun(tuple(_Entry(kind, line.case, line_pattern(line)) for kind, line in every if not line.needs))
    openings = [line for file in files for line in file.opening]
    caseless, cased = (_alternation(line for line in openings if line.case is case) for case in (False, True))
    credit = "|".join(line.pattern for file in files for line in file.credit)
    closing = re.compile(CREDIT.format(credit or "(?!)"), re.IGNORECASE)
    address = re.compile(_alternation(line for file in files for line in file.address))
    return Lines(begun, address, guarded, _bands(guarded), re.compile(f"(?:(?i:{caseless})|{cased})"), closing)


def read_noise(folder: Path) -> dict[str, Noise]:
    """The `noise.yml` of every language folder in `folder`."""
    return {path.parent.name: load(path, Noise) for path in sorted(folder.glob("*/noise.yml"))}


@cache
def noises() -> dict[str, Noise]:
    """What is known of each language; "all" stands for what no language owns."""
    return {language: file for folder in (FOLDER, *language_folders()) for language, file in read_noise(folder).items()}


@cache
def lines() -> Lines:
    """The compiled patterns of every language."""
    return compile_lines(tuple(noises().values()))


@cache
def noise(language: str) -> Noise:
    """The words of one language; of none where it is not known."""
    return noises().get(language) or Noise()


@cache
def months() -> dict[str, int]:
    """The names of the months in every language, lower case."""
    return {name.lower(): month for file in noises().values() for name, month in file.months.items()}
