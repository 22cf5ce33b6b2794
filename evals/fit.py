"""Fit the claim scorer on the corpus and write its weights; `--folds N` prints cross-validated figures by saga instead of writing.

    python evals/fit.py [--corpus DIR | --real] [--langs en,it] [--folds 6] [--errors N] [--out FILE] [--parts steps,phrases]

A candidate's labels come from the gold moves of its article. Gradient-boosted trees, seeded: the same corpus gives the same file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec
from corpus import CORPUS, Example, examples, labelled, more, quiet
from folds import cross_validated
from msgspec.structs import replace
from predict import show_figures
from training import lessons, trained

from mercato.claims.scorer import TRAINED, scorer
from mercato.knowledge.index import starter_knowledge


def show(some: list[Example], folds: int, errors: int) -> None:
    """Print the cross-validated figures."""
    show_figures({e.id: e.gold for e in some}, cross_validated(some, folds, real=True), errors)


def write(out: Path, parts: list[str]) -> None:
    """Train on everything and keep what was learnt, or of it only these parts, and the others as they are."""
    taught = lessons([*examples(), *more(), *labelled()], quiet(), starter_knowledge())
    learnt = trained(taught.values())
    if parts:
        learnt = replace(scorer(), **{part: getattr(learnt, part) for part in parts})
    out.write_bytes(msgspec.json.encode(learnt) + b"\n")
    rows, asked = sum(len(lesson.rows) for lesson in taught.values()), sum(len(lesson.asked) for lesson in taught.values())
    print(f"{len(taught)} articles, {rows} candidates, {asked} gaps -> {out}")


def main() -> None:
    """Read the arguments; show or write."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--corpus", type=Path, default=CORPUS)
    ap.add_argument("--real", action="store_true", help="show figures on the labelled real articles")
    ap.add_argument("--langs")
    ap.add_argument("--folds", type=int, default=0)
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--out", type=Path, default=TRAINED)
    ap.add_argument("--parts", type=lambda said: said.split(","), default=[], help="of the scorer's fields those to learn anew")
    a = ap.parse_args()
    some = [e for e in (labelled() if a.real else examples(a.corpus)) if not a.langs or e.article.language in a.langs.split(",")]
    if a.folds:
        show(some, a.folds, a.errors)
    else:
        write(a.out, a.parts)


if __name__ == "__main__":
    main()
