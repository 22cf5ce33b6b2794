"""Name everybody in one article: find, link, and carry a full name on to the surname that follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from mercato.knowledge.index import Knowledge
from mercato.languages.pack import Pack
from mercato.mentions.addresses import addresses
from mercato.mentions.clues import Clues, Cue, introduced, masked
from mercato.mentions.find import Find, known, lengthened, namesakes, stubs, unknown
from mercato.mentions.given import bare, with_given
from mercato.mentions.link import Context, Link, Linker
from mercato.mentions.outlets import outlets
from mercato.mentions.parts import with_parts
from mercato.mentions.setting import Settings
from mercato.mentions.unlisted import with_unlisted
from mercato.model.article import Mention, MentionKind, Span
from mercato.model.words import Words
from mercato.model.world import Source, SourceKind
from mercato.names.index import KNOWN
from mercato.names.naming import Key, key, surname
from mercato.names.table import NameTable
from mercato.sources.registry import index_of

COACHED = 3  # words between a noun for a coach and the country whose team he coaches: "técnico de España", "the England manager"
INTRODUCING = frozenset({"positions", "demonyms", "executive", "agent", "cues", "coach"})  # the cues behind which an unknown person may stand


class Namer:
    """Finds and links the mentions of articles; made once for a body of knowledge, used for every article."""

    def __init__(self, knowledge: Knowledge, sources: Iterable[Source]) -> None:
        self.voices = {source.id: source for source in sources}
        self.domains = {domain: source for source in reversed(self.voices.values()) for domain in source.domains}
        self.table = NameTable(knowledge.names, index_of(tuple(self.voices.values())))
        self.knowledge, self.linker = knowledge, Linker(knowledge, self.voices.values())
        self.settings = Settings(knowledge, self.table)

    def read(self, words: Words, pack: Pack, day: date | None) -> tuple[Mention, ...]:
        """The mentions of one text in order; `day` is that of the article, if known."""
        words = self._bared(words, pack)
        cues = pack.cues.find(masked(words))
        finds = with_parts(words, _outside(known(words, self.table, pack), cues), self.table)
        finds, clubs = with_unlisted(words, finds, self.table, pack)
        cued = {match.end for match, lexeme in cues if lexeme.kind in INTRODUCING}
        cued |= _through_clubs(words, finds, cued, pack)
        coached = {i for match, lexeme in cues if lexeme.kind == "coach" for i in range(match.start - COACHED, match.end + COACHED)}
        sharing = [*namesakes(words, finds, self.table, pack), *lengthened(words, finds, self.table, pack)]
        begun = {find.first for find in sharing}
        strangers = [*(find for find in unknown(words, finds, self.table, pack, cued) if find.first not in begun), *sharing]
        cut = stubs(words, finds, strangers, pack)
        finds = _merged(words, [f for f in finds if f.first not in cut], strangers)
        finds = with_given(words, finds, strangers, self.table, pack.notnames, {match.end for match, lexeme in cues if lexeme.kind == "kin"})
        company = any(not f.entries or f.entries[-1].what is MentionKind.PERSON for f in finds)
        posts = {match.start for match, lexeme in cues if lexeme.kind in ("positions", "coach")}
        settings = [self.settings.of(words, f, pack, coached, posts, company) for f in finds]
        context = Context(Clues(words, finds, cues), introduced(words, finds, cues), pack.language, f" {' '.join(words.folded)} ")
        links = self.linker.link(finds, settings, context, day)
        names = _carried(words, finds, [s for s in strangers if s.last - s.first > 1]) | clubs
        found = [self._mention(words, find, link, names) for find, link in zip(finds, links, strict=True) if link]
        strange = [*addresses(words, finds, self.table, self.domains), *outlets(words, finds, cues, pack)]
        return tuple(self._settled(_reporters(_addressed(found, strange))))

    def _settled(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """The mentions; a name that fits several clubs means the one of them named last: "the Londoners" behind Fulham."""
        at: dict[str, int] = {}  # entity -> the place of its last mention
        for place, mention in enumerate(mentions):
            told = [id for id in mention.candidates if id in at] if mention.kind is MentionKind.CLUB and len(mention.candidates) > 1 else []
            if told and (mention.entity is None or mention.reasons[-1].startswith("nickname")):
                last = max(told, key=at.__getitem__)
                mention = replace(mention, name=self._usual(last), entity=last, reasons=("named last of those whom it fits",))
            if mention.entity:
                at[mention.entity] = place
            yield mention

    def _bared(self, words: Words, pack: Pack) -> Words:
        """The words with known names freed of the endings of the language: "schalkes" as "schalke"."""
        if not pack.words.genitive:
            return words
        folded, glance = list(words.folded), self.table.glance
        for i in words.capitals:
            stem = next((folded[i].removesuffix(ending) for ending in pack.words.genitive if folded[i].endswith(ending)), None)
            if stem and glance[stem] & KNOWN and not glance[folded[i]] & KNOWN:
                folded[i] = stem
        return replace(words, folded=folded)

    def _mention(self, words: Words, find: Find, link: Link, strangers: Mapping[tuple[str, ...], str]) -> Mention:
        said = words.said(find.first, find.last)
        name = self._usual(link.entity) if link.entity else strangers.get(bare(words, find), _spelt(said))
        span = Span(words.starts[find.first], words.ends[find.last - 1])
        voice = self.voices.get(link.entity or "")
        what = MentionKind.JOURNALIST if voice and voice.kind is SourceKind.JOURNALIST else link.what
        return Mention(what, span, said, name, link.entity, link.reasons, link.candidates)

    def _usual(self, id: str) -> str:
        """What the press calls an entity."""
        return (self.voices.get(id) or self.knowledge.people.get(id) or self.knowledge.clubs[id]).name


def _through_clubs(words: Words, finds: Sequence[Find], cued: Set[int], pack: Pack) -> set[int]:
    """Where names may begin behind the club of whom words introduce, where the noun stands in front of it: "il portiere del Lecce Hradil"."""
    if pack.words.order != "noun-first":
        return set()
    return {f.last for f in finds if f.first - 1 in cued and words.folded[f.first - 1] in pack.belonging and f.entries[0].what is MentionKind.CLUB}


def _addressed(mentions: Sequence[Mention], addresses: Iterable[Mention]) -> list[Mention]:
    """The mentions in order, with these addresses instead of what was read in them."""
    found = list(addresses)
    apart = [m for m in mentions if not any(m.span.start < a.span.end and a.span.start < m.span.end for a in found)]
    return sorted([*apart, *found], key=lambda m: m.span.start)


def _reporters(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; the surname of a journalist who is named in full is his, and not that of a player who is not."""
    whole = [mention for mention in mentions if len(mention.said.split()) > 1]
    reporters = {surname(key(m.name)): m for m in whole if m.kind is MentionKind.JOURNALIST}
    if not reporters:
        return list(mentions)
    told = {mention.entity for mention in whole}

    def meant(mention: Mention) -> Mention:
        reporter = reporters.get(key(mention.said)) if mention.kind is MentionKind.PERSON and mention.entity not in told else None
        if reporter is None:
            return mention
        return replace(
            mention, kind=reporter.kind, name=reporter.name, entity=reporter.entity, reasons=("the surname of a journalist named in full",), candidates=()
        )

    return [meant(mention) for mention in mentions]


def _carried(words: Words, finds: Sequence[Find], whole: Sequence[Find]) -> dict[Key, str]:
    """The full names of strangers by their surnames, and by their given names where none of these stands alone before: that would be somebody else."""
    first = {bare(words, find): find.first for find in reversed(finds)}
    told = [(bare(words, s), s.first, _spelt(words.said(s.first, s.last))) for s in whole]
    doubles = {key(name.split()[-1]): name for _, _, name in told if " " in name and "-" in name.split()[-1]}  # "Lund-Hansen" of Per Lund-Hansen
    told = [(said, at, doubles.get(said, name)) for said, at, name in told]
    given = {said[:1]: name for said, at, name in reversed(told) if first.get(said[:1], at) >= at}
    return given | {surname(said): name for said, _, name in told} | doubles


def _spelt(said: str) -> str:
    """A name as it stands, without line breaks and the marks of hashtags."""
    return " ".join(said.replace("#", "").split())


def _outside(finds: list[Find], cues: Sequence[Cue]) -> list[Find]:
    """The finds that are no part of another name: "América" of Copa América."""
    held = {i for match, lexeme in cues if lexeme.kind == "honours" for i in range(match.start, match.end)}
    return [f for f in finds if f.first not in held and f.last - 1 not in held] if held else finds


def _merged(words: Words, finds: list[Find], strangers: list[Find]) -> list[Find]:
    """Known finds and strangers in order; a stranger's surname alone, later or earlier, is that stranger too."""
    covered = {i for s in strangers for i in range(s.first, s.last)}
    kept = [f for f in finds if not covered.intersection(range(f.first, f.last))]
    surnames = {last for s in strangers if (last := surname(bare(words, s)))}
    whole = {last for s in strangers if s.given and (last := surname(bare(words, s)))}
    kept = [f._replace(entries=()) if surnames and _stranger(f, bare(words, f), surnames, whole) else f for f in kept]
    taken = covered | {i for f in kept for i in range(f.first, f.last)}
    places: dict[str, list[int]] = {}
    begin = {last[0] for last in surnames}
    for i in [i for i, word in enumerate(words.folded) if word in begin]:
        places.setdefault(words.folded[i], []).append(i)
    more = [f for last in sorted(surnames) for f in _again(words, last, places.get(last[0], []), taken)]
    return sorted([*kept, *strangers, *more], key=lambda f: f.first)


def _stranger(find: Find, said: Key, surnames: Set[Key], whole: Set[Key]) -> bool:
    """Whether a name is the surname of a stranger, and no name by which somebody known goes, unless the stranger is told with a given name."""
    if said not in surnames or any(e.what is not MentionKind.PERSON for e in find.entries):
        return False
    return said in whole or all(e.kind == "surname" for e in find.entries)


def _again(words: Words, last: tuple[str, ...], places: list[int], taken: set[int]) -> list[Find]:
    n, folded = len(last), words.folded
    found = [i for i in places if tuple(folded[i : i + n]) == last]
    return [Find(i, i + n) for i in found if not taken.intersection(range(i, i + n)) and i in words.capitals]
