"""What one article says on one possible move, before it is placed in a window and an episode."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mercato.model.article import Article
from mercato.model.claim import Against, Claim, Mode, Named, Stage, Tense
from mercato.model.world import Role
from mercato.sagas.windows import Calendar, Interval, Kind

EXACT = 31  # days: a date known to the month is as good as one known to the day


@dataclass(frozen=True, slots=True)
class Draft:
    """One article's current claims on one move; `interval` is when it appeared, `when` the time of the move it states."""

    article: Article
    claims: tuple[Claim, ...]
    interval: Interval | None
    when: Interval | None

    @property
    def exact(self) -> bool:
        """Whether the day it appeared is known well enough to place others by it."""
        return self.interval is not None and (self.interval[1] - self.interval[0]).days <= EXACT

    @property
    def day(self) -> date:
        """The day to sort by; undated ones come last."""
        return self.interval[1] if self.interval else date.max

    @property
    def stage(self) -> Stage:
        """The furthest stage it reports."""
        return max(claim.stage for claim in self.claims)

    @property
    def against(self) -> frozenset[Against]:
        """Who it says stands against the move."""
        return frozenset(a for claim in self.claims for a in claim.against)

    @property
    def done(self) -> bool:
        """Whether it reports the move as completed."""
        return self.stage is Stage.DONE and not self.off

    @property
    def off(self) -> bool:
        """Whether it reports the move as dead."""
        return Against.OFF in self.against

    @property
    def positive(self) -> bool:
        """Whether it reports the move as alive."""
        return any(not {Against.OFF, Against.BUYER} & set(claim.against) for claim in self.claims) and not self.off


@dataclass(frozen=True, slots=True)
class Move:
    """What is possible: a destination, or None for leaving a club; staying on is a move of its own."""

    destination: str | None
    renewal: bool
    origin: str | None


def _key(claim: Claim) -> Move:
    goal = claim.destination or (claim.origin if claim.renewal else None)
    if goal is not None:
        return Move(goal.key, claim.renewal, None)
    return Move(None, False, claim.origin.key if claim.origin else None)


def _settle(groups: dict[Move, list[Claim]]) -> dict[Move, list[Claim]]:
    """Departures that name no club join those from the only club named."""
    unnamed, clubs = Move(None, False, None), [m for m in groups if m.destination is None and m.origin is not None]
    if unnamed in groups and len(clubs) == 1:
        groups[clubs[0]].extend(groups.pop(unnamed))
    return groups


def moves(claims: Iterable[Claim]) -> dict[Move, list[Claim]]:
    """The current claims by the move they are about."""
    groups: defaultdict[Move, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.tense is Tense.CURRENT:
            groups[_key(claim)].append(claim)
    return _settle(groups)


def drafts(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[Draft]:
    """One draft for each article, and for each time where an article states several; in order."""
    found: defaultdict[tuple[str, Interval | None], list[Claim]] = defaultdict(list)
    times: defaultdict[str, set[Interval]] = defaultdict(set)
    for claim in claims:
        if claim.when is not None:
            times[claim.article].add(claim.when)
    for claim in sorted(claims, key=_place):
        stated = times[claim.article]
        when = claim.when or (next(iter(stated)) if len(stated) == 1 else None)
        found[claim.article, when].append(claim)
    made = [Draft(articles[id], tuple(group), _interval(articles[id]), when) for (id, when), group in found.items() if id in articles]
    return sorted(made, key=order)


def _place(claim: Claim) -> tuple[int, str]:
    """Where in its article it is said first."""
    return min(e.span.start for e in claim.evidence), claim.id


def order(draft: Draft) -> tuple[date, bool, str, str]:
    """By day; on one day completed moves first, then by article."""
    return draft.day, not draft.done, draft.article.id, str(draft.when)


def _interval(article: Article) -> Interval | None:
    first, last = article.published.first, article.published.last
    return (first, last) if first and last else None


def kind(claims: Sequence[Claim], calendar: Calendar) -> Kind:
    """Whether windows or seasons count for these claims, which are about one move, and of which country."""
    roles = Counter(_seasonal(claim) for claim in claims)
    clubs = (claim.destination or claim.origin for claim in claims)
    entity = usual(clubs)
    return Kind(roles[True] > roles[False], calendar.country(entity.entity) if entity else None)


def _seasonal(claim: Claim) -> bool:
    return claim.renewal or claim.role is not Role.PLAYER or claim.mode in (Mode.APPOINTMENT, Mode.DISMISSAL)


def usual(names: Iterable[Named | None]) -> Named | None:
    """The one named most often, under the name used most often."""
    counted = Counter(name for name in names if name is not None)
    keys = Counter({name.key: 0 for name in counted})
    for name, count in counted.items():
        keys[name.key] += count
    return min(counted, key=lambda n: (-keys[n.key], -counted[n], n.key, n.name), default=None)
