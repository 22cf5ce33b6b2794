"""Fold text for comparison, code point by code point, so that offsets stay those of the text as received."""

from __future__ import annotations

import unicodedata

_PLAIN = {"ß": "s", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "æ": "a", "œ": "o", "ı": "i", "’": "'", "‘": "'", "`": "'", "´": "'",
          "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\xa0": " ", "…": ".", "½": "½"}  # fmt: skip


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


def fold(text: str) -> str:
    """`text` without case and diacritics; exactly as many code points as before."""
    return text.translate(_TABLE)
