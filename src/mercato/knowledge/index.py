"""The knowledge to read with: a book somebody built, or the starter files, compiled into a book in the cache folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from mercato.compiled import compiled_bytes, digest
from mercato.errors import BadKnowledge
from mercato.knowledge import book, layout, shelf, starter
from mercato.knowledge.book import Fact, Knowledge, laid_out, open_book, read_book
from mercato.knowledge.judgements import read_judgements
from mercato.knowledge.overlay import overlaid
from mercato.model import folding, world
from mercato.model.world import Club, Person, Spell, Window
from mercato.names import build, naming, postings
from mercato.names import index as names
from mercato.settings import judgements_location, knowledge_location

__all__ = ["STARTER", "Knowledge", "gather", "open_knowledge", "starter_knowledge"]

STARTER = "starter"  # instead of the path of a book: what ships with mercato
_MAKERS = (starter, book, layout, shelf, world, folding, naming, build, names, postings)  # modules whose change makes another book of the same files


@dataclass(frozen=True, slots=True)
class _Contents:
    clubs: Sequence[Club]
    people: Sequence[Person]
    facts: Mapping[str, Sequence[Fact]]


def gather(clubs: Iterable[Club], people: Iterable[Person], windows: Iterable[Window] = (), *, given: Set[str] = frozenset()) -> Knowledge:
    """The knowledge made of these, as a book in memory; raises BadKnowledge when two entries share an id, or a spell or rivalry breaks a rule."""
    return read_book(memoryview(_checked(tuple(clubs), tuple(people), windows, given=given)))


def _checked(
    clubs: Sequence[Club], people: Sequence[Person], windows: Iterable[Window], *, given: Set[str], facts: Mapping[str, Sequence[Fact]] | None = None
) -> bytes:
    made = b"".join(laid_out(_Contents(clubs, people, facts or {}), windows=windows, given=given))
    known = {club.id for club in clubs}
    for club in clubs:
        for rival in club.rivals:
            if rival not in known:
                raise BadKnowledge(club.id, f"its rival {rival!r} is no known club")
    for person in people:
        for spell in person.spells:
            _check(person, spell, known)
    return made


def _check(person: Person, spell: Spell, clubs: Set[str]) -> None:
    if spell.club not in clubs:
        raise BadKnowledge(person.id, f"a spell names {spell.club!r}, which is no known club")
    if spell.first and spell.last and spell.first > spell.last:  # the first day `from` can mean against the last day `to` can mean
        raise BadKnowledge(person.id, f"the spell at {spell.club} ends before it begins")


def starter_knowledge(folder: Path = starter.FOLDER) -> Knowledge:
    """The knowledge that ships with mercato; compiled anew whenever a file of it changed."""
    version = digest(folder, *(str(module.__file__) for module in _MAKERS))
    return compiled_bytes(f"{STARTER}-{version}.book", read_book, lambda: _read(folder))


def _read(folder: Path) -> bytes:
    clubs, people = starter.told(folder)
    told = [*((club.id, ids) for club, ids in clubs), *((person.id, ids) for person, ids in people)]
    facts = {id: [(register, value, STARTER) for register, value in ids] for id, ids in told if ids}
    windows, given = starter.read_windows(folder), starter.read_given_names(folder)
    return _checked([club for club, _ in clubs], [person for person, _ in people], windows, given=given, facts=facts)


def open_knowledge(path: Path | str | None = None) -> Knowledge:
    """The knowledge in the book at `path`, else in the one that MERCATO_KNOWLEDGE names, else in the one last built, else what ships; and over it the people
    whom the user accepted out of the press, and the names that he said are somebody's.

    "starter" instead of a path means what ships; a folder is read as starter files are. Raises BadKnowledge.
    """
    return overlaid(_chosen(path), read_judgements(judgements_location()))


def _chosen(path: Path | str | None) -> Knowledge:
    chosen, named = (Path(path), True) if path else knowledge_location()
    if str(chosen) == STARTER or not (named or chosen.exists()):
        return starter_knowledge()
    return starter_knowledge(chosen) if chosen.is_dir() else open_book(chosen)
