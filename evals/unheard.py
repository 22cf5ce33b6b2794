"""Which wordings trees are fitted without, as if nobody had thought of them.

Texts that nobody has seen hold wordings that no frame knows: about as many as a corpus holds once (Good 1953). The frames were written with our corpora in
view, where hardly any is missing; trees fitted on such a reading trust frames too much, and names without one too little. So most of the wordings that only
one story uses are hidden while it is learnt from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

from corpus import Example

from mercato.claims.masked import Masked
from mercato.languages.pack import worded

HIDDEN = 0.6  # of the wordings of one story: with all of them trees see two of three moves without a frame, where on new texts it is one of four


class Heard:
    """In which stories each wording of a language is heard."""

    def __init__(self) -> None:
        self._stories: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))

    def note(self, example: Example, sentences: Iterable[Masked]) -> None:
        """Take in the wordings of an article."""
        here = self._stories[example.article.language or ""]
        for masked in sentences:
            for match, trigger in masked.triggers:
                here[worded(trigger.frame, masked.words, match)].add(example.saga)

    def rare(self, language: str) -> frozenset[str]:
        """The wordings to hide: the same each time, of those that one story alone uses."""
        return frozenset(wording for wording, stories in self._stories[language].items() if len(stories) == 1 and _drawn(f"{language}:{wording}"))


def _drawn(text: str) -> bool:
    return int.from_bytes(sha256(text.encode()).digest()[:4]) < HIDDEN * 2**32
