"""The transfer window, or for coaches, executives and renewals the season, that a claim targets."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mercato.model.world import Club, Window

GRACE = timedelta(days=10)  # news of a deadline-day deal still comes in this long after the closing
HALF_YEAR = 183  # a stated time longer than this names a year, not a window

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Kind:
    """Which row of windows counts: the seasons, or the windows of a country (None: the customary ones)."""

    season: bool
    country: str | None


def season(year: int) -> Window:
    """The season that begins on 1 July of `year`, named like "2025/26"."""
    return Window("", f"{year}/{(year + 1) % 100:02d}", date(year, 7, 1), date(year + 1, 6, 30))


def _customary(year: int) -> tuple[Window, Window]:
    # what most of Europe's associations keep to
    return Window("", f"winter {year}", date(year, 1, 1), date(year, 1, 31)), Window("", f"summer {year}", date(year, 7, 1), date(year, 9, 1))


def _overlap(window: Window, interval: Interval) -> int:
    return (min(window.closes, interval[1]) - max(window.opens, interval[0])).days + 1


class Calendar:
    """The windows of every country and the seasons; customary windows stand in where none is known. `country` tells that of a club's id."""

    def __init__(self, windows: Iterable[Window], country: Callable[[str], str | None]) -> None:
        self._known: defaultdict[str, list[Window]] = defaultdict(list)
        for window in windows:
            self._known[window.country].append(window)
        self._country = country
        self._near: dict[tuple[Kind, int], tuple[Window, ...]] = {}

    def country(self, club: str | None) -> str | None:
        """The country of a club's id."""
        return self._country(club) if club else None

    def near(self, kind: Kind, day: date) -> Sequence[Window]:
        """The windows from the year before `day` to two years after it, by opening day."""
        found = self._near.get((kind, day.year))
        if found is None:
            found = self._near[kind, day.year] = self._gather(kind, day.year)
        return found

    def _gather(self, kind: Kind, year: int) -> tuple[Window, ...]:
        years = range(max(year - 2, date.min.year), min(year + 3, date.max.year))
        if kind.season:
            return tuple(season(y) for y in years)
        known = [w for w in self._known.get(kind.country or "", ()) if w.opens.year in years]
        names = {window.name for window in known}
        customary = (w for y in years for w in _customary(y) if w.name not in names)
        return tuple(sorted((*known, *customary), key=lambda w: (w.opens, w.closes, w.name)))

    def at(self, kind: Kind, day: date) -> Window:
        """The window open on `day`, or else the next to open."""
        windows = self.near(kind, day)
        return next((w for w in windows if w.closes >= day), windows[-1])

    def closed(self, kind: Kind, day: date) -> Window | None:
        """The window that closed in the ten days before `day`, unless one of the same name is open or to come."""
        ahead = self.at(kind, day).name
        return next((w for w in reversed(self.near(kind, day)) if w.closes < day <= w.closes + GRACE and w.name != ahead), None)

    def during(self, kind: Kind, interval: Interval) -> list[Window]:
        """The windows that an article of some day in `interval` may target, in order."""
        first = self.at(kind, interval[0])
        later = [w for w in self.near(kind, interval[0]) if w.opens > first.opens and w.opens <= interval[1]]
        last = self.at(kind, interval[1])
        return list(dict.fromkeys((first, *later, last)))

    def said(self, kind: Kind, when: Interval, day: date | None) -> Window:
        """The window meant by a time that the text states; the one still ahead on `day` when it names a whole year."""
        windows = [w for w in self.near(kind, when[0]) if _overlap(w, when) > 0]
        if day is not None:
            windows = [w for w in windows if w.closes >= day] or windows
        if not windows:
            return self.at(kind, when[0])
        if (when[1] - when[0]).days > HALF_YEAR:
            return windows[0]
        shared: defaultdict[str, int] = defaultdict(int)
        for window in windows:
            shared[window.name] += _overlap(window, when)
        return max(windows, key=lambda w: (shared[w.name], -bisect_left(windows, w.opens, key=lambda x: x.opens)))


def calendar(windows: Iterable[Window], clubs: Mapping[str, Club]) -> Calendar:
    """The calendar for these windows and clubs."""

    def country(club: str) -> str | None:
        known = clubs.get(club)
        return known.country if known else None

    return Calendar(windows, country)
