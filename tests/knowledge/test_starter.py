"""Starter files are read strictly: whatever is wrong is told with its file and its entry, and nothing is let through."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mercato.errors import BadKnowledge
from mercato.knowledge.starter import first_day, last_day, read_clubs, read_given_names, read_ids, read_people, read_windows

CLUB = "country: Italy\nclubs:\n  - id: juventus\n    name: Juventus\n    fame: 5\n"
PERSON = "people:\n  - id: mattia-perin\n    name: Mattia Perin\n    fame: 3\n    occupations: [player]\n"


def starter(folder: Path, *, clubs: str = CLUB, people: str = PERSON, windows: str = "windows: {}", given: str = "names: [Mattia]") -> Path:
    (folder / "clubs").mkdir()
    (folder / "people").mkdir()
    (folder / "clubs" / "italy.yml").write_text(clubs, encoding="utf-8")
    (folder / "people" / "players.yml").write_text(people, encoding="utf-8")
    (folder / "windows.yml").write_text(windows, encoding="utf-8")
    (folder / "given-names.yml").write_text(given, encoding="utf-8")
    return folder


def test_a_club_is_called_by_its_name_its_aliases_its_nicknames_and_its_grounds(tmp_path: Path) -> None:
    more = "    stadium: [Allianz Stadium]\n    aliases: {all: [Juve], de: [Juventus Turin]}\n    nicknames: {it: [Madama]}\n    weak: [Madama]\n"
    [club] = read_clubs(starter(tmp_path, clubs=CLUB + more))
    assert {(n.text, n.language, n.kind, n.weak) for n in club.names} == {
        ("Juventus", "all", "name", False), ("Juve", "all", "alias", False), ("Juventus Turin", "de", "alias", False),
        ("Madama", "it", "nickname", True), ("Allianz Stadium", "all", "stadium", False),
    }  # fmt: skip
    assert (club.country, club.stadiums) == ("Italy", ("Allianz Stadium",))


def test_a_spell_runs_from_the_first_day_its_dates_can_mean_to_the_last(tmp_path: Path) -> None:
    spells = "    spells:\n      - juventus 2018-07..2025-12\n      - genoa 2022-01-31.. loan\n"
    [person] = read_people(starter(tmp_path, people=PERSON + spells))
    stay, loan = person.spells
    assert (stay.first, stay.last, stay.occupation, stay.loan) == (date(2018, 7, 1), date(2025, 12, 31), "player", False)
    assert (loan.first, loan.last, loan.loan) == (date(2022, 1, 31), None, True)


@pytest.mark.parametrize(("calendar", "told", "first", "last"), [
    ("", "2018..2025", date(2018, 7, 1), date(2025, 6, 30)),
    ("", "2018..2018", date(2018, 7, 1), date(2018, 12, 31)),
    ("", "2018-01..2018", date(2018, 1, 1), date(2018, 6, 30)),
    ("calendar: true\n", "2018..2025", date(2018, 1, 1), date(2025, 12, 31)),
])  # fmt: skip
def test_a_year_alone_means_the_change_of_seasons_in_it(calendar: str, told: str, first: date, last: date, tmp_path: Path) -> None:
    spells = f"    spells:\n      - juventus {told}\n"
    [person] = read_people(starter(tmp_path, clubs=calendar + CLUB, people=PERSON + spells))
    assert [(spell.first, spell.last) for spell in person.spells] == [(first, last)]


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)), ("2024-02", date(2024, 2, 1), date(2024, 2, 29)), ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2024-02-10", date(2024, 2, 10), date(2024, 2, 10)),
])  # fmt: skip
def test_a_date_means_all_its_days(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(("added", "told"), [
    ("    nickname: {all: [Madama]}\n", "nickname"),
    ("    nicknames: {xx: [Madama]}\n", "xx"),
    ("    weak: [Madama]\n", "juventus"),
    ("    wikidata: [Q1422]\n", "wikidata"),
    ("    founded: 1897\n", "founded"),
])  # fmt: skip
def test_a_club_that_breaks_the_schema_is_refused_by_file(tmp_path: Path, added: str, told: str) -> None:
    with pytest.raises(BadKnowledge) as refusal:
        list(read_clubs(starter(tmp_path, clubs=CLUB + added)))
    assert "italy.yml" in str(refusal.value)
    assert told in str(refusal.value)


@pytest.mark.parametrize(("added", "told"), [
    ("    born: 1992-13-10\n", "mattia-perin"),
    ("    born: 1992-02-30\n", "mattia-perin"),
    ("    born: 10 November 1992\n", "born"),
    ("    spells:\n      - juventus 2018-7..\n", "2018-7"),
    ("    spells:\n      - juventus ..2018-07-32\n", "mattia-perin"),
    ("    spells:\n      - juventus 2018.. keeper\n", "keeper"),
    ("    spells:\n      - juventus until 2018\n", "CLUB FROM..TO"),
    ("    position: keeper\n", "keeper"),
    ("    weak: [Mattia]\n", "Mattia"),
])  # fmt: skip
def test_a_person_who_breaks_the_schema_is_refused_by_file(tmp_path: Path, added: str, told: str) -> None:
    with pytest.raises(BadKnowledge) as refusal:
        list(read_people(starter(tmp_path, people=PERSON + added)))
    assert "players.yml" in str(refusal.value)
    assert told in str(refusal.value)


@pytest.mark.parametrize("fame", ["0", "6", "famous"])
def test_fame_runs_from_one_to_five(tmp_path: Path, fame: str) -> None:
    with pytest.raises(BadKnowledge, match="fame"):
        list(read_clubs(starter(tmp_path, clubs=CLUB.replace("fame: 5", f"fame: {fame}"))))


def test_yaml_that_does_not_parse_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match=r"(?s)italy\.yml.*line 4"):
        list(read_clubs(starter(tmp_path, clubs="country: Italy\nclubs:\n  - id: juventus\n   name: Juventus\n")))


def test_norway_stays_norway(tmp_path: Path) -> None:
    [club] = read_clubs(starter(tmp_path, clubs=CLUB + "    aliases: {all: [no, 1897]}\n"))
    assert [n.text for n in club.names] == ["Juventus", "no", "1897"]


def test_a_window_that_closes_before_it_opens_is_refused(tmp_path: Path) -> None:
    windows = 'windows:\n  Italy:\n    - {name: summer 2024, opens: "2024-09-01", closes: "2024-07-01"}\n'
    with pytest.raises(BadKnowledge, match=r"windows\.yml: Italy, summer 2024"):
        list(read_windows(starter(tmp_path, windows=windows)))


def test_given_names_come_folded_whatever_their_accents(tmp_path: Path) -> None:
    assert read_given_names(starter(tmp_path, given="names: [Mattia, Jürgen, Søren]")) == {"mattia", "jurgen", "soren"}


@pytest.mark.parametrize(("names", "told"), [("[Jean-Pierre]", "Jean-Pierre"), ("[José, Jose]", "Jose"), ("[De Bruyne]", "De Bruyne")])
def test_a_given_name_is_one_word_and_stands_once(tmp_path: Path, names: str, told: str) -> None:
    with pytest.raises(BadKnowledge, match=rf"given-names\.yml: {told}"):
        read_given_names(starter(tmp_path, given=f"names: {names}"))


def test_the_ids_in_registers_of_what_ships(tmp_path: Path) -> None:
    assert read_ids(starter(tmp_path, clubs=CLUB + "    wikidata: Q1422\n")) == {"juventus": (("wikidata", "Q1422"),)}
