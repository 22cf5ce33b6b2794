"""The extractors by name, each imported only when it is chosen."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from mercato.errors import NotFound
from mercato.extractors.protocol import Extractor
from mercato.knowledge.index import Knowledge

BUILT_IN = "built-in"
# Name, and the function that makes it of the knowledge and the settings it takes.
EXTRACTORS: dict[str, str] = {BUILT_IN: "mercato.pipeline.reader:built_in", "remote": "mercato.pipeline.remote:remote"}


def extractor(name: str, knowledge: Knowledge, **settings: Any) -> Extractor:
    """The extractor of that name."""
    if name not in EXTRACTORS:
        raise NotFound(f"{name}: no extractor of that name; there are {', '.join(EXTRACTORS)}")
    module, _, maker = EXTRACTORS[name].partition(":")
    made: Extractor = getattr(import_module(module), maker)(knowledge, **settings)
    return made
