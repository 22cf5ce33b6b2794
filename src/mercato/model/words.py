"""The words and punctuation of a text, folded, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mercato.model.folding import fold

_TOKEN = re.compile(r"[^\W_]+|[,:;?!\-\"()/.]|[€£$@#%]|\n")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists: the i-th word `folded[i]` stands at `starts[i]` to `ends[i]` of `text`; a line break is a word of its own."""

    text: str
    plain: str  # the whole text folded
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def said(self, first: int, last: int) -> str:
        """The text as received from word `first` up to, not including, word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def split(text: str) -> Words:
    """The words of `text`, in order."""
    folded, starts, ends = [], [], []
    plain = fold(text)
    for found in _TOKEN.finditer(plain):
        folded.append(found[0])
        starts.append(found.start())
        ends.append(found.end())
    return Words(text, plain, folded, starts, ends)
