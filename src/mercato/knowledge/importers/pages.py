"""Answers of a SPARQL service page by page: each is kept as a file, so that a run that was ended goes on where it stopped."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mercato.compiled import keep
from mercato.errors import BadKnowledge, NoAnswer

Row = Mapping[str, str]  # what one solution binds; languages and kinds of terms are left out, but for "language" of what `?value` binds
_TITLE = re.compile(rb"<title>\s*(?P<title>[^<]*?)\s*</title>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The solutions of one query, and the file that keeps them."""

    file: Path
    rows: tuple[Row, ...]


@dataclass
class Pages:
    """Asks for pages, one at a time, and keeps them in `folder`; `pause` is called between two requests, never before a page that is kept."""

    ask: Callable[[str], bytes]
    folder: Path
    pause: Callable[[], None] = lambda: None
    asked: int = 0

    def page(self, query: str, what: str) -> Page:
        """The solutions of `query`: kept ones, else the service's answer, unless that is none.

        Raises NoAnswer naming the page (`what`) when no whole answer came, BadKnowledge when it cannot be kept.
        """
        file = self.folder / f"{sha256(query.encode()).hexdigest()[:20]}.json"
        kept = _solutions(file.read_bytes()) if file.exists() else "nothing is kept"
        if not isinstance(kept, str):
            return Page(file, kept)
        answer = self._answer(query, what)
        found = _solutions(answer)
        if isinstance(found, str):
            raise self._none(what, found)
        keep(file, answer)
        if not file.exists():
            raise BadKnowledge(str(file), "cannot be written; make room, or name another folder")
        return Page(file, found)

    def _answer(self, query: str, what: str) -> bytes:
        if self.asked:
            self.pause()
        self.asked += 1
        try:
            return self.ask(query)
        except NoAnswer as error:
            raise self._none(what, error.reason) from error

    def _none(self, what: str, why: str) -> NoAnswer:
        return NoAnswer(f"{what}: {why}", f"the pages before it are kept in {self.folder}: run it again later, and it goes on here")


def _solutions(answer: bytes) -> tuple[Row, ...] | str:
    """The solutions in SPARQL's JSON, or why these are none."""
    try:
        return tuple(_row(solution) for solution in json.loads(answer)["results"]["bindings"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return _why(answer)


def _row(solution: Mapping[str, Mapping[str, str]]) -> Row:
    row = {name: term["value"] for name, term in solution.items() if term["type"] != "bnode"}  # a blank node is a value that nobody knows
    if language := solution.get("value", {}).get("xml:lang"):
        row["language"] = language
    return row


def _why(answer: bytes) -> str:
    if b"TimeoutException" in answer or b"timed out" in answer:  # Wikidata's service begins its answer, and ends it with the trace of an error
        return "the service ran out of time in the middle of its answer"
    if answer.lstrip()[:1] == b"<":
        title = _TITLE.search(answer)
        return "a web page instead of results" + (f" ({title['title'].decode(errors='replace')})" if title else "")
    return "the answer is empty" if not answer.strip() else "the answer is cut off, or no result of SPARQL in JSON"


def chunks(items: list[str], size: int) -> Iterator[list[str]]:
    """`items` in lists of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))
