"""Reading a batch: each article once, bad ones named, sagas woven, whatever the order and the chunks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from made import Scripted, article

from mercato.errors import BadInput, BadStore, NotFound
from mercato.model.article import Article
from mercato.model.claim import Reading
from mercato.model.saga import Saga
from mercato.pipeline.judge import Bench
from mercato.pipeline.read import Desk, read
from mercato.sagas.windows import Calendar
from mercato.store.sqlite import Sqlite, open_store
from mercato.text.received import Received

DAY = date(2025, 6, 9)
NOON = datetime(2025, 6, 12, 12, 0, tzinfo=UTC)
MOVES = [(who, club) for who in ("PERIN", "Gino Rossi") for club in ("Milan", "Genoa", "Milan")]
BATCH = [article(f"{who} to {club}\nreport {n}", date(2025, 6, n)) for n, (who, club) in enumerate(MOVES, 1)]


def settle(received: Received) -> Article:
    if not received.text:
        raise BadInput(received.place, "no text in it", "leave it out")
    return article(received.text, DAY, source=received.source)


DESK = Desk(Scripted(), settle, Calendar((), {}.get), date(2025, 6, 20))


@pytest.fixture
def store() -> Iterator[Sqlite]:
    with closing(open_store(":memory:")) as opened:
        yield opened


def received(text: str) -> Received:
    return Received("a", text, "a.txt")


def shown(store: Sqlite) -> list[Saga]:
    return list(store.sagas())


def test_articles_become_sagas(store: Sqlite) -> None:
    summary = read(store, BATCH, DESK)
    assert (summary.articles, summary.claims, summary.sagas, summary.unlinked, summary.refused) == (6, 6, 4, 1, ())
    assert sorted((s.person.name, s.destination.name, len(s.reports)) for s in shown(store) if s.destination) == [
        ("Gino Rossi", "Genoa", 1), ("Gino Rossi", "Milan", 2), ("PERIN", "Genoa", 1), ("PERIN", "Milan", 2),
    ]  # fmt: skip


def test_reading_twice_changes_nothing(store: Sqlite) -> None:
    read(store, BATCH, DESK)
    before = store.counts(), shown(store)
    again = read(store, [*BATCH, *BATCH], DESK)
    assert (again.articles, again.known, again.claims, again.sagas, again.refused) == (0, 12, 0, 0, ())
    assert (store.counts(), shown(store)) == before


@pytest.mark.parametrize("chunk", [1, 2, 5, 100])
@pytest.mark.parametrize("backwards", [False, True])
def test_order_and_chunks_do_not_matter(store: Sqlite, chunk: int, backwards: bool) -> None:
    read(store, list(reversed(BATCH)) if backwards else BATCH, DESK, chunk=chunk)
    with closing(open_store(":memory:")) as other:
        read(other, BATCH, DESK)
        assert shown(store) == shown(other)
        assert set(store.claims()) == set(other.claims())


def test_one_bad_article_never_stops_a_batch(store: Sqlite) -> None:
    missing = BadInput("gone.txt", "there is no such file", "check the path")
    summary = read(store, [received("PERIN to Milan"), missing, received(""), received("fail here"), received("BARESI to Genoa")], DESK)
    assert summary.articles == 2
    assert [bad.place for bad in summary.refused] == ["gone.txt", "a.txt", "a.txt"]
    assert "RuntimeError: no such frame" in str(summary.refused[2])
    assert {s.person.name for s in shown(store)} == {"PERIN", "BARESI"}


def test_an_article_that_failed_is_read_when_the_reader_can(store: Sqlite) -> None:
    read(store, [article("fail to Milan")], DESK)

    class Better(Scripted):
        def extract(self, article: Article) -> Reading:
            return Reading(article)

    assert read(store, [article("fail to Milan")], replace(DESK, reader=Better())).articles == 1


def test_languages_we_do_not_read_are_counted(store: Sqlite) -> None:
    summary = read(store, [article("PERIN to Milan", language=None)], DESK)
    assert (summary.articles, summary.unread, summary.claims) == (1, 1, 0)
    assert store.counts().unread == 1


def test_a_store_that_takes_no_more_stops_the_read(store: Sqlite) -> None:
    class Full(Scripted):
        def extract(self, article: Article) -> Reading:
            raise BadStore("the disk is full")

    with pytest.raises(BadStore):
        read(store, BATCH, replace(DESK, reader=Full()))


def test_progress_is_told(store: Sqlite) -> None:
    told: list[tuple[str, int]] = []
    read(store, BATCH, DESK, progress=lambda what, number: told.append((what, number)))
    assert told == [*(("articles", n) for n in range(1, 7)), ("people", 2)]


def bench(store: Sqlite) -> Bench:
    return Bench(store, DESK.calendar, "Anna", NOON)


def test_forgetting_an_article_is_never_having_read_it(store: Sqlite) -> None:
    read(store, BATCH, DESK)
    before = shown(store)
    judgement = bench(store).forget(BATCH[0].id)
    with closing(open_store(":memory:")) as other:
        read(other, BATCH[1:], DESK)
        assert shown(store) == shown(other)
    assert read(store, BATCH, DESK).articles == 0, "a forgotten article is not read again"
    bench(store).undo(judgement.id)
    assert shown(store) == before


def test_forgetting_a_source(store: Sqlite) -> None:
    read(store, [*BATCH, article("BARESI to Milan", DAY, source="gossip")], DESK)
    judgement = bench(store).forget("gossip")
    assert "BARESI" not in {s.person.name for s in shown(store)}
    bench(store).undo(judgement.id)
    assert "BARESI" in {s.person.name for s in shown(store)}


def test_correcting_and_rejecting_weave_anew(store: Sqlite) -> None:
    read(store, BATCH, DESK)
    before = shown(store)
    claim = next(c for c in store.claims("perin") if c.destination and c.destination.name == "Genoa")
    corrected = bench(store).correct(claim.id, "to", "sampdoria", {"sampdoria": "Sampdoria"}.get)
    assert {s.destination.name for s in store.sagas("perin") if s.destination} == {"Milan", "Sampdoria"}
    rejected = bench(store).reject(claim.id)
    assert {s.destination.name for s in store.sagas("perin") if s.destination} == {"Milan"}
    bench(store).undo(corrected.id), bench(store).undo(rejected.id)
    assert shown(store) == before


def test_judging_what_is_not_there(store: Sqlite) -> None:
    with pytest.raises(NotFound, match="nobody"):
        bench(store).forget("nobody")
