"""A reading in the format of the annotation guide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import score

from mercato.pipeline.reader import Explained
from mercato.views.guide import guide


def predicted(explained: Explained) -> dict[str, Any]:
    """The prediction that the scorer reads."""
    return guide(explained.reading)


def show_figures(golds: Mapping[str, Any], said: Mapping[str, Any], errors: int) -> None:
    """Print every figure of these predictions, after the faults of the first `errors` articles that have some."""
    total, hits, _ = score.score(golds, said, errors)
    for key in sorted(total):
        tp, gold, pred = total[key]
        print(f"{key:30} P {tp / max(1, pred):.3f}  R {tp / max(1, gold):.3f}  F1 {score.f1(tp, gold, pred) or 0:.3f}  (gold {gold}, predicted {pred})")
    for key, (ok, n) in hits.items():
        print(f"{key:30} {ok / max(1, n):.3f}  (n {n})")
