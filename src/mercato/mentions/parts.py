"""Whoever only registers know is found by the whole name; where the text has told it, a part of it means him too."""

from __future__ import annotations

from collections.abc import Sequence

from mercato.mentions.find import Find
from mercato.model.words import Words
from mercato.names.naming import Entry, key, surname
from mercato.names.table import NameTable

LONGEST = 3  # words of a surname: "van der Vaart"


def with_parts(words: Words, finds: list[Find], table: NameTable) -> list[Find]:
    """The finds, and the parts of whole names among them: "Auerbach" where Martin Auerbach is named."""
    told = {e.entity for f in finds if f.last - f.first > 1 for e in f.entries if e.listed}
    if not told:
        return finds
    shorter = {" ".join(surname(key(" ".join(words.folded[f.first : f.last])))) for f in finds if any(e.entity in told for e in f.entries)}
    covered = {i: f for f in finds for i in range(f.first, f.last)}
    found: dict[int, Find] = {}
    until = 0
    for i in sorted(words.capitals):
        for last in range(i + LONGEST, i, -1) if i >= until else ():
            name, find = " ".join(words.folded[i:last]), covered.get(i)
            parts = _parts(table.entries[name], told) if last == i + 1 or name in shorter else ()
            free = (find.first, find.last) == (i, last) if find else not any(j in covered for j in range(i, last))
            if parts and free:
                found[i], until = Find(i, last, (*(find.entries if find else ()), *parts)), last
                break
    return sorted([*(f for f in finds if f.first not in found), *found.values()], key=lambda f: f.first) if found else finds


def _parts(entries: Sequence[Entry], told: set[str]) -> tuple[Entry, ...]:
    return tuple([e for e in entries if e.part and e.entity in told])
