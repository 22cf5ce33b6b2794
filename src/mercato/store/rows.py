"""How the nouns become rows of the schema, and rows nouns again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import RowMapping

from mercato.model.article import Article, Basis, Block, Mention, Published
from mercato.model.claim import Claim, Contract, Reading
from mercato.model.saga import Saga
from mercato.store.protocol import Judgement, Verdict

Row = dict[str, Any]

_encode = msgspec.json.Encoder().encode
_blocks = msgspec.json.Decoder(tuple[Block, ...]).decode
_reasons = msgspec.json.Decoder(tuple[str, ...]).decode
to_mentions = msgspec.json.Decoder(tuple[Mention, ...]).decode
to_claim = msgspec.json.Decoder(Claim).decode
to_contract = msgspec.json.Decoder(Contract).decode
to_saga = msgspec.json.Decoder(Saga).decode


def article_row(article: Article) -> Row:
    """One row of `article`."""
    published = article.published
    return {
        "id": article.id, "text": article.text, "blocks": _encode(article.blocks), "language": article.language, "source": article.source,
        "url": article.url, "published_first": published.first, "published_last": published.last, "published_basis": published.basis.value,
        "published_reasons": _encode(published.reasons), "name": article.name,
    }  # fmt: skip


def to_article(row: RowMapping) -> Article:
    """The article of a row."""
    published = Published(row["published_first"], row["published_last"], Basis(row["published_basis"]), _reasons(row["published_reasons"]))
    return Article(row["id"], row["text"], _blocks(row["blocks"]), row["language"], published, row["source"], row["url"], row["name"])


def mention_row(reading: Reading) -> Row:
    """The row of `mention`: all of them, in the order they were found."""
    return {"article": reading.article.id, "body": _encode(reading.mentions)}


def claim_rows(reading: Reading) -> list[Row]:
    """The rows of `claim`, in the order they were read."""
    return [
        {
            "id": claim.id, "article": reading.article.id, "position": n, "person_key": claim.person.key,
            "origin_key": claim.origin.key if claim.origin else None, "destination_key": claim.destination.key if claim.destination else None,
            "tense": claim.tense.value, "stage": int(claim.stage), "body": _encode(claim),
        }
        for n, claim in enumerate(reading.claims)
    ]  # fmt: skip


def contract_rows(reading: Reading) -> list[Row]:
    """The rows of `contract`, in the order they were read."""
    return [
        {"article": reading.article.id, "position": n, "person_key": contract.person.key, "body": _encode(contract)}
        for n, contract in enumerate(reading.contracts)
    ]


def saga_row(saga: Saga) -> Row:
    """One row of `saga`."""
    first, last = saga.days
    return {
        "id": saga.id, "person_key": saga.person.key, "origin_key": saga.origin.key if saga.origin else None,
        "destination_key": saga.destination.key if saga.destination else None, "window": saga.window, "state": saga.state.value,
        "first": first and first.isoformat(), "last": last and last.isoformat(), "body": _encode(saga),
    }  # fmt: skip


def to_judgement(row: RowMapping) -> Judgement:
    """The judgement of a row."""
    undone = datetime.fromisoformat(row["undone"]) if row["undone"] else None
    made = datetime.fromisoformat(row["made"])
    return Judgement(row["id"], row["subject"], Verdict(row["verdict"]), row["field"], row["value"], row["author"], made, undone)
