"""What one source says of one club or person, before anything is merged; importers yield these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mercato.model.world import Name

OWN = "user: "  # begins the name of a source that is a file of the user


@dataclass(frozen=True, slots=True)
class SpellRecord:
    """A stay as a source tells it: `club` is the key of a club in the same source, or its name when the source gives no key; dates are YYYY, YYYY-MM or
    YYYY-MM-DD."""

    club: str
    occupation: str = "player"
    first: str | None = None
    last: str | None = None  # None: it lasts, or nobody says when it ended
    loan: bool = False


@dataclass(frozen=True, slots=True)
class ClubRecord:
    """A club as a source tells it. `source` is "openfootball", "reep", "wikidata" or "user: FILE", `key` unique in it; `ids` are pairs of register and
    id: ("wikidata", "Q1422"), ("transfermarkt", "506"), ("uefa", "50139"); `place` is the file and line it stands at; `fame` as in the starter, 0 where a
    register says nothing of it."""

    source: str
    key: str
    name: str
    names: tuple[Name, ...]
    country: str | None = None
    city: str | None = None
    stadiums: tuple[str, ...] = ()
    national: bool = False
    ids: tuple[tuple[str, str], ...] = ()
    place: str = ""
    fame: int = 0


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as a source tells it; `born` is YYYY, YYYY-MM or YYYY-MM-DD, `position` one of the starter's; the rest as in ClubRecord."""

    source: str
    key: str
    name: str
    names: tuple[Name, ...]
    occupations: tuple[str, ...] = ("player",)
    nationalities: tuple[str, ...] = ()
    position: str | None = None
    born: str | None = None
    birthplace: str | None = None
    spells: tuple[SpellRecord, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    place: str = ""
    fame: int = 0


class Refused(NamedTuple):
    """One entry of a source that was not taken: where it stands (file:line) and why."""

    source: str
    place: str
    why: str
