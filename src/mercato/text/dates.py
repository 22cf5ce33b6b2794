"""When an article appeared: read from what was given, from its address, or from the lines that state it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cache

from mercato.languages.noise import months
from mercato.model.article import Basis, Block, BlockKind, Published

Days = tuple[date, date]  # the first and the last day meant

YEARS = range(1990, 2101)  # outside of them a number is no year of a press article on the web
NEAR = 12  # blocks from either end of a page in which its own date is looked for
# Patterns that are searched for begin with \d, and look behind it only then: `re` skips to the next digit.
EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")  # seconds or milliseconds since 1970
COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
ISO = re.compile(r"(?P<y>\d(?<!\d\d)\d{3})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")
ISO_MONTH = re.compile(r"(?<![\d/-])(?P<y>(?:19|20)\d\d)[-/](?P<m>0[1-9]|1[0-2])(?![\d-])")
NUMERIC = re.compile(r"(?P<a>\d(?<!\d\d)\d?)(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?!\d)")
URL_DAY = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<name>[a-zç]{3,10})[/-](?P<d>\d{1,2})(?=[/-]|$)")
URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0?[1-9]|1[0-2])(?=/)")
ONLY_YEAR = re.compile(r"(?P<y>(?:19|20)\d\d)")
DAY = re.compile(r"\d(?<!\d\d)\d?(?!\d)(?:[-/.]\d|\D{1,40}(?:19|20)\d\d)")  # every full date has one
HOUR = re.compile(r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
FRONT = re.compile(r"\s*date (\d{4}-\d\d(?:-\d\d)?)(?=\s|$)", re.IGNORECASE)  # a crawler's note in front of the text


@cache
def _worded() -> tuple[re.Pattern[str], ...]:
    """Dates with the month in words, the more precise forms first."""
    month = "(?P<name>" + "|".join(sorted(map(re.escape, months()), key=len, reverse=True)) + r")\b\.?"
    year = r"(?P<y>(?:19|20)\d\d)(?!\d)"
    day = r"(?P<d>\d(?<!\d\d)\d?)(?:st|nd|rd|th|er|º|°|ª)?[.,]?"
    return (
        re.compile(rf"{day}(?:\s+(?:de|of|del))?\s+{month},?(?:\s+(?:de|del|of))?\s+{year}"),
        re.compile(rf"\b{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year}"),
    )


@cache
def _worded_month() -> re.Pattern[str]:
    month = "(?P<name>" + "|".join(sorted(map(re.escape, months()), key=len, reverse=True)) + r")\b\.?"
    return re.compile(rf"\b{month},?(?:\s+(?:de|del|of))?\s+(?P<y>(?:19|20)\d\d)(?!\d)")


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return (found, found) if year in YEARS else None


def _month(year: int, month: int) -> Days | None:
    if year not in YEARS or not 1 <= month <= 12:
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _numeric(found: re.Match[str], american: bool | None) -> Days | None:
    """The days of "03/04/2017": day first, unless that is no date; both readings where `american` is None."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    year += 2000 if year < 100 else 0
    ours, theirs = _day(year, second, first), _day(year, first, second)
    if ours is None or theirs is None:
        return ours or theirs
    if american is None:
        return min(ours[0], theirs[0]), max(ours[0], theirs[0])
    return theirs if american else ours


def full_date(text: str, language: str | None = None) -> tuple[Days, re.Match[str]] | None:
    """The first date with day, month and year in `text`, and where it stands in its lower-cased form."""
    if not DAY.search(text):
        return None
    lowered = text.lower()
    for pattern in (ISO, *_worded(), NUMERIC):
        for found in pattern.finditer(lowered):
            days = _understood(found, language)
            if days:
                return days, found
    return None


def _understood(found: re.Match[str], language: str | None) -> Days | None:
    groups = found.groupdict()
    if "a" in groups:
        return _numeric(found, None if language == "en" else False)  # English is written on both sides of the ocean
    month = months()[groups["name"]] if "name" in groups else int(groups["m"])
    return _day(int(groups["y"]), month, int(groups["d"]))


def given_date(text: str, language: str | None = None) -> Days | None:
    """The days meant by a date that came along with an article, in any usual form; None where it cannot be read."""
    text = text.strip()
    if EPOCH.fullmatch(text):
        return _epoch(int(text[:10]))
    found = full_date(text, language)
    if found:
        return found[0]
    compact = COMPACT.match(text)
    if compact:
        return _day(int(compact["y"]), int(compact["m"]), int(compact["d"]))
    worded = _worded_month().search(text.lower())
    if worded:
        return _month(int(worded["y"]), months()[worded["name"]])
    month = ISO_MONTH.search(text)
    if month:
        return _month(int(month["y"]), int(month["m"]))
    year = ONLY_YEAR.fullmatch(text)
    return (date(int(year["y"]), 1, 1), date(int(year["y"]), 12, 31)) if year and int(year["y"]) in YEARS else None


def _epoch(seconds: int) -> Days | None:
    day = datetime.fromtimestamp(seconds, tz=UTC).date()
    return (day, day) if day.year in YEARS else None


def url_date(url: str) -> Days | None:
    """The day or month in an address: /2018/01/30/, /2018/jan/30/, 20170324, /2018/01/."""
    path = url.lower().partition("://")[2].partition("/")[2].partition("?")[0]
    for found in (*ISO.finditer(path), *COMPACT.finditer(path)):
        days = _day(int(found["y"]), int(found["m"]), int(found["d"]))
        if days:
            return days
    named = URL_DAY.search("/" + path)
    if named and named["name"] in months():
        return _day(int(named["y"]), months()[named["name"]], int(named["d"]))
    month = URL_MONTH.search("/" + path)
    return _month(int(month["y"]), int(month["m"])) if month else None


def _stated(text: str, blocks: tuple[Block, ...], language: str | None) -> Iterator[tuple[Days, str]]:
    front = FRONT.match(text)
    days = given_date(front[1]) if front else None
    if days and front:
        yield days, f'the text begins with "{front[0].strip()}"'
    near = blocks if len(blocks) <= 2 * NEAR else blocks[:NEAR] + blocks[-NEAR:]
    for block in near:
        if block.kind is BlockKind.NOISE:
            line = block.span.of(text)[:200]
            found = full_date(line, language)
            if found and not FRONT.match(line):
                yield found[0], f'the page says "{found[1].group()}"'
                return


def _anniversary(given: Days, text: str, blocks: tuple[Block, ...], language: str | None) -> tuple[Days, str] | None:
    """The same day of an earlier year that the page itself says, to the minute ("Tuesday, 1st Aug 2017 11:43"): then the year that came along is a
    crawler's mistake."""
    for block in blocks[:NEAR]:
        line = block.span.of(text)[:200]
        found = full_date(line, language) if block.kind is BlockKind.NOISE and HOUR.search(line) else None
        if found and found[0][0] < given[0] and all((a.month, a.day) == (b.month, b.day) for a, b in zip(found[0], given, strict=True)):
            return found[0], f'the page says "{found[1].group()}"'
    return None


def _candidates(text: str, blocks: tuple[Block, ...], given: str | None, url: str | None, language: str | None) -> Iterator[tuple[Basis, Days, str]]:
    days = given_date(given, language) if given else None
    if days and (told := _anniversary(days, text, blocks, language)):
        yield Basis.STATED, *told
    elif days:
        yield Basis.GIVEN, days, f'given as "{given}"'
    days = url_date(url) if url else None
    if days:
        yield Basis.URL, days, f"the address {url}"
    for stated, reason in _stated(text, blocks, language):
        yield Basis.STATED, stated, reason


def _narrowed(candidates: Iterable[tuple[Basis, Days, str]]) -> Published:
    """The first candidate, made more precise by later ones that lie within it; those that contradict it are left aside."""
    best = Published()
    for basis, (first, last), reason in candidates:
        if best.first is None or best.last is None:
            best = Published(first, last, basis, (reason,))
        elif best.first <= first and last <= best.last and (first, last) != (best.first, best.last):
            best = Published(first, last, basis, (*best.reasons, reason))
    return best


def published_of(text: str, blocks: tuple[Block, ...], *, given: str | None = None, url: str | None = None, language: str | None = None) -> Published:
    """When the article appeared: as given, else by its address, else as the page states; a date that cannot be read is unknown."""
    return _narrowed(_candidates(text, blocks, given, url, language))
