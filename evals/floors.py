"""Floors of quality: figures that must not be fallen below, pinned to the corpus they were measured on; they only rise."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from math import sqrt
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
LEAST = 0.05  # the variance taken at least: ten out of ten is no certainty

Figures = dict[str, dict[str, float]]  # row, as "en" or "en short" -> measure -> value


@dataclass(frozen=True)
class Floors:
    """What must not be fallen below, and the corpus it was measured on."""

    corpus: str = ""
    adopted: list[str] = field(default_factory=list)  # why the corpus changed, each time it did
    floors: Figures = field(default_factory=dict)


def read_floors(path: Path) -> Floors:
    """The floors as kept; none where there is no file yet."""
    return Floors(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else Floors()


def write_floors(path: Path, floors: Floors) -> None:
    """Keep the floors."""
    path.write_text(json.dumps(asdict(floors), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def mismatch(kept: Floors, corpus: str) -> str:
    """Why figures on this corpus cannot be held against these floors, and what to do; empty when they can."""
    if kept.corpus == corpus:
        return ""
    return (
        f"the corpus is {corpus}, the floors are for {kept.corpus or 'none'}: figures of two corpora cannot be compared.\n"
        "      Take the change to the corpus back, or adopt it and say why: python evals/gate.py --adopt REASON"
    )


def below(figures: Figures, floors: Figures) -> list[str]:
    """A line for each floor that is not reached; a figure that has gone counts as 0."""
    short = []
    for language, row in floors.items():
        for name, floor in row.items():
            value = figures.get(language, {}).get(name, 0.0)
            if value < floor:
                short.append(f"{language} {name}: {value:.3f} is below the floor {floor:.3f}")
    return short


def slack(value: float, cases: float) -> float:
    """How far a floor stands below the figure that set it: one standard error of a share of so many cases."""
    return sqrt(max(value * (1 - value), LEAST) / max(cases, 1))


def raised(figures: Figures, floors: Figures, cases: Figures) -> Figures:
    """The floors, each lifted to its figure less the slack where that is higher; `cases` says on how many each figure rests."""
    found: Figures = {}
    for language in sorted({*figures, *floors}):
        now, old = figures.get(language, {}), floors.get(language, {})
        lifted = {name: round(value - slack(value, cases[language][name]), 4) for name, value in now.items()}
        found[language] = {name: max(old.get(name, 0.0), lifted.get(name, 0.0)) for name in sorted({*now, *old})}
    return found
