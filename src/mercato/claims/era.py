"""Guess the day of an article that has no date: the last month in which most of its people were where it puts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mercato.claims.masked import Masked
from mercato.claims.world import World
from mercato.model.article import MentionKind
from mercato.model.world import Spell

LEAST = 2  # pairs of person and club that must agree; one alone says little, as former clubs are named too


def era(sentences: Sequence[Masked], world: World) -> date | None:
    """The first day of the best month, or None when too little is known of its people."""
    spells = list(_spells(sentences, world))
    starts = sorted({date(s.first.year, s.first.month, 1) for s in spells if s.first})
    best, chosen = LEAST - 1, None
    for day in starts:
        covering = [s for s in spells if s.covers(day) or (s.first and (s.first.year, s.first.month) == (day.year, day.month))]
        if len(covering) >= max(best, LEAST):
            ends = [s.last for s in covering if s.last]
            best, chosen = len(covering), min(ends, default=day)
    return chosen


def _spells(sentences: Sequence[Masked], world: World) -> Iterator[Spell]:
    """The spells of each person at each club named with him in one sentence, once each."""
    seen = set()
    for masked in sentences:
        clubs = {masked.mentions[i].entity for i in masked.said(MentionKind.CLUB)}
        for i in masked.said(MentionKind.PERSON):
            person = world.person(masked.mentions[i])
            for spell in person.spells if person else ():
                if spell.club in clubs and spell not in seen:
                    seen.add(spell)
                    yield spell
