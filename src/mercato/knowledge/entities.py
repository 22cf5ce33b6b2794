"""Drafts to clubs and people: of the facts that several sources tell the best one counts, and all are kept with their source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from mercato.knowledge.countries import HOME_NATIONS, UNION, agree
from mercato.knowledge.matching import Draft, Record, compatible, plain, reference, told_day
from mercato.knowledge.records import OWN, ClubRecord, PersonRecord, SpellRecord
from mercato.knowledge.report import Conflict, Report, Weak
from mercato.knowledge.starter import first_day, last_day
from mercato.model.world import Club, Name, Person, Spell

STARTER = "starter"
NEAR = timedelta(days=366)  # spells at one club that are told this near to each other are one, told twice
OVERLAP = timedelta(days=400)  # sources that tell years disagree by up to one; more than that at two clubs at once is a contradiction
FINER = {"winger": {"midfielder", "forward"}, "full-back": {"defender", "midfielder"}}  # our positions, and what coarser sources call them

Fact = tuple[str, str, str]  # field, value, source
Stay = tuple[SpellRecord, Draft, Record]  # a spell with its club and the record that tells it


class Told(NamedTuple):
    """A value and who says so."""

    value: str
    source: str


def _places(one: str, other: str) -> bool:
    return plain(one) in plain(other) or plain(other) in plain(one)


def _positions(one: str, other: str) -> bool:
    return one == other or other in FINER.get(one, ()) or one in FINER.get(other, ())


def _exact_country(value: str) -> int:
    return int(value != UNION)


def _alike(_: str) -> int:
    return 0


# For each field: whether two values can both be true, and how exact a value is.
RULES: dict[str, tuple[Callable[[str, str], bool], Callable[[str], int]]] = {
    "country": (agree, _exact_country), "city": (_places, _alike), "born": (compatible, len), "birthplace": (_places, _alike), "position": (_positions, _alike),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weakness:
    """Why a name needs football around it: `common` folded words, `given` names, names that are also countries, and the strong names of what ships."""

    common: frozenset[str]
    given: frozenset[str]
    countries: frozenset[str]
    shipped: Mapping[str, set[str]]  # folded name -> ids of the starter's entities that bear it

    def why(self, text: str) -> str:
        """The reason that lies in the name itself; empty when it is strong."""
        words = plain(text)
        if words in self.countries:
            return "a country"
        if " " in words:
            return ""
        if words in self.common:
            return "a common word"
        if words in self.given:
            return "a given name"
        return "shorter than four letters" if len(words) < 4 and words.isascii() else ""

    def taken(self, text: str, id: str) -> str:
        """The reason that lies in others: it names something that ships."""
        bearers = self.shipped.get(plain(text), set()) - {id}
        return f"a name of {', '.join(sorted(bearers))}" if bearers else ""

    def mark(self, record: Record) -> tuple[Name, ...]:
        """A record's names, those marked that are weak in themselves."""
        return tuple(name if name.weak or not self.why(name.text) else Name(name.text, name.language, name.kind, True) for name in record.names)


class Builder:
    """Makes entities of drafts; conflicts and weak names go to the report, facts to `facts`."""

    def __init__(self, report: Report, weakness: Weakness) -> None:
        self.report, self.weakness = report, weakness
        self.facts: dict[str, list[Fact]] = {}

    def club(self, draft: Draft) -> Club:
        """A club: what ships of it, widened by what sources tell."""
        base = draft.starter if isinstance(draft.starter, Club) else None
        records = [record for record in draft.records if isinstance(record, ClubRecord)]
        told: dict[str, list[Told]] = {"country": [], "city": []}
        if base:
            told["country"] += [Told(base.country, STARTER)]
            told["city"] += [Told(base.city, STARTER)] if base.city else []
        for record in records:
            told["country"] += [Told(record.country, record.source)] if record.country and not (base and base.national) else []
            told["city"] += [Told(record.city, record.source)] if record.city else []
        grounds = dict.fromkeys([*(base.stadiums if base else ()), *(() if base and base.stadiums else (g for record in records for g in record.stadiums))])
        names = self._names(draft, () if base and base.stadiums else tuple(grounds))
        self._note(draft, "stadium", [Told(g, STARTER) for g in (base.stadiums if base else ())] + [Told(g, r.source) for r in records for g in r.stadiums])
        return Club(
            id=draft.id, name=draft.name, country=self._best(draft, "country", told["country"]) or "", names=names,
            city=self._best(draft, "city", told["city"]), stadiums=tuple(grounds), rivals=base.rivals if base else (),
            league=base.league if base else None, fame=base.fame if base else max(record.fame for record in records),
            national=base.national if base else any(record.national for record in records),
        )  # fmt: skip

    def person(self, draft: Draft, spells: Sequence[Stay], national: Callable[[str], bool]) -> Person:
        """A person; `spells` are those the sources tell, each with its club and record; `national` says which clubs are national teams."""
        base = draft.starter if isinstance(draft.starter, Person) else None
        records = [record for record in draft.records if isinstance(record, PersonRecord)]
        told: dict[str, list[Told]] = {"born": [], "birthplace": [], "position": []}
        if base:
            told["born"] += [Told(told_day(base.born), STARTER)] if base.born else []
            told["birthplace"] += [Told(base.birthplace, STARTER)] if base.birthplace else []
            told["position"] += [Told(base.position, STARTER)] if base.position else []
        for record in records:
            for field in told:
                if value := getattr(record, field):
                    told[field].append(Told(value, record.source))
        born = self._best(draft, "born", told["born"])
        occupations = dict.fromkeys([*(base.occupations if base else ()), *(one for record in records for one in record.occupations)])
        return Person(
            id=draft.id, name=draft.name, names=self._names(draft), occupations=tuple(base.occupations if base else occupations),
            nationalities=self._nations(draft, base, records), position=self._best(draft, "position", told["position"]),
            born=first_day(born) if born else None, birthplace=self._best(draft, "birthplace", told["birthplace"]),
            spells=self._spells(draft, base.spells if base else (), spells, national), fame=base.fame if base else max(record.fame for record in records),
        )  # fmt: skip

    def _note(self, draft: Draft, field: str, told: Iterable[Told]) -> None:
        facts = self.facts.setdefault(draft.id, [])
        facts.extend(dict.fromkeys((field, value, source) for value, source in told))

    def _best(self, draft: Draft, field: str, told: list[Told]) -> str | None:
        """The starter's value, else the most exact, else that of the first source; others that cannot be true beside it are conflicts."""
        if not told:
            return None
        fits, exactness = RULES[field]
        self._note(draft, field, told)
        best = max(told, key=lambda one: (one.source == STARTER, exactness(one.value)))  # of equals the first
        if best.source == STARTER and not (field == "country" and best.value == "International"):
            finer = [one for one in told if exactness(one.value) > exactness(best.value) and fits(one.value, best.value)]
            best = finer[0] if finer else best
        for value, source in dict.fromkeys(told):
            if source != best.source and not fits(value, best.value):
                self.report.of(source).conflicts += 1
                self.report.conflicts.append(Conflict(source, draft.id, field, best.value, best.source, value))
        return best.value

    def _nations(self, draft: Draft, base: Person | None, records: Sequence[PersonRecord]) -> tuple[str, ...]:
        told = [Told(one, STARTER) for one in (base.nationalities if base else ())] + [Told(one, r.source) for r in records for one in r.nationalities]
        self._note(draft, "nationality", told)
        if base and base.nationalities:
            return base.nationalities
        found = tuple(dict.fromkeys(one.value for one in told))
        return tuple(one for one in found if one != UNION or not HOME_NATIONS & set(found))

    def _names(self, draft: Draft, grounds: Sequence[str] = ()) -> tuple[Name, ...]:
        """What ships, then every new way to write it, weak where it must be."""
        shipped = draft.starter.names if draft.starter else ()
        known = {(plain(name.text), name.language) for name in shipped}
        found: list[Name] = list(shipped)  # "A.C. Milan" too beside "AC Milan": articles are searched for either
        self._note(draft, "name", [Told(name.text, STARTER) for name in shipped])
        for record in draft.records:
            self._note(draft, "name", [Told(name.text, record.source) for name in record.names])
            for number, name in enumerate([*self.weakness.mark(record), *(Name(ground, "all", "stadium") for ground in grounds if record is draft.records[0])]):
                words = plain(name.text)
                if not words or (words, "all") in known or (words, name.language) in known:
                    continue
                known.add((words, name.language))
                kind = "name" if number == 0 and not found else _kind(name, record, draft)
                why = self.weakness.why(name.text) or self.weakness.taken(name.text, draft.id)
                if why:
                    self.report.of(record.source).weak += 1
                    self.report.weak.append(Weak(record.source, reference(record), name.text, why))
                if not (why and found and isinstance(record, PersonRecord) and not record.source.startswith(OWN)):  # "Lucas" means Lucas Moura only beside it
                    found.append(Name(name.text, name.language, kind, name.weak or bool(why)))
        for register, id in draft.ids.items():
            self._note(draft, register, [Told(id, next((r.source for r in draft.records if (register, id) in r.ids), STARTER))])
        return tuple(found)

    def _spells(self, draft: Draft, shipped: Sequence[Spell], told: Sequence[Stay], national: Callable[[str], bool]) -> tuple[Spell, ...]:
        """What ships, then the spells of the sources, the most exact first, that neither repeat nor contradict what is there."""
        found = list(shipped)
        self._note(draft, "spell", [Told(_shown(spell), STARTER) for spell in shipped])
        for record, club, owner in sorted(told, key=lambda one: -len(one[0].first or "") - len(one[0].last or "")):
            words = _words(club.id, record.occupation, record.first, record.last, record.loan)
            self._note(draft, "spell", [Told(words, owner.source)])
            first, last = first_day(record.first) if record.first else None, last_day(record.last) if record.last else None
            spell = Spell(club.id, record.occupation, first, last, record.loan)
            if any(_one(spell, other) for other in found):
                continue
            against = next((other for other in found if not national(spell.club) and not national(other.club) and _contradict(spell, other)), None)
            if against:
                self.report.of(owner.source).conflicts += 1
                kept_by = STARTER if against in shipped else "another spell"
                self.report.conflicts.append(Conflict(owner.source, draft.id, "spell", _shown(against), kept_by, words))
            else:
                found.append(spell)
        return tuple(found[: len(shipped)]) + tuple(sorted(found[len(shipped) :], key=lambda s: (s.first or s.last or date.max, s.club)))


def _kind(name: Name, record: Record, draft: Draft) -> str:
    """Of a person an alias that does not end in his surname is an epithet, from which no surname follows: "the Turkish Messi"."""
    ends = plain(name.text).rpartition(" ")[2] == plain(draft.name).rpartition(" ")[2]
    if isinstance(record, PersonRecord) and not ends and not record.source.startswith(OWN):
        return "nickname"
    return "alias" if name.kind == "name" else name.kind


def _shown(spell: Spell) -> str:
    first, last = told_day(spell.first) if spell.first else None, spell.last.isoformat() if spell.last else None
    return _words(spell.club, spell.occupation, first, last, spell.loan)


def _words(club: str, occupation: str, first: str | None, last: str | None, loan: bool) -> str:
    return f"{club}, {occupation}, {first or '?'} to {last or '?'}{', loan' if loan else ''}"


def _stretch(spell: Spell) -> tuple[date, date]:
    """The days a spell surely or possibly takes; of one whose beginning nobody tells its end alone."""
    return spell.first or (spell.last.replace(month=1, day=1) if spell.last else date.max), spell.last or date.max


def _one(spell: Spell, other: Spell) -> bool:
    """Whether both tell one stay."""
    (first, last), (begins, ends) = _stretch(spell), _stretch(other)
    near = (first <= ends or first - ends < NEAR) and (begins <= last or begins - last < NEAR)
    return spell.club == other.club and spell.occupation == other.occupation and near


def _contradict(spell: Spell, other: Spell) -> bool:
    """Whether somebody would have been at two clubs as a player for long, on loan at neither."""
    if spell.loan or other.loan or spell.club == other.club or not spell.occupation == other.occupation == "player":
        return False
    (first, last), (begins, ends) = _stretch(spell), _stretch(other)
    return min(last, ends) > max(first, begins) and (min(last, ends) - max(first, begins) > OVERLAP or (begins < first and last < ends))
