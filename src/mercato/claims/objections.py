"""Judge who stands against a move, from all that an article states against anybody's: one forest for every kind of opposition that something speaks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from mercato.claims.discourse import TOGETHER, Statement
from mercato.claims.groups import Group
from mercato.claims.judge import Features
from mercato.claims.phrases import leans_to
from mercato.claims.progress import DOUBTED
from mercato.model.article import BlockKind, MentionKind
from mercato.model.claim import Against, Stage

MEANT = 0.35  # the least probability that counts: F1 is flat from 0.3 to 0.4, and lower below and above
FLAGS = frozenset({"conditional", "crossed", "denied", "denied behind", "past", "possible", "question", "relative"})
UNMEANT = frozenset({"conditional", "denied"})
NEAREST = ("its", "his", "beside", "stray its", "stray", "his elsewhere", "stray elsewhere")  # how a statement comes to speak of a move, the surest first
PARTY = {Against.SELLER: "from", Against.PERSON: "person", Against.BUYER: "to"}
Heard = list[tuple[str, Statement]]


class Objection(NamedTuple):
    """A kind of opposition to a move that something speaks for: what that shows, and the statement that says it."""

    against: Against
    shown: Features
    statement: Statement


def objections(group: Group, found: Sequence[Group], language: str) -> list[Objection]:
    """The kinds of opposition to a move as told now that the article may mean, among all its moves: every kind where anything is said against it, since the
    same words ("vom Tisch") stand for one as for another; where he has only gone elsewhere, his own choice and the end of this."""
    group = group.told(past=False)
    his = [g for g in found if g.key[0] == group.key[0]]
    elsewhere = _elsewhere(group, his)
    said = list(_heard(group, found)) if group.heard else []
    gone = _gone(group, elsewhere)
    if not said and not gone:
        return []
    usual = _usual(group, his, elsewhere, language) | {"gone": float(gone is not None)}
    shown = {kind: _shown(kind, [(how, s) for how, s in said if kind in s.frame.against], group) for kind in Against}
    ruled = Counter([against for against, _ in group.against])
    return [
        Objection(kind, {**usual, **shown[kind], **_beside(kind, shown, ruled), **_any(kind, said, group), f"kind {kind}": 1.0}, _words(kind, said, gone))
        for kind in (Against if said else (Against.PERSON, Against.OFF))
    ]


def opposed(objection: Objection, leaning: Features) -> Features:
    """What an objection shows, with what the words around the move lean to."""
    return objection.shown | leaning | {"phrases of its kind": leaning.get(leans_to(objection.against), 0.0)}


def _heard(group: Group, found: Sequence[Group]) -> Iterator[tuple[str, Statement]]:
    """What is stated against this move or may be meant of it, and how: of him and this club, of him alone or with another; of others where he is named too; of
    people who make no move, if nobody is told to move more than he is."""
    here = {s.masked.index for s in group.statements}
    told = [(_told(g), g) for g in found]
    movers = {g.person.key for n, g in told if g.to and n}
    leads = max(told, key=lambda x: x[0])[1].person.key == group.person.key
    for s in group.heard:
        mine = s.to is not None and group.to is not None and s.to.named.key == group.to.key
        if s.person.named.key == group.person.key:
            yield "its" if mine else "his elsewhere" if s.to else "his", s
        elif s.masked.index in here and (mine or any(name.key == group.person.key for name in s.masked.names.values())):
            yield "beside", s
        elif leads and s.person.named.key not in movers:
            yield "stray its" if mine else "stray elsewhere" if s.to else "stray", s


def _told(group: Group) -> int:
    return sum([s.frame is not TOGETHER for s in group.statements])


def _gone(group: Group, elsewhere: Sequence[Group]) -> Statement | None:
    """What says that he has gone to another club, or stays, further than he has got here."""
    if group.to is None or group.renewal:
        return None
    other = [s for g in elsewhere for s in g.statements if _firm(s) >= Stage.AGREED]
    furthest = max(other, key=_firm, default=None)
    return furthest if furthest and _firm(furthest) >= max(map(_firm, group.statements)) else None


def _elsewhere(group: Group, his: Sequence[Group]) -> list[Group]:
    """Of his moves those to other clubs than this one and the one he leaves, and his staying there."""
    home, to = group.origin.named.key if group.origin else None, group.to.key if group.to else None
    return [g for g in his if g.to and g.to.key != to and (g.renewal or g.to.key != home)]


def _firm(statement: Statement) -> int:
    return statement.stage or 0 if statement.frame is not TOGETHER and statement.flags.isdisjoint(DOUBTED) else 0


def _usual(group: Group, his: Sequence[Group], elsewhere: Sequence[Group], language: str) -> Features:
    """What is told of the move itself, and of his others."""
    others = [(g.renewal, max(map(_firm, g.statements))) for g in elsewhere]
    mine, told = _told(group), list(map(_told, his))
    return {
        f"language {language}": 1.0,
        f"role {group.role}": 1.0,
        "stage": float(group.stage),
        "renewal": float(group.renewal),
        "departure": float(group.to is None),
        "statements": float(mine),
        "moves of him": float(sum(map(bool, told))),
        "share of him": mine / max(1, sum(told)),
        "most told of him": float(mine >= max(told)),
        "money": float(any(s.masked.money for s in group.statements)),
        "origin known": float(group.origin is not None),
        "elsewhere": float(max((stage for renewal, stage in others if not renewal), default=0)),
        "stays": float(max((stage for renewal, stage in others if renewal), default=0)),
    }


def _shown(kind: Against, heard: Heard, group: Group) -> Features:
    """How this kind of opposition is stated: of whom, behind whose name, how firmly, and where."""
    counts: defaultdict[str, float] = defaultdict(float, clear=0.0)
    here = {s.masked.index for s in group.statements}
    for how, s in heard:
        clear = s.flags.isdisjoint(UNMEANT)
        counts[how] += 1
        counts["clear"] += clear
        counts[f"clear {how}"] += clear
        counts[f"behind {_behind(kind, s, group)}"] += 1
        counts["person said"] += s.person.how == "said"
        counts["here"] += s.masked.index in here
        counts["in title"] += s.masked.kind is BlockKind.TITLE
        counts["staged"] += s.stage is not None
        counts["last (log)"] = max(counts["last (log)"], log(1 + s.masked.index))
        for flag in s.flags & FLAGS:
            counts[flag] += 1
    return dict(counts)


def _behind(kind: Against, statement: Statement, group: Group) -> str:
    """Whose club is named last before the words: that of the one who would be against it, the other one of the move, another, none."""
    masked = statement.masked
    clubs = [masked.names[i].key for i in masked.said(MentionKind.CLUB) if i < statement.match.start]
    if not clubs:
        return "no club"
    ends = {group.to.key if group.to else "": "to", group.origin.named.key if group.origin else "": "from"}
    end = ends.get(clubs[-1])
    return "another club" if end is None else "its own club" if end == PARTY.get(kind) else "the other club"


def _any(kind: Against, heard: Heard, group: Group) -> Features:
    """Behind whose name anything against the move is said."""
    return {f"any {where}": float(count) for where, count in Counter([f"behind {_behind(kind, s, group)}" for _, s in heard]).items()}


def _beside(kind: Against, shown: Mapping[Against, Features], ruled: Mapping[Against, int]) -> Features:
    """What the rule makes of it, and how much is said of the other kinds."""
    others = {f"clear {other}": features["clear"] for other, features in shown.items() if other is not kind}
    more = sum(count for other, count in ruled.items() if other is not kind)
    return {"joined": float(ruled.get(kind, 0)), "others joined": float(more), "clear others": sum(others.values()), **others}


def _words(kind: Against, heard: Heard, gone: Statement | None) -> Statement:
    """The statement that says most surely what stands against a move: of this kind before others, in the clear before what is doubted."""
    said = min(heard, key=lambda x: (kind not in x[1].frame.against, not x[1].flags.isdisjoint(UNMEANT), NEAREST.index(x[0])), default=None)
    statement = said[1] if said else gone
    assert statement is not None, "nothing is asked about of which nothing speaks"
    return statement
