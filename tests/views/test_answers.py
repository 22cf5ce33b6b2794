"""What the views answer on a small press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from shipped import reader
from told import TODAY, filled

from mercato.errors import Ambiguous, NotFound
from mercato.sources.registry import read_sources
from mercato.store.sqlite import Sqlite
from mercato.views.article import article_page
from mercato.views.club import club_page
from mercato.views.find import find_saga
from mercato.views.names import Names
from mercato.views.overview import overview
from mercato.views.person import person_page
from mercato.views.rows import SHEETS
from mercato.views.saga import SagaPage, ahead, lines, opposed, page
from mercato.views.source import source_lines, source_page


@pytest.fixture(scope="module")
def store() -> Iterator[Sqlite]:
    store = filled(":memory:")
    yield store
    store.close()


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(reader().knowledge, read_sources())


def saga(store: Sqlite, names: Names, query: str) -> SagaPage:
    return page(store, names, find_saga(store.sagas(), names, query), today=TODAY)


class TestSaga:
    def test_person_and_club_tell_it_whatever_other_club_has_the_word(self, store: Sqlite, names: Names) -> None:
        assert saga(store, names, "Cambiaso Milan").saga.destination == "AC Milan"
        assert saga(store, names, "Cambiaso Inter").saga.destination == "Inter Milan"
        assert saga(store, names, "CAMBIASO rossoneri").saga.destination == "AC Milan"

    def test_an_id_or_its_beginning_tells_it(self, store: Sqlite, names: Names) -> None:
        id = saga(store, names, "Rossi Genoa").saga.id
        assert saga(store, names, id).saga.person == saga(store, names, id[:8]).saga.person == "Gino Rossi"

    def test_a_person_with_two_sagas_is_ambiguous_and_both_are_named(self, store: Sqlite, names: Names) -> None:
        with pytest.raises(Ambiguous) as told:
            saga(store, names, "Cambiaso")
        assert len(told.value.candidates) == 2
        assert "Juventus to AC Milan" in str(told.value) and "Juventus to Inter" in str(told.value)

    def test_a_misspelt_name_is_answered_with_the_nearest(self, store: Sqlite, names: Names) -> None:
        with pytest.raises(NotFound, match=r"nearest: .*Andrea Cambiaso"):
            saga(store, names, "Cambiasso Milano")

    def test_its_reports_come_in_order_with_source_standing_and_chain(self, store: Sqlite, names: Names) -> None:
        entries = saga(store, names, "Cambiaso Milan").entries
        assert [(e.outlet, e.standing, e.chain) for e in entries] == [
            ("Tuttosport", "first", ()), ("Football Italia", "cites", ("Tuttosport",)), ("La Gazzetta dello Sport", "denies", ()),
        ]  # fmt: skip
        assert entries[0].fees == ("EUR 30,000,000",) and entries[1].credited == ("Tuttosport",)

    def test_refusal_and_continued_interest_stand_apart_with_their_words(self, store: Sqlite, names: Names) -> None:
        first, second, third = saga(store, names, "Cambiaso Milan").entries
        assert "turned down" in opposed(first)[0].text and not ahead(first)
        assert "still want" in ahead(second)[0].text and not opposed(second)
        assert "not their target" in opposed(third)[0].text and not ahead(third)

    def test_contradictions_say_who_says_what(self, store: Sqlite, names: Names) -> None:
        (found,) = [d for d in saga(store, names, "Cambiaso Milan").disagreements if d.field == "stage"]
        assert {s.value: s.outlets for s in found.sayings} == {"denied": ("La Gazzetta dello Sport",), "reported": ("Tuttosport", "Football Italia")}

    def test_repeaters_are_no_independent_origin(self, store: Sqlite, names: Names) -> None:
        assert saga(store, names, "Cambiaso Milan").origins == 2

    def test_the_contract_that_its_articles_mention(self, store: Sqlite, names: Names) -> None:
        (bond,) = saga(store, names, "Cambiaso Milan").contracts
        assert (bond.club, bond.until, bond.outlets) == ("Juventus", "2029", ("Tuttosport",))


class TestLists:
    def test_the_latest_told_comes_first(self, store: Sqlite) -> None:
        told = lines(store.sagas(), TODAY)
        assert [s.person for s in told][:2] == ["Gino Rossi", "Mattia Perin"]
        assert [s.last for s in told] == sorted((s.last for s in told), reverse=True)

    def test_open_sagas_fall_silent_with_time(self, store: Sqlite) -> None:
        later = lines(store.sagas(), TODAY.replace(year=2027))
        assert {s.state for s in later} == {"stale", "done"}

    def test_overview_counts_all_and_names_the_largest(self, store: Sqlite) -> None:
        told = overview(store, TODAY)
        assert (told.counts.articles, told.counts.sagas, told.counts.unlinked) == (7, 5, 1)
        assert told.largest[0].title == "Andrea Cambiaso: Juventus to AC Milan, summer 2025"
        assert dict(told.states)["done"] == 1


class TestPages:
    def test_person_has_current_past_contract_and_career(self, store: Sqlite, names: Names) -> None:
        told = person_page(store, names, "perin", today=TODAY)
        assert [s.move for s in told.sagas] == ["Juventus to AC Milan", "stays at Juventus"]
        assert [(p.origin, p.destination, p.stage, p.outlets) for p in told.past] == [("Genoa", "Juventus", "done", ("Tuttosport",))]
        assert told.id == "mattia-perin" and "Juventus" in {stay.club for stay in told.career}

    def test_somebody_unlinked_has_a_page_without_an_id(self, store: Sqlite, names: Names) -> None:
        told = person_page(store, names, "Rossi", today=TODAY)
        assert (told.id, told.name, told.career, len(told.sagas)) == (None, "Gino Rossi", (), 1)

    def test_club_tells_coming_going_and_staying_apart(self, store: Sqlite, names: Names) -> None:
        juventus = club_page(store, names, "Bianconeri", today=TODAY)
        assert juventus.incoming == ()
        going = {(s.person, s.destination) for s in juventus.outgoing}
        assert going == {("Andrea Cambiaso", "AC Milan"), ("Andrea Cambiaso", "Inter Milan"), ("Mattia Perin", "AC Milan")}
        assert [s.person for s in juventus.renewals] == ["Mattia Perin"]
        assert len(club_page(store, names, "ac-milan", today=TODAY).incoming) == 2

    def test_leaderboard_counts_firsts_reports_and_credits(self, store: Sqlite, names: Names) -> None:
        told = {s.name: s for s in source_lines(store, names, TODAY)}
        assert (told["Tuttosport"].firsts, told["Tuttosport"].reports, told["Tuttosport"].credited, told["Tuttosport"].done) == (2, 2, 1, 1)
        assert (told["La Gazzetta dello Sport"].firsts, told["La Gazzetta dello Sport"].reports) == (0, 1)

    def test_source_says_how_far_it_claimed(self, store: Sqlite, names: Names) -> None:
        told = source_page(store, names, "Tuttosport", today=TODAY)
        assert told.stages == (("offer", 1), ("done", 1)) and told.standings == (("first", 2),)
        assert told.articles == 2 and len(told.sagas) == 2

    def test_article_shows_each_claim_with_its_words(self, store: Sqlite, names: Names) -> None:
        id = saga(store, names, "Cambiaso Milan").entries[0].article
        told = article_page(store, names, id)
        assert told.outlet == "Tuttosport" and told.claims[0].against == ("seller",) and "turned down" in told.claims[0].passages[0].text
        with pytest.raises(NotFound):
            article_page(store, names, "nonsense")


def test_sheets_have_a_value_for_every_column(store: Sqlite, names: Names) -> None:
    counts = {}
    for name, sheet in SHEETS.items():
        rows = list(sheet.rows(store, names, TODAY))
        counts[name] = len(rows)
        assert all(hasattr(row, column.name) for row in rows for column in sheet.columns)
    assert counts == {"claims": 8, "reports": 7, "sagas": 5}
