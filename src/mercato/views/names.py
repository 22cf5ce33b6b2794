"""What ids are called, and what else each person, club and source answers to."""

from __future__ import annotations

from collections.abc import Iterable

from mercato.knowledge.index import Knowledge
from mercato.model.claim import Named
from mercato.model.world import Club, Person, Source

UNKNOWN = "unknown source"


class Names:
    """Looks up the usual name and all names of entities."""

    def __init__(self, knowledge: Knowledge, sources: Iterable[Source]) -> None:
        self.people = knowledge.people
        self.clubs = knowledge.clubs
        self.sources = {source.id: source for source in sources}

    def entity(self, id: str | None) -> Person | Club | Source | None:
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

    def usual(self) -> dict[str, str]:
        """The usual name of every id."""
        return {id: who.name for known in (self.sources, self.clubs, self.people) for id, who in known.items()}

    def all(self, who: Named | None) -> tuple[str, ...]:
        """Every way to name somebody, the usual one first."""
        if who is None:
            return ()
        known = self.entity(who.entity)
        return tuple(dict.fromkeys((who.name, *(name.text for name in known.names)))) if known else (who.name,)


def names(knowledge: Knowledge, sources: Iterable[Source]) -> Names:
    """The names of all that is known."""
    return Names(knowledge, sources)
