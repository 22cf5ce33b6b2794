"""Clubs that we do not list, by the words that clubs put in their names: "FC Oberstadt", "Walford Town"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache
from pathlib import Path

import msgspec

from mercato.languages.frequent import everyday_words
from mercato.languages.pack import Pack
from mercato.mentions.find import Find, following
from mercato.model.article import MentionKind
from mercato.model.folding import fold
from mercato.model.words import Words
from mercato.names.index import GIVEN
from mercato.names.naming import Entry, Key
from mercato.names.table import NameTable
from mercato.yamlfile import load

FILE = Path(__file__).parent / "unlisted.yml"
UNLISTED = (Entry(MentionKind.CLUB, "", "unlisted", "all", False),)  # what an unlisted club is found as
MOST = 2  # words of a name beside that which clubs put in theirs


class Forms(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The words that stand before and behind the names of clubs, as they are spelt."""

    before: list[str]
    behind: list[str]


@cache
def _forms() -> tuple[dict[str, bool], dict[str, bool]]:
    """The words before and behind, folded; whether they are capitals alone."""
    forms = load(FILE, Forms)
    return {fold(word): word.isupper() for word in forms.before}, {fold(word): word.isupper() for word in forms.behind}


def with_unlisted(words: Words, finds: list[Find], table: NameTable, pack: Pack) -> tuple[list[Find], dict[Key, str]]:
    """The finds with unlisted clubs among them, also where they are called without that word again; and the whole names of these by how they are called."""
    clubs = list(_clubs(words, finds, table, pack))
    if not clubs:
        return finds, {}
    called = {tuple(words.folded[i] for i in name): words.said(club.first, club.last) for club, name in reversed(clubs)}
    covered = {i for club, _ in clubs for i in range(club.first, club.last)}
    kept = [f for f in finds if covered.isdisjoint(range(f.first, f.last))]
    covered |= {i for f in kept for i in range(f.first, f.last)}
    again = [f for name in called for f in _again(words, name, covered)]
    return sorted([*kept, *(club for club, _ in clubs), *again], key=lambda f: f.first), called


def _clubs(words: Words, finds: Sequence[Find], table: NameTable, pack: Pack) -> Iterator[tuple[Find, list[int]]]:
    """The unlisted clubs, each with the words of its name that are its own."""
    before, behind = _forms()
    places = sorted([i for i in words.capitals if words.folded[i] in before or words.folded[i] in behind])
    if not places:
        return
    known = {i: f for f in finds for i in range(f.first, f.last)}
    until = 0
    for i in places:
        word = words.folded[i]
        if i < until or (i in known and not _loose(known[i])):
            continue
        for side, ahead in ((before, True), (behind, False)):
            if word not in side or (side[word] and not words.said(i, i + 1).isupper()):
                continue
            name = list(_own(words, i, ahead, known, table, pack, abbreviated=side[word]))
            if name:
                first, until = min(i, *name), max(i, *name) + 1
                yield Find(first, until, UNLISTED), sorted(name)
                break


def _loose(find: Find) -> bool:
    """Whether a known name is a word that may as well be part of another: "United", "Real", a surname."""
    return find.last - find.first == 1 and all(e.weak or e.kind == "surname" for e in find.entries)


def _own(words: Words, i: int, ahead: bool, known: dict[int, Find], table: NameTable, pack: Pack, *, abbreviated: bool) -> Iterator[int]:
    """The words beside word `i` that make a club's name with it: capitalised, neither common nor a club's by themselves, nor somebody's given name."""
    for _ in range(MOST):
        beside = following(words, i, len(words.folded)) if ahead else _preceding(words, i)
        if beside is None or beside not in words.capitals or not _free(words, beside, known, pack, sure=abbreviated and not ahead):
            return
        if not abbreviated and table.glance[words.folded[beside]] & GIVEN:
            return
        yield beside
        i = beside


def _preceding(words: Words, i: int) -> int | None:
    """The word right before `i`, one space away."""
    return i - 1 if i and words.text[words.ends[i - 1] : words.starts[i]] == " " else None


def _free(words: Words, i: int, known: dict[int, Find], pack: Pack, *, sure: bool) -> bool:
    """Whether a word may be part of such a name: no abbreviation, no other club, no common word, or where a name is `sure` to stand no everyday one."""
    word, said = words.folded[i], words.said(i, i + 1)
    ordinary = everyday_words(pack.language) if sure else pack.common
    if len(word) < 3 or said.isupper() or word in pack.notnames or word in ordinary:
        return False
    return i not in known or (known[i].last - known[i].first == 1 and all(e.what is MentionKind.PERSON for e in known[i].entries))


def _again(words: Words, name: Key, covered: Set[int]) -> Iterator[Find]:
    """Where the club is called by what is its own alone, and this is no part of a longer name: "Walford", not "the Walford Gazette"."""
    for i in sorted(words.capitals):
        last = i + len(name)
        if tuple(words.folded[i:last]) == name and covered.isdisjoint(range(i, last)) and following(words, last - 1, len(words.folded)) not in words.capitals:
            yield Find(i, last, UNLISTED)
