"""Cut a text into its lines, and say of each what its shape tells: bullet, short like a heading, a bare date."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from mercato.languages.noise import noises
from mercato.model.words import PICTURES
from mercato.text.dates import full_date

# No bullet is the number in front of the initials of a club: "1. FC Köln".
BULLET = re.compile(r"(?:[-–—•*▪▫◦●·■‣◉○▶►➡➔👉🔹🔸ℹ✅☑✔📍]\ufe0f?|(?!1\. [A-Z]{2,3} [A-ZÄÖÜ])\d{1,2}[.)])\s+")
_STOP = re.compile(r"[.;,]\s?[\"”»’')\]]*(?:\s*\([^()]{1,60}\))?$")  # a credit may follow: "... in January. (Daily Mail)"
_ASKED = re.compile(r"[!?]\s?[\"”»’')\]]*\s*(?:\([^()]{1,60}\))?$")
_POSTED = re.compile(rf"(?:[{PICTURES}]|[#@]\w+|https?://\S+)\s*$")  # posts end so, headings do not
_ARROW = re.compile(r"[\u2190-\u21ff\u27a1]")  # "N → Ajax" says who goes where
_TAG = re.compile(r"[#@]\w+")
_OPEN = re.compile(rf"(?:[^.!?…:{PICTURES}]|^[{PICTURES}\s]+)$")  # how a line ends that goes on in the next: without a stop or a picture, or all pictures
_INNER = re.compile(r"[.!?][\"”»’']?\s+[\"“«¿¡(]?[^\W\da-zà-ÿ_]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_YEAR = re.compile(r"\d(?:[/.]\d\d(?!\d)|(?<=1)9\d\d|(?<=2)0\d\d)")  # begins with a digit, not with a choice: `re` skips to the next digit
_LETTERS = re.compile(r"[^\W\d_]{2}")
_INITIALS = re.compile(r"\b[A-Z][a-z]?[A-Z]\b")  # of a club: "Hamburger SV", "VfL Bochum"
_CLOCK = re.compile(r"\d|\b(?:am|pm|uhr|ore|at|alle|um|uk|bst|gmt|cet|est|edt|à|le|il|das|às)\b")

SHORT = 140  # characters: longer than any heading seen in the training texts
SHORT_WORDS = 20
LEAD = 6  # words: "He said:" introduces speech, "The numbers that matter:" is still a heading
DATED = 90  # characters: a line that only says when, and by whom, is shorter
BYLINE = 30  # letters beside the date in such a line
SOFT = 3  # lines that go on in lower case: fewer may be chance
WRAPPED = 40  # characters: a hard-wrapped line is longer than this


class Line(NamedTuple):
    """One line of the text without the space around it; `words` is where it begins behind a bullet. Many are made: a tuple costs half."""

    start: int
    end: int
    words: int
    text: str

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return self.words > self.start


def line_at(text: str, start: int, end: int) -> Line | None:
    """The line in `text[start:end]`, stripped; None if it is blank."""
    raw = text[start:end]
    line = raw.strip()
    return _line(line, start + raw.index(line)) if line else None


def _line(line: str, start: int) -> Line:
    bullet = None if line[0].isalpha() else BULLET.match(line)
    return Line(start, start + len(line), start + (bullet.end() if bullet else 0), line)


def lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank; lines broken only for width are one."""
    found, start = [], 0
    for raw in text.splitlines(keepends=True):
        if line := raw.strip():
            found.append(_line(line, start + raw.index(line)))
        start += len(raw)
    found = _unwrapped(text, found) if _is_wrapped(text, found) else found
    return _rejoined(text, found) if "\n@" in text or "\n#" in text else found


def _rejoined(text: str, found: list[Line]) -> list[Line]:
    """The lines, where one was broken before and behind a handle or hashtag, as copies of posts are: "a target for / @club / this summer"."""
    groups: list[list[Line]] = []
    for line in found:
        before = groups[-1][-1] if groups else None
        if before and _adjacent(text, before, line) and _goes_on(before.text, line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(text, group) for group in groups]


def _goes_on(before: str, line: str) -> bool:
    if _TAG.fullmatch(line):
        return _OPEN.search(before) is not None and not _TAG.fullmatch(before)
    return _TAG.fullmatch(before) is not None and (line[0].islower() or line[0] in ",.;:!?)'’")


def _joined(text: str, group: list[Line]) -> Line:
    return Line(group[0].start, group[-1].end, group[0].words, text[group[0].start : group[-1].end])


def _adjacent(text: str, before: Line, after: Line) -> bool:
    return text.count("\n", before.end, after.start) <= 1


def _is_wrapped(text: str, found: list[Line]) -> bool:
    """Whether lines end where the screen did: many of them go on in lower case on the next."""
    soft = [(a, b) for a, b in pairwise(found) if b.text[0].islower() and len(a.text) >= WRAPPED and a.text[-1] not in ".!?:;"]
    if len(soft) < SOFT:
        return False
    broken = sum(_adjacent(text, a, b) for a, b in soft)
    return broken >= SOFT and broken * 3 >= sum(_adjacent(text, a, b) for a, b in pairwise(found))


def _unwrapped(text: str, found: list[Line]) -> list[Line]:
    width = max(len(line.text) for line in found)
    groups: list[list[Line]] = []
    for line in found:
        if groups and not line.bullet and _adjacent(text, groups[-1][-1], line) and _length(text, groups[-1]) * 5 >= width * 3:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(text, group) for group in groups]


def _length(text: str, group: list[Line]) -> int:
    """How long the last line of `group` is, with what it is indented by."""
    start, end = group[0].start, group[-1].end
    return end - max(start, text.rfind("\n", start, end) + 1)


def is_short(line: str) -> bool:
    """Whether a line is shaped like a heading: short, and without the stop that ends a sentence."""
    if len(line) > SHORT or line.count(" ") >= SHORT_WORDS:
        return False
    if line.endswith(":"):
        return line.count(" ") < LEAD
    if line.endswith(("...", "…")):
        return True
    if _STOP.search(line) or is_posted(line):
        return False
    return not (_ASKED.search(line) and _INNER.search(line))


def is_name(line: str) -> bool:
    """Whether a line could be a byline or a category: up to three words, all of them capitalised, no arrow between them, and no initials of a club."""
    words = _WORD.findall(line)
    if not line.isupper() and _INITIALS.search(line):
        return False
    return len(words) <= 3 and not _ARROW.search(line) and all(word[0].isupper() or word[0].isdigit() for word in words)


def is_posted(line: str) -> bool:
    """Whether a line ends as posts do: with a picture, a hashtag, a handle, an address."""
    return _POSTED.search(line) is not None


def is_empty(line: str) -> bool:
    """Whether it says nothing: fewer than two letters, and no score or year of a list."""
    return not (line[:2].isalpha() and len(line) > 1) and not _LETTERS.search(line)


def is_dated(line: str) -> bool:
    """Whether a line only says when the page appeared, and perhaps by whom."""
    if len(line) > DATED or not _YEAR.search(line):
        return False
    found = full_date(line)
    if not found:
        return False
    lowered = line.lower()
    rest = _CLOCK.sub("", lowered[: found[1].start()] + " " + lowered[found[1].end() :])
    words = [word for word in _WORD.findall(rest) if word not in _weekdays()]
    return sum(map(len, words)) <= BYLINE and not rest.rstrip().endswith(("?", "!"))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(day for file in noises().values() for day in file.weekdays)
