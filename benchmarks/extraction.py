"""Articles per second on one core, text to claims: reading blocks, mentions, sentences, frames and claims, without the store.

    python benchmarks/extraction.py [PATH] [--articles 500] [--profile]

PATH is anything `mercato extract` reads (.jsonl.gz, folder, file ...); without it the corpus in evals/ is read as often as it takes. Everything is
loaded before the clock starts, and one pass over a few articles warms the caches. The time is that of the
processor, so that other programs on the machine do not count; the best of three passes is shown.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path

from mercato.errors import BadInput
from mercato.languages.pack import languages
from mercato.pipeline.press import Press
from mercato.pipeline.reader import built_in
from mercato.sources.registry import read_sources
from mercato.text.files import received
from mercato.text.read import article_of
from mercato.text.received import Received

CORPUS = Path(__file__).parents[1] / "evals" / "corpus" / "texts"
PASSES = 3
WARM = 20
ROOMS = ("text", "mentions", "claims", "languages", "model", "pipeline")  # languages: finding the patterns of frames and words; model: folding and splitting


def articles(path: str | None, most: int) -> list[Received]:
    """The first `most` articles of `path`, else the corpus over and over; what cannot be read is left out."""
    if path:
        return list(islice((item for item in received([path]) if isinstance(item, Received)), most))
    texts = [Received(p.stem, p.read_text(encoding="utf-8"), str(p), language=p.stem.split("-")[1]) for p in sorted(CORPUS.glob("*.txt"))]
    return list(islice(cycle(texts), most))


def reader() -> Callable[[Iterable[Received]], int]:
    """A function that reads articles and counts the claims."""
    extractor, press, spoken = built_in(), Press(read_sources()), languages()

    def read(items: Iterable[Received]) -> int:
        claims = 0
        for item in items:
            try:
                claims += len(extractor.extract(article_of(item, press, spoken)).claims)
            except BadInput:
                continue
        return claims

    return read


def shares(profile: cProfile.Profile) -> dict[str, float]:
    """The share of time by room, counting what a room calls outside of mercato (regular expressions, dictionaries) as its own."""
    spent: dict[str, float] = defaultdict(float)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    for (file, _, _), (_, _, own, _, callers) in stats.items():
        if "mercato" in file:
            spent[_room(file)] += own
        elif callers:
            for (caller, _, _), (_, _, part, _) in callers.items():
                spent[_room(caller)] += part
    total = sum(spent.values())
    return {room: value / total for room, value in sorted(spent.items(), key=lambda x: -x[1])}


def _room(file: str) -> str:
    parts = Path(file).parts
    room = parts[parts.index("mercato") + 1] if "mercato" in parts else ""
    return room if room in ROOMS else "elsewhere"


def main() -> None:
    """Read, time, print."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("path", nargs="?")
    ap.add_argument("--articles", type=int, default=500)
    ap.add_argument("--profile", action="store_true", help="also print the share of time by room (slower: the figure is taken without)")
    a = ap.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    items = articles(a.path, a.articles)
    if not items:
        raise SystemExit(f"no articles in {a.path}")
    read = reader()
    read(items[:WARM])
    best, claims = float("inf"), 0
    for _ in range(PASSES):
        begun = time.process_time()
        claims = read(items)
        best = min(best, time.process_time() - begun)
    mean = sum(len(item.text.encode()) for item in items) / len(items)
    print(f"{len(items) / best:.0f} articles/s on one core ({len(items)} articles, {mean / 1000:.1f} KB on average, {claims} claims, best of {PASSES})")
    if a.profile:
        profile = cProfile.Profile()
        profile.runcall(read, items)
        for room, share in shares(profile).items():
            print(f"{share:6.1%}  {room}")


if __name__ == "__main__":
    main()
