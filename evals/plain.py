"""How plain wordings are read (`plain.yml`): who buys, who sells and who moves, where nothing is known of the player.

python evals/plain.py [--langs en,it]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from corpus import Move

from mercato.languages.pack import languages
from mercato.pipeline.press import Press
from mercato.pipeline.reader import Extractor, built_in
from mercato.sources.registry import read_sources
from mercato.text.read import article_of
from mercato.text.received import Received
from mercato.views.guide import guide
from mercato.yamlfile import load

PLAIN = Path(__file__).parent / "plain.yml"
PLAYER = "Marek Hradil"


class Wordings(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The sentences of one language, and the pairs of buyer and seller that they are read with."""

    clubs: list[tuple[str, str]]
    sentences: list[str]


def told(reader: Extractor, press: Press, language: str, text: str) -> list[Move]:
    """The moves read out of a text of that summer."""
    return guide(reader.extract(article_of(Received(text, text, text, language=language, published="2025-07-10"), press, languages())))["moves"]


class Asked(NamedTuple):
    """A text, what a reader should make of it, and whether the moves read out of it are that."""

    language: str
    text: str
    expects: str
    right: Callable[[list[Move]], bool]


def ask(asked: Iterable[Asked]) -> None:
    """Read the texts of the languages asked for; print those that are read otherwise, and how many of each language are right."""
    langs = _langs()
    reader, press, well, read = built_in(), Press(read_sources()), Counter[str](), Counter[str]()
    for language, text, expects, right in asked:
        if langs and language not in langs:
            continue
        moves = told(reader, press, language, text)
        read[language] += 1
        if right(moves):
            well[language] += 1
            continue
        found = [f"{m['person']}: {m['from']} > {m['to']}, {m['stage']}, {m['mode']}, {m['tense']}, against {m['against']}, {m['fee']}" for m in moves]
        print(f"{text}\n    expected: {expects}; read: {'; '.join(found) or 'nothing'}")
    for language in read:
        print(f"{language}: {well[language]} of {read[language]} right")


def named(text: str, names: Mapping[str, str]) -> str:
    """The text with names in the place of the letters that stand for them."""
    return re.sub(rf"\b[{''.join(names)}]\b", lambda found: names[found[0]], text)


def _langs() -> list[str]:
    """The languages that the command line asks for; none for all."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--langs", type=lambda said: said.split(","), default=[])
    langs: list[str] = ap.parse_args().langs
    return langs


def readings(reader: Extractor, press: Press, language: str, wordings: Wordings) -> Iterator[tuple[str, list[str]]]:
    """Every sentence as read, with what is wrong about it."""
    for sentence in wordings.sentences:
        for buyer, seller in wordings.clubs:
            text = named(sentence, {"B": buyer, "S": seller, "P": PLAYER})
            moves = [m for m in told(reader, press, language, text) if m["tense"] == "current"]
            yield text, list(_faults(moves, buyer, seller if re.search(r"\bS\b", sentence) else None))


def _faults(moves: list[Move], buyer: str, seller: str | None) -> Iterator[str]:
    right = [m for m in moves if m["person"] == PLAYER and buyer in (m["to"] or "")]
    yield from ["missed"] * (not right)
    yield from (f"read {m['person']}: {m['from']} > {m['to']}" for m in moves if m not in right)
    if right and seller and seller not in (right[0]["from"] or ""):
        yield f"from {right[0]['from']}"


def main() -> None:
    """Read them all and print what is wrong."""
    langs, reader, press = _langs(), built_in(), Press(read_sources())
    for language, wordings in load(PLAIN, dict[str, Wordings]).items():
        if not langs or language in langs:
            read = list(readings(reader, press, language, wordings))
            wrong = [(text, faults) for text, faults in read if faults]
            for text, faults in wrong:
                print(f"{text}\n    {'; '.join(faults)}")
            print(f"{language}: {len(read) - len(wrong)} of {len(read)} right")


if __name__ == "__main__":
    main()
