"""The store in one SQLite file: safe to kill at any moment, many readers beside one writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, RowMapping, Select, Table, create_engine, event, func, select
from sqlalchemy.dialects.sqlite import dialect, insert
from sqlalchemy.pool import QueuePool, StaticPool

from mercato.errors import BadInput, BadStore, NotFound
from mercato.model.article import Article
from mercato.model.claim import Claim, Reading, Tense
from mercato.model.saga import Saga
from mercato.store import queries, rows, schema
from mercato.store.faults import told
from mercato.store.judged import judged
from mercato.store.judging import check, subject_of
from mercato.store.migrations import migrate
from mercato.store.protocol import Counts, Judgement, Verdict

MEMORY = ":memory:"
PATIENCE = 30_000  # milliseconds to wait for another writer: longer than any one article or person takes


def _connected(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # sqlite3 must not begin transactions by itself
    # In WAL, NORMAL cannot lose a committed transaction when the program is killed, only when the power fails.
    for pragma in (f"busy_timeout = {PATIENCE}", "journal_mode = WAL", "synchronous = NORMAL", "wal_autocheckpoint = 4000", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):  # a reader's statements need no transaction: what is stored is never changed
        connection.exec_driver_sql("BEGIN IMMEDIATE")


@cache
def _inserting(table: Table) -> str:
    return str(table.insert().compile(dialect=dialect()))


def _insert(connection: Connection, table: Table, found: list[rows.Row]) -> None:
    """Insert many rows of plain values, each with every column of `table`, past the checks that cost more than the writing."""
    if found:
        connection.exec_driver_sql(_inserting(table), [tuple(row[column.name] for column in table.c) for row in found])


class Sqlite:
    """A Store (see protocol) in the SQLite file at `place`, made if there is none."""

    def __init__(self, place: str) -> None:
        self.place = place
        with told(place):
            self._engine = create_engine(URL.create("sqlite", database=place), poolclass=StaticPool if place == MEMORY else QueuePool)
            event.listen(self._engine, "connect", _connected)
            event.listen(self._engine, "begin", _begun)
            try:
                with self._writing() as connection:
                    migrate(connection, place)
            except BaseException:
                self._engine.dispose()
                raise

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.place), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.place), self._engine.connect() as connection:
            yield connection

    def _pages(self, query: Select[Any], values: Mapping[str, object] | None = None) -> Iterator[RowMapping]:
        """The rows of a paged query, in the order of their ids."""
        after = ""
        while True:
            with self._reading() as connection:
                page = connection.execute(query, {**(values or {}), "after": after}).mappings().all()
            yield from page
            if len(page) < queries.PAGE:
                return
            after = page[-1]["id"]

    # Articles and what was read out of them

    def holds(self, article: str) -> bool:
        """Whether the article was already read (also when it has been forgotten)."""
        with self._reading() as connection:
            return connection.execute(queries.HELD, {"article": article}).first() is not None

    def add(self, reading: Reading) -> None:
        """Keep one article with all that was read out of it; nothing on failure, nothing new if it is held already."""
        article, claims = reading.article, reading.claims
        if len({claim.id for claim in claims}) < len(claims):
            raise BadInput(article.name or article.id, "two of its claims have one id", "report this as a fault of the reader")
        with self._writing() as connection:
            if connection.execute(queries.HELD, {"article": article.id}).first():
                return
            connection.execute(schema.article.insert(), rows.article_row(article))
            _insert(connection, schema.mention, [rows.mention_row(reading)])
            _insert(connection, schema.claim, rows.claim_rows(reading))
            _insert(connection, schema.contract, rows.contract_rows(reading))
            self._unwind(connection, {claim.person.key for claim in claims if claim.tense is Tense.CURRENT})

    def article(self, id: str) -> Article | None:
        """The article of that id, unless forgotten."""
        with self._reading() as connection:
            row = connection.execute(queries.ARTICLE, {"article": id}).mappings().first()
        return rows.to_article(row) if row else None

    def reading(self, id: str) -> Reading | None:
        """All that was read out of an article, judgements applied."""
        with self._reading() as connection:
            return self._judged(connection, id)

    def articles(self) -> Iterator[Article]:
        """Every article not forgotten, by id."""
        return (rows.to_article(row) for row in self._pages(queries.ARTICLES))

    def claims(self, person: str | None = None) -> Iterator[Claim]:
        """Every claim that stands, judgements applied; `person` is a `Named.key`. Those of judged articles come last."""
        return self._claims(None if person is None else [person])

    def claims_of(self, people: Sequence[str]) -> dict[str, list[Claim]]:
        """What `claims` gives for each of these people, in one go."""
        found: dict[str, list[Claim]] = {person: [] for person in people}
        for claim in self._claims(people):
            found[claim.person.key].append(claim)
        return found

    def _claims(self, people: Sequence[str] | None) -> Iterator[Claim]:
        for row in self._pages(queries.UNTOUCHED if people is None else queries.UNTOUCHED_OF, {} if people is None else {"people": list(people)}):
            yield rows.to_claim(row["body"])
        for reading in self._touched():
            yield from (claim for claim in reading.claims if people is None or claim.person.key in people)

    def _touched(self) -> Iterator[Reading]:
        """The articles with judgements on their claims or mentions, applied."""
        with self._reading() as connection:
            ids = connection.execute(queries.TOUCHED).scalars().all()
        for id in ids:
            reading = self.reading(id)
            if reading is not None:
                yield reading

    def _judged(self, connection: Connection, id: str) -> Reading | None:
        row = connection.execute(queries.ARTICLE, {"article": id}).mappings().first()
        if row is None:
            return None
        stored = Reading(
            rows.to_article(row),
            rows.to_mentions(connection.execute(queries.MENTIONS, {"article": id}).scalar_one()),
            tuple(rows.to_claim(body) for body in connection.execute(queries.CLAIMS, {"article": id}).scalars()),
            tuple(rows.to_contract(body) for body in connection.execute(queries.CONTRACTS, {"article": id}).scalars()),
        )
        return judged(stored, (rows.to_judgement(r) for r in connection.execute(queries.JUDGEMENTS_ON, {"article": id}).mappings()))

    # Sagas

    def _unwind(self, connection: Connection, people: set[str]) -> None:
        if people:
            connection.execute(insert(schema.unwoven).on_conflict_do_nothing(), [{"person_key": key} for key in sorted(people)])

    def unwoven(self) -> list[str]:
        """Keys of the people whose sagas are out of date."""
        with self._reading() as connection:
            return list(connection.execute(queries.UNWOVEN).scalars())

    def weave(self, person: str, sagas: Iterable[Saga]) -> None:
        """Replace the sagas of one person by these, and mark him woven: one transaction."""
        self.weave_all({person: sagas})

    def weave_all(self, sagas: Mapping[str, Iterable[Saga]]) -> None:
        """Do for many people, in one transaction, what `weave` does for one."""
        people = [{"person": person} for person in sagas]
        if not people:
            return
        found = [rows.saga_row(saga) for woven in sagas.values() for saga in woven]
        with self._writing() as connection:
            connection.execute(queries.UNRAVEL, people)
            _insert(connection, schema.saga, found)
            connection.execute(queries.WOVEN, people)

    def sagas(self, person: str | None = None) -> Iterator[Saga]:
        """Every saga, or those of the person with that `Named.key`."""
        pages = self._pages(queries.SAGAS if person is None else queries.SAGAS_OF, {"person": person})
        return (rows.to_saga(row["body"]) for row in pages)

    # Judgements

    def judge(self, subject: str, verdict: Verdict, *, author: str, made: datetime, field: str | None = None, value: str | None = None) -> Judgement:
        """Record a decision; raises NotFound when nothing has that id, BadInput for a correction that cannot be read."""
        with self._writing() as connection:
            article = subject_of(connection, subject, verdict)
            reading = self._judged(connection, article) if article else None
            check(reading, subject, verdict, field, value)
            before = self._people(connection, subject, article)
            row = {"subject": subject, "verdict": verdict.value, "field": field, "value": value, "author": author, "made": made.isoformat()}
            id: int = connection.execute(schema.judgement.insert().values(article=article, **row).returning(schema.judgement.c.id)).scalar_one()
            self._unwind(connection, before | self._people(connection, subject, article))
        return Judgement(id, subject, verdict, field, value, author, made)

    def undo(self, judgement: int, made: datetime) -> Judgement:
        """Take a decision back; one already taken back stays as it is."""
        table = schema.judgement
        with self._writing() as connection:
            row = connection.execute(select(table).where(table.c.id == judgement)).mappings().first()
            if row is None:
                raise NotFound(f"no judgement has the number {judgement}; `mercato judge` lists them")
            if row["undone"] is None:
                before = self._people(connection, row["subject"], row["article"])
                connection.execute(table.update().where(table.c.id == judgement).values(undone=made.isoformat()))
                self._unwind(connection, before | self._people(connection, row["subject"], row["article"]))
            return rows.to_judgement(connection.execute(select(table).where(table.c.id == judgement)).mappings().one())

    def _people(self, connection: Connection, subject: str, article: str | None) -> set[str]:
        """Keys of the people whose claims a judgement on `subject` changes, as they stand now."""
        ids = [article] if article else connection.execute(queries.ARTICLES_UNDER, {"subject": subject}).scalars().all()
        readings = (self._judged(connection, id) for id in ids)
        return {claim.person.key for reading in readings if reading for claim in reading.claims}

    def judgements(self) -> Iterator[Judgement]:
        """Every decision ever made, undone ones too, in order."""
        with self._reading() as connection:
            found = connection.execute(select(schema.judgement).order_by(schema.judgement.c.id)).mappings().all()
        return map(rows.to_judgement, found)

    # The whole

    def counts(self) -> Counts:
        """How much there is."""
        articles = queries.standing_articles().subquery()
        claims = queries.untouched_claims().subquery()
        with self._reading() as connection:
            held, unread = connection.execute(select(func.count(), func.count() - func.count(articles.c.language)).select_from(articles)).one()
            count = connection.execute(select(func.count()).select_from(claims)).scalar_one()
            sagas = connection.execute(select(func.count()).select_from(schema.saga)).scalar_one()
            unlinked = set(connection.execute(select(claims.c.person_key).where(claims.c.person_key.startswith("?")).distinct()).scalars())
        touched = [claim for reading in self._touched() for claim in reading.claims]
        unlinked |= {claim.person.key for claim in touched if claim.person.entity is None}
        return Counts(held, unread, count + len(touched), sagas, len(unlinked))

    def close(self) -> None:
        """Give up the files."""
        self._engine.dispose()


def open_store(location: str) -> Sqlite:
    """The store at `location`, a path or `sqlite:///path`; it is made, with its folder, if there is none.

    Raises BadStore, which says what to do, if it cannot be opened or is of a newer version.
    """
    scheme, sign, path = location.partition("://")
    if sign and scheme != "sqlite":
        raise BadStore(f"{location}: stores of kind {scheme} are not known; give the path of a file")
    place = path.removeprefix("/") if sign else location
    if place != MEMORY:
        folder = Path(place).absolute().parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadStore(f"{place}: the folder {folder} cannot be made ({error.strerror}); give another path with --store") from error
        if Path(place).is_dir():
            raise BadStore(f"{place}: this is a folder; give the path of a file with --store")
    return Sqlite(place)
