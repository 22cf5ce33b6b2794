"""How plain meanings are read (`meanings.yml`): who leaves, stays, joins, once joined, who stands against it, what it costs; the same in every language.

python evals/meanings.py [--langs en,it]
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from corpus import Move
from plain import PLAYER, Asked, ask, named

from mercato.yamlfile import load

MEANINGS = Path(__file__).parent / "meanings.yml"
FEE = 20_000_000.0


class Meaning(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A meaning, and a sentence of each language that says it."""

    expects: str
    says: dict[str, str]


def _joins(move: Move) -> bool:
    return move["tense"] == "current" and move["to"] is not None and move["mode"] != "renewal"


def _opposed(by: str) -> Callable[[Move], bool]:
    return lambda move: _joins(move) and by in move["against"]


EXPECTED: dict[str, Callable[[Move], bool]] = {
    "leaves": lambda move: move["tense"] == "current" and move["to"] is None,
    "stays": lambda move: move["tense"] == "current" and move["mode"] == "renewal",
    "background": lambda move: move["tense"] == "past",
    "joins": _joins,
    "fee of 20 million": lambda move: _joins(move) and move["fee"] is not None and move["fee"]["amount"] == FEE,
} | {by: _opposed(by) for by in ("seller", "person", "buyer", "off")}


def right(moves: list[Move], expects: str) -> bool:
    """Whether one move of the player is what is expected, and no other is told as news."""
    meant = [move for move in moves if move["person"] == PLAYER and EXPECTED[expects](move)]
    return len(meant) == 1 and all(move in meant or move["tense"] == "past" for move in moves)


def main() -> None:
    """Read them all and print those that are read otherwise."""
    ask(
        Asked(language, named(sentence, {"P": PLAYER}), meaning.expects, partial(right, expects=meaning.expects))
        for meaning in load(MEANINGS, list[Meaning])
        for language, sentence in meaning.says.items()
    )


if __name__ == "__main__":
    main()
