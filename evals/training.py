"""Fit the claim scorer: which candidates of the annotated articles are moves, and the trees that tell them from the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import score
from corpus import Example, Move

from mercato.claims.extract import Candidate
from mercato.claims.features import Features
from mercato.claims.scorer import DEPTH, Scorer, Trees
from mercato.claims.trust import Telling, Trust, measure, trusted
from mercato.knowledge.index import Knowledge, starter_knowledge
from mercato.pipeline.reader import Extractor
from mercato.sources.registry import read_sources

NEUTRAL = Scorer([], Trees(0.0), Trees(0.0), {"current": 0.0, "past": 0.0})
ROUNDS, RATE, LEAF, PENALTY = 150, 0.06, 10, 1.0  # as good as any of 100 to 400 rounds and of leaves of 5 to 20 candidates, cross-validated
KEEP = {"current": 0.3, "past": 0.25}  # the best cross-validated F1 lies between 0.2 and 0.3 for both; above, precision rises and F1 falls slowly
PARTS = 5  # in which the articles are cut to measure trust
NODES = 2 ** (DEPTH + 1) - 1


@dataclass(frozen=True)
class Row:
    """A candidate of an article and what the gold says of it; `past` is None where nobody said."""

    article: str
    seen: Features
    said: set[Telling]
    current: bool
    past: bool | None


Rows = dict[str, list[Row]]


def extractor(judge: Scorer, knowledge: Knowledge | None = None) -> Extractor:
    """The built-in extractor with another scorer."""
    return Extractor(knowledge or starter_knowledge(), tuple(read_sources()), judge)


def tenses(candidate: Candidate, gold: Move) -> set[str]:
    """In which tenses the gold has the move of a candidate."""
    group = candidate.group
    origin, to = (group.origin.named.name if group.origin else None), (group.to.name if group.to else None)
    move = {"person": group.person.name, "from": origin, "to": to, "mode": "renewal" if group.renewal else "unknown"}
    return {m["tense"] for m in gold["moves"] if score.same_move(score.clean_move(m), move)}


def rows_of(some: Iterable[Example], reader: Extractor) -> Rows:
    """The labelled candidates of each article."""
    found: Rows = {}
    for e in some:
        told = [(c, tenses(c, e.gold)) for c in reader.explain(e.article).candidates]
        found[e.id] = [Row(e.id, c.features, c.tellings, "current" in said, "past" in said) for c, said in told]
    return found


def quiet_rows(some: Iterable[Example], reader: Extractor) -> list[Row]:
    """The candidates of articles that have no current move."""
    return [Row(e.id, c.features, c.tellings, False, None) for e in some for c in reader.explain(e.article).candidates]


def trained(rows: Sequence[Row]) -> Scorer:
    """The scorer fitted on these candidates."""
    shown = _trusted(rows)
    names = sorted({name for seen in shown for name in seen})
    table = Scorer(names, Trees(0.0), Trees(0.0), {}).matrix(shown)
    said = [i for i, row in enumerate(rows) if row.past is not None]
    current = _trees(table, [row.current for row in rows])
    past = _trees(table[said], [bool(rows[i].past) for i in said])
    return Scorer(names, current, past, KEEP, _trust(rows))


def _trust(rows: Iterable[Row]) -> Trust:
    return measure((row.said, row.current, row.past) for row in rows if row.past is not None)


def _trusted(rows: Sequence[Row]) -> list[Features]:
    """The features with the trust in their frames, measured each time on other articles than the one it is used for."""
    articles = sorted({row.article for row in rows})
    part = {article: i % PARTS for i, article in enumerate(articles)}
    trust = [_trust(row for row in rows if part[row.article] != k) for k in range(PARTS)]
    return [row.seen | trusted(row.said, trust[part[row.article]]) for row in rows]


def _trees(table: np.ndarray, verdicts: Sequence[bool]) -> Trees:
    from sklearn.ensemble import HistGradientBoostingClassifier  # here: it takes a second, and most that import this module train nothing

    model = HistGradientBoostingClassifier(
        max_iter=ROUNDS, learning_rate=RATE, max_depth=DEPTH, min_samples_leaf=LEAF, l2_regularization=PENALTY, early_stopping=False, random_state=0
    ).fit(table, np.array(verdicts))
    complete = [_complete(round_[0].nodes) for round_ in model._predictors]  # the only place where scikit-learn keeps its histogram trees
    return Trees(round(float(model._baseline_prediction[0, 0]), 4), *(list(part) for part in zip(*complete, strict=True)))


def _complete(nodes: np.ndarray) -> tuple[list[int], list[float], list[float]]:
    """A tree as complete binary tree: below an early leaf its answer is repeated."""
    asked, above, says = [0] * NODES, [0.0] * NODES, [0.0] * NODES
    stack = [(0, 0)]
    while stack:
        place, at = stack.pop()
        node = nodes[at]
        shrunk = 1.0 if node["is_leaf"] else RATE  # the library shrinks the answers of leaves only
        says[place] = round(float(node["value"]) * shrunk, 4)
        if 2 * place + 2 < NODES:
            leaf = bool(node["is_leaf"])
            if not leaf:
                asked[place], above[place] = int(node["feature_idx"]), float(f"{node['num_threshold']:.6g}")
            stack += [(2 * place + 1, at if leaf else int(node["left"])), (2 * place + 2, at if leaf else int(node["right"]))]
    return asked, above, says
