"""What is fitted with scikit-learn is what mercato reads by."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from training import _trees, boosted

from mercato.claims.judge import Trees

ROUNDS = 20


@pytest.mark.parametrize("depth", [2, 4, 8])
def test_trees_answer_as_the_library_that_fitted_them(depth: int) -> None:
    chance = np.random.default_rng(depth)
    table = chance.normal(size=(2000, 6)).round(2)
    moved = table[:, 0] * table[:, 1] + table[:, 2] > 0.3 * chance.normal(size=2000)
    trees = msgspec.json.decode(msgspec.json.encode(_trees(table, list(moved), ROUNDS, (depth,))), type=Trees)
    fitted = boosted(table, list(moved), ROUNDS, depth, seed=0)
    unseen = chance.normal(size=(500, 6)).round(2)
    assert trees.odds(unseen) == pytest.approx(fitted.predict_proba(unseen)[:, 1], abs=0.002)


def test_what_the_features_add_makes_up_the_answer() -> None:
    chance = np.random.default_rng(1)
    table = chance.normal(size=(2000, 4)).round(2)
    trees = _trees(table, list(table[:, 0] > table[:, 1]), ROUNDS, (4, 8))
    unseen = chance.normal(size=(50, 4))
    roots = sum(says[0] for says in trees.says)
    assert trees.shares(unseen).sum(axis=1) + roots == pytest.approx(trees.answers(unseen).sum(axis=1))
    assert (np.abs(trees.shares(unseen)[:, :2]).sum(axis=1) > np.abs(trees.shares(unseen)[:, 2:]).sum(axis=1)).all(), "what decides is named first"
