"""One article's statement about one possible or past move, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from functools import cached_property
from hashlib import sha256

from mercato.model.article import Article, Mention, Span
from mercato.model.world import Role


class Stage(IntEnum):
    """How far a move has got, in order."""

    LINKED = 1
    INTERESTED = 2
    CONTACT = 3
    TALKS = 4
    OFFER = 5
    AGREED = 6
    MEDICAL = 7
    DONE = 8

    @cached_property
    def word(self) -> str:
        """The word of the annotation guide: "linked" ... "done"."""
        return self.name.lower()


class Against(StrEnum):
    """Who stands against a move."""

    SELLER = "seller"
    PERSON = "person"
    BUYER = "buyer"
    OFF = "off"


class Mode(StrEnum):
    """In what form someone would move."""

    PERMANENT = "permanent"
    LOAN = "loan"
    FREE = "free"
    RENEWAL = "renewal"
    APPOINTMENT = "appointment"
    DISMISSAL = "dismissal"
    UNKNOWN = "unknown"


class Tense(StrEnum):
    """Current: open at the article's time or just completed in its news; past: background."""

    CURRENT = "current"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something a claim is about: the usual name, and the entity if the mention could be linked."""

    name: str
    entity: str | None = None

    @property
    def key(self) -> str:
        """What sameness is judged by: the entity, else the folded name marked as unlinked."""
        return self.entity or "?" + self.name.casefold()


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in units of `currency` (ISO 4217)."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that say one field of a claim, and where they stand in the text as received."""

    field: str
    span: Span
    said: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Who would move from where to where, how far it has got, who stands against it, who says so; never without evidence."""

    id: str
    article: str
    person: Named
    role: Role
    origin: Named | None
    destination: Named | None
    tense: Tense
    stage: Stage
    mode: Mode
    evidence: tuple[Evidence, ...]
    against: tuple[Against, ...] = ()
    fee: Money | None = None
    terms: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    when: tuple[date, date] | None = None
    sources: tuple[Named, ...] = ()
    via: tuple[Named, ...] = ()
    score: float = 1.0
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"claim {self.id} has no evidence")

    @property
    def renewal(self) -> bool:
        """Whether it is about staying on: mode renewal, or from and to the same club."""
        if self.mode is Mode.RENEWAL:
            return True
        return bool(self.origin and self.destination and self.origin.key == self.destination.key)


def claim_id(article: str, person: Named, destination: Named | None, *rest: str) -> str:
    """A content hash of what makes the claim one: article, person, destination, tense, and what else tells it apart."""
    parts = (article, person.key, destination.key if destination else "", *rest)
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract in force or newly agreed, `until` as YYYY or YYYY-MM."""

    article: str
    person: Named
    club: Named | None
    until: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    contracts: tuple[Contract, ...] = ()
