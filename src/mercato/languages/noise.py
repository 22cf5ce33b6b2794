"""What is not the article on a page, by language: noise lines, teasers, captions, and the words of dates and abbreviations."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from mercato.settings import language_folders
from mercato.yamlfile import load

FOLDER = Path(__file__).parent


class Line(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A Python regular expression for a whole stripped line, upper and lower case alike unless `case` is set."""

    pattern: str
    matches: list[str]
    rejects: list[str] = []
    case: bool = False
    needs: list[str] = []  # for a pattern that can begin with anything: whole words, in lower case, or a symbol, one of which a line must have


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


def read_noise(folder: Path) -> dict[str, Noise]:
    """The `noise.yml` of every language folder in `folder`."""
    return {path.parent.name: load(path, Noise) for path in sorted(folder.glob("*/noise.yml"))}


@cache
def noises() -> dict[str, Noise]:
    """What is known of each language; "all" stands for what no language owns."""
    return {language: file for folder in (FOLDER, *language_folders()) for language, file in read_noise(folder).items()}


@cache
def noise(language: str) -> Noise:
    """The words of one language; of none where it is not known."""
    return noises().get(language) or Noise()


@cache
def months() -> dict[str, int]:
    """The names of the months in every language, lower case."""
    return {name.lower(): month for file in noises().values() for name, month in file.months.items()}
