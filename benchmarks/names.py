"""The index of names with a million more: how long a book takes to build and to open, what it takes of memory, how fast texts are matched.

    python benchmarks/names.py [--names 1000000] [--texts 1000] [--keep FILE]

The names are made up of those of the starter (given names, surnames, and syllables for further surnames), seeded, so that every run builds the same book;
a third of the people have further names, and the commonest surname is borne by thousands. Each step runs in a process of its own: the time is that of the
processor, the memory what the system counts. Texts are those of the corpus in evals/, joined to 2.5 KB; matching alone is finding the known names in words
already split. A pass reads every text for the first time or again; the best of three is shown.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from mercato.knowledge.book import Fact, open_book, write_book
from mercato.knowledge.index import starter_knowledge
from mercato.languages.pack import pack
from mercato.mentions.find import known
from mercato.mentions.read import Namer
from mercato.model.words import split
from mercato.model.world import Club, Name, Person, Spell
from mercato.sources.registry import read_sources

CORPUS = Path(__file__).parents[1] / "evals" / "corpus" / "texts"
SIZE = 2_500  # bytes of a text
PASSES = 3
CHUNK = 25  # texts split, then matched, then linked, so that each step is timed by itself
ONSETS = ("b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "ch", "dr", "gr", "kr", "st", "tr")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
ENDS = ("n", "s", "r", "ski", "ić", "es", "ini", "sen", "mann", "ez", "o", "i", "ov")


@dataclass
class Contents:
    """What goes into the book."""

    clubs: list[Club]
    people: list[Person]
    facts: dict[str, list[Fact]] = field(default_factory=dict)


def crowd(names: int, clubs: list[str], others: list[Person]) -> Iterator[Person]:
    """People with that many names between them."""
    random = Random(20250612)
    surnames = sorted({person.name.split()[-1] for person in others if " " in person.name})
    surnames += sorted({"".join(random.choice(part) for part in (ONSETS, VOWELS, ONSETS, VOWELS, ENDS)).capitalize() for _ in range(60_000)})
    given = sorted({person.name.split()[0] for person in others if " " in person.name})
    random.shuffle(surnames)
    made = number = 0
    while made < names:
        number += 1
        first, last = random.choice(given), random.choice(surnames)
        if random.random() < 0.5:  # few surnames that very many bear
            last = surnames[min(int(random.paretovariate(0.6)) - 1, len(surnames) - 1)]
        name = f"{first} {last}"
        called = [Name(name, "all", "name")]
        if random.random() < 0.33:
            called.append(Name(f"{first} {random.choice(given)} {last}", "all", "full"))
        if random.random() < 0.1:
            called.append(Name(f"{first[:4]}inho {last}", "all", "alias"))
        made += len(called)
        year = random.randrange(1950, 2006)
        stays = tuple(Spell(random.choice(clubs), "player", date(year + 18 + 3 * n, 7, 1), date(year + 21 + 3 * n, 6, 30)) for n in range(random.randrange(4)))
        yield Person(f"made-up-{number}", name, tuple(called), ("player",), ("Nowhere",), "midfielder", date(year, 3, 1), None, stays)


def build(path: str, names: int) -> dict[str, float]:
    """Build the book; seconds without making up the people, and the most memory it took in all, in MB."""
    starter = starter_knowledge()
    clubs, people = list(starter.clubs.values()), list(starter.people.values())
    contents = Contents(clubs, [*people, *crowd(names, list(starter.clubs), people)])
    begun = time.process_time()
    write_book(Path(path), contents, windows=starter.windows, given=starter.given)
    return {
        "names": sum(len(e.names) for e in (*contents.clubs, *contents.people)), "people": len(contents.people),
        "seconds": time.process_time() - begun, "peak": peak(), "size": Path(path).stat().st_size / 1e6,
    }  # fmt: skip


def load(path: str) -> dict[str, float]:
    """Open the book and look one name up; seconds."""
    begun = time.perf_counter()
    book = open_book(Path(path))
    assert book.names.entries("mattia perin") and book.people["mattia-perin"]
    return {"seconds": time.perf_counter() - begun}


def match(path: str, texts: int) -> dict[str, float]:
    """Match the names of that many texts, then read their mentions: texts per second of the best pass, and the memory held, in MB."""
    namer = Namer(open_book(Path(path)), read_sources())
    size, best = 0, dict.fromkeys(("split", "matched", "linked"), float("inf"))
    for _ in range(PASSES):
        size, spent = 0, dict.fromkeys(best, 0.0)
        for some in batched(joined(texts), CHUNK):
            size += sum(len(text.encode()) for text, _ in some)
            times = [time.process_time()]
            words = [(split(text), pack(language)) for text, language in some]
            times.append(time.process_time())
            for one, language in words:
                known(one, namer.table, language)
            times.append(time.process_time())
            for one, language in words:
                namer.read(one, language, date(2025, 6, 5))
            times.append(time.process_time())
            for step, begun, ended in zip(best, times, times[1:], strict=False):
                spent[step] += ended - begun
        best = {step: min(best[step], spent[step]) for step in best}
    return {
        "matched": texts / best["matched"], "split": texts / (best["split"] + best["matched"]), "linked": texts / (best["split"] + best["linked"]),
        "resident": resident(), "kb": size / texts / 1e3,
    }  # fmt: skip


def batched(texts: Iterator[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    """The texts in lists of that length."""
    while some := list(islice(texts, size)):
        yield some


def joined(texts: int) -> Iterator[tuple[str, str]]:
    """Texts of one language each, made of the articles of the corpus one behind the other, over and over."""
    made, heap, paths = 0, dict[str, str](), sorted(CORPUS.glob("*.txt"))
    while made < texts:
        for path in paths:
            language = path.stem.split("-")[1]
            text = heap.get(language, "") + path.read_text(encoding="utf-8") + "\n"
            if len(text.encode()) >= SIZE:
                yield text.encode()[:SIZE].decode(errors="ignore"), language
                made, text = made + 1, ""
                if made == texts:
                    return
            heap[language] = text


def resident() -> float:
    """The memory held now, in MB: mapped pages that were touched included."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def peak() -> float:
    """The most memory held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def apart(work: Callable[..., dict[str, float]], *given: object) -> dict[str, float]:
    """What `work` gives in a new process."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(work, given)


def main() -> None:
    """Build, open, match, print."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--names", type=int, default=1_000_000)
    ap.add_argument("--texts", type=int, default=1_000)
    ap.add_argument("--keep", metavar="FILE", help="keep the book there, to be used with --knowledge FILE")
    a = ap.parse_args()
    with TemporaryDirectory() as folder:
        path = a.keep or str(Path(folder) / "knowledge.book")
        built = apart(build, path, a.names)
        held = f"{built['names']:,.0f} names, {built['people']:,.0f} people, {built['size']:.0f} MB"
        print(f"build   {built['seconds']:.1f} s, {built['peak'] / 1e3:.2f} GB at most ({held})")
        print(f"load    {min(apart(load, path)['seconds'] for _ in range(PASSES)):.3f} s")
        told = apart(match, path, a.texts)
        print(f"memory  {told['resident']:.0f} MB resident after {a.texts:,} texts")
        further = f"{told['split']:,.0f} with splitting, {told['linked']:,.0f} with linking too"
        print(f"match   {told['matched']:,.0f} texts/s on one core ({told['kb']:.1f} KB each; {further})")


if __name__ == "__main__":
    main()
