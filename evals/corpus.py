"""The articles a figure is measured on: texts, gold annotations, and what is known of each article."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from mercato.languages.pack import languages
from mercato.model.article import Article
from mercato.pipeline.press import Press
from mercato.sources.registry import read_sources
from mercato.text.read import article_of
from mercato.text.received import Received

CORPUS = Path(__file__).parent / "corpus"
SENTENCES = Path(__file__).parent / "sentences"
LABELS = Path(__file__).parent / "labels"
SHARED = Path(__file__).parents[2] / "shared"
SAMPLES = Path(__file__).parents[1] / "src" / "mercato" / "samples"
Move = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """One annotated article; `saga` is the story it belongs to, by which folds are cut."""

    id: str
    article: Article
    gold: Move
    saga: str


def examples(folder: Path = CORPUS) -> Iterator[Example]:
    """Every annotated article of `folder` (texts/, gold/, meta.jsonl) in a language we read."""
    facts = {row["id"]: row for row in map(json.loads, (folder / "meta.jsonl").read_text(encoding="utf-8").splitlines())}
    press = Press(read_sources())
    for path in sorted((folder / "texts").glob("*.txt")):
        fact = facts.get(path.stem, {})
        if fact.get("lang") not in languages():
            continue
        text = path.read_text(encoding="utf-8")
        received = Received(path.stem, text, str(path), language=fact["lang"], published=fact.get("published"), source=fact.get("outlet"))
        gold = json.loads((folder / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        yield Example(path.stem, article_of(received, press, languages()), gold, str(fact.get("saga")))


def samples(folder: Path = SAMPLES) -> Iterator[Example]:
    """The articles that ship with mercato, annotated too: more to fit on, never a figure."""
    press = Press(read_sources())
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        received = Received(row["id"], row["text"], row["id"], title=row["title"], language=row["lang"], published=row["date"], source=row["source"])
        gold = json.loads((folder / "gold" / f"{row['id']}.json").read_text(encoding="utf-8"))
        yield Example(row["id"], article_of(received, press, languages()), gold, "sample " + row["id"].split("-")[0])


def sentences(folder: Path = SENTENCES) -> Iterator[Example]:
    """Short texts of our own, annotated: headlines, paragraphs, posts, in as many wordings as the press has, a quarter of them without a move."""
    press = Press(read_sources())
    for path in sorted(folder.glob("*.jsonl")):
        for number, row in enumerate(map(json.loads, path.read_text(encoding="utf-8").splitlines()), 1):
            name = f"sentence-{path.stem}-{number}"
            received = Received(name, row["text"], str(path), language=row["lang"], published=row["date"])
            yield Example(name, article_of(received, press, languages()), row, name)


def more() -> Iterator[Example]:
    """Annotated articles to fit on that no figure is measured on: the samples, the short texts, and the folders beside the corpus."""
    yield from samples()
    yield from sentences()
    for folder in sorted(path.parent for path in CORPUS.parent.glob("corpus-*/meta.jsonl")):
        yield from examples(folder)


def labelled(folder: Path = LABELS) -> Iterator[Example]:
    """The real articles, headlines and posts annotated by the hash of their text, as far as the texts are at hand."""
    press = Press(read_sources())
    for gold, row in _at_hand(folder, lambda label: "moves" in label):
        if gold["lang"] in languages():
            received = Received(gold["hash"], row["text"], gold["hash"], language=gold["lang"], published=row["date"], source=row.get("domain"))
            yield Example(gold["hash"], article_of(received, press, languages()), gold, gold["hash"])


def quiet() -> Iterator[Example]:
    """The real articles labelled as having no current move; nothing is said of their past moves."""
    press = Press(read_sources())
    for label, row in _at_hand(LABELS, lambda label: label.get("label") == "none"):
        name = label["hash"]
        received = Received(name, row["text"], name, title=row["title"], language=row["lang"], published=row["date"], source=row.get("domain"))
        yield Example(name, article_of(received, press, languages()), {"moves": []}, name)


def _at_hand(folder: Path, wanted: Callable[[Move], bool]) -> Iterator[tuple[Move, Move]]:
    """The wanted labels, each with the text it is of, where that is at hand."""
    for path in sorted(folder.glob("*.jsonl")):
        labels = {row["hash"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if wanted(row)}
        yield from ((labels[name], row) for name, row in (texts(path.stem) if labels else ()) if name in labels)


def texts(name: str) -> Iterator[tuple[str, Move]]:
    """The texts of a file of the development data by their hash, each once; nothing where it is not at hand."""
    seen = set()
    for row in _received(name):
        hashed = sha256(row["text"].encode()).hexdigest()[:16]
        if hashed not in seen:
            seen.add(hashed)
            yield hashed, row


def _received(name: str) -> Iterator[Move]:
    articles, posts = SHARED / "articles" / f"{name}.jsonl.gz", SHARED / "rumours" / f"{name}.csv"
    if articles.exists():
        with gzip.open(articles, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield row if "text" in row else row | {"text": row["title"], "date": row["published"]}
    elif posts.exists():
        with posts.open(encoding="utf-8", newline="") as lines:
            yield from ({"text": row["Tweet"], "date": row["Date"][:10]} for row in csv.DictReader(lines))


def corpus_hash(*folders: Path) -> str:
    """A hash of every text, annotation and fact in the folders: figures of two corpora cannot be compared."""
    total = sha256()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".json", ".jsonl")):
            total.update(path.relative_to(folder).as_posix().encode() + b"\x1f" + path.read_bytes() + b"\x1e")
    return total.hexdigest()[:16]
