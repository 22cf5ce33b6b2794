"""How far moves have got: which stages frames lean to, learnt from annotated articles."""

from __future__ import annotations

import numpy as np
from pytest import approx

from mercato.claims.progress import Wording, likeliest, measure
from mercato.model.claim import Stage


def test_a_frame_leans_to_the_stages_of_the_moves_it_stated() -> None:
    told = [({Wording(("en:talks",), Stage.TALKS)}, Stage.OFFER)] * 30 + [({Wording(("en:rare",), Stage.TALKS)}, Stage.OFFER)]
    leanings = measure(told)
    assert leanings["en:talks"][Stage.OFFER - 1] > 0.85
    assert leanings["en:rare"][Stage.TALKS - 1] > leanings["en:rare"][Stage.OFFER - 1], "one case does not outweigh what the frame stands for"
    assert sum(leanings["en:talks"]) == approx(1.0, abs=0.05)


def test_words_lean_elsewhere_than_the_rest_of_their_frame() -> None:
    joined, could = Wording(("en:joins", "en:joins joined"), Stage.DONE), Wording(("en:joins", "en:joins join", "en:joins join possible"), Stage.LINKED)
    leanings = measure([({joined}, Stage.DONE)] * 9 + [({could}, Stage.LINKED)] * 3 + [({Wording(("en:joins", "en:joins joining"), Stage.DONE)}, Stage.AGREED)])
    assert leanings["en:joins joined"][Stage.DONE - 1] > leanings["en:joins"][Stage.DONE - 1] > leanings["en:joins join"][Stage.DONE - 1]
    assert leanings["en:joins join possible"][Stage.LINKED - 1] > leanings["en:joins join"][Stage.LINKED - 1]
    assert "en:joins joining" not in leanings, "what was met once says no more than its frame"


def test_the_order_of_the_articles_changes_nothing() -> None:
    both = {Wording(("de:a", "de:a will"), Stage.TALKS), Wording(("de:b",), None)}
    told = [(both, Stage.AGREED), ({Wording(("de:b",), None)}, Stage.LINKED)]
    assert measure(told) == measure(told[::-1])


def test_the_likeliest_stage_counts_not_the_one_in_the_middle() -> None:
    at_least = np.array([[0.6, 0.55, 0.53, 0.52, 0.51, 0.5, 0.48], [0.9, 0.3, 0.2, 0.1, 0.1, 0.0, 0.0], [0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0]])
    assert likeliest(at_least) == [Stage.DONE, Stage.INTERESTED, Stage.LINKED]


def test_a_step_further_is_never_likelier_than_the_one_before() -> None:
    assert likeliest(np.array([[0.3, 0.8, 0.1, 0.1, 0.1, 0.1, 0.1]])) == [Stage.LINKED]
