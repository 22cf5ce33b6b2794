"""Predictions for articles by a scorer that has not seen their saga: what the figures of a trained reader must rest on."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from corpus import Example, Move, labelled, more, quiet
from predict import predicted
from training import extractor, lessons, trained

from mercato.knowledge.index import starter_knowledge

FOLDS = 6


def _moves(example: Example) -> set[tuple[str, str]]:
    """Who goes where in an article: what two articles of one saga share."""
    return {(m["person"], m["to"]) for m in example.gold["moves"] if m["to"] and m["tense"] == "current"}


def cross_validated(some: Sequence[Example], folds: int = FOLDS, *, real: bool = False) -> dict[str, Move]:
    """Article id to prediction; articles of one saga are never on both sides of a fold. With `real` the labelled real articles are learnt from too."""
    knowledge = starter_knowledge()
    own, silent = {e.id for e in some}, list(quiet() if real else ())
    other = [e for e in (*more(), *(labelled() if real else ())) if e.id not in own]
    taught = lessons([*some, *other], silent, knowledge)
    fold = {saga: i % folds for i, saga in enumerate(sorted({e.saga for e in some}))}

    def held_out(k: int) -> dict[str, Move]:
        kept = [e for e in some if fold[e.saga] == k]
        told, ids = {move for e in kept for move in _moves(e)}, {e.id for e in kept}
        learnt = [e for e in some if fold[e.saga] != k] + [e for e in other if e.id not in ids and not told & _moves(e)]
        reader = extractor(trained([taught[e.id] for e in (*learnt, *silent)]), knowledge)
        return {e.id: predicted(reader.explain(e.article)) for e in kept}

    with ThreadPoolExecutor(os.cpu_count()) as folded:  # the fits, which take most of the time, let go of the interpreter
        return {name: move for part in folded.map(held_out, range(folds)) for name, move in part.items()}
