"""Contracts: until when somebody is bound to which club."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mercato.claims.masked import Masked
from mercato.claims.statements import Discourse, named
from mercato.claims.world import World
from mercato.languages.pack import Pack
from mercato.languages.pattern import Match
from mercato.model.article import MentionKind, Span
from mercato.model.claim import Contract, Evidence, Named


def contracts(article: str, sentences: Sequence[Masked], pack: Pack, world: World, talk: Discourse) -> Iterator[Contract]:
    """Every contract whose end the text states, once for each person and year."""
    seen: set[tuple[str, str]] = set()
    last: Named | None = None
    for masked in sentences:
        people = masked.said(MentionKind.PERSON)
        for match, lexeme in masked.lexemes:
            year = next((at for slot, at in match.slots if slot == "year"), None)
            if lexeme.kind != "contract" or year is None:
                continue
            person = _bound(masked, match, people) or last or (named(talk.topic) if talk.topic else None)
            if person is None:
                continue
            until = _until(masked, year, pack)
            if (person.key, until[:4]) not in seen:
                seen.add((person.key, until[:4]))
                yield Contract(article, person, _club(masked, match, person, world, talk), until, tuple(_evidence(masked, match)))
        if people:
            last = named(masked.mentions[people[0]])


def _bound(masked: Masked, match: Match, people: list[int]) -> Named | None:
    before = [i for i in people if i < match.start]
    chosen = before[-1:] or [i for i in people if i > match.end][:1]
    return named(masked.mentions[chosen[0]]) if chosen else None


def _until(masked: Masked, year: int, pack: Pack) -> str:
    text = masked.span(year, year + 1).of(masked.text)
    month = next((pack.words.months[w] for w in reversed(masked.words[max(0, year - 2) : year]) if w in pack.words.months), None)
    return f"{text}-{month:02d}" if month else text


def _club(masked: Masked, match: Match, person: Named, world: World, talk: Discourse) -> Named | None:
    clubs = masked.said(MentionKind.CLUB)
    near = min(clubs, key=lambda i: abs(i - match.start), default=None)
    home = talk.homes.get(person.key)
    if home:
        return home.named
    known = world.home(person.entity, talk.day)
    return known or (named(masked.mentions[near]) if near is not None else None)


def _evidence(masked: Masked, match: Match) -> Iterator[Evidence]:
    span: Span = masked.span(match.start, match.end)
    yield Evidence("until", span, span.of(masked.text))
