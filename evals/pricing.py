"""The rows from which it is learnt what a move costs: every amount of an annotated article beside every true move."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import Move

from mercato.claims.fees import said
from mercato.claims.groups import Group
from mercato.claims.judge import Features
from mercato.claims.prices import offers
from mercato.claims.world import World
from mercato.model.claim import Money
from mercato.pipeline.reader import Explained

SAME = 0.01  # of an amount, by which another may differ and be the same
Priced = list[tuple[Features, bool]]


def priced(explained: Explained, told: Sequence[Sequence[Move]], world: World) -> list[Priced]:
    """For each candidate, given the gold moves that it is, what is seen of it and each amount, and whether that is its fee."""
    moves: list[tuple[Group, bool]] = []
    owner: dict[int, tuple[int, Move]] = {}
    for i, (candidate, mine) in enumerate(zip(explained.candidates, told, strict=True)):
        for move in mine:
            group = candidate.group.told(past=move["tense"] == "past")
            moves.append((group, move["tense"] == "past"))
            owner[id(group)] = i, move
    found: list[Priced] = [[] for _ in explained.candidates]
    amounts = said(explained.sentences, moves) if moves else []
    for offer in offers(amounts, explained.sentences, moves, explained.talk, world) if amounts else ():
        i, move = owner[id(offer.group)]
        found[i].append((offer.seen, _same(move["fee"], offer.amount.money)))
    return found


def _same(fee: Move | None, money: Money) -> bool:
    return fee is not None and fee["currency"] == money.currency and abs(fee["amount"] - money.amount) <= SAME * fee["amount"]
