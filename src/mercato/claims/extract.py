"""From the statements of one article to its claims: judge each move, then read its fee, form, terms, conditions and credits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mercato.claims.conditions import conditions, held
from mercato.claims.credit import Credit, credits
from mercato.claims.features import Features, Scene, article_features, features
from mercato.claims.fees import fees
from mercato.claims.form import mode, terms
from mercato.claims.groups import EXPLICIT, Group, gather
from mercato.claims.masked import Masked
from mercato.claims.newsstand import Newsstand
from mercato.claims.scorer import Scorer
from mercato.claims.statements import TOGETHER, Discourse, Part, Reader, Statement
from mercato.claims.voices import credited
from mercato.claims.world import World
from mercato.languages.pack import Pack
from mercato.model.article import Article
from mercato.model.claim import Against, Claim, Evidence, Named, Stage, Tense, claim_id


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beyond the article: the people and clubs, and the press."""

    world: World
    press: Newsstand


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible move with what was seen of it and the verdict on it."""

    group: Group
    features: Features
    verdict: str
    probability: float
    reasons: tuple[str, ...]


def candidates(sentences: Sequence[Masked], statements: Sequence[Statement], talk: Discourse, reader: Reader, scorer: Scorer) -> list[Candidate]:
    """Every group of statements with its verdict: current, past or none."""
    groups = gather(statements, talk, reader)
    scene, found = Scene(groups, sentences, talk), []
    shown = [features(group, scene, talk, reader) for group in groups]
    odds = [scorer.probabilities(seen) for seen in shown]
    market = scorer.about_the_market(article_features(scene.market, [o["current"] for o in odds]))
    for group, seen, chances in zip(groups, shown, odds, strict=True):
        verdict = scorer.verdict(chances, market)
        reasons = (*scorer.reasons(seen, verdict), f"article about the market: {market:.2f}") if verdict != "none" else ()
        found.append(Candidate(group, seen, verdict, chances[verdict], reasons))
    return found


def settled(found: Sequence[Candidate]) -> list[Candidate]:
    """The moves among the candidates: two groups of one move and tense are one; a departure beside a current destination counts only if it is done."""
    found = _chosen(found)
    bound: dict[str, Stage] = {}
    for c in found:
        if c.verdict == "current" and c.group.to and not c.group.renewal:
            bound[c.group.person.key] = max(c.group.stage, bound.get(c.group.person.key, Stage.LINKED))
    kept: dict[tuple[str, ...], Candidate] = {}
    for c in found:
        group = c.group
        key = group.person.key
        shadow = c.verdict == "current" and group.to is None and (bound.get(key, Stage.LINKED) >= Stage.AGREED or (key in bound and group.stage != Stage.DONE))
        if c.verdict == "none" or shadow:
            continue
        left = group.origin.named.key if group.to is None and group.origin and c.verdict == "past" else ""
        first = kept.setdefault((*group.key, str(group.renewal), c.verdict, left), c)
        if first is not c:
            kept[(*group.key, str(group.renewal), c.verdict, left)] = replace(first, group=first.group.joined(group))
    return list(kept.values())


def _chosen(found: Sequence[Candidate]) -> list[Candidate]:
    """Of several clubs offered for the same words, which name none, the likeliest."""
    best: dict[tuple[str, int, int], float] = {}
    for c in found:
        for key in _guesses(c):
            best[key] = max(best.get(key, 0.0), c.probability if c.verdict != "none" else 0.0)
    return [c if _kept(c, best) else replace(c, verdict="none") for c in found]


def _kept(c: Candidate, best: Mapping[tuple[str, int, int], float]) -> bool:
    """Whether words of its own name the club, or no likelier club was offered for the words that do not."""
    return any(_told(s) for s in c.group.statements) or all(c.probability >= best[key] for key in _guesses(c))


def _told(statement: Statement) -> bool:
    return statement.to is not None and statement.to.how in EXPLICIT and statement.frame is not TOGETHER


def _guesses(candidate: Candidate) -> list[tuple[str, int, int]]:
    return [(s.person.named.key, s.masked.index, s.match.start) for s in candidate.group.statements if s.to and s.to.how not in EXPLICIT]


def extract(article: Article, sentences: Sequence[Masked], kept: Sequence[Candidate], pack: Pack, talk: Discourse, known: Known) -> Iterator[Claim]:
    """The claims of the candidates that are moves."""
    moves = settled(kept)
    told = [(c.group, c.verdict == "past") for c in moves]
    voices = credited(credits(sentences, talk, article.source, known.press), told, sentences, talk)
    prices, ifs = fees(sentences, told), held(conditions(sentences, talk, pack, known.world), [group for group, past in told if not past])
    for candidate in moves:
        group = candidate.group
        tense = Tense.PAST if candidate.verdict == "past" else Tense.CURRENT
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
            via=_voices(mine, relay=True), score=round(candidate.probability, 4), reasons=candidate.reasons,
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
