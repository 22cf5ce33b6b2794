"""Guess the day of an article that has no date: in the last month in which most of its people were where it puts them, before what begins in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from mercato.claims.masked import Masked
from mercato.claims.world import World
from mercato.model.article import MentionKind
from mercato.model.world import Spell

LEAST = 2  # pairs of person and club that must agree; one alone says little, as former clubs are named too


class _Stay(NamedTuple):
    person: str
    spell: Spell


def era(sentences: Sequence[Masked], world: World) -> date | None:
    """The day, or None when too little is known of its people: who is named with a club and the one he comes to next is still at the first."""
    stays = list(dict.fromkeys(_stays(sentences, world)))
    starts = sorted({date(s.first.year, s.first.month, 1) for _, s in stays if s.first})
    best, chosen = LEAST - 1, None
    for day in starts:
        here = [stay for stay in stays if stay.spell.covers(day) or _begins(stay.spell, day)]
        if len(here) >= max(best, LEAST):
            best, chosen = len(here), _within(here, day)
    return chosen


def _within(here: Sequence[_Stay], day: date) -> date:
    """The day before somebody comes from another of these clubs; else the first day on which one of these stays ends."""
    there = {person for person, spell in here if not _begins(spell, day)}
    if any(person in there for person, spell in here if _begins(spell, day)):
        return day - timedelta(days=1)
    return min((spell.last for _, spell in here if spell.last), default=day)


def _begins(spell: Spell, day: date) -> bool:
    return spell.first is not None and (spell.first.year, spell.first.month) == (day.year, day.month)


def _stays(sentences: Sequence[Masked], world: World) -> Iterator[_Stay]:
    """The spells of each person at each club named with him in one sentence."""
    for masked in sentences:
        clubs = {masked.mentions[i].entity for i in masked.said(MentionKind.CLUB)}
        for i in masked.said(MentionKind.PERSON):
            person = world.person(masked.mentions[i])
            if person:
                yield from (_Stay(person.id, spell) for spell in person.spells if spell.club in clubs)
