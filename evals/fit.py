"""Fit the claim scorer on the training articles and write its weights; `--folds N` prints cross-validated figures by saga instead of writing.

    python evals/fit.py [--corpus DIR] [--langs en,it] [--folds 6] [--out FILE]

A candidate's label comes from the gold moves of its article: current, past or none. L2-regularised multinomial logistic regression, seeded.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

import score
from corpus import Example, examples
from mercato.claims.extract import Candidate
from mercato.claims.scorer import WEIGHTS, Scorer
from mercato.pipeline.reader import Extractor
from mercato.knowledge.index import starter_knowledge
from mercato.sources.registry import read_sources
from predict import predicted

VERDICTS = ("current", "past", "none")
NEUTRAL = Scorer({"current": {"bias": 1.0}, "past": {}, "none": {}}, 0.0)
STRENGTH = 0.15  # inverse of the L2 penalty, chosen by the cross-validated F1 over 0.03 to 1
KEEPS = [round(0.2 + 0.025 * i, 3) for i in range(19)]


def extractor(judge: Scorer) -> Extractor:
    return Extractor(starter_knowledge(), tuple(read_sources()), judge)


def label(candidate: Candidate, gold: dict) -> str:
    """What the gold says of a candidate; where it has both a current and a past move, the candidate's own flag decides."""
    group = candidate.group
    move = {"person": group.person.name, "from": group.origin.named.name if group.origin else None, "to": group.to.name if group.to else None, "mode": "renewal" if group.renewal else "unknown"}
    tenses = {m["tense"] for m in gold["moves"] if score.same_move(score.clean_move(m), move)}
    if len(tenses) == 2:
        return "past" if group.past else "current"
    return tenses.pop() if tenses else "none"


def fit(rows: list[tuple[dict[str, float], str]], keep: float) -> Scorer:
    names = sorted({name for seen, _ in rows for name in seen})
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for row, (seen, _) in enumerate(rows):
        for name, value in seen.items():
            x[row, column[name]] = value
    model = LogisticRegression(C=STRENGTH, max_iter=3000, random_state=0).fit(x, [verdict for _, verdict in rows])
    weights = {verdict: {name: round(float(w), 4) for name, w in zip(names, model.coef_[list(model.classes_).index(verdict)], strict=True) if abs(w) > 1e-3} for verdict in VERDICTS}
    for verdict, bias in zip(model.classes_, model.intercept_, strict=True):
        weights[verdict]["bias"] = round(weights[verdict].get("bias", 0.0) + float(bias), 4)
    return Scorer(weights, keep)


def rows_of(some: list[Example], reader: Extractor) -> dict[str, list[tuple[dict[str, float], str]]]:
    found = {}
    for example in some:
        explained = reader.explain(example.article)
        found[example.id] = [(c.features, label(c, example.gold)) for c in explained.candidates]
    return found


def figures(some: list[Example], predictions: dict[str, dict]) -> dict[str, list[int]]:
    total, _, _ = score.score({e.id: e.gold for e in some}, predictions)
    return total


def best_keep(some: list[Example], rows: dict, judge: Scorer) -> float:
    """The threshold with the best F1 of current moves over the candidates alone."""
    gold = sum(m["tense"] == "current" for e in some for m in e.gold["moves"])
    best = (0.0, 0.5)
    for keep in KEEPS:
        hit = said = 0
        for e in some:
            for seen, verdict in rows[e.id]:
                odds = judge.probabilities(seen)
                if odds["current"] + odds["past"] >= keep and odds["current"] >= odds["past"]:
                    said += 1
                    hit += verdict == "current"
        best = max(best, (2 * hit / max(1, said + gold), keep))
    return best[1]


def main() -> None:
    ap = argparse.ArgumentParser()
    ap.add_argument("--corpus", default="evals/corpus"); ap.add_argument("--langs"); ap.add_argument("--folds", type=int, default=0); ap.add_argument("--out", default=str(WEIGHTS)); ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()
    some = [e for e in examples(Path(a.corpus)) if not a.langs or e.article.language in a.langs.split(",")]
    rows = rows_of(some, extractor(NEUTRAL))
    if a.folds:
        sagas = sorted({e.saga for e in some})
        fold = {saga: i % a.folds for i, saga in enumerate(sagas)}
        predictions = {}
        for k in range(a.folds):
            train = [e for e in some if fold[e.saga] != k]
            judge = fit([r for e in train for r in rows[e.id]], 0.5)
            judge = Scorer(judge.verdicts, best_keep(train, rows, judge))
            reader = extractor(judge)
            predictions |= {e.id: predicted(reader.explain(e.article)) for e in some if fold[e.saga] == k}
        total, hits, _ = score.score({e.id: e.gold for e in some}, predictions, a.errors)
        for key in sorted(total):
            tp, gold, pred = total[key]
            print(f"{key:30} P {tp / max(1, pred):.3f}  R {tp / max(1, gold):.3f}  F1 {score.f1(tp, gold, pred) or 0:.3f}  (gold {gold}, predicted {pred})")
        for key, (ok, n) in hits.items():
            print(f"{key:30} {ok / max(1, n):.3f}  (n {n})")
        covered = defaultdict(int)
        for e in some:
            for _, verdict in rows[e.id]:
                covered[verdict] += 1
        print("candidates", dict(covered))
        return
    judge = fit([r for e in some for r in rows[e.id]], 0.5)
    judge = Scorer(judge.verdicts, best_keep(some, rows, judge))
    Path(a.out).write_text(json.dumps({"verdicts": judge.verdicts, "keep": judge.keep}, indent=1, sort_keys=True) + "\n")
    print(f"{len(some)} articles, {sum(map(len, rows.values()))} candidates, keep {judge.keep} -> {a.out}")


if __name__ == "__main__":
    main()
