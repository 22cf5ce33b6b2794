"""Figures on the real articles kept aside (`aside/`, annotated by the hash of their text): never learnt from.

    python evals/aside.py [--errors N]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import score
from corpus import labelled
from predict import predicted

from mercato.pipeline.reader import built_in

ASIDE = Path(__file__).parent / "aside"


def main() -> None:
    """Read the articles and print the figures."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()
    reader = built_in()
    golds, said = {}, {}
    for example in labelled(ASIDE):
        golds[example.id], said[example.id] = example.gold, predicted(reader.explain(example.article))
    total, hits, _ = score.score(golds, said, a.errors)
    for key in ("moves:all", "moves with destination", "past moves", "against", "sources", "fee", "contracts"):
        tp, gold, pred = total[key]
        print(f"{key:24} P {tp / max(1, pred):.3f}  R {tp / max(1, gold):.3f}  F1 {score.f1(tp, gold, pred) or 0:.3f}  (gold {gold}, predicted {pred})")
    for key, (ok, n) in hits.items():
        print(f"{key:24} {ok / max(1, n):.3f}  (n {n})")


if __name__ == "__main__":
    main()
