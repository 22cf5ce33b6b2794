"""Find every stretch of text that may be a name: known names by table, unknown people by shape and cue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from mercato.languages.frequent import common_words, everyday_words
from mercato.languages.pack import Pack
from mercato.model.article import MentionKind
from mercato.model.folding import fold
from mercato.model.words import PICTURES, VERBS, Words
from mercato.names.index import ALONE, FIRST, GIVEN, KNOWN, LONGEST_AT, PLACE, SMALL
from mercato.names.naming import ARTICLES, PARTICLES, Entry
from mercato.names.table import NameTable

_JOINTS = frozenset("-.'’&/_#")
_LINKS = frozenset("-./&#")
_MARKS = frozenset("\"'«»“”„‘’")
_STOPS = frozenset('.\n:!?"')
_BORDER = re.compile(rf"(?![{VERBS}])[|{PICTURES}]")  # what posts put between sentences
_PARTS = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]*|\d+")  # "TransferTalk", "Ligue1"
LONG, SHORT = 4, 2  # letters of a word that is no article or preposition, and of one too short for a name even behind a cue
_VOWELS = frozenset("aeiouy")
TITLED = 0.7  # the share of capitals in a headline in title case


class Find(NamedTuple):  # dozens are made for every text: a frozen dataclass takes twice as long
    """Words `first` up to `last`, and what they may name; no entries: a person unknown to us."""

    first: int
    last: int
    entries: tuple[Entry, ...] = ()
    initial: bool = False  # first word of a sentence, where a capital says nothing
    lower: bool = False
    given: bool = False  # an unknown person whose name begins with a given name


def _joined(words: Words, i: int, j: int) -> bool:
    gap = words.text[words.ends[i] : words.starts[j]]
    if gap == ". " and (words.folded[i].isdigit() or words.folded[i] in PARTICLES):  # "1. FC Köln", "St. Gallen"
        return True
    return gap == " " or (len(gap) <= 3 and "\n" not in gap and all(c == " " or c in _JOINTS for c in gap) and gap not in (". ", "- ", " -"))


def following(words: Words, i: int, limit: int) -> int | None:
    """The next word after `i` that may belong to the same name."""
    j, folded = _behind(words.folded, i), words.folded
    if i and folded[i - 1] == "#" and "#" in folded[i + 1 : j]:  # "Kyle #Walker" is one name, "#SerieA #Juventus" are two
        return None
    return j if j < limit and j not in words.openings and folded[j][0].isalnum() and _joined(words, i, j) else None


def known(words: Words, table: NameTable, pack: Pack) -> list[Find]:
    """The longest known name at each place, left to right, not overlapping."""
    finds, folded, until = [], words.folded, 0
    for i in _beginnings(words, table):
        if i < until:
            continue
        if i and folded[i - 1] in "@#" and not table.glance[folded[i]] & ALONE and (entry := table.handle(folded[i])):
            finds.append(Find(i, i + 1, (entry,)))
            until = i + 1
            continue
        found = _longest(words, table, i, pack)
        if found and not _outdone(words, table, found, pack):
            finds.append(found)
            until = found.last
    return finds


def _outdone(words: Words, table: NameTable, find: Find, pack: Pack) -> bool:
    """Whether a name that begins inside another goes on behind it and is as long: "la Real" of "la Real Sociedad"."""
    for i in range(find.first + 1, find.last):
        other = _longest(words, table, i, pack)
        if other and other.last > find.last and other.last - i >= find.last - find.first:
            return True
    return False


def _beginnings(words: Words, table: NameTable) -> list[int]:
    """The words that may begin a known name: its first words, in lower case only where it may be so written, the second behind them if there must be one."""
    text, starts, capitals, folded, begun = words.text, words.starts, words.capitals, words.folded, table.begun
    last, found, glances = len(folded) - 1, [], list(map(table.glance.__getitem__, folded))
    for i, glance in enumerate(glances):
        if glance & FIRST and (i in capitals or glance & SMALL or not text[starts[i]].islower()):
            if glance & ALONE:
                found.append(i)
            elif i < last:
                j = i + 1 if folded[i + 1] not in _LINKS else _behind(folded, i)
                if j <= last and glances[j] & KNOWN and begun[f"{folded[i]} {folded[j]}"]:
                    found.append(i)
    if "@" not in text and "#" not in text:
        return found
    posted = [i + 1 for i, word in enumerate(folded[:-1]) if word in ("@", "#")]
    return sorted({*found, *posted})


def _behind(folded: list[str], i: int) -> int:
    """The place behind word `i` and what may join it to the next; there may be no word at it."""
    j, limit = i + 1, min(len(folded), i + 3)
    while j < limit and folded[j] in _LINKS:
        j += 1
    return j


def _initial(words: Words, i: int) -> bool:
    """Whether `i` is the first word of a sentence."""
    if i in words.openings:
        return True
    while i and not words.folded[i - 1][0].isalnum():
        if _BORDER.search(words.text, words.ends[i - 1], words.starts[i]):
            return True
        i -= 1
        if words.folded[i] in _STOPS or i in words.openings:
            return True
    return i == 0 or _BORDER.search(words.text, words.ends[i - 1], words.starts[i]) is not None


def _unspeakable(word: str) -> bool:
    """Whether a word has no vowel and therefore is nothing but an abbreviation, as in "il Psg"."""
    return len(word) > 2 and _VOWELS.isdisjoint(word)


def _longest(words: Words, table: NameTable, i: int, pack: Pack) -> Find | None:
    folded, text = words.folded, words.text
    for name, end in reversed(_begun(words, table, i)):
        entries = table.entries[name]
        if not entries:
            continue
        last, single = end + 1, end == i
        if i and folded[i - 1] == "(" and (voices := _signed(words, i, last, entries)):
            return Find(i, last, voices)
        tag = i > 0 and folded[i - 1] in "#@"
        initial = not tag and _initial(words, i) and not _quoted(words, i, last)
        # a capital inside ("al-Nassr", "de Bruyne") does for a name of several words
        small = i not in words.capitals and text[words.starts[i]].islower() and (single or end not in words.capitals) and not _styled(words, i)
        doing = initial and pack.does(folded, last)
        common = single and folded[i] in pack.notnames and not doing
        # "Asse Milan-Juventus": of such words only capitals make a name
        plain = (initial or (single and folded[i] in common_words(pack.language))) and not (single and _unspeakable(folded[i]))
        proper = not plain or doing or words.said(i, i + 1).isupper()
        fitting = table.meant[name, pack.language, small, common, proper]
        if common and initial:
            fitting = tuple(e for e in fitting if e.acronym and not e.weak)  # "ESPN reported"
        if end == i + 1 and folded[i] in ARTICLES and end not in words.capitals and folded[end] in everyday_words(pack.language):  # "La stampa lo attendeva"
            fitting = tuple(e for e in fitting if e.what is not MentionKind.SOURCE)
        lower = text[words.starts[i]].islower() and not _styled(words, i)
        if not single and folded[i] not in ARTICLES and lower and folded[i] in common_words(pack.language):  # "as English champions"
            fitting = tuple(e for e in fitting if e.what is not MentionKind.SOURCE)
        if tag:
            fitting = tuple(map(_posted, fitting))
        if fitting and not single and _split(words, table, i, last, fitting, pack):
            continue
        if fitting:
            alone = (last == len(folded) or folded[last] == "\n") and (i == 0 or folded[i - 1] == "\n")
            label = alone or (last < len(folded) and folded[last] == ":")  # "Lecce: ...", or a line of its own, is a name however it begins
            return Find(i, last, fitting, initial and not label, small)
    return None


def _posted(entry: Entry) -> Entry:
    """What a name may mean as a hashtag or handle: there even that of a town is the club's."""
    return entry._replace(weak=False) if entry.weak and entry.what is MentionKind.CLUB and entry.kind in ("name", "alias") else entry


def _split(words: Words, table: NameTable, first: int, last: int, entries: Sequence[Entry], pack: Pack) -> bool:
    """Whether a surname with a small particle goes on in a capitalised word: "fichaje de Tomás Hradek" is not of de Tomás. The word must be unknown, unless the
    language writes the particles of surnames with a capital: "l'acquisto di Matteo Lovato" is not of Di Matteo."""
    surnames = all(e.what is MentionKind.PERSON and e.kind in ("surname", "alias") for e in entries)
    if words.folded[first] not in PARTICLES or first in words.capitals or not surnames:
        return False
    after = following(words, last - 1, len(words.folded))
    if after is None or after not in words.capitals or words.starts[after] - words.ends[last - 1] != 1:
        return False
    return pack.words.capital_particles or not table.glance[words.folded[after]] & KNOWN


def _quoted(words: Words, first: int, last: int) -> bool:
    """Whether a name stands alone in quotation marks within a sentence: what they hold does not begin one."""
    folded = words.folded
    return first > 1 and last < len(folded) and folded[first - 1] in _MARKS and folded[last] in _MARKS and folded[first - 2][0].isalnum()


def _styled(words: Words, i: int) -> bool:
    """Whether a word is no common one though it begins small: with a capital or a figure inside, or posted: "iNews", "oe24", "@relevo"."""
    return not words.said(i, i + 1).islower() or not words.said(i, i + 1).isalpha() or (i > 0 and words.folded[i - 1] == "@")


def _signed(words: Words, first: int, last: int, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The sources that a name may mean where it stands alone in brackets behind a sentence: "(Mail)", "(Sport)"."""
    folded = words.folded
    alone = first and folded[first - 1] == "(" and last < len(folded) and folded[last] == ")" and (first < 2 or folded[first - 2] in _STOPS)
    return tuple(e for e in entries if e.what is MentionKind.SOURCE) if alone else ()


def _begun(words: Words, table: NameTable, i: int) -> list[tuple[str, int]]:
    """The beginnings of known names from word `i` on, each with its last word: "real", "real sociedad"."""
    folded, begun, glance = words.folded, table.begun, table.glance[words.folded[i]]
    name, total, reach = folded[i], len(folded), glance >> LONGEST_AT
    found, j = [(name, i)] if glance & ALONE else [], i
    for _ in range(1, reach):
        before, j = j, j + 1
        if j < total and folded[j] in _LINKS:
            j = _behind(folded, before)
        if j >= total or not table.glance[folded[j]] & KNOWN:
            break
        name = f"{name} {folded[j]}"
        if not begun[name] or not _joined(words, before, j):
            break
        found.append((name, j))
    return found


def unknown(words: Words, finds: list[Find], table: NameTable, pack: Pack, cued: Set[int]) -> Iterator[Find]:
    """People we do not know: two to four capitalised words that begin with a given name, or follow a cue such as a position or an age."""
    taken = {i for find in finds for i in range(find.first, find.last)}
    single = _extensible(words, finds)
    capital = words.capitals - _tags(words, pack)
    proper = [i for i in capital if words.folded[i] not in pack.notnames or _second_half(words, i, table) or _homonym(words, i, taken, table, pack)]
    capitals = Counter([words.folded[i] for i in words.capitals])
    bodies = _bodies(words, pack, capitals)
    names = frozenset([i for i in proper if words.folded[i] not in bodies and not (words.folded[i] in pack.kin and _initial(words, i))])
    signed, shouted, common = _signed_by_club(words, finds), _shouted(words, finds, pack), pack.common
    lone = _lone(words, names, capitals, shouted, table, pack) if pack.words.capitals == "names" else cued
    until = 0
    for i in sorted(names):
        if i < until or (i in taken and (i not in single or single[i].first != i)) or _ends_compound(words, i, names, pack):
            continue
        club = i > 0 and i in single and single[i].entries[0].what is MentionKind.CLUB
        given = bool(table.glance[words.folded[i]] & GIVEN) and not (club and _of_club(words.folded[i - 1], pack))
        run = _run(words, i, names, taken, single, given, pack)
        run = _of_title(words, run, common) if i in shouted else run
        double = _doubled(words, run, single, shouted, common)
        if i in taken and not double and (not given or len(run) < 2 or _all_known(run, finds)):
            continue
        if not given and len(run) > 2 and _apposed(words, i, pack) and table.glance[words.folded[run[1]]] & GIVEN:
            until = run[1]
            continue
        until = run[-1] + 1
        if _compound(words, run, pack) or (i and words.folded[i - 1] in pack.sides):
            continue
        whole = len(run) > 1 and len(words.folded[run[-1]]) > 1 and (given or double or i in cued or _personal(words, run, pack, capitals, single, shouted))
        cue = i in cued and not (i in shouted and words.folded[i] in common)  # "UNITED READY STRIKER RAID"
        alone = len(run) == 1 and len(words.folded[i]) > (SHORT if cue else LONG - 1) and (cue or i in lone or i in signed) and i not in taken
        if whole or alone:
            yield Find(i, until, given=whole and given)
        elif len(run) > 2 and (_initial(words, i) or words.folded[i - 1] in pack.definite) and table.glance[words.folded[run[1]]] & GIVEN:
            until = run[1]  # "Wingers Marek Hradil and Petr Novak ...", "le Sévillan Marek Hradil"


def _of_club(before: str, pack: Pack) -> bool:
    """Whether the word in front of a club's name, which is a given name too, shows that the club is meant: "l'ex Milan Piatek", and where people take no
    article "el Everton de Ancelotti"."""
    return before in pack.words.former or (before in pack.definite and not pack.words.articled)


def _of_title(words: Words, run: list[int], common: Set[str]) -> list[int]:
    """What is a name of a run of words in a line in which all have capitals: from its third word on a common one ends it ("Marek Hradil Signs New Deal");
    nothing but the first, if another follows ("Hradil Post About Novotny" is nobody)."""
    ends = next((n for n in range(1, len(run)) if words.folded[run[n]] in common and words.folded[run[n]] not in PARTICLES), len(run))
    return run[:ends] if ends > 1 else run[:1] if len(run) > 2 else run


def _doubled(words: Words, run: list[int], single: dict[int, Find], shouted: Set[int], common: Set[str]) -> bool:
    """Whether the surname of somebody whom we know never stands but before another surname: of nobody whom we know, "Cardoso Varela", "Zidane Iqbal"."""
    if len(run) != 2 or run[0] not in single or not _one_word(single[run[0]]) or words.text[words.ends[run[0]] : words.starts[run[1]]] != " ":
        return False
    first, last = words.folded[run[0]], words.folded[run[1]]
    pairs = sum(pair == (first, last) for pair in pairwise(words.folded))
    known = [all(e.kind == "surname" for e in single[i].entries) for i in run if i in single]
    strange = run[1] not in single and last not in common and run[1] not in shouted
    return all(known) and words.folded.count(first) == pairs and (strange or words.folded.count(last) == pairs)


def _bodies(words: Words, pack: Pack, capitals: Counter[str]) -> set[str]:
    """Words that at least half of their places show to begin the name of a company or a woman: "da Umbro", "o portal Futebolês"; not "da" inside a name."""
    folded, found = words.folded, Counter[str]()
    for i in words.capitals if pack.bodies else ():
        if i and folded[i - 1] in pack.bodies and _joined(words, i - 1, i) and not (i > 1 and i - 2 in words.capitals and _joined(words, i - 2, i - 1)):
            found[folded[i]] += 1
    return {word for word, times in found.items() if 2 * times >= capitals[word]}


def _second_half(words: Words, i: int, table: NameTable) -> bool:
    """Whether a word is the hashtag behind a given name, a surname whatever else it means: "Giuseppe #Caso"."""
    return i > 1 and words.folded[i - 1] == "#" and i - 2 in words.capitals and bool(table.glance[words.folded[i - 2]] & GIVEN)


def _homonym(words: Words, i: int, taken: Set[int], table: NameTable, pack: Pack) -> bool:
    """Whether a common word is a surname, since it stands right behind the given name of somebody whom we do not know, in a language where every noun has a
    capital: "Helmut Kraft", "Maximilian Großer"; but not the first part of a compound, as in "Helmut Transfer-News"."""
    if pack.words.capitals != "nouns" or not i or i - 1 not in words.capitals or i - 1 in taken or words.folded[i - 1] in pack.notnames:
        return False
    if words.text[words.ends[i - 1] : words.starts[i]] != " " or words.folded[i + 1 : i + 2] == ["-"]:
        return False
    return bool(table.glance[words.folded[i - 1]] & GIVEN)


def _ends_compound(words: Words, i: int, names: Set[int], pack: Pack) -> bool:
    """Whether a word ends a compound in front of a name, where nouns have capitals: "Ex-Löwe Marek Hradil"; but not the second half of a name, as in
    "Abdel-Kader" or "Al-Owais"."""
    if pack.words.capitals != "nouns" or i < 2 or words.folded[i - 1] != "-" or i - 2 in names or words.folded[i - 2] in PARTICLES:
        return False
    return words.text[words.ends[i - 2] : words.starts[i]] == "-" and i + 1 in names and words.text[words.ends[i] : words.starts[i + 1]] == " "


def _compound(words: Words, run: list[int], pack: Pack) -> bool:
    """Whether hyphens join all words of a run and the last is a common one, where nouns have capitals: "Online-Zeitungen"."""
    joined = len(run) > 1 and all(words.text[words.ends[i] : words.starts[j]] == "-" for i, j in pairwise(run))
    return joined and pack.words.capitals == "nouns" and words.folded[run[-1]] in common_words(pack.language)


def _apposed(words: Words, i: int, pack: Pack) -> bool:
    """Whether a word may be a noun with a name behind it, where nouns have capitals, since an article stands in front of it or of its adjective: "der
    ehemalige Chemnitzer Marek Hradil"."""
    return pack.words.capitals == "nouns" and not pack.articles.isdisjoint(words.folded[max(i - 2, 0) : i])


def _tags(words: Words, pack: Pack) -> set[int]:
    """Handles, and hashtags made of common words and figures ("#TransferTalk", "#Ligue1"): none is the name of somebody whom we do not know."""
    if "@" not in words.text and "#" not in words.text:
        return set()
    found, common = set(), common_words(pack.language)
    for i in words.capitals:
        if i and words.folded[i - 1] in "@#":
            parts = [fold(part) for part in _PARTS.findall(words.said(i, i + 1))]
            if words.folded[i - 1] == "@" or (len(parts) > 1 and all(part in common or part in pack.notnames or part.isdigit() for part in parts)):
                found.add(i)
    return found


def namesakes(words: Words, finds: list[Find], table: NameTable, pack: Pack) -> Iterator[Find]:
    """People we do not know who share a surname of several words with somebody known: "Luca Del Piero"."""
    taken, common = {i for find in finds for i in range(find.first, find.last)}, pack.common
    for find in finds:
        i = find.first - 1
        if find.last - find.first < 2 or words.folded[find.first] not in PARTICLES or i not in words.capitals or i in taken or words.folded[i] in pack.notnames:
            continue
        known = all(e.what is MentionKind.PERSON and e.kind in ("surname", "alias") for e in find.entries)
        named = table.glance[words.folded[i]] & GIVEN or (pack.words.capitals == "names" and not _initial(words, i) and words.folded[i] not in common)
        if known and named and _joined(words, i, find.first):
            yield Find(i, find.last, given=True)


def lengthened(words: Words, finds: list[Find], table: NameTable, pack: Pack) -> Iterator[Find]:
    """People we do not know whose names begin with the whole name of somebody we do: "João Gomes Pacheco", "Steven Vitória-Nunes"."""
    begin = {find.first: find for find in finds}
    for find in finds:
        if find.last - find.first < 2 or any(e.what is not MentionKind.PERSON or e.kind in ("nickname", "surname") for e in find.entries):
            continue
        i = following(words, find.last - 1, len(words.folded))
        if i is None or i not in words.capitals or words.text[words.ends[find.last - 1] : words.starts[i]] not in (" ", "-"):
            continue
        other, word = begin.get(i), words.folded[i]
        if other:
            surname = _one_word(other) and all(e.kind == "surname" for e in other.entries)
        else:
            strange = not table.glance[word] & (KNOWN | PLACE) and word not in pack.common and not words.said(i, i + 1).isupper() and word.isalpha()
            surname = strange and (pack.words.capitals == "names" or i > find.last)
        if surname and word not in pack.notnames and i not in _shouted(words, finds, pack):
            yield Find(find.first, i + 1, given=True)


def _signed_by_club(words: Words, finds: list[Find]) -> set[int]:
    """Words with a club alone in brackets behind them: "Barberis (Crotone)"."""
    clubs = (f for f in finds if f.entries[0].what is MentionKind.CLUB and f.first > 1 and words.folded[f.first - 1] == "(")
    return {f.first - 2 for f in clubs if words.folded[f.last : f.last + 1] == [")"]}


def _lone(words: Words, names: Set[int], capitals: Counter[str], shouted: Set[int], table: NameTable, pack: Pack) -> set[int]:
    """Capitalised words that read as a surname by themselves: never written small, no place, not in a line of capitals, behind no article where people take
    none ("la Galice"); at the start of a sentence no common word either."""
    folded, common = words.folded, pack.common
    before = pack.places | pack.marks.keys() | (frozenset() if pack.words.articled else pack.definite)
    free = (i for i in names if i not in shouted and not table.glance[folded[i]] & PLACE and folded[i] not in pack.towns)
    alone = (i for i in free if not _joins_capital(words, i, pack))
    found = [i for i in alone if folded[i - 1] not in before and not words.said(i, i + 1).isupper()]
    total = Counter(folded) if found else Counter[str]()
    return {i for i in found if folded[i].isalpha() and capitals[folded[i]] == total[folded[i]] and not (_initial(words, i) and folded[i] in common)}


def _joins_capital(words: Words, i: int, pack: Pack) -> bool:
    """Whether another word with a capital stands right beside ("Coppa Italia"), but for an everyday one that opens the sentence ("Understand Lyanco ...")."""
    before = i - 1 in words.capitals and _joined(words, i - 1, i) and not (words.folded[i - 1] in everyday_words(pack.language) and _initial(words, i - 1))
    return before or (i + 1 in words.capitals and _joined(words, i, i + 1))


def _shouted(words: Words, finds: Sequence[Find], pack: Pack) -> set[int]:
    """The words of lines in which nearly every long word but the known names is in capitals, or, where headlines are in title case, has a capital: there a
    capital says nothing."""
    known = {i for find in finds for i in range(find.first, find.last)}
    found: set[int] = set()
    line: list[int] = []
    for i, word in enumerate((*words.folded, "\n")):
        if word != "\n":
            line.append(i)
            continue
        long = [j for j in line if len(words.folded[j]) >= LONG and j not in known]
        loud = sum([j in words.capitals and (pack.words.title_case or words.said(j, j + 1).isupper()) for j in long])
        if len(long) > 1 and loud > TITLED * len(long):
            found.update(line)
        line = []
    return found


def _all_known(run: list[int], finds: list[Find]) -> bool:
    return sum(find.first in run for find in finds) == len(run) and all(f.entries[0].what is not MentionKind.PERSON for f in finds if f.first in run)


def stubs(words: Words, finds: list[Find], strangers: list[Find], pack: Pack) -> set[int]:
    """First words of known names of one word, or one behind an article, that go on in a capitalised word we do not know: "United" of United Kingdom,
    "Costa" of Costa Rican, "la Real" of la Real Federación, but not in the given name of a stranger ("le Brestois Marek Hradil"); weak names of clubs that end
    such words: "United" of Galway United."""
    starts = {find.first for find in finds} | {find.first for find in strangers if find.given}
    found = {find.first for find in finds if pack.words.capitals == "names" and _ends_longer(words, find, finds, pack)}
    for find in finds:
        if find.last - find.first > 1 + (words.folded[find.first] in pack.definite) or not all(e.weak or e.kind == "surname" for e in find.entries):
            continue
        after = following(words, find.last - 1, len(words.folded))
        if after is None or after in starts or after not in words.capitals:
            continue
        if words.text[words.ends[find.last - 1] : words.starts[after]] in (" ", "-"):
            found.add(find.first)
    return found


def _ends_longer(words: Words, find: Find, finds: list[Find], pack: Pack) -> bool:
    """Whether a weak name of a club follows a capitalised word we do not know, where a capital means something."""
    before = find.first - 1
    if find.last - find.first > 1 or before not in words.capitals or not all(e.weak and e.what is MentionKind.CLUB and e.kind == "alias" for e in find.entries):
        return False
    known = words.folded[before] in pack.notnames or any(f.first <= before < f.last for f in finds)
    if known or _initial(words, before) or words.text[words.ends[before] : words.starts[find.first]] != " ":
        return False
    return not words.said(before, before + 1).isupper() and before not in _shouted(words, finds, pack)


def _extensible(words: Words, finds: list[Find]) -> dict[int, Find]:
    """Known names of one word, and surnames, by each of their words, that may be part of a longer unknown one: "Cristiano" of Cristiano Scazzola, "Breda" of
    Roberto Breda, "Del Piero" of Luca Del Piero; a club's only where it is not named otherwise: "Manu" of Manu Morlanes."""
    counts = Counter(entity for entity, _ in {(find.entries[0].entity, "".join(words.folded[find.last : find.last + 1])) for find in finds})
    short = (f for f in finds if not f.lower and (_one_word(f) or all(e.what is MentionKind.PERSON and e.kind == "surname" for e in f.entries)))
    some = (f for f in short if f.entries[0].what is MentionKind.PERSON or f.entries[0].weak or counts[f.entries[0].entity] == 1)
    return {i: f for f in some for i in range(f.first, f.last)}


def _one_word(find: Find) -> bool:
    return find.last - find.first == 1


def _personal(words: Words, run: list[int], pack: Pack, capitals: Counter[str], single: dict[int, Find], shouted: Set[int]) -> bool:
    """Two or more unknown capitalised words read as a person where a capital means something, or where the first is no common word and the last comes again
    alone, is a known surname or a hashtag ("Kamory #Doumbia"), or none of the rest is a common word either."""
    if any(words.said(i, i + 1).isupper() and words.ends[i] - words.starts[i] > 2 for i in run):
        return False
    before = words.folded[run[0] - 1] if run[0] else "\n"
    if before in pack.articles or before in pack.places:
        return False
    if before != "(" and not _initial(words, run[0]) and run[0] not in shouted:
        return True
    last, known = words.folded[run[-1]], single.get(run[-1])
    surname = words.folded[run[-1] - 1] == "#" or (known is not None and known.entries[0].what is MentionKind.PERSON)
    common = pack.common
    proper = pack.words.capitals == "names" and run[0] not in shouted and not any(words.folded[i] in common for i in run[1:])
    return words.folded[run[0]] not in common and (capitals[last] > 1 or surname or proper)


def _set_off(words: Words, run: list[int], j: int, single: dict[int, Find], pack: Pack) -> bool:
    """Whether a dash parts a club or a common word from the name before it: "Marek Hradil - Lens", but "Ana - Maria" as some pages write it; a hyphen a club
    from a whole name: "Marek Hradil-Lens"."""
    gap, club = words.text[words.ends[run[-1]] : words.starts[j]], j in single and single[j].entries[0].what is MentionKind.CLUB
    return (gap == " - " and (club or words.folded[j] in common_words(pack.language))) or (gap == "-" and club and len(run) > 1)


def _run(words: Words, i: int, names: Set[int], taken: Set[int], single: dict[int, Find], given: bool, pack: Pack) -> list[int]:
    """Positions of the capitalised words from `i` on that read as one name; particles may stand between, but no mere article or
    preposition where nouns have capitals: "mit Hradek den Titel", "die Abgänge von Marek Hradek"."""
    run, total = [i], len(words.folded)
    while len(run) < 5:
        j = following(words, run[-1], total)
        if j is None or (j in taken and j not in single) or (j in single and single[j].entries[0].what is MentionKind.CLUB and not given):
            break
        if j in names:
            if _set_off(words, run, j, single, pack):
                break
            run.append(j)
            continue
        k: int | None = j
        between: list[int] = []
        while k is not None and k not in names and words.folded[k] in PARTICLES and len(between) < 2:  # "Sepp van den Berg"
            between.append(k)
            k = following(words, k, total)
        small = pack.articles if given else pack.articles | pack.prepositions
        if given and pack.words.capital_particles and k in words.capitals and between and between[0] in words.capitals and k not in taken:
            run += [*between, k]  # "Matteo Di Piazza": behind a capital particle even a common word is a surname
            continue
        article = pack.words.capitals == "nouns" and between and words.folded[between[0]] in small
        if not between or article or k is None or k not in names or (k in taken and (k not in single or single[k].entries[0].what is MentionKind.CLUB)):
            break
        run += [*between, k]
    return run
