"""What the claims room knows of the press: which name is too weak to be a credit by itself, and which outlets are one house."""

from __future__ import annotations

from collections.abc import Iterable

from mercato.model.article import Mention
from mercato.model.folding import fold
from mercato.model.world import Source, SourceKind


class Newsstand:
    """The known sources; made once, used for every article."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self._weak = frozenset((source.id, fold(name.text)) for source in self._sources.values() for name in source.names if name.weak)

    def firm(self, mention: Mention) -> bool:
        """Whether a name alone tells of a source: "La Gazzetta dello Sport", not "Record" or a collector of other people's news."""
        source = self._sources.get(mention.entity or "")
        return source is not None and source.kind is not SourceKind.AGGREGATOR and (source.id, fold(mention.said)) not in self._weak

    def speaks_for_club(self, mention: Mention) -> bool:
        """Whether it is a club's own channel: its statements are no source."""
        source = self._sources.get(mention.entity or "")
        return source is not None and source.kind is SourceKind.CLUB

    def same_house(self, entity: str | None, own: str | None) -> bool:
        """Whether a source is the article's own outlet, or an edition of it for another country ("ESPN" in an article of ESPN Brasil)."""
        if entity is None or own is None or entity == own:
            return entity is not None and entity == own
        one, other = self._sources.get(entity), self._sources.get(own)
        related = one is not None and other is not None and one.family == other.family and one.outlet is None
        return related and (own.startswith(f"{entity}-") or entity.startswith(f"{own}-"))
