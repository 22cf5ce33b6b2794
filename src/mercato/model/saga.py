"""All reports of one person's possible move to one destination in one window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from mercato.model.article import Published
from mercato.model.claim import Against, Claim, Named, Stage


class Standing(StrEnum):
    """What a report adds to those before it."""

    FIRST = "first"
    CONFIRMS = "confirms"
    CITES = "cites"
    COPIES = "copies"
    TRANSLATES = "translates"
    RECYCLES = "recycles"
    DENIES = "denies"


class State(StrEnum):
    """How a saga stands: open, completed, called off, or silent."""

    OPEN = "open"
    DONE = "done"
    OFF = "off"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Report:
    """One article's claims on one saga."""

    article: str
    source: str | None
    published: Published
    claims: tuple[Claim, ...]
    standing: Standing
    parent: str | None = None  # the article or source it repeats

    @property
    def stage(self) -> Stage:
        """The furthest stage it reports."""
        return max(claim.stage for claim in self.claims)

    @property
    def against(self) -> tuple[Against, ...]:
        """Who it says stands against the move."""
        return tuple(sorted({a for claim in self.claims for a in claim.against}))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One field on which reports differ: each value with the articles that say it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Saga:
    """An episode: one person, one destination (None: leaving, no club named), one window; `renewal` apart."""

    id: str
    person: Named
    origin: Named | None
    destination: Named | None
    renewal: bool
    window: str
    state: State
    reports: tuple[Report, ...]
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def stage(self) -> Stage:
        """The furthest stage any report gives."""
        return max(report.stage for report in self.reports)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day of its reports, None where no report is dated."""
        days = [r.published.day for r in self.reports if r.published.day]
        return (min(days), max(days)) if days else (None, None)


def saga_id(person: Named, destination: Named | None, renewal: bool, window: str, episode: int) -> str:
    """A content hash of what makes the saga one; episodes of one window are numbered from 0."""
    parts = (person.key, destination.key if destination else "", "renewal" if renewal else "move", window, str(episode))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:12]
