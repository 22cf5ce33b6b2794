"""Club spells of players that Wikidata once told without an end (stale_entries.csv): ids and names of players and clubs, and where somebody was in one year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from mercato.knowledge.importers.table import Row, rows
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused, SpellRecord
from mercato.knowledge.squads import national
from mercato.model.world import Name

SOURCE = "wikidata"
COLUMNS = ("player_qid", "player_name", "team_qid", "team_name", "start_date", "start_year")
YEAR_ONLY = "-01-01"  # Wikidata writes a date of which it knows the year alone as the first of January


def read(path: Path) -> Iterator[ClubRecord | PersonRecord | Refused]:
    """The clubs and players of the file, a player once however many rows he has; raises BadKnowledge for another or an unfinished file."""
    clubs, players = dict[str, ClubRecord](), defaultdict[str, list[Row]](list)
    for row in rows(path, COLUMNS):
        cells = row.cells
        if row.short or not (cells["player_qid"] and cells["player_name"] and cells["team_qid"]):
            yield Refused(SOURCE, row.place, "a row without the id or name of its player, or without its club")
            continue
        players[cells["player_qid"]].append(row)
        clubs.setdefault(cells["team_qid"], _club(row))
    yield from clubs.values()
    for key, told in players.items():
        yield _person(key, told)


def _club(row: Row) -> ClubRecord:
    key, name = row.cells["team_qid"], row.cells["team_name"]
    return ClubRecord(source=SOURCE, key=key, name=name, names=(Name(name, "all", "name"),), national=national(name), ids=(("wikidata", key),), place=row.place)


def _person(key: str, told: Sequence[Row]) -> PersonRecord:
    name = told[0].cells["player_name"]
    return PersonRecord(source=SOURCE, key=key, name=name, names=(Name(name, "all", "name"),), spells=tuple(_spell(row.cells) for row in told),
                        ids=(("wikidata", key),), place=told[0].place)  # fmt: skip


def _spell(cells: dict[str, str]) -> SpellRecord:
    """The end is not known and the entries are old: he was there in the year he came, and no more is said."""
    day = cells["start_date"]
    first = cells["start_year"] if day.endswith(YEAR_ONLY) or not day else day
    return SpellRecord(cells["team_qid"], first=first, last=cells["start_year"])
