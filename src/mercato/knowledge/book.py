"""A book: all that is known in one file, mapped into memory, of which only what is asked for is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Protocol

import msgspec

from mercato.compiled import mapped
from mercato.errors import BadKnowledge
from mercato.knowledge.layout import Layout
from mercato.knowledge.shelf import Shelf, shelved
from mercato.model.world import Club, Person, Window
from mercato.names.build import index
from mercato.names.index import Index, Lookup
from mercato.names.postings import Postings, posted
from mercato.sections import opened, packed

FORMAT = 1  # raised whenever a book is laid out otherwise
KIND = b"mercato book"
MAGIC = KIND + f" {FORMAT}\n".encode().rjust(4)  # sixteen bytes, so that what follows keeps its alignment
REMEDY = "build it again: mercato knowledge build; or read with what ships: --knowledge starter"

Fact = tuple[str, str, str]  # field, value, source
_CLUB, _PERSON, _FACTS = Layout(Club), Layout(Person), msgspec.msgpack.Decoder(tuple[Fact, ...])


class Contents(Protocol):
    """What is written into a book: clubs, people, and every fact with its source by the id it is about."""

    @property
    def clubs(self) -> Iterable[Club]: ...
    @property
    def people(self) -> Iterable[Person]: ...
    @property
    def facts(self) -> Mapping[str, Iterable[Fact]]: ...


class _Preface(msgspec.Struct):
    version: str  # a hash of all that follows
    byteorder: str  # numbers are written as the machine keeps them
    windows: tuple[Window, ...]
    given: tuple[str, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Knowledge:
    """All that is known: clubs and people by id, transfer windows, facts with their sources; `version` changes whenever one of them does, `sources` are the
    files, folders and addresses it was built from."""

    version: str
    clubs: Shelf[Club] = field(compare=False)
    people: Mapping[str, Person] = field(compare=False)
    windows: tuple[Window, ...] = field(compare=False)
    given: frozenset[str] = field(compare=False)  # given names, folded: a capitalised word behind one makes a person we do not know
    names: Lookup = field(compare=False)
    facts: Mapping[str, tuple[Fact, ...]] = field(compare=False)
    sources: tuple[str, ...] = field(compare=False)
    _towns: Postings = field(compare=False, repr=False)

    def of_town(self, city: str) -> list[str]:
        """The clubs of a town."""
        return [self.clubs.id(place) for place in self._towns.get(city)]


def laid_out(contents: Contents, *, windows: Iterable[Window] = (), given: Set[str] = frozenset(), sources: Iterable[str] = ()) -> Iterator[bytes]:
    """The pieces of a book, to be written one behind the other; raises BadKnowledge when two clubs or two people share an id."""
    towns: dict[str, list[int]] = {}
    for place, club in enumerate(contents.clubs):
        if club.city:
            towns.setdefault(club.city, []).append(place)
    sections = {
        "clubs": shelved((club.id, _CLUB.written(club)) for club in contents.clubs),
        "people": shelved((person.id, _PERSON.written(person)) for person in sorted(contents.people, key=_last_word)),
        "facts": shelved((id, msgspec.msgpack.encode(facts)) for id, facts in contents.facts.items()),
        "towns": posted(towns)[0], "names": index(chain(contents.clubs, contents.people), given),
    }  # fmt: skip
    preface = _Preface("", sys.byteorder, tuple(windows), tuple(sorted(given)), tuple(sources))
    total = sha256(msgspec.msgpack.encode(preface))
    for body in sections.values():
        total.update(body)
    preface.version = total.hexdigest()[:16]
    yield MAGIC
    yield from packed({"preface": msgspec.msgpack.encode(preface), **sections})


def _last_word(person: Person) -> str:
    """Whom an article may mean by one surname stands side by side, so that few pages of the file are read for them."""
    return person.name.rpartition(" ")[2]


def write_book(path: Path, contents: Contents, *, windows: Iterable[Window] = (), given: Set[str] = frozenset(), sources: Iterable[str] = ()) -> None:
    """Write a book, or leave what is at `path` as it is: raises BadKnowledge where two entries share an id or nothing can be written there."""
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    pieces = laid_out(contents, windows=windows, given=given, sources=sources)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise BadKnowledge(str(path), f"cannot be written ({error.strerror}); give another place") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def open_book(path: Path) -> Knowledge:
    """The knowledge in a book; raises BadKnowledge for a file that is none, is cut off, or was written by another version of mercato."""
    try:
        return read_book(mapped(path))
    except OSError as error:
        raise BadKnowledge(str(path), f"cannot be opened ({error.strerror}); {REMEDY}") from error
    except ValueError as error:
        raise BadKnowledge(str(path), f"{error}; {REMEDY}") from error


def read_book(buffer: memoryview) -> Knowledge:
    """The knowledge in the bytes of a book; raises ValueError for others."""
    if buffer[: len(KIND)] != KIND:
        raise ValueError("it is no book of mercato")
    if buffer[: len(MAGIC)] != MAGIC:
        raise ValueError("another version of mercato has written it")
    sections = opened(buffer[len(MAGIC) :])
    preface = msgspec.msgpack.decode(sections["preface"], type=_Preface)
    if preface.byteorder != sys.byteorder:
        raise ValueError("a machine of another kind has written it")
    return Knowledge(
        preface.version, Shelf(sections["clubs"], _CLUB.read), Shelf(sections["people"], _PERSON.read), preface.windows, frozenset(preface.given),
        Index(sections["names"]), Shelf(sections["facts"], _FACTS.decode), preface.sources, Postings(sections["towns"]),
    )  # fmt: skip
