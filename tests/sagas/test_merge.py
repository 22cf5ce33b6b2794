"""Claims become sagas: what belongs together, what does not, and that order never matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import CAMBIASO, GENOA, JUVENTUS, MILAN, PERIN, TUTTOSPORT, article, claim, dated

from mercato.model.article import Article, Basis, Published, Span
from mercato.model.claim import Against, Claim, Evidence, Mode, Named, Stage, Tense
from mercato.model.saga import Saga, State
from mercato.model.world import Role, Window
from mercato.sagas.merge import merge
from mercato.sagas.windows import Calendar

TODAY = date(2026, 3, 1)
ITALY = [
    Window("Italy", "summer 2025", date(2025, 6, 1), date(2025, 6, 10)),
    Window("Italy", "summer 2025", date(2025, 7, 1), date(2025, 9, 1)),
    Window("Italy", "winter 2026", date(2026, 1, 2), date(2026, 2, 2)),
]
CALENDAR = Calendar(ITALY, {"ac-milan": "Italy", "juventus": "Italy", "genoa": "Italy"}.get)

Told = tuple[Article, Claim]


def told(day: str | None, destination: Named | None = MILAN, *, text: str = "", source: str | None = None, **fields: Any) -> Told:
    """One article of that day with one claim on Perin."""
    one = article(text or f"{day} {destination} {source} {fields}", date.fromisoformat(day) if day else None, source=source)
    return one, claim(one, destination=destination, **fields)


def woven(*pairs: Told, today: date = TODAY) -> list[Saga]:
    """The sagas of these articles, in order of time."""
    sagas = merge([c for _, c in pairs], {a.id: a for a, _ in pairs}, CALENDAR, today=today)
    return sorted(sagas, key=lambda s: (s.days[0] or date.max, s.window, s.id))


def windows(*pairs: Told) -> list[tuple[str, int]]:
    return [(saga.window, len(saga.reports)) for saga in woven(*pairs)]


def test_reports_on_one_move_in_one_window_are_one_saga() -> None:
    (saga,) = woven(told("2025-06-09"), told("2025-07-20", stage=Stage.TALKS, source="b"), told("2025-08-30", stage=Stage.OFFER, source="c"))
    assert (saga.person, saga.origin, saga.destination, saga.window) == (PERIN, JUVENTUS, MILAN, "summer 2025")
    assert [r.stage for r in saga.reports] == [Stage.INTERESTED, Stage.TALKS, Stage.OFFER]
    assert saga.stage is Stage.OFFER


def test_destinations_are_sagas_of_their_own() -> None:
    assert len(woven(told("2025-06-09"), told("2025-06-09", GENOA))) == 2


def test_background_makes_no_report() -> None:
    assert woven(told("2025-06-09", tense=Tense.PAST, stage=Stage.DONE)) == []


def test_renewals_are_apart_and_go_by_the_season() -> None:
    renewal = told("2025-08-01", JUVENTUS, mode=Mode.RENEWAL)
    unnamed = told("2025-08-02", None, mode=Mode.RENEWAL, source="b")
    (saga,) = woven(renewal, unnamed)
    assert (saga.renewal, saga.destination, saga.window, len(saga.reports)) == (True, JUVENTUS, "2025/26", 2)


@pytest.mark.parametrize(("day", "window"), [("2025-06-30", "2024/25"), ("2025-07-01", "2025/26"), ("2026-06-30", "2025/26")])
def test_coaches_go_by_the_season(day: str, window: str) -> None:
    assert windows(told(day, role=Role.COACH)) == [(window, 1)]


def test_departures_go_by_the_club_left() -> None:
    milan, juventus = told("2025-06-09", None, origin=MILAN), told("2025-06-10", None, origin=JUVENTUS)
    unnamed = told("2025-06-11", None, origin=None)
    sagas = woven(milan, juventus, unnamed)
    assert [s.origin for s in sagas] == [MILAN, JUVENTUS, None]
    assert all(s.destination is None for s in sagas)
    assert len({s.id for s in sagas}) == 3
    (joined,) = woven(juventus, unnamed)
    assert len(joined.reports) == 2, "a club named once is the club meant"


@pytest.mark.parametrize(
    ("day", "window"),
    [
        ("2025-04-20", "summer 2025"),
        ("2025-06-05", "summer 2025"),
        ("2025-06-20", "summer 2025"),
        ("2025-09-01", "summer 2025"),
        ("2025-09-02", "winter 2026"),
        ("2026-02-02", "winter 2026"),
        ("2026-02-03", "summer 2026"),
    ],
)
def test_a_report_targets_the_window_open_or_next_to_open(day: str, window: str) -> None:
    assert windows(told(day)) == [(window, 1)]


def test_a_stated_time_goes_over_the_day() -> None:
    winter = (date(2026, 1, 1), date(2026, 1, 31))
    assert windows(told("2025-08-10"), told("2025-08-11", when=winter)) == [("summer 2025", 1), ("winter 2026", 1)]
    assert windows(told("2026-01-10", when=(date(2026, 1, 1), date(2026, 12, 31)))) == [("winter 2026", 1)]
    assert windows(told("2026-02-10", when=(date(2026, 1, 1), date(2026, 12, 31)))) == [("summer 2026", 1)]
    assert windows(told(None, when=(date(2025, 6, 1), date(2025, 8, 31)))) == [("summer 2025", 1)]


def test_a_deadline_day_deal_stays_in_its_window() -> None:
    assert windows(told("2025-09-01", stage=Stage.AGREED), told("2025-09-02", stage=Stage.DONE)) == [("summer 2025", 2)]
    assert windows(told("2025-09-01"), told("2025-09-11")) == [("summer 2025", 2)]
    assert windows(told("2025-09-01"), told("2025-09-12")) == [("summer 2025", 1), ("winter 2026", 1)]
    assert windows(told("2025-09-02", stage=Stage.DONE)) == [("summer 2025", 1)]


def test_a_completed_move_is_not_completed_again() -> None:
    assert windows(told("2025-08-20", stage=Stage.DONE), told("2025-09-25", stage=Stage.DONE)) == [("summer 2025", 2)]


def test_a_new_episode_after_120_silent_days() -> None:
    assert windows(told("2025-02-10"), told("2025-06-10")) == [("summer 2025", 2)]
    assert windows(told("2025-02-10"), told("2025-06-11")) == [("summer 2025", 1), ("summer 2025", 1)]


def test_a_new_episode_after_a_stated_failure() -> None:
    off = told("2025-06-20", against=(Against.OFF,))
    assert windows(told("2025-06-01"), off, told("2025-07-20")) == [("summer 2025", 2), ("summer 2025", 1)]
    assert windows(told("2025-06-01"), off, told("2025-07-19")) == [("summer 2025", 3)]
    assert windows(told("2025-06-01"), off, told("2025-06-25"), told("2025-07-30")) == [("summer 2025", 4)], "it came back to life at once"
    assert windows(off, told("2025-07-25", against=(Against.OFF,), source="b")) == [("summer 2025", 2)]


def inferred(first: str, last: str) -> Told:
    one, said = told(None, text=f"Perin again {first} {last}")
    published = Published(date.fromisoformat(first), date.fromisoformat(last), Basis.INFERRED, ("a reason",))
    return dated(one, published), said


def test_an_inferred_interval_joins_the_saga_it_may_belong_to() -> None:
    assert windows(told("2025-06-09"), inferred("2025-05-30", "2025-09-01")) == [("summer 2025", 2)]
    assert windows(told("2026-01-09"), inferred("2025-05-30", "2026-01-31")) == [("winter 2026", 2)]
    assert windows(inferred("2025-05-30", "2025-09-01")) == [("summer 2025", 1)]


def test_an_undated_report_joins_the_only_saga_there_is() -> None:
    assert windows(told("2025-06-09"), told(None)) == [("summer 2025", 2)]
    assert windows(told(None)) == [("undated", 1)]
    assert windows(told("2025-06-09"), told("2026-01-20"), told(None)) == [("summer 2025", 1), ("winter 2026", 1), ("undated", 1)]


def test_an_undated_copy_joins_its_original() -> None:
    text = "AC Milan have asked Juventus about the goalkeeper Mattia Perin and hope for an answer within a week."
    assert windows(told("2025-06-09"), told("2026-01-20", text=text), told(None, text=text + " More soon.")) == [("summer 2025", 1), ("winter 2026", 2)]


def test_two_claims_of_one_article_are_one_report() -> None:
    one = article("Milan want Perin, who has said yes.", date(2025, 6, 9))
    claims = [claim(one), claim(one, stage=Stage.AGREED, when=(date(2025, 7, 1), date(2025, 7, 31)))]
    (saga,) = merge(claims, {one.id: one}, CALENDAR, today=TODAY)
    (report,) = saga.reports
    assert set(report.claims) == set(claims) and report.stage is Stage.AGREED


def test_claims_of_one_article_come_in_the_order_of_its_text() -> None:
    one = article("Milan want Perin, writes Tuttosport; the radio has heard of talks.", date(2025, 6, 9))
    late = replace(claim(one, stage=Stage.TALKS, sources=(Named("Radio Uno"),)), evidence=(Evidence("stage", Span(50, 60), "talks"),))
    early = claim(one, sources=(TUTTOSPORT,))
    for claims in ([early, late], [late, early]):
        (saga,) = merge(claims, {one.id: one}, CALENDAR, today=TODAY)
        assert saga.reports[0].claims == (early, late)
        assert saga.reports[0].parent == "tuttosport"


def test_the_usual_name_of_the_person_is_the_one_used_most() -> None:
    perin, mattia = Named("Perin", "mattia-perin"), Named("Mattia Perin", "mattia-perin")
    made = [article(f"text {n}", date(2025, 6, 9)) for n in range(4)]
    claims = [claim(one, who) for one, who in zip(made, (perin, mattia, mattia, perin), strict=True)]
    articles = {one.id: one for one in made}
    names = {merge(some, articles, CALENDAR, today=TODAY)[0].person.name for some in (claims, claims[::-1])}
    assert len(names) == 1
    assert merge(claims[:3], articles, CALENDAR, today=TODAY)[0].person == mattia


def test_state() -> None:
    day = date(2025, 7, 1)
    off = told("2025-06-20", against=(Against.OFF,), stage=Stage.TALKS)
    assert woven(told("2025-06-09"), today=day)[0].state is State.OPEN
    assert woven(told("2025-06-09"), today=date(2025, 10, 7))[0].state is State.OPEN
    assert woven(told("2025-06-09"), today=date(2025, 10, 8))[0].state is State.STALE
    assert woven(told("2025-06-09"), off, today=day)[0].state is State.OFF
    assert woven(told("2025-06-09"), off, told("2025-06-25"), today=day)[0].state is State.OPEN
    assert woven(told("2025-06-09", stage=Stage.DONE), told("2025-06-10", against=(Against.PERSON,)), today=day)[0].state is State.DONE
    assert woven(told(None), today=day)[0].state is State.OPEN


FIELDS: dict[str, list[Any]] = {
    "destination": [MILAN, GENOA, JUVENTUS, None],
    "origin": [JUVENTUS, MILAN, None],
    "text": ["", "Perin is wanted by Milan and by Genoa, says the agent of the player", "Perin is wanted by Milan and by Genoa, says his agent again"],
    "stage": [Stage.LINKED, Stage.AGREED, Stage.DONE],
    "against": [(), (Against.OFF,), (Against.SELLER,), (Against.PERSON,)],
    "mode": [Mode.UNKNOWN, Mode.LOAN, Mode.PERMANENT, Mode.RENEWAL],
    "role": [Role.PLAYER, Role.COACH],
    "when": [None, None, (date(2025, 7, 1), date(2025, 8, 31))],
    "sources": [(), (TUTTOSPORT,)],
}
WAYS = [dict(zip(FIELDS, chosen, strict=True)) for chosen in product(*FIELDS.values())]  # drawn from at once: drawing takes longer than merging
DAYS = [(date(2025, 1, 1) + timedelta(n)).isoformat() for n in range(546)]
STORIES = st.builds(lambda day, fields: told(day, **fields), st.one_of(st.none(), st.sampled_from(DAYS)), st.sampled_from(WAYS))


def sagas_of(stories: list[Told]) -> list[Saga]:
    claims = {c.id: c for _, c in stories}
    return merge(claims.values(), {a.id: a for a, _ in sorted(stories, key=lambda s: str(s[0].published))}, CALENDAR, today=TODAY)


@settings(max_examples=150, deadline=None)
@given(st.lists(STORIES, max_size=12, unique_by=lambda s: s[0].id), st.randoms(use_true_random=False))
def test_order_never_matters(stories: list[Told], random: Any) -> None:
    shuffled = list(stories)
    random.shuffle(shuffled)
    assert sagas_of(stories) == sagas_of(shuffled)


@settings(max_examples=150, deadline=None)
@given(st.lists(STORIES, max_size=10, unique_by=lambda s: s[0].id))
def test_every_claim_is_in_exactly_one_saga(stories: list[Told]) -> None:
    sagas = sagas_of(stories)
    held = [c.id for saga in sagas for report in saga.reports for c in report.claims]
    assert sorted(held) == sorted({c.id for _, c in stories})
    assert len({saga.id for saga in sagas}) == len(sagas)
    for saga in sagas:
        assert len({report.article for report in saga.reports}) == len(saga.reports)
        days = [report.published.day or date.max for report in saga.reports]
        assert days == sorted(days)


def test_taking_an_article_out_is_never_having_read_it() -> None:
    stories = [told("2025-06-09"), told("2025-06-20", against=(Against.OFF,)), told("2025-08-01"), told("2025-08-20", GENOA)]
    for out in stories:
        rest = [s for s in stories if s is not out]
        articles = {a.id: a for a, _ in rest}
        assert merge([c for _, c in stories], articles, CALENDAR, today=TODAY) == merge([c for _, c in rest], articles, CALENDAR, today=TODAY)


def test_other_people_do_not_matter_to_ids() -> None:
    (mine,) = woven(told("2025-06-09"))
    one = article("Cambiaso", date(2025, 6, 9))
    (other,) = merge([claim(one, CAMBIASO)], {one.id: one}, CALENDAR, today=TODAY + timedelta(days=1))
    assert mine.id != other.id and mine.window == other.window
