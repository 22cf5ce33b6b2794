"""Fit the claim scorer on the corpus and write its weights; `--folds N` prints cross-validated figures by saga instead of writing.

    python evals/fit.py [--corpus DIR] [--langs en,it] [--folds 6] [--errors N] [--out FILE]

A candidate's label comes from the gold moves of its article: current, past or none. L2-regularised multinomial logistic regression, seeded.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import score
from corpus import CORPUS, Example, examples, more
from folds import cross_validated
from training import NEUTRAL, extractor, quiet_rows, rows_of, trained

from mercato.claims.scorer import WEIGHTS


def show(some: list[Example], folds: int, errors: int) -> None:
    """Print the cross-validated figures."""
    total, hits, _ = score.score({e.id: e.gold for e in some}, cross_validated(some, folds), errors)
    for key in sorted(total):
        tp, gold, pred = total[key]
        print(f"{key:30} P {tp / max(1, pred):.3f}  R {tp / max(1, gold):.3f}  F1 {score.f1(tp, gold, pred) or 0:.3f}  (gold {gold}, predicted {pred})")
    for key, (ok, n) in hits.items():
        print(f"{key:30} {ok / max(1, n):.3f}  (n {n})")


def write(some: list[Example], out: Path) -> None:
    """Train on everything and keep the weights."""
    neutral, some = extractor(NEUTRAL), [*some, *more()]
    rows = rows_of(some, neutral)
    judge = trained(some, rows, quiet_rows(neutral))
    out.write_text(json.dumps({"weights": judge.weights, "market": judge.market, "keep": judge.keep}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(some)} articles, {sum(map(len, rows.values()))} candidates, keep {judge.keep} -> {out}")


def main() -> None:
    """Read the arguments; show or write."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--corpus", type=Path, default=CORPUS)
    ap.add_argument("--langs")
    ap.add_argument("--folds", type=int, default=0)
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--out", type=Path, default=WEIGHTS)
    a = ap.parse_args()
    some = [e for e in examples(a.corpus) if not a.langs or e.article.language in a.langs.split(",")]
    if a.folds:
        show(some, a.folds, a.errors)
    else:
        write(some, a.out)


if __name__ == "__main__":
    main()
