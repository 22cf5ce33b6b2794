"""Which coach an article puts in charge of which club, and whether it tells that as new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mercato.languages.pack import Pack, languages, pack
from mercato.model.article import Article, Mention, MentionKind, Span
from mercato.model.claim import Claim, Mode, Named, Stage, Tense
from mercato.model.folding import fold
from mercato.model.words import Words, split
from mercato.model.world import Person, Role, Spell

COACH = "coach"
_STOP = re.compile(r"[.!?…]+\s|\n")
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 3  # words before a name in which "former" still belongs to it


@dataclass(frozen=True, slots=True)
class Post:
    """A coach at a club, as many sentences of an article have it; `fresh` when one of them speaks of the appointment."""

    person: str
    club: str
    name: str  # of the club
    fresh: bool
    said: int = 1


def spells_at(person: Person | None, club: str | None, occupation: str | None = None) -> list[Spell]:
    """The person's stays at a club, in one occupation or any."""
    return [s for s in person.spells if s.club == club and occupation in (None, s.occupation)] if person and club else []


def posts(article: Article, claims: Sequence[Claim], mentions: Sequence[Mention], people: Mapping[str, Person]) -> list[Post]:
    """For each coach named the one club that he has in this article; clubs he has left or may join are none."""
    found = [*_claimed(claims, people), *(_named(article, mentions, people) if article.language in languages() else ())]
    elsewhere = {(c.person.entity, who.entity) for c in claims for who in _not_held(c) if who}
    return _best((post for post in found if (post.person, post.club) not in elsewhere), people)


def _not_held(claim: Claim) -> tuple[Named | None, ...]:
    return (claim.origin,) if claim.stage is Stage.DONE else (claim.destination,)


def _best(found: Iterable[Post], people: Mapping[str, Person]) -> list[Post]:
    joined: dict[tuple[str, str], Post] = {}
    for post in found:
        known = joined.get((post.person, post.club), Post(post.person, post.club, post.name, False, 0))
        joined[post.person, post.club] = Post(post.person, post.club, post.name, known.fresh or post.fresh, known.said + post.said)
    chosen: dict[str, Post] = {}
    for post in sorted(joined.values(), key=lambda p: (p.fresh, p.said, _latest(p, people), p.club)):
        chosen[post.person] = post
    return sorted(chosen.values(), key=lambda p: p.person)


def _latest(post: Post, people: Mapping[str, Person]) -> str:
    return max((str(s.first) for s in spells_at(people.get(post.person), post.club, COACH) if s.first), default="")


def _claimed(claims: Iterable[Claim], people: Mapping[str, Person]) -> Iterator[Post]:
    """Appointments told as completed news."""
    for claim in claims:
        person, club = claim.person.entity, claim.destination.entity if claim.destination else None
        appointed = claim.role is Role.COACH and claim.stage is Stage.DONE and claim.tense is Tense.CURRENT
        if appointed and person and club and spells_at(people.get(person), club, COACH):
            yield Post(person, club, claim.destination.name if claim.destination else club, fresh=True)


def _named(article: Article, mentions: Sequence[Mention], people: Mapping[str, Person]) -> Iterator[Post]:
    """Coaches named in one sentence with a club of theirs."""
    language = pack(article.language or "")
    stops = [0, *(stop.end() for stop in _STOP.finditer(article.text)), len(article.text)]
    for start, end in pairwise(stops):
        here = [m for m in mentions if start <= m.span.start and m.span.end <= end and m.entity]
        clubs = [m for m in here if m.kind is MentionKind.CLUB]
        coaches = [m for m in here if m.kind is MentionKind.PERSON]
        if clubs and coaches:
            yield from _in_sentence(article.text[start:end], start, ((c, k) for c in coaches for k in clubs), (language, people))


def _in_sentence(text: str, start: int, pairs: Iterable[tuple[Mention, Mention]], known: tuple[Pack, Mapping[str, Person]]) -> Iterator[Post]:
    language, people = known
    words = split(text)
    seen: set[tuple[str, str]] = set()
    for coach, club in pairs:
        person, held = coach.entity or "", club.entity or ""
        if (person, held) in seen or not spells_at(people.get(person), held, COACH):
            continue
        if not any(_former(words, _within(m.span, start), language) for m in (coach, club)):
            seen.add((person, held))
            yield Post(person, held, club.name, _appoints(words, language))


def _within(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def _former(words: Words, name: Span, language: Pack) -> bool:
    before = [word for word, start in zip(words.folded, words.starts, strict=True) if start < name.start]
    return any(fold(word) in before[-_REACH:] for word in language.words.former)


def _appoints(words: Words, language: Pack) -> bool:
    """Whether a sentence speaks of an appointment without putting it in the past."""
    masked = ["YEAR" if _YEAR.fullmatch(word) else word for word in words.folded]
    lexemes, triggers = language.said(masked)
    return not any(x.kind == "past" for _, x in lexemes) and any(t.frame.mode is Mode.APPOINTMENT and t.frame.tense is None for _, t in triggers)
