"""Trained trees that judge a case by its features: gradient boosting (Friedman 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

DEPTH = 4  # questions a tree asks before it answers
Features = dict[str, float]
Matrix = NDArray[np.float64]
Odds = NDArray[np.float64]  # a probability for each row


class _Tables(NamedTuple):
    """Trees as flat tables, level by level: of n trees the roots are nodes n up to 2n, and behind node i comes node 2i where the answer is no, 2i + 1 where
    it is yes."""

    roots: NDArray[np.intp]
    asked: NDArray[np.intp]
    above: Matrix
    says: Matrix


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
    def _tables(self) -> _Tables:
        """The nodes of all trees by level, with nothing in front of the roots."""
        levels = [slice(2**level - 1, 2 ** (level + 1) - 1) for level in range(DEPTH + 1)]
        asked, above, says = np.array(self.asked, dtype=np.intp), np.array(self.above), np.array(self.says)
        roots = np.arange(len(asked), 2 * len(asked))
        return _Tables(roots, *(np.concatenate([np.zeros_like(nodes[:, 0]), *(nodes[:, level].ravel() for level in levels)]) for nodes in (asked, above, says)))

    def odds(self, shown: Matrix) -> Odds:
        """The probability for each row of feature values."""
        return self.summed(self.answers(shown))

    def summed(self, answers: Matrix) -> Odds:
        """The probability for each row of what the trees answer."""
        total: Odds = 1.0 / (1.0 + np.exp(-self.base - answers.sum(axis=1)))
        return total

    def answers(self, shown: Matrix) -> Matrix:
        """What each tree answers to each row."""
        return self._tables.says.take(self._reached(shown)) if self.asked else np.zeros((len(shown), 0))

    def _reached(self, shown: Matrix) -> NDArray[np.intp]:
        """The last node on the way of each row through each tree."""
        roots, questions, above, _ = self._tables
        values, rows = shown.ravel(), np.arange(len(shown))[:, None] * shown.shape[1]  # `take` on flat tables costs half of indexing by row and column
        here: NDArray[np.intp] = 2 * roots + (values.take(questions.take(roots) + rows) > above.take(roots))  # the roots are the same for every row
        for _ in range(DEPTH - 1):
            asked = questions.take(here)
            asked += rows  # in place, and so below: memory that has just been used costs less than new one
            yes = values.take(asked) > above.take(here)
            here += here
            here += yes
        return here

    def shares(self, shown: Matrix) -> Matrix:
        """What each feature adds to the log odds of each row: the changes of the answer along the way through each tree (Saabas 2014)."""
        if not self.asked:
            return np.zeros(shown.shape)
        last, says = self._reached(shown), self._tables.says
        nodes = np.concatenate([last >> level for level in reversed(range(DEPTH))], axis=1)
        before = nodes >> 1
        cells = self._tables.asked.take(before) + np.arange(len(shown))[:, None] * shown.shape[1]
        added = np.bincount(cells.ravel(), (says.take(nodes) - says.take(before)).ravel(), shown.size)
        return added.astype(np.float64, copy=False).reshape(shown.shape)


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

    @cached_property
    def _all(self) -> Trees:
        """The trees of all verdicts, one behind another."""
        asked, above, says = ([node for trees in self.trees.values() for node in getattr(trees, part)] for part in ("asked", "above", "says"))
        return Trees(0.0, asked, above, says)

    def odds(self, verdict: str, table: Matrix) -> Odds:
        """The probability of a verdict for each row."""
        return self.trees.get(verdict, NEVER).odds(table)

    def verdicts(self, table: Matrix) -> dict[str, Odds]:
        """The probability of every verdict for each row: to ask all trees at once takes little longer than to ask those of one."""
        answers = self._all.answers(table)
        ends = list(accumulate(len(trees.asked) for trees in self.trees.values()))
        parts = zip(self.trees.items(), [0, *ends], ends, strict=False)
        return {verdict: trees.summed(answers[:, first:last]) for (verdict, trees), first, last in parts}

    def reasons(self, table: Matrix, verdict: str, most: int = 6) -> list[tuple[str, ...]]:
        """For each row the features that spoke most for or against, as "+1.20 both said"."""
        shares = self.trees.get(verdict, NEVER).shares(table)
        ranked = np.argsort(-np.abs(shares), axis=1, kind="stable")[:, :most]
        weighed = zip(ranked.tolist(), np.take_along_axis(shares, ranked, axis=1).tolist(), strict=True)
        return [tuple([f"{share:+.2f} {self.features[at]}" for at, share in zip(*row, strict=True) if abs(share) >= 0.01]) for row in weighed]
