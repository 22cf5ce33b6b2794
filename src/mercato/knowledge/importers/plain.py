"""Clubs and people as a user writes them down: CSV with a header row, or JSON lines with the same keys. See docs/knowledge.md."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from mercato.errors import BadKnowledge
from mercato.knowledge.countries import country
from mercato.knowledge.importers.table import REMEDY, rows, text_of
from mercato.knowledge.records import OWN, ClubRecord, PersonRecord, Refused, SpellRecord
from mercato.knowledge.squads import national
from mercato.knowledge.starter import Language, Occupation, Position
from mercato.model.world import Name

COLUMNS = ("kind", "id", "name", "aliases", "country", "city", "born", "nationality", "position", "club", "from", "to", "as", "loan")
NEEDED = ("kind", "id", "name")
FAME = 1  # whom a user writes down is somebody to him
LISTS = frozenset({"aliases", "nationality"})
REGISTERS = {"wikidata", "transfermarkt", "uefa"}  # "wikidata:Q1422" as id says which entry of a register it is
TRUE, FALSE = frozenset({"yes", "true", "1"}), frozenset({"", "no", "false", "0"})
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_TAGGED = re.compile(r"(?P<text>.*?)\s*\[(?P<language>\w+)\]")

Cells = dict[str, str]


def source_of(path: Path) -> str:
    """What the facts of a user's file are marked with."""
    return f"{OWN}{path.name}"


def read(path: Path) -> Iterator[ClubRecord | PersonRecord | Refused]:
    """The records of a user's file; rows of one person with one id are his spells.

    Raises BadKnowledge for an unknown or missing column, or a file that ends in the middle of a row.
    """
    source = source_of(path)
    people: dict[str, list[tuple[str, Cells]]] = {}
    for place, cells, short in _objects(path) if ".jsonl" in path.suffixes else rows(path, NEEDED, only=COLUMNS):
        why = "a row with another number of cells than the header; put a cell that has a comma in it in quotation marks" if short else _wrong(cells)
        if why:
            yield Refused(source, place, why)
        elif cells["kind"] == "club":
            yield _club(source, place, cells)
        else:
            people.setdefault(cells["id"], []).append((place, cells))
    for told in people.values():
        yield from _people(source, told)


def _objects(path: Path) -> Iterator[tuple[str, Cells, bool]]:
    """Each line of a JSON lines file as cells: a list is joined by semicolons."""
    text = text_of(path)
    lines = text.split("\n")  # no other sign ends a line of JSON lines
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            entry = json.loads(line)
        except ValueError as error:
            cut = number == len(lines) and not text.endswith("\n")
            raise BadKnowledge(place, f"the file ends in the middle of this line; {REMEDY}" if cut else f"no JSON: {error}") from error
        if not isinstance(entry, dict):
            raise BadKnowledge(place, "each line must be a JSON object with keys such as kind, id and name")
        if unknown := [name for name in entry if name not in COLUMNS]:
            raise BadKnowledge(place, f"unknown key {', '.join(map(repr, unknown))}; known are: {', '.join(COLUMNS)}")
        yield place, {name: _cell(value) for name, value in entry.items()}, False


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value).strip()


def _wrong(cells: Mapping[str, str]) -> str:
    """What is wrong with a row, with what to do; empty when nothing is."""
    position, occupation = cells.get("position", ""), cells.get("as", "")
    checks = (
        (cells.get("kind") not in ("club", "person"), f"kind is {cells.get('kind', '')!r}: write club or person"),
        (not cells.get("id"), "no id: give each club and person one of its own"),
        (not cells.get("name"), "no name"),
        (bool(position) and position not in get_args(Position), f"position is {position!r}: write one of {', '.join(get_args(Position))}"),
        (bool(occupation) and occupation not in get_args(Occupation), f"as is {occupation!r}: write one of {', '.join(get_args(Occupation))}"),
        (cells.get("loan", "").lower() not in TRUE | FALSE, f"loan is {cells.get('loan')!r}: write yes or no"),
        (cells.get("kind") == "club" and any(cells.get(name) for name in ("born", "nationality", "position", "club", "from", "to")),
         "a club with a column of a person (born, nationality, position, club, from, to)"),
        (not cells.get("club") and (any(cells.get(name) for name in ("from", "to")) or cells.get("loan", "").lower() in TRUE),
         "a spell (from, to, loan) without its club"),
    )  # fmt: skip
    bad = (name for name in ("born", "from", "to") if not _DAY.fullmatch(cells.get(name) or "0000"))
    dates = (f"{name} is {cells[name]!r}: write YYYY, YYYY-MM or YYYY-MM-DD" for name in bad)
    return next((why for holds, why in checks if holds), next(dates, ""))


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _names(cells: Mapping[str, str]) -> tuple[Name, ...]:
    found = {(cells["name"], "all"): Name(cells["name"], "all", "name")}
    for part in _split(cells.get("aliases", "")):
        tagged = _TAGGED.fullmatch(part)
        text, language = (tagged["text"], tagged["language"]) if tagged and tagged["language"] in get_args(Language) else (part, "all")
        found.setdefault((text, language), Name(text, language))
    return tuple(found.values())


def _ids(cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    register, _, id = cells["id"].partition(":")
    return ((register, id),) if id and register in REGISTERS else ()


def _club(source: str, place: str, cells: Mapping[str, str]) -> ClubRecord:
    name = cells["name"]
    return ClubRecord(source=source, key=cells["id"], name=name, names=_names(cells), country=country(cells.get("country", "")) or None,
                      city=cells.get("city") or None, national=national(name), ids=_ids(cells), place=place, fame=FAME)  # fmt: skip


def _people(source: str, told: Sequence[tuple[str, Cells]]) -> Iterator[PersonRecord | Refused]:
    """One person from his rows; when they speak of two people, all are refused."""
    first = told[0][1]
    for column in ("name", "born"):
        if len(values := sorted({cells[column] for _, cells in told if cells.get(column)})) > 1:
            for place, _ in told:
                yield Refused(source, place, f"two people with the id {first['id']!r}: {column} is {' and '.join(values)}; give each an id of his own")
            return
    cells = {name: next((row[name] for _, row in told if row.get(name)), "") for name in COLUMNS}
    stays = tuple(_spell(row) for _, row in told if row.get("club"))
    occupations = tuple(dict.fromkeys(row["as"] for _, row in told if row.get("as"))) or ("player",)
    yield PersonRecord(source=source, key=cells["id"], name=cells["name"], names=_names(cells), occupations=occupations,
                       nationalities=tuple(map(country, _split(cells["nationality"]))), position=cells["position"] or None, born=cells["born"] or None,
                       birthplace=cells["city"] or None, spells=stays, ids=_ids(cells), place=told[0][0], fame=FAME)  # fmt: skip


def _spell(cells: Mapping[str, str]) -> SpellRecord:
    return SpellRecord(cells["club"], cells.get("as") or "player", cells.get("from") or None, cells.get("to") or None, cells.get("loan", "").lower() in TRUE)
