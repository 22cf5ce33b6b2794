"""Decide who each name means: all names of an article together, by what speaks for each candidate, or nobody where nothing tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mercato.knowledge.index import Knowledge
from mercato.mentions.clues import Clue, Clues
from mercato.mentions.find import Find
from mercato.mentions.reasons import CALLED, Reasons, Scene, presses, said_of, too_old_or_young
from mercato.mentions.setting import ANY, Setting
from mercato.mentions.unlisted import UNLISTED
from mercato.model.article import MentionKind
from mercato.model.world import Source
from mercato.names.naming import Entry

MARGIN = 0.4  # points by which the best candidate must outdo the next; below, the name stays unlinked with its candidates
FAMOUS = 4
TOLD = 1.0  # points of what the words around a name tell, from which they speak for somebody although no club of his is named
ROUNDS = 3  # whom one round makes sure tells more to the next
_NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """The entity chosen (None: not sure), with the reasons and the candidates it was chosen from."""

    what: MentionKind
    entity: str | None
    reasons: tuple[str, ...]
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What the text tells beside its names."""

    clues: Clues
    kin: Set[int]  # where the names begin that are introduced as those of a father, son or brother
    language: str
    said: str  # the folded words of the text, a space before and behind each


class Case(NamedTuple):
    """A name as it stands in one or more places of an article, which means the same in all of them."""

    name: int  # the number of the name: two cases of one name are no evidence for each other
    initial: bool
    setting: Setting
    kin: bool  # introduced as somebody's father, son or brother
    age: int | None  # told right behind it


@dataclass(slots=True)
class Names:
    """The names of one article, each once, and the cases they stand in."""

    entries: list[tuple[Entry, ...]]  # by the number of the name
    strong: list[bool]  # likewise: whether it means one entity whatever stands around it
    finds: dict[Case, Find]  # the first find of each case
    cases: list[Case]  # of each find
    clues: dict[int, list[Clue]]  # by the number of the name


class Linker:
    """Links the finds of one article together; knows the people and clubs, and in which countries the press writes which language."""

    def __init__(self, knowledge: Knowledge, sources: Iterable[Source] = ()) -> None:
        self.reasons, self._knowledge = Reasons(knowledge), knowledge
        self.people, self.clubs, self.known_clubs = knowledge.people, knowledge.clubs, self.reasons.known_clubs
        self._presses = presses(sources)

    def link(self, finds: Sequence[Find], settings: Sequence[Setting], context: Context, day: date | None) -> list[Link | None]:
        """One link for each find, which stands as its setting says; None where nothing is meant after all (a weak name without football around it)."""
        names = _names(finds, settings, context)
        kin = frozenset(e.entity for f in finds if f.first in context.kin for e in f.entries if e.kind in CALLED or len(f.entries) == 1)
        named: dict[str, set[int]] = {}
        for case in names.finds:
            if names.strong[case.name] and not (case.setting.placed or case.setting.near):
                named.setdefault(names.entries[case.name][0].entity, set()).add(case.name)
        scene = Scene(named, kin, day, self._presses.get(context.language, frozenset()), context.said)
        loose = [case for case in names.finds if case.setting.near or not names.strong[case.name]]
        links: dict[Case, Link | None] = {}
        for _ in range(ROUNDS):
            self._look(scene)
            told = sum(map(len, named.values()))
            for case in loose:
                link = links[case] = self._choose(names, case, scene)
                if link and link.entity and not (case.setting.placed or case.setting.opening):
                    named.setdefault(link.entity, set()).add(case.name)
            if len(named) == len(scene.sure):
                break
        if sum(map(len, named.values())) > told:  # else the last round saw all that there is to see
            links = {}
        self._look(scene)
        return [links[case] if case in links else links.setdefault(case, self._choose(names, case, scene)) for case in names.cases]

    def _look(self, scene: Scene) -> None:
        """Take in whom the article is sure to name by now."""
        for id in scene.named.keys() - scene.sure:
            if person := self.people.get(id):
                scene.nations.update(person.nationalities)
                for club in person.clubs_on(scene.day) if scene.day else ():
                    scene.homes.setdefault(club, set()).add(id)
            elif known := self.clubs.get(id):
                scene.countries.setdefault(known.country, set()).add(id)
        scene.sure = frozenset(scene.named)

    def _choose(self, names: Names, case: Case, scene: Scene) -> Link | None:
        entries, find, setting, clues = names.entries[case.name], names.finds[case], case.setting, names.clues.get(case.name, ())
        if not entries:
            return Link(MentionKind.PERSON, None, ("unknown name",), ())
        if entries == UNLISTED:
            return Link(MentionKind.CLUB, None, ("called as clubs are",), ())
        if setting is ANY and len(entries) == 1 and not case.age:
            return Link(entries[0].what, entries[0].entity, (f"{entries[0].kind} of {entries[0].entity}",), (entries[0].entity,))
        weighed = [
            (*self.reasons.weigh(e, scene, clues, case.kin, bool(scene.named.get(e.entity, _NOWHERE) - {case.name}), len(entries) > 1), e)
            for e in entries if self._allowed(find, setting, e, scene, clues)
        ]  # fmt: skip
        allowed = sorted(weighed, key=lambda x: (-x[0], x[2].entity)) if len(weighed) > 1 else weighed
        if setting.placed:  # a club that is named otherwise too would have been named so here: this is its town
            allowed = [x for x in allowed if x[2].entity in scene.homes and x[2].entity not in scene.sure and not self._city(x[2], scene.sure)]
        elif setting.near:
            allowed = [x for x in allowed if (not setting.opening if x[2].entity in scene.sure else not self._city(x[2], scene.sure))]
        if (setting.bare or setting.doing) and any(e.what is MentionKind.CLUB for _, _, e in allowed):
            allowed = [x for x in allowed if x[2].what is not MentionKind.PERSON]
        if not allowed:
            unsure = all(
                (e.kind == "surname" and (setting.rare or not find.initial)) or (setting.rare and e.what is MentionKind.PERSON and e.kind != "nickname")
                for e in entries
            )
            return Link(MentionKind.PERSON, None, ("a surname, and nothing tells whose",), tuple(dict.fromkeys(e.entity for e in entries))) if unsure else None
        best = allowed[0]
        if case.age and best[2].what is MentionKind.PERSON and too_old_or_young(self.people[best[2].entity], case.age, scene.day):
            return Link(MentionKind.PERSON, None, ("somebody of another age",), (best[2].entity,))
        candidates = tuple(dict.fromkeys(e.entity for _, _, e in allowed))
        next_best = next((points for points, _, e in allowed if e.entity != best[2].entity), None)
        if next_best is not None and best[0] - next_best < MARGIN:
            return Link(best[2].what, None, ("several fit equally well",), candidates)
        return Link(best[2].what, best[2].entity, best[1], candidates)

    def _city(self, entry: Entry, sure: frozenset[str]) -> bool:
        """Whether the name may mean the city, as another club of it is in the article: "a Torino" beside Juventus."""
        club = self.clubs.get(entry.entity) if entry.kind in ("name", "alias") else None
        return club is not None and any(other in sure for other in self._knowledge.of_town(club.city or "") if other != club.id)

    def _allowed(self, find: Find, setting: Setting, entry: Entry, scene: Scene, clues: Sequence[Clue]) -> bool:
        sure = scene.sure
        if entry.kind == "country":
            return setting.coached
        if entry.entity in sure or entry.kind in CALLED:
            return True
        if entry.kind == "surname":
            return not setting.local and self._surname(find, setting, entry, scene)
        if entry.weak and entry.what is MentionKind.PERSON:
            return self._weak_person(find, entry, scene, clues)
        if entry.weak and find.lower and entry.what is MentionKind.CLUB:
            return False  # "i viola", "gli azzurri" are a club only where it is named
        if entry.weak:
            if entry.entity in scene.homes and (entry.kind in ("name", "alias") or not find.initial):
                return True
            if entry.what is MentionKind.CLUB and not setting.noun and self.reasons.nation(self.clubs[entry.entity]) in scene.nations:
                return True
            if setting.bound and entry.what is MentionKind.CLUB and entry.kind in ("name", "alias") and (sure or setting.company):
                return True
            if setting.doing and entry.what is MentionKind.CLUB and not self.clubs[entry.entity].national and (sure or setting.company):
                return True  # "Rangers have signed N"
            if entry.what is MentionKind.CLUB and entry.kind in ("name", "alias") and (sure or setting.company) and self.clubs[entry.entity].fame >= FAMOUS:
                return True  # "Barcelona" beside anybody of football is the club
            if setting.epithet and setting.rare and entry.what is MentionKind.CLUB and entry.kind == "nickname" and not self.clubs[entry.entity].national:
                return True  # "le Brestois N" is one of Brest, which need not be named
            if setting.town and (find.initial or setting.definite) and (sure or setting.company):
                return True  # a town that is no word of the language, and not said as a place
            if setting.definite and not find.initial and entry.what is MentionKind.CLUB and not setting.nation:
                return entry.kind in ("name", "alias") or self.clubs[entry.entity].national  # "la Nazionale"
            return entry.what is MentionKind.SOURCE or (not find.initial and not setting.nation and entry.kind in ("name", "alias") and len(sure) >= 2)
        return True

    def _weak_person(self, find: Find, entry: Entry, scene: Scene, clues: Sequence[Clue]) -> bool:
        """Whether a name that many bear, or that is a word, may mean somebody: a club of his is named, others of his club are, or the words around tell."""
        person = self.people[entry.entity]
        if entry.kind != "nickname" and find.last - find.first > 1:
            return True
        if self.known_clubs(entry.entity) & scene.sure or self.reasons.mates(person, scene):
            return self.reasons.active(person.id, scene.day)
        return sum(said_of(person, clue, scene.day)[0] for clue in clues) > TOLD or (not find.initial and person.fame > FAMOUS and len(scene.sure) > 1)

    def _surname(self, find: Find, setting: Setting, entry: Entry, scene: Scene) -> bool:
        """Whether a surname alone may mean somebody: a club of his is named, or one of his on the day is that of others, or he is the only one or famous."""
        person = self.people[entry.entity]
        if not self.reasons.active(person.id, scene.day):
            return False
        if self.known_clubs(entry.entity) & scene.sure or self.reasons.mates(person, scene):
            return True
        if len({e.entity for e in find.entries}) == 1:
            return (not find.initial or setting.rare) and (not setting.given or person.fame > FAMOUS)
        there = not scene.day or person.occupations[:1] != ("player",) or bool(self.reasons.around(person.id, scene.day))
        return (not find.initial or setting.rare) and not setting.given and person.fame >= FAMOUS and there


def _names(finds: Sequence[Find], settings: Sequence[Setting], context: Context) -> Names:
    """The names of an article, each with its cases, and with what the words around all its mentions tell, where it may mean several."""
    numbers: dict[tuple[Entry, ...], int] = {}
    names = Names([], [], {}, [], {})
    for find, setting in zip(finds, settings, strict=True):
        number = numbers.setdefault(find.entries, len(numbers))
        if number == len(names.strong):
            names.strong.append(_strong(find.entries))
        plain = names.strong[number] and not (setting.placed or setting.near or setting.bare)
        age = context.clues.age_behind(find)
        case = Case(number, False, ANY, False, age) if plain else Case(number, find.initial, setting, find.first in context.kin, age)
        names.cases.append(case)
        names.finds.setdefault(case, find)
        if find.entries and not names.strong[number]:
            names.clues.setdefault(number, []).extend(context.clues.of(find))
    names.entries.extend(numbers)
    for number, clues in names.clues.items():  # what is said twice counts once, where it is said most clearly
        names.clues[number] = list({clue[:2]: clue for clue in sorted(clues, key=lambda clue: (clue.weight, clue.apposed))}.values())
    return names


def _strong(entries: tuple[Entry, ...]) -> bool:
    """Whether a name means one entity whatever stands around it."""
    same = len(entries) == 1 or len({e.entity for e in entries}) == 1
    return same and any(not e.weak and e.kind not in ("surname", *CALLED) for e in entries)
