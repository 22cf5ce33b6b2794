"""Who the people of an article are: their parts, the clubs at which they are, whom an epithet fits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mercato.claims.discourse import Discourse, Part, named
from mercato.claims.masked import Masked
from mercato.claims.world import World
from mercato.languages.pack import Lexeme
from mercato.languages.pattern import Match
from mercato.model.article import Mention, MentionKind
from mercato.model.claim import Named
from mercato.model.folding import fold
from mercato.model.world import Role

EPITHETS = ("age", "demonyms", "positions", "birthplace")
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
        """Where somebody is: the club at which the text puts him, else the one known of that day."""
        told = talk.homes.get(person.named.key)
        if told:
            return told
        homes = self.world.homes(person.named.entity, talk.day)
        return Part(homes[0], person.span, "known") if homes else None

    def bars(self, person: Part, talk: Discourse) -> set[str]:
        """The club at which he surely is, to which nobody needs to take him."""
        home = self.home(person, talk)
        return {home.named.key} if home and (home.how == "said" or self.world.settled(person.named.entity, home.named, talk.day)) else set()

    def office(self, masked: Masked, until: int, talk: Discourse) -> Part | None:
        """The club for which a coach or director named before word `until` speaks."""
        for i in sorted((i for i in masked.said(MentionKind.PERSON) if i < until), reverse=True):
            mention = masked.mentions[i]
            if self.role(named(mention), talk) not in LEADERS:
                continue
            home = talk.homes.get(named(mention).key)
            club = home.named if home else self.world.home(mention.entity, talk.day)
            if club:
                return Part(club, mention.span, "office")
        return None

    def epithet(self, masked: Masked, first: int, last: int, talk: Discourse) -> Part | None:
        """The person already named whom an age, nationality, position or birthplace between these words fits; his words as span."""
        for found, lexeme in masked.lexemes:
            if first <= found.start and found.end <= last and lexeme.kind in EPITHETS:
                for mention in reversed(talk.people.values()):
                    if self._fits(masked, found, lexeme, mention, talk):
                        return Part(named(mention), masked.span(found.start, found.end), "epithet")
        return None

    def fitting(self, masked: Masked, talk: Discourse) -> Counter[str]:
        """How many epithets of a sentence fit each of those already named, by key."""
        found = [epithet for kind in EPITHETS for epithet in masked.lexeme(kind)]
        if not found:
            return Counter()
        return Counter([key for key, mention in talk.people.items() for at, lexeme in found if self._fits(masked, at, lexeme, mention, talk)])

    def _fits(self, masked: Masked, found: Match, lexeme: Lexeme, mention: Mention, talk: Discourse) -> bool:
        person = self.world.person(mention)
        if person is None:
            return False
        if lexeme.kind == "demonyms":
            return lexeme.value in person.nationalities
        if lexeme.kind == "age":
            return str(self.world.age(mention.entity, talk.day)) in masked.span(found.start, found.end).of(masked.text)
        if lexeme.kind == "birthplace":
            return person.birthplace is not None and fold(person.birthplace) in fold(masked.span(found.start, found.end).of(masked.text))
        return lexeme.value == person.position
