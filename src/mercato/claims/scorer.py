"""Judge by trained trees whether a move that the frames suggest is told at all, as news or as background (gradient boosting, Friedman 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from mercato.claims.features import Features
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
        rows, node = np.arange(len(shown))[:, None], np.zeros((len(shown), len(offsets)), dtype=np.intp)
        for _ in range(DEPTH):
            here = node + offsets
            node = 2 * node + 1 + (shown[rows, asked[here]] > above[here])
        total: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-self.base - says[node + offsets].sum(axis=1)))
        return total

    def shares(self, row: NDArray[np.float64]) -> dict[int, float]:
        """What each feature adds to the log odds of one row: the changes of the answer along the way through each tree (Saabas 2014)."""
        if not self.asked:
            return {}
        asked, above, says, offsets = self._tables
        total, here = np.zeros(len(row)), offsets
        for _ in range(DEPTH):
            child = offsets + 2 * (here - offsets) + 1 + (row[asked[here]] > above[here])
            np.add.at(total, asked[here], says[child] - says[here])
            here = child
        return {int(at): float(total[at]) for at in np.flatnonzero(total)}


class Scorer(msgspec.Struct, frozen=True, dict=True):
    """What `evals/fit.py` has learnt: the features it looks at, the trees for a current and for a past move, the least probability of
    each that counts, and how far frames can be trusted."""

    features: list[str]
    current: Trees
    past: Trees
    keep: dict[str, float]
    trust: Trust = {}

    @cached_property
    def columns(self) -> dict[str, int]:
        """Feature name to its column."""
        return {name: i for i, name in enumerate(self.features)}

    def matrix(self, shown: Sequence[Features]) -> Matrix:
        """One row for each candidate; what it does not show is 0."""
        table = np.zeros((len(shown), max(1, len(self.features))))
        columns = self.columns
        for row, seen in zip(table, shown, strict=True):
            for name, value in seen.items():
                if value and (at := columns.get(name)) is not None:
                    row[at] = value
        return table

    def reasons(self, row: NDArray[np.float64], trees: Trees, most: int = 6) -> tuple[str, ...]:
        """The features that spoke most for or against, as "+1.20 both said"."""
        ranked = sorted(trees.shares(row).items(), key=lambda x: -abs(x[1]))
        return tuple(f"{share:+.2f} {self.features[at]}" for at, share in ranked[:most] if abs(share) >= 0.01)


@cache
def scorer() -> Scorer:
    """The scorer that is shipped."""
    return msgspec.json.decode(TRAINED.read_bytes(), type=Scorer)
