"""Predictions for articles by a scorer that has not seen their saga: what the figures of a trained reader must rest on."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import Example, Move, more
from predict import predicted
from training import NEUTRAL, extractor, quiet_rows, rows_of, trained

from mercato.knowledge.index import starter_knowledge

FOLDS = 6


def _moves(example: Example) -> set[tuple[str, str]]:
    """Who goes where in an article: what two articles of one saga share."""
    return {(m["person"], m["to"]) for m in example.gold["moves"] if m["to"] and m["tense"] == "current"}


def cross_validated(some: Sequence[Example], folds: int = FOLDS) -> dict[str, Move]:
    """Article id to prediction; articles of one saga are never on both sides of a fold."""
    knowledge = starter_knowledge()
    neutral, other = extractor(NEUTRAL, knowledge), list(more())
    rows, quiet = rows_of([*some, *other], neutral), quiet_rows(neutral)
    fold = {saga: i % folds for i, saga in enumerate(sorted({e.saga for e in some}))}
    found: dict[str, Move] = {}
    for k in range(folds):
        kept = [e for e in some if fold[e.saga] == k]
        told = {move for e in kept for move in _moves(e)}
        learnt = [e for e in some if fold[e.saga] != k] + [e for e in other if not told & _moves(e)]
        reader = extractor(trained(learnt, rows, quiet), knowledge)
        found |= {e.id: predicted(reader.explain(e.article)) for e in kept}
    return found
