"""What was read out of one article: its claims with their words, its contracts, whom it names."""

from __future__ import annotations

from dataclasses import dataclass

from mercato.errors import NotFound
from mercato.model.article import mention_id
from mercato.model.claim import Claim, Named
from mercato.store.protocol import Store
from mercato.views.names import Names
from mercato.views.passage import Passage, passages
from mercato.views.saga import Bond, money


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim with the words it rests on."""

    id: str
    person: str
    origin: str | None
    destination: str | None
    tense: str
    stage: str
    mode: str
    against: tuple[str, ...]
    fee: str | None
    terms: tuple[str, ...]
    conditions: tuple[str, ...]
    credited: tuple[str, ...]
    via: tuple[str, ...]
    score: float
    reasons: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MentionLine:
    """Somebody or something named, with the id that a correction of the link is addressed to."""

    id: str
    kind: str
    said: str
    name: str
    entity: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article as read; `language` is None when it is one we do not read."""

    id: str
    name: str
    outlet: str
    source: str | None
    url: str | None
    published: str
    basis: str
    reasons: tuple[str, ...]
    language: str | None
    text: str
    claims: tuple[ClaimLine, ...]
    contracts: tuple[Bond, ...]
    mentions: tuple[MentionLine, ...]


def article_page(store: Store, names: Names, id: str) -> ArticlePage:
    """The article of that id; raises NotFound."""
    reading = store.reading(id)
    if reading is None:
        raise NotFound(f"{id}: no article has that id, or it was forgotten; `mercato saga` shows the ids of articles")
    article, outlet = reading.article, names.source(reading.article.source)
    return ArticlePage(
        article.id, article.name, outlet, article.source, article.url, str(article.published), article.published.basis.value, article.published.reasons,
        article.language, article.text, tuple(_claim(claim, passages(article, [claim])) for claim in reading.claims),
        tuple(Bond(c.until, _called(c.club), (outlet,)) for c in reading.contracts),
        tuple(MentionLine(mention_id(article.id, m), m.kind.value, m.said, m.name, m.entity, m.reasons) for m in reading.mentions),
    )  # fmt: skip


def _claim(claim: Claim, words: tuple[Passage, ...]) -> ClaimLine:
    return ClaimLine(
        claim.id, claim.person.name, _called(claim.origin), _called(claim.destination), claim.tense.value, claim.stage.word, claim.mode.value,
        tuple(a.value for a in claim.against), money(claim.fee) if claim.fee else None, claim.terms, claim.conditions,
        tuple(who.name for who in claim.sources), tuple(who.name for who in claim.via), claim.score, claim.reasons, words,
    )  # fmt: skip


def _called(who: Named | None) -> str | None:
    return who.name if who else None
