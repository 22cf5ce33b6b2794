"""What the press says of one person: the sagas, the moves told as past, the contracts; and what is known of the career."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mercato.model.claim import Claim, Named, Tense
from mercato.model.world import Person
from mercato.store.protocol import Store
from mercato.views.find import find_person
from mercato.views.names import Names
from mercato.views.saga import Bond, SagaLine, lines


@dataclass(frozen=True, slots=True)
class Past:
    """A move told as background: by how many articles and which outlets, at what time if any says so."""

    origin: str | None
    destination: str | None
    stage: str
    mode: str
    when: str | None
    articles: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """A spell of the career as known; days are None where unknown or open."""

    club: str
    occupation: str
    first: date | None
    last: date | None
    loan: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person; `id` is None for somebody who is not in the knowledge."""

    id: str | None
    name: str
    names: tuple[str, ...]
    nationalities: tuple[str, ...]
    position: str | None
    born: date | None
    birthplace: str | None
    sagas: tuple[SagaLine, ...]
    past: tuple[Past, ...]
    contracts: tuple[Bond, ...]
    career: tuple[Stay, ...]


def person_page(store: Store, names: Names, query: str, *, today: date) -> PersonPage:
    """The person that `query` names, as of `today`; raises NotFound or Ambiguous."""
    who = find_person(store, names, query)
    claims = list(store.claims(who.id))
    known = names.people.get(who.id)
    past = tuple(_past([c for c in claims if c.tense is Tense.PAST], store, names))
    sagas = tuple(lines(store.sagas(who.id), today))
    contracts = _contracts(who.id, store, names, articles={c.article for c in claims})
    return PersonPage(
        who.id if known else None, who.title, who.names, known.nationalities if known else (), known.position if known else None, known.born if known else None,
        known.birthplace if known else None, sagas, past, contracts, _career(known, names),
    )  # fmt: skip


def _past(claims: Iterable[Claim], store: Store, names: Names) -> Iterable[Past]:
    """Past moves by origin and destination, the most told first."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.origin.key if claim.origin else "", claim.destination.key if claim.destination else ""].append(claim)
    for group in sorted(groups.values(), key=lambda g: (-len(g), _called(g[0].destination), _called(g[0].origin))):
        yield _told(group, store, names)


def _called(who: Named | None) -> str:
    return who.name if who else ""


def _told(group: Sequence[Claim], store: Store, names: Names) -> Past:
    first = group[0]
    articles = {c.article for c in group}
    outlets = {names.source(article.source) for article in map(store.article, articles) if article}
    times = [c.when for c in group if c.when]
    when = f"{min(t[0] for t in times)}/{max(t[1] for t in times)}" if times else None
    furthest = max(group, key=lambda c: c.stage)
    mode = next((c.mode.value for c in group if c.mode.value != "unknown"), "unknown")
    return Past(_called(first.origin) or None, _called(first.destination) or None, furthest.stage.word, mode, when, len(articles), tuple(sorted(outlets)))


def _contracts(key: str, store: Store, names: Names, *, articles: set[str]) -> tuple[Bond, ...]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in (store.reading(id) for id in articles):
        for contract in reading.contracts if reading else ():
            if contract.person.key == key and reading:
                found[contract.until, _called(contract.club)].add(names.source(reading.article.source))
    return tuple(Bond(until, club or None, tuple(sorted(outlets))) for (until, club), outlets in sorted(found.items()))


def _career(known: Person | None, names: Names) -> tuple[Stay, ...]:
    if known is None:
        return ()
    spells = sorted(known.spells, key=lambda s: (s.first or date.min, s.last or date.max), reverse=True)
    return tuple(Stay(names.club(s.club), s.occupation, s.first, s.last, s.loan) for s in spells)
