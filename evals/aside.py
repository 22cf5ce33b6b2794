"""Figures on the real articles kept aside (`aside/`, annotated by the hash of their text): never learnt from.

python evals/aside.py [--errors N]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus import labelled
from predict import predicted, show_figures

from mercato.pipeline.reader import built_in

ASIDE = Path(__file__).parent / "aside"


def main() -> None:
    """Read the articles and print the figures."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()
    reader = built_in()
    golds, said = {}, {}
    for example in labelled(ASIDE):
        golds[example.id], said[example.id] = example.gold, predicted(reader.explain(example.article))
    show_figures(golds, said, a.errors)


if __name__ == "__main__":
    main()
