"""What the sentences that speak of a move say around its person and clubs, whether a frame knows the words or not: a linear model over words and pairs of
words (Wang and Manning 2012), whose verdicts the trees weigh among all else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from math import sqrt

import msgspec
import numpy as np
from numpy.typing import NDArray

from mercato.claims.groups import Group
from mercato.claims.judge import Features
from mercato.claims.masked import NAMES, Masked

STEM = 6  # letters of a word that count: "accepted" and "accepts" are one
SHORT = 6  # letters of a word and of its language ("en:for") over which a pair may reach: "accept offer" in "accepted an offer"
Phrases = frozenset[str]


def phrases(group: Group, language: str) -> Phrases:
    """The words, and the pairs of words side by side or with but short ones between them, of the sentences that speak of a move: "TO en:have", "en:accept
    en:bid". Its person and clubs are PERS, TO and FROM among them, whatever else is named PERSON or CLUB; figures and signs are passed over."""
    roles = {group.person.key: "PERS"}
    if group.origin:
        roles[group.origin.named.key] = "FROM"
    if group.to:
        roles[group.to.key] = "TO"
    found: set[str] = set()
    for masked in {s.masked.index: s.masked for s in group.statements}.values():
        words = list(_words(masked, roles, language))
        long = [word for word in words if word.isupper() or len(word) > SHORT]
        found.update(words)
        found.update([f"{one} {other}" for run in (words, long) for one, other in pairwise(run)])
    return frozenset(found)


def leans_to(verdict: str) -> str:
    """The feature that tells how far phrases lean to a verdict."""
    return f"phrases, {verdict}"


def _words(masked: Masked, roles: dict[str, str], language: str) -> Iterator[str]:
    for i, word in enumerate(masked.words):
        if word in NAMES and i in masked.names:
            yield roles.get(masked.names[i].key, word)
        elif word.isupper():
            yield word
        elif word.isalpha():
            yield f"{language}:{word[:STEM]}"
        elif word == "?":
            yield word


class Phrasebook(msgspec.Struct, frozen=True, dict=True):
    """What each phrase adds to the log odds of each verdict, shared among as many as are known."""

    verdicts: list[str] = []
    base: list[float] = []
    weights: dict[str, list[float]] = {}

    @cached_property
    def _rows(self) -> dict[str, NDArray[np.float64]]:
        return {phrase: np.array(weights) for phrase, weights in self.weights.items()}

    def leaning(self, group: Group, language: str) -> Features:
        """The log odds of each verdict on a move, as "phrases, VERDICT"; nothing where nothing has been learnt."""
        return self.shown(phrases(group, language)) if self.verdicts else {}

    def shown(self, said: Phrases) -> Features:
        """The same of what is said around it."""
        known = [self._rows[phrase] for phrase in sorted(said) if phrase in self._rows]
        total = np.array(self.base) + (sum(known) / sqrt(len(known)) if known else 0.0)
        return {leans_to(verdict): round(float(value), 4) for verdict, value in zip(self.verdicts, total, strict=True)}
