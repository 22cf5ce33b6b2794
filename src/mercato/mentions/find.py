"""Find every stretch of text that may be a name: known names by table, unknown people by shape and cue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass

from mercato.languages.pack import Pack
from mercato.mentions.names import PARTICLES, Entry, NameTable
from mercato.model.article import MentionKind
from mercato.model.words import Words

_JOINTS = frozenset("-.'’&/_")
_LINKS = frozenset("-./")
_STOPS = frozenset('.\n:!?"')
LONG, TITLED = 4, 0.7  # letters of a word that is no article or preposition; the share of capitals in a headline in title case


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
    if gap == ". " and words.folded[i].isdigit():  # "1. FC Köln"
        return True
    return gap == " " or (len(gap) <= 3 and "\n" not in gap and all(c == " " or c in _JOINTS for c in gap) and gap != ". ")


def _next(words: Words, i: int, limit: int) -> int | None:
    """The next word after `i` that may belong to the same name."""
    j, folded = i + 1, words.folded
    while j < limit and j <= i + 2 and folded[j] in _LINKS:
        j += 1
    if j < limit and folded[j][0].isalnum() and _joined(words, i, j):
        return j
    return None


def _fits(entry: Entry, language: str, lower: bool) -> bool:
    if entry.kind == "signed":
        return False
    if entry.language not in ("all", language) and (entry.kind == "nickname" or lower):
        return False
    return not lower or (entry.kind == "nickname" and not entry.weak and entry.what is MentionKind.CLUB)


def known(words: Words, table: NameTable, pack: Pack) -> list[Find]:
    """The longest known name at each place, left to right, not overlapping."""
    finds, folded, until = [], words.folded, 0
    for i in _beginnings(words, table):
        if i < until:
            continue
        if i and folded[i - 1] in "@#" and (entry := table.handle(folded[i])) and folded[i] not in table.alone:
            finds.append(Find(i, i + 1, (entry,)))
            until = i + 1
            continue
        seconds = table.seconds.get(folded[i])
        if folded[i] in table.alone or (seconds and not seconds.isdisjoint(folded[i + 1 : i + 4])):
            found = _longest(words, table, i, pack)
            if found and not _outdone(words, table, found, pack):
                finds.append(found)
                until = found.last
    return finds


def _outdone(words: Words, table: NameTable, find: Find, pack: Pack) -> bool:
    """Whether a name that begins inside another goes on behind it and is as long: "la Real" of "la Real Sociedad"."""
    for i in range(find.first + 1, find.last):
        other = _longest(words, table, i, pack) if words.folded[i] in table.longest else None
        if other and other.last > find.last and other.last - i >= find.last - find.first:
            return True
    return False


def _beginnings(words: Words, table: NameTable) -> list[int]:
    """The words that may begin a known name: its first words, in lower case only where it may be so written."""
    text, starts, capitals = words.text, words.starts, words.capitals
    posted = [i + 1 for i, word in enumerate(words.folded[:-1]) if word in ("@", "#")]
    plain = [i for i, word in enumerate(words.folded) if word in table.longest and (i in capitals or word in table.small or not text[starts[i]].islower())]
    return sorted({*plain, *posted}) if posted else plain


def _initial(words: Words, i: int) -> bool:
    """Whether `i` is the first word of a sentence."""
    while i and not words.folded[i - 1][0].isalnum():
        i -= 1
        if words.folded[i] in _STOPS:
            return True
    return i == 0


def _longest(words: Words, table: NameTable, i: int, pack: Pack) -> Find | None:
    folded, ends, initial = words.folded, _ends(words, table, i), _initial(words, i)
    lower = i not in words.capitals and words.text[words.starts[i]].islower()
    for n in range(len(ends), 0, -1):
        entries = table.entries.get(tuple([folded[j] for j in ends[:n]]))
        if entries and (voices := _signed(words, i, ends[n - 1] + 1, entries)):
            return Find(i, ends[n - 1] + 1, voices)
        if entries:
            # a capital inside ("al-Nassr", "de Bruyne") does for a name of several words
            small = lower and not (n > 1 and ends[n - 1] in words.capitals)
            common = n == 1 and folded[i] in pack.notnames
            proper = not initial or words.said(i, i + 1).isupper()
            fitting = tuple(
                [e for e in entries if _fits(e, pack.language, small) and not (common and (initial or e.kind == "surname")) and (proper or not e.acronym)]
            )
            if fitting:
                last = ends[n - 1] + 1
                label = last < len(folded) and folded[last] == ":"  # "Lecce: ..." is a name however it begins
                return Find(i, last, fitting, initial and not label, small)
    return None


def _signed(words: Words, first: int, last: int, entries: list[Entry]) -> tuple[Entry, ...]:
    """The sources that a name may mean where it stands alone in brackets behind a sentence: "(Mail)", "(Sport)"."""
    folded = words.folded
    alone = first and folded[first - 1] == "(" and last < len(folded) and folded[last] == ")" and (first < 2 or folded[first - 2] in _STOPS)
    return tuple(e for e in entries if e.what is MentionKind.SOURCE) if alone else ()


def _ends(words: Words, table: NameTable, i: int) -> list[int]:
    """The words from `i` on that a known name may have, as far as the longest name goes."""
    ends, total, reach, seconds = [i], len(words.folded), table.longest[words.folded[i]], table.seconds.get(words.folded[i], ())
    while len(ends) < reach:
        j = _next(words, ends[-1], total)
        if j is None or (len(ends) == 1 and words.folded[j] not in seconds):
            break
        ends.append(j)
    return ends


def unknown(words: Words, finds: list[Find], table: NameTable, pack: Pack, cued: Set[int]) -> Iterator[Find]:
    """People we do not know: two to four capitalised words that begin with a given name, or follow a cue such as a position or an age."""
    taken = {i for find in finds for i in range(find.first, find.last)}
    single = _extensible(words, finds)
    names = frozenset([i for i in words.capitals if words.folded[i] not in pack.notnames])
    capitals = Counter([words.folded[i] for i in words.capitals])
    lone = _lone(words, names, table, pack) if pack.words.capitals == "names" else cued
    until = 0
    for i in sorted(names):
        if i < until or (i in taken and i not in single):
            continue
        given = words.folded[i] in table.given
        run = _run(words, i, names, taken, single, given)
        if i in taken and (not given or len(run) < 2 or _all_known(run, finds)):
            continue
        until = run[-1] + 1
        whole = len(run) > 1 and len(words.folded[run[-1]]) > 1 and (given or i in cued or _personal(words, run, pack, capitals))
        alone = len(run) == 1 and len(words.folded[i]) > 3 and (i in cued or i in lone) and i not in taken
        if whole or alone:
            yield Find(i, until)


def _lone(words: Words, names: Set[int], table: NameTable, pack: Pack) -> set[int]:
    """Capitalised words that read as a surname by themselves: inside a sentence that is not all capitals, never written small, and no place."""
    small = {word for i, word in enumerate(words.folded) if i not in words.capitals}
    shouted, placing = _shouted(words), pack.places | pack.marks.keys()
    found = {i for i in names if i not in shouted and words.folded[i] not in small and words.folded[i] not in table.places}
    alone = {i for i in found if words.folded[i - 1] not in placing and not _joins_capital(words, i)}
    return {i for i in alone if not _initial(words, i) and not words.said(i, i + 1).isupper()}


def _joins_capital(words: Words, i: int) -> bool:
    """Whether another word with a capital stands right beside: "Coppa Italia"."""
    before = i - 1 in words.capitals and _joined(words, i - 1, i)
    return before or (i + 1 in words.capitals and _joined(words, i, i + 1))


def _shouted(words: Words) -> set[int]:
    """The words of lines in which nearly every long word has a capital, so that a capital says nothing: headlines in title case."""
    found: set[int] = set()
    line: list[int] = []
    for i, word in enumerate((*words.folded, "\n")):
        if word != "\n":
            line.append(i)
            continue
        long = [j for j in line if len(words.folded[j]) >= LONG]
        if len(long) > 1 and sum(j in words.capitals for j in long) > TITLED * len(long):
            found.update(line)
        line = []
    return found


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
        if after is None or after in starts or after not in words.capitals:
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


def _run(words: Words, i: int, names: Set[int], taken: Set[int], single: dict[int, Find], given: bool) -> list[int]:
    """Positions of the capitalised words from `i` on that read as one name; particles may stand between."""
    run, total = [i], len(words.folded)
    while len(run) < 5:
        j = _next(words, run[-1], total)
        if j is None or (j in taken and j not in single) or (j in single and single[j].entries[0].what is MentionKind.CLUB and not given):
            break
        if j in names:
            run.append(j)
            continue
        k = _next(words, j, total) if words.folded[j] in PARTICLES else None
        if k is None or k not in names or (k in taken and (k not in single or single[k].entries[0].what is MentionKind.CLUB)):
            break
        run += [j, k]
    return run
