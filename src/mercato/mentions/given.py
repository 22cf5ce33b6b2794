"""People called by their given name alone: those of whom the article tells the full name, and kin of those whose surname it tells."""

from __future__ import annotations

from collections.abc import Sequence, Set

from mercato.mentions.find import Find
from mercato.model.article import MentionKind
from mercato.model.words import Words
from mercato.names.index import GIVEN
from mercato.names.naming import Entry, Key, surname
from mercato.names.table import NameTable


def bare(words: Words, find: Find) -> Key:
    """The words of a name without its punctuation."""
    return tuple(w for w in words.folded[find.first : find.last] if w[0].isalnum())


def with_given(words: Words, finds: list[Find], strangers: Sequence[Find], table: NameTable, common: Set[str], kin: Set[int]) -> list[Find]:
    """The finds, and those of given names alone that go with a surname of the article: "Paolo" where Maldini is named, "Thiago" behind Thiago Silva.

    `common` are words that are no names at the start of a sentence; behind a noun for kin (it ends at one of `kin`) even an unknown given name is a person.
    """
    people = [(bare(words, f), f) for f in finds if _personal(f)]
    surnames = sorted({" ".join(surname(name) or name) for name, _ in people})
    full = {(e.entity, name[0]) for name, f in people if len(name) > 1 for e in f.entries if e.what is MentionKind.PERSON}
    called = {bare(words, s)[0] for s in strangers if s.last - s.first > 1}
    covered = {i: f for f in finds for i in range(f.first, f.last)}
    found: dict[int, Find] = {}
    for i in sorted([i for i in words.capitals if table.glance[words.folded[i]] & GIVEN or words.folded[i] in called]):
        find = covered.get(i)
        if find and not _alone(words, find, i):
            continue
        last = find.last if find else _whole(words, i)
        name = bare(words, Find(i, last))
        entries = _bearers(name, surnames, table, full) if name[0] not in called or i in kin else []
        if not find and (not entries or (_begins(words, i) and words.folded[i] in common and i not in kin)):
            continue
        if entries:
            found[i] = Find(i, last, tuple(dict.fromkeys((*entries, *(find.entries if find else ())))))
        elif find and find.entries and (i in kin or (name[0] in called and find.entries[0].what is MentionKind.PERSON)):
            found[i] = find._replace(entries=())  # the brother, or the stranger told before, of whom we know nothing
    if not found:
        return finds
    kept = [f for f in finds if f.first not in found]
    return sorted([*kept, *found.values()], key=lambda f: f.first)


def _personal(find: Find) -> bool:
    """Whether a find may be a person, and none of one word that is a club's name too: "Douglas" beside Santos is nobody's given name."""
    people = [e.what is MentionKind.PERSON for e in find.entries]
    return all(people) if find.last - find.first == 1 else any(people)


def _bearers(name: Key, surnames: Sequence[str], table: NameTable, full: Set[tuple[str, str]]) -> list[Entry]:
    """Whom a given name may mean: of kind "given" where the article has the full name too, else "kin"."""
    given = " ".join(name)
    found = (entry for last in surnames if last != given for entry in table.entries[f"{given} {last}"])
    people = [(entry, (entry.entity, name[0]) in full) for entry in found if entry.what is MentionKind.PERSON]
    return [entry._replace(kind="given" if whole else "kin") for entry, whole in people if whole or not entry.listed]  # registers have kin of everybody


def _alone(words: Words, find: Find, i: int) -> bool:
    """Whether a find is one word, or several joined by hyphens, that may be a given name."""
    if find.first != i or any(e.what is MentionKind.SOURCE for e in find.entries):
        return False
    return find.last - i == 1 or " " not in words.said(i, find.last)


def _whole(words: Words, i: int) -> int:
    """The end of a given name that begins at word `i`: behind its parts joined by hyphens."""
    last = i + 1
    while words.folded[last : last + 1] == ["-"] and last + 1 in words.capitals and words.text[words.ends[last]] != " ":
        last += 2
    return last


def _begins(words: Words, i: int) -> bool:
    return i == 0 or not words.folded[i - 1][0].isalnum()
