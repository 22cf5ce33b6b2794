"""How far each frame can be trusted: the share of true moves among those it stated in annotated articles, by how its roles were filled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import prod
from typing import NamedTuple

from mercato.claims.discourse import TOGETHER, Part, Statement
from mercato.claims.groups import EXPLICIT, Group
from mercato.claims.judge import Features

Trust = dict[str, tuple[float, float]]  # a frame, or a stage for frames never met, each with how -> share of true moves, told as news and as background
SMOOTH = 6  # moves of the average frame of its stage that are added to those counted
UNCLEAR = frozenset({"past", "crossed", "relative"})


class Telling(NamedTuple):
    """A frame that states a move at a stage, and how: whether its roles were said, meant, or only guessed, and clear of the past, other clauses and asides."""

    frame: str
    stage: str
    how: str
    clear: bool


def tellings(group: Group, language: str) -> set[Telling]:
    """The frames that state a move."""
    framed = (s for s in group.statements if s.frame is not TOGETHER)
    return {_telling(s, language, group.renewal) for s in framed}


def _telling(statement: Statement, language: str, renewal: bool) -> Telling:
    clear = not statement.flags & UNCLEAR
    how = f"{_how(statement.person)} {_how(statement.to)} {'clear' if clear else 'unclear'}"
    stage = "renewal" if renewal else statement.stage.word if statement.stage else "against"
    return Telling(f"{language}:{statement.frame.name}", f"weak {stage}" if statement.frame.weak else stage, how, clear)


def _how(part: Part | None) -> str:
    if part is None:
        return "none"
    if part.how in EXPLICIT:
        return "said"
    return "guessed" if part.place > 1 else "meant"


def measure(told: Iterable[tuple[set[Telling], bool, bool]]) -> Trust:
    """The trust that the tellings of annotated moves deserve; each comes with whether its move is told as news, and as background."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    usual: dict[str, str] = {}
    for said, current, past in told:
        for telling in sorted(said):  # the same corpus, the same trust: a set has no order
            usual[f"{telling.frame} {telling.how}"] = f"{telling.stage} {telling.how}"
            for key in (f"{telling.frame} {telling.how}", f"{telling.stage} {telling.how}", telling.how):
                counts[key] = [counts[key][0] + current, counts[key][1] + past, counts[key][2] + 1]
    hows = {telling for telling in counts if ":" not in telling and telling not in usual.values()}
    trust: Trust = {how: _smoothed(counts[how], (0.0, 0.0), 0) for how in hows}
    for stage in set(usual.values()):
        trust[stage] = _smoothed(counts[stage], trust[_how_of(stage, hows)], SMOOTH)
    trust |= {frame: _smoothed(counts[frame], trust[stage], SMOOTH) for frame, stage in usual.items()}
    return dict(sorted(trust.items()))


def _how_of(stage: str, hows: set[str]) -> str:
    return next(how for how in sorted(hows) if stage.endswith(f" {how}"))


def _smoothed(count: list[int], usual: tuple[float, float], weight: int) -> tuple[float, float]:
    now, then, n = count
    return round((now + weight * usual[0]) / (n + weight), 3), round((then + weight * usual[1]) / (n + weight), 3)


def _worth(telling: Telling, trust: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    keys = (f"{telling.frame} {telling.how}", f"{telling.stage} {telling.how}", telling.how)
    return next((trust[key] for key in keys if key in trust), (0.0, 0.0))


def trusted(said: set[Telling], trust: Mapping[str, tuple[float, float]]) -> Features:
    """What the frames of a move are worth together."""
    shown: Features = {}
    worth = [(_worth(telling, trust), telling.clear) for telling in sorted(said)]
    for at, tense in enumerate(("current", "past") if worth else ()):
        values = [value[at] for value, _ in worth]
        shown[f"trust, {tense}: best"] = max(values)
        shown[f"trust, {tense}: mean"] = sum(values) / len(values)
        shown[f"trust, {tense}: any"] = 1 - prod(1 - value for value in values)
        shown[f"trust, {tense}: best in the clear"] = max((value[at] for value, clear in worth if clear), default=0.0)
    return shown
