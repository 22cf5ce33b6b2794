"""The library entry: a store, what reads into it, and what is asked of it, in one object."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType

from mercato.errors import BadInput
from mercato.knowledge.index import Knowledge, open_knowledge
from mercato.model.article import Article
from mercato.model.saga import Saga, State
from mercato.pipeline.desk import desk
from mercato.pipeline.judge import Bench
from mercato.pipeline.read import Desk, Progress, Summary, read
from mercato.sagas.state import as_of
from mercato.sagas.windows import Calendar, calendar
from mercato.settings import store_location
from mercato.sources.registry import read_sources
from mercato.store.protocol import Counts, Store
from mercato.store.sqlite import open_store
from mercato.text.files import received
from mercato.text.received import Received
from mercato.views.article import ArticlePage, article_page
from mercato.views.club import ClubPage, club_page, concerns
from mercato.views.find import find_club, find_person, find_saga
from mercato.views.names import Names
from mercato.views.overview import Overview, overview
from mercato.views.person import PersonPage, person_page
from mercato.views.proposals import Least, Proposal, proposals
from mercato.views.saga import SagaLine, SagaPage, lines, page
from mercato.views.source import SourceLine, SourcePage, source_lines, source_page


class Mercato:
    """An open store; use it in a `with` statement, or close it. Names are usual ones, nicknames or ids, in whole or in part.

    What asks for one thing by its name raises NotFound, with the nearest names, or Ambiguous, with the candidates.
    """

    def __init__(self, store: Store, knowledge: Path | None = None) -> None:
        self.store = store
        self._book = knowledge

    @cached_property
    def knowledge(self) -> Knowledge:
        """Clubs, people and windows."""
        return open_knowledge(self._book)

    @cached_property
    def names(self) -> Names:
        """What ids are called, and all names of each entity."""
        return Names(self.knowledge, read_sources())

    @cached_property
    def calendar(self) -> Calendar:
        """The windows by country."""
        return calendar(self.knowledge.windows, self.knowledge.clubs)

    @cached_property
    def _desk(self) -> Desk:
        return desk(self.knowledge, _today())

    def read(self, items: Iterable[str | Path | Received | Article | BadInput], *, progress: Progress | None = None) -> Summary:
        """Read articles, or files and folders of them, into the store; reading again changes nothing."""
        return read(self.store, _articles(items), self._desk, progress=progress)

    def bench(self, author: str) -> Bench:
        """Where `author` rejects, corrects, forgets and takes back."""
        return Bench(self.store, self.calendar, author, datetime.now(UTC))

    def sagas(self, *, person: str | None = None, club: str | None = None, state: str | None = None, since: date | None = None) -> list[SagaLine]:
        """The sagas of a person, from or to a club, in a state, with a report since a day; the latest first."""
        who = find_person(self.store, self.names, person).id if person else None
        goal = find_club(self.store, self.names, club).id if club else None
        wanted = State(state) if state else None

        def asked(saga: Saga) -> bool:
            return (goal is None or concerns(saga, goal)) and wanted in (None, saga.state) and (since is None or (saga.days[1] or date.min) >= since)

        return lines(filter(asked, (as_of(saga, _today()) for saga in self.store.sagas(who))), _today())

    def saga(self, name: str) -> SagaPage:
        """The saga of an id, or of words like "Cambiaso Milan", with its timeline and the words of every report."""
        return page(self.store, self.names, find_saga(self.store.sagas(), self.names, name), today=_today())

    def person(self, name: str) -> PersonPage:
        """What the press says of a person."""
        return person_page(self.store, self.names, name, today=_today())

    def club(self, name: str) -> ClubPage:
        """What the press says of a club."""
        return club_page(self.store, self.names, name, today=_today())

    def source(self, name: str) -> SourcePage:
        """What a source has said."""
        return source_page(self.store, self.names, name, today=_today())

    def sources(self) -> list[SourceLine]:
        """Every source with a report or a credit, those most often first on top."""
        return source_lines(self.store, self.names, _today())

    def article(self, id: str) -> ArticlePage:
        """What was read out of an article."""
        return article_page(self.store, self.names, id)

    def overview(self) -> Overview:
        """The whole store at a glance."""
        return overview(self.store, _today())

    def proposals(self, least: Least | None = None, *, decided: Collection[str] = (), progress: Progress | None = None) -> list[Proposal]:
        """Who may be worth knowing: told of again and again, and not known; `decided` are folded names that need no further look."""
        return proposals(self.store, self.names, least or Least(), decided=decided, progress=progress)

    def counts(self) -> Counts:
        """How much the store holds."""
        return self.store.counts()

    def close(self) -> None:
        """Give up the store's files."""
        self.store.close()

    def __enter__(self) -> Mercato:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open(path: str | Path | None = None, *, knowledge: str | Path | None = None) -> Mercato:
    """The store at `path` (else MERCATO_STORE, else the user's own), with the knowledge in that book.

    Without a book: the one that MERCATO_KNOWLEDGE names, else the one last built, else what ships (also as "starter").
    """
    return Mercato(open_store(str(path) if path else store_location()), Path(knowledge) if knowledge else None)


def _today() -> date:
    return datetime.now(UTC).date()


def _articles(items: Iterable[str | Path | Received | Article | BadInput]) -> Iterator[Received | Article | BadInput]:
    for item in items:
        if isinstance(item, str | Path):
            yield from received([str(item)])
        else:
            yield item
