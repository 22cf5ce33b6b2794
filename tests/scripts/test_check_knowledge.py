"""The check against the public sources finds each kind of disagreement, and what ships has none that is not explained."""

from __future__ import annotations

from pathlib import Path

import check_knowledge
import pytest
from check_knowledge import Disagreement, Starter, check_listed, check_moves, check_reep, check_sample_people, check_teams
from conftest import SHARED

from mercato.knowledge.starter import ClubEntry, PersonEntry

REEP = "reep_id,key_wikidata,name,country,founded,stadium\n"
JUVENTUS = ClubEntry(id="juventus", name="Juventus", fame=5, stadium=["Allianz Stadium"], aliases={"all": ["Juve"]}, wikidata="Q1422")
GENOA = ClubEntry(id="genoa", name="Genoa", fame=3, stadium=["Luigi Ferraris"])


def perin(**fields: object) -> PersonEntry:
    """A well-known keeper, or somebody else with these fields."""
    told = {"id": "mattia-perin", "name": "Mattia Perin", "fame": 3, "occupations": ["player"], "nationality": ["Italy"], "position": "goalkeeper"}
    return PersonEntry(**{**told, "born": "1992-11-10", **fields})  # type: ignore[arg-type]


def ours(*people: PersonEntry) -> Starter:
    return Starter({"juventus": ("Italy", JUVENTUS), "genoa": ("Italy", GENOA)}, list(people))


def openfootball(folder: Path, line: str, country: str = "italy") -> Path:
    (folder / country).mkdir()
    (folder / country / "xx.players.txt").write_text(f"= Players\n\n{line}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("line", "country", "fields"), [
    ("Mattia Perin,  G,  1.88 m,  b. 10 Nov 1992 @ Latina", "italy", []),
    ("Mattia Perin,  G,  1.88 m,  b. 11 Oct 1992 @ Latina", "italy", ["born"]),
    ("Mattia Perin,  G,  1.88 m,  b. 11 Oct 1962 @ Latina", "italy", []),  # another generation: a namesake
    ("Mattia Perin,  G,  1.88 m,  b. 10 Nov 1992", "san-marino", ["nationality"]),
    ("Mattia Perin,  M|F,  - ,  b. 10 Nov 1992", "italy", ["position"]),
])  # fmt: skip
def test_people_are_compared_with_openfootball(tmp_path: Path, line: str, country: str, fields: list[str]) -> None:
    assert [d.field for d in check_listed(ours(perin()), openfootball(tmp_path, line, country))] == fields


def sample(folder: Path) -> Path:
    """The Wikidata sample of one keeper with two clubs and two moves."""
    for name, lines in {
        "players": ("id,name_en,name_fr,name_es,position,nationality,birth_year,notoriety", "Q1,Mattia Perin,Mattia Perin,Mattia Perin,gk,Q38,1992,60"),
        "nationalities": ("id,name_en,name_fr,name_es", "Q38,Italy,Italie,Italia"),
        "player_aliases": ("player_id,alias", "Q1,Air Perin"),
        "clubs": ("id,name_en,name_fr,name_es,notoriety", "Q1422,Juventus,Juventus,Juventus,99", "Q2,Genoa CFC,Genoa,Genoa,60"),
        "transfers": ("id,player_id,from_club,to_club,year,kind,tier", "1,Q1,Q2,Q1422,2018,transfer,1", "2,Q1,Q1422,Q2,2021,loan,1"),
    }.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_people_are_compared_with_the_wikidata_sample(tmp_path: Path) -> None:
    folder = sample(tmp_path)
    assert not list(check_sample_people(ours(perin()), folder))
    wrong = perin(born="1993-11-10", position="forward", nationality=["France"])
    assert {d.field for d in check_sample_people(ours(wrong), folder)} == {"born", "position", "nationality"}
    rival = perin(id="other", name="Other Keeper", aliases={"all": ["Air Perin"]})
    assert [d.field for d in check_sample_people(ours(perin(), rival), folder)] == ["alias"]


def test_moves_are_compared_by_year_and_clubs_without_an_id_by_name(tmp_path: Path) -> None:
    folder = sample(tmp_path)
    right = ["juventus 2018-07..", "genoa 2021..2022 loan"]
    assert not list(check_moves(ours(perin(spells=right)), folder))
    wrong = ["juventus 2017-07..", "genoa 2021..2022 loan"]
    assert [(d.key, d.theirs) for d in check_moves(ours(perin(spells=wrong)), folder)] == [("mattia-perin", "2018 Juventus")]
    assert [d.theirs for d in check_moves(ours(perin(spells=right[:1])), folder)] == ["2021 Genoa CFC"]


@pytest.mark.parametrize(("row", "fields"), [
    ("r1,Q1422,Juventus FC,Italy,1897,Juventus Stadium", ["stadium"]),
    ("r1,Q1422,Juventus FC,Italy,1897,Allianz Stadium Torino", []),
    ("r1,Q1422,Juventus FC,Italy,1897,Q12345", []),  # a Wikidata id says nothing
    ("r1,Q1422,Torino,Spain,1906,", ["name", "country"]),
    ("r1,Q9999,Juventus FC,Italy,1897,", []),  # in the Wikidata sample at least
])  # fmt: skip
def test_clubs_are_compared_with_reep(tmp_path: Path, row: str, fields: list[str]) -> None:
    (tmp_path / "reep").mkdir()
    (tmp_path / "wikidata-sample").mkdir()
    sample(tmp_path / "wikidata-sample")
    (tmp_path / "reep" / "teams.csv").write_text(REEP + row + "\n", encoding="utf-8")
    assert [d.field for d in check_reep(ours(), tmp_path)] == fields


def test_clubs_are_compared_with_openfootball(tmp_path: Path) -> None:
    (tmp_path / "italy").mkdir()
    text = "= Italy\n\nJuventus FC, 1897, @ Stadio Delle Alpi, Torino\n  | Juventus | Juve | FC Juventus Turin [de]\n  | Genoa\n"
    (tmp_path / "italy" / "it.clubs.txt").write_text(text, encoding="utf-8")
    assert {(d.field, d.key) for d in check_teams(ours(), tmp_path)} == {("club name", "juventus"), ("stadium", "juventus")}


def test_a_disagreement_says_both_values() -> None:
    assert str(Disagreement("reep", "country", "monaco", "France", "Monaco")) == "reep country: monaco: ours France; theirs Monaco"


@pytest.mark.shared
@pytest.mark.slow
def test_what_ships_has_no_disagreement_that_is_not_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_knowledge.main(SHARED / "knowledge") == 0, capsys.readouterr().out[-4000:]
