"""Which entity a record speaks of: by judgement, by a shared id, by name with country or birth date; whoever is not surely the same is another one."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from mercato.knowledge.countries import UNION, agree
from mercato.knowledge.judgements import Judgement
from mercato.knowledge.records import ClubRecord, PersonRecord
from mercato.knowledge.slugs import slug
from mercato.knowledge.squads import squad
from mercato.model.folding import fold
from mercato.model.world import Club, Name, Person
from mercato.names.naming import Key, key, surname

_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_] ){1,4}[^\W\d_]\b")
STRONG = frozenset({"name", "alias", "full"})
DAY = 10  # letters of a whole date
RARE = 15  # bearers in all sources: of the name of more, two may well have one full name
YOUNGEST, OLDEST = 15, 40  # years of age at a club

Record = ClubRecord | PersonRecord


@cache
def plain(text: str) -> str:
    """The folded words of a name, initials in one: "A.S. Roma" and "AS Roma" are both "as roma"."""
    words = " ".join(_WORD.findall(fold(text)))
    return _INITIALS.sub(lambda found: found[0].replace(" ", ""), words)


def reference(record: Record) -> str:
    """What a record is called in reports and judgements: "reep:reep_te8766ef1"."""
    return f"{record.source}:{record.key}"


def own_id(record: Record) -> str:
    """The id that a record's entity has if nothing is known but the record."""
    wikidata = dict(record.ids).get("wikidata")
    return f"wd-{wikidata.lower()}" if wikidata else fallback_id(record)


def fallback_id(record: Record) -> str:
    """The id made of a record's source and key."""
    return f"{slug(record.source)}-{slug(record.key)}"


def references(record: Record) -> set[str]:
    """All that a judgement may call a record, or the entity it is part of."""
    return {reference(record), own_id(record), fallback_id(record), *(f"{register}:{id}" for register, id in record.ids)}


def told_day(day: date) -> str:
    """A date of an entity as a source would tell it: where only the year is known, entities keep the first of January."""
    return str(day.year) if (day.month, day.day) == (1, 1) else day.isoformat()


@dataclass(slots=True, eq=False)
class Draft:
    """An entity in the making: what ships of it, and the records that speak of it, in order."""

    starter: Club | Person | None
    records: list[Record] = field(default_factory=list)
    references: set[str] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)  # the folded names it can be known by again
    clubs: set[int] = field(default_factory=set)  # of a person: the drafts of his clubs, by identity
    into: Draft | None = None  # the draft it was united with
    id: str = ""  # given at the end, when all its ids are known

    @property
    def name(self) -> str:
        """The name it goes by."""
        return (self.starter or self.records[0]).name

    def births(self) -> list[str]:
        """Every birth date told of a person."""
        told = [told_day(self.starter.born)] if isinstance(self.starter, Person) and self.starter.born else []
        return told + [record.born for record in self.records if isinstance(record, PersonRecord) and record.born]

    def nations(self) -> set[str]:
        """Every nationality told of a person."""
        told = set(self.starter.nationalities) if isinstance(self.starter, Person) else set()
        return told.union(*(record.nationalities for record in self.records if isinstance(record, PersonRecord)))


class Found:
    """The answer for one record: the draft it belongs to and why, with other drafts it shows to be the same; or those that bear its name, and why it belongs
    to none of them."""

    __slots__ = ("draft", "near", "others", "reason")

    def __init__(self, draft: Draft | None, reason: str, near: Iterable[Draft] = (), *, others: Iterable[Draft] = ()) -> None:
        self.draft, self.reason, self.near, self.others = draft, reason, list(near), list(others)


NOBODY = Found(None, "")


class Judged:
    """The judgements same and apart that stand; `used` holds the ids of those that decided something."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self.pairs: dict[str, dict[str, Judgement]] = defaultdict(dict)
        for one in judgements:
            if one.verb in ("same", "apart") and one.object:
                self.pairs[one.subject][one.object] = self.pairs[one.object][one.subject] = one
        self.used: set[str] = set()

    def _about(self, record: Record, verb: str) -> Iterator[tuple[str, Judgement]]:
        if self.pairs:
            for name in sorted(references(record)):
                yield from ((other, one) for other, one in self.pairs.get(name, {}).items() if one.verb == verb)

    def partners(self, record: Record) -> Iterator[tuple[str, Judgement]]:
        """What is judged to be the same as a record."""
        yield from self._about(record, "same")

    def apart(self, record: Record, draft: Draft) -> bool:
        """Whether a record is judged not to be this entity."""
        for other, one in self._about(record, "apart"):
            if other in draft.references:
                self.used.add(one.id)
                return True
        return False


class Entities(ABC):
    """The drafts of one kind, with the ways to find them; subclasses know when names are enough."""

    def __init__(self, judged: Judged) -> None:
        self.drafts: list[Draft] = []
        self.judged = judged
        self.by_reference: dict[str, Draft] = {}
        self.by_id: dict[tuple[str, str], Draft] = {}
        self.by_name: dict[str, list[Draft]] = defaultdict(list)

    def begin(self, starter: Club | Person, ids: Iterable[tuple[str, str]]) -> Draft:
        """The draft of an entity that ships."""
        draft = Draft(starter, references={starter.id}, id=starter.id)
        self.drafts.append(draft)
        self._index(draft, starter.names, ids)
        return draft

    def add(self, record: Record, names: Iterable[Name]) -> Draft:
        """A new draft of one record; `names` are its names with those marked that are weak."""
        draft = Draft(None)
        self.drafts.append(draft)
        return self.join(draft, record, names)

    def join(self, draft: Draft, record: Record, names: Iterable[Name]) -> Draft:
        """The draft with one more record."""
        draft.records.append(record)
        draft.references |= references(record)
        self._index(draft, names, record.ids)
        return draft

    def _index(self, draft: Draft, names: Iterable[Name], ids: Iterable[tuple[str, str]]) -> None:
        for name in draft.references:
            self.by_reference.setdefault(name, draft)
        for register, id in ids:
            draft.ids.setdefault(register, id)
            self.by_id.setdefault((register, id), draft)
            draft.references.add(f"{register}:{id}")
        for text in self.telling(names) - draft.texts:
            draft.texts.add(text)
            self.by_name[text].append(draft)

    def unite(self, draft: Draft, other: Draft) -> None:
        """Make one draft of two; all that led to `other` leads to `draft`."""
        other.into = draft
        draft.records += other.records
        draft.references |= other.references
        self.by_reference |= dict.fromkeys(other.references, draft)
        for register, id in other.ids.items():
            draft.ids.setdefault(register, id)
            self.by_id[register, id] = draft
        for text in other.texts:
            self.by_name[text].remove(other)
            if text not in draft.texts:
                self.by_name[text].append(draft)
        draft.texts |= other.texts

    def alive(self) -> list[Draft]:
        """The drafts that were not united with another."""
        return [draft for draft in self.drafts if draft.into is None]

    def telling(self, names: Iterable[Name]) -> set[str]:
        """The names by which a draft can be known again."""
        return {plain(name.text) for name in names if name.kind in STRONG and not name.weak}

    def find(self, record: Record, names: Iterable[Name]) -> Found:
        """The draft that a record belongs to, if it surely does."""
        for other, judgement in self.judged.partners(record):
            if draft := self.by_reference.get(other):
                self.judged.used.add(judgement.id)
                return Found(draft, f"judged the same by {judgement.author}, {judgement.made[:10]}")
        for register, id in record.ids:
            draft = self.by_id.get((register, id))
            if draft and not self.judged.apart(record, draft) and (register == "wikidata" or self.possible(record, draft)):
                return Found(draft, f"the same {register} id {id}")
        return self.by_names(record, names)

    def possible(self, record: Record, draft: Draft) -> bool:
        """Whether nothing speaks against a record and a draft being one: a second Wikidata id, a judgement."""
        mine, its = dict(record.ids).get("wikidata"), draft.ids.get("wikidata")
        return not (mine and its and mine != its) and not self.judged.apart(record, draft)

    @abstractmethod
    def by_names(self, record: Record, names: Iterable[Name]) -> Found:
        """The draft that bears a record's name and agrees with it in what tells namesakes apart."""


def twice_told(record: Record, draft: Draft) -> bool:
    """Whether the record's source already speaks of the draft: what a source tells as two is two."""
    return any(other.source == record.source and other.key != record.key for other in draft.records)


class Clubs(Entities):
    """Clubs: one strong name and the country, when no other club of that country bears it."""

    def __init__(self, judged: Judged, records: Iterable[ClubRecord]) -> None:
        super().__init__(judged)
        self.told: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for record in records:
            for text in {plain(name.text) for name in record.names}:
                self.told[record.source, record.country or "", text].add(record.key)

    def by_names(self, record: Record, names: Iterable[Name]) -> Found:
        if not isinstance(record, ClubRecord):
            return NOBODY
        if not record.country:
            return Found(None, "no country is told", self.by_name.get(plain(record.name), ()))
        candidates: dict[int, tuple[Draft, str]] = {}
        near: dict[int, Draft] = {}
        for text in dict.fromkeys([plain(record.name), *sorted(self.telling(names))]):
            bearers = [draft for draft in self.by_name.get(text, ()) if agree(record.country, country_of(draft)) and squad(draft.name) == squad(record.name)]
            near |= {id(draft): draft for draft in bearers}
            if len(bearers) == 1 and len(self.told[record.source, record.country, text]) == 1:
                candidates.setdefault(id(bearers[0]), (bearers[0], text))
        if not candidates:
            return Found(None, "not the only club of this name in the country" if near else "", near.values())
        possible = [(draft, text) for draft, text in candidates.values() if self._fits(record, draft)]
        if not possible:
            return Found(None, "its source tells them as two, or their Wikidata ids or a judgement do, or one is a national team", near.values())
        if len(candidates) == len(possible) and self._one(possible):
            return self._all_of(record, [draft for draft, _ in possible], possible[0][1])
        draft, text = possible[0]
        if len(candidates) > 1 and text != plain(record.name):
            return Found(None, "its names lead to several clubs of the country", near.values())
        return Found(draft, f"the only club called {text!r} in {record.country}")

    def _fits(self, record: ClubRecord, draft: Draft) -> bool:
        national = draft.starter.national if isinstance(draft.starter, Club) else record.national
        return national == record.national and not twice_told(record, draft) and self.possible(record, draft)

    def _one(self, possible: Sequence[tuple[Draft, str]]) -> bool:
        """Whether drafts that one record bears names of can all be one: at most one that ships, one Wikidata id, and no source that tells two of them."""
        drafts = [draft for draft, _ in possible]
        told = [source for draft in drafts for source in {record.source for record in draft.records}]
        split = any(self.judged.apart(record, other) for draft in drafts for record in draft.records for other in drafts if other is not draft)
        wikidata = {draft.ids["wikidata"] for draft in drafts if "wikidata" in draft.ids}
        return not split and len(wikidata) < 2 and sum(draft.starter is not None for draft in drafts) < 2 and len(told) == len(set(told))

    def _all_of(self, record: ClubRecord, drafts: list[Draft], text: str) -> Found:
        first = min(drafts, key=lambda draft: draft.starter is None)  # what ships keeps its id
        reason = f"the only club called {text!r} in {record.country}"
        return Found(first, reason, others=[draft for draft in drafts if draft is not first])


def country_of(draft: Draft) -> str:
    """A club's country; "" where nobody says it, a part of the United Kingdom before the whole."""
    told = [entry.country for entry in (draft.starter, *draft.records) if isinstance(entry, Club | ClubRecord) and entry.country]
    return next((name for name in told if name != UNION), told[0] if told else "")


class People(Entities):
    """People: one full name and the whole birth date; where one side lacks it, the name with nationality or a club, and no namesake on either side; where
    one side tells neither birth nor nationality, a name with a rare surname that nobody else bears, and clubs at which he would have been of age."""

    def __init__(self, judged: Judged, records: Iterable[PersonRecord]) -> None:
        super().__init__(judged)
        self.clubs_of: dict[str, set[int]] = {}  # by reference of a record: the drafts of its clubs, filled as records come
        self.told: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        self.surnames: Counter[Key] = Counter()
        for record in records:
            self.surnames[_last_name(record)] += 1
            for text in {plain(name.text) for name in record.names}:
                self.told[record.source, text].setdefault(record.key, record.born or "")

    def telling(self, names: Iterable[Name]) -> set[str]:
        """The name, and every other of several words: of one word there are too many bearers."""
        full = {plain(name.text) for name in names if name.kind in STRONG}
        return {plain(name.text) for name in names if name.kind == "name"} | {text for text in full if " " in text}

    def by_names(self, record: Record, names: Iterable[Name]) -> Found:
        if not isinstance(record, PersonRecord):
            return NOBODY
        bearers = {id(draft): draft for name in names if name.kind in STRONG for draft in self.by_name.get(plain(name.text), ())}
        near = [draft for draft in bearers.values() if all(compatible(born, record.born) for born in draft.births())]
        if not near:
            return Found(None, "born on another day", bearers.values()) if bearers else NOBODY
        if len(record.born or "") == DAY:
            exact = [draft for draft in near if any(same_day(born, record.born or "") for born in draft.births()) and self.possible(record, draft)]
            if len(exact) == 1:
                return Found(exact[0], f"the same name, born on {record.born}")
        return self._without_birth(record, near)

    def join(self, draft: Draft, record: Record, names: Iterable[Name]) -> Draft:
        """The draft with one more record and its clubs."""
        draft.clubs |= self.clubs_of.get(reference(record), set())
        return super().join(draft, record, names)

    def _without_birth(self, record: PersonRecord, near: list[Draft]) -> Found:
        draft, born = near[0], record.born
        namesakes = [key for key, other in self.told[record.source, plain(record.name)].items() if key != record.key and compatible(other, born)]
        if len(near) > 1 or namesakes or twice_told(record, draft):
            return Found(None, "namesakes, and no birth date to tell them apart", near)
        if not self.possible(record, draft):
            return Found(None, "another Wikidata id, or judged apart", near)
        if " " not in plain(record.name) and not (born and draft.births()):
            return Found(None, "a single name, and no birth date on one side", near)
        nations = sorted(one for one in record.nationalities if any(agree(one, other) for other in draft.nations()))
        if not nations and not self._shared(record, draft):
            if self._unmistakable(record, draft):
                return Found(draft, "the only one of this name in either source, its surname rare, and of age at his clubs")
            return Found(None, "the same name, but neither a birth date nor a nationality nor a club in common", near)
        return Found(draft, f"the only one of this name, {'of ' + nations[0] if nations else 'at one club with him'}" + (f", born {born}" if born else ""))

    def _unmistakable(self, record: PersonRecord, draft: Draft) -> bool:
        """Whether a name alone tells who is meant. Of 100 such pairs looked at by hand none was surely wrong; without the rule of rare surnames four were."""
        others = [other for other in draft.records if isinstance(other, PersonRecord)]
        whole = [born for born in (record.born, *draft.births()) if len(born or "") == DAY]
        one_side = bool(record.nationalities) != bool(draft.nations()) and bool(record.born) != bool(draft.births())
        if not (one_side and whole and others) or draft.starter or " " not in plain(record.name):
            return False
        alone = all(len(self.told[source, plain(record.name)]) == 1 for source in {record.source, *(other.source for other in others)})
        ages = [int(day[:4]) - int((whole[0] or "")[:4]) for one in (record, *others) for stay in one.spells for day in (stay.first, stay.last) if day]
        return alone and self.surnames[_last_name(record)] < RARE and bool(ages) and min(ages) >= YOUNGEST and max(ages) <= OLDEST

    def _shared(self, record: PersonRecord, draft: Draft) -> bool:
        return bool(self.clubs_of.get(reference(record), set()) & draft.clubs)


def _last_name(record: PersonRecord) -> Key:
    words = key(record.name)
    return surname(words) or words


def same_day(told: str, day: str) -> bool:
    """Whether a draft's birth date is this day; the first of January may stand as its year there, see `told_day`."""
    return told == day or f"{told}-01-01" == day


def compatible(one: str | None, other: str | None) -> bool:
    """Whether two dates, each as exact as it is known, can be one."""
    return not one or not other or one.startswith(other) or other.startswith(one)
