"""Clubs, people and windows together, read from the starter files once and kept compiled in the cache folder."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from mercato.compiled import compiled, digest
from mercato.errors import BadKnowledge
from mercato.knowledge import starter
from mercato.model import folding, world
from mercato.model.world import Club, Person, Spell, Window

Entry = TypeVar("Entry", Club, Person)


class _Compiled(msgspec.Struct):
    clubs: list[Club]
    people: list[Person]
    windows: list[Window]
    given: frozenset[str]


@dataclass(frozen=True)
class Knowledge:
    """All that is known: clubs and people by id, transfer windows; `version` changes whenever a fact does."""

    clubs: dict[str, Club]
    people: dict[str, Person]
    windows: tuple[Window, ...] = ()
    given: frozenset[str] = frozenset()  # given names, folded: a capitalised word behind one makes a person we do not know
    version: str = field(default="", compare=False)


def gather(clubs: Iterable[Club], people: Iterable[Person], windows: Iterable[Window], *, given: Set[str] = frozenset(), version: str = "") -> Knowledge:
    """The knowledge made of these; raises BadKnowledge when two entries share an id, or a spell or rivalry breaks a rule."""
    known = Knowledge(_unique(clubs), _unique(people), tuple(windows), frozenset(given), version)
    for club in known.clubs.values():
        for rival in club.rivals:
            if rival not in known.clubs:
                raise BadKnowledge(club.id, f"its rival {rival!r} is no known club")
    for person in known.people.values():
        for spell in person.spells:
            _check(person, spell, known.clubs)
    return known


def _check(person: Person, spell: Spell, clubs: dict[str, Club]) -> None:
    if spell.club not in clubs:
        raise BadKnowledge(person.id, f"a spell names {spell.club!r}, which is no known club")
    if spell.first and spell.last and spell.first > spell.last:  # the first day `from` can mean against the last day `to` can mean
        raise BadKnowledge(person.id, f"the spell at {spell.club} ends before it begins")


def _unique(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found:
            raise BadKnowledge(entry.id, "two entries share this id")
        found[entry.id] = entry
    return found


def starter_knowledge(folder: Path = starter.FOLDER) -> Knowledge:
    """The knowledge that ships with mercato; compiled anew whenever a file of it changed."""
    version = digest(folder, starter.__file__, world.__file__, folding.__file__)
    kept = compiled("knowledge", version, _Compiled, lambda: _read(folder))
    return gather(kept.clubs, kept.people, kept.windows, given=kept.given, version=version)


def _read(folder: Path) -> _Compiled:
    clubs, people = list(starter.read_clubs(folder)), list(starter.read_people(folder))
    return _Compiled(clubs, people, list(starter.read_windows(folder)), starter.read_given_names(folder))
