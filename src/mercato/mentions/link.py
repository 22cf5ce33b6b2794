"""Decide who each name means: by the other names of the article, the clubs a person belonged to that day, and fame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from mercato.mentions.find import Find
from mercato.mentions.names import Entry
from mercato.model.article import MentionKind
from mercato.model.world import Club, Person

# Weights of the reasons for a candidate, in points of fame (1 to 5); margins found on /train, where they are not sensitive.
NAMED, SPELL_NOW, SPELL_EVER, RIVAL = 6.0, 3.0, 1.5, 0.5
KIND = {"name": 1.0, "alias": 0.5, "full": 1.0, "surname": 0.0, "nickname": 0.0, "stadium": -1.0, "place": -0.5}
MARGIN = 0.4
FAMOUS = 4
YOUNGEST, OLDEST = 15, 60  # years; the older ones are retired and written of as coaches
EARLY, LATE = timedelta(days=400), timedelta(days=4000)  # our spells seldom begin with a youth team, and often leave out the last clubs


@dataclass(frozen=True, slots=True)
class Link:
    """The entity chosen (None: not sure), with the reasons and the candidates it was chosen from."""

    what: MentionKind
    entity: str | None
    reasons: tuple[str, ...]
    candidates: tuple[str, ...]


def active(person: Person, day: date | None) -> bool:
    """Whether the press may write of somebody on `day` by surname alone: not of a child, nor of a player before his first or long after his last club."""
    if day is None or person.occupations[:1] != ("player",):
        return True
    if person.born and not YOUNGEST <= day.year - person.born.year <= OLDEST:
        return False
    firsts, lasts = [s.first for s in person.spells if s.first], [s.last or day for s in person.spells]
    return not firsts or (min(firsts) <= day + EARLY and max(lasts) >= day - LATE)


class Linker:
    """Links the finds of one article together; knows the people and clubs."""

    def __init__(self, people: Mapping[str, Person], clubs: Mapping[str, Club]) -> None:
        self.people, self.clubs = people, clubs
        self.neighbours: dict[str, list[str]] = {}
        for club in clubs.values():
            if club.city:
                self.neighbours.setdefault(club.city, []).append(club.id)
        self.known_clubs = {p.id: frozenset(s.club for s in p.spells) for p in people.values()}

    def link(self, finds: Sequence[Find], day: date | None, placed: Set[int] = frozenset()) -> list[Link | None]:
        """One link for each find; None where nothing is meant after all (a weak name without football around it).

        `placed` are the first words of finds that follow a word for a place ("in", "a"): there the name of a city is the city.
        """
        sure = self._sure([find for find in finds if find.first not in placed])
        for _ in range(2):  # a second round, as people known from the first tell clubs and the other way round
            links = self._round(finds, sure, day, placed)
            more = sure | {link.entity for link in links if link and link.entity}
            if more == sure:
                break
            sure = more
        return links

    def _round(self, finds: Sequence[Find], sure: frozenset[str], day: date | None, placed: Set[int]) -> list[Link | None]:
        """One link for each find by what is sure so far; a name said again under the same circumstances means the same."""
        chosen: dict[tuple[tuple[Entry, ...], bool, bool], Link | None] = {}
        homes = frozenset(club for id in sure if id in self.people for club in self.people[id].clubs_on(day)) if day else frozenset()
        links = []
        for find in finds:
            said = (find.entries, find.initial, find.first in placed)
            if said not in chosen:
                chosen[said] = self._choose(find, sure, homes, day, said[2])
            links.append(chosen[said])
        return links

    def _sure(self, finds: Sequence[Find]) -> frozenset[str]:
        strong = (f for f in finds if f.entries and len({e.entity for e in f.entries}) == 1)
        return frozenset(f.entries[0].entity for f in strong if any(not e.weak and e.kind != "surname" for e in f.entries))

    def _choose(self, find: Find, sure: frozenset[str], homes: frozenset[str], day: date | None, placed: bool) -> Link | None:
        if not find.entries:
            return Link(MentionKind.PERSON, None, ("unknown name",), ())
        scored = sorted(((self._score(e, sure, homes, day), e) for e in find.entries), key=lambda x: (-x[0][0], x[1].entity))
        allowed = [(score, reasons, e) for (score, reasons), e in scored if self._allowed(find, e, sure, day)]
        allowed = [x for x in allowed if not placed or (x[2].entity in sure and not self._city(x[2], sure))]
        if not allowed:
            unsure = all(e.kind == "surname" for e in find.entries)
            perhaps = tuple(dict.fromkeys(e.entity for e in find.entries))
            return Link(MentionKind.PERSON, None, ("a surname, and nothing tells whose",), perhaps) if unsure else None
        best = allowed[0]
        others = [x for x in allowed[1:] if x[2].entity != best[2].entity]
        candidates = tuple(dict.fromkeys(e.entity for _, _, e in allowed))
        if others and best[0] - others[0][0] < MARGIN:
            return Link(best[2].what, None, ("several fit equally well",), candidates)
        return Link(best[2].what, best[2].entity, best[1], candidates)

    def _city(self, entry: Entry, sure: frozenset[str]) -> bool:
        """Whether the name may mean the city, as another club of it is in the article: "a Torino" beside Juventus."""
        club = self.clubs.get(entry.entity)
        return club is not None and entry.kind in ("name", "alias") and any(o in sure for o in self.neighbours.get(club.city or "", ()) if o != club.id)

    def _allowed(self, find: Find, entry: Entry, sure: frozenset[str], day: date | None) -> bool:
        if entry.entity in sure:
            return True
        if entry.kind == "surname":
            person = self.people[entry.entity]
            only = len({e.entity for e in find.entries}) == 1
            around = bool(self.known_clubs[entry.entity] & sure) or (not find.initial and (only or person.fame >= FAMOUS))
            return around and active(person, day)
        if entry.weak:
            if entry.what is MentionKind.CLUB and entry.kind in ("name", "alias") and sure and self.clubs[entry.entity].fame >= FAMOUS + find.initial:
                return True  # "Barcelona" beside anybody of football is the club; at the start of a sentence only one of the greatest
            return entry.what is MentionKind.SOURCE or (not find.initial and entry.kind in ("name", "alias") and len(sure) >= 2)
        return True

    def _score(self, entry: Entry, sure: frozenset[str], homes: frozenset[str], day: date | None) -> tuple[float, tuple[str, ...]]:
        score, reasons = KIND.get(entry.kind, 0.0), []
        if entry.entity in sure:
            score, reasons = score + NAMED, ["named elsewhere in the article"]
        if entry.what is MentionKind.PERSON:
            person = self.people[entry.entity]
            score += person.fame
            if day and any(club in sure for club in person.clubs_on(day)):
                score, reasons = score + SPELL_NOW, [*reasons, "belonged to a club of the article on that day"]
            elif self.known_clubs[entry.entity] & sure:
                score, reasons = score + SPELL_EVER, [*reasons, "has belonged to a club of the article"]
        elif entry.what is MentionKind.CLUB:
            club = self.clubs[entry.entity]
            score += club.fame + RIVAL * any(r in sure for r in club.rivals) - 1.0 * entry.weak
            if entry.entity in homes:
                score, reasons = score + SPELL_EVER, [*reasons, "club of a person of the article on that day"]
        else:
            score += 2.0 - 1.5 * entry.weak
        return score, (*reasons, f"{entry.kind} of {entry.entity}")
