"""Importers of knowledge that ask others, with what they are handed: the way outside. It imports httpx, which takes 0.2 s: import it where it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from mercato.errors import NoAnswer
from mercato.fetch.http import Clock, Http, Limits
from mercato.knowledge.importers import wikidata as importer
from mercato.knowledge.importers.pages import Pages
from mercato.knowledge.importers.questions import Which
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused

WIKIDATA = "https://query.wikidata.org/sparql"
PAUSE = 1.0  # seconds between two questions: the service allows a minute of its time each minute, and asks that nobody puts two at once
# A question may take it 60 s, and a long answer as much again; a band of little-known people is some 20 MB; it may send us away for minutes.
LIMITS = Limits(seconds=180, size=100_000_000, attempts=5, pause=5, longest=600)
HEADERS = {"Accept": "application/sparql-results+json", "Content-Type": "application/x-www-form-urlencoded"}
SHOWN = 200  # letters of a refusal


def wikidata(
    which: Which, least_sitelinks: int, folder: Path, tell: Callable[[str], None] | None = None, *,
    progress: Callable[[int, int], None] | None = None, endpoint: str = WIKIDATA, clock: Clock | None = None,
) -> Iterator[ClubRecord | PersonRecord | Refused]:  # fmt: skip
    """What Wikidata says of `which`, those with at least `least_sitelinks` pages in Wikipedias and the like, the best known first.

    Finished pages are kept in `folder`, so that a run that was ended goes on where it stopped. `tell` is called with a line whenever the service makes it
    wait, `progress` with how many of how many entities are through. Raises NoAnswer when the service gives none that can be used; what is fetched is kept.
    """
    clock = clock or Clock()
    with closing(Http(LIMITS, clock=clock, tell=tell)) as http:

        def ask(query: str) -> bytes:
            reply = http.post(endpoint, HEADERS, urlencode({"query": query}).encode())  # a query with a hundred ids is too long for an address
            if reply.status != 200:
                said = " ".join(reply.body.decode(errors="replace").split())[:SHOWN]
                raise NoAnswer(f"{endpoint} answers with status {reply.status}{f' ({said})' if said else ''}", "try it again later")
            return reply.body

        yield from importer.read(which, least_sitelinks, Pages(ask, folder, lambda: clock.sleep(PAUSE)), progress)
