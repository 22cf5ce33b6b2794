"""Weave the sagas of everybody whose claims have changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from mercato.model.article import Article
from mercato.model.claim import Claim, Tense
from mercato.model.saga import Saga
from mercato.sagas.merge import merge
from mercato.sagas.windows import Calendar
from mercato.store.protocol import Store

TOGETHER = 100  # people whose sagas are written in one transaction: as few as keep the disk from mattering
SHELF = 2000  # articles kept at hand: those of one batch name the same people


def weave(store: Store, calendar: Calendar, *, today: date, progress: Callable[[str, int], None] | None = None) -> dict[str, int]:
    """Bring every person's sagas up to date; how many sagas each person woven now has."""
    shelf = lru_cache(maxsize=SHELF)(store.article)
    people = store.unwoven()
    woven: dict[str, int] = {}
    for start in range(0, len(people), TOGETHER):
        claims = store.claims_of(people[start : start + TOGETHER])
        sagas = {person: _sagas(told, shelf, calendar, today) for person, told in claims.items()}
        store.weave_all(sagas)
        woven |= {person: len(found) for person, found in sagas.items()}
        if progress:
            progress("people", len(woven))
    return woven


def _sagas(claims: Sequence[Claim], shelf: Callable[[str], Article | None], calendar: Calendar, today: date) -> list[Saga]:
    current = [claim for claim in claims if claim.tense is Tense.CURRENT]
    articles = {id: article for id in sorted({c.article for c in current}) if (article := shelf(id)) is not None}
    return merge(current, articles, calendar, today=today)
