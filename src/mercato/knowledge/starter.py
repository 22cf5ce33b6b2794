"""The shape of the starter knowledge files, and how they become clubs, people and windows."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, get_args

import msgspec

from mercato.errors import BadKnowledge
from mercato.model.folding import fold
from mercato.model.world import Club, Name, Person, Spell, Window
from mercato.yamlfile import load

FOLDER = Path(__file__).parent / "starter"
SUMMER = 7  # the month in which one season follows another where they run over the new year

_ID, _DAY = r"[a-z0-9]+(?:-[a-z0-9]+)*", r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
Id = Annotated[str, msgspec.Meta(pattern=f"^{_ID}$")]
Day = Annotated[str, msgspec.Meta(pattern=f"^{_DAY}$")]  # as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD
Fame = Annotated[int, msgspec.Meta(ge=1, le=5)]
Ids = tuple[tuple[str, str], ...]  # the ids that one has in registers: pairs like ("wikidata", "Q1422")
Language = Literal["all", "en", "it", "es", "fr", "de", "pt"]
Occupation = Literal["player", "coach", "director", "president", "owner", "executive", "agent"]
_SPELL = re.compile(rf"({_ID}) ({_DAY})?\.\.({_DAY})?(?: ({'|'.join(get_args(Occupation))}))?( loan)?")
Position = Literal["goalkeeper", "defender", "full-back", "midfielder", "winger", "forward"]


class Strict(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A record whose unknown keys are errors."""


class ClubEntry(Strict, frozen=True):
    """One club of `starter/clubs/<country>.yml`; lists by language use the key `all` for names every press uses."""

    id: Id
    name: str
    fame: Fame
    full: str | None = None
    city: str | None = None
    stadium: list[str] = []
    league: str | None = None
    aliases: dict[Language, list[str]] = {}
    nicknames: dict[Language, list[str]] = {}
    places: list[str] = []  # training ground, headquarters, quarter: written for the club itself
    weak: list[str] = []  # of the names above, those that are also common words or other names
    rivals: list[str] = []
    national: bool = False
    bare: dict[Language, list[str]] = {}  # of a national team: the country, which means the team only beside a word for its coach
    wikidata: str | None = None
    source: str | None = None


class ClubFile(Strict, frozen=True):
    """All the clubs of one country."""

    country: str
    clubs: list[ClubEntry]
    calendar: bool = False  # whether its seasons begin with the year


class Stay(NamedTuple):
    """One spell as a starter file tells it; its dates are as precise as they are known, and the last is missing while it lasts."""

    club: str
    occupation: str
    first: str | None
    last: str | None
    loan: bool


class PersonEntry(Strict, frozen=True):
    """One person of `starter/people/*.yml`."""

    id: Id
    name: str
    fame: Fame
    occupations: list[Occupation]
    aliases: dict[Language, list[str]] = {}
    nicknames: dict[Language, list[str]] = {}
    weak: list[str] = []
    nationality: list[str] = []
    position: Position | None = None
    born: Day | None = None
    birthplace: str | None = None
    spells: list[str] = []  # each "CLUB FROM..TO", then what he was if no player, then "loan": "genoa 2021..2022-01-31 loan", "ajax 2021-07.. coach"
    wikidata: str | None = None
    source: str | None = None


class PeopleFile(Strict, frozen=True):
    """A list of people."""

    people: list[PersonEntry]


class WindowEntry(Strict, frozen=True):
    """One window: `name` like "summer 2024" or "winter 2025"."""

    name: str
    opens: Day
    closes: Day


class WindowFile(Strict, frozen=True):
    """Every window of each country."""

    windows: dict[str, list[WindowEntry]]


class GivenFile(Strict, frozen=True):
    """Given names, each one word, in one list."""

    names: list[str]


def _names(entry: ClubEntry | PersonEntry, extra: dict[str, list[str]]) -> tuple[Name, ...]:
    weak = set(entry.weak)
    found = {(entry.name, "all"): Name(entry.name, "all", "name", entry.name in weak)}
    lists: list[tuple[str, dict[Language, list[str]]]] = [("alias", entry.aliases), ("nickname", entry.nicknames)]
    for kind, by_language in lists + [(kind, {"all": texts}) for kind, texts in extra.items()]:
        for language, texts in by_language.items():
            for text in texts:
                found.setdefault((text, language), Name(text, language, kind, text in weak))
    missing = weak - {text for text, _ in found}
    if missing:
        raise ValueError(f"weak names that are no names: {sorted(missing)}")
    return tuple(found.values())


def first_day(text: str) -> date:
    """The first day that YYYY, YYYY-MM or YYYY-MM-DD can mean."""
    parts = [int(x) for x in text.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(text: str) -> date:
    """The last day that YYYY, YYYY-MM or YYYY-MM-DD can mean."""
    parts = [int(x) for x in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def _club(entry: ClubEntry, country: str) -> Club:
    extra = {"stadium": entry.stadium, "place": entry.places, "full": [entry.full] if entry.full else []}
    countries = tuple(Name(text, language, "country", True) for language, texts in entry.bare.items() for text in texts)
    return Club(
        id=entry.id, name=entry.name, country=country, names=(*_names(entry, extra), *countries), city=entry.city, stadiums=tuple(entry.stadium),
        rivals=tuple(entry.rivals), league=entry.league, fame=entry.fame, national=entry.national,
    )  # fmt: skip


def stay(text: str) -> Stay:
    """What "genoa 2021..2022 loan" tells; raises ValueError for anything that is no spell."""
    told = _SPELL.fullmatch(text)
    if told is None:
        raise ValueError(
            f"{text!r} is no spell: write CLUB FROM..TO with dates like 2021, 2021-07 or 2021-07-31 or none, then coach or what else he was, then loan"
        )
    club, first, last, occupation, loan = told.groups()
    return Stay(club, occupation or "player", first, last, loan is not None)


def _spell(text: str, calendar: Set[str]) -> Spell:
    """The spell; most people move in summer, so that a year alone means its first of July, but at clubs whose seasons begin with the year."""
    club, occupation, begins, ends, loan = stay(text)
    first, last = first_day(begins) if begins else None, last_day(ends) if ends else None
    if club in calendar:
        return Spell(club, occupation, first, last, loan)
    if first and begins == str(first.year):
        summer = first.replace(month=SUMMER)
        first = summer if last is None or last > summer else first
    if last and ends == str(last.year):
        summer = last.replace(month=SUMMER, day=1)
        last = summer - timedelta(days=1) if first is None or first < summer else last
    return Spell(club, occupation, first, last, loan)


def _person(entry: PersonEntry, calendar: Set[str]) -> Person:
    return Person(
        id=entry.id, name=entry.name, names=_names(entry, {}), occupations=tuple(entry.occupations), nationalities=tuple(entry.nationality),
        position=entry.position, born=first_day(entry.born) if entry.born else None, birthplace=entry.birthplace,
        spells=tuple(_spell(s, calendar) for s in entry.spells), fame=entry.fame,
    )  # fmt: skip


@contextmanager
def _told(path: Path, entry: str) -> Iterator[None]:
    """Whatever is wrong with an entry is told with its file and its id."""
    try:
        yield
    except ValueError as error:
        raise BadKnowledge(f"{path}: {entry}", str(error)) from error


def told(folder: Path = FOLDER) -> tuple[list[tuple[Club, Ids]], list[tuple[Person, Ids]]]:
    """Every club and every person of the starter files, in file order, with the ids that they have in registers."""
    files = list(_club_files(folder))
    return list(_clubs(files)), list(_people(folder, files))


def _club_files(folder: Path) -> Iterator[tuple[Path, ClubFile]]:
    return ((path, load(path, ClubFile)) for path in sorted((folder / "clubs").glob("*.yml")))


def _clubs(files: Iterable[tuple[Path, ClubFile]]) -> Iterator[tuple[Club, Ids]]:
    for path, file in files:
        for entry in file.clubs:
            with _told(path, entry.id):
                club = _club(entry, file.country)
            yield club, _ids(entry)


def _people(folder: Path, files: Iterable[tuple[Path, ClubFile]]) -> Iterator[tuple[Person, Ids]]:
    calendar = frozenset(club.id for _, file in files if file.calendar for club in file.clubs)
    for path in sorted((folder / "people").glob("*.yml")):
        for entry in load(path, PeopleFile).people:
            with _told(path, entry.id):
                person = _person(entry, calendar)
            yield person, _ids(entry)


def read_clubs(folder: Path = FOLDER) -> Iterator[Club]:
    """Every club of the starter files, in file order."""
    return (club for club, _ in _clubs(_club_files(folder)))


def read_people(folder: Path = FOLDER) -> Iterator[Person]:
    """Every person of the starter files, in file order."""
    return (person for person, _ in _people(folder, _club_files(folder)))


def read_windows(folder: Path = FOLDER) -> Iterator[Window]:
    """Every transfer window of the starter files."""
    path = folder / "windows.yml"
    for country, windows in load(path, WindowFile).windows.items():
        for entry in windows:
            with _told(path, f"{country}, {entry.name}"):
                window = Window(country, entry.name, first_day(entry.opens), last_day(entry.closes))
                if window.opens > window.closes:
                    raise ValueError("the window closes before it opens")
            yield window


def read_given_names(folder: Path = FOLDER) -> frozenset[str]:
    """The given names people of football bear, folded; raises BadKnowledge where one stands twice or is no single word."""
    path, found = folder / "given-names.yml", set[str]()
    for name in load(path, GivenFile).names:
        folded = fold(name)
        with _told(path, name):
            if not folded.isalnum():
                raise ValueError("not one word: give the first of its words")
            if folded in found:
                raise ValueError("stands twice")
        found.add(folded)
    return frozenset(found)


def _ids(entry: ClubEntry | PersonEntry) -> Ids:
    return (("wikidata", entry.wikidata),) if entry.wikidata else ()


def read_ids(folder: Path = FOLDER) -> dict[str, Ids]:
    """The ids that the starter's clubs and people have in registers."""
    clubs, people = told(folder)
    return {club.id: ids for club, ids in clubs if ids} | {person.id: ids for person, ids in people if ids}
