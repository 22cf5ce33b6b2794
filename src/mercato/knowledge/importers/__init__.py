"""Readers of the files that knowledge is built from; which of them a folder or file needs is told by what lies in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mercato.errors import BadKnowledge
from mercato.knowledge.importers import openfootball, plain, reep, wikidata_sample, wikidata_spells
from mercato.knowledge.importers.table import columns
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused

Read = Callable[[], Iterator[ClubRecord | PersonRecord | Refused]]


@dataclass(frozen=True, slots=True)
class Import:
    """One importer with the files it will read; `read` opens them only when its records are asked for."""

    importer: str
    files: tuple[Path, ...]
    read: Read


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file that no importer reads, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at a path: importers in the order in which they are believed (the user's own files first), and what is left alone."""

    imports: tuple[Import, ...]
    ignored: tuple[Ignored, ...]

    def records(self) -> Iterator[ClubRecord | PersonRecord | Refused]:
        """The records of all importers, one after the other."""
        for one in self.imports:
            yield from one.read()


ORDER = ("plain", "reep", "wikidata_sample", "wikidata_spells", "openfootball")
READERS: dict[str, Callable[[Path], Iterator[ClubRecord | PersonRecord | Refused]]] = {
    "plain": plain.read, "reep": reep.read, "wikidata_spells": wikidata_spells.read, "wikidata_sample": lambda path: wikidata_sample.read(path.parent),
}  # fmt: skip


def detect(path: Path) -> Found:
    """The importers that apply to a file or to what lies in a folder, whatever its name.

    Raises BadKnowledge when there is nothing at `path`, or a file of a known form was cut off.
    """
    if not path.exists():
        raise BadKnowledge(str(path), "there is no such file or folder")
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
    told = [(file, *recognise(file)) for file in files]
    ignored = tuple(Ignored(str(file), why) for file, importer, why in told if importer not in ORDER and why)
    imports = [_import(importer, [file for file, one, _ in told if one == importer]) for importer in ORDER if any(one == importer for _, one, _ in told)]
    return Found(tuple(one for ones in imports for one in ones), ignored)


def _import(importer: str, files: list[Path]) -> list[Import]:
    if importer == "openfootball":
        return [Import(importer, tuple(files), lambda: openfootball.read(files))]
    return [Import(importer, (file,), lambda file=file: READERS[importer](file)) for file in files]  # type: ignore[misc]


def recognise(path: Path) -> tuple[str, str]:
    """The importer for one file, and else ("", why not); ("", "") for a table that another one brings with it."""
    name = path.name.removesuffix(".gz")
    if name.endswith((".clubs.txt", ".players.txt")):
        return ("", "openfootball keeps it as superseded") if openfootball.superseded(path) else ("openfootball", "")
    if name.endswith(".jsonl"):
        return "plain", ""
    if name.endswith(".csv"):
        return _table(path)
    return "", "of no known form: openfootball's *.clubs.txt and *.players.txt, CSV or JSON lines (.jsonl), each also gzipped (.gz)"


def _table(path: Path) -> tuple[str, str]:
    """The importer for a CSV file, by its header; the name counts only where a header lacks what tells it."""
    header, stem = set(columns(path)), path.name.split(".")[0]
    if "reep_id" in header or "key_wikidata" in header:
        return ("reep", "") if stem == "teams" or "stadium" in header else ("", "reep's competitions and seasons are not read: only its teams are")
    if "player_qid" in header or stem == "stale_entries":
        return "wikidata_spells", ""
    if stem in wikidata_sample.TABLES and header & {"name_en", "player_id"}:
        with_players = stem == "players" or (path.parent / "players.csv").exists()
        return ("wikidata_sample" if stem == "players" else "", "" if with_players else "it belongs to a players.csv, which is missing")
    if "kind" in header or set(plain.NEEDED[1:]) <= header:
        return "plain", ""
    return "", f"no header of a known form ({', '.join(sorted(header)) or 'an empty file'}); mercato's own has the columns {', '.join(plain.COLUMNS)}"
