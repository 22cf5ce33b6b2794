"""Decide who each name means: by the other names of the article, the clubs a person belonged to that day, and fame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from mercato.knowledge.index import Knowledge
from mercato.mentions.find import Find
from mercato.model.article import MentionKind
from mercato.model.world import Person
from mercato.names.naming import Entry

# Weights of the reasons for a candidate, in points of fame (1 to 5); margins found on /train, where they are not sensitive.
NAMED, SPELL_NOW, SPELL_EVER, RIVAL = 6.0, 3.0, 1.5, 0.5
KIND = {"name": 1.0, "alias": 0.5, "full": 1.0, "surname": 0.0, "nickname": 0.0, "stadium": -1.0, "place": -0.5, "country": -1.0}
MARGIN = 0.4
FAMOUS = 4
YOUNGEST, OLDEST = 15, 60  # years; the older ones are retired and written of as coaches
EARLY, LATE = timedelta(days=400), timedelta(days=4000)  # our spells seldom begin with a youth team, and often leave out the last clubs
AT_HAND = 16_384  # people whose clubs are kept at hand


class Setting(NamedTuple):
    """How a name stands in the text."""

    town: bool = False  # it is that of the town of a club it may mean
    placed: bool = False  # a town behind a word for a place ("in", "a"): there the town is meant
    definite: bool = False  # behind an article: in most languages a club's, not a person's
    bare: bool = False  # behind an article, in a language in which no person has one
    rare: bool = False  # it is no common word of the language
    nation: bool = False  # it is a country too
    coached: bool = False  # beside a word for a coach
    company: bool = False  # people whom we do not know are in the text


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

    def __init__(self, knowledge: Knowledge) -> None:
        self.people, self.clubs, self._knowledge = knowledge.people, knowledge.clubs, knowledge
        self.known_clubs = lru_cache(AT_HAND)(self._known_clubs)

    def _known_clubs(self, person: str) -> frozenset[str]:
        return frozenset(s.club for s in self.people[person].spells)

    def link(self, finds: Sequence[Find], settings: Sequence[Setting], day: date | None) -> list[Link | None]:
        """One link for each find, which stands as its setting says; None where nothing is meant after all (a weak name without football around it)."""
        sure = self._sure([find for find, setting in zip(finds, settings, strict=True) if not setting.placed])
        for _ in range(2):  # a second round, as people known from the first tell clubs and the other way round
            links = self._round(finds, settings, sure, day)
            more = sure | {link.entity for link in links if link and link.entity}
            if more == sure:
                break
            sure = more
        return links

    def _round(self, finds: Sequence[Find], settings: Sequence[Setting], sure: frozenset[str], day: date | None) -> list[Link | None]:
        """One link for each find by what is sure so far; a name said again under the same circumstances means the same."""
        chosen: dict[tuple[tuple[Entry, ...], bool, Setting], Link | None] = {}
        homes = frozenset(club for id in sure if id in self.people for club in self.people[id].clubs_on(day)) if day else frozenset()
        links = []
        for find, setting in zip(finds, settings, strict=True):
            said = (find.entries, find.initial, setting)
            if said not in chosen:
                chosen[said] = self._choose(find, setting, sure, homes, day)
            links.append(chosen[said])
        return links

    def _sure(self, finds: Sequence[Find]) -> frozenset[str]:
        strong = (f for f in finds if f.entries and len({e.entity for e in f.entries}) == 1)
        return frozenset(f.entries[0].entity for f in strong if any(not e.weak and e.kind != "surname" for e in f.entries))

    def _choose(self, find: Find, setting: Setting, sure: frozenset[str], homes: frozenset[str], day: date | None) -> Link | None:
        if not find.entries:
            return Link(MentionKind.PERSON, None, ("unknown name",), ())
        scored = sorted(((self._score(e, sure, homes, day), e) for e in find.entries), key=lambda x: (-x[0][0], x[1].entity))
        allowed = [(score, reasons, e) for (score, reasons), e in scored if self._allowed(find, setting, e, sure, day)]
        allowed = [x for x in allowed if not setting.placed or (x[2].entity in sure and not self._city(x[2], sure))]
        if setting.bare and any(e.what is MentionKind.CLUB for _, _, e in allowed):
            allowed = [x for x in allowed if x[2].what is not MentionKind.PERSON]
        if not allowed:
            unsure = all(e.kind == "surname" or (setting.rare and e.what is MentionKind.PERSON and e.kind != "nickname") for e in find.entries)
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
        club = self.clubs.get(entry.entity) if entry.kind in ("name", "alias") else None
        return club is not None and any(other in sure for other in self._knowledge.of_town(club.city or "") if other != club.id)

    def _allowed(self, find: Find, setting: Setting, entry: Entry, sure: frozenset[str], day: date | None) -> bool:
        if entry.kind == "country":
            return setting.coached
        if entry.entity in sure:
            return True
        if entry.kind == "surname":
            person = self.people[entry.entity]
            only = len({e.entity for e in find.entries}) == 1
            around = bool(self.known_clubs(entry.entity) & sure) or (not find.initial and (only or person.fame >= FAMOUS))
            return around and active(person, day)
        if entry.weak:
            if entry.what is MentionKind.CLUB and entry.kind in ("name", "alias") and sure and self.clubs[entry.entity].fame >= FAMOUS:
                return True  # "Barcelona" beside anybody of football is the club
            if setting.town and (find.initial or setting.definite) and (sure or setting.company):
                return True  # a town that is no word of the language, and not said as a place
            if setting.definite and not find.initial and entry.what is MentionKind.CLUB and not setting.nation:
                return entry.kind in ("name", "alias") or self.clubs[entry.entity].national  # "la Nazionale"
            if entry.what is MentionKind.PERSON and entry.kind != "nickname" and (find.last - find.first > 1 or self.known_clubs(entry.entity) & sure):
                return True
            return entry.what is MentionKind.SOURCE or (not find.initial and not setting.nation and entry.kind in ("name", "alias") and len(sure) >= 2)
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
            elif self.known_clubs(entry.entity) & sure:
                score, reasons = score + SPELL_EVER, [*reasons, "has belonged to a club of the article"]
        elif entry.what is MentionKind.CLUB:
            club = self.clubs[entry.entity]
            score += club.fame + RIVAL * any(r in sure for r in club.rivals) - 1.0 * entry.weak
            if entry.entity in homes:
                score, reasons = score + SPELL_EVER, [*reasons, "club of a person of the article on that day"]
        else:
            score += 2.0 - 1.5 * entry.weak
        return score, (*reasons, f"{entry.kind} of {entry.entity}")
