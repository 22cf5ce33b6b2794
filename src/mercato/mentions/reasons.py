"""The reasons that speak for one candidate and against another, in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from mercato.knowledge.index import Knowledge
from mercato.mentions.clues import Clue
from mercato.mentions.setting import AT_HAND
from mercato.model.article import MentionKind
from mercato.model.world import Club, Person, Source
from mercato.names.naming import Entry, folded

# Weights of the reasons for a candidate, in points of fame (1 to 5); found on /train and on the odd articles of evals/linking, where they are not sensitive.
NAMED, SPELL_NOW, SPELL_BOTH, SPELL_EVER, TEAMMATE, IN_OFFICE, RIVAL = 8.0, 3.0, 1.5, 1.5, 1.0, 0.7, 0.5
AGED, COUNTRY, POSITION, OFFICE, KIN = 3.0, 1.5, 1.5, 2.0, 4.0  # what the words around a name tell; as much against whom they do not fit
TOWN, HOME_PRESS, COMPANY = 4.0, 0.7, 0.7  # of a club: its town is named, the paper's language is spoken there, other clubs of its country are named
OWN_TONGUE = 1.0  # of a source with a weak name: by that it goes in the language of the text ("Sky Sport" in Italy, in Germany)
KIND = {"name": 1.0, "alias": 0.5, "full": 1.0, "given": 1.0, "kin": 1.0, "stadium": -1.0, "place": -0.5, "country": -1.0}
YOUNGEST, OLDEST = 15, 60  # years; the older ones are retired and written of as coaches
EARLY, LATE = timedelta(days=400), timedelta(days=4000)  # our spells seldom begin with a youth team, and often leave out the last clubs
TEAM = " national team"  # what the names of national teams end in, behind their country
ERROR = 3  # years by which an age told may be wrong, or be told of another year
AROUND = timedelta(days=60)  # a move is told before and after it
ALIKE = (frozenset({"defender", "full-back"}), frozenset({"winger", "forward"}), frozenset({"winger", "midfielder"}), frozenset({"full-back", "winger"}))
CALLED = ("given", "kin")  # the kinds of entries of given names alone
TOLD = {"age": "said to be {} years old", "demonyms": "said to be from {}", "positions": "called a {}", "coach": "called a {}", "executive": "called an {}"}
OFFICES = {"coach": frozenset({"coach"}), "executive": frozenset({"director", "president", "owner", "executive"})}


@dataclass(slots=True)
class Scene:
    """What is known of an article while its names are weighed; more from round to round."""

    named: dict[str, set[int]]  # the entities named in it, each with the numbers of the names it is known by
    kin: frozenset[str]  # people introduced as somebody's father, son or brother
    day: date | None
    press: frozenset[str]  # the countries in whose language it is written
    said: str  # its folded words, a space before and behind each
    sure: frozenset[str] = frozenset()  # the entities taken in so far, from which comes the rest:
    homes: dict[str, set[str]] = field(default_factory=dict)  # the clubs of its people on the day, each with these people
    nations: set[str] = field(default_factory=set)  # the countries its people are from
    countries: dict[str, set[str]] = field(default_factory=dict)  # the countries of its clubs, each with these clubs


def active(person: Person, day: date | None) -> bool:
    """Whether the press may write of somebody on `day` by surname alone: not of a child, nor of a player before his first or long after his last club."""
    if day is None or person.occupations[:1] != ("player",):
        return True
    if person.born and not YOUNGEST <= day.year - person.born.year <= OLDEST:
        return False
    firsts, lasts = [s.first for s in person.spells if s.first], [s.last or day for s in person.spells]
    return not firsts or (min(firsts) <= day + EARLY and max(lasts) >= day - LATE)


def around(person: Person, day: date) -> frozenset[str]:
    """The clubs somebody is at on `day`, has just left, or is about to join."""
    return frozenset(s.club for s in person.spells if s.first and s.first <= day + AROUND and (s.last is None or s.last >= day - AROUND))


def presses(sources: Iterable[Source]) -> dict[str, frozenset[str]]:
    """For each language the countries that have a press in it."""
    found: dict[str, set[str]] = {}
    for source in sources:
        for language in source.languages if source.country else ():
            found.setdefault(language, set()).add(source.country or "")
    return {language: frozenset(countries) for language, countries in found.items()}


class Reasons:
    """Weighs candidates by all that is known of them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.people, self.clubs, self._knowledge = knowledge.people, knowledge.clubs, knowledge
        self.known_clubs = lru_cache(AT_HAND)(self._known_clubs)
        self.around, self.active = lru_cache(AT_HAND)(self._around), lru_cache(AT_HAND)(self._active)
        self._telling_town = lru_cache(AT_HAND)(self._telling_town_of)

    def _known_clubs(self, person: str) -> frozenset[str]:
        return frozenset(s.club for s in self.people[person].spells)

    def _around(self, person: str, day: date | None) -> frozenset[str]:
        return around(self.people[person], day) if day else frozenset()

    def _active(self, person: str, day: date | None) -> bool:
        return active(self.people[person], day)

    def _telling_town_of(self, club: str) -> str:
        """The folded name of a club's town, where no club there is called just so: a text that has it then names the town."""
        city = self.clubs[club].city or ""
        town = folded(city)
        return "" if any(folded(name.text) == town for other in self._knowledge.of_town(city) for name in self.clubs[other].names) else town

    def weigh(self, entry: Entry, scene: Scene, clues: Sequence[Clue], kin: bool, elsewhere: bool, several: bool) -> tuple[float, tuple[str, ...]]:
        """The points of one candidate, with the reasons. The name is introduced as that of a relative (`kin`); the candidate is named `elsewhere` by another
        name; it is one of `several`."""
        found: list[tuple[float, str]] = [(KIND.get(entry.kind, 0.0), "")]
        if several and not kin and entry.entity in scene.kin and entry.kind not in CALLED:
            found.append((-KIN, "introduced as kin of somebody else"))
        elif elsewhere and entry.kind != "kin":
            found.append((NAMED, "named elsewhere in the article"))
        if entry.what is MentionKind.PERSON:
            found += self._person(self.people[entry.entity], scene, clues)
            if kin and entry.kind in CALLED:
                found.append((KIN, "kin of somebody in the article"))
        elif entry.what is MentionKind.CLUB:
            found += self._club(self.clubs[entry.entity], entry, scene, clues, several)
        else:
            found.append((2.0 - (1.5 - OWN_TONGUE * (entry.language != "all")) * entry.weak, ""))
        return sum(points for points, _ in found), (*(why for _, why in found if why), f"{entry.kind} of {entry.entity}")

    def nation(self, club: Club) -> str | None:
        """The country whose team a club is; None of others."""
        return club.name.removesuffix(TEAM) if club.national else None

    def mates(self, person: Person, scene: Scene) -> bool:
        """Whether others of the article are at the same club on the day."""
        return any(scene.homes.get(club, set()) - {person.id} for club in self.around(person.id, scene.day))

    def _person(self, person: Person, scene: Scene, clues: Sequence[Clue]) -> list[tuple[float, str]]:
        found: list[tuple[float, str]] = [(person.fame, "")]
        now = self.around(person.id, scene.day)
        if now & scene.sure:
            found.append((SPELL_NOW + SPELL_BOTH * (len(now & scene.sure) > 1), "belonged to a club of the article on that day"))
        elif self.known_clubs(person.id) & scene.sure:
            found.append((SPELL_EVER, "has belonged to a club of the article"))
        elif self.mates(person, scene):
            found.append((TEAMMATE, "of the same club as others in the article on that day"))
        if now:
            found.append((IN_OFFICE, ""))
        return found + [told for clue in clues if (told := said_of(person, clue, scene.day))[0]]

    def _club(self, club: Club, entry: Entry, scene: Scene, clues: Sequence[Clue], several: bool) -> list[tuple[float, str]]:
        found: list[tuple[float, str]] = [(club.fame - entry.weak, "")]
        if club.id in scene.homes:
            found.append((SPELL_EVER, "club of a person of the article on that day"))
        if not several:  # nothing to tell it from
            return found
        if any(clue.apposed and clue.kind == "demonyms" and clue.value == club.country for clue in clues):
            found.append((OFFICE, f"of {club.country}"))
        if (town := self._telling_town(club.id)) and f" {town} " in scene.said:
            found.append((TOWN, f"of {club.city}"))
        if club.national and self.nation(club) in scene.nations:
            found.append((COUNTRY, "team of the country of a person of the article"))
        if club.country in scene.press:
            found.append((HOME_PRESS, ""))
        if scene.countries.get(club.country, set()) - {club.id}:
            found.append((COMPANY, f"other clubs of {club.country} in the article"))
        if any(rival in scene.sure for rival in club.rivals):
            found.append((RIVAL, "a rival of it in the article"))
        return found


def too_old_or_young(person: Person, age: int, day: date | None) -> bool:
    """Whether an age is nowhere near somebody's on `day`: "Rodrigo Mora, 16 anos," of 2024 is not the one who played in 2012."""
    if day is None:
        return False
    if person.born:
        return abs(day.year - person.born.year - age) > ERROR
    begun = min((s.first for s in person.spells if s.first), default=None)
    return begun is not None and begun.year - (day.year - age) < YOUNGEST - ERROR


def said_of(person: Person, clue: Clue, day: date | None) -> tuple[float, str]:
    """How well one clue fits somebody, in points, and in words where it does; no points where nothing is known."""
    fits = _fits(person, clue, day)
    if fits is None:
        return 0.0, ""
    points = {"age": AGED, "demonyms": COUNTRY, "positions": POSITION}.get(clue.kind, OFFICE) * clue.weight
    return (points, TOLD.get(clue.kind, "{}").format(clue.value or clue.kind)) if fits else (-points, "")


def _fits(person: Person, clue: Clue, day: date | None) -> bool | None:
    """Whether a clue fits; None where we cannot tell."""
    if clue.kind == "age":
        return abs((day - person.born).days / 365.25 - 0.5 - int(clue.value)) <= 1.5 if day and person.born and clue.value else None
    if clue.kind == "demonyms":
        return clue.value in person.nationalities if person.nationalities else None
    offices = {s.occupation for s in person.spells if day and s.covers(day)} or set(person.occupations[:1])
    if clue.kind == "positions":
        if "player" not in offices:
            return False
        return None if person.position is None else clue.value == person.position or any({clue.value, person.position} == pair for pair in ALIKE)
    return not OFFICES[clue.kind].isdisjoint(offices)
