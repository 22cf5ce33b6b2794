"""Judge how far a move has got from all that an article states of it: one forest for each step of the ladder (ordinal classification, Frank and Hall 2001)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mercato.claims.discourse import TOGETHER, Statement
from mercato.claims.features import LEAD
from mercato.claims.groups import EXPLICIT, OPEN, Group
from mercato.claims.judge import Features
from mercato.languages.pack import worded
from mercato.model.article import BlockKind, MentionKind
from mercato.model.claim import Stage

Leanings = dict[str, list[float]]  # a frame, its words, or these behind a modifier -> the share at each stage of the annotated moves it stated
SMOOTH = 4  # moves of the frame's own stage and of the usual stages that are added to those counted
SHARED = 3  # moves of the whole frame that are added to those of some words of it
LEAST = 2  # moves from which words count apart from their frame
IMPLIED = 0.5  # what a statement counts whose person or club is only meant, where nothing says how likely; one that is less likely is guessed
FLAGS = ("conditional", "denied", "denied behind", "question", "past")
DOUBTED = OPEN | {"past"}
STEPS = tuple(Stage)[1:]


class Wording(NamedTuple):
    """What states a move, from the frame ("en:signs") to its words ("en:signs joined") and to these behind a modifier ("en:signs join possible"), and the
    stage that the frame stands for."""

    keys: tuple[str, ...]
    stage: Stage | None


def wording(statement: Statement, language: str) -> Wording:
    """The frame of a statement with its words: "joined" and "joins" lean elsewhere, and "could join" again."""
    masked, match = statement.masked, statement.match
    frame, said = f"{language}:{statement.frame.name}", f"{language}:{worded(statement.frame, masked.words, match)}"
    clause = masked.clauses[match.start]
    under = [x.value for m, x in masked.hedges if x.kind == "modifier" and m.end <= match.start and masked.clauses[m.start] == clause]
    return Wording((frame, said, f"{said} {under[-1]}") if under else (frame, said), statement.stage)


def wordings(group: Group, language: str) -> set[Wording]:
    """What states a move."""
    return {wording(s, language) for s in group.statements if s.frame is not TOGETHER}


def measure(told: Iterable[tuple[set[Wording], Stage]]) -> Leanings:
    """At which stages the moves of annotated articles stand that a wording states; each comes with its wordings and its true stage."""
    counts: defaultdict[str, Counter[Stage]] = defaultdict(Counter)
    own: dict[str, Stage | None] = {}
    above: dict[str, str] = {}
    usual: Counter[Stage] = Counter()
    for said, stage in told:
        usual[stage] += 1
        for key in {key for one in said for key in one.keys}:
            counts[key][stage] += 1
        own |= {one.keys[0]: one.stage for one in sorted(said, key=lambda one: (one.keys, one.stage or 0))}
        above |= {under: over for one in said for over, under in pairwise(one.keys)}
    total = max(1, usual.total())
    base = [usual[stage] / total for stage in Stage]
    leanings = {frame: _smoothed(counts[frame], own[frame], base) for frame in sorted(own)}
    for key in sorted(above, key=lambda key: (above[key] in above, key)):
        if counts[key].total() >= LEAST:
            leanings[key] = _shares(counts[key], [SHARED * share for share in leanings[above[key]]], SHARED)
    return leanings


def _smoothed(count: Counter[Stage], own: Stage | None, base: Sequence[float]) -> list[float]:
    added = [share + (SMOOTH - 1) * (stage == (own or Stage.LINKED)) for stage, share in zip(Stage, base, strict=True)]
    return _shares(count, added, SMOOTH)


def _shares(count: Counter[Stage], added: Sequence[float], moves: int) -> list[float]:
    """The share of each stage among the moves counted and as many `moves` that are added to them."""
    return [round((count[stage] + more) / (count.total() + moves), 2) for stage, more in zip(Stage, added, strict=True)]


class Around(NamedTuple):
    """What an article tells beside a single move."""

    firm: Sequence[tuple[str, Stage]]  # the moves that a strong frame states: who moves, and how far it has got as stated
    near: Mapping[str, Sequence[Statement]]  # person key -> what the sentences that name him state of anybody, each frame once


def around(found: Iterable[Group]) -> Around:
    """What the moves of an article tell beside each other."""
    groups = list(found)
    framed = {(s.masked.index, s.match.start, s.frame.name): s for group in groups for s in group.statements if s.frame is not TOGETHER}
    near: defaultdict[str, list[Statement]] = defaultdict(list)
    for s in framed.values():
        for key in {s.masked.names[i].key for i in s.masked.said(MentionKind.PERSON)}:
            near[key].append(s)
    return Around([(group.person.key, group.stage) for group in groups if any(not s.frame.weak for s in group.statements)], near)


def likeliest(steps: NDArray[np.float64]) -> list[Stage]:
    """The likeliest stage of each move (row), from how likely it has got at least as far as each of the STEPS (column)."""
    at_least = np.minimum.accumulate(steps, axis=1)
    bounds = np.pad(at_least, ((0, 0), (1, 1)), constant_values=((0, 0), (1, 0)))
    return [Stage(1 + int(at)) for at in np.argmax(bounds[:, :-1] - bounds[:, 1:], axis=1)]


def progress(group: Group, found: Sequence[Group], beside: Around, language: str, leanings: Mapping[str, Sequence[float]]) -> Features:
    """Feature name to value of a move among all of the article."""
    framed = [s for s in group.statements if s.frame is not TOGETHER]
    manners = [(_manner(s), s) for s in framed]
    told = Counter([f"{manner} {s.stage.word}" for manner, s in manners if s.stage])
    shown: Features = {f"language {language}": 1.0, "stated": float(group.stage), "renewal": float(group.renewal), "departure": float(group.to is None)}
    shown |= {f"role {group.role}": 1.0, "opposed": float(bool(group.against)), "no frame": float(not framed)}
    shown["money"] = float(any(s.masked.money for s in framed))
    shown |= {name: float(count) for name, count in told.items()}
    shown |= {f"furthest {manner}": _furthest(s for how, s in manners if how == manner) for manner in ("said", "meant", "guessed", "open", "past")}
    shown["furthest in title"] = _furthest(s for s in framed if s.masked.kind is BlockKind.TITLE)
    shown["furthest in the lead"] = _furthest(s for s in framed if s.masked.index < LEAD)
    shown["furthest of strong frames"] = _furthest(s for s in framed if not s.frame.weak)
    shown |= {f"flag {flag}": float(sum(flag in s.flags for s in group.statements)) for flag in FLAGS}
    shown |= _leaning(framed, language, leanings)
    near = beside.near.get(group.person.key, ())
    shown |= {f"near {name}": value for name, value in _leaning(near, language, leanings).items()}
    shown |= {f"near {word}": float(count) for word, count in Counter(s.stage.word for s in near if s.stage).items()}
    shown |= _elsewhere(group, found, beside.firm)
    return shown


def _manner(statement: Statement) -> str:
    if not statement.flags.isdisjoint(OPEN):
        return "open"
    if "past" in statement.flags:
        return "past"
    sure = _sure(statement)
    return "said" if sure == 1.0 else "meant" if sure >= IMPLIED else "guessed"


def _sure(statement: Statement) -> float:
    """How surely a statement is about its person and its club: 1 where both are said."""
    meant = [part for part in (statement.person, statement.to) if part and part.how not in EXPLICIT]
    return prod((part.likely if part.place else IMPLIED) for part in meant)


def _furthest(some: Iterable[Statement]) -> float:
    return float(max((s.stage or 0 for s in some), default=0))


def _leaning(framed: Sequence[Statement], language: str, leanings: Mapping[str, Sequence[float]]) -> Features:
    """What the frames together lean to: the product of their shares, each by how surely it is about them, and the furthest of their means."""
    product, means = [1.0] * len(Stage), [0.0]
    for s in framed:
        shares = next((leanings[key] for key in reversed(wording(s, language).keys) if key in leanings), None)
        if shares is None:
            continue
        weight = _sure(s)
        product = [p * (share + 0.01) ** weight for p, share in zip(product, shares, strict=True)]
        means.append(sum(share * stage for share, stage in zip(shares, Stage, strict=True)))
    total = sum(product)
    shown = {f"leaning to {stage.word}": p / total for stage, p in zip(Stage, product, strict=True)}
    return shown | {"furthest leaning": max(means), "mean leaning": sum(means) / max(1, len(means) - 1)}


def _elsewhere(group: Group, found: Sequence[Group], firm: Sequence[tuple[str, Stage]]) -> Features:
    """What is stated of the person without this club, and how far the other moves of the article have got."""
    person = group.key[0]
    mine = [g for g in found if g.key[0] == person and g.key != group.key]
    his = [s for g in mine for s in g.statements if s.frame is not TOGETHER and s.flags.isdisjoint(DOUBTED)]
    others = Counter([stage for mover, stage in firm if mover != person])
    most, count = min(others.items(), key=lambda x: (-x[1], x[0])) if others else (0, 0)
    return {
        "furthest of him elsewhere": _furthest(his),
        "furthest of him with a club only meant": _furthest(s for s in his if s.to is None or s.to.how not in EXPLICIT),
        "others (log)": float(len(others)),
        "most others": float(most),
        "share of most others": count / max(1, others.total()),
    }
