"""Decide by trained weights whether a group of statements is a current move, background, or none (multinomial logistic regression)."""

from __future__ import annotations

from functools import cache
from math import exp
from pathlib import Path

import msgspec

from mercato.claims.features import Features

WEIGHTS = Path(__file__).parent / "weights.json"


class Scorer(msgspec.Struct, frozen=True):
    """One weight for each verdict and feature, and the least probability at which current and past hold; made by `evals/fit.py`."""

    verdicts: dict[str, dict[str, float]]
    keep: dict[str, float]

    def verdict(self, features: Features) -> tuple[str, float]:
        """Current, past or none, with its probability; the likelier of the first two, if it reaches its threshold."""
        odds = self.probabilities(features)
        likelier = "current" if odds["current"] >= odds["past"] else "past"
        verdict = likelier if odds[likelier] >= self.keep[likelier] else "none"
        return verdict, odds[verdict]

    def probabilities(self, features: Features) -> dict[str, float]:
        """The probability of each verdict: current, past, none."""
        scores = {verdict: sum(weights.get(name, 0.0) * value for name, value in features.items()) for verdict, weights in self.verdicts.items()}
        top = max(scores.values())
        odds = {verdict: exp(score - top) for verdict, score in scores.items()}
        total = sum(odds.values())
        return {verdict: value / total for verdict, value in odds.items()}

    def reasons(self, features: Features, verdict: str, most: int = 6) -> list[str]:
        """The features that spoke most for or against a verdict, as "+1.20 both said"."""
        weights = self.verdicts[verdict]
        parts = sorted(((weights.get(name, 0.0) * value, name) for name, value in features.items()), key=lambda x: -abs(x[0]))
        return [f"{part:+.2f} {name}" for part, name in parts[:most] if part]


@cache
def scorer() -> Scorer:
    """The scorer whose weights are shipped."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Scorer)
