"""The questions a store is asked most, written once so that they are compiled once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, Table, bindparam, or_, select

from mercato.store.protocol import Verdict
from mercato.store.schema import article, claim, contract, judgement, mention, saga, unwoven

PAGE = 500  # rows fetched at a time
_id: BindParameter[str] = bindparam("article")
_person: BindParameter[str] = bindparam("person")
_forgotten = select(judgement.c.subject).where(judgement.c.verdict == Verdict.FORGET.value, judgement.c.undone.is_(None))
_touched = select(judgement.c.article).where(judgement.c.article.is_not(None), judgement.c.undone.is_(None)).distinct()


def _stands() -> ColumnElement[bool]:
    return article.c.id.not_in(_forgotten) & or_(article.c.source.is_(None), article.c.source.not_in(_forgotten))


HELD = select(article.c.id).where(article.c.id == _id)
ARTICLE = select(article).where(article.c.id == _id, _stands())
MENTIONS = select(mention.c.body).where(mention.c.article == _id)
CLAIMS = select(claim.c.body).where(claim.c.article == _id).order_by(claim.c.position)
CONTRACTS = select(contract.c.body).where(contract.c.article == _id).order_by(contract.c.position)
JUDGEMENTS_ON = select(judgement).where(judgement.c.article == _id, judgement.c.undone.is_(None)).order_by(judgement.c.id)
TOUCHED = _touched.order_by(judgement.c.article)
UNWOVEN = select(unwoven.c.person_key).order_by(unwoven.c.person_key)
UNRAVEL = saga.delete().where(saga.c.person_key == _person)
WOVEN = unwoven.delete().where(unwoven.c.person_key == _person)
ARTICLES_UNDER = select(article.c.id).where((article.c.id == bindparam("subject")) | (article.c.source == bindparam("subject")))
CLAIM_ARTICLE = select(claim.c.article).where(claim.c.id == bindparam("subject"))


def standing_articles() -> Select[Any]:
    """Every article not forgotten."""
    return select(*article.c).where(_stands())


def untouched_claims() -> Select[Any]:
    """The claims of every article that is neither forgotten nor has judgements on its claims or mentions."""
    return select(claim.c.id, claim.c.person_key, claim.c.body).join(article, article.c.id == claim.c.article).where(_stands(), article.c.id.not_in(_touched))


def _paged(query: Select[Any], table: Table) -> Select[Any]:
    """The next rows after the id bound to `after`, so that no reader holds a snapshot for long."""
    return query.where(table.c.id > bindparam("after")).order_by(table.c.id).limit(PAGE)


ARTICLES = _paged(standing_articles(), article)
UNTOUCHED = _paged(untouched_claims(), claim)
UNTOUCHED_OF = _paged(untouched_claims().where(claim.c.person_key.in_(bindparam("people", expanding=True))), claim)
SAGAS = _paged(select(saga.c.id, saga.c.body), saga)
SAGAS_OF = _paged(select(saga.c.id, saga.c.body).where(saga.c.person_key == _person), saga)
