"""Whether a judgement somebody wants to make can be made, and what it is about."""

from __future__ import annotations

from sqlalchemy import Connection

from mercato.errors import BadInput, NotFound
from mercato.model.article import mention_id
from mercato.model.claim import Reading
from mercato.store import queries
from mercato.store.corrections import correct
from mercato.store.protocol import Verdict
from mercato.store.rows import to_mentions


def subject_of(connection: Connection, subject: str, verdict: Verdict) -> str | None:
    """The article whose claim or mention `subject` is, None when an article or a source is to be forgotten; raises NotFound."""
    if verdict is Verdict.FORGET:
        if connection.execute(queries.ARTICLES_UNDER, {"subject": subject}).first() is None:
            raise NotFound(f"no article and no source is called {subject!r}; give an article's id or a source as `mercato export` lists them")
        return None
    found = _mentioning(connection, subject) if ":" in subject else connection.execute(queries.CLAIM_ARTICLE, {"subject": subject}).scalar()
    if found is None:
        raise NotFound(f"no claim and no mention is called {subject!r}; `mercato saga` and `mercato extract --explain` show their ids")
    return str(found)


def _mentioning(connection: Connection, subject: str) -> str | None:
    article = subject.partition(":")[0]
    body = connection.execute(queries.MENTIONS, {"article": article}).scalar()
    return article if body and any(mention_id(article, mention) == subject for mention in to_mentions(body)) else None


def check(reading: Reading | None, subject: str, verdict: Verdict, field: str | None, value: str | None) -> None:
    """Raise BadInput unless a correction names what may be corrected and a value that can be read."""
    if verdict is not Verdict.CORRECT:
        return
    if ":" in subject:
        if field not in (None, "entity") or not value:
            raise BadInput(f"mention {subject}", "only its entity can be corrected", "give the entity's id, or id=Full Name")
        return
    claim = next((claim for claim in reading.claims if claim.id == subject), None) if reading else None
    if claim is None:
        raise NotFound(f"claim {subject} was rejected, or its article forgotten; undo that first")
    if field is None or value is None:
        raise BadInput(f"claim {subject}", "a correction needs a field and a value", "give both, like: stage talks")
    correct(claim, field, value)
