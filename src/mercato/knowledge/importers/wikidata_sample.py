"""A sample of Wikidata in five tables: famous players with names in three languages, aliases, nationalities, clubs, and moves by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from mercato.knowledge.countries import country
from mercato.knowledge.importers.table import Row, rows
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused, SpellRecord
from mercato.knowledge.squads import national
from mercato.model.world import Name

SOURCE = "wikidata"
LABELS = (("en", "name_en"), ("fr", "name_fr"), ("es", "name_es"))
TABLES = {
    "players": ("id", "name_en", "name_fr", "name_es", "position", "nationality", "birth_year"),
    "player_aliases": ("player_id", "alias"),
    "nationalities": ("id", "name_en"),
    "clubs": ("id", "name_en", "name_fr", "name_es"),
    "transfers": ("player_id", "from_club", "to_club", "year", "kind"),
}
POSITIONS = {"gk": "goalkeeper", "def": "defender", "mid": "midfielder", "fw": "forward"}
FAME = 2  # of players: the sample is one of the famous; its clubs are all those that they ever played for
CONTRACT = 5  # years: the longest a contract may run by FIFA's rules, so a last move further back than this says nothing of today


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one table; raises BadKnowledge for a missing column, a file that is not there or was cut off."""
    return [row.cells for row in rows(folder / f"{name}.csv", TABLES[name])]


def read(folder: Path) -> Iterator[ClubRecord | PersonRecord | Refused]:
    """The clubs and players of the sample; a move's year is all that is known of its date."""
    for row in rows(folder / "clubs.csv", TABLES["clubs"]):
        yield _club(row) if not row.short else _short(row)
    nations = {cells["id"]: country(cells["name_en"]) for cells in table(folder, "nationalities")}
    aliases = defaultdict[str, list[str]](list)
    for cells in table(folder, "player_aliases"):
        aliases[cells["player_id"]].append(cells["alias"])
    moves = defaultdict[str, list[dict[str, str]]](list)
    for cells in table(folder, "transfers"):
        moves[cells["player_id"]].append(cells)
    newest = max((int(cells["year"]) for told in moves.values() for cells in told if cells["year"].isdigit()), default=0)
    for row in rows(folder / "players.csv", TABLES["players"]):
        if row.short:
            yield _short(row)
        else:
            id = row.cells["id"]
            nation = nations.get(row.cells["nationality"], "")
            yield PersonRecord(source=SOURCE, key=id, name=row.cells["name_en"], names=_names(row.cells, aliases[id]),
                               nationalities=(nation,) if nation else (), position=POSITIONS.get(row.cells["position"]),
                               born=row.cells["birth_year"] or None, spells=spells(moves[id], newest),
                               ids=(("wikidata", id),), place=row.place, fame=FAME)  # fmt: skip


def _short(row: Row) -> Refused:
    return Refused(SOURCE, row.place, "a row with another number of cells than the header")


def _names(cells: dict[str, str], aliases: Sequence[str] = ()) -> tuple[Name, ...]:
    """The labels, one that is the same everywhere once, then the aliases."""
    name = cells["name_en"]
    found = {name: Name(name, "all", "name")}
    for language, column in LABELS[1:]:
        if cells[column]:
            found.setdefault(cells[column], Name(cells[column], language))
    for alias in aliases:
        if alias:
            found.setdefault(alias, Name(alias))
    return tuple(found.values())


def _club(row: Row) -> ClubRecord:
    name = row.cells["name_en"]
    return ClubRecord(source=SOURCE, key=row.cells["id"], name=name, names=_names(row.cells), national=national(name), ids=(("wikidata", row.cells["id"]),),
                      place=row.place)  # fmt: skip


def spells(moves: Sequence[dict[str, str]], newest: int) -> tuple[SpellRecord, ...]:
    """The stays between moves, told by years: each lasts until the next move, a loan too. Of the club he left first only the end is known; where he went
    last he stays if that can still be, by the `newest` move of the sample, else no more than that year is said."""
    told = sorted((m for m in moves if m["year"].isdigit()), key=lambda m: int(m["year"]))
    if not told:
        return ()
    found = [SpellRecord(told[0]["from_club"], first=None, last=told[0]["year"])] if told[0]["from_club"] else []
    for move, after in zip(told, [*told[1:], None], strict=True):
        lasts = None if int(move["year"]) >= newest - CONTRACT else move["year"]
        if move["to_club"]:
            found.append(SpellRecord(move["to_club"], first=move["year"], last=after["year"] if after else lasts, loan=move["kind"] == "loan"))
    return tuple(found)
