"""Figures on what is kept aside: the real English articles of `aside/`, annotated by the hash of their text, or with `--retold` the articles of `retold/`,
retold in six languages. Never learnt from; those whose errors somebody has read who writes rules are marked `read`, and `--unread` leaves them out.

python evals/aside.py [--retold] [--unread] [--errors N]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus import examples, labelled
from predict import predicted, show_figures

from mercato.pipeline.reader import built_in

ASIDE, RETOLD = (Path(__file__).parent / name for name in ("aside", "retold"))


def main() -> None:
    """Read the articles and print the figures."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--retold", action="store_true")
    ap.add_argument("--unread", action="store_true")
    a = ap.parse_args()
    reader = built_in()
    golds, said = {}, {}
    for example in examples(RETOLD) if a.retold else labelled(ASIDE):
        if a.unread and example.gold.get("read"):
            continue
        golds[example.id], said[example.id] = example.gold, predicted(reader.explain(example.article))
    show_figures(golds, said, a.errors)


if __name__ == "__main__":
    main()
