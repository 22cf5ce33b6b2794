"""The quality gate: figures of each language, cross-validated where something is learnt, against floors that only rise.

Three corpora: retold articles ("en"), short texts ("en short"), and who is meant by the names of a text ("en linking").

    python evals/gate.py                  measure; 1 if a figure is below its floor or the corpus is not the one of the floors
    python evals/gate.py --raise          then lift each floor to its figure less 0.01, where that is higher
    python evals/gate.py --adopt REASON   take the corpus as it is now, with floors from the present figures; the reason is kept
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import linking
import score
from corpus import CORPUS, SENTENCES, Example, Move, corpus_hash, examples, sentences
from floors import FLOORS, Figures, Floors, below, mismatch, raised, read_floors, write_floors
from folds import FOLDS, cross_validated

F1 = {"moves F1": "moves:all", "against F1": "against", "sources F1": "sources", "contracts F1": "contracts", "fee F1": "fee", "past moves F1": "past moves"}
SHARES = {"stage exact": "stage exact", "stage within one": "stage within 1", "from": "from", "role": "role", "mode": "mode", "topic": "topic"}


def measure(some: Sequence[Example], predictions: dict[str, Move], suffix: str = "") -> tuple[Figures, Figures]:
    """Every measure for every language of the examples, and on how many cases each rests; one with nothing to find and nothing found is left out."""
    found, cases = dict[str, dict[str, float]](), dict[str, dict[str, float]]()
    for language in sorted({e.article.language or "" for e in some}):
        golds = {e.id: e.gold for e in some if e.article.language == language}
        total, hits, _ = score.score(golds, predictions)
        tp, _, said = total["moves:all"]
        row = {name: (score.f1(*total[key]), (total[key][1] + total[key][2]) / 2) for name, key in F1.items() if key in total}
        row |= {"moves precision": (tp / said if said else 0.0, said)}
        row |= {name: (hits[key][0] / hits[key][1], hits[key][1]) for name, key in SHARES.items() if hits[key][1]}
        told = {name: (round(value, 4), n) for name, (value, n) in sorted(row.items()) if value is not None}
        found[language + suffix] = {name: value for name, (value, _) in told.items()}
        cases[language + suffix] = {name: n for name, (_, n) in told.items()}
    return found, cases


def linked(shares: Mapping[str, Mapping[str, linking.Share]]) -> tuple[Figures, Figures]:
    """Who is meant: of the known names those linked rightly, all and namesakes alone; of strangers and common words those left alone."""
    told = {f"{row} linking": {name: (value, share.n) for name, value, share in _told(some) if value is not None} for row, some in shares.items()}
    return {row: {name: round(value, 4) for name, (value, _) in some.items()} for row, some in told.items()}, {
        row: {name: n for name, (_, n) in some.items()} for row, some in told.items()
    }


def _told(shares: Mapping[str, linking.Share]) -> Iterator[tuple[str, float | None, linking.Share]]:
    for name, key in (("linked rightly", "linking"), ("namesakes", "  namesakes")):
        yield name, shares[key].value, shares[key]
    for name, fault in (("strangers left", linking.STRANGERS), ("words left", linking.WORDS)):
        taken = shares[fault].value
        yield name, None if taken is None else 1 - taken, shares[fault]


def show(figures: Figures, floors: Figures) -> None:
    """One line a measure: the rows of one corpus side by side, floors in brackets."""
    for suffix in ("", " short", " linking"):
        rows = sorted(row for row in figures if row.partition(" ")[2] == suffix.strip())
        print(f"{suffix.strip() or 'articles':18}" + "".join(f"{row.partition(' ')[0]:>16}" for row in rows))
        for name in sorted({name for row in rows for name in figures[row]}):
            cells = (f"{figures[row].get(name, 0.0):.3f} [{floors.get(row, {}).get(name, 0.0):.3f}]" for row in rows)
            print(f"{name:18}" + "".join(f"{cell:>16}" for cell in cells))


def main() -> int:
    """Measure, compare, and on demand lift the floors or adopt the corpus."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpus", type=Path, default=CORPUS)
    ap.add_argument("--floors", type=Path, default=FLOORS)
    ap.add_argument("--raise", dest="lift", action="store_true")
    ap.add_argument("--adopt", metavar="REASON")
    a = ap.parse_args()
    kept, version = read_floors(a.floors), corpus_hash(a.corpus, SENTENCES, linking.CORPUS)
    wrong = mismatch(kept, version)
    if wrong and not a.adopt:
        print(f"gate: {wrong}", file=sys.stderr)
        return 1
    some, short_texts, names = list(examples(a.corpus)), list(sentences()), list(linking.articles())
    predictions = cross_validated([*some, *short_texts])
    parts = (measure(some, predictions), measure(short_texts, predictions, " short"), linked(linking.measure(some=names)))
    figures, cases = ({row: told for part in side for row, told in part.items()} for side in zip(*parts, strict=True))
    print(f"{len(some)} articles and {len(short_texts)} short texts, {FOLDS} folds by saga; names in {len(names)} texts; corpus {version}; floors in brackets")
    floors = {} if a.adopt else kept.floors
    show(figures, floors)
    short = below(figures, floors)
    for line in short:
        print(f"gate: {line}", file=sys.stderr)
    if short:
        print("gate: make the reading better, do not lower the floor; evals/errors.py shows what is missed and invented", file=sys.stderr)
        return 1
    if a.adopt or a.lift:
        new = Floors(version, [*kept.adopted, *([f"{version}: {a.adopt}"] if a.adopt else [])], raised(figures, floors, cases))
        write_floors(a.floors, new)
        print(f"floors written to {a.floors}")
    print("gate: passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
