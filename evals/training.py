"""Fit the claim scorer: which candidates of the annotated articles are moves, and the weights that tell them from the others."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import score
from corpus import Example, Move
from sklearn.linear_model import LogisticRegression

from mercato.claims.extract import Candidate
from mercato.claims.features import Features, article_features
from mercato.claims.scorer import VERDICTS, Scorer
from mercato.knowledge.index import Knowledge, starter_knowledge
from mercato.languages.pack import languages
from mercato.pipeline.reader import Extractor
from mercato.sources.registry import read_sources
from mercato.text.read import article_of
from mercato.text.received import Received

NEUTRAL = Scorer({"bias": (1.0, 0.0, 0.0)}, {}, {"current": 0.0, "past": 0.0, "market": 0.0})
STRENGTH = 0.4  # inverse of the L2 penalty, chosen by the cross-validated F1 over 0.03 to 1
KEEPS = [round(0.2 + 0.025 * i, 3) for i in range(19)]

QUIET = Path(__file__).parents[2] / "shared" / "articles" / "en_other.jsonl.gz"
LABELS = Path(__file__).parent / "labels" / "en_other.jsonl"
LEVEL = 0.01  # thresholds this close in F1 are as good as the best; the lowest is taken, as on unseen articles probabilities come out lower
MARKET = 0.42  # least probability that an article is about the market: weighs false alarms on match reports against moves told in passing

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


def quiet_rows(reader: Extractor) -> list[list[Row]]:
    """For each real article labelled as having no current move its candidates, none of them a current move.

    The labels name each article by the hash of its text; where the articles are not at hand the list is empty.
    """
    if not QUIET.exists():
        return []
    quiet = {row["hash"] for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()) if row["label"] == "none"}
    found = []
    with gzip.open(QUIET, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            name = sha256(row["text"].encode()).hexdigest()[:16]
            if name in quiet:
                received = Received(name, row["text"], name, title=row["title"], language=row["lang"], published=row["date"])
                explained = reader.explain(article_of(received, lambda _: None, languages()))
                found.append([(c.features, "none") for c in explained.candidates])
    return found


def trained(some: Sequence[Example], rows: Rows, quiet: Sequence[list[Row]]) -> Scorer:
    """The scorer fitted on these articles, moves and market apart, with the thresholds that are best on them."""
    weights = _weights([row for e in some for row in rows[e.id]])
    odds = Scorer(weights, {}, {})
    told = [(rows[e.id], any(m["tense"] == "current" for m in e.gold["moves"])) for e in some]
    market = _market(odds, [*told, *((found, False) for found in quiet)])
    return Scorer(weights, market, _best_keep(some, rows, odds) | {"market": MARKET})


def _matrix(shown: Sequence[Features]) -> tuple[np.ndarray, list[str]]:
    names = sorted({name for seen in shown for name in seen})
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(shown), len(names)))
    for row, seen in enumerate(shown):
        for name, value in seen.items():
            x[row, column[name]] = value
    return x, names


def _weights(rows: Sequence[Row]) -> dict[str, tuple[float, float, float]]:
    """Of a move: what each feature says for current, past and none; the features of the whole article are left to the other regression."""
    x, names = _matrix([{name: value for name, value in seen.items() if not name.startswith("article: ")} for seen, _ in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=5000, random_state=0).fit(x, [verdict for _, verdict in rows])
    order = [list(model.classes_).index(verdict) for verdict in VERDICTS]
    weights = {name: tuple(round(float(w), 4) for w in model.coef_[order, i]) for i, name in enumerate(names)}
    bias = weights.get("bias", (0.0, 0.0, 0.0))
    weights["bias"] = tuple(round(b + float(model.intercept_[at]), 4) for b, at in zip(bias, order, strict=True))
    return {name: (w[0], w[1], w[2]) for name, w in weights.items() if any(abs(x) > 1e-3 for x in w)}


def _market(odds: Scorer, articles: Sequence[tuple[list[Row], bool]]) -> dict[str, float]:
    """Of an article: what each of its features says for there being a current move in it."""
    shown = []
    for found, _ in articles:
        of_article = {name: value for seen, _ in found[:1] for name, value in seen.items() if name.startswith("article: ")}
        shown.append(article_features(of_article, [odds.probabilities(seen)["current"] for seen, _ in found]))
    x, names = _matrix(shown)
    model = LogisticRegression(C=1.0, max_iter=5000, random_state=0, class_weight="balanced").fit(x, [moves for _, moves in articles])
    weights = {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True)}
    return weights | {"bias": round(weights["bias"] + float(model.intercept_[0]), 4)}


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
        top = max(figures)[0]
        best[wanted] = min(keep for figure, keep in figures if figure >= top - LEVEL)
    return best
