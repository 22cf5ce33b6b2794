"""Which known source a name or domain given with an article means."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from mercato.model.folding import fold
from mercato.model.world import Source


class Press:
    """The known sources by domain and by name."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._domains: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for source in sources:
            self._names.setdefault(source.id, source.id)
            for domain in source.domains:
                self._domains.setdefault(domain.casefold(), source.id)
            for name in source.names:
                if name.kind != "nickname":
                    self._names.setdefault(fold(name.text), source.id)

    def __call__(self, given: str) -> str | None:
        """The id of the source meant by a name, domain or address; an unknown one keeps the name it was given under."""
        given = given.strip()
        named = self._names.get(fold(given))
        return named or self._domain(given) or given or None

    def _domain(self, given: str) -> str | None:
        host = (urlsplit(given).hostname if "//" in given else given.split("/")[0].casefold()) or ""
        parts = host.removeprefix("www.").split(".")
        tails = (".".join(parts[i:]) for i in range(len(parts) - 1))
        return next((self._domains[tail] for tail in tails if tail in self._domains), None)
