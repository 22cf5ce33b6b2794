"""A book says what was written into it, is read only where it is asked, and is refused where it is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from mercato.errors import BadKnowledge
from mercato.knowledge.book import Fact, open_book, write_book
from mercato.knowledge.index import STARTER, open_knowledge, starter_knowledge
from mercato.model.world import Club, Name, Person, Spell, Window

TORINO = Club("torino", "Torino", "Italy", (Name("Torino", kind="name", weak=True), Name("Toro", "it", "nickname")), city="Turin", fame=3)
JUVENTUS = Club("juventus", "Juventus", "Italy", (Name("Juventus", kind="name"),), city="Turin", rivals=("torino",))
GENOA = Club("genoa", "Genoa", "Italy", (Name("Genoa", kind="name"),))
STAY = Spell("juventus", "player", date(2018, 7, 1), None, loan=True)
BORN = date(1992, 11, 10)
PERIN = Person("mattia-perin", "Mattia Perin", (Name("Mattia Perin", kind="name"),), ("player",), ("Italy",), "goalkeeper", BORN, "Latina", (STAY,), 3)
SUMMER = Window("Italy", "summer 2024", date(2024, 7, 1), date(2024, 8, 30))


@dataclass
class Contents:
    clubs: Sequence[Club] = (TORINO, JUVENTUS, GENOA)
    people: Sequence[Person] = (PERIN,)
    facts: Mapping[str, Sequence[Fact]] = field(default_factory=lambda: {"mattia-perin": [("born", "1992-11-10", "openfootball")]})


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "a folder" / "knowledge.book"
    write_book(path, Contents(), windows=[SUMMER], given={"mattia"})
    return path


def test_a_book_says_what_was_written_into_it(book: Path) -> None:
    known = open_book(book)
    assert list(known.clubs.values()) == [TORINO, JUVENTUS, GENOA] and dict(known.people) == {"mattia-perin": PERIN}
    assert (known.windows, known.given) == ((SUMMER,), {"mattia"})
    assert known.facts["mattia-perin"] == (("born", "1992-11-10", "openfootball"),) and "torino" not in known.facts
    assert [entry.entity for entry in known.names.entries("perin")] == ["mattia-perin"]
    assert known.of_town("Turin") == ["torino", "juventus"] and known.of_town("Genoa") == []


def test_who_is_not_in_it_is_missing_as_in_every_mapping(book: Path) -> None:
    people = open_book(book).people
    assert people.get("nobody") is None and "nobody" not in people and 3 not in people and len(people) == 1
    with pytest.raises(KeyError):
        people["nobody"]


def test_the_same_contents_make_the_same_book_and_others_another(book: Path, tmp_path: Path) -> None:
    same, other = tmp_path / "same.book", tmp_path / "other.book"
    write_book(same, Contents(), windows=[SUMMER], given={"mattia"})
    write_book(other, Contents(facts={}), windows=[SUMMER], given={"mattia"})
    assert same.read_bytes() == book.read_bytes()
    assert open_book(other).version != open_book(book).version == open_book(same).version


def test_a_book_of_nothing_can_be_opened(tmp_path: Path) -> None:
    write_book(tmp_path / "empty.book", Contents((), (), {}))
    known = open_book(tmp_path / "empty.book")
    assert not known.clubs and not known.people and not known.names.entries("perin")


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize(("spoil", "told"), [
    (cut, "cut off"), (lambda content: content[:20], "cannot be read"), (lambda _: b"", "empty"), (lambda _: b"name,club\nPerin,Juventus\n", "no book"),
    (lambda content: content.replace(b"book  1", b"book 99", 1), "another version"),
])  # fmt: skip
def test_what_is_no_whole_book_is_refused_with_what_to_do(book: Path, spoil: Callable[[bytes], bytes], told: str) -> None:
    book.write_bytes(spoil(book.read_bytes()))
    with pytest.raises(BadKnowledge, match=rf"knowledge\.book: .*{told}.*mercato knowledge build"):
        open_book(book)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match=r"none\.book.*mercato knowledge build"):
        open_book(tmp_path / "none.book")


def test_a_book_that_cannot_be_made_leaves_the_one_before(book: Path) -> None:
    before = book.read_bytes()
    with pytest.raises(BadKnowledge, match="mattia-perin: two entries share this id"):
        write_book(book, Contents(people=(PERIN, PERIN)))
    assert book.read_bytes() == before and list(book.parent.iterdir()) == [book]
    (book.parent / "file").write_text("", encoding="utf-8")
    with pytest.raises(BadKnowledge, match="cannot be written"):
        write_book(book.parent / "file" / "knowledge.book", Contents())


def test_who_still_reads_a_book_keeps_it_when_another_takes_its_place(book: Path) -> None:
    known = open_book(book)
    write_book(book, Contents(people=(), facts={}))
    assert known.people["mattia-perin"] == PERIN and not open_book(book).people


def test_the_book_to_go_by(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built, shipped = open_book(book), starter_knowledge()
    assert open_knowledge(book) == built != shipped
    monkeypatch.setenv("MERCATO_KNOWLEDGE", str(book))
    assert open_knowledge() == built and open_knowledge(STARTER) == shipped
    monkeypatch.setenv("MERCATO_KNOWLEDGE", str(tmp_path / "none.book"))
    with pytest.raises(BadKnowledge):
        open_knowledge()
    monkeypatch.delenv("MERCATO_KNOWLEDGE")
    monkeypatch.setattr("mercato.settings.platformdirs.user_data_dir", lambda _: str(tmp_path / "data"))
    assert open_knowledge() == shipped
    write_book(tmp_path / "data" / "knowledge.book", Contents(), windows=[SUMMER], given={"mattia"})
    assert open_knowledge() == built
