"""Fit what words and pairs of words around a move lean to: one logistic regression for each verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from mercato.claims.judge import Features
from mercato.claims.phrases import Phrasebook, Phrases

OFTEN = 4  # cases from which a phrase counts
STRENGTH = 4.0  # how far a few cases may bend a weight (the inverse of the penalty)
SLIGHT = 0.1  # a weight below which a phrase says nothing


def phrasebook(said: Sequence[Phrases], verdicts: Mapping[str, Sequence[bool]], weights: np.ndarray) -> Phrasebook:
    """The phrases of these cases with what they add to each verdict."""
    from sklearn.linear_model import LogisticRegression  # here: it takes a second, and most that import this module train nothing

    counts = Counter(phrase for one in said for phrase in one)
    columns = {phrase: i for i, phrase in enumerate(sorted(phrase for phrase, count in counts.items() if count >= OFTEN))}
    table = _table(said, columns)
    weighed, base = np.zeros((len(verdicts), len(columns))), []
    for i, right in enumerate(verdicts.values()):
        if len(set(right)) < 2:
            base.append(0.0)
            continue
        model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(table, right, weights)
        weighed[i] = model.coef_[0]
        base.append(round(float(model.intercept_[0]), 3))
    kept = {phrase: [round(float(w), 2) for w in weighed[:, at]] for phrase, at in columns.items() if np.abs(weighed[:, at]).max() >= SLIGHT}
    return Phrasebook(list(verdicts), base, kept)


def unseen(said: Sequence[Phrases], verdicts: Mapping[str, Sequence[bool]], part: np.ndarray, weights: np.ndarray) -> list[Features]:
    """What a phrasebook shows of each case that is fitted on the other parts."""
    shown: list[Features] = [{} for _ in said]
    for k in sorted(set(part.tolist())):
        rest = np.flatnonzero(part != k)
        mine = {verdict: [told[i] for i in rest] for verdict, told in verdicts.items()}
        book = phrasebook([said[i] for i in rest], mine, weights[rest])
        for i in np.flatnonzero(part == k):
            shown[i] = book.shown(said[i])
    return shown


def _table(said: Sequence[Phrases], columns: Mapping[str, int]) -> csr_matrix:
    """One row a case, of length one."""
    rows, at, values = list[int](), list[int](), list[float]()
    for i, one in enumerate(said):
        known = [columns[phrase] for phrase in one if phrase in columns]
        rows += [i] * len(known)
        at += known
        values += [len(known) ** -0.5] * len(known)
    return csr_matrix((values, (rows, at)), shape=(len(said), max(1, len(columns))))
