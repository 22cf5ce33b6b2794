"""Readable features of a group of statements, from which the scorer decides whether it is a move at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.claims.statements import TOGETHER, Discourse, Reader, named
from mercato.model.article import BlockKind, MentionKind

Features = dict[str, float]


def features(group: Group, groups: Sequence[Group], sentences: Sequence[Masked], talk: Discourse, reader: Reader) -> Features:
    """Feature name to value; names are the same in every language."""
    statements, n = group.statements, max(1, len(group.statements))
    flags = Counter(flag for s in statements for flag in s.flags)
    hows = Counter(f"{role} {part.how}" for s in statements for role, part in (("person", s.person), ("to", s.to), ("from", s.origin)) if part)
    framed = [s for s in statements if s.frame is not TOGETHER]
    both = [s for s in framed if s.person.how == "said" and (s.to is None or s.to.how == "said")]
    shown: Features = {
        "bias": 1.0,
        "statements (log)": log(1 + len(framed)),
        "no frame": float(not framed),
        "both said (log)": log(1 + len(both)),
        "strong frames (log)": log(1 + sum(not s.frame.weak for s in statements)),
        "only weak frames": float(all(s.frame.weak for s in statements)),
        "nothing said": float(not both),
        "best of both said": float(max((int(s.stage or 0) for s in both), default=0)) / 8,
        "in title": float(any(s.masked.kind is BlockKind.TITLE for s in statements)),
        "in heading": float(any(s.masked.kind is BlockKind.HEADING for s in statements)),
        "first sentence (log)": log(1 + min((s.masked.index for s in statements), default=0)),
        "departure": float(group.to is None),
        "renewal": float(group.renewal),
        "past flagged": float(group.past),
        "past and done": float(group.past and group.stage == 8),
        "past and not done": float(group.past and group.stage < 8),
        "departure past": float(group.past and group.to is None),
        "coach": float(group.role == "coach"),
        "executive": float(group.role == "executive"),
        "opposed": float(bool(group.against)),
        f"stage {group.stage.word}": 1.0,
    }
    shown |= {f"flag {flag}": count / n for flag, count in flags.items()}
    shown |= {f"how {how}": count / n for how, count in hows.items()}
    shown |= _company(group, groups, sentences)
    shown |= _known(group, talk, reader)
    return shown


def _company(group: Group, groups: Sequence[Group], sentences: Sequence[Masked]) -> Features:
    """The person and the club among the other people, clubs and moves of the article."""
    people = Counter(named(m.mentions[i]).key for m in sentences for i in m.said(MentionKind.PERSON))
    clubs = Counter(named(m.mentions[i]).key for m in sentences for i in m.said(MentionKind.CLUB))
    person, club = people[group.person.key], clubs[group.to.key] if group.to else 0
    rivals = [g for g in groups if g.person.key == group.person.key and g is not group]
    framed = {id(g): sum(s.frame is not TOGETHER for s in g.statements) for g in groups}
    best = max((framed[id(g)] for g in rivals if g.past == group.past), default=0)
    together = sum(_both(m, group) for m in sentences) if group.to else 0
    return {
        "person share": person / max(1, sum(people.values())),
        "person leads": float(bool(people) and person == max(people.values())),
        "club share": club / max(1, sum(clubs.values())),
        "club leads": float(bool(clubs) and group.to is not None and club == max(clubs.values())),
        "together (log)": log(1 + together),
        "never together": float(group.to is not None and not together),
        "other moves of person (log)": log(1 + sum(framed[id(g)] > 0 for g in rivals)),
        "has a current destination": float(any(g.to is not None and not g.past and framed[id(g)] for g in rivals)),
        "more stated elsewhere": float(best > framed[id(group)]),
        "moves in article (log)": log(1 + sum(map(bool, framed.values()))),
    }


def _both(masked: Masked, group: Group) -> bool:
    keys = {named(mention).key for mention in masked.mentions.values()}
    return group.to is not None and group.person.key in keys and group.to.key in keys


def _known(group: Group, talk: Discourse, reader: Reader) -> Features:
    """What knowledge says of the person and the club."""
    person = reader.world.people.get(group.person.entity or "")
    shown: Features = {"person unlinked": float(group.person.entity is None)}
    if group.to is None:
        return shown
    home = talk.homes.get(group.person.key)
    shown["text says he is there"] = float(home is not None and home.named.key == group.to.key)
    shown["text says he was there"] = float((group.person.key, group.to.key) in talk.formers)
    shown["national team"] = float(reader.world.national(group.to))
    if person is not None:
        spells = [s for s in person.spells if s.club == group.to.entity]
        now = reader.world.settled(group.person.entity, group.to, talk.day)
        shown["known to be there"] = float(now)
        shown["known to have been there"] = float(not now and any(s.first and (talk.day is None or s.first <= talk.day) for s in spells))
    return shown


Weights = Mapping[str, Mapping[str, float]]
