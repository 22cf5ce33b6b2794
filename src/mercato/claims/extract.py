"""From the statements of one article to its claims: judge each move, then read its fee, form, terms, conditions and credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mercato.claims.credit import Credit, credits
from mercato.claims.features import Features, Scene, features
from mercato.claims.groups import EXPLICIT, Group, gather
from mercato.claims.masked import Masked
from mercato.claims.newsstand import Newsstand
from mercato.claims.scorer import Scorer
from mercato.claims.statements import TOGETHER, Discourse, Part, Reader, Statement, named
from mercato.claims.voices import credited
from mercato.languages.pack import Pack
from mercato.languages.pattern import Match
from mercato.model.article import Article, MentionKind, Span
from mercato.model.claim import Against, Claim, Evidence, Mode, Money, Named, Stage, Tense, claim_id
from mercato.model.world import Role


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
    for group in groups:
        seen = features(group, scene, talk, reader)
        verdict, odds = scorer.verdict(seen)
        found.append(Candidate(group, seen, verdict, odds, scorer.reasons(seen, verdict) if verdict != "none" else ()))
    return found


def settled(found: Sequence[Candidate]) -> list[Candidate]:
    """The moves among the candidates: two groups of one move and tense are one; a departure beside a current destination counts only if it is done."""
    found = _chosen(found)
    bound = {c.group.person.key for c in found if c.verdict == "current" and c.group.to and not c.group.renewal}
    kept: dict[tuple[str, ...], Candidate] = {}
    for c in found:
        group = c.group
        shadow = c.verdict == "current" and group.to is None and group.person.key in bound and group.stage != Stage.DONE
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
    return [c if c.verdict == "none" or any(_told(s) for s in c.group.statements) or all(c.probability >= best[key] for key in _guesses(c)) else replace(c, verdict="none") for c in found]


def _told(statement: Statement) -> bool:
    return statement.to is not None and statement.to.how in EXPLICIT and statement.frame is not TOGETHER


def _guesses(candidate: Candidate) -> list[tuple[str, int, int]]:
    return [(s.person.named.key, s.masked.index, s.match.start) for s in candidate.group.statements if s.to and s.to.how not in EXPLICIT]


def extract(article: Article, sentences: Sequence[Masked], kept: Sequence[Candidate], pack: Pack, talk: Discourse, press: Newsstand) -> Iterator[Claim]:
    """The claims of the candidates that are moves; `press` knows the sources."""
    moves = settled(kept)
    voices = credited(credits(sentences, talk, article.source, press), [(c.group, c.verdict == "past") for c in moves], sentences, talk)
    fees = _fees(sentences, moves, pack)
    conditions = _conditions(sentences, talk, pack)
    for candidate in moves:
        group = candidate.group
        tense = Tense.PAST if candidate.verdict == "past" else Tense.CURRENT
        origin = group.origin if tense is Tense.CURRENT else group.stated_origin
        evidence = list(_evidence(group, origin))
        mode, words = _mode(group, fees.get(id(group)), pack)
        evidence += words
        fee = fees.get(id(group))
        if fee:
            evidence.append(fee[1])
        indexes = {s.masked.index for s in group.statements}
        mine = voices.get(id(group), [])
        evidence += [Evidence("via" if c.relay else "sources", c.span, c.span.of(article.text)) for c in mine]
        terms = list(_terms(group))
        evidence += [e for _, e in terms]
        held = [(text, e) for text, e, index in conditions if tense is Tense.CURRENT and _near(index, indexes) and group.person.name not in text]
        evidence += [e for _, e in held]
        yield Claim(
            id=claim_id(article.id, group.person, group.to, tense.value, "renewal" if group.renewal else "", origin.named.key if origin and not group.to else ""),
            article=article.id, person=group.person, role=group.role, origin=origin.named if origin else None, destination=group.to, tense=tense,
            stage=group.stage, mode=mode, evidence=tuple(evidence), against=_against(group), fee=fee[0] if fee else None, terms=tuple(dict.fromkeys(t for t, _ in terms)),
            conditions=tuple(dict.fromkeys(text for text, _ in held)), sources=_voices(mine, relay=False),
            via=_voices(mine, relay=True), score=round(candidate.probability, 4), reasons=candidate.reasons,
        )  # fmt: skip


def _near(index: int, indexes: set[int]) -> bool:
    return any(abs(index - i) <= 2 for i in indexes)


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


def _mode(group: Group, fee: tuple[Money, Evidence] | None, pack: Pack) -> tuple[Mode, list[Evidence]]:
    """The form of the move: by its frames, by words near them, by what the person is."""
    if group.renewal:
        return Mode.RENEWAL, []
    office = group.role in (Role.COACH, Role.EXECUTIVE)
    if office and group.to is not None:
        return Mode.APPOINTMENT, []
    by_frame = [s.frame.mode for s in group.statements if s.frame.mode]
    for mode in (Mode.LOAN, Mode.FREE, Mode.DISMISSAL):
        if mode in by_frame:
            return mode, []
    for statement in group.statements:
        for match, lexeme in statement.masked.lexeme("modes"):
            if abs(statement.masked.clauses[match.start] - statement.masked.clauses[statement.match.start]) <= 1 and lexeme.value in (Mode.LOAN, Mode.FREE):
                span = statement.masked.span(match.start, match.end)
                return Mode(lexeme.value), [Evidence("mode", span, span.of(statement.masked.text))]
    if office:
        return Mode.UNKNOWN, []
    sale = any(x.value == Mode.PERMANENT for s in group.statements for _, x in s.masked.lexeme("modes"))
    return (Mode.PERMANENT if fee or sale or Mode.PERMANENT in by_frame else Mode.UNKNOWN), []


def _terms(group: Group) -> Iterator[tuple[str, Evidence]]:
    for statement in group.statements:
        for match, lexeme in statement.masked.lexeme("terms"):
            span = statement.masked.span(match.start, match.end)
            yield lexeme.value, Evidence("terms", span, span.of(statement.masked.text))


# -- fees ----------------------------------------------------------------------------------------------------------------


def _fees(sentences: Sequence[Masked], moves: Sequence[Candidate], pack: Pack) -> dict[int, tuple[Money, Evidence]]:
    """The fee of each group: an amount belongs to the move stated nearest to it; a bid goes before an asking price, then the first."""
    ranked: dict[int, list[tuple[int, int, Money, Evidence]]] = {}
    for at, masked in enumerate(sentences):
        for position, money in masked.money.items():
            rank = _fee_rank(masked, position)
            group = _payer(sentences, at, position, moves) if rank is not None else None
            if group is not None and rank is not None and group.stage >= Stage.LINKED and group.role is not Role.COACH:
                span = masked.span(position, position + 1)
                ranked.setdefault(id(group), []).append((rank, len(ranked), money, Evidence("fee", span, span.of(masked.text))))
    return {key: (best[2], best[3]) for key, found in ranked.items() for best in [min(found, key=lambda x: (x[0], x[1]))]}


def _fee_rank(masked: Masked, position: int) -> int | None:
    """0 a fee or bid by its words, 1 unsaid, 2 an asking price; None for wages and values."""
    near = [lexeme.value for match, lexeme in masked.lexemes if lexeme.kind == "money" and -6 <= match.start - position <= 6]
    after = [lexeme.value for match, lexeme in masked.lexemes if lexeme.kind == "money" and -4 <= match.start - position <= 4]
    if "wages" in after or "values" in after:
        return None
    if "asked" in near:
        return 2
    return 0 if "fees" in near else 1


def _payer(sentences: Sequence[Masked], at: int, position: int, moves: Sequence[Candidate]) -> Group | None:
    groups = [c.group for c in moves if not c.group.renewal]
    here = [(abs(s.match.start - position), g) for g in groups for s in g.statements if s.masked is sentences[at]]
    if here:
        return min(here, key=lambda x: x[0])[1]
    if sentences[at].said(MentionKind.PERSON):
        named_here = {named(sentences[at].mentions[i]).key for i in sentences[at].said(MentionKind.PERSON)}
        mine = [g for g in groups if g.person.key in named_here and not g.past]
    else:
        mine = [g for g in groups if not g.past and any(0 < sentences[at].index - s.masked.index <= 1 for s in g.statements)]
    return max(mine, key=lambda g: len(g.statements), default=None)


# -- conditions ----------------------------------------------------------------------------------------------------------


def _conditions(sentences: Sequence[Masked], talk: Discourse, pack: Pack) -> list[tuple[str, Evidence, int]]:
    """ "If Maignan leaves": what must happen first, as "Mike Maignan leaves AC Milan", with its sentence."""
    found = []
    for masked in sentences:
        for match, lexeme in masked.lexemes:
            if lexeme.kind != "conditional":
                continue
            person = next((i for i in sorted(masked.said(MentionKind.PERSON)) if match.end <= i <= match.end + 9), None)
            if person is None:
                continue
            goes = [(m, t) for m, t in pack.triggers.find(masked.words) if m.start >= match.start and m.start <= person + 6 and t.frame.before + t.frame.after and "from" in t.frame.before + t.frame.after]
            if goes:
                mention = masked.mentions[person]
                club = _left(masked, person, goes[0][0], talk)
                span = masked.span(match.start, max(person + 1, goes[0][0].end))
                text = f"{mention.name} leaves {club.name}" if club else f"{mention.name} leaves"
                found.append((text, Evidence("conditions", span, span.of(masked.text)), masked.index))
    return found


def _left(masked: Masked, person: int, match: Match, talk: Discourse) -> Named | None:
    clubs = [i for i in masked.said(MentionKind.CLUB) if i > match.start and i > person]
    home = talk.homes.get(named(masked.mentions[person]).key)
    if clubs:
        return named(masked.mentions[clubs[0]])
    if home:
        return home.named
    before = [i for i in masked.said(MentionKind.CLUB) if i < person]
    return named(masked.mentions[before[-1]]) if before else None


