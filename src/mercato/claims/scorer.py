"""All that has been learnt about claims: whether a move that the frames suggest is told, as news or as background, and how far it has got."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from mercato.claims.judge import Features, Judge, Matrix
from mercato.claims.phrases import Phrasebook
from mercato.claims.progress import Leanings
from mercato.claims.trust import Trust

TRAINED = Path(__file__).parent / "trees.json"


class Scorer(msgspec.Struct, frozen=True, dict=True):
    """What `evals/fit.py` has learnt: whether a move is told, at first look; whether a person moves at all; whether the move is told, given what was found of
    the others; how far it has got; what it costs; who stands against it; the least probabilities that count; how far frames can be trusted, and to which
    stages they lean; what the words around a move lean to; who vouches for it."""

    moves: Judge = Judge()  # "current", "past"
    people: Judge = Judge()  # "moves"
    who: Judge = Judge()  # "meant": who moves, where a frame names nobody
    where: Judge = Judge()  # "meant": to which club, where it names none
    again: Judge = Judge()  # "current", "past"
    steps: Judge = Judge()  # the word of a stage: whether the move has got at least there; who stands against it
    prices: Judge = Judge()  # "fee": whether an amount is what a move costs
    keep: dict[str, float] = {}
    trust: Trust = {}
    leanings: Leanings = {}
    objections: Judge = Judge()  # "meant": whether somebody against whom something speaks does stand against the move
    phrases: Phrasebook = Phrasebook()  # the word of a stage: whether the move has got at least there; who stands against it
    voices: Judge = Judge()  # "vouches": whether a move is credited to somebody named; "relays": whether as to a relay

    @cached_property
    def _shared(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The columns that both looks have, in the second and in the first."""
        pairs = [(at, self.moves.columns[name]) for name, at in self.again.columns.items() if name in self.moves.columns]
        return np.array([at for at, _ in pairs], dtype=np.intp), np.array([at for _, at in pairs], dtype=np.intp)

    def second(self, table: Matrix, more: Sequence[Features]) -> Matrix:
        """The rows of the second look: what those of the first show, and more."""
        rows = self.again.matrix(more)
        mine, first = self._shared
        rows[:, mine] = table[:, first]
        return rows


@cache
def scorer() -> Scorer:
    """The scorer that is shipped."""
    return msgspec.json.decode(TRAINED.read_bytes(), type=Scorer)
