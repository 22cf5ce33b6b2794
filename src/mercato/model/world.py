"""Who and what the press writes about: clubs, people, sources, transfer windows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a person is to a club."""

    PLAYER = "player"
    COACH = "coach"
    EXECUTIVE = "executive"


class SourceKind(StrEnum):
    """What kind of voice a source is."""

    OUTLET = "outlet"
    JOURNALIST = "journalist"
    AGENCY = "agency"
    CLUB = "club"
    AGGREGATOR = "aggregator"


@dataclass(frozen=True, slots=True)
class Spell:
    """A stay at a club, from `first` to `last` (None: open), as player, coach, director ..."""

    club: str
    occupation: str
    first: date | None
    last: date | None
    loan: bool = False

    def covers(self, day: date) -> bool:
        """Whether the person was there on `day`; an unknown beginning never covers."""
        return self.first is not None and self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an entity: `language` is "all" when every press uses it; weak names need football around them."""

    text: str
    language: str = "all"
    kind: str = "alias"
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Club:
    """A football club or national team; `fame` as of a Person."""

    id: str
    name: str
    country: str
    names: tuple[Name, ...]
    city: str | None = None
    stadiums: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    league: str | None = None
    fame: int = 1
    national: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A player, coach, director, president or agent; `fame` runs from 1 (known in one league) to 5 (known everywhere); 0: only registers know."""

    id: str
    name: str
    names: tuple[Name, ...]
    occupations: tuple[str, ...]
    nationalities: tuple[str, ...] = ()
    position: str | None = None
    born: date | None = None
    birthplace: str | None = None
    spells: tuple[Spell, ...] = ()
    fame: int = 1

    def clubs_on(self, day: date) -> tuple[str, ...]:
        """Ids of the clubs whose spells cover `day`, a loan before its owner."""
        spells = sorted((s for s in self.spells if s.covers(day)), key=lambda s: not s.loan)
        return tuple(spell.club for spell in spells)


@dataclass(frozen=True, slots=True)
class Source:
    """A voice: an outlet, journalist, agency, club site or aggregator."""

    id: str
    name: str
    kind: SourceKind
    names: tuple[Name, ...]
    family: str
    country: str | None = None
    languages: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    outlet: str | None = None
    bias: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch in which a country's clubs may register players; `season` is the year the season starts."""

    country: str
    name: str
    opens: date
    closes: date
