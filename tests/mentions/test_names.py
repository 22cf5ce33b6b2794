"""Names are found whatever their case and accents; people also by the surname the press calls them by."""

from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from mercato.mentions.names import NameTable, key, surname
from mercato.model.words import split
from mercato.model.world import Club, Name, Person


def table(*people: Person, given: frozenset[str] = frozenset()) -> NameTable:
    barca = Club("fc-barcelona", "FC Barcelona", "Spain", (Name("FC Barcelona"), Name("Barça", "es"), Name("Blaugrana", "all", "nickname")))
    return NameTable([barca], people, [], given=given)


def person(name: str, *aliases: Name) -> Person:
    return Person(name.lower().replace(" ", "-"), name, (Name(name, "all", "name"), *aliases), ("player",))


@pytest.mark.parametrize("said", ["Barça", "barca", "BARÇA", "Barca"])
def test_case_and_accents_do_not_matter(said: str) -> None:
    assert [entry.entity for entry in table().entries[key(said)]] == ["fc-barcelona"]


@pytest.mark.parametrize(("name", "called"), [
    ("Mattia Perin", "perin"), ("Kevin De Bruyne", "de bruyne"), ("Virgil van Dijk", "van dijk"), ("Ángel Di María", "di maria"), ("Neymar", ""),
    ("Trent Alexander-Arnold", "arnold"), ("Vinícius Júnior", ""), ("Giovanni van den Berg", "van den berg"),
])  # fmt: skip
def test_the_surname_keeps_its_particles(name: str, called: str) -> None:
    assert " ".join(surname(key(name))) == called


def test_a_person_is_found_by_surname_and_by_the_word_behind_the_particle() -> None:
    entries = table(person("Kevin De Bruyne")).entries
    assert [(e.entity, e.kind) for e in entries["de", "bruyne"]] == [("kevin-de-bruyne", "surname")]
    assert [(e.entity, e.kind) for e in entries["bruyne",]] == [("kevin-de-bruyne", "surname")]


def test_a_surname_that_is_an_alias_already_is_not_entered_twice() -> None:
    entries = table(person("Mattia Perin", Name("Perin"))).entries
    assert [e.kind for e in entries["perin",]] == ["alias"]


def test_people_of_one_surname_are_all_kept() -> None:
    entries = table(person("Simone Inzaghi"), person("Filippo Inzaghi")).entries
    assert {e.entity for e in entries["inzaghi",]} == {"simone-inzaghi", "filippo-inzaghi"}


def test_given_names_are_those_listed_and_those_of_known_people_without_particles() -> None:
    assert table(person("Mattia Perin"), person("Van Basten"), given=frozenset({"tommy"})).given == {"mattia", "tommy"}


@drawn(st.text(max_size=40))
def test_a_name_has_the_words_that_a_text_of_the_same_letters_has(text: str) -> None:
    assert key(text) == tuple(word for word in split(text).folded if word[0].isalnum())
