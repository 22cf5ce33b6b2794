"""Fold text for comparison, code point by code point, so that offsets stay those of the text as received."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = {"ß": "s", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "æ": "a", "œ": "o", "ı": "i", "’": "'", "‘": "'", "`": "'", "´": "'",
          "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\xa0": " ", "…": ".", "½": "½",
          "ℹ": "•"}  # fmt: skip


class _Table(dict[int, str]):
    """Code point to its folded code point, computed when first met."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        folded = _PLAIN.get(char)
        if folded is None:
            base = unicodedata.normalize("NFKD", char)[0]
            folded = base.lower()[:1] or base
            folded = _PLAIN.get(folded, folded)
        self[point] = folded
        return folded


_TABLE = _Table()
_FOREIGN = re.compile(r"[^\x00-_a-\x7f]+")  # all but ASCII without the backtick, the one ASCII sign that folds to another


def _translated(found: re.Match[str]) -> str:
    return found[0].translate(_TABLE)


def fold(text: str) -> str:
    """`text` without case and diacritics; exactly as many code points as before."""
    if text.isascii() and "`" not in text:  # most words of most texts, and at every start those of all names and patterns
        return text.lower()
    return _FOREIGN.sub(_translated, text).lower()  # what the table gives is lower already: the rest is ASCII, for which `lower` is many times faster
