"""Name everybody in one article: find, link, and carry a full name on to the surname that follows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import date

from mercato.languages.pack import Pack
from mercato.mentions.find import Find, known, stubs, unknown
from mercato.mentions.link import Link, Linker
from mercato.mentions.names import NameTable, key, surname
from mercato.model.article import Mention, MentionKind, Span
from mercato.model.words import Words
from mercato.model.world import Club, Person, Source, SourceKind


class Namer:
    """Finds and links the mentions of articles; made once for a body of knowledge, used for every article."""

    def __init__(self, clubs: dict[str, Club], people: dict[str, Person], sources: Iterable[Source], *, given: Set[str] = frozenset()) -> None:
        voices = {source.id: source for source in sources}
        self.table = NameTable(clubs.values(), people.values(), voices.values(), given=given)
        self.journalists = frozenset(source.id for source in voices.values() if source.kind is SourceKind.JOURNALIST)
        self.linker = Linker(people, clubs)
        self.towns = {club.id: key(club.city) for club in clubs.values() if club.city}
        self.usual = {**{i: c.name for i, c in clubs.items()}, **{i: p.name for i, p in people.items()}, **{i: s.name for i, s in voices.items()}}

    def read(self, words: Words, pack: Pack, day: date | None) -> tuple[Mention, ...]:
        """The mentions of one text in order; `day` is that of the article, if known."""
        words = self._bared(words, pack)
        finds = known(words, self.table, pack)
        cued = {match.end for match, _ in pack.cues.find(words.folded)}
        strangers = list(unknown(words, finds, self.table, pack, cued))
        cut = stubs(words, finds, pack)
        finds = _merged(words, [f for f in finds if f.first not in cut], strangers)
        links = self.linker.link(finds, day, {f.first for f in finds if f.first and words.folded[f.first - 1] in pack.places and self._town(words, f)})
        names = {surname(_bare(words, s)): " ".join(words.said(s.first, s.last).split()) for s in strangers if s.last - s.first > 1}
        return tuple(self._mention(words, find, link, names) for find, link in zip(finds, links, strict=True) if link)

    def _bared(self, words: Words, pack: Pack) -> Words:
        """The words with known names freed of the endings of the language: "schalkes" as "schalke"."""
        if not pack.words.genitive:
            return words
        folded, vocabulary = list(words.folded), self.table.vocabulary
        for i in words.capitals:
            bare = next((folded[i].removesuffix(ending) for ending in pack.words.genitive if folded[i].endswith(ending)), None)
            if bare in vocabulary and folded[i] not in vocabulary:
                folded[i] = bare
        return replace(words, folded=folded)

    def _town(self, words: Words, find: Find) -> bool:
        """Whether a name is that of the town of a club it may mean."""
        return any(e.entity in self.towns and self.towns[e.entity] == _bare(words, find) for e in find.entries)

    def _mention(self, words: Words, find: Find, link: Link, strangers: Mapping[tuple[str, ...], str]) -> Mention:
        said = words.said(find.first, find.last)
        name = self.usual[link.entity] if link.entity else strangers.get(_bare(words, find), " ".join(said.split()))
        span = Span(words.starts[find.first], words.ends[find.last - 1])
        what = MentionKind.JOURNALIST if link.entity in self.journalists else link.what
        return Mention(what, span, said, name, link.entity, link.reasons, link.candidates)


def _bare(words: Words, find: Find) -> tuple[str, ...]:
    return tuple(w for w in words.folded[find.first : find.last] if w[0].isalnum())


def _merged(words: Words, finds: list[Find], strangers: list[Find]) -> list[Find]:
    """Known finds and strangers in order; a stranger's surname alone, later or earlier, is that stranger too."""
    covered = {i for s in strangers for i in range(s.first, s.last)}
    kept = [f for f in finds if not covered.intersection(range(f.first, f.last))]
    surnames = {last for s in strangers if (last := surname(_bare(words, s)))}
    kept = [replace(f, entries=()) if surnames and _only_surname(f) and _bare(words, f) in surnames else f for f in kept]
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
