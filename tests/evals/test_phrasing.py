"""Phrases are weighed by the annotated cases in which they stand."""

from __future__ import annotations

import numpy as np
from phrasing import phrasebook, unseen

ACCEPTED, ASKED = frozenset({"TO", "en:bid", "en:accept"}), frozenset({"TO", "en:bid", "en:ask"})
CASES = [ACCEPTED, ASKED] * 10
AGREED = [True, False] * 10


def test_a_phrase_leans_to_where_it_was_said() -> None:
    book = phrasebook(CASES, {"agreed": AGREED}, np.ones(len(CASES)))
    assert book.weights["en:accept"][0] > 0.5 > -0.5 > book.weights["en:ask"][0]
    assert book.shown(ACCEPTED)["phrases, agreed"] > 0 > book.shown(ASKED)["phrases, agreed"]


def test_what_stands_in_few_cases_says_nothing() -> None:
    book = phrasebook([*CASES, frozenset({"TO", "en:once"})], {"agreed": [*AGREED, True]}, np.ones(len(CASES) + 1))
    assert "en:once" not in book.weights


def test_a_case_is_judged_by_the_others() -> None:
    strange = frozenset({"en:strange"})
    shown = unseen([*CASES, *[strange] * 6], {"agreed": [*AGREED, *[True] * 6]}, np.array([0, 1] * 10 + [2] * 6), np.ones(26))
    assert len({one["phrases, agreed"] for one in shown[-6:]}) == 1, "its own phrase is unknown to the parts it is not in"
