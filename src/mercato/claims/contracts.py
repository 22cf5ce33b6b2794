"""Contracts: until when somebody is bound to which club, as the text states it or as follows from the article's day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mercato.claims.masked import Masked
from mercato.claims.statements import Discourse, named
from mercato.claims.world import World
from mercato.languages.pack import Pack
from mercato.languages.pattern import Match
from mercato.model.article import MentionKind
from mercato.model.claim import Claim, Contract, Evidence, Named, Stage, Tense

SEASON = 6  # the month in which contracts run out where the text names only a season or a summer
NEXT = 4  # up to April "next summer" is the coming one
NEAR = 6  # words between a club and the words for the contract with it


@dataclass(frozen=True, slots=True)
class Bond:
    """What is needed to read the contracts of one article."""

    sentences: Sequence[Masked]
    claims: Sequence[Claim]
    pack: Pack
    world: World
    talk: Discourse


def contracts(article: str, bond: Bond) -> Iterator[Contract]:
    """Every contract whose end is stated or follows from the article's day, once for each person and year."""
    seen: set[tuple[str, str]] = set()
    last: Named | None = None
    for masked in bond.sentences:
        people = masked.said(MentionKind.PERSON)
        for match, until, newly in _ends(masked, bond):
            for person in _bound(masked, match, bond) or ([last] if last else []):
                signed = _signed(person, masked, bond.claims)
                club = _club(masked, match, person, bond, signed if newly or not _held(masked, match) else None)
                if (person.key, until[:4]) in seen or (newly and signed is None) or club is None:
                    continue
                seen.add((person.key, until[:4]))
                span = masked.span(match.start, match.end)
                yield Contract(article, person, club, until, (Evidence("until", span, span.of(masked.text)),))
        if people:
            last = named(masked.mentions[people[0]])


# -- when --------------------------------------------------------------------------------------------------------------


def _ends(masked: Masked, bond: Bond) -> Iterator[tuple[Match, str, bool]]:
    """The words for the end of a contract, that end, and whether they are the length of a new one."""
    stated = []
    for match, _ in masked.lexeme("contract"):
        year = next((at for slot, at in match.slots if slot == "year"), None)
        if year is not None:
            stated.append(match)
            yield match, _dated(masked, year, bond.pack), False
    day = bond.talk.day if bond.talk.dated else None
    for match, lexeme in masked.lexeme("expiry"):
        until = _derived(masked, match, lexeme.value, day, bond.pack) if day and not stated else None
        if until:
            yield match, until, lexeme.value == "deal"


def _dated(masked: Masked, year: int, pack: Pack) -> str:
    text = masked.span(year, year + 1).of(masked.text)
    month = next((pack.words.months[w] for w in reversed(masked.words[max(0, year - 2) : year]) if w in pack.words.months), None)
    return f"{text}-{month:02d}" if month else text


def _derived(masked: Masked, match: Match, kind: str, day: date, pack: Pack) -> str | None:
    """The end of a contract by what is said of its remaining time: YYYY-MM where a month is named, else YYYY."""
    month = next((pack.words.months[w] for w in masked.words[match.end - 1 : match.end + 3] if w in pack.words.months), None)
    if kind == "now":
        return f"{day:%Y-%m}"
    if month and kind in ("season", "summer"):
        return f"{day.year + (month < day.month)}-{month:02d}"
    if kind == "season":
        return str(day.year + (day.month > SEASON))
    if kind == "summer":
        return str(day.year + (day.month > NEXT))
    length = _length(masked, match, pack)
    if length is None:
        return None
    months = length if kind == "months" else 12 * length
    return str(day.year + int(day.month + months - 1) // 12 if kind == "months" or length % 1 else day.year + int(length))


def _length(masked: Masked, match: Match, pack: Pack) -> float | None:
    """The number said among the words, in whatever unit they count."""
    for i in range(match.start, match.end):
        word = masked.words[i]
        if word == "NUMBER":
            return float(masked.span(i, i + 1).of(masked.text))
        known = pack.words.spans.get(word) or pack.words.numbers.words.get(word)
        if known:
            half = any(" ".join(masked.words[i + 1 : i + 4]).replace("- ", "").startswith(text) for text in pack.words.numbers.half)
            return known + 0.5 * half
    return None


# -- who, and with whom ------------------------------------------------------------------------------------------------


def _bound(masked: Masked, match: Match, bond: Bond) -> list[Named]:
    """Who is bound: the person before the words, with those joined to him; else the one behind; else the one spoken of."""
    people = masked.said(MentionKind.PERSON)
    before = [i for i in people if i < match.start]
    if before:
        chosen = before[-1:]
        for i in reversed(before[:-1]):
            between = masked.words[i + 1 : chosen[0]]
            if len(between) > 5 or not any(word in bond.pack.conjunctions for word in between):
                break
            chosen.insert(0, i)
        return [named(masked.mentions[i]) for i in chosen]
    behind = [i for i in people if i > match.end]
    if behind and masked.clauses[behind[0]] == masked.clauses[match.end - 1]:
        return [named(masked.mentions[behind[0]])]
    told = [c.person for c in bond.claims if any(_within(masked, e) for e in c.evidence if e.field == "stage") and c.tense is Tense.CURRENT]
    return told[:1]


def _within(masked: Masked, evidence: Evidence) -> bool:
    return bool(masked.starts) and masked.starts[0] <= evidence.span.start <= masked.ends[-1]


def _held(masked: Masked, match: Match) -> bool:
    """Whether the words speak of a contract in force, not of one just signed."""
    return any(m.start < match.end and match.start < m.end for m, _ in masked.lexeme("expiry"))


def _signed(person: Named, masked: Masked, claims: Sequence[Claim]) -> Claim | None:
    """The move or renewal just done that a contract told here would belong to."""
    for claim in claims:
        if claim.person.key == person.key and claim.tense is Tense.CURRENT and claim.destination and claim.stage >= Stage.AGREED:
            return claim
    return None


def _club(masked: Masked, match: Match, person: Named, bond: Bond, signed: Claim | None) -> Named | None:
    """The other party: the club named with the contract, the one just joined, or the one where he is."""
    clubs = masked.said(MentionKind.CLUB)
    inside = [i for i in clubs if match.start <= i < match.end]
    if inside:
        return named(masked.mentions[inside[0]])
    if signed:
        return signed.destination
    home = bond.talk.homes.get(person.key)
    if home:
        return home.named
    left = next((c.origin for c in bond.claims if c.person.key == person.key and c.tense is Tense.CURRENT and c.origin), None)
    near = min((i for i in clubs if abs(i - match.start) <= 2 * NEAR), key=lambda i: abs(i - match.start), default=None)
    return left or bond.world.home(person.entity, bond.talk.day) or (named(masked.mentions[near]) if near is not None else None)
