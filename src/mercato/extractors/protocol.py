"""What every extractor must do; a new one is finished when `tests/conformance/test_extractor.py` is green on it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from mercato.model.article import Article
from mercato.model.claim import Reading


class Extractor(Protocol):
    """Article in, claims out; made once, used for every article."""

    def extract(self, article: Article) -> Reading:
        """All that is read out of `article`; raises BadInput when this one cannot be read, BadEndpoint when none can."""
        ...


@runtime_checkable
class Metered(Protocol):
    """An extractor that costs something, or holds something that must be given up."""

    def bill(self) -> str:
        """What its reading has taken so far, in one line."""
        ...

    def close(self) -> None:
        """Give up its connections."""
        ...
