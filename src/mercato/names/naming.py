"""What everybody is called: the folded words of each name, the surname that follows a full name, the name a source signs with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mercato.model.article import MentionKind
from mercato.model.folding import fold
from mercato.model.world import Club, Name, Person, Source

PARTICLES = frozenset({"de", "da", "do", "di", "del", "della", "dello", "dos", "das", "van", "von", "der", "den", "ter", "ten", "la", "le", "el", "al", "ben",
                       "bin", "mac", "st", "saint", "santa", "san"})  # fmt: skip
ARTICLES = frozenset({"the", "il", "la", "le", "l", "el", "o", "a", "der", "die", "das"})
LISTED = 0  # the fame of whom only registers know
GENERATIONS = frozenset({"jr", "junior", "filho", "neto"})  # "Vinicius Junior" is called by both words, not by the last
_WORD = re.compile(r"[^\W_]+")  # the words `split` finds, without its punctuation

Key = tuple[str, ...]


class Entry(NamedTuple):  # many are made for every text: a frozen dataclass takes four times as long
    """One way to name one entity; `kind` is name, alias, nickname, stadium, place, full, surname, or signed (without its article, as
    round-ups sign an item: "(Athletic)"). `listed`: only registers know the entity; `part`: of the name of such an entity, which means it only
    where the whole name is told."""

    what: MentionKind
    entity: str
    kind: str
    language: str
    weak: bool
    acronym: bool = False  # "ASSE": a capital at the start of a sentence does not make a word one
    part: bool = False
    listed: bool = False
    small: bool = False  # listed with a small letter: "talkSPORT", "kicker" of sources, "i viola" of clubs


def key(text: str) -> Key:
    """The folded words of a name, punctuation left out."""
    return tuple(_WORD.findall(fold(text)))


def surname(words: Key) -> Key:
    """The words a person is called by after the first mention: "De Bruyne", "van Dijk", "Perin"; empty for a single name."""
    if len(words) < 2 or words[-1] in GENERATIONS:
        return ()
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return words[start:]


def called(what: MentionKind, entity: Club | Person | Source) -> Iterator[tuple[Key, Entry]]:
    """Every name of an entity, in their order, and then what follows from them: surnames of people, the signatures of sources."""
    keys = [key(name.text) for name in entity.names]
    listed = not isinstance(entity, Source) and entity.fame == LISTED
    for name, words in zip(entity.names, keys, strict=True):
        if words:
            part = listed and len(words) == 1 and (name.weak or what is MentionKind.PERSON)
            small = name.text[0].islower() and (what is MentionKind.SOURCE or (what is MentionKind.CLUB and name.kind == "nickname"))
            yield words, Entry(what, entity.id, name.kind, name.language, name.weak, name.text.isupper(), part, listed, small)
    if what is MentionKind.PERSON:
        taken = set(keys)
        for last in (last for name, words in _full(entity.names, keys) for last in _surnames(name, words)):
            if last not in taken:
                taken.add(last)
                yield last, Entry(what, entity.id, "surname", "all", False, part=listed, listed=listed)
    elif what is MentionKind.SOURCE:
        for short in sorted({words[1:] for words in keys if len(words) > 1 and words[0] in ARTICLES} - set(keys)):
            yield short, Entry(what, entity.id, "signed", "all", True)


def given_names(person: Person) -> Iterator[str]:
    """The folded given names by which a person shows that they are some."""
    for name, words in _full(person.names, [key(name.text) for name in person.names]):
        if len(words[0]) > 2 and name.kind == "name" and words[0] not in PARTICLES:
            yield words[0]


def places(entity: Club | Person) -> Key:
    """The folded words of the places an entity is known to be from."""
    told = (entity.city, entity.country) if isinstance(entity, Club) else (entity.birthplace, *entity.nationalities)
    return key(" ".join(place or "" for place in told))


def folded(text: str) -> str:
    """A name as one folded string, as the index takes it and for comparing."""
    return " ".join(key(text))


def _full(names: Iterable[Name], keys: list[Key]) -> Iterator[tuple[Name, Key]]:
    """The names of a person that end in a surname the press uses."""
    for name, words in zip(names, keys, strict=True):
        if len(words) < 2 or name.kind == "nickname" or name.language not in ("all", "en"):
            continue
        if len(words) > len(keys[0]) and words[-1] != keys[0][-1]:
            continue  # a name in full ends in a surname that nobody uses: "Amad Diallo Traoré", "Ademir Santos" of Ademir
        yield name, words


def _surnames(name: Name, words: Key) -> tuple[Key, ...]:
    last = surname(words)
    whole = name.text.split()[-1]
    double = key(whole)  # "Alexander-Arnold", "Eto'o"
    if "-" in whole and whole.rpartition("-")[2].islower():
        pair: tuple[Key, ...] = (double,)  # "Ji Dong-won": nobody is called won
    else:
        pair = (last, last[-1:]) if last and last[0] in PARTICLES else (last, double)
    return tuple(called for called in pair if len("".join(called)) > 2)
