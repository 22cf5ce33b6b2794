"""What every store must do; a new one is finished when it is green here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from made import CAMBIASO, GENOA, JUVENTUS, MILAN, PERIN, ROSSI, TUTTOSPORT, article, claim, reading

from mercato.errors import BadInput, NotFound
from mercato.model.article import MentionKind, mention_id
from mercato.model.claim import Against, Claim, Mode, Money, Named, Stage, Tense
from mercato.model.world import Role
from mercato.sagas.merge import merge
from mercato.sagas.windows import Calendar
from mercato.store.protocol import Counts, Store, Verdict
from mercato.store.sqlite import open_store

NOON = datetime(2025, 6, 9, 12, 0, tzinfo=UTC)
LATER = datetime(2025, 6, 10, 12, 0, tzinfo=UTC)
DAY = date(2025, 6, 9)
FIRST = article("Milan want Perin, writes Tuttosport.", DAY, source="milan-news")
SECOND = article("Cambiaso is wanted by Milan.", DAY, source="milan-news")
THIRD = article("Rossi may go to Genoa.", None)
READINGS = (
    reading(FIRST, [claim(FIRST, sources=(TUTTOSPORT,)), claim(FIRST, destination=GENOA, tense=Tense.PAST, stage=Stage.DONE)]),
    reading(SECOND, [claim(SECOND, CAMBIASO)]),
    reading(THIRD, [claim(THIRD, ROSSI, GENOA)]),
)

STORES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: open_store(str(folder / "mercato.db")),
    "memory": lambda folder: open_store(":memory:"),
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = STORES[request.param](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def full(store: Store) -> Store:
    for one in READINGS:
        store.add(one)
    return store


def claims(store: Store, person: Named | None = None) -> set[Claim]:
    return set(store.claims(person.key if person else None))


def correct(store: Store, subject: str, field: str | None, value: str) -> int:
    return store.judge(subject, Verdict.CORRECT, author="Anna", made=NOON, field=field, value=value).id


def the(store: Store, person: Named) -> Claim:
    (found,) = (c for c in store.claims(person.key) if c.tense is Tense.CURRENT)
    return found


def test_gives_back_what_was_added(full: Store) -> None:
    for one in READINGS:
        assert full.reading(one.article.id) == one
        assert full.article(one.article.id) == one.article
    assert list(full.articles()) == sorted((one.article for one in READINGS), key=lambda a: a.id)
    assert claims(full) == {c for one in READINGS for c in one.claims}
    assert claims(full, PERIN) == set(READINGS[0].claims)


def test_holds_what_it_was_given_and_nothing_else(full: Store) -> None:
    assert full.holds(FIRST.id)
    assert not full.holds("0" * 16)
    assert full.article("0" * 16) is None
    assert full.reading("0" * 16) is None


def test_adding_again_changes_nothing(full: Store) -> None:
    before = full.counts(), claims(full)
    full.add(READINGS[0])
    assert (full.counts(), claims(full)) == before


def test_a_reading_that_cannot_be_kept_leaves_nothing(store: Store) -> None:
    twice = reading(FIRST, [claim(FIRST), claim(FIRST)])
    with pytest.raises(BadInput):
        store.add(twice)
    assert not store.holds(FIRST.id)
    assert store.counts() == Counts(0, 0, 0, 0, 0)


def test_counts(full: Store) -> None:
    full.add(reading(article("Nieznany język.", DAY, language=None), []))
    assert full.counts() == Counts(articles=4, unread=1, claims=4, sagas=0, unlinked=1)


def test_many_articles_come_back_once_each(store: Store) -> None:
    made = [article(f"Text number {n}.", DAY) for n in range(1203)]
    for one in made:
        store.add(reading(one))
    assert [a.id for a in store.articles()] == sorted(a.id for a in made)
    assert len({c.id for c in store.claims()}) == len(list(store.claims(PERIN.key))) == 1203


def test_people_of_current_claims_wait_to_be_woven(full: Store) -> None:
    assert full.unwoven() == sorted([PERIN.key, CAMBIASO.key, ROSSI.key])


def test_weaving_replaces_the_sagas_of_one_person(full: Store) -> None:
    sagas = merge(READINGS[0].claims, {FIRST.id: FIRST}, Calendar((), {}.get), today=DAY)
    full.weave(PERIN.key, sagas)
    full.weave(PERIN.key, sagas)
    assert list(full.sagas()) == list(full.sagas(PERIN.key)) == sagas
    assert PERIN.key not in full.unwoven()
    assert list(full.sagas(CAMBIASO.key)) == []
    full.weave(PERIN.key, [])
    assert list(full.sagas()) == []


def test_many_people_at_once_are_as_one_after_the_other(full: Store) -> None:
    people = [PERIN.key, CAMBIASO.key, "nobody"]
    correct(full, the(full, CAMBIASO).id, "stage", "talks")
    assert full.claims_of(people) == {person: list(full.claims(person)) for person in people}
    sagas = merge(READINGS[0].claims, {FIRST.id: FIRST}, Calendar((), {}.get), today=DAY)
    full.weave_all({PERIN.key: sagas, CAMBIASO.key: []})
    assert list(full.sagas()) == sagas
    assert full.unwoven() == [ROSSI.key]
    full.weave_all({})
    assert list(full.sagas()) == sagas


def test_reading_while_writing(full: Store) -> None:
    for one in full.claims():
        full.weave(one.person.key, [])
    assert full.unwoven() == []


def test_a_rejected_claim_is_gone_until_undone(full: Store) -> None:
    wrong = the(full, CAMBIASO)
    full.weave(CAMBIASO.key, [])
    judgement = full.judge(wrong.id, Verdict.REJECT, author="Anna", made=NOON)
    assert claims(full, CAMBIASO) == set()
    assert full.reading(SECOND.id) and full.reading(SECOND.id).claims == ()  # type: ignore[union-attr]
    assert full.counts().claims == 3
    assert CAMBIASO.key in full.unwoven()
    full.undo(judgement.id, LATER)
    assert claims(full, CAMBIASO) == {wrong}
    assert full.reading(SECOND.id) == READINGS[1]


@pytest.mark.parametrize(
    ("field", "value", "attribute", "expected"),
    [
        ("to", "genoa=Genoa", "destination", GENOA),
        ("to", "none", "destination", None),
        ("from", "Livorno", "origin", Named("Livorno")),
        ("stage", "talks", "stage", Stage.TALKS),
        ("tense", "past", "tense", Tense.PAST),
        ("mode", "Loan", "mode", Mode.LOAN),
        ("role", "coach", "role", Role.COACH),
        ("against", "seller, person", "against", (Against.SELLER, Against.PERSON)),
        ("against", "none", "against", ()),
        ("fee", "4000000 eur", "fee", Money(4_000_000, "EUR")),
        ("fee", "none", "fee", None),
        ("when", "2025-07-01/2025-09-01", "when", (date(2025, 7, 1), date(2025, 9, 1))),
        ("terms", "option to buy; swap", "terms", ("option to buy", "swap")),
        ("sources", "tuttosport=Tuttosport; Radio Uno", "sources", (TUTTOSPORT, Named("Radio Uno"))),
    ],
)
def test_every_field_can_be_corrected_and_restored(full: Store, field: str, value: str, attribute: str, expected: object) -> None:
    before = the(full, CAMBIASO)
    id = correct(full, before.id, field, value)
    (after,) = claims(full, CAMBIASO)
    assert getattr(after, attribute) == expected
    assert after.evidence == before.evidence
    assert "Anna" in after.reasons[-1] and "2025-06-09" in after.reasons[-1]
    full.undo(id, LATER)
    assert the(full, CAMBIASO) == before


def test_the_last_correction_holds(full: Store) -> None:
    id = the(full, CAMBIASO).id
    first, second = correct(full, id, "stage", "talks"), correct(full, id, "stage", "offer")
    assert the(full, CAMBIASO).stage is Stage.OFFER
    full.undo(second, LATER)
    assert the(full, CAMBIASO).stage is Stage.TALKS
    full.undo(first, LATER)
    assert the(full, CAMBIASO).stage is Stage.INTERESTED


def test_a_claim_of_somebody_else_moves_to_him(full: Store) -> None:
    full.weave(CAMBIASO.key, []), full.weave(PERIN.key, [])
    correct(full, the(full, CAMBIASO).id, "person", "mattia-perin=Mattia Perin")
    assert claims(full, CAMBIASO) == set()
    assert {c.article for c in full.claims(PERIN.key)} == {FIRST.id, SECOND.id}
    assert {CAMBIASO.key, PERIN.key} <= set(full.unwoven())


def test_a_corrected_link_carries_its_claims_along(full: Store) -> None:
    mention = next(m for m in READINGS[2].mentions if m.kind is MentionKind.PERSON)
    id = correct(full, mention_id(THIRD.id, mention), "entity", "gino-rossi=Gino Rossi")
    linked = full.reading(THIRD.id)
    assert linked and linked.mentions[0].entity == "gino-rossi"
    assert linked.claims[0].person == linked.contracts[0].person == Named("Gino Rossi", "gino-rossi")
    assert full.counts().unlinked == 0
    assert claims(full, ROSSI) == set()
    full.undo(id, LATER)
    assert full.reading(THIRD.id) == READINGS[2]


def test_a_corrected_club_link_stays_within_its_article(full: Store) -> None:
    mention = next(m for m in READINGS[1].mentions if m.name == MILAN.name)
    correct(full, mention_id(SECOND.id, mention), None, "inter-milan=Inter Milan")
    assert the(full, CAMBIASO).destination == Named("Inter Milan", "inter-milan")
    assert the(full, CAMBIASO).origin == JUVENTUS
    assert the(full, PERIN).destination == MILAN


def test_a_rejected_link_leaves_the_name_unlinked(full: Store) -> None:
    mention = next(m for m in READINGS[1].mentions if m.kind is MentionKind.PERSON)
    full.judge(mention_id(SECOND.id, mention), Verdict.REJECT, author="Anna", made=NOON)
    assert claims(full, CAMBIASO) == set()
    assert the(full, Named("Andrea Cambiaso")).person.entity is None


def test_a_forgotten_article_is_hidden_not_lost(full: Store) -> None:
    full.weave(PERIN.key, [])
    judgement = full.judge(FIRST.id, Verdict.FORGET, author="Anna", made=NOON)
    assert full.article(FIRST.id) is None and full.reading(FIRST.id) is None
    assert claims(full, PERIN) == set()
    assert full.holds(FIRST.id), "so that reading it again does not bring it back"
    assert full.counts().articles == 2
    assert PERIN.key in full.unwoven()
    full.undo(judgement.id, LATER)
    assert full.reading(FIRST.id) == READINGS[0]


def test_a_forgotten_source_takes_all_its_articles(full: Store) -> None:
    judgement = full.judge("milan-news", Verdict.FORGET, author="Anna", made=NOON)
    assert [a.id for a in full.articles()] == [THIRD.id]
    assert full.counts() == Counts(articles=1, unread=0, claims=1, sagas=0, unlinked=1)
    full.undo(judgement.id, LATER)
    assert len(list(full.articles())) == 3


def test_a_correction_survives_forgetting(full: Store) -> None:
    correct(full, the(full, CAMBIASO).id, "stage", "talks")
    forgotten = full.judge(SECOND.id, Verdict.FORGET, author="Bruno", made=NOON)
    assert claims(full, CAMBIASO) == set()
    full.undo(forgotten.id, LATER)
    assert the(full, CAMBIASO).stage is Stage.TALKS


def test_every_judgement_is_kept_with_author_and_dates(full: Store) -> None:
    made = full.judge(FIRST.id, Verdict.FORGET, author="Anna", made=NOON)
    undone = full.undo(made.id, LATER)
    assert full.undo(made.id, datetime(2026, 1, 1, tzinfo=UTC)) == undone, "undoing twice changes nothing"
    (kept,) = full.judgements()
    assert kept == undone
    assert (kept.author, kept.made, kept.undone) == ("Anna", NOON, LATER)


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("subject", ["0" * 16, "nobody:person:0-1", "no-such-source"])
def test_judging_nothing_is_refused(full: Store, verdict: Verdict, subject: str) -> None:
    with pytest.raises(NotFound):
        full.judge(subject, verdict, author="Anna", made=NOON, field="stage", value="talks")
    assert list(full.judgements()) == []


def test_undoing_nothing_is_refused(full: Store) -> None:
    with pytest.raises(NotFound):
        full.undo(7, LATER)


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [("stage", "nearly", "linked"), ("fee", "a lot", "4000000 EUR"), ("fee", "nan EUR", "4000000 EUR"), ("colour", "red", "person"), ("person", "none", "name"),
     ("when", "soon", "2025-07-01"), ("when", "2025-09-01/2025-07-01", "earlier"), ("mode", "gift", "loan"), ("against", "mother", "seller")],
)  # fmt: skip
def test_a_correction_that_cannot_be_read_says_what_may_be_written(full: Store, field: str, value: str, hint: str) -> None:
    before = claims(full)
    with pytest.raises(BadInput, match=hint):
        correct(full, the(full, CAMBIASO).id, field, value)
    assert list(full.judgements()) == [] and claims(full) == before
