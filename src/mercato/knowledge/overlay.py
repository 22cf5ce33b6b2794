"""What a user has decided about names of the press, laid over a book: people accepted are known from then on, and names merged with somebody are his."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeVar

import msgspec

from mercato.compiled import compiled_bytes
from mercato.knowledge.book import Fact, Knowledge, laid_out, read_book
from mercato.knowledge.judgements import Judgement, standing
from mercato.knowledge.slugs import slug
from mercato.knowledge.starter import first_day
from mercato.model.article import MentionKind
from mercato.model.world import Club, Name, Person, Spell
from mercato.names.layers import Layers
from mercato.names.naming import folded

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Contents:
    people: Sequence[Person]
    facts: Mapping[str, Sequence[Fact]]
    clubs: Sequence[Club] = ()


class Over(Mapping[str, T]):
    """`upper` over `lower`: what has an id in both is as `upper` says."""

    def __init__(self, upper: Mapping[str, T], lower: Mapping[str, T]) -> None:
        self._upper, self._lower = upper, lower

    def __getitem__(self, id: str) -> T:
        found = self._upper.get(id)
        return self._lower[id] if found is None else found

    def __contains__(self, id: object) -> bool:
        return id in self._upper or id in self._lower

    def __iter__(self) -> Iterator[str]:
        yield from self._lower
        yield from (id for id in self._upper if id not in self._lower)

    def __len__(self) -> int:
        return len(self._lower) + sum(id not in self._lower for id in self._upper)


def accepted_id(name: str) -> str:
    """The id of somebody accepted under a name of the press."""
    return f"press-{slug(name)}"


def overlaid(base: Knowledge, judgements: Iterable[Judgement]) -> Knowledge:
    """`base` with the people accepted and the names merged by `judgements`; those are compiled once into the cache folder."""
    decided = [one for one in standing(judgements) if one.verb in ("accept", "merge")]
    if not decided:
        return base
    mark = sha256(msgspec.json.encode((base.version, decided))).hexdigest()[:16]
    upper = compiled_bytes(f"overlay-{mark}.book", read_book, lambda: b"".join(laid_out(_contents(base, decided))))
    return replace(base, version=mark, people=Over(upper.people, base.people), names=Layers(upper.names, base.names),
                   facts=Over(upper.facts, base.facts))  # fmt: skip


def _contents(base: Knowledge, decided: Iterable[Judgement]) -> _Contents:
    people: dict[str, Person] = {}
    facts: dict[str, list[Fact]] = {}
    for one in decided:
        source = f"press: {one.verb} by {one.author}, {one.made[:10]}"
        if one.verb == "accept":
            new = accepted(one, base)
            if not known_by(base, new):
                people[new.id] = new
                facts[new.id] = [("name", new.name, source), *((field, value, source) for field, value in one.told)]
        elif known := people.get(one.object or "") or base.people.get(one.object or ""):
            people[known.id] = replace(known, names=(*known.names, Name(one.subject)))
            facts.setdefault(known.id, list(base.facts.get(known.id, ()))).append(("name", one.subject, source))
    return _Contents(list(people.values()), facts)


def accepted(judgement: Judgement, base: Knowledge) -> Person:
    """The person that somebody accepted, with what he said of him; a name of one word that is a given name is weak."""
    told = judgement.told
    one = dict(told)
    since = first_day(one["since"]) if "since" in one else None
    role = one.get("role", "player")
    name = Name(judgement.subject, "all", "name", folded(judgement.subject) in base.given)
    return Person(
        id=accepted_id(judgement.subject), name=judgement.subject, names=(name,), occupations=(role,),
        nationalities=tuple(value for field, value in told if field == "nationality"), position=one.get("position"),
        born=first_day(one["born"]) if "born" in one else None,
        spells=tuple(Spell(value, role, since, None) for field, value in told if field == "club" and value in base.clubs),
    )  # fmt: skip


def known_by(base: Knowledge, person: Person) -> bool:
    """Whether somebody of this name, who may be he, is in the book anyway: a book built after he was accepted may have him."""
    bearers = (base.people[e.entity] for e in base.names.entries(folded(person.name)) if e.what is MentionKind.PERSON and e.kind != "surname")
    return any(not (one.born and person.born) or one.born.year == person.born.year for one in bearers)
