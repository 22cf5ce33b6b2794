"""Footballers, coaches, directors and clubs of Wikidata, asked of a SPARQL service page by page, the best known first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from mercato.knowledge.countries import country
from mercato.knowledge.importers.pages import Pages, Row, chunks
from mercato.knowledge.importers.questions import EVERY, LANGUAGES, Which, bands, of_clubs, of_people, those
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused, SpellRecord
from mercato.knowledge.starter import Occupation, Position
from mercato.model.world import Name
from mercato.yamlfile import load

SOURCE = "wikidata"
SIZE = 100  # entities of a page: answered in a few seconds, where 60 are allowed, and some megabytes long
KINDS = {"label": "alias", "alias": "alias", "full": "full", "short": "alias", "nickname": "nickname"}
EXACT = {"9": 4, "10": 7, "11": 10}  # Wikidata's precision: year, month, day -> how much of YYYY-MM-DD is known
CHOSEN: dict[Which, str] = {"footballers": "player", "coaches": "coach", "directors": "director"}
_ID = re.compile(r"http://www\.wikidata\.org/entity/(?P<id>Q\d+)")
_DATE = re.compile(r"\+?(?P<day>\d{4}-\d{2}-\d{2})T")

Record = ClubRecord | PersonRecord | Refused
Ours = TypeVar("Ours", bound=str)


class Words(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """All of wikidata.yml: what we call it, and how Wikidata does."""

    positions: dict[Position, list[str]]
    offices: dict[Occupation, list[str]]
    occupations: dict[Occupation, list[str]]


@cache
def _words() -> Words:
    return load(Path(__file__).with_suffix(".yml"), Words)


def _called(label: str, words: Mapping[Ours, Sequence[str]]) -> Ours | None:
    """What we call it: the longest word that is in the label counts."""
    found = {word: ours for ours, ways in words.items() for word in ways if word in label.lower()}
    return found[max(found, key=len)] if found else None


def read(which: Which, least_sitelinks: int, pages: Pages, progress: Callable[[int, int], None] | None = None) -> Iterator[Record]:
    """The clubs or people chosen that have at least `least_sitelinks` pages in Wikipedias and the like; before people the clubs of their spells.

    `progress` is called with how many are through, and of how many. Raises NoAnswer naming the page that did not come; what came before it is kept.
    """
    ids, clubs = _ids(which, least_sitelinks, pages), _Clubs(pages)
    for number, part in enumerate(chunks(ids, SIZE)):
        what = f"{which} {number * SIZE + 1} to {number * SIZE + len(part)} of {len(ids)}"
        yield from clubs.read(part, what) if which == "clubs" else _people(part, which, clubs, what)
        if progress:
            progress(number * SIZE + len(part), len(ids))


def _ids(which: Which, least_sitelinks: int, pages: Pages) -> list[str]:
    found: dict[str, None] = {}
    for least, below in bands(least_sitelinks):
        span = f"{least} to {below - 1}" if below and below - 1 > least else f"{least}{'' if below else ' and more'}"
        rows = pages.page(those(which, least, below), f"the list of {which} with {span} sitelinks").rows
        found |= dict.fromkeys(sorted(filter(None, (_id(row.get("item", "")) for row in rows)), key=lambda id: int(id[1:])))
    return list(found)


def _id(iri: str) -> str:
    whole = _ID.fullmatch(iri)
    return whole["id"] if whole else ""


@dataclass(frozen=True, slots=True)
class _Told:
    """All that a page tells of one entity."""

    id: str
    place: str
    rows: list[Row] = field(default_factory=list)

    def of(self, *fields: str) -> list[str]:
        """The values of fields in their order, each sorted: the order of a service's answer means nothing."""
        told = [sorted({row["value"] for row in self.rows if row["field"] == name and "value" in row}) for name in fields]
        return list(dict.fromkeys(value for values in told for value in values))

    def one(self, name: str) -> str | None:
        """One value of a field: in English where it is, else the name for every language."""
        told = sorted((row.get("language") != "en", row["value"]) for row in self.rows if row["field"] == name and "value" in row)
        return told[0][1] if told else None

    def ids(self, *registers: str) -> tuple[tuple[str, str], ...]:
        """What registers call it."""
        return (("wikidata", self.id), *((register, id) for register in registers for id in self.of(register)))

    def names(self) -> tuple[Name, ...]:
        """The English label, else the one for every language, else the first of ours; then all others, those of several languages as everybody's."""
        labels = {row.get("language", EVERY): row["value"] for row in self.rows if row["field"] == "label"}
        first = next((labels[language] for language in ("en", EVERY, *LANGUAGES) if language in labels), None)
        if first is None:
            return ()
        found = {first: Name(first, "all", "name")}
        for name, kind in KINDS.items():
            spoken = defaultdict[str, set[str]](set)
            for row in self.rows:
                if row["field"] == name:
                    spoken[row["value"]].add(row.get("language", EVERY))
            for text, languages in sorted(spoken.items()):
                language = "all" if EVERY in languages or len(languages) > 1 else min(languages)
                found.setdefault(text, Name(text, language, kind))
        return tuple(found.values())


def _told(ids: Sequence[str], rows: Sequence[Row], file: Path) -> list[_Told]:
    found = {id: _Told(id, f"{file}:{id}") for id in ids}
    for row in rows:
        if "field" in row and (told := found.get(_id(row.get("item", "")))):
            told.rows.append(row)
    return list(found.values())


@dataclass
class _Clubs:
    """Clubs read so far: those that play football, and of these the national teams."""

    pages: Pages
    seen: set[str] = field(default_factory=set)
    football: set[str] = field(default_factory=set)
    national: set[str] = field(default_factory=set)

    def read(self, ids: Sequence[str], what: str) -> Iterator[ClubRecord | Refused]:
        """Those of `ids` that were not read before."""
        for part in chunks([id for id in ids if id not in self.seen], SIZE):
            page = self.pages.page(of_clubs(part), what)
            self.seen.update(part)
            for told in _told(part, page.rows, page.file):
                yield self._club(told)

    def _club(self, told: _Told) -> ClubRecord | Refused:
        names, national = told.names(), bool(told.of("national"))
        if not national and not told.of("football"):
            return Refused(SOURCE, told.place, "no football team by its kind or sport; spells there are left out")
        if not names:
            return Refused(SOURCE, told.place, f"no name in any of {', '.join(LANGUAGES)}")
        self.football.add(told.id)
        if national:
            self.national.add(told.id)
        where = told.of("plays for") or told.of("country")
        return ClubRecord(source=SOURCE, key=told.id, name=names[0].text, names=names, country=country(where[0]) if where else None,
                          city=told.one("city"), stadiums=tuple(told.of("stadium")), national=national, ids=told.ids("transfermarkt", "uefa", "twitter"),
                          place=told.place)  # fmt: skip


def _people(ids: Sequence[str], which: Which, clubs: _Clubs, what: str) -> Iterator[Record]:
    page = clubs.pages.page(of_people(ids), what)
    people = _told(ids, page.rows, page.file)
    spells = {told.id: _spells(told) for told in people}
    yield from clubs.read(sorted({spell.club for stays in spells.values() for spell in stays}), f"clubs of {what}")
    for told in people:
        yield _person(told, [spell for spell in spells[told.id] if spell.club in clubs.football], CHOSEN[which], clubs.national)


def _person(told: _Told, spells: list[SpellRecord], chosen: str, national: set[str]) -> PersonRecord | Refused:
    names = told.names()
    if not names:
        return Refused(SOURCE, told.place, f"no name in any of {', '.join(LANGUAGES)}")
    where = told.of("plays for") or told.of("citizen")
    return PersonRecord(source=SOURCE, key=told.id, name=names[0].text, names=names, occupations=_occupations(told, spells, chosen),
                        nationalities=tuple(dict.fromkeys(map(country, where))), position=_position(told.of("position")),
                        born=_agreed([day for row in told.rows if row["field"] == "born" and (day := _day(row, "first", "exact"))]),
                        birthplace=told.one("birthplace"), spells=tuple(_ended(spells, national)),
                        ids=told.ids("transfermarkt", "transfermarkt-coach", "uefa", "twitter"), place=told.place)  # fmt: skip


def _occupations(told: _Told, spells: Sequence[SpellRecord], chosen: str) -> tuple[str, ...]:
    """What somebody took up last comes first."""
    newest = [spell.occupation for spell in sorted(spells, key=lambda spell: spell.first or "", reverse=True) if spell.first]
    said = [ours for ours, labels in _words().occupations.items() if set(labels) & set(told.of("occupation"))]
    return tuple(dict.fromkeys([*newest, *(spell.occupation for spell in spells), *said])) or (chosen,)


def _position(labels: Sequence[str]) -> str | None:
    found = {_called(label, _words().positions) for label in labels}
    return next((position for position in _words().positions if position in found), None)


def _spells(told: _Told) -> list[SpellRecord]:
    """Each stay once, in order of time; one without dates only where none at that club has any."""
    stays = defaultdict[str, list[Row]](list)
    for row in told.rows:
        if "stay" in row and row["field"] != "born" and _id(row.get("value", "")):
            stays[row["stay"]].append(row)
    found = sorted(filter(None, map(_spell, stays.values())), key=_time)
    dated = {(spell.club, spell.occupation) for spell in found if spell.first or spell.last}
    return [spell for spell in dict.fromkeys(found) if spell.first or spell.last or (spell.club, spell.occupation) not in dated]


def _time(spell: SpellRecord) -> tuple[str, ...]:
    return spell.first or spell.last or "9999", spell.club, spell.occupation, spell.last or "9999", "loan" if spell.loan else ""


def _spell(rows: Sequence[Row]) -> SpellRecord | None:
    """One statement; where it has several beginnings or ends, the widest stretch. None for an office that is none of ours."""
    occupation = _called(rows[0].get("office", ""), _words().offices) if rows[0]["field"] == "office" else rows[0]["field"]
    if not occupation:
        return None
    begins = [day for row in rows if (day := _day(row, "first", "exact"))]
    ends = [day for row in rows if (day := _day(row, "last", "lastExact"))]
    loan = any("deal" in row for row in rows)
    return SpellRecord(_id(rows[0]["value"]), occupation, min(begins, default=None), max(ends, default=None), loan)


def _ended(spells: Sequence[SpellRecord], national: set[str]) -> Iterator[SpellRecord]:
    """Spells of a player without an end, ended when he joined the next club to stay: most that Wikidata tells so are over."""
    stays = [spell for spell in spells if spell.occupation == "player" and spell.first and spell.club not in national]
    joined = [(spell.first or "", spell.club) for spell in stays if not spell.loan]
    for spell in spells:
        after = [day for day, club in joined if club != spell.club and day > (spell.first or "")] if spell in stays and not spell.last else []
        yield replace(spell, last=min(after)) if after else spell


def _day(row: Row, time: str, exact: str) -> str | None:
    """A date as exact as it is known; None where not even the year is."""
    date, length = _DATE.match(row.get(time, "")), EXACT.get(row.get(exact, ""))
    return date["day"][:length] if date and length else None


def _agreed(days: Sequence[str]) -> str | None:
    """As much of a date as all who tell it agree on."""
    finest = max(days, key=lambda day: (len(day), day), default="")
    cuts = (finest[:length] for length in (10, 7, 4))
    return next((cut for cut in cuts if cut and all(cut.startswith(day) or day.startswith(cut) for day in days)), None)
