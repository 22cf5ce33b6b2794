"""The whole store at a glance: how much it holds, how the sagas stand, which are told most and which last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from mercato.model.saga import State
from mercato.store.protocol import Counts, Store
from mercato.views.saga import SagaLine, lines


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts, sagas by state, and the sagas to begin with."""

    counts: Counts
    states: tuple[tuple[str, int], ...]
    largest: tuple[SagaLine, ...]
    latest: tuple[SagaLine, ...]


def overview(store: Store, today: date, most: int = 10) -> Overview:
    """The store as of `today`."""
    told = lines(store.sagas(), today)
    states = Counter(saga.state for saga in told)
    largest = sorted(told, key=lambda s: (-s.reports, s.person, s.id))[:most]
    return Overview(store.counts(), tuple((s.value, states[s.value]) for s in State), tuple(largest), tuple(told[:most]))
