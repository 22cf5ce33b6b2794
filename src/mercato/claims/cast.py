"""Who the people of an article are: their parts, the clubs at which they are, whom an epithet fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass

from mercato.claims.discourse import Discourse, Part, named
from mercato.claims.grounds import Grounds
from mercato.claims.masked import Masked
from mercato.claims.world import World
from mercato.languages.pack import Lexeme
from mercato.languages.pattern import Match
from mercato.model.article import Mention, MentionKind
from mercato.model.claim import Named
from mercato.model.folding import fold
from mercato.model.world import Role

EPITHETS = ("age", "demonyms", "positions", "birthplace")
AKIN = {  # positions that may be said of the same player
    "defender": ("full-back",), "full-back": ("defender", "winger"), "midfielder": ("winger",), "winger": ("forward", "midfielder", "full-back"),
    "forward": ("winger",),
}  # fmt: skip
LEADERS = (Role.COACH, Role.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class Cast:
    """What is known of people, put together with what an article says of them."""

    world: World

    def role(self, who: Named, talk: Discourse) -> Role | None:
        """What a person is: as the text introduces him, else as known, else a player; None for agents."""
        key = who.key
        if key not in talk.roles:
            talk.roles[key] = self.world.role(who.entity, talk.day) if who.entity in self.world.people else Role.PLAYER
        return talk.roles[key]

    def home(self, person: Part, talk: Discourse) -> Part | None:
        """Where somebody is: the club at which the text puts him, else the one known of that day; of a loanee's two the one that the text names."""
        told = talk.homes.get(person.named.key)
        if told:
            return told
        homes = self.world.homes(person.named.entity, talk.day)
        if not homes or homes[0].key in talk.said:
            return Part(homes[0], person.span, "known") if homes else None
        owners = (home for home in homes[1:] if home.key in talk.said and self.world.settled(person.named.entity, home, talk.day))
        return Part(next(owners, homes[0]), person.span, "known")

    def bars(self, person: Part, talk: Discourse) -> set[str]:
        """The club at which he surely is, to which nobody needs to take him."""
        home = self.home(person, talk)
        return {home.named.key} if home and (home.how == "said" or self.world.settled(person.named.entity, home.named, talk.day)) else set()

    def office(self, masked: Masked, until: int, talk: Discourse, moves: Set[str]) -> Part | None:
        """The club for which a coach or director named before word `until` speaks, who is none of those who move."""
        for i in sorted((i for i in masked.said(MentionKind.PERSON) if i < until), reverse=True):
            mention = masked.mentions[i]
            if masked.names[i].key in moves or self.role(named(mention), talk) not in LEADERS:
                continue
            home = talk.homes.get(named(mention).key)
            club = home.named if home else self.world.home(mention.entity, talk.day)
            if club and (club.key in talk.said or not talk.head):  # of another club than a headline names he would be a namesake
                return Part(club, mention.span, "office")
        return None

    def describe(self, masked: Masked, grounds: Grounds, talk: Discourse) -> None:
        """Remember what a sentence says beside their names of the people in it."""
        for match, lexeme in _epithets(masked):
            for person, words in grounds.described.items():
                if match.start in words:
                    talk.traits[masked.names[person].key].add((lexeme.kind, _value(masked, match, lexeme)))

    def epithet(self, masked: Masked, first: int, last: int, grounds: Grounds, talk: Discourse) -> Part | None:
        """The person already named, in the sentence or before it, whom most of the ages, nationalities, positions and birthplaces between these words fit
        and none contradicts, his words as span; surely he where an age is among them; nobody whom the sentence only names beside those who move."""
        found = [(match, lexeme) for match, lexeme in _free(masked, grounds) if first <= match.start and match.end <= last]
        if not found:
            return None
        best, most, beside = None, 0, {masked.names[i].key for i in grounds.bystanders}
        leads = any(coach.end == match.start or coach.start == match.end for coach, _ in masked.lexeme("coach") for match, _ in found)
        for key, mention in reversed(self._named(masked, first, talk).items()):
            if key in beside or (leads and self.role(named(mention), talk) is Role.PLAYER):  # "the Portuguese coach"
                continue
            fits = [self._fits(masked, match, lexeme, mention, talk) for match, lexeme in found]
            if fits.count(True) > most and False not in fits:
                best, most = mention, fits.count(True)
        if best is None:
            return None
        aged = any(lexeme.kind == "age" for _, lexeme in found)
        return Part(named(best), masked.span(found[0][0].start, found[-1][0].end), "epithet", float(aged), int(aged))

    def fitting(self, masked: Masked, grounds: Grounds, talk: Discourse) -> dict[str, Counter[str]]:
        """For each of those already named, by key, how many words of a sentence for somebody unnamed fit him and how many do not: "age fits"."""
        found = _free(masked, grounds)
        if not found:
            return {}
        shown: dict[str, Counter[str]] = {}
        for key, mention in self._named(masked, found[0][0].start, talk).items():
            verdicts = ((lexeme.kind, self._fits(masked, match, lexeme, mention, talk)) for match, lexeme in found)
            shown[key] = Counter([f"{kind} {'fits' if fits else 'differs'}" for kind, fits in verdicts if fits is not None])
        return shown

    def _named(self, masked: Masked, until: int, talk: Discourse) -> dict[str, Mention]:
        """Everybody named before word `until` of a sentence, by key, the last named last."""
        here = {masked.names[i].key: masked.mentions[i] for i in masked.said(MentionKind.PERSON) if i < until}
        return {**{key: mention for key, mention in talk.people.items() if key not in here}, **here} if here else talk.people

    def _fits(self, masked: Masked, match: Match, lexeme: Lexeme, mention: Mention, talk: Discourse) -> bool | None:
        """Whether words for somebody fit a person as the text describes him, else as known; None where neither says."""
        said, kind = _value(masked, match, lexeme), lexeme.kind
        values = {value for trait, value in talk.traits.get(named(mention).key, ()) if trait == kind} | self._known(kind, mention, talk)
        if kind == "birthplace":
            return True if any(value in said for value in values) else None
        return said in values or not values.isdisjoint(AKIN.get(said, ())) if values else None

    def _known(self, kind: str, mention: Mention, talk: Discourse) -> set[str]:
        person = self.world.person(mention)
        if person is None:
            return set()
        if kind == "demonyms":
            return set(person.nationalities)
        if kind == "age":
            age = self.world.age(mention.entity, talk.day)
            return set() if age is None else {str(age)}
        one = person.position if kind == "positions" else fold(person.birthplace or "")
        return {one} if one else set()


def _epithets(masked: Masked) -> list[tuple[Match, Lexeme]]:
    return [x for kind in EPITHETS for x in masked.lexeme(kind)]


def _free(masked: Masked, grounds: Grounds) -> list[tuple[Match, Lexeme]]:
    """The epithets that stand beside no name."""
    return [x for x in _epithets(masked) if not any(x[0].start in words for words in grounds.described.values())]


def _value(masked: Masked, match: Match, lexeme: Lexeme) -> str:
    """What an epithet says of somebody: his age in digits, his country, his position, the words for his birthplace."""
    if lexeme.kind == "age":
        return "".join(filter(str.isdigit, masked.span(match.start, match.end).of(masked.text)))
    if lexeme.kind == "birthplace":
        return fold(masked.span(match.start, match.end).of(masked.text))
    return lexeme.value
