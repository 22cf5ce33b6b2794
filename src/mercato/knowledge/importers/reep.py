"""The reep register of clubs (teams.csv): each with its ids at Wikidata, Transfermarkt and UEFA, its country and stadium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mercato.knowledge.countries import country
from mercato.knowledge.importers.table import Row, rows
from mercato.knowledge.records import ClubRecord, Refused
from mercato.knowledge.squads import national, squad
from mercato.model.world import Name

SOURCE = "reep"
COLUMNS = ("reep_id", "key_wikidata", "name", "country", "stadium")
REGISTERS = (("wikidata", "key_wikidata"), ("transfermarkt", "key_transfermarkt"), ("uefa", "key_uefa"))
BARE_ID = re.compile(r"Q\d+")  # where Wikidata has no label, reep gives the id in place of a name
_ASIDE = re.compile(r"\s*\([^()]*\)$")


def teams(path: Path) -> Iterator[Row]:
    """The rows of teams.csv; raises BadKnowledge for a file without the columns read here, or one that was cut off."""
    return rows(path, COLUMNS)


def stadium(row: Row) -> str:
    """The stadium of a row; empty where there is only its id."""
    return "" if BARE_ID.fullmatch(row.cells["stadium"]) else row.cells["stadium"]


def read(path: Path) -> Iterator[ClubRecord | Refused]:
    """The clubs of teams.csv; those without a name are refused."""
    for row in teams(path):
        if row.short:
            yield Refused(SOURCE, row.place, "a row with another number of cells than the header")
        elif BARE_ID.fullmatch(row.cells["name"]):
            yield Refused(SOURCE, row.place, "no name, only an id of Wikidata")
        else:
            yield _club(row)


def _club(row: Row) -> ClubRecord:
    cells, name = row.cells, row.cells["name"]
    plain = _ASIDE.sub("", name)  # "Al-Ahli (Jeddah)" is written without its town; "1. FC Köln (women)" is another team than 1. FC Köln
    shorter = (Name(plain),) if plain and plain != name and squad(plain) == squad(name) else ()
    ids = tuple((register, cells[column]) for register, column in REGISTERS if cells.get(column))
    where = None if BARE_ID.fullmatch(cells["country"]) else country(cells["country"]) or None
    ground = stadium(row)
    return ClubRecord(source=SOURCE, key=cells["reep_id"], name=name, names=(Name(name, "all", "name"), *shorter), country=where,
                      stadiums=(ground,) if ground else (), national=national(name), ids=ids, place=row.place)  # fmt: skip
