"""The articles a figure is measured on: texts, gold annotations, and what is known of each article."""

from __future__ import annotations

import json
from collections.abc import Iterator
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


def more() -> Iterator[Example]:
    """Annotated articles to fit on that no figure is measured on: the samples, and the folders beside the corpus."""
    yield from samples()
    for folder in sorted(path.parent for path in CORPUS.parent.glob("corpus-*/meta.jsonl")):
        yield from examples(folder)


def corpus_hash(folder: Path = CORPUS) -> str:
    """A hash of every text, annotation and fact: figures of two corpora cannot be compared."""
    total = sha256()
    for path in (folder / "meta.jsonl", *sorted(folder.glob("texts/*.txt")), *sorted(folder.glob("gold/*.json"))):
        total.update(path.name.encode() + b"\x1f" + path.read_bytes() + b"\x1e")
    return total.hexdigest()[:16]
