"""What ids are called, what else each person, club and source answers to, and who answers to a name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from anyascii import anyascii
from rapidfuzz import fuzz, process

from mercato.knowledge.index import Knowledge
from mercato.model.article import MentionKind
from mercato.model.claim import Named
from mercato.model.world import Club, Person, Source
from mercato.names.index import Lookup
from mercato.sources.registry import index_of
from mercato.views.match import LEAST_START, words

UNKNOWN = "unknown source"
ANSWERS = 500  # entities weighed for one query, the best known first: more answer to a single common word, and nobody reads on
ENDINGS = 500  # words tried for the beginning of one
ALIKE = 8  # words of names that may be meant by one that nobody bears

Entity = Person | Club | Source


class Names:
    """Looks up the usual name and all names of entities, and entities by any word of their names."""

    def __init__(self, knowledge: Knowledge, sources: Iterable[Source]) -> None:
        self.people = knowledge.people
        self.clubs = knowledge.clubs
        self.sources = {source.id: source for source in sources}
        self._known, self._facts = knowledge.names, knowledge.facts

    @cached_property
    def _indexes(self) -> tuple[Lookup, ...]:
        return self._known, index_of(tuple(self.sources.values()))

    def entity(self, id: str | None) -> Entity | None:
        """Whoever has that id."""
        if id is None:
            return None
        return self.people.get(id) or self.clubs.get(id) or self.sources.get(id)

    def source(self, id: str | None) -> str:
        """What a source is called, a person or club that speaks too; one that is not known is called as it was given."""
        if id is None:
            return UNKNOWN
        known = self.sources.get(id) or self.entity(id)
        return known.name if known else id

    def club(self, id: str) -> str:
        """What a club is called."""
        known = self.clubs.get(id)
        return known.name if known else id

    def usual(self, id: str) -> str | None:
        """The usual name of an id, None for one that nobody has."""
        known = self.entity(id)
        return known.name if known else None

    def all(self, who: Named | None) -> tuple[str, ...]:
        """Every way to name somebody, the usual one first."""
        if who is None:
            return ()
        known = self.entity(who.entity)
        return tuple(dict.fromkeys((who.name, *(name.text for name in known.names)))) if known else (who.name,)

    def told(self, id: str) -> tuple[tuple[str, str, str], ...]:
        """What sources told of an entity when the knowledge was built: field, value, source."""
        return self._facts.get(id, ())

    def answering(self, query: str) -> list[Entity]:
        """Who may be meant by an id or by any words of a name; by their beginnings where nobody has the whole words."""
        asked = words(query)
        exact = self.entity(query)
        found = self._bearers([(word,) for word in asked])
        if not found and all(len(word) >= LEAST_START for word in asked):
            found = self._bearers([self._vocabulary(word)[:ENDINGS] for word in asked])
        return [exact, *(one for one in found if one is not exact)] if exact else found

    def alike(self, query: str) -> list[str]:
        """The usual names of those, best known first, who bear words like those of `query`."""
        return list(dict.fromkeys(who.name for who in self.akin(query)))

    def akin(self, query: str) -> list[Entity]:
        """Those, best known first, who bear words like those of `query`."""
        asked = [word for word in words(query) if len(word) >= LEAST_START]
        near = [like for word in asked for like, _, _ in process.extract(word, self._vocabulary(word[:LEAST_START]), scorer=fuzz.ratio, limit=ALIKE)]
        return list({who.id: who for word in near for who in self._bearers([(word,)])}.values())

    def _vocabulary(self, start: str) -> list[str]:
        return sorted({word for index in self._indexes for word in index.beginning(start)})

    def _bearers(self, asked: Sequence[Collection[str]]) -> list[Entity]:
        kinds: dict[MentionKind, Mapping[str, Entity]] = {MentionKind.PERSON: self.people, MentionKind.CLUB: self.clubs, MentionKind.SOURCE: self.sources}
        return [kinds[what][id] for index in self._indexes for what, id in index.bearers(asked, ANSWERS)]


def latin(query: str) -> str:
    """`query` in Latin letters: "Мбаппе" as "Mbappe"."""
    return anyascii(query)
