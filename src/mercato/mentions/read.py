"""Name everybody in one article: find, link, and carry a full name on to the surname that follows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from mercato.knowledge.index import Knowledge
from mercato.languages.common import common_words
from mercato.languages.pack import Pack
from mercato.mentions.find import Find, known, stubs, unknown
from mercato.mentions.link import AT_HAND, Link, Linker, Setting
from mercato.model.article import Mention, MentionKind, Span
from mercato.model.words import Words
from mercato.model.world import Source, SourceKind
from mercato.names.index import GIVEN, KNOWN
from mercato.names.naming import key, surname
from mercato.names.table import NameTable
from mercato.sources.registry import index_of

COACHED = 3  # words between a noun for a coach and the country whose team he coaches: "técnico de España", "the England manager"


class Namer:
    """Finds and links the mentions of articles; made once for a body of knowledge, used for every article."""

    def __init__(self, knowledge: Knowledge, sources: Iterable[Source]) -> None:
        self.voices = {source.id: source for source in sources}
        self.table = NameTable(knowledge.names, index_of(tuple(self.voices.values())))
        self.knowledge, self.linker = knowledge, Linker(knowledge)
        self.towns = lru_cache(AT_HAND)(self._town_of)

    def read(self, words: Words, pack: Pack, day: date | None) -> tuple[Mention, ...]:
        """The mentions of one text in order; `day` is that of the article, if known."""
        words = self._bared(words, pack)
        finds = known(words, self.table, pack)
        cues = pack.cues.find(words.folded)
        cued = {match.end for match, _ in cues}
        coached = {i for match, kind in cues if kind == "coach" for i in range(match.start - COACHED, match.end + COACHED)}
        strangers = list(unknown(words, finds, self.table, pack, cued))
        cut = stubs(words, finds, pack)
        finds = _merged(words, [f for f in finds if f.first not in cut], strangers)
        links = self.linker.link(finds, [self._setting(words, f, pack, f.first in coached, bool(strangers)) for f in finds], day)
        names = {surname(_bare(words, s)): " ".join(words.said(s.first, s.last).split()) for s in strangers if s.last - s.first > 1}
        return tuple(self._mention(words, find, link, names) for find, link in zip(finds, links, strict=True) if link)

    def _bared(self, words: Words, pack: Pack) -> Words:
        """The words with known names freed of the endings of the language: "schalkes" as "schalke"."""
        if not pack.words.genitive:
            return words
        folded, glance = list(words.folded), self.table.glance
        for i in words.capitals:
            bare = next((folded[i].removesuffix(ending) for ending in pack.words.genitive if folded[i].endswith(ending)), None)
            if bare and glance[bare] & KNOWN and not glance[folded[i]] & KNOWN:
                folded[i] = bare
        return replace(words, folded=folded)

    def _setting(self, words: Words, find: Find, pack: Pack, coached: bool, company: bool) -> Setting:
        before, town = words.folded[find.first - 1] if find.first else "", self._town(words, find)
        definite = before in pack.definite
        word = words.folded[find.first]
        rare = find.last - find.first == 1 and (bool(self.table.glance[word] & GIVEN) or word not in common_words(pack.language))
        nation = any(e.kind == "country" for e in find.entries)
        return Setting(town, town and before in pack.places, definite, definite and not pack.words.articled, rare, nation, coached, company)

    def _town(self, words: Words, find: Find) -> bool:
        """Whether a name is that of the town of a club it may mean."""
        return any(e.what is MentionKind.CLUB and self.towns(e.entity) == _bare(words, find) for e in find.entries)

    def _town_of(self, club: str) -> tuple[str, ...] | None:
        city = self.knowledge.clubs[club].city
        return key(city) if city else None

    def _mention(self, words: Words, find: Find, link: Link, strangers: Mapping[tuple[str, ...], str]) -> Mention:
        said = words.said(find.first, find.last)
        name = self._usual(link.entity) if link.entity else strangers.get(_bare(words, find), " ".join(said.split()))
        span = Span(words.starts[find.first], words.ends[find.last - 1])
        voice = self.voices.get(link.entity or "")
        what = MentionKind.JOURNALIST if voice and voice.kind is SourceKind.JOURNALIST else link.what
        return Mention(what, span, said, name, link.entity, link.reasons, link.candidates)

    def _usual(self, id: str) -> str:
        """What the press calls an entity."""
        return (self.voices.get(id) or self.knowledge.people.get(id) or self.knowledge.clubs[id]).name


def _bare(words: Words, find: Find) -> tuple[str, ...]:
    return tuple(w for w in words.folded[find.first : find.last] if w[0].isalnum())


def _merged(words: Words, finds: list[Find], strangers: list[Find]) -> list[Find]:
    """Known finds and strangers in order; a stranger's surname alone, later or earlier, is that stranger too."""
    covered = {i for s in strangers for i in range(s.first, s.last)}
    kept = [f for f in finds if not covered.intersection(range(f.first, f.last))]
    surnames = {last for s in strangers if (last := surname(_bare(words, s)))}
    kept = [f._replace(entries=()) if surnames and _only_surname(f) and _bare(words, f) in surnames else f for f in kept]
    taken = covered | {i for f in kept for i in range(f.first, f.last)}
    places: dict[str, list[int]] = {}
    begin = {last[0] for last in surnames}
    for i in [i for i, word in enumerate(words.folded) if word in begin]:
        places.setdefault(words.folded[i], []).append(i)
    more = [f for last in sorted(surnames) for f in _again(words, last, places.get(last[0], []), taken)]
    return sorted([*kept, *strangers, *more], key=lambda f: f.first)


def _only_surname(find: Find) -> bool:
    return all(e.kind == "surname" and e.what is MentionKind.PERSON for e in find.entries)


def _again(words: Words, last: tuple[str, ...], places: list[int], taken: set[int]) -> list[Find]:
    n, folded = len(last), words.folded
    found = [i for i in places if tuple(folded[i : i + n]) == last]
    return [Find(i, i + n) for i in found if not taken.intersection(range(i, i + n)) and i in words.capitals]
