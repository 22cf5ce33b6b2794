"""How a name stands in the text: behind an article, behind a word for a place, beside a coach."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from mercato.knowledge.index import Knowledge
from mercato.languages.frequent import everyday_words
from mercato.languages.pack import Pack
from mercato.mentions.find import Find
from mercato.mentions.given import bare
from mercato.mentions.unlisted import UNLISTED
from mercato.model.article import MentionKind
from mercato.model.words import Words
from mercato.names.index import GIVEN, PLACE
from mercato.names.naming import key
from mercato.names.table import NameTable

AT_HAND = 16_384  # clubs whose towns are kept at hand, people whose clubs are


class Setting(NamedTuple):
    """How a name stands in the text."""

    town: bool = False  # it is that of the town of a club it may mean
    placed: bool = False  # a town behind a word for a place ("in", "a"): there the town is meant
    near: bool = False  # a town behind a word for a place that as often stands before clubs ("signe à Lyon")
    opening: bool = False  # there where it opens a clause ("À Lyon, ...")
    definite: bool = False  # behind an article: in most languages a club's, not a person's
    bare: bool = False  # behind an article, in a language in which no person has one
    rare: bool = False  # it is no everyday word of the language
    given: bool = False  # it is a given name, as which few surnames stand alone
    noun: bool = False  # it ends in an everyday word of a language whose nouns all have capitals: "die Mannschaft"
    nation: bool = False  # it is a country too
    coached: bool = False  # beside a word for a coach
    company: bool = False  # people are in the text, whoever they be
    bound: bool = False  # behind words that stand before clubs alone ("plays in", "cedido a")
    doing: bool = False  # before words for what clubs alone do: "have signed"
    local: bool = False  # the name of a place behind a word that stands before places, not before people: "em Salvador"
    epithet: bool = False  # between an article and a capitalised word, where epithets stand in front of names: "le Brestois N"


ANY = Setting()  # of a name that means the same wherever it stands


class Settings:
    """Tells how names stand; made once for a body of knowledge."""

    def __init__(self, knowledge: Knowledge, table: NameTable) -> None:
        self._knowledge, self._table = knowledge, table
        self._towns = lru_cache(AT_HAND)(self._town_of)

    def of(self, words: Words, find: Find, pack: Pack, coached: Set[int], posts: Set[int], company: bool) -> Setting:
        """The setting of one name; `coached` are the words beside a word for a coach, `posts` the first words for what somebody is."""
        if not find.entries or find.entries == UNLISTED or _full(find):
            return ANY
        first, folded = find.first, words.folded
        before, second = folded[first - 1] if first else "", folded[first - 2] if first > 1 else ""
        town = any(e.what is MentionKind.CLUB for e in find.entries) and self._town(words, find, pack)
        definite = before in pack.definite
        single, glance = find.last - first == 1, self._table.glance[folded[first]]
        given = single and bool(glance & GIVEN)
        rare = given or (single and folded[first] not in everyday_words(pack.language))
        clubs = before in pack.done_to or f"{second} {before}" in pack.marks  # "joined", "plays in": only a club can follow
        located = not clubs and (before in pack.in_town or f"{second} {before}" in pack.in_town)
        placed = town and located and find.last not in posts and not _owner(words, find, pack)
        near = town and before in pack.at_town
        opening = near and (first == 1 or not second[0].isalnum())
        noun = pack.words.capitals == "nouns" and folded[find.last - 1] in everyday_words(pack.language)
        nation = any(e.kind == "country" for e in find.entries)
        local = before in pack.in_town and before not in pack.marks and bool(glance & PLACE)
        space = words.text[words.ends[find.last - 1] : words.starts[find.last]] if find.last in words.capitals else ""
        return Setting(
            town, placed, near, opening, definite, definite and not pack.words.articled, rare, given, noun, nation, first in coached, company, clubs,
            pack.does(folded, find.last), local, definite and pack.words.order == "noun-first" and space == " ",
        )  # fmt: skip

    def _town(self, words: Words, find: Find, pack: Pack) -> bool:
        """Whether a name is that of the town of a club it may mean."""
        said = " ".join(bare(words, find))
        towns = {self._towns(e.entity) for e in find.entries if e.what is MentionKind.CLUB}
        return any(said == folded or said in pack.exonyms.get(town, ()) for town, folded in towns)

    def _town_of(self, club: str) -> tuple[str, str]:
        """The town of a club, and its name folded."""
        city = self._knowledge.clubs[club].city or ""
        return city, " ".join(key(city))


def _full(find: Find) -> bool:
    """Whether a name of several words means one person or source."""
    only = find.entries[0] if len(find.entries) == 1 and find.last - find.first > 1 else None
    return only is not None and only.what is not MentionKind.CLUB and not only.weak


def _owner(words: Words, find: Find, pack: Pack) -> bool:
    """Whether a name owns what follows, as clubs do: "in Barcelona's side"."""
    return find.last < len(words.folded) and words.folded[find.last] in pack.possessive
