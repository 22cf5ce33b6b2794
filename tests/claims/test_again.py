"""The second look: what a candidate shows beside the others of its article."""

from __future__ import annotations

import numpy as np
from pytest import approx

from mercato.claims.again import First, hopeful, second, whole


def test_a_person_shows_the_most_of_what_his_candidates_show() -> None:
    people, pooled = whole(np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 3.0]]), ["isak", "isak", "rashford"])
    assert people == ["isak", "rashford"]
    assert pooled[:, :2].tolist() == [[1.0, 2.0], [3.0, 3.0]]
    assert pooled[0, 2] > pooled[1, 2] == 0.0


def test_hopeless_candidates_are_not_looked_at_again() -> None:
    assert hopeful([First("isak", "liverpool", 0.5, 0.0), First("isak", "ajax", 0.001, 0.001), First("isak", "metz", 0.0, 0.1)]) == [0, 2]


def test_the_share_of_a_move_is_among_those_of_its_person() -> None:
    likely, rival, other = second(
        [First("isak", "liverpool", 0.6, 0.0), First("isak", "chelsea", 0.2, 0.0), First("ndoye", "chelsea", 0.4, 0.0)], {"isak": 0.9, "ndoye": 0.5}
    )
    assert likely["share of his moves"] == approx(3 * rival["share of his moves"])
    assert (likely["likelier of his"], rival["likelier of his"], other["likelier of his"]) == (0.0, 1.0, 0.0)
    assert rival["best other to the club"] == other["first look, current"] > other["best other to the club"] == rival["first look, current"]
    assert other["he moves there"] < likely["he moves there"]
