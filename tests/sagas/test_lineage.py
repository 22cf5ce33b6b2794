"""What each report adds, whom it repeats, and where reports contradict each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from made import TUTTOSPORT, article, claim

from mercato.model.article import Article
from mercato.model.claim import Against, Claim, Mode, Money, Named, Stage
from mercato.model.saga import Saga, Standing
from mercato.sagas.merge import merge
from mercato.sagas.texts import COPY, likeness, runs
from mercato.sagas.windows import Calendar

AGENCY = (
    "AC Milan have made contact with Juventus over the goalkeeper Mattia Perin. The Rossoneri look for a deputy to Mike Maignan and would pay about "
    "three million euros. Talks are expected to go on next week, when the directors of both clubs meet for the assembly of the league in Milan."
)

Told = tuple[Article, Claim]


def told(day: int, *, text: str = "", source: str | None = None, **fields: Any) -> Told:
    one = article(text or f"{day} {source} {fields}", date(2025, 6, day), source=source)
    return one, claim(one, **fields)


def saga(*pairs: Told) -> Saga:
    (woven,) = merge([c for _, c in pairs], {a.id: a for a, _ in pairs}, Calendar((), {}.get), today=date(2025, 7, 1))
    return woven


def standings(*pairs: Told) -> list[tuple[str, str | None]]:
    return [(report.standing.value, report.parent) for report in saga(*pairs).reports]


def test_the_first_to_report_of_its_own_and_those_who_confirm_it() -> None:
    assert standings(told(1, source="a"), told(2, source="b"), told(3, source="c")) == [("first", None), ("confirms", None), ("confirms", None)]


def test_a_report_that_credits_somebody_cites() -> None:
    assert standings(told(1, source="tuttosport"), told(2, sources=(TUTTOSPORT,))) == [("first", None), ("cites", "tuttosport")]
    assert standings(told(1, sources=(TUTTOSPORT,)), told(2, source="b")) == [("cites", "tuttosport"), ("first", None)]


def test_of_several_credited_the_one_known_to_the_saga_is_the_parent() -> None:
    radio = Named("Radio Uno")
    assert standings(told(1, source="tuttosport"), told(2, sources=(radio, TUTTOSPORT)))[1] == ("cites", "tuttosport")
    assert standings(told(1, source="b"), told(2, sources=(radio, TUTTOSPORT)))[1] == ("cites", "Radio Uno")


def test_its_own_outlet_is_no_credit() -> None:
    assert standings(told(1, source="tuttosport", sources=(TUTTOSPORT,))) == [("first", None)]
    assert standings(told(1, source="Tuttosport", sources=(Named("Tuttosport"),))) == [("first", None)]


def test_a_near_duplicate_copies_the_earliest() -> None:
    first = told(1, text=AGENCY)
    copies = [told(2, text="Milan, Perin in the sights. " + AGENCY), told(3, text=AGENCY + " All rights reserved.", sources=(TUTTOSPORT,))]
    assert standings(first, *copies) == [("first", None), ("copies", first[0].id), ("copies", first[0].id)]


def test_the_same_story_in_other_words_is_no_copy() -> None:
    other = (
        "Mattia Perin could leave Juventus: AC Milan have been in contact about the goalkeeper, who would become deputy to Mike Maignan for about "
        "three million euros. The directors of both clubs will meet next week."
    )
    assert standings(told(1, text=AGENCY), told(2, text=other)) == [("first", None), ("confirms", None)]


@pytest.mark.parametrize("against", [Against.BUYER, Against.OFF])
def test_a_no_of_the_buyer_or_of_the_facts_denies(against: Against) -> None:
    assert standings(told(1), told(2, against=(against,), stage=Stage.TALKS))[1] == ("denies", None)
    assert standings(told(1, against=(against,), sources=(TUTTOSPORT,))) == [("denies", "tuttosport")]


def test_a_no_of_the_person_denies_unless_there_is_progress() -> None:
    assert standings(told(1), told(2, against=(Against.PERSON,)))[1] == ("denies", None)
    assert standings(told(1), told(2, against=(Against.PERSON,), stage=Stage.OFFER))[1] == ("confirms", None)


def test_a_refusal_of_the_seller_confirms_that_somebody_asked() -> None:
    assert standings(told(1), told(2, against=(Against.SELLER,)))[1] == ("confirms", None)


def test_an_outlet_that_repeats_itself_recycles() -> None:
    first = told(1, source="a", fee=Money(3e6, "EUR"))
    assert standings(first, told(5, source="a"))[1] == ("recycles", first[0].id)
    assert standings(first, told(5, source="a", fee=Money(5e6, "EUR")))[1] == ("confirms", None)
    assert standings(first, told(5, source="a", stage=Stage.TALKS))[1] == ("confirms", None)
    assert standings(told(1), told(5))[1] == ("confirms", None), "two unknown outlets are not one"


def test_likeness() -> None:
    one, same, short = article(AGENCY), article(AGENCY.upper()), article("Perin.")
    assert likeness(runs(one), runs(same)) == 1
    assert likeness(runs(one), runs(short)) == 0
    assert likeness(runs(short), runs(article("PERIN!"))) == 1
    assert likeness(runs(one), runs(article(AGENCY[: len(AGENCY) // 2]))) < COPY


def contradictions(*pairs: Told) -> dict[str, list[str]]:
    return {found.field: [value for value, _ in found.values] for found in saga(*pairs).contradictions}


def test_different_fees_in_one_currency() -> None:
    pairs = told(1, fee=Money(3e6, "EUR")), told(2, fee=Money(5e6, "EUR")), told(3, fee=Money(5e6, "EUR")), told(4, fee=Money(4e6, "GBP"))
    (found,) = saga(*pairs).contradictions
    assert found.field == "fee"
    assert found.values == (("EUR 3,000,000", (pairs[0][0].id,)), ("EUR 5,000,000", (pairs[1][0].id, pairs[2][0].id)))


def test_loan_or_sale() -> None:
    assert contradictions(told(1, mode=Mode.LOAN), told(2, mode=Mode.PERMANENT), told(3)) == {"mode": ["loan", "permanent"]}


def test_denied_and_reported_at_one_time() -> None:
    assert contradictions(told(1), told(10, against=(Against.BUYER,))) == {"stage": ["denied", "reported"]}
    assert contradictions(told(1), told(20, against=(Against.BUYER,))) == {}


def test_willing_or_not() -> None:
    assert contradictions(told(1, against=(Against.SELLER,)), told(3, stage=Stage.AGREED)) == {"seller willing": ["no", "yes"]}
    assert contradictions(told(1, against=(Against.PERSON,)), told(3, stage=Stage.AGREED)) == {"person willing": ["no", "yes"]}
    assert contradictions(told(1, against=(Against.SELLER,)), told(28, stage=Stage.AGREED)) == {}, "an agreement weeks later is progress"


def test_agreement_contradicts_nothing() -> None:
    assert contradictions(told(1, fee=Money(3e6, "EUR")), told(2, fee=Money(3e6, "EUR"), stage=Stage.DONE)) == {}
    assert Standing.FIRST in [r.standing for r in saga(told(1)).reports]
