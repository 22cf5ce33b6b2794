"""What is not the article on a page, by language: noise lines, teasers, captions, and the words of dates and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from mercato.errors import BadKnowledge
from mercato.settings import language_folders
from mercato.yamlfile import load

FOLDER = Path(__file__).parent
KINDS = ("ends", "caption", "teaser", "noise")  # in the order they are tried on a line
CREDIT = r"\((?:{})[^()]{{0,160}}\)"  # a credit stands in parentheses; entries give how it begins
LONGEST = 260  # characters: longer lines are searched only for the words that patterns need
BYLINE = 130  # characters of the longest byline
CASELESS = re.compile(r"\\.|\(\?\w|[^\\]", re.DOTALL)


class Line(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A Python regular expression for a whole stripped line, upper and lower case alike unless `case` is set."""

    pattern: str
    matches: list[str]
    rejects: list[str] = []
    case: bool = False
    needs: list[str] = []  # for a pattern that begins with anything, and so is slow: words in lower case of which a line must have one


class Noise(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`noise.yml` of one language; all the patterns of all languages are tried on every page."""

    noise: list[Line] = []  # menus, cookies, sharing, subscriptions, bylines
    teaser: list[Line] = []  # lines that lead to other articles
    caption: list[Line] = []  # under pictures, and their credits
    ends: list[Line] = []  # behind such a line nothing belongs to the article: readers' comments
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
    """A pattern tried only on lines that have one of `needs`."""

    kind: str
    needs: tuple[str, ...]
    encoded: tuple[bytes, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lines:
    """The compiled patterns of all languages."""

    plain: re.Pattern[str]
    exact: re.Pattern[str]
    guarded: tuple[Guarded, ...]
    opening: re.Pattern[str]
    credit: re.Pattern[str]

    def among(self, text: str) -> tuple[Guarded, ...]:
        """The guarded patterns that can match a line of `text`: looked for once a text, as this is the busiest place of reading."""
        encoded = text.lower().encode(errors="replace")  # bytes are searched three times as fast
        found = []
        for guarded in self.guarded:
            for need in guarded.encoded:
                if need in encoded:
                    found.append(guarded)
                    break
        return tuple(found)

    def kind(self, line: str, among: tuple[Guarded, ...]) -> str | None:
        """Which of KINDS a stripped line is, None for a line of the article."""
        lowered = line.lower()
        found = self.plain.match(lowered) if len(line) <= LONGEST else None
        found = found or (self.exact.match(line) if len(line) <= BYLINE else None)
        if found:
            return found.lastgroup
        for guarded in among:
            for need in guarded.needs:
                if need in lowered:
                    if guarded.pattern.match(lowered):
                        return guarded.kind
                    break
        return None


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


def _alternation(files: tuple[Noise, ...], kind: str, case: bool) -> str:
    return "|".join(line_pattern(line) for file in files for line in getattr(file, kind) if line.case is case and not line.needs) or r"(?!)"


def _kinds(files: tuple[Noise, ...], case: bool) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(f"(?P<{kind}>{_alternation(files, kind, case)})" for kind in KINDS) + r")\Z")


def _guarded(files: tuple[Noise, ...]) -> tuple[Guarded, ...]:
    """The patterns with needs, in the order of KINDS; `case` is not for them."""
    entries = [(kind, line) for kind in KINDS for file in files for line in getattr(file, kind) if line.needs]
    return tuple(
        Guarded(kind, tuple(line.needs), tuple(need.encode() for need in line.needs), re.compile(f"(?:{line_pattern(line)})\\Z")) for kind, line in entries
    )


def compile_lines(files: tuple[Noise, ...]) -> Lines:
    """The patterns of `files` as one."""
    opening = f"(?:(?i:{_alternation(files, 'opening', False)})|{_alternation(files, 'opening', True)})"
    credit = "|".join(line.pattern for file in files for line in file.credit)
    closing = re.compile(CREDIT.format(credit or "(?!)"), re.IGNORECASE)
    return Lines(_kinds(files, False), _kinds(files, True), _guarded(files), re.compile(opening), closing)


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
