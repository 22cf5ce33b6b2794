"""What a store must be able to do; a new one is finished when `tests/conformance` is green on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from mercato.model.article import Article
from mercato.model.claim import Claim, Reading
from mercato.model.saga import Saga


class Verdict(StrEnum):
    """What a judgement says of its subject."""

    REJECT = "reject"
    CORRECT = "correct"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A dated decision by a person about a claim, a mention's link or an article; undone, never overwritten."""

    id: int
    subject: str
    verdict: Verdict
    field: str | None
    value: str | None
    author: str
    made: datetime
    undone: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds."""

    articles: int
    unread: int  # stored without claims because their language is not read
    claims: int
    sagas: int
    unlinked: int  # distinct people named in claims who are not in the knowledge


class Store(Protocol):
    """Articles with what was read out of them, judgements, and the sagas woven from both."""

    def holds(self, article: str) -> bool:
        """Whether the article was already read (also when it has been forgotten)."""
        ...

    def add(self, reading: Reading) -> None:
        """Keep one article with its mentions, claims and contracts: one transaction, nothing on failure; marks its people for weaving."""
        ...

    def article(self, id: str) -> Article | None:
        """The article of that id, unless forgotten."""
        ...

    def reading(self, id: str) -> Reading | None:
        """All that was read out of an article, judgements applied."""
        ...

    def articles(self) -> Iterator[Article]:
        """Every article not forgotten, by id."""
        ...

    def claims(self, person: str | None = None) -> Iterator[Claim]:
        """Every claim that stands, judgements applied; `person` is a `Named.key`."""
        ...

    def claims_of(self, people: Sequence[str]) -> dict[str, list[Claim]]:
        """What `claims` gives for each of these people, in one go."""
        ...

    def unwoven(self) -> list[str]:
        """Keys of the people whose sagas are out of date."""
        ...

    def weave(self, person: str, sagas: Iterable[Saga]) -> None:
        """Replace the sagas of one person by these, and mark him woven: one transaction."""
        ...

    def weave_all(self, sagas: Mapping[str, Iterable[Saga]]) -> None:
        """Do for many people, in one transaction, what `weave` does for one."""
        ...

    def sagas(self, person: str | None = None) -> Iterator[Saga]:
        """Every saga, or those of the person with that `Named.key`."""
        ...

    def judge(self, subject: str, verdict: Verdict, *, author: str, made: datetime, field: str | None = None, value: str | None = None) -> Judgement:
        """Record a decision; raises NotFound when nothing has that id."""
        ...

    def undo(self, judgement: int, made: datetime) -> Judgement:
        """Take a decision back."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Every decision ever made, undone ones too, in order."""
        ...

    def counts(self) -> Counts:
        """How much there is."""
        ...

    def close(self) -> None:
        """Give up the files."""
        ...
