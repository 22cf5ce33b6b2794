"""From the statements of one article to its claims: judge each move, then read its fee, form, terms, conditions and credits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import log
from typing import NamedTuple

import numpy as np

from mercato.claims.again import First, firsts, hopeful, second, whole
from mercato.claims.conditions import conditions, held
from mercato.claims.credit import Credit, credits
from mercato.claims.discourse import TOGETHER, Discourse, Part, Statement
from mercato.claims.features import Scene, features
from mercato.claims.form import mode, terms
from mercato.claims.grounds import Grounds
from mercato.claims.groups import Group, gather
from mercato.claims.judge import Features, Matrix, Odds
from mercato.claims.ledgers import ARRIVES, LEAVES
from mercato.claims.masked import Masked
from mercato.claims.newsstand import Newsstand
from mercato.claims.objections import MEANT, objections, opposed
from mercato.claims.pairs import Key, Sight, sights
from mercato.claims.prices import prices
from mercato.claims.progress import STEPS, around, likeliest, progress
from mercato.claims.scorer import Scorer
from mercato.claims.statements import Reader
from mercato.claims.trust import Telling, tellings, trusted
from mercato.claims.witnesses import Court, vouched
from mercato.claims.world import World
from mercato.model.article import Article
from mercato.model.claim import Against, Claim, Evidence, Named, Stage, Tense, claim_id

SHORT = log(3)  # sentences of a text that, if it speaks of a move at all, speaks of nothing else


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beyond the article: the people and clubs, and the press."""

    world: World
    press: Newsstand


class Verdict(NamedTuple):
    """How likely the article tells a move as news and as background, and why it may count as either."""

    current: float
    past: float
    reasons: dict[Tense, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible move with what was seen of it (as news, where it is told twice), and how likely the article tells it as news and as background."""

    group: Group
    features: Features
    tellings: set[Telling]
    current: float
    past: float
    reasons: dict[Tense, tuple[str, ...]]
    dealt: bool = False  # whether a list or a card of deals tells it


@dataclass(frozen=True, slots=True)
class Move:
    """A candidate that counts, as told in one tense."""

    group: Group
    tense: Tense
    probability: float
    reasons: tuple[str, ...]


def candidates(
    sentences: Sequence[Masked], statements: Sequence[Statement], grounds: Mapping[int, Grounds], talk: Discourse, reader: Reader, scorer: Scorer
) -> list[Candidate]:
    """Every group of statements with its probabilities: that of news by what is told as news, that of background by what is told as background; what has not
    learnt to judge sees both at once."""
    groups, seen = gather(statements, talk, reader), sights(sentences, grounds, statements, reader.pack)
    if not scorer.again.features or not any(group.twice for group in groups):
        return _judged(groups, sentences, seen, talk, reader, scorer)
    news, background = (_judged(_as_told(groups, past=past), sentences, seen, talk, reader, scorer) for past in (False, True))
    return [
        replace(now, group=group, past=then.past, reasons={**now.reasons, Tense.PAST: then.reasons[Tense.PAST]})
        for group, now, then in zip(groups, news, background, strict=True)
    ]


def _as_told(groups: Sequence[Group], *, past: bool) -> list[Group]:
    """The groups, those that are told twice with what is said of them in one tense."""
    return [group.told(past=past) if group.twice else group for group in groups]


def _judged(
    groups: Sequence[Group], sentences: Sequence[Masked], seen: Mapping[Key, Sequence[Sight]], talk: Discourse, reader: Reader, scorer: Scorer
) -> list[Candidate]:
    """The groups with their probabilities among each other."""
    scene = Scene(groups, sentences, talk, seen)
    told = [tellings(group, reader.pack.language) for group in groups]
    shown = [features(group, scene, talk, reader) | trusted(said, scorer.trust) for group, said in zip(groups, told, strict=True)]
    table = scorer.moves.matrix(shown)
    first = firsts(groups, scorer.moves.odds("current", table).tolist(), scorer.moves.odds("past", table).tolist())
    verdicts = _again(first, table, scorer)
    found = []
    for i, (group, look, said) in enumerate(zip(groups, shown, told, strict=True)):
        verdict = verdicts.get(i, Verdict(first[i].current, first[i].past, {Tense.CURRENT: (), Tense.PAST: ()}))
        if dealt := _dealt(group, talk, reader):
            verdict = verdict._replace(current=min(verdict.current + verdict.past, 1.0), past=0.0)
        found.append(Candidate(group, look, said, *verdict, dealt))
    return found


def _dealt(group: Group, talk: Discourse, reader: Reader) -> bool:
    """Whether a list tells it ("Arrivals: N (Lyon)"), or a card ("Transfer: Lyon to Everton") and it is no old story: a list of deals is news, however long ago
    each was done."""
    news = [s for s in group.statements if "past" not in s.flags]
    if group.to is None or any(s.frame in (ARRIVES, LEAVES) for s in news):
        return group.to is not None
    return any("card" in s.flags for s in news) and not reader.world.settled(group.person.entity, group.to, talk.day)


def _again(first: Sequence[First], table: Matrix, scorer: Scorer) -> dict[int, Verdict]:
    """The second verdicts on the candidates that are worth one, by their place."""
    kept = hopeful(first)
    if not kept or not scorer.again.features:
        return {}
    people, pooled = whole(table, [one.person for one in first])
    moving = dict(zip(people, scorer.people.odds("moves", pooled).tolist(), strict=True))
    beside = list(second([first[i] for i in kept], moving))
    rows = scorer.second(table[kept], beside)
    current, past = scorer.again.odds("current", rows), scorer.again.odds("past", rows)
    news, background = _reasons(rows, current, Tense.CURRENT, scorer), _reasons(rows, past, Tense.PAST, scorer)
    odds = enumerate(zip(kept, current.tolist(), past.tolist(), strict=True))
    return {i: Verdict(now, then, {Tense.CURRENT: news.get(at, ()), Tense.PAST: background.get(at, ())}) for at, (i, now, then) in odds}


def _reasons(rows: Matrix, odds: Odds, tense: Tense, scorer: Scorer) -> dict[int, tuple[str, ...]]:
    """Why, for what counts in this tense, by its row."""
    counting = np.flatnonzero(odds >= scorer.keep[tense])
    return dict(zip(counting.tolist(), scorer.again.reasons(rows[counting], tense), strict=True)) if counting.size else {}


def settled(found: Sequence[Candidate], scorer: Scorer, language: str) -> list[Move]:
    """The moves among the candidates, in order, each in the tenses that it is likely told in: a bid may have failed in summer and come again. A departure
    beside a current destination counts only if it is done."""
    keep = scorer.keep
    current = [c for c in found if c.current >= keep["current"]]
    current = [c for c in current if not _turns_back(c, current)]
    current = current if _of_market(current, keep.get("article", 0.0)) else []
    current = [c for c in current if not _outdone(c, current)]
    every, told = [c.group for c in found], [c.group.told(past=False) for c in current]
    live = dict(zip(map(id, current), _opposed(_reached(told, every, scorer, language), every, scorer, language), strict=True))
    bound: dict[str, Stage] = {}
    for group in live.values():
        if group.to and not group.renewal:
            bound[group.person.key] = max(group.stage, bound.get(group.person.key, Stage.LINKED))
    moves = []
    for c in found:
        now = live.get(id(c))
        if now and not _shadowed(now, bound):
            moves.append(Move(now, Tense.CURRENT, c.current, c.reasons[Tense.CURRENT]))
        if c.past >= keep["past"]:
            moves.append(Move(c.group.told(past=True), Tense.PAST, c.past, c.reasons[Tense.PAST]))
    return moves


def _reached(moves: Sequence[Group], found: Sequence[Group], scorer: Scorer, language: str) -> list[Group]:
    """The moves with the stage they have reached; as stated where no steps have been learnt."""
    if not moves or not scorer.steps.trees:
        return list(moves)
    beside = around(found)
    shown = [progress(group, found, beside, language, scorer.leanings) | scorer.phrases.leaning(group, language) for group in moves]
    table = scorer.steps.matrix(shown)
    odds = scorer.steps.verdicts(table)
    steps = np.stack([odds[step.word] for step in STEPS], axis=1)
    return [replace(group, judged=stage) for group, stage in zip(moves, likeliest(steps), strict=True)]


def _opposed(moves: Sequence[Group], found: Sequence[Group], scorer: Scorer, language: str) -> list[Group]:
    """The moves with who stands against them; as the rule has it where nothing has been learnt."""
    if not scorer.objections.trees:
        return list(moves)
    raised = [(i, objection) for i, group in enumerate(moves) for objection in objections(group, found, language)]
    leaning = {i: scorer.phrases.leaning(moves[i].told(past=False), language) for i in {i for i, _ in raised}}
    odds = scorer.objections.odds("meant", scorer.objections.matrix([opposed(objection, leaning[i]) for i, objection in raised]))
    against: defaultdict[int, list[tuple[Against, Statement]]] = defaultdict(list)
    for (i, objection), likely in zip(raised, odds, strict=True):
        if likely >= MEANT:
            against[i].append((objection.against, objection.statement))
    return [replace(group, opposed=against[i]) for i, group in enumerate(moves)]


def _turns_back(c: Candidate, current: Sequence[Candidate]) -> bool:
    """Whether somebody would go to the club that he leaves in a likelier move, or, where this one has but names, as words tell."""
    if c.group.to is None or c.group.renewal:
        return False
    likelier = (d.group for d in _likelier(c, current) if not d.group.renewal)
    gone = (d.group for d in current if not _framed(c) and d.group.person.key == c.group.person.key and not d.group.to and _framed(d))
    return any(group.origin is not None and group.origin.named.key == c.group.to.key for group in chain(likelier, gone))


def _likelier(c: Candidate, current: Sequence[Candidate]) -> Iterator[Candidate]:
    """The likelier moves of the person to a club."""
    return (d for d in current if d.current > c.current and d.group.person.key == c.group.person.key and d.group.to)


def _outdone(c: Candidate, current: Sequence[Candidate]) -> bool:
    """Whether a likelier move of the person leaves no room for this one: one to the same club told as a stay instead of an arrival, or the other way round, or
    one to another that words tell, where this one has but names."""
    likelier = [d.group for d in _likelier(c, current) if _framed(d)]
    twice = any(c.group.to and group.key == c.group.key and group.renewal is not c.group.renewal for group in likelier)
    return twice or (not _framed(c) and bool(likelier))


def _of_market(current: Sequence[Candidate], least: float) -> bool:
    """Whether an article with these moves speaks of the market: with names alone it does not, nor a long one of whose moves none is likely, unless it lists
    deals; a match report has both."""
    likely = any(c.dealt or c.current >= least or c.features["article: sentences (log)"] <= SHORT for c in current)
    return likely and any(map(_framed, current))


def _framed(candidate: Candidate) -> bool:
    return any(s.frame is not TOGETHER for s in candidate.group.statements)


def _shadowed(group: Group, bound: Mapping[str, Stage]) -> bool:
    """Whether it is a departure of somebody whose destination is told."""
    where = bound.get(group.person.key)
    return group.to is None and where is not None and (where >= Stage.AGREED or group.stage != Stage.DONE)


def extract(article: Article, sentences: Sequence[Masked], moves: Sequence[Move], talk: Discourse, known: Known, scorer: Scorer) -> Iterator[Claim]:
    """The claims that state these moves."""
    if not moves:
        return
    told = [(move.group, move.tense is Tense.PAST) for move in moves]
    court = Court(sentences, talk, known.press, article.source)
    voices = vouched(credits(sentences, talk, article.source, known.press), told, court, scorer.voices)
    paid = prices(sentences, told, talk, known.world, scorer.prices)
    ifs = held(conditions(sentences, talk, known.world), [group for group, past in told if not past])
    for move in moves:
        group, tense = move.group, move.tense
        origin = group.origin if tense is Tense.CURRENT else group.stated_origin
        price, mine, on = paid.get(id(group)), voices.get(id(group), []), list(terms(group))
        form, words = mode(group, paid=price is not None)
        bound = ifs.get(id(group), [])
        credit = [Evidence("via" if c.relay else "sources", c.span, c.span.of(article.text)) for c in mine]
        evidence = (*_evidence(group, origin), *words, *([price.evidence] if price else []), *credit, *(e for _, e in on), *(c.evidence for c in bound))
        yield Claim(
            id=claim_id(article.id, group.person, group.to, tense.value, "renewal" * group.renewal, origin.named.key if origin and not group.to else ""),
            article=article.id, person=group.person, role=group.role, origin=origin.named if origin else None, destination=group.to, tense=tense,
            stage=group.stage, mode=form, evidence=evidence, against=_against(group), fee=price.money if price else None,
            terms=tuple(dict.fromkeys(t for t, _ in on)), conditions=tuple(dict.fromkeys(c.text for c in bound)), sources=_voices(mine, relay=False),
            via=_voices(mine, relay=True), score=round(move.probability, 4), reasons=move.reasons,
        )  # fmt: skip


def _voices(found: Sequence[Credit], *, relay: bool) -> tuple[Named, ...]:
    return tuple(dict.fromkeys(c.source for c in found if c.relay is relay))


def _against(group: Group) -> tuple[Against, ...]:
    return tuple(dict.fromkeys(against for against, _ in group.opposition))


def _evidence(group: Group, origin: Part | None) -> Iterator[Evidence]:
    """The words for person, clubs, stage and opposition: of the statement that says most."""
    best = max(group.statements, key=lambda s: (not s.flags & {"denied", "conditional", "question"}, s.stage or 0, s.person.how == "said"))
    text = best.masked.text
    whole = best.masked.span(0, len(best.masked.words))
    yield Evidence("person", best.person.span, best.person.span.of(text))
    if best.to:
        yield Evidence("to", best.to.span, best.to.span.of(text))
    if origin:
        yield Evidence("from", origin.span, origin.span.of(text))
    words = best.masked.span(best.match.start, best.match.end)
    yield Evidence("stage", words, words.of(text))
    yield Evidence("sentence", whole, whole.of(text))
    for against, statement in group.opposition:
        span = statement.masked.span(statement.match.start, statement.match.end)
        yield Evidence(f"against {against.value}", span, span.of(text))
