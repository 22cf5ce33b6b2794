"""How the plainest stories of two sentences are read (`stories.yml`, and as newspapers would word them `stories-2.yml`), of which the second leaves out names:
every move, and nothing else.

python evals/stories.py [--langs en,it]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
from corpus import Move
from plain import PLAYER, Asked, ask, named

from mercato.yamlfile import load

STORIES = Path(__file__).parent / "stories.yml"
MORE = Path(__file__).parent / "stories-2.yml"
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
    ask(one for path in (STORIES, MORE) for one in _asked(load(path, Stories)))


def _asked(told: Stories) -> Iterator[Asked]:
    players = {"P": PLAYER, "Q": OTHER}
    for story in told.stories:
        for language, sentences in story.says.items():
            names = players | dict(zip("ABC", told.clubs[language], strict=True))
            yield Asked(language, named(sentences, players), "; ".join(story.expects), partial(right, expects=story.expects, names=names))


if __name__ == "__main__":
    main()
