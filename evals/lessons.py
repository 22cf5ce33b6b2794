"""What annotated articles teach: which candidates are moves, who was meant where a frame names nobody, what each costs, who is against it and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import score
from corpus import Example, Move
from hearing import Hearing, hearings
from pricing import Priced, priced

from mercato.claims.discourse import Discourse
from mercato.claims.extract import Known
from mercato.claims.groups import Group
from mercato.claims.judge import Features
from mercato.claims.trust import Telling
from mercato.model.claim import Stage
from mercato.pipeline.reader import Explained


@dataclass(frozen=True)
class Row:
    """A candidate of an article and what the gold says of it; `past` is None where nobody said."""

    article: str
    language: str
    seen: Features
    said: set[Telling]
    group: Group
    beside: tuple[Group, ...]  # all groups of the article
    current: bool
    past: bool | None
    moves: bool  # whether the person has a current move at all
    stage: Stage | None = None  # how far the current move has got
    against: frozenset[str] = frozenset()  # who stands against it
    priced: Priced = field(default_factory=list)  # each amount of the article beside it, where it is a true move


@dataclass(frozen=True)
class Asked:
    """What there was to choose from where a frame leaves something out, and what the gold says is right."""

    what: str  # "who" or "where"
    shown: tuple[Features, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True)
class Lesson:
    """What one annotated article teaches."""

    rows: list[Row]  # its candidates as found where some wordings are unheard of: whether they are moves
    told: list[Row]  # its candidates as found with every wording: what is said of the moves
    asked: list[Asked]
    heard: list[Hearing]  # who vouches for its moves


def lesson(example: Example, explained: Explained, unheard: Explained, known: Known) -> Lesson:
    """What one article teaches, as it was read with every wording, and as if some were unheard of."""
    gold = [score.clean_move(m) for m in example.gold["moves"]]
    true, meant = ([[m for m in gold if score.same_move(m, _as_move(c.group))] for c in reading.candidates] for reading in (explained, unheard))
    moves = [(c.group, m) for c, mine in zip(explained.candidates, true, strict=True) for m in mine]
    rows = _rows(example, unheard, gold, meant, [[] for _ in meant])
    told = _rows(example, explained, gold, true, priced(explained, true, known.world))
    return Lesson(rows, told, asked(example, unheard.talk), list(hearings(example, explained, known.press, moves)))


def asked(example: Example, talk: Discourse) -> list[Asked]:
    """The choices of an article. Right is who has a move (to the club said), or a club to which the person moves; often nobody and none. Of several moves those
    are meant that have got nearest to where the frame says."""
    gold, contracts = [score.clean_move(move) for move in example.gold["moves"]], score.clean(example.gold)["contracts"]
    found = []
    for choice in talk.choices:
        told = [move for move in gold if move["tense"] == ("past" if choice.past else "current")]
        if choice.until:
            held = [contract["person"] for contract in contracts if str(contract["until"])[:4] == choice.until[:4]]
            right = tuple(any(score.same_person(person, who.name) for person in held) for who in choice.options)
        elif choice.person:
            his = _nearest([m for m in told if m["to"] and score.same_person(m["person"], choice.person.name)], choice.stage)
            right = tuple(any(score.same_club(move["to"], club.name) for move in his) for club in choice.options)
        else:
            there = [m for m in told if not choice.clubs or any(score.same_club(m["to"], club.name) for club in choice.clubs if m["to"])]
            right = tuple(any(score.same_person(move["person"], who.name) for move in _nearest(there, choice.stage)) for who in choice.options)
        found.append(Asked("where" if choice.person else "who", tuple(map(dict, choice.shown)), right))
    return found


def _nearest(told: Sequence[Move], stage: Stage | None) -> list[Move]:
    """The moves whose stage is nearest to the one said."""
    if stage is None:
        return list(told)
    away = [abs(Stage[move["stage"].upper()] - stage) if move["stage"] else len(Stage) for move in told]
    return [move for move, far in zip(told, away, strict=True) if far == min(away)]


def _rows(example: Example, explained: Explained, gold: Sequence[Move], true: Sequence[Sequence[Move]], prices: Sequence[Priced]) -> list[Row]:
    groups, language = tuple(c.group for c in explained.candidates), example.article.language or ""
    moving = {m["person"] for m in gold if m["tense"] == "current"}
    rows = []
    for c, mine, amounts in zip(explained.candidates, true, prices, strict=True):
        same = {m["tense"]: m for m in mine}
        now = same.get("current", {"stage": None, "against": ()})
        moves = any(score.same_person(person, c.group.person.name) for person in moving)
        stage, against = Stage[now["stage"].upper()] if now["stage"] else None, frozenset(now["against"])
        rows.append(Row(example.id, language, c.features, c.tellings, c.group, groups, "current" in same, "past" in same, moves, stage, against, amounts))
    return rows


def _as_move(group: Group) -> Move:
    origin, to = (group.origin.named.name if group.origin else None), (group.to.name if group.to else None)
    return {"person": group.person.name, "from": origin, "to": to, "mode": "renewal" if group.renewal else "unknown"}
