"""Figures on the real articles kept aside (`aside/`, annotated by the hash of their text): never learnt from; those whose errors somebody has read who writes
rules are marked `read`, and `--unread` leaves them out.

python evals/aside.py [--unread] [--errors N]
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
    ap.add_argument("--unread", action="store_true")
    a = ap.parse_args()
    reader = built_in()
    golds, said = {}, {}
    for example in labelled(ASIDE):
        if a.unread and example.gold.get("read"):
            continue
        golds[example.id], said[example.id] = example.gold, predicted(reader.explain(example.article))
    show_figures(golds, said, a.errors)


if __name__ == "__main__":
    main()
