"""What must happen before a move can: "if Maignan leaves" as "Mike Maignan leaves AC Milan"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mercato.claims.discourse import Discourse, named
from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.claims.world import World
from mercato.languages.pack import Trigger
from mercato.languages.pattern import Match
from mercato.model.article import Mention, MentionKind
from mercato.model.claim import Evidence, Named

REACH = 9  # words between "if" and the person
BEYOND = 6  # words between that person and the words for leaving
NEAR = 2  # sentences between a condition and the move it is for


@dataclass(frozen=True, slots=True)
class Condition:
    """What must happen, about whom, in which sentence."""

    text: str
    person: Named
    index: int
    evidence: Evidence


def conditions(sentences: Sequence[Masked], talk: Discourse, world: World) -> list[Condition]:
    """Every departure that the text makes a condition of something."""
    return [found for masked in sentences for match, x in masked.hedges if x.kind == "conditional" for found in _departure(masked, match, talk, world)]


def held(found: Sequence[Condition], groups: Sequence[Group]) -> dict[int, list[Condition]]:
    """The conditions of each move, by the identity of its group: those told with it, else of the sentences around; nobody's own departure."""
    bound: dict[int, list[Condition]] = {}
    for condition in found:
        others = [g for g in groups if g.person.key != condition.person.key]
        away = {id(g): min(abs(condition.index - s.masked.index) for s in g.statements) for g in others if g.statements}
        nearest = min(away.values(), default=NEAR + 1)
        for key, distance in away.items():
            if distance == nearest <= NEAR:
                bound.setdefault(key, []).append(condition)
    return bound


def _departure(masked: Masked, match: Match, talk: Discourse, world: World) -> Iterator[Condition]:
    person = next((i for i in masked.said(MentionKind.PERSON) if match.end <= i <= match.end + REACH), None)
    if person is None or any(m.start <= match.start < m.end for m, _ in masked.lexeme("harmless")):
        return
    words = [m for m, _ in masked.lexeme("leaving")] + [m for m, t in masked.triggers if _leaves(t)]
    goes = next((m for m in words if match.end <= m.end and m.start <= person + BEYOND), None)
    if goes is None:
        return
    mention, club = masked.mentions[person], _left(masked, person, goes, talk, world)
    stays = any(m.start == match.start for m, _ in masked.lexeme("unless"))
    span = masked.span(match.start, max(person + 1, goes.end))
    text = _text(mention, club, "stays at" if stays else "leaves")
    yield Condition(text, named(mention), masked.index, Evidence("conditions", span, span.of(masked.text)))


def _leaves(trigger: Trigger) -> bool:
    return trigger.stage is not None and not trigger.frame.renewal and "from" in (*trigger.frame.before, *trigger.frame.after)


def _text(mention: Mention, club: Named | None, verb: str) -> str:
    return f"{mention.name} {verb} {club.name}" if club else f"{mention.name} {'stays' if verb == 'stays at' else verb}"


def _left(masked: Masked, person: int, match: Match, talk: Discourse, world: World) -> Named | None:
    """The club he would leave: the one the text or knowledge puts him at, else one named with the words."""
    mention = masked.mentions[person]
    home = talk.homes.get(named(mention).key)
    known = home.named if home else world.home(mention.entity, talk.day)
    if known:
        return known
    clubs = masked.said(MentionKind.CLUB)
    chosen = [i for i in clubs if max(match.start, person) < i <= match.end + BEYOND] or [i for i in clubs if i < person][-1:]
    return masked.names[chosen[0]] if chosen else None
