"""What is known, whatever the press says: who answers to a name on a day, and everything about one id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mercato.errors import NotFound
from mercato.model.world import Club, Name, Person, Source, Spell
from mercato.views.match import How, Option, answer, nearest
from mercato.views.names import Entity, Names, latin


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody or something that answers to a name, and why."""

    id: str
    kind: str
    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """One way to write a name: in which language, of which kind, and whether it needs football around it."""

    text: str
    language: str
    kind: str
    weak: bool


@dataclass(frozen=True, slots=True)
class KnownPage:
    """An entity with its facts as label and value, its names, for a person the career, and what sources told: field, value, source."""

    id: str
    kind: str
    name: str
    facts: tuple[tuple[str, str], ...]
    names: tuple[Called, ...]
    spells: tuple[str, ...]
    told: tuple[tuple[str, str, str], ...] = ()


def kind(entity: Entity) -> str:
    """Person, club, or the kind of source."""
    if isinstance(entity, Person):
        return "person"
    return "club" if isinstance(entity, Club) else entity.kind.value


def search(names: Names, query: str, day: date | None = None) -> list[Found]:
    """Who answers to `query`, best first, with reasons; with a `day`, those who were at a club then before the others. Raises NotFound."""
    for asked in dict.fromkeys((query, latin(query))):
        found = [hit for entity in names.answering(asked) for hit in [_hit(entity, asked, names, day=day)] if hit]
        if found:
            best = min(hit.how for hit in found)
            limit = How.PART if best <= How.PART else How.START
            return [hit.found for hit in sorted(found, key=lambda h: (h.elsewhere, h.how, -h.fame, h.found.name, h.found.id)) if hit.how <= limit]
    near = nearest(latin(query), names.alike(latin(query)))
    raise NotFound(f"{query}: nobody known answers to that; nearest: {', '.join(near) or 'none'}")


class _Hit(NamedTuple):
    how: How
    elsewhere: bool  # a person who was at no club on the day asked for
    fame: int
    found: Found


def _hit(entity: Entity, query: str, names: Names, *, day: date | None) -> _Hit | None:
    found = answer(query, Option(entity.id, entity.name, tuple(name.text for name in entity.names)))
    if found is None:
        return None
    told, elsewhere = [_by_name(entity, found.how, found.name)], False
    if isinstance(entity, Person):
        there = [s for s in entity.spells if day and s.covers(day)]
        elsewhere = day is not None and not there
        told += [spell(s, names) for s in there] or _otherwise(entity, names, day)
    elif isinstance(entity, Club):
        told.append(", ".join(filter(None, (entity.city, entity.country))))
    else:
        told.append(", ".join(filter(None, (entity.country, *entity.domains[:1]))))
    fame = 0 if isinstance(entity, Source) else entity.fame
    return _Hit(found.how, elsewhere, fame, Found(entity.id, kind(entity), entity.name, tuple(filter(None, told))))


def _by_name(entity: Entity, how: How, said: str) -> str:
    if how is How.ID:
        return "id"
    name = next(n for n in entity.names if n.text == said)
    called = _kind(entity, name)
    if how is How.WHOLE:
        return called
    part = {How.LAST: "surname" if isinstance(entity, Person) else "part", How.PART: "part"}.get(how, "beginning")
    return f"{part} of {called}"


def _kind(entity: Entity, name: Name) -> str:
    tongue = "" if name.language == "all" else f" ({name.language})"
    return "usual name" if name.text == entity.name else f"{name.kind} “{name.text}”{tongue}"


def spell(stay: Spell, names: Names) -> str:
    """A spell in words: "Juventus 2018-07 to 2022-06, on loan"."""
    first = f"{stay.first:%Y-%m}" if stay.first else "?"
    last = f" to {stay.last:%Y-%m}" if stay.last else ", still there when last known"
    office = f" as {stay.occupation}" if stay.occupation != "player" else ""
    return f"{names.club(stay.club)} from {first}{last}{office}" + (", on loan" if stay.loan else "")


def _otherwise(person: Person, names: Names, day: date | None) -> list[str]:
    if day:
        return ["at no known club on that day"]
    return [spell(max(person.spells, key=lambda s: (s.last is None, s.last or date.min, s.first or date.min)), names)] if person.spells else []


def known_page(names: Names, id: str) -> KnownPage:
    """All that is known of the entity with that id, or of the only one with that name; raises NotFound."""
    entity = names.entity(id) or names.entity(_only(names, id))
    if entity is None:
        raise NotFound(f"{id}: no id is called that; `mercato knowledge find NAME` shows ids")
    spells = sorted(entity.spells, key=lambda s: (s.first or date.min, s.last or date.max), reverse=True) if isinstance(entity, Person) else []
    told = tuple((label, value) for label, value in _facts(entity, names) if value)
    called = tuple(Called(n.text, n.language, n.kind, n.weak) for n in entity.names)
    return KnownPage(entity.id, kind(entity), entity.name, told, called, tuple(spell(s, names) for s in spells), names.told(entity.id))


def _only(names: Names, query: str) -> str | None:
    found = search(names, query)
    return found[0].id if len(found) == 1 else None


def _facts(entity: Entity, names: Names) -> Iterable[tuple[str, str]]:
    if isinstance(entity, Person):
        born = " in ".join(filter(None, (entity.born.isoformat() if entity.born else None, entity.birthplace)))
        yield from (("occupation", ", ".join(entity.occupations)), ("nationality", ", ".join(entity.nationalities)), ("position", entity.position or ""))
        yield from (("born", born), ("fame", f"{entity.fame} of 5"))
    elif isinstance(entity, Club):
        rivals = ", ".join(names.club(id) for id in entity.rivals)
        yield from (("country", entity.country), ("city", entity.city or ""), ("league", entity.league or ""))
        yield from (("stadium", ", ".join(entity.stadiums)), ("rivals", rivals))
        yield from (("national team", "yes" if entity.national else ""), ("fame", f"{entity.fame} of 5"))
    else:
        outlet = names.source(entity.outlet) if entity.outlet else ""
        near = ", ".join(names.club(id) for id in entity.bias)
        yield from (("country", entity.country or ""), ("languages", ", ".join(entity.languages)), ("domains", ", ".join(entity.domains)))
        yield from (("family", entity.family), ("outlet", outlet), ("near to", near))
