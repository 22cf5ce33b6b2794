"""How the plainest stories of two sentences are read (`stories.yml`), of which the second leaves out names: every move, and nothing else.

python evals/stories.py [--langs en,it]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

import msgspec
from corpus import Move
from plain import PLAYER, told

from mercato.pipeline.press import Press
from mercato.pipeline.reader import built_in
from mercato.sources.registry import read_sources
from mercato.yamlfile import load

STORIES = Path(__file__).parent / "stories.yml"
OTHER = "Karel Vondra"
AGAINST = {"seller", "person", "buyer", "off"}
EXPECTED = re.compile(r"([PQ]): ([ABC?]) > ([ABC])((?:, [a-z]+)*)")


class Story(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A situation, the moves in it, and two sentences of each language that tell it."""

    title: str
    expects: list[str]
    says: dict[str, str]


class Stories(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The clubs A, B and C of each language, and the stories."""

    clubs: dict[str, tuple[str, str, str]]
    stories: list[Story]


def right(moves: list[Move], expects: list[str], names: dict[str, str]) -> bool:
    """Whether the moves to a club are those expected, each by one of them; of a departure nobody is asked."""
    there = [move for move in moves if move["to"]]
    return len(there) == len(expects) and all(sum(_fits(move, one, names) for move in there) == 1 for one in expects)


def _fits(move: Move, expected: str, names: dict[str, str]) -> bool:
    """Whether a move is the one expected. Raises ValueError for an expectation in another form."""
    form = EXPECTED.fullmatch(expected)
    if not form:
        raise ValueError(f"{STORIES}: {expected!r}: write it like 'P: C > A, offer, seller, past'")
    person, origin, to, more = form.groups()
    words = set(filter(None, more.split(", ")))
    against, past = words & AGAINST, "past" in words
    if move["person"] != names[person] or move["to"] != names[to] or (origin != "?" and move["from"] != names[origin]):
        return False
    told = (move["tense"] == "past") is past and (past or set(move["against"]) == against)
    return told and words - AGAINST - {"past"} <= {move["stage"], move["mode"]}


def main() -> None:
    """Read them all and print those that are read otherwise."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--langs")
    a = ap.parse_args()
    reader, press, well, read = built_in(), Press(read_sources()), Counter[str](), Counter[str]()
    told_here = load(STORIES, Stories)
    for story in told_here.stories:
        for language, sentences in story.says.items():
            if a.langs and language not in a.langs.split(","):
                continue
            names = {"P": PLAYER, "Q": OTHER} | dict(zip("ABC", told_here.clubs[language], strict=True))
            text = re.sub(r"\b[PQ]\b", lambda found, names=names: names[found[0]], sentences)
            moves = told(reader, press, language, text)
            read[language] += 1
            if right(moves, story.expects, names):
                well[language] += 1
                continue
            found = [f"{m['person']}: {m['from']} > {m['to']}, {m['stage']}, {m['mode']}, {m['tense']}, against {m['against']}" for m in moves]
            print(f"{text}\n    expected: {'; '.join(story.expects)}; read: {'; '.join(found) or 'nothing'}")
    for language in read:
        print(f"{language}: {well[language]} of {read[language]} right")


if __name__ == "__main__":
    main()
