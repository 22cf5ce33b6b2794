"""The words and punctuation of a text, folded, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from mercato.model.folding import fold

_TOKEN = re.compile(r"([^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*|[,:;?!\-\"()/.€£$@#%&→➡⇄🔜🤝✍\n])")
_PLAIN = re.compile(r"([^\W_]+|[,:;?!\-\"()/.€£$@#%&→➡⇄🔜🤝✍\n])")  # the same for a text without such accents, in less time
_MARKS = re.compile(r"[\u0300-\u036f]+")  # accents written as code points of their own, as some feeds do

PICTURES = "\u2190-\u2bff\U0001f000-\U000e007f\ufe0f"  # arrows, shapes, emoji and what varies them, as a class of characters; ℹ is a letter to Python
VERBS = "\u2190-\u21ff\u27a1\u2b05-\u2b07🔄🔜🤝✍🆚"  # those of them that stand for a verb between two names


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists: the i-th word `folded[i]` stands at `starts[i]` to `ends[i]` of `text`; a line break is a word of its own."""

    text: str
    plain: str  # the whole text folded
    folded: list[str]
    starts: list[int]
    ends: list[int]
    capitals: frozenset[int]  # the words that begin with a capital in `text`
    openings: frozenset[int] = frozenset()  # the words that begin a block of the article, or a sentence without a space in front

    def opened(self, offsets: Iterable[int]) -> Words:
        """The same words, of which those at these offsets, or next behind, begin a block or sentence."""
        return replace(self, openings=frozenset([bisect_left(self.starts, offset) for offset in offsets]))

    def said(self, first: int, last: int) -> str:
        """The text as received from word `first` up to, not including, word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def split(text: str) -> Words:
    """The words of `text`, in order."""
    plain = fold(text)
    marked = not plain.isascii() and _MARKS.search(plain) is not None
    pieces = (_TOKEN if marked else _PLAIN).split(plain)  # gap, word, gap ... gap: their lengths add up to the offsets, without a step of Python for each word
    offsets = list(accumulate(map(len, pieces)))
    starts, ends = offsets[:-1:2], offsets[1::2]
    folded = [_MARKS.sub("", word) for word in pieces[1::2]] if marked else pieces[1::2]
    return Words(text, plain, folded, starts, ends, frozenset([i for i, start in enumerate(starts) if text[start].isupper()]))
