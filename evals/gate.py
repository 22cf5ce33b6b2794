"""The quality gate: cross-validated figures of each language against floors that only rise.

    python evals/gate.py                  measure; 1 if a figure is below its floor or the corpus is not the one of the floors
    python evals/gate.py --raise          then lift each floor to its figure less 0.01, where that is higher
    python evals/gate.py --adopt REASON   take the corpus as it is now, with floors from the present figures; the reason is kept
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import score
from corpus import CORPUS, Example, Move, corpus_hash, examples
from floors import FLOORS, Figures, Floors, below, mismatch, raised, read_floors, write_floors
from folds import FOLDS, cross_validated

F1 = {"moves F1": "moves:all", "against F1": "against", "sources F1": "sources", "contracts F1": "contracts", "fee F1": "fee", "past moves F1": "past moves"}
SHARES = {"stage exact": "stage exact", "stage within one": "stage within 1", "from": "from", "role": "role", "mode": "mode", "topic": "topic"}


def measure(some: Sequence[Example], predictions: dict[str, Move]) -> Figures:
    """Every measure for every language of the examples; one with nothing to find and nothing found is left out."""
    found: Figures = {}
    for language in sorted({e.article.language or "" for e in some}):
        golds = {e.id: e.gold for e in some if e.article.language == language}
        total, hits, _ = score.score(golds, predictions)
        tp, _, said = total["moves:all"]
        row = {name: score.f1(*total[key]) for name, key in F1.items() if key in total} | {"moves precision": tp / said if said else 0.0}
        row |= {name: hits[key][0] / hits[key][1] for name, key in SHARES.items() if hits[key][1]}
        found[language] = {name: round(value, 4) for name, value in sorted(row.items()) if value is not None}
    return found


def show(figures: Figures, floors: Figures) -> None:
    """One line a measure: the languages side by side, floors in brackets."""
    tongues = sorted(figures)
    print(f"{'':18}" + "".join(f"{language:>18}" for language in tongues))
    for name in sorted({name for row in figures.values() for name in row}):
        cells = (f"{figures[t].get(name, 0.0):.3f} [{floors.get(t, {}).get(name, 0.0):.3f}]" for t in tongues)
        print(f"{name:18}" + "".join(f"{cell:>18}" for cell in cells))


def main() -> int:
    """Measure, compare, and on demand lift the floors or adopt the corpus."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpus", type=Path, default=CORPUS)
    ap.add_argument("--floors", type=Path, default=FLOORS)
    ap.add_argument("--raise", dest="lift", action="store_true")
    ap.add_argument("--adopt", metavar="REASON")
    a = ap.parse_args()
    kept, version = read_floors(a.floors), corpus_hash(a.corpus)
    wrong = mismatch(kept, version)
    if wrong and not a.adopt:
        print(f"gate: {wrong}", file=sys.stderr)
        return 1
    some = list(examples(a.corpus))
    figures = measure(some, cross_validated(some))
    print(f"{len(some)} articles, {FOLDS} folds by saga, corpus {version}; floors in brackets")
    floors = {} if a.adopt else kept.floors
    show(figures, floors)
    short = below(figures, floors)
    for line in short:
        print(f"gate: {line}", file=sys.stderr)
    if short:
        print("gate: make the reading better, do not lower the floor; evals/errors.py shows what is missed and invented", file=sys.stderr)
        return 1
    if a.adopt or a.lift:
        new = Floors(version, [*kept.adopted, *([f"{version}: {a.adopt}"] if a.adopt else [])], raised(figures, floors))
        write_floors(a.floors, new)
        print(f"floors written to {a.floors}")
    print("gate: passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
