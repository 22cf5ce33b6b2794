"""What the claims room may ask of the world: who a linked person is on the article's day, and where he belongs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from mercato.model.article import Mention
from mercato.model.claim import Named
from mercato.model.world import Club, Person, Role, Spell

FRESH = timedelta(days=92)  # after a move, articles still tell of it until the window ends; spells known by the month or year begin early
PRESIDENTS = frozenset({"president", "owner"})  # they speak of moves more often than they move
AT_HAND = 16_384  # people and days whose clubs are kept at hand: an article asks for the same ones again and again
EXECUTIVE = frozenset({"director", "president", "owner", "executive"})


class World:
    """People and clubs as known; every question takes the day, None when the article has no date."""

    def __init__(self, people: Mapping[str, Person], clubs: Mapping[str, Club]) -> None:
        self.people, self.clubs = people, clubs
        self.stays, self.homes = lru_cache(AT_HAND)(self._stays), lru_cache(AT_HAND)(self._homes)

    def person(self, mention: Mention) -> Person | None:
        """The known person behind a mention."""
        return self.people.get(mention.entity or "")

    def club(self, id: str) -> Named:
        """A known club as claims name it; an id without an entry keeps itself as name."""
        known = self.clubs.get(id)
        return Named(known.name if known else id, id)

    def famous(self, entity: str | None) -> bool:
        """Whether a person or club is one that the press writes of: linked, and not by registers alone."""
        known = self.people.get(entity or "") or self.clubs.get(entity or "")
        return entity is not None and (known is None or known.fame > 0)

    def national(self, club: Named) -> bool:
        """Whether it is a national team."""
        known = self.clubs.get(club.entity or "")
        return known is not None and known.national

    def _stays(self, entity: str | None, day: date | None) -> tuple[Spell, ...]:
        """The spells that cover `day`, the newest first, a loan before its owner."""
        person = self.people.get(entity or "")
        if person is None or day is None:
            return ()
        return tuple(sorted((s for s in person.spells if s.covers(day) and s.first), key=lambda s: (not s.loan, -(s.first or day).toordinal())))

    def home(self, entity: str | None, day: date | None) -> Named | None:
        """The club a person belongs to on `day`, if one is known."""
        stays = [s for s in self.stays(entity, day) if not (known := self.clubs.get(s.club)) or not known.national]
        return self.club(stays[0].club) if stays else None

    def _homes(self, entity: str | None, day: date | None) -> tuple[Named, ...]:
        """The clubs a person may be leaving about `day`, likeliest first: where he has long been, where he just came from, where he just came to."""
        person = self.people.get(entity or "")
        if person is None or day is None:
            return ()
        spells = [s for s in person.spells if s.first and s.first <= day and (s.last is None or day <= s.last + FRESH) and not self.national(self.club(s.club))]
        ranked = sorted(spells, key=lambda s: (day - (s.first or day) < FRESH, not s.loan, -(s.first or day).toordinal()))
        return tuple(dict.fromkeys(self.club(s.club) for s in ranked))

    def settled(self, entity: str | None, club: Named, day: date | None) -> bool:
        """Whether a person has been at `club` for long enough before `day` that he is not just joining it."""
        return any(s.club == club.entity and s.first and (day or s.first) - s.first >= FRESH for s in self.stays(entity, day))

    def role(self, entity: str | None, day: date | None) -> Role | None:
        """Player, coach or executive on `day`; by occupation where no spell tells; None for agents and unknown people."""
        person = self.people.get(entity or "")
        if person is None:
            return None
        stays = self.stays(entity, day)
        return _role(stays[0].occupation if stays else (person.occupations[0] if person.occupations else "player"))

    def presides(self, entity: str | None) -> bool:
        """Whether a person is best known as the president or owner of a club."""
        person = self.people.get(entity or "")
        return person is not None and bool(PRESIDENTS.intersection(person.occupations[:1]))

    def age(self, entity: str | None, day: date | None) -> int | None:
        """Whole years on `day`."""
        person = self.people.get(entity or "")
        if person is None or person.born is None or day is None:
            return None
        return day.year - person.born.year - ((day.month, day.day) < (person.born.month, person.born.day))


def _role(occupation: str) -> Role | None:
    if occupation == "coach":
        return Role.COACH
    if occupation in EXECUTIVE:
        return Role.EXECUTIVE
    return None if occupation == "agent" else Role.PLAYER
