"""Names are found whatever their case and accents; people also by the surname the press calls them by."""

from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from mercato.model.words import split
from mercato.model.world import Club, Name, Person, Source, SourceKind
from mercato.names.build import index
from mercato.names.index import ALONE, FIRST, GIVEN, KNOWN, LONGEST_AT, MOST, PLACE, SMALL, Index
from mercato.names.naming import Entry, key, surname
from mercato.names.table import NameTable

BARCA = Club("fc-barcelona", "FC Barcelona", "Spain", (Name("FC Barcelona"), Name("Barça", "es"), Name("Blaugrana", "all", "nickname")), city="Barcelona")
PAPER = Source("athletic", "The Athletic", SourceKind.OUTLET, (Name("The Athletic", kind="name"),), "nyt")


def table(*entities: Club | Person | Source, given: frozenset[str] = frozenset()) -> NameTable:
    return NameTable(Index(memoryview(index([BARCA, *entities], given))))


def person(name: str, *aliases: Name, fame: int = 1, id: str | None = None) -> Person:
    return Person(id or name.lower().replace(" ", "-"), name, (Name(name, "all", "name"), *aliases), ("player",), fame=fame)


def told(known: NameTable, name: str) -> list[tuple[str, str]]:
    return [(entry.entity, entry.kind) for entry in known.entries[name]]


@pytest.mark.parametrize("said", ["Barça", "barca", "BARÇA", "Barca"])
def test_case_and_accents_do_not_matter(said: str) -> None:
    assert told(table(), " ".join(key(said))) == [("fc-barcelona", "alias")]


@pytest.mark.parametrize(("name", "called"), [
    ("Mattia Perin", "perin"), ("Kevin De Bruyne", "de bruyne"), ("Virgil van Dijk", "van dijk"), ("Ángel Di María", "di maria"), ("Neymar", ""),
    ("Trent Alexander-Arnold", "arnold"), ("Vinícius Júnior", ""), ("Giovanni van den Berg", "van den berg"),
])  # fmt: skip
def test_the_surname_keeps_its_particles(name: str, called: str) -> None:
    assert " ".join(surname(key(name))) == called


def test_a_person_is_found_by_surname_and_by_the_word_behind_the_particle() -> None:
    known = table(person("Kevin De Bruyne"))
    assert told(known, "de bruyne") == told(known, "bruyne") == [("kevin-de-bruyne", "surname")]


def test_nobody_is_called_by_the_second_half_of_a_given_name() -> None:
    known = table(person("Min-jae Kim", Name("Kim Min-jae")))
    assert told(known, "jae") == []
    assert told(known, "kim") == [("min-jae-kim", "surname")]


def test_a_surname_that_is_an_alias_already_is_not_entered_twice() -> None:
    assert told(table(person("Mattia Perin", Name("Perin"))), "perin") == [("mattia-perin", "alias")]


def test_people_of_one_surname_are_all_kept_in_their_order() -> None:
    assert told(table(person("Simone Inzaghi"), person("Filippo Inzaghi")), "inzaghi") == [("simone-inzaghi", "surname"), ("filippo-inzaghi", "surname")]


def test_of_a_surname_that_very_many_bear_the_best_known_are_kept_and_everybody_called_so() -> None:
    crowd = [person("João Silva", id=f"joao-silva-{n}") for n in range(MOST + 50)]
    known = table(*crowd, person("Thiago Silva", fame=5), person("Silva", id="the-one-called-silva"))
    kept = told(known, "silva")
    assert len(kept) == MOST + 1 and ("thiago-silva", "surname") in kept and ("the-one-called-silva", "name") in kept
    assert len(told(known, "joao silva")) == MOST + 50


def test_given_names_are_those_listed_and_those_of_known_people_without_particles() -> None:
    known = table(person("Mattia Perin"), person("Van Basten"), given=frozenset({"tommy"}))
    assert [bool(known.glance[word] & GIVEN) for word in ("mattia", "tommy", "van", "perin")] == [True, True, False, False]


def test_a_glance_tells_what_may_come_of_a_word() -> None:
    known = table(person("Kevin De Bruyne"))
    assert known.glance["blaugrana"] & 0xFF == FIRST | ALONE | SMALL | KNOWN
    assert known.glance["kevin"] >> LONGEST_AT == 3 and not known.glance["kevin"] & ALONE
    assert known.glance["barcelona"] & (FIRST | PLACE | KNOWN) == PLACE | KNOWN
    assert known.glance["nobody"] == 0
    assert known.begun["kevin de"] and not known.begun["kevin bruyne"]


def test_a_source_is_signed_without_its_article() -> None:
    assert told(table(PAPER), "athletic") == [("athletic", "signed")]


@pytest.mark.parametrize(("word", "club"), [
    ("fcbarcelona", "fc-barcelona"), ("barca", "fc-barcelona"),
    ("officialblaugrana", "fc-barcelona"), ("officialfcbarcelonaen", "fc-barcelona"), ("madrid", None),
])  # fmt: skip
def test_a_handle_is_a_name_in_one_word(word: str, club: str | None) -> None:
    found = table().handle(word)
    assert (found and found.entity) == club


def test_what_is_known_goes_before_the_sources_of_another_index() -> None:
    both = NameTable(*(Index(memoryview(index([entity]))) for entity in (person("Athletic"), PAPER)))
    assert told(both, "athletic") == [("athletic", "name"), ("athletic", "signed")]
    assert both.glance["the"] & FIRST and both.glance["athletic"] & ALONE


def test_whom_only_registers_know_is_found_by_the_whole_name_alone() -> None:
    mono = person("Licht", fame=0)
    club = Club("start", "IK Start", "Norway", (Name("IK Start", kind="name"), Name("Start", weak=True), Name("Sanjoanense")), fame=0)
    known = table(person("Anton Kurz", fame=0), mono, club)
    assert [known.meant[name, "de", False, False, True] for name in ("kurz", "licht", "start")] == [(), (), ()]
    assert all(known.meant[name, "de", False, False, True][0].listed for name in ("anton kurz", "ik start", "sanjoanense"))
    assert told(known, "kurz") == [("anton-kurz", "surname")] and known.entries["kurz"][0].part
    assert not known.glance["anton"] & GIVEN and not known.glance["kurz"] & ALONE and known.glance["kurz"] & KNOWN


def test_an_index_of_nothing_knows_nothing() -> None:
    empty = NameTable(Index(memoryview(index([]))))
    assert not empty.glance["barca"] and not empty.entries["barca"] and not empty.begun["barca"] and empty.handle("barca") is None


def test_the_same_names_give_the_same_bytes() -> None:
    given = ["tommy", "jean", "mattia"]
    assert index([BARCA, PAPER], given) == index([BARCA, PAPER], reversed(given))


@drawn(st.lists(st.tuples(st.sampled_from(("name", "alias", "nickname", "full", "stadium")), st.text(max_size=12), st.booleans()), max_size=4))
def test_every_name_comes_back_as_it_was_put_in(names: list[tuple[str, str, bool]]) -> None:
    club = Club("it", "It", "Italy", tuple(Name(text, "it", kind, weak) for kind, text, weak in names))
    known = NameTable(Index(memoryview(index([club]))))
    for name in club.names:
        if words := key(name.text):
            small = name.kind == "nickname" and name.text[0].islower()
            entry = Entry(*known.entries[" ".join(words)][0][:2], name.kind, "it", name.weak, name.text.isupper(), small=small)
            assert entry in known.entries[" ".join(words)]


@drawn(st.text(max_size=40))
def test_a_name_has_the_words_that_a_text_of_the_same_letters_has(text: str) -> None:
    assert key(text) == tuple(word for word in split(text).folded if word[0].isalnum())
