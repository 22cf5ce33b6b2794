"""When contracts end: as a text says it, or as follows from its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from mercato.claims.discourse import Discourse
from mercato.claims.masked import Masked
from mercato.languages.pack import Lexeme, Pack
from mercato.languages.pattern import Match

SEASON = 6  # the month in which contracts run out where the text names only a season or a summer
NEWLY = frozenset({"deal", "term", "months"})  # the length or the end of a contract just signed
NEXT = 4  # up to April "next summer" is the coming one


class Expiry(NamedTuple):
    """The words for the end of a contract, that end (YYYY or YYYY-MM), and whether they are the length of a new one."""

    match: Match
    until: str
    newly: bool


def expiries(masked: Masked, pack: Pack, talk: Discourse) -> Iterator[Expiry]:
    """The ends of contracts in a sentence; those that only follow from the article's day where none is stated, and none that was over before it."""
    stated = []
    for match, _ in _whole(masked.lexeme("contract")):
        year = next((at for slot, at in match.slots if slot == "year"), None)
        if year is not None:
            stated.append(match)
            until = _dated(masked, year, pack)
            if not _over(until, talk):
                yield Expiry(match, until, False)
    if stated or not talk.dated or talk.day is None:
        return
    for match, lexeme in _whole(masked.lexeme("expiry")):
        follows = _derived(masked, match, lexeme.value, talk.day, pack)
        if follows and not _over(follows, talk):
            yield Expiry(match, follows, lexeme.value in NEWLY)


def _whole(found: Sequence[tuple[Match, Lexeme]]) -> Iterator[tuple[Match, Lexeme]]:
    """The words that are no part of longer ones: "entering the final year of his contract" is not the final year."""
    for match, lexeme in found:
        if not any(m.start <= match.start and match.end <= m.end and m.end - m.start > match.end - match.start for m, _ in found):
            yield match, lexeme


def _over(until: str, talk: Discourse) -> bool:
    """Whether it ended in a year before the article's: nobody is bound by it any more."""
    return talk.dated and talk.day is not None and int(until[:4]) < talk.day.year


def _dated(masked: Masked, year: int, pack: Pack) -> str:
    text = masked.span(year, year + 1).of(masked.text)
    if masked.words[year + 1 : year + 3] in (["/", "NUMBER"], ["-", "NUMBER"], ["/", "YEAR"], ["-", "YEAR"]):
        return str(int(text) + 1)  # "the 2024/25 season" ends a year later
    month = next((pack.words.months[w] for w in reversed(masked.words[max(0, year - 2) : year]) if w in pack.words.months), None)
    return f"{text}-{month:02d}" if month else text


def _derived(masked: Masked, match: Match, kind: str, day: date, pack: Pack) -> str | None:
    """The end of a contract by what is said of its remaining time: YYYY-MM where a month is named, else YYYY."""
    month = next((pack.words.months[w] for w in masked.words[match.end - 1 : match.end + 3] if w in pack.words.months), None)
    if kind == "now":
        return f"{day:%Y-%m}"
    if month and kind in ("season", "summer", "term"):
        return f"{day.year + (month < day.month)}-{month:02d}"
    if kind in ("season", "term"):
        return str(day.year + (day.month > SEASON))
    if kind == "summer":
        return str(day.year + (day.month > NEXT))
    if kind == "year":
        return str(day.year + 1)
    length = _length(masked, match, pack)
    if length is None:
        return None
    months = length if kind == "months" else 12 * length
    return str(day.year + int(day.month + months - 1) // 12 if kind == "months" or length % 1 else day.year + int(length))


def _length(masked: Masked, match: Match, pack: Pack) -> float | None:
    """The number said among the words, in whatever unit they count."""
    for i in range(match.start, match.end):
        word = masked.words[i]
        if word == "NUMBER":
            return float(masked.span(i, i + 1).of(masked.text))
        known = pack.words.spans.get(word) or pack.words.numbers.words.get(word)
        if known:
            half = any(" ".join(masked.words[i + 1 : i + 4]).replace("- ", "").startswith(text) for text in pack.words.numbers.half)
            return known + 0.5 * half
    return None
