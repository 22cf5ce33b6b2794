"""Predictions for articles by a scorer that has not seen their saga: what the figures of a trained reader must rest on."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import Example, Move
from predict import predicted
from training import NEUTRAL, extractor, rows_of, trained

from mercato.knowledge.index import starter_knowledge

FOLDS = 6


def cross_validated(some: Sequence[Example], folds: int = FOLDS) -> dict[str, Move]:
    """Article id to prediction; articles of one saga are never on both sides of a fold."""
    knowledge = starter_knowledge()
    rows = rows_of(some, extractor(NEUTRAL, knowledge))
    fold = {saga: i % folds for i, saga in enumerate(sorted({e.saga for e in some}))}
    found: dict[str, Move] = {}
    for k in range(folds):
        kept = [e for e in some if fold[e.saga] == k]
        reader = extractor(trained([e for e in some if fold[e.saga] != k], rows), knowledge)
        found |= {e.id: predicted(reader.explain(e.article)) for e in kept}
    return found
