"""When an article without a date appeared, as far as what it says about people's posts and moves tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mercato.model.article import Article, Basis, Mention, Published
from mercato.model.claim import Claim, Stage, Tense
from mercato.model.world import Person, Role
from mercato.sagas.posts import COACH, Post, posts, spells_at
from mercato.sagas.windows import Calendar, Interval, Kind

ALWAYS: Interval = (date.min, date.max)
AFTERMATH = timedelta(days=60)  # a move is still told as news, from the old club, this long after the stay ended


@dataclass(frozen=True, slots=True)
class Clue:
    """The days on which something that the article says was so, and why."""

    days: tuple[Interval, ...]
    reason: str


def infer(article: Article, claims: Sequence[Claim], mentions: Sequence[Mention], people: Mapping[str, Person], windows: Calendar) -> Published:
    """The days between which the article must have appeared; unknown, with the reasons found, where they leave an end open."""
    held = posts(article, claims, mentions, people)
    clues = [*_moves(claims, people), *_posts(held, people)]
    days = _fitting(clues)
    if len(days) != 1:
        return Published(reasons=("what it says fits no day",) if not days else _reasons(clues))
    first, last = days[0]
    closing = _closing(first, held, (claims, people, windows))
    if closing is not None:
        last = min(last, closing[0])
        clues.append(Clue((), closing[1]))
    if first == date.min or last == date.max:
        return Published(reasons=_reasons(clues))
    return Published(first, last, Basis.INFERRED, _reasons(clues))


def _reasons(clues: Iterable[Clue]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clue.reason for clue in clues))


def _fitting(clues: Iterable[Clue]) -> list[Interval]:
    """The days on which all of it was so."""
    days = [ALWAYS]
    for clue in clues:
        days = [(max(a[0], b[0]), min(a[1], b[1])) for a in days for b in clue.days if max(a[0], b[0]) <= min(a[1], b[1])]
    return sorted(set(days))


def _moves(claims: Iterable[Claim], people: Mapping[str, Person]) -> Iterator[Clue]:
    """What was done had begun, or ended, by then; who may leave a club was still there."""
    for claim in claims:
        person = people.get(claim.person.entity or "")
        if person is None:
            continue
        if claim.stage is Stage.DONE and claim.tense is Tense.PAST:
            yield from _past(claim, person)
        elif claim.tense is Tense.CURRENT and claim.origin and not claim.renewal:
            stays = spells_at(person, claim.origin.entity)
            if stays and all(stay.first for stay in stays):
                days = tuple((stay.first or date.min, stay.last + AFTERMATH if stay.last else date.max) for stay in stays)
                yield Clue(days, f"{person.name} is told as being at {claim.origin.name}: {_list(days)}")


def _past(claim: Claim, person: Person) -> Iterator[Clue]:
    if claim.destination:
        began = [stay.first for stay in spells_at(person, claim.destination.entity)]
        if began and all(began):
            first = min(day for day in began if day)
            yield Clue(((first, date.max),), f"{person.name} has joined {claim.destination.name}: not before {first}")
    elif claim.origin:
        ended = [stay.last for stay in spells_at(person, claim.origin.entity) if stay.last]
        if ended:
            yield Clue(((min(ended), date.max),), f"{person.name} has left {claim.origin.name}: not before {min(ended)}")


def _posts(held: Iterable[Post], people: Mapping[str, Person]) -> Iterator[Clue]:
    for post in held:
        stays = spells_at(people.get(post.person), post.club, COACH)
        if stays and all(stay.first for stay in stays):
            days = tuple((stay.first or date.min, stay.last or date.max) for stay in stays)
            yield Clue(days, f"{people[post.person].name} is in charge of {post.name}: {_list(days)}")


def _list(days: Iterable[Interval]) -> str:
    return ", ".join(f"{first} to {'now' if last == date.max else last}" for first, last in days)


def _closing(first: date, held: Iterable[Post], known: tuple[Sequence[Claim], Mapping[str, Person], Calendar]) -> tuple[date, str] | None:
    """Talk of a player's move beside a coach's new post is of the window then open or next to open."""
    claims, people, windows = known
    starts = {stay.first for post in held if post.fresh for stay in spells_at(people.get(post.person), post.club, COACH)}
    moves = [c for c in claims if c.tense is Tense.CURRENT and c.role is Role.PLAYER and c.destination and not c.renewal]
    if first not in starts or not moves:
        return None
    targets = [_last(windows, windows.country(claim.destination.entity if claim.destination else None), first) for claim in moves]
    day, name = max(targets)
    return day, f"a player's move is open: not after {name} closed on {day}"


def _last(windows: Calendar, country: str | None, day: date) -> tuple[date, str]:
    kind = Kind(season=False, country=country)
    name = windows.at(kind, day).name
    return max((w.closes, name) for w in windows.near(kind, day) if w.name == name)
