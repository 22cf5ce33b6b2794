"""Records of many sources to clubs and people on top of what ships, with a report of every merge and refusal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from mercato.knowledge.countries import known
from mercato.knowledge.entities import Builder, Fact, Stay, Weakness
from mercato.knowledge.judgements import Judgement, standing
from mercato.knowledge.matching import STRONG, Clubs, Draft, Entities, Judged, People, Record, fallback_id, own_id, plain, reference
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused, SpellRecord
from mercato.knowledge.report import Apart, Idle, Merged, Report
from mercato.knowledge.starter import first_day, last_day
from mercato.model.world import Club, Person

EARLIEST = 1850  # football's first men were born a little before its rules of 1863
LONGEST = 80  # letters of a name
Ids = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a book is written of: entities, all that is told of each as (field, value, source), and the report."""

    clubs: list[Club]
    people: list[Person]
    facts: dict[str, list[Fact]]
    report: Report


def merge(
    starter: tuple[Sequence[Club], Sequence[Person]], records: Iterable[ClubRecord | PersonRecord | Refused], judgements: Iterable[Judgement] = (),
    common: Set[str] = frozenset(), *, today: date, given: Set[str] = frozenset(), ids: Ids | None = None,
) -> Contents:  # fmt: skip
    """All that is known: the starter's entities, in their order, widened by the records, and the new ones in the order of the records.

    `common` and `given` are folded words that make a name of one word weak; `ids` are the ids in registers of the starter's entities; nobody is born after
    `today`. Sources are believed in the order of their first records. Same input, same contents.
    """
    report = Report()
    sound = list(_sound(list(records), report, today))
    judged = Judged(standing(judgements))
    weakness = Weakness(frozenset(common), frozenset(given), known(), _shipped(starter))
    clubs = Clubs(judged, (record for record in sound if isinstance(record, ClubRecord)))
    people = People(judged, (record for record in sound if isinstance(record, PersonRecord)))
    for entity in starter[0]:
        clubs.begin(entity, (ids or {}).get(entity.id, ()))
    merges = _gather(clubs, (record for record in sound if isinstance(record, ClubRecord)), weakness, report)
    register = _Register(clubs)
    for person in starter[1]:
        draft = people.begin(person, (ids or {}).get(person.id, ()))
        draft.clubs.update(id(register.clubs.by_reference[spell.club]) for spell in person.spells if spell.club in register.clubs.by_reference)
    stays = _Stays(register, people, report)
    merges += _gather(people, stays.resolved(record for record in sound if isinstance(record, PersonRecord)), weakness, report)
    _name_all([*clubs.alive(), *people.alive()])
    report.merges = [replace(merged, entity=_last(draft).id) for merged, draft in merges]
    _settle(report, {**people.by_reference, **clubs.by_reference}, judged)
    build = Builder(report, weakness)
    made = [build.club(draft) for draft in clubs.alive()]
    national = {club.id for club in made if club.national}
    persons = [build.person(draft, stays.of(draft), national.__contains__) for draft in people.alive()]
    return Contents(made, persons, build.facts, report)


def _shipped(starter: tuple[Sequence[Club], Sequence[Person]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    entities: list[Club | Person] = [*starter[0], *starter[1]]
    for entity in entities:
        for name in entity.names:
            if name.kind in STRONG and not name.weak:
                found.setdefault(plain(name.text), set()).add(entity.id)
    return found


def _sound(records: Sequence[ClubRecord | PersonRecord | Refused], report: Report, today: date) -> Iterator[Record]:
    """The records that can be true, without the names and spells that cannot; the rest is refused."""
    keys = Counter(_told_once(record) for record in records if not isinstance(record, Refused))
    for record in records:
        if isinstance(record, Refused):
            report.refuse(*record)
        elif keys[_told_once(record)] > 1:
            kind = "clubs" if isinstance(record, ClubRecord) else "people"
            report.refuse(record.source, record.place, f"two {kind} with the id {record.key!r}; give each an id of its own")
        elif why := bad_name(record.name) or (isinstance(record, PersonRecord) and bad_birth(record.born, today)):
            report.refuse(record.source, record.place, why)
        else:
            report.of(record.source).records += 1
            yield _trimmed(record, report)


def _told_once(record: Record) -> tuple[type[Record], str, str, str]:
    """Within one file a key stands for one thing; several files of one source may speak of it."""
    return type(record), record.source, record.place.rsplit(":", 1)[0], record.key


def bad_name(name: str) -> str:
    """Why a name cannot be one; empty when it can."""
    if not any(char.isalpha() for char in name):
        return f"the name {name!r} has no letter"
    return f"a name of {len(name)} letters ({name[:30]!r} ...); {LONGEST} are allowed" if len(name) > LONGEST else ""


def bad_birth(born: str | None, today: date) -> str:
    """Why a birth date cannot be one; empty when it can, or nothing is told."""
    if born is None:
        return ""
    try:
        day = first_day(born)
    except ValueError:
        return f"born {born!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
    if day > today:
        return f"born {born}: that is in the future"
    return f"born {born}: that is before {EARLIEST}" if day.year < EARLIEST else ""


def bad_spell(spell: SpellRecord) -> str:
    """Why a spell cannot be one; empty when it can."""
    try:
        first, last = (first_day(spell.first) if spell.first else None), (last_day(spell.last) if spell.last else None)
    except ValueError:
        return f"the spell at {spell.club} has a date that is none: {spell.first or '?'} to {spell.last or '?'}"
    return f"the spell at {spell.club} ends ({spell.last}) before it begins ({spell.first})" if first and last and first > last else ""


def _trimmed(record: Record, report: Report) -> Record:
    for name in record.names:
        if why := bad_name(name.text):
            report.leave_out(record.source, record.place, why, record=reference(record))
    record = replace(record, names=tuple(name for name in record.names if not bad_name(name.text)))
    if isinstance(record, PersonRecord) and record.spells:
        for spell in record.spells:
            if why := bad_spell(spell):
                report.leave_out(record.source, record.place, why, record=reference(record))
        record = replace(record, spells=tuple(spell for spell in record.spells if not bad_spell(spell)))
    return record


def _gather(entities: Entities, records: Iterable[Record], weakness: Weakness, report: Report) -> list[tuple[Merged, Draft]]:
    """Each record to the entity it speaks of, or to a new one; the merges made, whose entities are not named yet."""
    merges = []
    for record in records:
        names, tally = weakness.mark(record), report.of(record.source)
        found = entities.find(record, names)
        if found.draft:
            tally.merged += 1
            entities.join(found.draft, record, names)
            merges.append((Merged(record.source, reference(record), "", found.reason, record.place), found.draft))
            merges += [(_united(entities, found.draft, other, record, report), found.draft) for other in found.others]
            continue
        tally.added += 1
        entities.add(record, names)
        if found.near:
            bearers = tuple(draft.id or own_id(draft.records[0]) for draft in found.near)
            report.apart.append(Apart(record.source, reference(record), bearers, found.reason, record.place))
    return merges


def _united(entities: Entities, draft: Draft, other: Draft, record: Record, report: Report) -> Merged:
    """Two drafts made one because a record bears the names of both; the record that began the second was added, and is merged now."""
    began = other.records[0]
    tally = report.of(began.source)
    tally.added -= 1
    tally.merged += 1
    entities.unite(draft, other)
    return Merged(began.source, reference(began), "", f"{reference(record)} bears names of both", began.place)


class _Register:
    """Clubs as spells name them: by key in the same source, by Wikidata id, by our id, by a name that only one bears."""

    def __init__(self, clubs: Clubs) -> None:
        self.clubs = clubs
        self.keys = {reference(record): draft for draft in clubs.alive() for record in draft.records}

    def club(self, source: str, told: str) -> Draft | str:
        """The club, or why there is none."""
        clubs = self.clubs
        found = self.keys.get(f"{source}:{told}") or clubs.by_id.get(("wikidata", told)) or clubs.by_reference.get(told)
        if found:
            return found
        bearers = clubs.by_name.get(plain(told), [])
        shipped = [draft for draft in bearers if draft.starter]
        if len(bearers) == 1 or len(shipped) == 1:
            return (shipped or bearers)[0]
        return f"{len(bearers)} clubs are called {told!r}; give the id of one" if bearers else f"no club {told!r} is known; add it, or give its id"


class _Stays:
    """The spells of each record with their clubs found."""

    def __init__(self, register: _Register, people: People, report: Report) -> None:
        self.register, self.people, self.report = register, people, report
        self.told: dict[int, list[Stay]] = {}  # by identity of a record

    def resolved(self, records: Iterable[PersonRecord]) -> Iterator[PersonRecord]:
        """The records one after the other, the clubs of each found before it is handed out."""
        for record in records:
            stays = list(self._stays(record))
            if stays:
                self.told[id(record)] = stays
                self.people.clubs_of[reference(record)] = {id(club) for _, club, _ in stays}
            yield record

    def _stays(self, record: PersonRecord) -> Iterator[Stay]:
        for spell in record.spells:
            club = self.register.club(record.source, spell.club)
            if isinstance(club, Draft):
                yield spell, club, record
            else:
                self.report.leave_out(record.source, record.place, club, record=reference(record))

    def of(self, draft: Draft) -> list[Stay]:
        """The spells told of a person, in the order of the sources."""
        return [stay for record in draft.records for stay in self.told.get(id(record), ())]


def _name_all(drafts: Sequence[Draft]) -> None:
    """An id for every new entity: by Wikidata, else by its first source; one that is taken already gets a mark of its key, which stays from build to build."""
    taken = {draft.id for draft in drafts if draft.id}
    for draft in drafts:
        if draft.id:
            continue
        first, wikidata = draft.records[0], draft.ids.get("wikidata")
        wanted = (f"wd-{wikidata.lower()}" if wikidata else "", fallback_id(first), f"{fallback_id(first)}-{sha256(reference(first).encode()).hexdigest()[:8]}")
        draft.id = next(one for one in wanted if one and one not in taken)
        taken.add(draft.id)


def _settle(report: Report, by_reference: Mapping[str, Draft], judged: Judged) -> None:
    """Those kept apart by the ids they have in the end, and the judgements that decided nothing."""
    report.apart = [replace(one, entities=tuple(sorted({_final(name, by_reference) for name in one.entities}))) for one in report.apart]
    seen = set[str]()
    for subject, others in judged.pairs.items():
        for object, one in others.items():
            if one.id in judged.used or one.id in seen:
                continue
            seen.add(one.id)
            unknown = sorted(name for name in (subject, object) if name not in by_reference)
            why = "no record was decided by it: it is so anyway, or both ship with mercato"
            if unknown:
                why = f"nothing is known as {' and '.join(map(repr, unknown))}"
            report.idle.append(Idle(one.id, why))


def _last(draft: Draft) -> Draft:
    while draft.into:
        draft = draft.into
    return draft


def _final(name: str, by_reference: Mapping[str, Draft]) -> str:
    return by_reference[name].id if name in by_reference else name
