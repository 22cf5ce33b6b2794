"""Trained trees that judge a case by its features: gradient boosting (Friedman 2001)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

Features = dict[str, float]
Matrix = NDArray[np.float64]
Odds = NDArray[np.float64]  # a probability for each row


class _Tables(NamedTuple):
    """The nodes of all trees, one behind another: the root of each, and the number of questions on the longest way."""

    roots: NDArray[np.intp]
    asked: NDArray[np.intp]
    above: Matrix
    below: NDArray[np.intp]
    says: Matrix
    depth: int


class Trees(msgspec.Struct, frozen=True, dict=True):
    """Trees whose answers add up to the log odds of one verdict.

    Of each tree, node i asks whether the feature `asked[i]` is above `above[i]`, and goes on to node `below[i]` if not, `below[i] + 1` if so; a leaf has
    `below[i]` 0. `says[i]` is what the tree would answer at node i.
    """

    base: float
    asked: list[list[int]] = []
    above: list[list[float]] = []
    below: list[list[int]] = []
    says: list[list[float]] = []

    @cached_property
    def _tables(self) -> _Tables:
        """The nodes of all trees; a leaf goes on to itself."""
        sizes = [len(tree) for tree in self.asked]
        roots = np.array([0, *accumulate(sizes)][:-1], dtype=np.intp)
        asked, below = (np.fromiter(chain.from_iterable(part), dtype=np.intp) for part in (self.asked, self.below))
        above, says = (np.fromiter(chain.from_iterable(part), dtype=np.float64) for part in (self.above, self.says))
        leaf = below == 0
        below = np.where(leaf, np.arange(len(below)), below + np.repeat(roots, sizes))
        return _Tables(roots, asked, np.where(leaf, np.inf, above), below, says, max(map(_depth, self.below)))

    def odds(self, shown: Matrix) -> Odds:
        """The probability for each row of feature values."""
        return self.summed(self.answers(shown))

    def summed(self, answers: Matrix) -> Odds:
        """The probability for each row of what the trees answer."""
        total: Odds = 1.0 / (1.0 + np.exp(-self.base - answers.sum(axis=1)))
        return total

    def answers(self, shown: Matrix) -> Matrix:
        """What each tree answers to each row."""
        if not self.asked:
            return np.zeros((len(shown), 0))
        return self._tables.says.take(deque(self._ways(shown), maxlen=1).pop())

    def _ways(self, shown: Matrix) -> Iterator[NDArray[np.intp]]:
        """The nodes on the way of each row through each tree, from the roots to the leaves."""
        roots, questions, above, below, _, depth = self._tables
        values, rows = shown.ravel(), np.arange(len(shown))[:, None] * shown.shape[1]  # `take` on flat tables costs half of indexing by row and column
        here: NDArray[np.intp] = np.repeat(roots[None], len(shown), axis=0)
        yield here
        for _ in range(depth):
            asked = questions.take(here)
            asked += rows  # in place: memory that has just been used costs less than new one
            yes = values.take(asked) > above.take(here)
            here = below.take(here)
            here += yes
            yield here

    def shares(self, shown: Matrix) -> Matrix:
        """What each feature adds to the log odds of each row: the changes of the answer along the way through each tree (Saabas 2014)."""
        added = np.zeros(shown.size)
        if self.asked:
            says, rows = self._tables.says, np.arange(len(shown))[:, None] * shown.shape[1]
            for before, here in pairwise(self._ways(shown)):
                added += np.bincount((self._tables.asked.take(before) + rows).ravel(), (says.take(here) - says.take(before)).ravel(), shown.size)
        return added.reshape(shown.shape)


def _depth(below: Sequence[int]) -> int:
    """The questions on the longest way through a tree; what is below a node stands behind it."""
    level = [0] * len(below)
    for i, first in enumerate(below):
        if first:
            level[first] = level[first + 1] = level[i] + 1
    return max(level)


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
        asked, above, below, says = ([node for trees in self.trees.values() for node in getattr(trees, part)] for part in ("asked", "above", "below", "says"))
        return Trees(0.0, asked, above, below, says)

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
