"""Build the book of knowledge: the sources are read, merged onto what ships with mercato, and written in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mercato.errors import BadKnowledge
from mercato.knowledge.book import write_book
from mercato.knowledge.importers import Found, Ignored, detect
from mercato.knowledge.index import starter_knowledge
from mercato.knowledge.judgements import Judgement
from mercato.knowledge.merge import merge
from mercato.knowledge.records import OWN, ClubRecord, PersonRecord, Refused
from mercato.knowledge.report import Report
from mercato.languages.frequent import common_words
from mercato.languages.pack import languages

ASKED = "wikidata:"  # begins a source that is asked: "wikidata:footballers:20", who has pages in at least so many Wikipedias and the like
STEP = 1000  # records between two calls of `progress`

Progress = Callable[[str, int], None]
Records = Iterator[ClubRecord | PersonRecord | Refused]


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: where the book is, how many it knows, which files were left alone, and what came of each source."""

    book: str
    clubs: int
    people: int
    ignored: tuple[Ignored, ...]
    report: Report

    @property
    def own_refused(self) -> int:
        """How many records of the user's own files were refused; public registers always have some."""
        return sum(tally.refused for tally in self.report.sources if tally.source.startswith(OWN))


@dataclass(frozen=True, slots=True)
class Origin:
    """A source: what the user called it, by which it is found again, and what lies there."""

    told: str
    found: Found


def local(path: Path, told: str = "") -> Origin:
    """A file or folder of this machine; raises BadKnowledge where there is none, or a file in it was cut off."""
    return Origin(told or str(path.absolute()), detect(path))


def build(origins: Sequence[Origin], out: Path, *, judgements: Iterable[Judgement] = (), today: date, progress: Progress | None = None) -> Built:
    """Make the book at `out` of these sources, those named first believed first; nobody is born after `today`.

    Raises BadKnowledge for a source that is damaged, or where nothing can be read or written: what was at `out` is then as before. `progress` is called
    with "records", "merging" or "writing", and how many are through.
    """
    tell = progress or (lambda step, count: None)
    _anything(origins)
    ignored = tuple(one for origin in origins for one in origin.found.ignored)
    shipped = starter_knowledge()
    records = list(_counted(origins, tell))
    tell("merging", 0)
    clubs_people = list(shipped.clubs.values()), list(shipped.people.values())
    ids = {id: [(field, value) for field, value, _ in facts] for id, facts in shipped.facts.items()}
    contents = merge(clubs_people, records, judgements, common(), today=today, given=shipped.given, ids=ids)
    tell("writing", 0)
    write_book(out, contents, windows=shipped.windows, given=shipped.given, sources=[origin.told for origin in origins])
    return Built(str(out), len(contents.clubs), len(contents.people), ignored, contents.report)


def common() -> frozenset[str]:
    """The common words of every language we read."""
    return frozenset().union(*(common_words(language) for language in languages()))


def _anything(origins: Sequence[Origin]) -> None:
    for origin in origins:
        if not origin.found.imports:
            why = f" ({origin.found.ignored[0].path}: {origin.found.ignored[0].why})" if origin.found.ignored else ""
            raise BadKnowledge(origin.told, f"nothing in it can be read{why}; docs/knowledge.md says what can")


def _counted(origins: Iterable[Origin], tell: Progress) -> Records:
    number = 0
    for origin in origins:
        for record in origin.found.records():
            number += 1
            if number % STEP == 0:
                tell("records", number)
            yield record
