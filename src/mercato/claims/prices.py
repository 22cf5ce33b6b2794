"""Judge which of the amounts in a text is what a move costs, by boosted trees over how the amount is said and how it stands to the move."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from mercato.claims.discourse import TOGETHER, Discourse, Statement, named
from mercato.claims.fees import BACK, Moves, Said, fees, payable, said
from mercato.claims.groups import EXPLICIT, Group
from mercato.claims.judge import Features, Judge
from mercato.claims.masked import Masked
from mercato.claims.world import World
from mercato.model.article import BlockKind, MentionKind
from mercato.model.claim import Mode

FEE = "fee"  # the one verdict
LIKELY = 0.4  # from there a fee is given: F1 is flat from 0.3 to 0.4
REACH = 20  # words beyond which words say nothing of an amount
FAR = 30.0  # sentences between an amount and what the article never says
WHAT = ("money", "terms", "modes")  # the lexemes that tell what an amount is
FLAGS = ("past", "denied", "conditional", "question")


class Offer(NamedTuple):
    """A move and an amount that may be its price, with what is seen of the two."""

    group: Group
    amount: Said
    seen: Features


def prices(sentences: Sequence[Masked], moves: Moves, talk: Discourse, world: World, judge: Judge) -> dict[int, Said]:
    """The fee of each move, by the identity of its group: the likeliest amount; by rule where nothing has been learnt."""
    amounts = said(sentences, moves)
    if not amounts or not judge.trees:
        return fees(amounts)
    some = list(offers(amounts, sentences, moves, talk, world))
    best: dict[int, tuple[float, Said]] = {}
    for offer, odds in zip(some, judge.odds(FEE, judge.matrix([o.seen for o in some])).tolist() if some else (), strict=True):
        if odds >= LIKELY and odds > best.get(id(offer.group), (0.0, None))[0]:
            best[id(offer.group)] = odds, offer.amount
    return {key: amount for key, (_, amount) in best.items()}


def offers(amounts: Sequence[Said], sentences: Sequence[Masked], moves: Moves, talk: Discourse, world: World) -> Iterator[Offer]:
    """Every amount beside every move that can cost something."""
    costly = payable(moves)
    scene = Scene(amounts, sentences, costly, talk)
    rule = fees(amounts)
    shown = [_said(amount, scene) for amount in amounts]
    for group, past in costly:
        mine = _mover(group, scene, world) | {"background": float(past)}
        for amount, seen in zip(amounts, shown, strict=True):
            yield Offer(group, amount, {
                **seen, **mine, **_ruled(group, amount, rule), **_named(group, amount, scene), **_stated(group, amount, scene), **_fits(group, amount, world),
            })  # fmt: skip


class Scene:
    """What the features ask of a whole article, counted once."""

    def __init__(self, amounts: Sequence[Said], sentences: Sequence[Masked], costly: Moves, talk: Discourse) -> None:
        self.sentences = sentences
        self.values = Counter((a.money.amount, a.money.currency) for a in amounts)
        self.ranks = {value: rank for rank, value in enumerate(sorted(self.values, reverse=True))}
        self.most = max(a.money.amount for a in amounts)
        self.currencies = Counter(a.money.currency for a in amounts)
        self.moving = Counter(group.person.key for group, _ in costly)
        self.lead = next((group for group, past in costly if not past), None)
        self.stated: defaultdict[int, list[tuple[Group, Statement]]] = defaultdict(list)
        for group, _ in costly:
            for statement in group.statements:
                self.stated[statement.masked.index].append((group, statement))
        self.titled = frozenset(named(m).key for m in (*talk.titled, *talk.titled_clubs))
        self.hero = named(talk.hero).key if talk.hero else ""
        self.places = {kind: [(m.index, i, m.names[i].key) for m in sentences for i in m.said(kind)] for kind in (MentionKind.PERSON, MentionKind.CLUB)}
        self.counts = {kind: Counter(key for _, _, key in places) for kind, places in self.places.items()}
        self.recent = {id(a): {kind: self._recent(kind, a) for kind in self.places} for a in amounts}

    def _recent(self, kind: MentionKind, amount: Said) -> dict[str, tuple[float, float]]:
        """Who or what has been named before an amount: how many others since, and how many sentences ago."""
        found: dict[str, tuple[float, float]] = {}
        for index, at, key in reversed(self.places[kind]):
            if (index, at) < (amount.masked.index, amount.position):
                found.setdefault(key, (float(len(found)), float(amount.masked.index - index)))
        return found


def _said(amount: Said, scene: Scene) -> Features:
    """How an amount is said, whatever it is the price of."""
    masked, at, value = amount.masked, amount.position, amount.money.amount
    others = [place for place in masked.money if place != at]
    brackets = [word for word in masked.words[:at] if word in "()"]
    shown: Features = {
        "amount (log)": log(value), "of the largest": value / scene.most, "rank": float(scene.ranks[value, amount.money.currency]),
        "different amounts": float(len(scene.values)), "said (log)": log(scene.values[value, amount.money.currency]),
        "rare currency": float(scene.currencies[amount.money.currency] * 2 < scene.currencies.total()),
        "in title": float(masked.kind is BlockKind.TITLE), "sentence (log)": log(1 + masked.index), "people moving (log)": log(1 + len(scene.moving)),
        "no price by rule": float(amount.kind is None), "kind by rule": amount.kind or 0.0, "in brackets": float(brackets[-1:] == ["("]),
        "contract here": float(bool(masked.lexeme("contract") or masked.lexeme("expiry") or masked.lexeme("held"))),
        "past here": float(bool(masked.lexeme("past") or masked.years)), "amounts here": float(len(masked.money)),
        "amount before": max((1 / (at - place) for place in others if place < at), default=0.0),
        "amount after": max((1 / (place - at) for place in others if place > at), default=0.0),
    }  # fmt: skip
    if others:
        shown["beside a greater"] = float(masked.money[min(others, key=lambda place: abs(place - at))].amount > value)
    for match, lexeme in (found for kind in WHAT for found in masked.lexeme(kind)):
        side, away = ("before", at - match.end + 1) if match.end <= at else ("after", max(1, match.start - at))
        if away <= REACH:
            shown[f"{lexeme.value} {side}"] = max(shown.get(f"{lexeme.value} {side}", 0.0), 1 / away)
        if masked.clauses[match.start] == masked.clauses[at]:
            shown[f"{lexeme.value} in its clause"] = 1.0
    shown |= {f"hedge {x.value or x.kind}": 1.0 for match, x in masked.hedges if masked.clauses[match.start] == masked.clauses[at]}
    earlier = scene.sentences[max(0, masked.index - BACK) : masked.index]
    return shown | {f"{lexeme.value} just before": 1.0 for sentence in earlier for _, lexeme in sentence.lexeme("money")}


def _mover(group: Group, scene: Scene, world: World) -> Features:
    """What is told of the move, whatever it costs."""
    to, modes = group.to.key if group.to else "", {s.frame.mode for s in group.statements}
    people, clubs = scene.counts[MentionKind.PERSON], scene.counts[MentionKind.CLUB]
    return {
        "stage": float(group.stage), f"role {group.role}": 1.0, "departure": float(not to), "lead move": float(group is scene.lead),
        "statements": float(len(group.statements)), "framed": float(sum(s.frame is not TOGETHER for s in group.statements)),
        "moves of his": float(scene.moving[group.person.key]), "opposed": float(bool(group.against)),
        "share of people named": people[group.person.key] / max(1, people.total()), "share of clubs named": clubs[to] / max(1, clubs.total()),
        "person in title": float(group.person.key in scene.titled), "destination in title": float(to in scene.titled),
        "hero": float(group.person.key == scene.hero),
    } | {f"told as {mode.value}": float(mode in modes) for mode in (Mode.LOAN, Mode.FREE, Mode.PERMANENT)}  # fmt: skip


def _ruled(group: Group, amount: Said, rule: Mapping[int, Said]) -> Features:
    """What the rule makes of the two."""
    mine = rule.get(id(group))
    return {
        "said of it by rule": float(amount.payer is group), "said of another by rule": float(amount.payer is not None and amount.payer is not group),
        "taken by rule": float(mine is amount), "another taken by rule": float(mine is not None and mine is not amount),
    }  # fmt: skip


def _named(group: Group, amount: Said, scene: Scene) -> Features:
    """How person and clubs are named around the amount."""
    masked, at, recent = amount.masked, amount.position, scene.recent[id(amount)]
    person, to, origin = group.person.key, group.to.key if group.to else "", group.origin.named.key if group.origin else ""
    people = {masked.names[i].key for i in masked.said(MentionKind.PERSON)} - {person}
    clubs = {masked.names[i].key for i in masked.said(MentionKind.CLUB)}
    shown: Features = {
        "others here": float(len(people)), "other movers here": float(len(people & scene.moving.keys())), "origin here": float(origin in clubs),
        "other clubs here": float(len(clubs - {to, origin})), "clubs since origin": recent[MentionKind.CLUB].get(origin, (FAR, FAR))[0],
    }  # fmt: skip
    for kind, key, who in ((MentionKind.PERSON, person, "person"), (MentionKind.CLUB, to, "destination")):
        shown[f"others since {who}"], shown[f"sentences since {who}"] = recent[kind].get(key, (FAR, FAR))
        places = masked.said(kind)
        here = [i for i in places if masked.names[i].key == key]
        shown[f"{who} here"] = float(bool(here))
        if here:
            near = min(here, key=lambda i: abs(i - at))
            shown[f"words to {who}"], shown[f"{who} before"] = float(abs(near - at)), float(near < at)
            shown[f"another than {who} nearer"] = float(any(abs(i - at) < abs(near - at) for i in places))
    return shown


def _stated(group: Group, amount: Said, scene: Scene) -> Features:
    """How the statements of the move stand to the amount."""
    masked, at = amount.masked, amount.position
    away = [masked.index - s.masked.index for s in group.statements]
    framed = [s for s in group.statements if s.frame is not TOGETHER]
    last = min((n for n in away if n >= 0), default=None)
    shown: Features = {
        "sentences since it was stated": FAR if last is None else float(last),
        "sentences until it is stated": float(min((-n for n in away if n < 0), default=FAR)),
        "sentences since it was framed": float(min((masked.index - s.masked.index for s in framed if s.masked.index <= masked.index), default=FAR)),
        "in a paragraph with it": float(any(s.masked.block == masked.block for s in group.statements)),
        "furthest beside": float(max((s.stage or 0 for s in framed if abs(s.masked.index - masked.index) <= 1), default=0)),
    }  # fmt: skip
    if last is not None:
        since = {g.key for i in range(masked.index - last, masked.index + 1) for g, _ in scene.stated.get(i, ())} - {group.key}
        shown["other people stated since"] = float(len({person for person, _ in since} - {group.person.key}))
        shown["other moves of his stated since"] = float(sum(person == group.person.key for person, _ in since))
    here = [s for s in framed if s.masked is masked]
    if here:
        best = min(here, key=lambda s: _gap(s, at))
        rivals = [g for g, s in scene.stated[masked.index] if g is not group and s.frame is not TOGETHER and _gap(s, at) < _gap(best, at)]
        shown |= {
            "framed here": 1.0, "words to frame": float(_gap(best, at)), "frame before": float(best.match.end <= at), "stage of frame": float(best.stage or 0),
            "clauses to frame": float(abs(masked.clauses[best.match.start] - masked.clauses[at])),
            "frame said": float(best.person.how in EXPLICIT and (best.to is None or best.to.how in EXPLICIT)), "another framed nearer": float(bool(rivals)),
            "another person framed nearer": float(any(g.person.key != group.person.key for g in rivals)),
        } | {f"frame {flag}": float(flag in best.flags) for flag in FLAGS}  # fmt: skip
    return shown


def _gap(statement: Statement, at: int) -> int:
    """Words between the words of a statement and a place."""
    return max(0, statement.match.start - at, at - statement.match.end + 1)


def _fits(group: Group, amount: Said, world: World) -> Features:
    """Whether a nationality or position named in the sentence is his."""
    person = world.people.get(group.person.entity or "")
    known = {("positions", person.position), *(("demonyms", nation) for nation in person.nationalities)} if person else set()
    return {"epithet fits": float(any((x.kind, x.value) in known for _, x in amount.masked.lexemes))}
