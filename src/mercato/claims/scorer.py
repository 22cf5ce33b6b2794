"""Decide by trained weights whether a group of statements is a current move, background, or none (multinomial logistic regression)."""

from __future__ import annotations

from functools import cache
from math import exp
from pathlib import Path

import msgspec

from mercato.claims.features import Features

WEIGHTS = Path(__file__).parent / "weights.json"


Odds = dict[str, float]  # verdict -> probability
SURE = 0.9  # a move as likely as this counts wherever it stands
VERDICTS = ("current", "past", "none")


class Scorer(msgspec.Struct, frozen=True):
    """Two logistic regressions made by `evals/fit.py`: of a move (current, past, none) and of an article (is it about the market at all?).

    `weights` has for each feature its weight for current, past and none, `market` for each feature of the article; `keep` are the least probabilities:
    of current, of past, and of "market" for an article whose current moves count.
    """

    weights: dict[str, tuple[float, float, float]]
    market: dict[str, float]
    keep: dict[str, float]

    def verdict(self, odds: Odds, market: float) -> str:
        """Current, past or none: the likelier of the first two, if it reaches its threshold; nothing is current in an article that is about something else."""
        likelier = "current" if odds["current"] >= odds["past"] else "past"
        if likelier == "current" and market < self.keep["market"] and odds["current"] < SURE:
            return "none"
        return likelier if odds[likelier] >= self.keep[likelier] else "none"

    def about_the_market(self, features: Features) -> float:
        """The probability that an article with these features tells of current moves."""
        return 1.0 / (1.0 + exp(-sum(self.market.get(name, 0.0) * value for name, value in features.items())))

    def probabilities(self, features: Features) -> Odds:
        """The probability of each verdict."""
        current = past = none = 0.0
        for name, value in features.items():
            if value and name in self.weights:
                weights = self.weights[name]
                current, past, none = current + weights[0] * value, past + weights[1] * value, none + weights[2] * value
        top = max(current, past, none)
        odds = exp(current - top), exp(past - top), exp(none - top)
        return dict(zip(VERDICTS, (odd / sum(odds) for odd in odds), strict=True))

    def reasons(self, features: Features, verdict: str, most: int = 6) -> tuple[str, ...]:
        """The features that spoke most for or against a verdict, as "+1.20 both said"."""
        place = VERDICTS.index(verdict)
        parts = sorted(((self.weights[name][place] * value, name) for name, value in features.items() if name in self.weights), key=lambda x: -abs(x[0]))
        return tuple(f"{part:+.2f} {name}" for part, name in parts[:most] if part)


@cache
def scorer() -> Scorer:
    """The scorer whose weights are shipped."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Scorer)
