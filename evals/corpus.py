"""The articles a figure is measured on: texts, gold annotations, and what is known of each article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mercato.languages.pack import languages
from mercato.model.article import Article
from mercato.sources.registry import read_sources
from mercato.text.read import article_of
from mercato.text.received import Received


@dataclass(frozen=True)
class Example:
    """One annotated article; `saga` is the story it belongs to, by which folds are cut."""

    id: str
    article: Article
    gold: dict
    saga: str


def examples(folder: Path) -> Iterator[Example]:
    """Every annotated article of `folder` (texts/, gold/, meta.jsonl) in a language we read."""
    facts = {row["id"]: row for row in map(json.loads, (folder / "meta.jsonl").read_text().splitlines())}
    domains = {name: s.id for s in read_sources() for name in (*s.domains, s.name)}
    for path in sorted((folder / "texts").glob("*.txt")):
        fact = facts.get(path.stem, {})
        if fact.get("lang") not in languages():
            continue
        received = Received(path.stem, path.read_text(), str(path), language=fact["lang"], published=fact.get("published"), source=fact.get("outlet"))
        article = article_of(received, domains.get, languages())
        yield Example(path.stem, article, json.loads((folder / "gold" / f"{path.stem}.json").read_text()), str(fact.get("saga")))
