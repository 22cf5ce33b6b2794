"""Judge who of those named in an article vouches for a move: everything from which that can be told of one move and one witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from mercato.claims.credit import Credit, quoted
from mercato.claims.discourse import Discourse
from mercato.claims.features import LEAD
from mercato.claims.groups import Group
from mercato.claims.judge import Features, Judge
from mercato.claims.masked import Masked
from mercato.claims.newsstand import Newsstand
from mercato.claims.voices import credited, stating
from mercato.model.article import BlockKind, Mention, MentionKind
from mercato.model.claim import Named, Stage
from mercato.model.world import Role

FAR = 15  # sentences: further away all is the same
RIM = 2  # words from the border of a sentence where a credit is put
VOUCHES = 0.35  # the best cross-validated F1 lies between 0.2 and 0.4
SAYING = frozenset({"before", "after", "via", "told", "says"})  # the credits that name somebody
Moves = Sequence[tuple[Group, bool]]  # each with whether it is background


class Spot(NamedTuple):
    """Where somebody is named: the sentence, the word, the mention."""

    masked: Masked
    at: int
    mention: Mention


@dataclass(slots=True)
class Witness:
    """Somebody who may vouch for a move: an outlet, a journalist, or a person whom the text credits; where he is named, and how he is credited."""

    source: Named
    kind: MentionKind
    spots: list[Spot] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Court:
    """What witnesses are heard in: the sentences, what they have told of people, the press, and the article's own outlet."""

    sentences: Sequence[Masked]
    talk: Discourse
    press: Newsstand
    own: str | None


def vouched(found: Sequence[Credit], moves: Moves, court: Court, judge: Judge) -> dict[int, list[Credit]]:
    """The credits of each move by the identity of its group: as judged, or by the rule of their reach where nothing has been learnt."""
    ruled = credited(found, moves, court.sentences, court.talk)
    heard = witnesses(found, court) if judge.trees and moves else []
    if not heard:
        return ruled
    table = judge.matrix(list(testimonies(moves, heard, ruled, court)))
    rows = np.flatnonzero(judge.odds("vouches", table) >= VOUCHES)
    said: dict[int, list[Credit]] = {}
    for row, relays in zip(rows.tolist(), (judge.odds("relays", table[rows]) >= 0.5).tolist(), strict=True):
        move, witness = divmod(row, len(heard))
        said.setdefault(id(moves[move][0]), []).append(_credit(heard[witness], moves[move][0], relay=relays))
    return said


def _credit(witness: Witness, group: Group, *, relay: bool) -> Credit:
    """The credit nearest to the move, or the nearest mention, as told: of a source or of a relay."""
    told = stating(group)
    plain = (Credit(witness.source, spot.mention.span, spot.masked.index, "report") for spot in witness.spots)
    nearest = min(witness.credits or plain, key=lambda c: min((abs(c.index - k) for k in told), default=FAR))
    return nearest if nearest.relay is relay else replace(nearest, how="relay" if relay else "report")


def witnesses(found: Sequence[Credit], court: Court) -> list[Witness]:
    """Every outlet and journalist named, but the article's own and those of clubs, and every person who is credited, in order."""
    made: dict[str, Witness] = {}
    credited_ = {c.source.key for c in found}
    for masked in court.sentences:
        for at in sorted((*masked.said(MentionKind.SOURCE), *masked.said(MentionKind.PERSON))):
            mention, who = masked.mentions[at], masked.names[at]
            press = mention.kind is not MentionKind.PERSON and not court.press.speaks_for_club(mention)
            if who.key in credited_ or (press and not court.press.same_house(who.entity, court.own)):
                made.setdefault(who.key, Witness(who, mention.kind)).spots.append(Spot(masked, at, mention))
    for credit in found:
        if credit.source.key in made:
            made[credit.source.key].credits.append(credit)
    return list(made.values())


def testimonies(moves: Moves, heard: Sequence[Witness], ruled: Mapping[int, Sequence[Credit]], court: Court) -> Iterator[Features]:
    """Feature name to value for every move and witness, witnesses in order within moves in order; `ruled` is whom the rule of reach credits."""
    quotes = quoted(court.sentences)
    whole: Features = {
        "sentences": float(len(court.sentences)), "moves": float(len(moves)), "witnesses": float(len(heard)),
        "outlets": float(sum(w.kind is MentionKind.SOURCE for w in heard)), "credits": float(sum(len(w.credits) for w in heard)),
    }  # fmt: skip
    seen = [whole | _witness(witness, quotes, court) for witness in heard]
    stated = [sorted(stating(group)) for group, _ in moves]
    places = [({spot.masked.index for spot in witness.spots}, {c.index for c in witness.credits}) for witness in heard]
    gaps = [[_gap(named, told) for named, _ in places] for told in stated]
    for (group, past), told, mine in zip(moves, stated, gaps, strict=True):
        rule = ruled.get(id(group), ())
        others, move = {c.source.key for c in rule}, _move(group, told, court, past=past)
        for at, (witness, own, (named, credited_), gap) in enumerate(zip(heard, seen, places, mine, strict=True)):
            key = witness.source.key
            yield {
                **own, **move, **_near("named", named, told), **_near("credited", credited_, told), **_about(group, witness, court),
                "rule": float(key in others), "rule relays": float(any(c.relay for c in rule if c.source.key == key)),
                "rule others": float(len(others - {key})), "himself": float(group.person.key == key), "moves nearer": float(sum(row[at] < gap for row in gaps)),
                "moves as near": float(sum(row[at] == gap for row in gaps)), "witnesses nearer": float(sum(g < gap for g in mine)),
                "witnesses as near": float(sum(g == gap for g in mine)),
            }  # fmt: skip


def _gap(ones: set[int], others: Sequence[int]) -> int:
    return min((abs(i - k) for i in ones for k in others), default=FAR)


def _near(word: str, ones: set[int], told: Sequence[int]) -> Features:
    """How far the nearest statement of the move is, ahead and behind, and how often both share a sentence."""
    ahead = min((k - i for i in ones for k in told if k >= i), default=FAR)
    back = min((i - k for i in ones for k in told if k <= i), default=FAR)
    return {
        f"{word}, told ahead": float(min(ahead, FAR)), f"{word}, told before": float(min(back, FAR)), f"{word} together": float(len(ones.intersection(told))),
        f"{word} nearest": float(min(ahead, back, FAR)),
    }  # fmt: skip


def _about(group: Group, witness: Witness, court: Court) -> Features:
    """In how many of its sentences the witness is named with the person and the club of the move, and whether he is credited with them."""
    to, told = group.to.key if group.to else "", {s.masked.block for s in group.statements}
    here = [({who.key for who in spot.masked.names.values()}, spot.masked.block) for spot in witness.spots]
    there = {who.key for c in witness.credits for who in court.sentences[c.index].names.values()}
    return {
        "with the person": float(sum(group.person.key in keys for keys, _ in here)), "with the club": float(sum(to in keys for keys, _ in here)),
        "in its paragraph": float(sum(block in told for _, block in here)),
        "credited with the person": float(group.person.key in there), "credited with the club": float(to in there),
    }  # fmt: skip


def _move(group: Group, told: Sequence[int], court: Court, *, past: bool) -> Features:
    first = told[0] if told else FAR
    return {
        "past": float(past), "stage": float(group.stage), "done": float(group.stage >= Stage.DONE), "renewal": float(group.renewal),
        "departure": float(group.to is None), "opposed": float(bool(group.against)), f"mover {group.role}": 1.0, "told": float(len(told)),
        "told first": float(first), "told in the lead": float(first < LEAD), "doubted": float(any(s.flags for s in group.statements)),
        "told in title": float(any(court.sentences[i].kind is BlockKind.TITLE for i in told)),
    }  # fmt: skip


def _witness(witness: Witness, quotes: frozenset[int], court: Court) -> Features:
    """What he is, how often he is credited in which way, and how his name stands where he is named."""
    spots, kinds = witness.spots, [spot.masked.kind for spot in witness.spots]
    shown = Counter(f"how {credit.how}" for credit in witness.credits)
    for spot in spots:
        shown.update(_standing(spot, quotes))
    if witness.kind is MentionKind.PERSON:
        shown[f"is {court.talk.roles.get(witness.source.key, Role.PLAYER) or 'agent'}"] = 1
    return {name: float(count) for name, count in shown.items()} | {
        f"is {witness.kind}": 1.0, "named": float(len(spots)), "first named": float(spots[0].masked.index),
        "linked": float(witness.source.entity is not None), "in title": float(BlockKind.TITLE in kinds),
        "in body": float(kinds.count(BlockKind.BODY)), "firm": float(any(court.press.firm(s.mention) for s in spots)),
    }  # fmt: skip


def _standing(spot: Spot, quotes: frozenset[int]) -> Iterator[str]:
    """How a name stands in its sentence, and what stands beside it."""
    masked, at, last = spot.masked, spot.at, len(spot.masked.words) - 1
    person = spot.mention.kind is MentionKind.PERSON
    before, after = masked.words[at - 1] if at else "", masked.words[at + 1] if at < last else ""
    credits = [(match, lexeme.value) for match, lexeme in masked.lexeme("credit") if lexeme.value in SAYING]
    values = {value for _, value in credits}
    yield from {f"said {value}" for match, value in credits for _, place in match.slots if place == at}
    ways = {
        "in quotes": masked.index in quotes, "quotes behind": masked.index + 1 in quotes, "opens": at <= RIM, "closes": at >= last - RIM,
        "in brackets": before == "(", "before a colon": after == ":", "behind a colon": before == ":", "before a comma": after == ",",
        "behind a comma": before == ",", "beside an outlet": len(masked.said(MentionKind.SOURCE)) > (not person),
        "beside a person": len(masked.said(MentionKind.PERSON)) > person,
        "beside a club": bool(masked.said(MentionKind.CLUB)), "beside a credit": bool(values), "beside a told": "told" in values,
        "beside a says": "says" in values,
    }  # fmt: skip
    yield from (way for way, holds in ways.items() if holds)
