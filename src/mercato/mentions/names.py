"""All names by their folded words: one table to look up any stretch of text in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from mercato.model.article import MentionKind
from mercato.model.folding import fold
from mercato.model.world import Club, Name, Person, Source

PARTICLES = frozenset({"de", "da", "do", "di", "del", "della", "dello", "dos", "das", "van", "von", "der", "den", "ter", "ten", "la", "le", "el", "al", "ben",
                       "bin", "mac", "st", "saint", "santa", "san"})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")  # the words `split` finds, without its punctuation
ARTICLES = frozenset({"the", "il", "la", "le", "l", "el", "o", "a", "der", "die", "das"})
AFFIXES = ("officialus", "official", "fc", "cfc", "afc", "acf", "ac", "as", "cf", "bc", "us", "uc", "sc", "ssc", "calcio", "oficial", "officiel")
HANDLE = 5  # letters: shorter words are too like others
GENERATIONS = frozenset({"jr", "junior", "filho", "neto"})  # "Vinicius Junior" is called by both words, not by the last


class Entry(NamedTuple):  # some 25,000 are made at every start: a frozen dataclass takes four times as long
    """One way to name one entity; `kind` is name, alias, nickname, stadium, place, full, surname, or signed (without its article, as
    round-ups sign an item: "(Athletic)")."""

    what: MentionKind
    entity: str
    kind: str
    language: str
    weak: bool
    acronym: bool = False  # "ASSE": a capital at the start of a sentence does not make a word one


def key(text: str) -> tuple[str, ...]:
    """The folded words of a name, punctuation left out."""
    return tuple(_WORD.findall(fold(text)))


def surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words a person is called by after the first mention: "De Bruyne", "van Dijk", "Perin"; empty for a single name."""
    if len(words) < 2 or words[-1] in GENERATIONS:
        return ()
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return words[start:]


class NameTable:
    """Every known name, and by its first word what a glance at a text must know before it looks a name up."""

    def __init__(self, clubs: Iterable[Club], people: Iterable[Person], sources: Iterable[Source], *, given: Set[str] = frozenset()) -> None:
        self.entries: dict[tuple[str, ...], list[Entry]] = {}
        self.longest: dict[str, int] = {}  # first word -> how many words the longest name has
        self.seconds: dict[str, set[str]] = {}  # first word -> what may come second in a name of several words
        self.vocabulary: set[str] = set()  # every word of a name that is no given name alone
        self.alone: set[str] = set()  # words that are a name by themselves
        self.handles: dict[str, Entry] = {}  # the names of clubs in one word, as they stand behind @ and #
        self.small: set[str] = set()  # first words of names that may begin without a capital: "rossoneri", "al-Nassr"
        self.given: set[str] = set(given)
        self.places: set[str] = set()
        for club in clubs:
            for words in self._add(MentionKind.CLUB, club.id, club.names):
                self.handles.setdefault("".join(words), Entry(MentionKind.CLUB, club.id, "alias", "all", False))
            self.places.update(key(" ".join((club.city or "", club.country))))
        for person in people:
            self.places.update(key(" ".join((person.birthplace or "", *person.nationalities))))
            self._surnames(person, self._add(MentionKind.PERSON, person.id, person.names))
        for source in sources:
            keys = self._add(MentionKind.SOURCE, source.id, source.names)
            for short in {words[1:] for words in keys if len(words) > 1 and words[0] in ARTICLES} - set(keys):
                self._put(short, Entry(MentionKind.SOURCE, source.id, "signed", "all", True))

    def _surnames(self, person: Person, keys: list[tuple[str, ...]]) -> None:
        taken, entry = set(keys), Entry(MentionKind.PERSON, person.id, "surname", "all", False)
        for name, words in zip(person.names, keys, strict=True):
            if len(words) < 2 or name.kind == "nickname" or name.language not in ("all", "en"):
                continue
            if len(words[0]) > 2 and name.kind == "name" and words[0] not in PARTICLES:
                self.given.add(words[0])
            last = surname(words)
            if len(last) == 1 and len(last[0]) < 3:
                continue
            double = key(name.text.split()[-1])  # "Alexander-Arnold"
            for called in (last, last[-1:]) if last and last[0] in PARTICLES else (last, double):
                if called and called not in taken:
                    taken.add(called)
                    self._put(called, entry)

    def _add(self, what: MentionKind, entity: str, names: Iterable[Name]) -> list[tuple[str, ...]]:
        keys = []
        for name in names:
            words = key(name.text)
            keys.append(words)
            if words:
                self._put(words, Entry(what, entity, name.kind, name.language, name.weak, name.text.isupper()))
        return keys

    def handle(self, word: str) -> Entry | None:
        """The club whose handle `word` may be: its name in one word, with or without the letters of its kind ("chelseafc", "officialuslecce")."""
        found = self.handles.get(word)
        for affix in AFFIXES if not found and len(word) > HANDLE else ():
            for rest in (word.removeprefix(affix), word.removesuffix(affix)):
                if rest != word and len(rest) > HANDLE - 2 and (entry := self.handles.get(rest)):
                    return entry
        return found

    def _put(self, words: tuple[str, ...], entry: Entry) -> None:
        self.entries.setdefault(words, []).append(entry)
        self.vocabulary.update(words)
        if len(words) > 1:
            self.seconds.setdefault(words[0], set()).add(words[1])
        else:
            self.alone.add(words[0])
        if len(words) > 1 or (entry.kind == "nickname" and not entry.weak):
            self.small.add(words[0])
        self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))


def folded(text: str) -> str:
    """A name as one folded string, for comparing."""
    return " ".join(key(fold(text)))
