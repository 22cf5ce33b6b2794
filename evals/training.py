"""Fit the claim scorer: which candidates of the annotated articles are moves, and the weights that tell them from the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import score
from corpus import Example, Move
from sklearn.linear_model import LogisticRegression

from mercato.claims.extract import Candidate
from mercato.claims.scorer import VERDICTS, Scorer
from mercato.knowledge.index import Knowledge, starter_knowledge
from mercato.pipeline.reader import Extractor
from mercato.sources.registry import read_sources

NEUTRAL = Scorer({"bias": (1.0, 0.0, 0.0)}, {"current": 0.0, "past": 0.0})
STRENGTH = 0.2  # inverse of the L2 penalty, chosen by the cross-validated F1 over 0.03 to 1
KEEPS = [round(0.2 + 0.025 * i, 3) for i in range(19)]

Row = tuple[dict[str, float], str]  # the features of a candidate, and what the gold says of it
Rows = dict[str, list[Row]]


def extractor(judge: Scorer, knowledge: Knowledge | None = None) -> Extractor:
    """The built-in extractor with another scorer."""
    return Extractor(knowledge or starter_knowledge(), tuple(read_sources()), judge)


def label(candidate: Candidate, gold: Move) -> str:
    """What the gold says of a candidate; where it has both a current and a past move, the candidate's own flag decides."""
    group = candidate.group
    origin, to = (group.origin.named.name if group.origin else None), (group.to.name if group.to else None)
    move = {"person": group.person.name, "from": origin, "to": to, "mode": "renewal" if group.renewal else "unknown"}
    tenses = {m["tense"] for m in gold["moves"] if score.same_move(score.clean_move(m), move)}
    if len(tenses) == 2:
        return "past" if group.past else "current"
    return tenses.pop() if tenses else "none"


def rows_of(some: Sequence[Example], reader: Extractor) -> Rows:
    """The labelled candidates of each article."""
    return {e.id: [(c.features, label(c, e.gold)) for c in reader.explain(e.article).candidates] for e in some}


def trained(some: Sequence[Example], rows: Rows) -> Scorer:
    """The scorer fitted on these articles, with the threshold that is best on them."""
    judge = _fitted([row for e in some for row in rows[e.id]])
    return Scorer(judge.weights, _best_keep(some, rows, judge))


def _fitted(rows: Sequence[Row]) -> Scorer:
    names = sorted({name for seen, _ in rows for name in seen})
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for row, (seen, _) in enumerate(rows):
        for name, value in seen.items():
            x[row, column[name]] = value
    model = LogisticRegression(C=STRENGTH, max_iter=3000, random_state=0).fit(x, [verdict for _, verdict in rows])
    order = [list(model.classes_).index(verdict) for verdict in VERDICTS]
    weights = {name: tuple(round(float(w), 4) for w in model.coef_[order, i]) for name, i in column.items()}
    bias = weights.get("bias", (0.0, 0.0, 0.0))
    weights["bias"] = tuple(round(b + float(model.intercept_[at]), 4) for b, at in zip(bias, order, strict=True))
    return Scorer({name: (w[0], w[1], w[2]) for name, w in weights.items() if any(abs(x) > 1e-3 for x in w)}, {"current": 0.5, "past": 0.5})


def _best_keep(some: Sequence[Example], rows: Rows, judge: Scorer) -> dict[str, float]:
    """For current and past moves the threshold with the best F1 over the candidates alone."""
    seen = [(judge.probabilities(features), verdict) for e in some for features, verdict in rows[e.id]]
    best = {}
    for wanted, other in (("current", "past"), ("past", "current")):
        gold = sum(m["tense"] == wanted for e in some for m in e.gold["moves"])
        figures = []
        for keep in KEEPS:
            said = [verdict for odds, verdict in seen if odds[wanted] >= keep and odds[wanted] >= odds[other]]
            figures.append((2 * said.count(wanted) / max(1, len(said) + gold), keep))
        best[wanted] = max(figures)[1]
    return best
