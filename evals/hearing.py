"""Fit who vouches for a move: every move of an annotated article beside everybody named who may have said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import score
from corpus import Example, Move

from mercato.claims.credit import credits
from mercato.claims.groups import Group
from mercato.claims.judge import Features
from mercato.claims.newsstand import Newsstand
from mercato.claims.voices import credited
from mercato.claims.witnesses import Court, testimonies, witnesses
from mercato.model.claim import Stage
from mercato.pipeline.reader import Explained


class Hearing(NamedTuple):
    """A move and a witness, and whether the gold credits the one to the other, as source or as relay."""

    seen: Features
    vouches: bool
    relays: bool


def hearings(example: Example, explained: Explained, press: Newsstand, found: Sequence[tuple[Group, Move]]) -> Iterator[Hearing]:
    """Every true move of an article with each of its witnesses; `found` are the groups that are one of the annotated moves, each with that move."""
    true = list({id(move): (_told(group, move), move) for group, move in sorted(found, key=lambda x: len(x[0].statements))}.values())
    if not true:
        return
    moves = [(group, move["tense"] == "past") for group, move in true]
    court = Court(explained.sentences, explained.talk, press, example.article.source)
    raw = credits(court.sentences, court.talk, court.own, court.press)
    ruled, heard = credited(raw, moves, court.sentences, court.talk), witnesses(raw, court)
    rows = testimonies(moves, heard, ruled, court)
    for _, move in true:
        for witness in heard:
            source, relay = (any(score.same_source(name, witness.source.name) for name in move[how]) for how in ("sources", "via"))
            yield Hearing(next(rows), source or relay, relay)


def _told(group: Group, move: Move) -> Group:
    """The move as told in its tense, as far as it has got in truth."""
    past = move["tense"] == "past"
    told = group.told(past=past)
    return told if past else replace(told, judged=Stage[move["stage"].upper()])
