"""Which team of a club a name means: the first men's team, or women, reserves and youth, which are clubs of their own."""

from __future__ import annotations

import re
from functools import cache

from mercato.model.folding import fold

_WOMEN = re.compile(r"\b(women|womens|women's|ladies|feminino|feminina|femenino|femenina|femeni|feminin|feminine|feminines|femminile|frauen|damen|girls|"
                    r"vrouwen)\b")  # fmt: skip
_YOUTH = re.compile(r"\b(?:u|under|sub)[ -]?(\d\d)(?:'?s)?\b")
_RESERVES = re.compile(r"\b(?:reserves|reserve team|primavera|next gen|academy|youth|juvenil|[^\W\d]+ (?:b|ii|2))$|^jong\b|\b(?:ii|iii)$")
_NATIONAL = re.compile(r"\w national\b(?!.* american football).*\bteam\b|\bnationalmannschaft\b|\bseleccion nacional\b|\bequipe nationale\b")
_FOOTBALL = re.compile(r"\b(football|soccer|team)\b")


@cache
def squad(name: str) -> str:
    """ "" for a first men's team, else "women", "21" (an age), "reserves", or several of them."""
    words = fold(name)
    age = _YOUTH.search(words)
    parts = ["women"] if _WOMEN.search(words) else []
    parts += [age[1]] if age else ["reserves"] if _RESERVES.search(re.sub(r"[^\w' -]", "", words)) else []
    return " ".join(parts)


def national(name: str) -> bool:
    """Whether a name is that of a country's team: "Italy national football team", "Italy women's national under-21 football team"."""
    words = fold(name)
    return bool(_NATIONAL.search(words)) and bool(_FOOTBALL.search(words) or "mannschaft" in words)
