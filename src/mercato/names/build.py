"""Build the index of names: every name by its folded words, and by each word what a glance at a text must know before a name is looked up."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable

from mercato.model.article import MentionKind
from mercato.model.world import Club, Person, Source
from mercato.names.index import ALONE, FIRST, GIVEN, KNOWN, LANGUAGE, LONGEST, LONGEST_AT, MOST, PLACE, SEVERAL, SMALL, TRUTHS, WHAT, WHATS
from mercato.names.naming import LISTED, Entry, Key, called, given_names, places
from mercato.names.postings import WIDE, posted
from mercato.sections import packed

FAMELESS = 1
FOLLOWING = ("surname", "signed")  # the kinds of entries that follow from a name, numbered first


class Builder:
    """Takes everybody in, one after the other, and gives the index of all their names."""

    def __init__(self, given: Iterable[str] = ()) -> None:
        self._ids: list[str] = []
        self._fame = bytearray()
        self._names: defaultdict[str, list[int]] = defaultdict(list)
        self._flags: defaultdict[str, int] = defaultdict(int)
        self._handles: dict[str, list[int]] = {}
        self._kinds = {kind: number for number, kind in enumerate(FOLLOWING)}
        self._languages: dict[str, int] = {}
        for word in sorted(given):
            self._flags[word] |= GIVEN

    def add(self, entity: Club | Person | Source) -> None:
        """All the names of a club, person or source."""
        number = len(self._ids)
        self._ids.append(entity.id)
        self._fame.append(FAMELESS if isinstance(entity, Source) else entity.fame)
        for words, entry in called(_what(entity), entity):
            self._put(words, entry, number)
            if isinstance(entity, Club) and entity.fame > LISTED:
                self._handles.setdefault("".join(words), [number])
        if isinstance(entity, Source) or entity.fame == LISTED:
            return  # what registers alone tell makes neither a given name nor a place of a word
        for word in places(entity):
            self._flags[word] |= PLACE
        for word in given_names(entity) if isinstance(entity, Person) else ():
            self._flags[word] |= GIVEN

    def _put(self, words: Key, entry: Entry, number: int) -> None:
        kind, language = (told.setdefault(of, len(told)) for told, of in ((self._kinds, entry.kind), (self._languages, entry.language)))
        truths = sum(told << bit for bit, told in zip(TRUTHS, (entry.weak, entry.acronym, entry.part, entry.listed, entry.small), strict=True))
        how = WHATS.index(entry.what) | kind << WHAT | language << LANGUAGE | truths
        self._names[" ".join(words)].append(number << 32 | how)
        for word in words:
            self._flags[word] |= KNOWN
        if entry.part:
            return
        flags = self._flags[words[0]] | FIRST | (SEVERAL if len(words) > 1 else ALONE)
        if len(words) > 1 or entry.small or (entry.kind == "nickname" and not entry.weak):
            flags |= SMALL
        longest = max(flags >> LONGEST_AT, min(len(words), LONGEST))
        self._flags[words[0]] = flags & (1 << LONGEST_AT) - 1 | longest << LONGEST_AT

    def index(self) -> bytes:
        """The whole index, to be opened as Index."""
        for words, entries in self._names.items():
            if len(entries) > MOST:
                self._names[words] = self._famous(entries)
        names, numbers = posted(self._names, WIDE)
        fame = bytearray(len(numbers))
        parts: dict[str, list[int]] = {word: [] for word in self._flags}
        for words, entries in self._names.items():
            fame[numbers[words]] = max(self._fame[e >> 32] for e in entries)
            if any(_own(e) for e in entries):
                for word in dict.fromkeys(words.split(" ")):
                    parts[word].append(numbers[words])
        by_word, order = posted(parts)
        flags = array("H", bytes(2 * len(parts)))
        for word, flag in self._flags.items():
            flags[order[word]] = flag
        ids = [id.encode() for id in self._ids]
        starts = array(WIDE, [0])
        for id in ids:
            starts.append(starts[-1] + len(id))
        sections = {
            "names": names, "words": by_word, "flags": flags.tobytes(), "handles": posted(self._handles)[0], "ids": b"".join(ids),
            "id starts": starts.tobytes(), "fame": bytes(fame), "kinds": " ".join(self._kinds).encode(), "languages": " ".join(self._languages).encode(),
        }  # fmt: skip
        return b"".join(packed(sections))

    def _famous(self, entries: list[int]) -> list[int]:
        """Of the people who share a surname the best known, as nobody could tell so many apart; what is no surname stays."""
        borne = sorted((e for e in entries if not _own(e)), key=lambda e: -self._fame[e >> 32])
        kept = set(borne[:MOST])
        return [e for e in entries if _own(e) or e in kept]


def index(entities: Iterable[Club | Person | Source], given: Iterable[str] = ()) -> bytes:
    """The index of the names of `entities`; `given` are further given names, folded."""
    builder = Builder(given)
    for entity in entities:
        builder.add(entity)
    return builder.index()


def _what(entity: Club | Person | Source) -> MentionKind:
    if isinstance(entity, Club):
        return MentionKind.CLUB
    return MentionKind.PERSON if isinstance(entity, Person) else MentionKind.SOURCE


def _own(entry: int) -> bool:
    """Whether an entry is a name somebody was given, not one that follows from it."""
    return (entry >> WHAT & 0xF) >= len(FOLLOWING)
