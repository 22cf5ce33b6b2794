"""Floors of quality: figures that must not be fallen below, pinned to the corpus they were measured on; they only rise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import sqrt
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
SPREAD = 0.18  # a floor stands this, divided by the root of the number of texts, below the figure that set it: about half a standard error (36 texts: 0.03)

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


def raised(figures: Figures, floors: Figures, texts: Mapping[str, int]) -> Figures:
    """The floors, each lifted to its figure less the slack where that is higher; `texts` says on how many texts each row is measured."""
    found: Figures = {}
    for language in sorted({*figures, *floors}):
        now, old, slack = figures.get(language, {}), floors.get(language, {}), SPREAD / sqrt(texts[language])
        found[language] = {name: max(old.get(name, 0.0), round(now.get(name, 0.0) - slack, 4)) for name in sorted({*now, *old})}
    return found
