"""Compare the starter knowledge with the public sources it leans on; fail on every disagreement that scripts/disagreements.yml does not explain.

Usage: python scripts/check_knowledge.py [../shared/knowledge]
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import msgspec

from mercato.knowledge.importers import openfootball, reep
from mercato.knowledge.importers.openfootball import Player, Team
from mercato.knowledge.importers.wikidata_sample import table
from mercato.knowledge.starter import FOLDER, ClubEntry, ClubFile, PeopleFile, PersonEntry, first_day, last_day, stay
from mercato.names.naming import key
from mercato.yamlfile import load

EXPLAINED = Path(__file__).parent / "disagreements.yml"
GENERATION = 8  # years between two birth dates above which equal names are two people, not one with a wrong date
HOME_NATIONS = {"england", "scotland", "wales", "northern ireland"}  # Wikidata says "United Kingdom" for all four
# What each of our positions may be called by openfootball (G D M F) and the Wikidata sample (gk def mid fw): wing-backs count as midfielders too.
LINES = {"goalkeeper": {"G", "gk"}, "defender": {"D", "def"}, "full-back": {"D", "M", "def", "mid"},
         "midfielder": {"M", "mid"}, "winger": {"M", "F", "mid", "fw"}, "forward": {"F", "fw"}}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One fact on which we and a source differ."""

    source: str
    field: str
    key: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        return f"{self.source} {self.field}: {self.key}: ours {self.ours}; theirs {self.theirs}"


class Pair(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Both values of one disagreement; the explanation holds only as long as neither changes."""

    key: str
    ours: str
    theirs: str


class Explanation(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Why we keep our value in all these cases."""

    source: str
    field: str
    why: str
    cases: list[Pair]


class Conventions(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """All of scripts/disagreements.yml: what counts as the same, and why we differ where we do."""

    countries: dict[str, str]  # another name of a country, folded, and ours
    legal: list[str]  # words a club's name may carry or lack
    grounds: list[str]  # the same for a stadium's
    explained: list[Explanation]


KNOWN = load(EXPLAINED, Conventions)
LEGAL, GROUND = frozenset(KNOWN.legal), frozenset(KNOWN.grounds)


@dataclass(frozen=True, slots=True)
class Starter:
    """Our entries as written, with the country of each club's file."""

    clubs: dict[str, tuple[str, ClubEntry]]
    people: list[PersonEntry]


def starter() -> Starter:
    """Our own files."""
    files = [load(path, ClubFile) for path in sorted((FOLDER / "clubs").glob("*.yml"))]
    people = [entry for path in sorted((FOLDER / "people").glob("*.yml")) for entry in load(path, PeopleFile).people]
    return Starter({entry.id: (file.country, entry) for file in files for entry in file.clubs}, people)


def country(name: str) -> str:
    """One spelling for each country."""
    plain = " ".join(key(name))
    return KNOWN.countries.get(plain, plain)


def called(entry: ClubEntry | PersonEntry) -> Iterator[str]:
    """Every name, alias and full name of an entry; no nicknames."""
    yield entry.name
    yield from chain.from_iterable(entry.aliases.values())
    if isinstance(entry, ClubEntry) and entry.full:
        yield entry.full


def listed(folder: Path) -> dict[tuple[str, ...], list[Player]]:
    """openfootball's players by folded name."""
    found: dict[tuple[str, ...], list[Player]] = defaultdict(list)
    for path in openfootball.files(folder, "players"):
        for player in openfootball.players(path):
            if isinstance(player, Player):
                found[key(player.name)].append(player)
    return found


def same_person(person: PersonEntry, other: Player) -> bool:
    """Whether equal names may mean one person: of one country and one generation."""
    near = abs(int((person.born or "")[:4]) - int(other.born[:4])) <= GENERATION
    return near and country(other.folder) in {country(n) for n in person.nationality} and "player" in person.occupations


def check_listed(ours: Starter, folder: Path) -> Iterator[Disagreement]:
    """Birth dates, nationality and position against openfootball's players."""
    players = listed(folder)
    for person in ours.people:
        words = {key(person.name)} | {key(text) for text in called(person) if len(key(text)) > 1}  # an alias of one word has too many bearers
        candidates = [player for name in sorted(words) for player in players.get(name, [])] if person.born else []
        exact = [c for c in candidates if c.born.startswith(person.born or "")]
        namesakes = sorted(c.born for c in candidates if same_person(person, c))
        if not exact and namesakes:
            yield Disagreement("openfootball", "born", person.id, person.born or "", ", ".join(namesakes))
        for other in exact[:1]:
            if person.nationality and not any(country(c.folder) in {country(n) for n in person.nationality} for c in exact):
                yield Disagreement("openfootball", "nationality", person.id, ", ".join(person.nationality), country(other.folder))
            if person.position and not any(LINES[person.position] & set(c.lines) for c in exact):
                yield Disagreement("openfootball", "position", person.id, person.position, other.lines)


def sample_people(ours: Starter, players: Iterable[dict[str, str]]) -> dict[str, PersonEntry]:
    """Our entry of each sampled player: by Wikidata id, else by name and generation."""
    by_id = {p.wikidata: p for p in ours.people if p.wikidata}
    by_name = {key(text): p for p in ours.people if "player" in p.occupations for text in (p.name,)}
    found = {}
    for row in players:
        person = by_id.get(row["id"]) or by_name.get(key(row["name_en"]))
        if person and (person.wikidata in (None, row["id"])) and (not person.born or abs(int(person.born[:4]) - int(row["birth_year"])) <= GENERATION):
            found[row["id"]] = person
    return found


def check_sample_people(ours: Starter, folder: Path) -> Iterator[Disagreement]:
    """Birth years, positions, nationality and aliases against the Wikidata sample."""
    players = table(folder, "players")
    nations = {row["id"]: country(row["name_en"]) for row in table(folder, "nationalities")}
    found = sample_people(ours, players)
    for row in players:
        if sampled := found.get(row["id"]):
            yield from _sampled(sampled, row, nations.get(row["nationality"], ""))
    names = [(row["id"], row[f"name_{language}"]) for row in players for language in ("en", "fr", "es")]
    yield from _aliases(ours, found, [*names, *((row["player_id"], row["alias"]) for row in table(folder, "player_aliases"))])


def _aliases(ours: Starter, found: dict[str, PersonEntry], names: Iterable[tuple[str, str]]) -> Iterator[Disagreement]:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for person in ours.people:
        for text in called(person):
            owners[key(text)].add(person.id)
    for id, name in names:
        bearers = owners.get(key(name), set())
        if id in found and bearers and found[id].id not in bearers:
            yield Disagreement("wikidata", "alias", found[id].id, f"{name} is {', '.join(sorted(bearers))}", name)


def _sampled(person: PersonEntry, row: dict[str, str], nation: str) -> Iterator[Disagreement]:
    if key(row["name_en"]) not in {key(text) for text in called(person)}:
        yield Disagreement("wikidata", "name", person.id, person.name, row["name_en"])
    if person.born and person.born[:4] != row["birth_year"]:
        yield Disagreement("wikidata", "born", person.id, person.born, row["birth_year"])
    if person.position and row["position"] not in LINES[person.position]:
        yield Disagreement("wikidata", "position", person.id, person.position, row["position"])
    nations = {country(n) for n in person.nationality}
    if nations and nation and nation not in nations and not (nation == "united kingdom" and nations & HOME_NATIONS):
        yield Disagreement("wikidata", "nationality", person.id, ", ".join(person.nationality), nation)


def check_moves(ours: Starter, folder: Path) -> Iterator[Disagreement]:
    """The years of moves in the Wikidata sample against the spells of players."""
    found = sample_people(ours, table(folder, "players"))
    names = {row["id"]: row["name_en"] for row in table(folder, "clubs")}
    clubs = _club_ids(ours, names)
    for row in table(folder, "transfers"):
        person, club = found.get(row["player_id"]), clubs.get(row["to_club"])
        if person is None or club is None:
            continue
        spells = [s for s in map(stay, person.spells) if s.occupation == "player" and s.first]
        there = [s for s in spells if s.club == club]
        year = int(row["year"])
        if any(first_day(s.first or "").year <= year <= last_day(s.first or "").year for s in there):
            continue
        if not spells or year < min(first_day(s.first or "").year for s in spells):
            continue  # careers are told from where they matter to the news, not from the start
        told = ", ".join(f"{s.first} to {s.last or 'now'}" for s in there) or "no spell"
        yield Disagreement("wikidata", "move", person.id, f"{club}: {told}", f"{row['year']} {names.get(row['to_club'], row['to_club'])}")


def _club_ids(ours: Starter, names: dict[str, str]) -> dict[str, str]:
    """Our id of each club of the sample: by Wikidata id, else by its name where only one of ours bears it."""
    owners: dict[frozenset[str], set[str]] = defaultdict(set)
    for _, club in ours.clubs.values():
        for text in called(club):
            owners[bare(text, LEGAL)].add(club.id)
    by_name = {id: owners[bare(name, LEGAL)] for id, name in names.items()}
    return {id: min(found) for id, found in by_name.items() if len(found) == 1} | {c.wikidata: c.id for _, c in ours.clubs.values() if c.wikidata}


def bare(text: str, without: frozenset[str]) -> frozenset[str]:
    """The telling words of a name."""
    words = frozenset(key(text))
    return words - without or words


def check_reep(ours: Starter, folder: Path) -> Iterator[Disagreement]:
    """Existence, name, country and stadium of clubs with a Wikidata id against reep; clubs of several sports stand in the Wikidata sample only."""
    teams = {row.cells["key_wikidata"]: row for row in reep.teams(folder / "reep" / "teams.csv") if row.cells["key_wikidata"]}
    sampled = {row["id"] for row in table(folder / "wikidata-sample", "clubs")}
    for place, club in ours.clubs.values():
        row = teams.get(club.wikidata or "")
        if club.wikidata and row is None and club.wikidata not in sampled:
            yield Disagreement("reep", "id", club.id, club.wikidata, "no such team")
        if row is None:
            continue
        theirs, names = bare(row.cells["name"], LEGAL), {bare(text, LEGAL) for text in called(club)}
        if not any(theirs <= name or name <= theirs for name in names):
            yield Disagreement("reep", "name", club.id, club.name, row.cells["name"])
        if row.cells["country"] and not club.national and not _one_country(place, row.cells["country"]):
            yield Disagreement("reep", "country", club.id, place, row.cells["country"])
        yield from _stadium("reep", club, reep.stadium(row))


def _one_country(ours: str, theirs: str) -> bool:
    return country(ours) == country(theirs) or (country(theirs) == "united kingdom" and country(ours) in HOME_NATIONS)


def _stadium(source: str, club: ClubEntry, theirs: str) -> Iterator[Disagreement]:
    grounds = [bare(text, GROUND) for text in club.stadium]
    if theirs and grounds and not any(bare(theirs, GROUND) & ground for ground in grounds):
        yield Disagreement(source, "stadium", club.id, ", ".join(club.stadium), theirs)


def check_teams(ours: Starter, folder: Path) -> Iterator[Disagreement]:
    """Names and stadiums against openfootball's clubs of the same country; a name of theirs must not lead to two of our clubs."""
    owners: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for place, club in ours.clubs.values():
        for text in called(club):
            owners[country(place), key(text)].add(club.id)
    for team in (team for path in openfootball.files(folder, "clubs") for team in openfootball.teams(path) if isinstance(team, Team)):
        where, names = country(team.folder), [text for text, _ in team.names]
        bearers = [owners[where, key(text)] for text in names if (where, key(text)) in owners]
        if not bearers:
            continue
        clubs = Counter(chain.from_iterable(bearers))
        best = sorted(clubs, key=lambda id: (-clubs[id], id))[0]
        for text in names:
            others = owners.get((where, key(text)), set())
            if others and best not in others:
                yield Disagreement("openfootball", "club name", best, f"{text} is {', '.join(sorted(others))}", f"{text} is {names[0]}")
        yield from _stadium("openfootball", ours.clubs[best][1], team.ground)


def disagreements(ours: Starter, folder: Path) -> list[Disagreement]:
    """Every disagreement with every source, once each."""
    sample = folder / "wikidata-sample"
    people = chain(check_listed(ours, folder / "openfootball-players"), check_sample_people(ours, sample), check_moves(ours, sample))
    found = chain(people, check_reep(ours, folder), check_teams(ours, folder / "openfootball-clubs"))
    return sorted(set(found), key=lambda d: (d.source, d.field, d.key, d.theirs))


def main(folder: Path) -> int:
    """Print all disagreements; 1 when one is not explained or an explanation is no longer needed."""
    reasons = {Disagreement(e.source, e.field, c.key, c.ours, c.theirs): e.why for e in KNOWN.explained for c in e.cases}
    found = disagreements(starter(), folder)
    for one in found:
        print(f"{one}  [{reasons.get(one, 'NOT EXPLAINED')}]")
    stale = [one for one in reasons if one not in set(found)]
    for one in stale:
        print(f"explained but no longer there: {one}")
    missing = [one for one in found if one not in reasons]
    print(f"{len(found)} disagreements, {len(missing)} not explained, {len(stale)} explanations no longer needed")
    return 1 if missing or stale else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "knowledge"))
