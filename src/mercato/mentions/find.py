"""Find every stretch of text that may be a name: known names by table, unknown people by shape and cue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass

from mercato.languages.pack import Pack
from mercato.mentions.names import PARTICLES, Entry, NameTable
from mercato.model.article import MentionKind
from mercato.model.words import Words

_JOINTS = frozenset("-.'’&/")


@dataclass(frozen=True, slots=True)
class Find:
    """Words `first` up to `last`, and what they may name; no entries: a person unknown to us."""

    first: int
    last: int
    entries: tuple[Entry, ...] = ()
    initial: bool = False  # first word of a sentence, where a capital says nothing
    lower: bool = False


def _joined(words: Words, i: int, j: int) -> bool:
    gap = words.text[words.ends[i] : words.starts[j]]
    return len(gap) <= 3 and "\n" not in gap and all(c == " " or c in _JOINTS for c in gap) and gap != ". "


def _next(words: Words, i: int, limit: int) -> int | None:
    """The next word after `i` that may belong to the same name."""
    j = i + 1
    while j < limit and j <= i + 2 and words.folded[j] in ("-", ".", "/"):
        j += 1
    if j < limit and words.folded[j][0].isalnum() and _joined(words, i, j):
        return j
    return None


def _fits(entry: Entry, language: str, lower: bool) -> bool:
    if entry.language not in ("all", language) and (entry.kind == "nickname" or lower):
        return False
    return not lower or (entry.kind == "nickname" and not entry.weak and entry.what is MentionKind.CLUB)


def known(words: Words, table: NameTable, pack: Pack) -> list[Find]:
    """The longest known name at each place, left to right, not overlapping."""
    finds, folded, longest, small, text, starts = [], words.folded, table.longest, table.small, words.text, words.starts
    total, i, initial = len(folded), 0, True
    while i < total:
        word = folded[i]
        if not word[0].isalnum():
            initial = initial or word in ".\n:!?\""
            i += 1
            continue
        reach = longest.get(word)
        found = _longest(words, table, i, reach, pack, initial) if reach and (word in small or not text[starts[i]].islower()) else None
        if found is None:
            initial = False
            i += 1
        else:
            finds.append(found)
            initial = False
            i = found.last
    return finds


def _longest(words: Words, table: NameTable, i: int, reach: int, pack: Pack, initial: bool) -> Find | None:
    total, ends = len(words.folded), [i]
    while len(ends) < reach:
        j = _next(words, ends[-1], total)
        if j is None:
            break
        ends.append(j)
    lower = words.text[words.starts[i]].islower()
    for n in range(len(ends), 0, -1):
        entries = table.entries.get(tuple(words.folded[j] for j in ends[:n]))
        if entries:
            # a capital inside ("al-Nassr", "de Bruyne") does for a name of several words
            small = lower and not (n > 1 and words.text[words.starts[ends[n - 1]]].isupper())
            common = n == 1 and words.folded[i] in pack.notnames
            proper = not initial or words.said(i, i + 1).isupper()
            fitting = tuple(
                e for e in entries if _fits(e, pack.language, small) and not (common and (initial or e.kind == "surname")) and (proper or not e.acronym)
            )
            if fitting:
                last = ends[n - 1] + 1
                label = last < total and words.folded[last] == ":"  # "Lecce: ..." is a name however it begins
                return Find(i, last, fitting, initial and not label, small)
    return None


def unknown(words: Words, finds: list[Find], table: NameTable, pack: Pack, cued: Set[int]) -> Iterator[Find]:
    """People we do not know: two to four capitalised words that begin with a given name, or follow a cue such as a position or an age."""
    taken = {i for find in finds for i in range(find.first, find.last)}
    single = _extensible(words, finds)
    capitals = Counter(words.folded[i] for i in range(len(words.folded)) if words.text[words.starts[i]].isupper())
    total, i = len(words.folded), 0
    while i < total:
        if not _capital(words, i, pack) or (i in taken and i not in single):
            i += 1
            continue
        run = _run(words, i, pack, taken, single, words.folded[i] in table.given)
        if i in taken and (words.folded[i] not in table.given or len(run) < 2 or _all_known(run, finds)):
            i += 1
            continue
        last = run[-1] + 1
        if len(run) > 1:
            personal = words.folded[i] in table.given or i in cued or _personal(words, run, pack, capitals)
        else:
            personal = i in cued and i not in taken and len(words.folded[i]) > 3
        if personal and len(words.folded[run[-1]]) > 1:
            yield Find(i, last)
        i = last


def _all_known(run: list[int], finds: list[Find]) -> bool:
    return sum(find.first in run for find in finds) == len(run) and all(f.entries[0].what is not MentionKind.PERSON for f in finds if f.first in run)


def stubs(words: Words, finds: list[Find], pack: Pack) -> set[int]:
    """First words of known names of one word that go on in a capitalised word we do not know: "United" of United Kingdom, "Costa" of Costa Rican."""
    starts = {find.first for find in finds}
    found = set()
    for find in finds:
        if find.last - find.first > 1 or not all(e.weak or e.kind == "surname" for e in find.entries):
            continue
        after = _next(words, find.last - 1, len(words.folded))
        if after is None or after in starts or not words.text[words.starts[after]].isupper():
            continue
        if words.text[words.ends[find.first] : words.starts[after]] in (" ", "-"):
            found.add(find.first)
    return found


def _extensible(words: Words, finds: list[Find]) -> dict[int, Find]:
    """Known names of one word that may be part of a longer unknown one: "Cristiano" of Cristiano Scazzola, "Breda" of Roberto Breda."""
    counts = Counter(find.entries[0].entity for find in finds)
    short = (f for f in finds if f.last - f.first == 1 and not f.lower)
    return {f.first: f for f in short if f.entries[0].what is MentionKind.PERSON or f.entries[0].weak or counts[f.entries[0].entity] == 1}


def _personal(words: Words, run: list[int], pack: Pack, capitals: Counter[str]) -> bool:
    """Two or more unknown capitalised words read as a person where a capital means something, or where the last of them comes again alone."""
    if any(words.said(i, i + 1).isupper() and words.ends[i] - words.starts[i] > 2 for i in run):
        return False
    before = words.folded[run[0] - 1] if run[0] else "\n"
    if before in ".\n:!?\"(" or before in pack.articles or before in pack.places:
        return before not in pack.articles and before not in pack.places and capitals[words.folded[run[-1]]] > 1
    return True


def _capital(words: Words, i: int, pack: Pack) -> bool:
    word = words.folded[i]
    return word[0].isalpha() and words.text[words.starts[i]].isupper() and word not in pack.notnames


def _run(words: Words, i: int, pack: Pack, taken: Set[int], single: dict[int, Find], given: bool) -> list[int]:
    """Positions of the capitalised words from `i` on that read as one name; particles may stand between."""
    run, total = [i], len(words.folded)
    while len(run) < 5:
        j = _next(words, run[-1], total)
        if j is None or (j in taken and j not in single) or (j in single and single[j].entries[0].what is MentionKind.CLUB and not given):
            break
        if _capital(words, j, pack):
            run.append(j)
            continue
        k = _next(words, j, total) if words.folded[j] in PARTICLES else None
        if k is None or not _capital(words, k, pack) or (k in taken and (k not in single or single[k].entries[0].what is MentionKind.CLUB)):
            break
        run += [j, k]
    return run
