"""The figures of two extractors side by side on the corpus; each side is an extractor's name or a folder of predictions.

    python evals/compare.py built-in remote --endpoint URL --model NAME [--key-variable NAME] [--price SENT ANSWERED]
    python evals/compare.py built-in FOLDER [--lang en] [--most N]       FOLDER holds <id>.json, as `mercato extract --out` writes them
    ... --keep FOLDER                                                    keep what the remote one answers, so as to pay for it once

The built-in one is trained on the corpus: it is shown cross-validated by saga. An article that a side has no reading of counts as empty, and is named.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from corpus import CORPUS, Example, Move, examples
from floors import Figures
from folds import cross_validated
from gate import measure

from mercato.errors import BadInput, MercatoError
from mercato.extractors.bill import Prices
from mercato.extractors.protocol import Extractor
from mercato.extractors.service import VARIABLE, service
from mercato.knowledge.index import starter_knowledge
from mercato.pipeline.extractors import BUILT_IN, EXTRACTORS
from mercato.pipeline.remote import remote
from mercato.views.guide import guide

Predictions = dict[str, Move]


def read(some: Sequence[Example], reader: Extractor, keep: Path | None = None) -> Predictions:
    """What `reader` makes of each article; one that it cannot read is named and left out. With `keep`, what lies there is not asked for again."""
    found = kept(some, keep, quiet=True) if keep and keep.is_dir() else {}
    for n, example in enumerate(some, 1):
        if example.id in found:
            continue
        try:
            found[example.id] = guide(reader.extract(example.article))
        except BadInput as bad:
            print(f"compare: {bad}", file=sys.stderr)
            continue
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{example.id}.json").write_bytes(msgspec.json.encode(found[example.id]))
        print(f"\r{n} of {len(some)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def kept(some: Sequence[Example], folder: Path, *, quiet: bool = False) -> Predictions:
    """The predictions in a folder; an article without one is named."""
    found: Predictions = {}
    for example in some:
        path = folder / f"{example.id}.json"
        if path.exists():
            found[example.id] = json.loads(path.read_text(encoding="utf-8"))
        elif not quiet:
            print(f"compare: {folder} has no reading of {example.id}", file=sys.stderr)
    return found


def side(name: str, some: Sequence[Example], a: argparse.Namespace, corpus: Sequence[Example]) -> Predictions:
    """The predictions of one side for these articles of the corpus."""
    if name == BUILT_IN:
        told = cross_validated(corpus)
        return {example.id: told[example.id] for example in some}
    if name not in EXTRACTORS:
        return kept(some, Path(name))
    prices = Prices(*a.price) if a.price else None
    key = os.environ.get(a.key_variable)
    reader = remote(starter_knowledge(), service=service(a.endpoint, a.model, key=key, variable=a.key_variable, prices=prices), tell=_tell)
    try:
        return read(some, reader, a.keep)
    finally:
        print(reader.bill(), file=sys.stderr)
        reader.close()


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def table(names: tuple[str, str], figures: tuple[Figures, Figures]) -> list[str]:
    """One line a measure and language: both figures, and how much the second is above the first; a dash where there was nothing to find."""
    first, second = figures
    lines = [f"{'':24}{names[0][-16:]:>18}{names[1][-16:]:>18}{'difference':>12}"]
    for language in sorted({*first, *second}):
        one, other = first.get(language, {}), second.get(language, {})
        for name in sorted({*one, *other}):
            pair = one.get(name), other.get(name)
            cells = "".join(f"{'-' if value is None else f'{value:.3f}':>18}" for value in pair)
            difference = f"{pair[1] - pair[0]:+12.3f}" if pair[0] is not None and pair[1] is not None else ""
            lines.append(f"{language} {name:21}{cells}{difference}")
    return lines


def main(given: Sequence[str] | None = None) -> int:
    """Read the arguments, read the articles twice, and show."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("first")
    ap.add_argument("second")
    ap.add_argument("--corpus", type=Path, default=CORPUS)
    ap.add_argument("--lang")
    ap.add_argument("--most", type=int)
    ap.add_argument("--endpoint")
    ap.add_argument("--model")
    ap.add_argument("--key-variable", default=VARIABLE)
    ap.add_argument("--price", type=float, nargs=2)
    ap.add_argument("--keep", type=Path)
    a = ap.parse_args(given)
    names = (a.first, a.second)
    for name in names:
        if name not in EXTRACTORS and not Path(name).is_dir():
            ap.error(f"{name} is neither an extractor ({', '.join(EXTRACTORS)}) nor a folder of predictions")
    if "remote" in names and not (a.endpoint and a.model):
        ap.error("remote needs --endpoint and --model")
    corpus = list(examples(a.corpus))
    some = [e for e in corpus if not a.lang or e.article.language == a.lang][: a.most]
    try:
        figures = [measure(some, side(name, some, a, corpus))[0] for name in names]
    except MercatoError as error:
        print(f"compare: {error}", file=sys.stderr)
        return 1
    print(f"{len(some)} articles")
    print("\n".join(table(names, (figures[0], figures[1]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
