"""Judge by trained trees whether a move that the frames suggest is told at all, as news or as background (gradient boosting, Friedman 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from mercato.claims.features import Features
from mercato.claims.progress import Leanings
from mercato.claims.trust import Trust

TRAINED = Path(__file__).parent / "trees.json"
DEPTH = 4  # questions a tree asks before it answers
Matrix = NDArray[np.float64]


class Trees(msgspec.Struct, frozen=True, dict=True):
    """Trees whose answers add up to the log odds of one verdict.

    Each tree is a complete binary tree of DEPTH levels of questions, its nodes in the order of their levels: node i asks whether the feature `asked[i]` is
    above `above[i]`, and goes on to node 2i + 1 if not, 2i + 2 if so; `says[i]` is what the tree would answer at node i.
    """

    base: float
    asked: list[list[int]] = []
    above: list[list[float]] = []
    says: list[list[float]] = []

    @cached_property
    def _tables(self) -> tuple[NDArray[np.intp], Matrix, Matrix, NDArray[np.intp]]:
        offsets = np.arange(len(self.asked)) * (2 ** (DEPTH + 1) - 1)
        return np.array(self.asked, dtype=np.intp).ravel(), np.array(self.above).ravel(), np.array(self.says).ravel(), offsets

    def odds(self, shown: Matrix) -> NDArray[np.float64]:
        """The probability for each row of feature values."""
        if not self.asked:
            return np.full(len(shown), 1.0 / (1.0 + np.exp(-self.base)))
        asked, above, says, offsets = self._tables
        values, rows = shown.ravel(), np.arange(len(shown))[:, None] * shown.shape[1]  # `take` on flat tables costs half of indexing by row and column
        here = np.broadcast_to(offsets, (len(shown), len(offsets)))
        for _ in range(DEPTH):
            here = 2 * here + (1 - offsets) + (values.take(asked.take(here) + rows) > above.take(here))
        total: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-self.base - says.take(here).sum(axis=1)))
        return total

    def shares(self, row: NDArray[np.float64]) -> dict[int, float]:
        """What each feature adds to the log odds of one row: the changes of the answer along the way through each tree (Saabas 2014)."""
        if not self.asked:
            return {}
        asked, above, says, offsets = self._tables
        here, places, changes = offsets, [], []
        for _ in range(DEPTH):
            at = asked.take(here)
            child = 2 * here + (1 - offsets) + (row.take(at) > above.take(here))
            places.append(at)
            changes.append(says.take(child) - says.take(here))
            here = child
        total = np.bincount(np.concatenate(places), np.concatenate(changes)).tolist()
        return {at: share for at, share in enumerate(total) if share}


NEVER = Trees(-20.0)


class Judge(msgspec.Struct, frozen=True, dict=True):
    """What it looks at, and its trees for each verdict."""

    features: list[str] = []
    trees: dict[str, Trees] = {}

    @cached_property
    def columns(self) -> dict[str, int]:
        """Feature name to its column."""
        return {name: i for i, name in enumerate(self.features)}

    def matrix(self, shown: Sequence[Features]) -> Matrix:
        """One row for each case; what it does not show is 0."""
        table = np.zeros((len(shown), max(1, len(self.features))))
        columns = self.columns
        for row, seen in zip(table, shown, strict=True):
            for name, value in seen.items():
                if value and (at := columns.get(name)) is not None:
                    row[at] = value
        return table

    def odds(self, verdict: str, table: Matrix) -> NDArray[np.float64]:
        """The probability of a verdict for each row."""
        return self.trees.get(verdict, NEVER).odds(table)

    def reasons(self, row: NDArray[np.float64], verdict: str, most: int = 6) -> tuple[str, ...]:
        """The features that spoke most for or against, as "+1.20 both said"."""
        ranked = sorted(self.trees.get(verdict, NEVER).shares(row).items(), key=lambda x: -abs(x[1]))
        return tuple(f"{share:+.2f} {self.features[at]}" for at, share in ranked[:most] if abs(share) >= 0.01)


class Scorer(msgspec.Struct, frozen=True, dict=True):
    """What `evals/fit.py` has learnt: whether a move is told, at first look; whether a person moves at all; whether the move is told, given what was found of
    the others; how far it has got; the least probabilities that count; how far frames can be trusted, and to which stages they lean."""

    moves: Judge = Judge()  # "current", "past"
    people: Judge = Judge()  # "moves"
    again: Judge = Judge()  # "current", "past"
    steps: Judge = Judge()  # the word of a stage: whether the move has got at least there
    keep: dict[str, float] = {}
    trust: Trust = {}
    leanings: Leanings = {}


@cache
def scorer() -> Scorer:
    """The scorer that is shipped."""
    return msgspec.json.decode(TRAINED.read_bytes(), type=Scorer)
