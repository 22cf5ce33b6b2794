"""Look at the candidates of an article a second time, each in the light of the first verdicts on the others: a stacked model (Wolpert 1992)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from math import log
from typing import NamedTuple

import numpy as np

from mercato.claims.groups import Group
from mercato.claims.judge import Features, Matrix

HOPELESS = 0.02  # a first verdict below which nobody looks again
ALONE = -7.0  # log odds where there is nothing to compare with


class First(NamedTuple):
    """The first verdict on a candidate: whose move and where to, and how likely it is told as news and as background."""

    person: str
    to: str
    current: float
    past: float


def firsts(groups: Sequence[Group], current: Sequence[float], past: Sequence[float]) -> list[First]:
    """The first verdicts on the candidates of an article."""
    return [First(*group.key, now, then) for group, now, then in zip(groups, current, past, strict=True)]


def hopeful(some: Sequence[First]) -> list[int]:
    """Which candidates are worth a second look."""
    return [i for i, first in enumerate(some) if max(first.current, first.past) >= HOPELESS]


def whole(table: Matrix, people: Sequence[str]) -> tuple[list[str], Matrix]:
    """The people, and for each all that his candidates show: of every feature the highest, and how many they are (log)."""
    rows: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(people):
        rows[person].append(i)
    starts = [0, *accumulate(map(len, rows.values()))][:-1]
    highest = np.maximum.reduceat(table[list(chain.from_iterable(rows.values()))], starts, axis=0)
    return list(rows), np.column_stack((highest, [log(len(mine)) for mine in rows.values()]))


def second(some: Sequence[First], moving: Mapping[str, float]) -> Iterator[Features]:
    """What a candidate shows beside the others of its article; `moving` says how likely each person moves at all."""
    his: defaultdict[str, list[int]] = defaultdict(list)
    there: defaultdict[str, list[int]] = defaultdict(list)
    for i, first in enumerate(some):
        his[first.person].append(i)
        if first.to:
            there[first.to].append(i)
    now, then = [_odds(first.current) for first in some], [_odds(first.past) for first in some]
    everything, most = sum(first.current for first in some), max(now, default=ALONE)
    totals = {person: sum(some[j].current for j in mine) for person, mine in his.items()}
    for i, first in enumerate(some):
        rivals, total = [j for j in his[first.person] if j != i], totals[first.person]
        share = first.current / (total + 1e-6)
        yield {
            "first look, current": now[i],
            "first look, past": then[i],
            "he moves": _odds(moving[first.person]),
            "share of his moves": share,
            "he moves there": moving[first.person] * share,
            "likelier of his": float(sum([now[j] > now[i] for j in rivals])),
            "best other of his, current": max([now[j] for j in rivals], default=ALONE),
            "best other of his, past": max([then[j] for j in rivals], default=ALONE),
            "best other to the club": max([now[j] for j in there.get(first.to, ()) if j != i], default=ALONE),
            "others of his": total - first.current,
            "moves of others": everything - total,
            "moves a candidate": everything / len(some),
            "best of the article": most,
        }


def _odds(p: float) -> float:
    return log(max(p, 1e-3) / max(1 - p, 1e-3))
