"""From the statements of one article to its claims: judge each move, then read its fee, form, terms, conditions and credits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mercato.claims.conditions import conditions, held
from mercato.claims.credit import Credit, credits
from mercato.claims.features import Features, Scene, features
from mercato.claims.fees import fees
from mercato.claims.form import mode, terms
from mercato.claims.groups import EXPLICIT, Group, gather
from mercato.claims.masked import Masked
from mercato.claims.newsstand import Newsstand
from mercato.claims.pairs import sights
from mercato.claims.scorer import Scorer
from mercato.claims.slots import Grounds
from mercato.claims.statements import TOGETHER, Discourse, Part, Reader, Statement
from mercato.claims.trust import Telling, tellings, trusted
from mercato.claims.voices import credited
from mercato.claims.world import World
from mercato.languages.pack import Pack
from mercato.model.article import Article
from mercato.model.claim import Against, Claim, Evidence, Named, Stage, Tense, claim_id

MANY = 3  # moves that make a list


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beyond the article: the people and clubs, and the press."""

    world: World
    press: Newsstand


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible move with what was seen of it, and how likely the article tells it as news and as background."""

    group: Group
    features: Features
    tellings: set[Telling]
    current: float
    past: float
    reasons: tuple[str, ...] = ()


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
    """Every group of statements with its probabilities."""
    groups = gather(statements, talk, reader)
    scene = Scene(groups, sentences, talk, sights(sentences, grounds, statements, reader.pack))
    told = [tellings(group, reader.pack.language) for group in groups]
    shown = [features(group, scene, talk, reader) | trusted(said, scorer.trust) for group, said in zip(groups, told, strict=True)]
    table = scorer.matrix(shown)
    odds = zip(groups, shown, told, scorer.current.odds(table).tolist(), scorer.past.odds(table).tolist(), table, strict=True)
    return [Candidate(group, seen, said, now, then, _reasons(row, now, then, scorer)) for group, seen, said, now, then, row in odds]


def _reasons(row: NDArray[np.float64], current: float, past: float, scorer: Scorer) -> tuple[str, ...]:
    """Why, for what may count."""
    if current < scorer.keep["current"] and past < scorer.keep["past"]:
        return ()
    return scorer.reasons(row, scorer.current if current >= past else scorer.past)


def settled(found: Sequence[Candidate], keep: Mapping[str, float]) -> list[Move]:
    """The moves among the candidates, in order; a departure beside a current destination counts only if it is done."""
    found, best = _listed(found, keep), _best(found)
    current = [c for c in found if c.current >= keep["current"] and c.current >= c.past and _chosen(c, best)]
    current = current if any(map(_framed, current)) else []  # names alone make no market: a match report has them too
    bound: dict[str, Stage] = {}
    for c in current:
        if c.group.to and not c.group.renewal:
            stage = c.group.told(past=False).stage
            bound[c.group.person.key] = max(stage, bound.get(c.group.person.key, Stage.LINKED))
    moves, live = [], {id(c) for c in current}
    for c in found:
        if id(c) in live and not _shadowed(now := c.group.told(past=False), bound):
            moves.append(Move(now, Tense.CURRENT, c.current, c.reasons))
        if c.past >= keep["past"] and c.past > c.current:
            moves.append(Move(c.group.told(past=True), Tense.PAST, c.past, c.reasons))
    return moves


def _listed(found: Sequence[Candidate], keep: Mapping[str, float]) -> list[Candidate]:
    """The candidates; one without a frame, in an article most of whose moves have got equally far, has got as far as they."""
    stages = Counter(c.group.told(past=False).stage for c in found if c.current >= max(keep["current"], c.past) and _framed(c))
    most, count = stages.most_common(1)[0] if stages else (Stage.LINKED, 0)
    if count < MANY or 2 * count < stages.total():
        return list(found)
    return [c if _framed(c) else replace(c, group=replace(c.group, beside=most)) for c in found]


def _framed(candidate: Candidate) -> bool:
    return any(s.frame is not TOGETHER for s in candidate.group.statements)


def _shadowed(group: Group, bound: Mapping[str, Stage]) -> bool:
    """Whether it is a departure of somebody whose destination is told."""
    where = bound.get(group.person.key)
    return group.to is None and where is not None and (where >= Stage.AGREED or group.stage != Stage.DONE)


def _best(found: Sequence[Candidate]) -> dict[tuple[str, int, int], float]:
    """For words that name no club, how likely the likeliest of the clubs offered for them is."""
    best: dict[tuple[str, int, int], float] = {}
    for c in found:
        for key in _guesses(c):
            best[key] = max(best.get(key, 0.0), c.current)
    return best


def _chosen(c: Candidate, best: Mapping[tuple[str, int, int], float]) -> bool:
    """Whether words of its own name the club, or no likelier club was offered for the words that do not."""
    return any(_told(s) for s in c.group.statements) or all(c.current >= best[key] for key in _guesses(c))


def _told(statement: Statement) -> bool:
    return statement.to is not None and statement.to.how in EXPLICIT and statement.frame is not TOGETHER


def _guesses(candidate: Candidate) -> list[tuple[str, int, int]]:
    """The words with a frame but without a club of their own."""
    guessed = (s for s in candidate.group.statements if s.to and s.to.how not in EXPLICIT and s.frame is not TOGETHER)
    return [(s.person.named.key, s.masked.index, s.match.start) for s in guessed]


def extract(article: Article, sentences: Sequence[Masked], moves: Sequence[Move], pack: Pack, talk: Discourse, known: Known) -> Iterator[Claim]:
    """The claims that state these moves."""
    told = [(move.group, move.tense is Tense.PAST) for move in moves]
    voices = credited(credits(sentences, talk, article.source, known.press), told, sentences, talk)
    prices, ifs = fees(sentences, told), held(conditions(sentences, talk, pack, known.world), [group for group, past in told if not past])
    for move in moves:
        group, tense = move.group, move.tense
        origin = group.origin if tense is Tense.CURRENT else group.stated_origin
        price, mine, on = prices.get(id(group)), voices.get(id(group), []), list(terms(group))
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
    return tuple(dict.fromkeys(against for against, _ in group.against))


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
    for against, statement in group.against:
        span = statement.masked.span(statement.match.start, statement.match.end)
        yield Evidence(f"against {against.value}", span, span.of(text))
