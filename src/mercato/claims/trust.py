"""How far each frame can be trusted: the share of true moves among those it stated in annotated articles, by how its roles were filled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import prod

from mercato.claims.groups import EXPLICIT, Group
from mercato.claims.statements import TOGETHER, Part

Features = dict[str, float]
Telling = tuple[str, str, bool]  # frame, how its roles were filled, and whether it stands clear of the past, of other clauses and of asides
Trust = dict[str, tuple[float, float]]  # "frame how", or "how" alone for frames never met -> share of true moves, told as news and as background
SMOOTH = 6  # moves of the average frame that are added to those counted
UNCLEAR = frozenset({"past", "crossed", "relative"})


def tellings(group: Group, language: str) -> set[Telling]:
    """The frames that state a move."""
    framed = (s for s in group.statements if s.frame is not TOGETHER)
    return {(f"{language} {s.frame.name}", _how(s.person) + _how(s.to), not s.flags & UNCLEAR) for s in framed}


def _how(part: Part | None) -> str:
    if part is None:
        return "none"
    return "said" if part.how in EXPLICIT else "meant"


def measure(told: Iterable[tuple[set[Telling], bool, bool]]) -> Trust:
    """The trust that the tellings of annotated moves deserve; each comes with whether its move is told as news, and as background."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for said, current, past in told:
        for frame, how, _ in said:
            for key in (f"{frame} {how}", how):
                counts[key] = [counts[key][0] + current, counts[key][1] + past, counts[key][2] + 1]
    usual = {how: (now / n, then / n) for how, (now, then, n) in counts.items() if " " not in how}
    return {key: _smoothed(count, usual[key.rsplit(" ", 1)[-1]]) for key, count in counts.items()}


def _smoothed(count: list[int], usual: tuple[float, float]) -> tuple[float, float]:
    now, then, n = count
    return round((now + SMOOTH * usual[0]) / (n + SMOOTH), 3), round((then + SMOOTH * usual[1]) / (n + SMOOTH), 3)


def trusted(said: set[Telling], trust: Mapping[str, tuple[float, float]]) -> Features:
    """What the frames of a move are worth together."""
    shown: Features = {}
    for at, tense in enumerate(("current", "past")):
        worth = [(trust.get(f"{frame} {how}", trust.get(how, (0.0, 0.0)))[at], clear) for frame, how, clear in said]
        if worth:
            values = [value for value, _ in worth]
            shown[f"trust, {tense}: best"] = max(values)
            shown[f"trust, {tense}: mean"] = sum(values) / len(values)
            shown[f"trust, {tense}: any"] = 1 - prod(1 - value for value in values)
            shown[f"trust, {tense}: best in the clear"] = max((value for value, clear in worth if clear), default=0.0)
    return shown
