"""Read a batch: each article once, its claims stored, then the sagas of everybody they name woven anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from mercato.errors import BadEndpoint, BadInput, BadStore
from mercato.extractors.protocol import Extractor
from mercato.model.article import Article
from mercato.model.claim import Reading
from mercato.pipeline.weave import weave
from mercato.sagas.windows import Calendar
from mercato.store.protocol import Store
from mercato.text.received import Received

CHUNK = 500  # articles between weavings: a killed run loses none of its claims, only some weaving to do again

Progress = Callable[[str, int], None]
Settle = Callable[[Received], Article]


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a batch; claims, sagas and unlinked people are those of this batch."""

    articles: int
    known: int
    unread: int  # stored without claims because their language is not read
    claims: int
    sagas: int
    unlinked: int
    refused: tuple[BadInput, ...]


@dataclass(slots=True)
class _Tally:
    articles: int = 0
    known: int = 0
    unread: int = 0
    claims: int = 0
    sagas: dict[str, int] = field(default_factory=dict)
    unlinked: set[str] = field(default_factory=set)
    refused: list[BadInput] = field(default_factory=list)

    def add(self, reading: Reading) -> None:
        self.articles += 1
        self.unread += reading.article.language is None
        self.claims += len(reading.claims)
        self.unlinked |= {claim.person.key for claim in reading.claims if claim.person.entity is None}

    def summary(self) -> Summary:
        sagas = sum(self.sagas.values())
        return Summary(self.articles, self.known, self.unread, self.claims, sagas, len(self.unlinked), tuple(self.refused))


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading needs: `reader`, `settle` to make articles of what was received, the windows, and the day it is."""

    reader: Extractor
    settle: Settle
    calendar: Calendar
    today: date


def read(store: Store, received: Iterable[Received | Article | BadInput], desk: Desk, *, progress: Progress | None = None, chunk: int = CHUNK) -> Summary:
    """Store all that `desk` reads out of `received`; what is stored already is passed over, what is bad is named in the summary.

    `progress` is called with "articles" or "people" and how many are through. Raises BadStore when nothing more can be stored;
    what was stored before stays, and another run goes on from there.
    """
    tally = _Tally()
    for number, item in enumerate(received, 1):
        _take(store, item, desk, tally)
        if progress:
            progress("articles", number)
        if tally.articles and number % chunk == 0:
            tally.sagas |= weave(store, desk.calendar, today=desk.today)
    tally.sagas |= weave(store, desk.calendar, today=desk.today, progress=progress)
    return tally.summary()


def _take(store: Store, item: Received | Article | BadInput, desk: Desk, tally: _Tally) -> None:
    try:
        if isinstance(item, BadInput):
            raise item
        article = item if isinstance(item, Article) else desk.settle(item)
        if store.holds(article.id):
            tally.known += 1
            return
        reading = _extract(desk.reader, article, _place(item))
        store.add(reading)
        tally.add(reading)
    except BadInput as bad:
        tally.refused.append(bad)


def _place(item: Received | Article) -> str:
    return item.place if isinstance(item, Received) else item.name or item.id


def _extract(reader: Extractor, article: Article, place: str) -> Reading:
    try:
        return reader.extract(article)
    except (BadInput, BadEndpoint, BadStore):
        raise
    except Exception as error:  # a process boundary: readers are plug-ins, and one bad article never stops a batch
        reason = f"the reader failed on it ({type(error).__name__}: {error})"
        raise BadInput(place, reason, "the rest was read; report this fault with the article") from error
