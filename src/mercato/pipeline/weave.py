"""Weave the sagas of everybody whose claims have changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from mercato.model.article import Article
from mercato.model.claim import Tense
from mercato.sagas.merge import merge
from mercato.sagas.windows import Calendar
from mercato.store.protocol import Store

SHELF = 2000  # articles kept at hand: those of one batch name the same people


def weave(store: Store, calendar: Calendar, *, today: date, progress: Callable[[str, int], None] | None = None) -> dict[str, int]:
    """Bring every person's sagas up to date; how many sagas each person woven now has."""
    shelf = lru_cache(maxsize=SHELF)(store.article)
    woven: dict[str, int] = {}
    for number, person in enumerate(store.unwoven(), 1):
        claims = [claim for claim in store.claims(person) if claim.tense is Tense.CURRENT]
        articles: dict[str, Article] = {id: article for id in sorted({c.article for c in claims}) if (article := shelf(id)) is not None}
        sagas = merge(claims, articles, calendar, today=today)
        store.weave(person, sagas)
        woven[person] = len(sagas)
        if progress:
            progress("people", number)
    return woven
