"""Each importer reads its source with all its quirks, refuses bad lines one by one, and says plainly what is no such file or did not come whole."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from conftest import SHARED

from mercato.errors import BadKnowledge
from mercato.knowledge.importers import detect, plain
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused, SpellRecord

REEP = "reep_id,key_wikidata,name,country,founded,stadium,key_transfermarkt,key_uefa\n"
PLAIN = "kind,id,name,aliases,country,city,born,nationality,position,club,from,to,as,loan\n"


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def read(path: Path) -> list[ClubRecord | PersonRecord | Refused]:
    return list(detect(path).records())


def called(record: ClubRecord | PersonRecord | Refused) -> set[tuple[str, str]]:
    assert not isinstance(record, Refused)
    return {(name.text, name.language) for name in record.names}


def test_openfootball_clubs_with_aliases_ground_town_years_reserves_addresses_and_comments(tmp_path: Path) -> None:
    text = """= Germany • Deutschland
== Bayern ==   ## Bavaria [en]
FC Bayern München, 1900, @ Allianz Arena, München (Fröttmaning)  ## Oberbayern
  | Bayern | FC $$Sponsor$$ Bayern   # old
  | Bayern Munich [en] | Bayern (Fußball)
  Säbener Straße 51-57 // 81547 München
ii) Bayern München II
SV Gone (1946-2004), Hof › Oberfranken
"""
    club, reserves, gone = read(put(tmp_path / "germany" / "de.clubs.txt", text))
    assert isinstance(club, ClubRecord)
    assert (club.country, club.city, club.stadiums, club.place.endswith("de.clubs.txt:3")) == ("Germany", "München", ("Allianz Arena",), True)
    assert called(club) == {("FC Bayern München", "all"), ("Bayern", "all"), ("FC Sponsor Bayern", "all"), ("Bayern Munich", "en")}
    assert isinstance(reserves, ClubRecord) and isinstance(gone, ClubRecord)
    assert (reserves.name, gone.name, gone.city, gone.key) == ("Bayern München II", "SV Gone", "Hof", "germany/sv-gone-1946-2004")


def test_openfootball_players_and_the_lines_that_are_none(tmp_path: Path) -> None:
    text = """= Côte d'Ivoire
Seko Fofana,     M|F,  1.85 m,  b. 7 May 1995 @ Paris  ## a comment
Mutō Yosh,       F,  - ,      b. 15 Jul 1992
Muto Yosh,       F,  - ,      b. 15 Jul 1992
Nobody Known,    X,  - ,      b. 1 Jan 1990
Wrong Month,     F,  - ,      b. 1 Foo 1990
"""
    fofana, one, other, *refused = read(put(tmp_path / "cote-d-ivoire" / "ci.players.txt", text))
    assert isinstance(fofana, PersonRecord) and isinstance(one, PersonRecord) and isinstance(other, PersonRecord)
    assert (fofana.born, fofana.birthplace, fofana.position, fofana.nationalities) == ("1995-05-07", "Paris", "midfielder", ("Ivory Coast",))
    assert one.key != other.key  # two spellings in one list are no clash of keys
    assert [(r.place.split(":")[-1], r.why[:15]) for r in refused if isinstance(r, Refused)] == [("5", "not of the form"), ("6", "not of the form")]


def test_a_file_under_a_name_of_openfootball_that_holds_something_else(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match="not one line is a player"):
        read(put(tmp_path / "x" / "xx.players.txt", "<html>\n<body>404</body>\n"))


def test_reep_clubs_with_their_ids_and_what_has_no_name(tmp_path: Path) -> None:
    rows = ("r1,Q1422,Juventus FC,Italy,1897,Q12,506,50139\nr2,Q7,Q7,Italy,,,,\nr3,Q8,Italy national football team,Italy,,,,\n"
            "r4,Q9,Al-Ahli (Jeddah),Saudi Arabia,,,,\nr5,Q10,1. FC Köln (women),Germany,,,,\nr6,Q11\nr7,Q12,Genoa CFC,Italy,,Ferraris,,\n")  # fmt: skip
    juventus, nameless, italy, ahli, koln, short, genoa = read(put(tmp_path / "teams.csv", REEP + rows))
    assert isinstance(juventus, ClubRecord) and isinstance(italy, ClubRecord) and isinstance(genoa, ClubRecord)
    assert juventus.ids == (("wikidata", "Q1422"), ("transfermarkt", "506"), ("uefa", "50139")) and juventus.stadiums == ()
    assert (italy.national, juventus.national, genoa.stadiums) == (True, False, ("Ferraris",))
    assert called(ahli) == {("Al-Ahli (Jeddah)", "all"), ("Al-Ahli", "all")}
    assert called(koln) == {("1. FC Köln (women)", "all")}
    assert isinstance(nameless, Refused) and "only an id" in nameless.why
    assert isinstance(short, Refused) and short.place.endswith("teams.csv:7")


def sample(folder: Path) -> Path:
    for name, text in {
        "players": "id,name_en,name_fr,name_es,position,nationality,birth_year,notoriety\nQ1,Roberto Baggio,Roberto Baggio,R. Baggio,fw,Q38,1967,91\n",
        "player_aliases": "player_id,alias\nQ1,Il Divin Codino\n",
        "nationalities": "id,name_en,name_fr,name_es\nQ38,Italy,Italie,Italia\n",
        "clubs": "id,name_en,name_fr,name_es,notoriety\nQ1422,Juventus,Juventus,Juventus de Turín,9\nQ2,Brescia,Brescia,Brescia,9\nQ3,Celtic,Celtic,Celtic,9\n",
        "transfers": "id,player_id,from_club,to_club,year,kind,tier\n2,Q1,Q1422,Q2,2000,loan,1\n1,Q1,Q3,Q1422,1990,transfer,1\n3,Q9,Q1,Q3,2023,transfer,1\n",
    }.items():
        put(folder / f"{name}.csv", text)
    return folder


def test_the_wikidata_sample_tells_spells_by_the_years_of_moves(tmp_path: Path) -> None:
    *clubs, baggio = read(sample(tmp_path))
    assert isinstance(baggio, PersonRecord) and len(clubs) == 3
    assert baggio.spells == (
        SpellRecord("Q3", first=None, last="1990"), SpellRecord("Q1422", first="1990", last="2000"), SpellRecord("Q2", first="2000", last="2000", loan=True),
    )  # fmt: skip
    assert (baggio.born, baggio.nationalities, baggio.position, baggio.ids) == ("1967", ("Italy",), "forward", (("wikidata", "Q1"),))
    assert called(baggio) == {("Roberto Baggio", "all"), ("R. Baggio", "es"), ("Il Divin Codino", "all")}


def test_old_wikidata_spells_say_where_somebody_was_in_one_year_and_no_more(tmp_path: Path) -> None:
    text = ('player_qid,player_name,team_qid,team_name,start_date,start_year,era\nQ5,"Ansah, Andy",Q6,"Dulwich FC",2000-01-01,2000,x\n'
            "Q5,Andy Ansah,Q7,Italy national under-21 football team,2003-07-01,2003,x\n,Nobody,Q7,Italy,2003-07-01,2003,x\n")  # fmt: skip
    refused, dulwich, italy, ansah = read(put(tmp_path / "spells.csv", text))
    assert isinstance(refused, Refused) and refused.place.endswith("spells.csv:4")
    assert isinstance(dulwich, ClubRecord) and isinstance(italy, ClubRecord) and (dulwich.national, italy.national) == (False, True)
    assert isinstance(ansah, PersonRecord) and ansah.name == "Ansah, Andy"
    assert ansah.spells == (SpellRecord("Q6", first="2000", last="2000"), SpellRecord("Q7", first="2003-07-01", last="2003"))


def test_a_users_table_with_several_spells_and_names_by_language(tmp_path: Path) -> None:
    text = PLAIN + (
        "club,my-club,FC Mine,Mine; Meins [de],Italia,Como,,,,,,,,\n"
        "person,p1,Ada Prova,Prova; La Ada [it],,Como,1999-02-03,Italy; Switzerland,winger,my-club,2018,2020-01,,\n"
        "person,p1,Ada Prova,,,,,,,juventus,2020-01,,,yes\nperson,wikidata:Q99,Bo Coach,,,,,,,FC Mine,,,coach,\n"
    )
    club, ada, coach = read(put(tmp_path / "mine.csv", text))
    assert isinstance(club, ClubRecord) and isinstance(ada, PersonRecord) and isinstance(coach, PersonRecord)
    assert club.source == "user: mine.csv" and called(club) == {("FC Mine", "all"), ("Mine", "all"), ("Meins", "de")}
    assert ada.spells == (SpellRecord("my-club", first="2018", last="2020-01"), SpellRecord("juventus", first="2020-01", loan=True))
    assert (ada.nationalities, ada.position, ada.birthplace) == (("Italy", "Switzerland"), "winger", "Como")
    assert (coach.ids, coach.occupations) == ((("wikidata", "Q99"),), ("coach",))


def test_json_lines_mean_the_same_as_a_table(tmp_path: Path) -> None:
    row = "person,p1,Ada Prova,Prova; La Ada [it],,,1999,Italy; Switzerland,,juventus,2018,,,yes\n"
    line = ('{"kind":"person","id":"p1","name":"Ada Prova","aliases":["Prova","La Ada [it]"],"born":1999,"nationality":["Italy","Switzerland"],'
            '"club":"juventus","from":"2018","to":null,"loan":true}\n')  # fmt: skip
    [table], [lines] = read(put(tmp_path / "a" / "mine.csv", PLAIN + row)), read(put(tmp_path / "b" / "mine.jsonl", line))
    assert isinstance(table, PersonRecord) and isinstance(lines, PersonRecord)
    assert (table.names, table.spells, table.born, table.nationalities) == (lines.names, lines.spells, lines.born, lines.nationalities)


@pytest.mark.parametrize(("row", "told"), [
    ("team,x,FC X,,,,,,,,,,,", "write club or person"),
    ("club,,FC X,,,,,,,,,,,", "no id"),
    ("club,x,,,,,,,,,,,,", "no name"),
    ("person,x,A B,,,,3 Feb 1999,,,,,,,", "born is '3 Feb 1999'"),
    ("person,x,A B,,,,,,keeper,,,,,", "position is 'keeper': write one of goalkeeper"),
    ("person,x,A B,,,,,,,genoa,,,boss,", "as is 'boss'"),
    ("person,x,A B,,,,,,,genoa,,,,perhaps", "write yes or no"),
    ("person,x,A B,,,,,,,,2018,,,", "without its club"),
    ("club,x,FC X,,,,1999,,,,,,,", "a column of a person"),
    ("club,x,FC X,,,Como, Italy,,,,,,,,", "quotation marks"),
])  # fmt: skip
def test_a_bad_row_is_refused_with_what_to_do_and_the_others_are_taken(tmp_path: Path, row: str, told: str) -> None:
    found = read(put(tmp_path / "mine.csv", PLAIN + row + "\nclub,ok,FC Ok,,,,,,,,,,,\n"))
    [refused] = [one for one in found if isinstance(one, Refused)]
    assert told in refused.why and refused.place.endswith("mine.csv:2") and len(found) == 2


def test_two_people_under_one_id_are_both_refused(tmp_path: Path) -> None:
    found = read(put(tmp_path / "mine.csv", PLAIN + "person,x,Ada Prova,,,,,,,,,,,\nperson,x,Bo Prova,,,,,,,,,,,\n"))
    assert all(isinstance(one, Refused) and "Ada Prova and Bo Prova" in one.why for one in found) and len(found) == 2


@pytest.mark.parametrize(("name", "text", "told"), [
    ("mine.csv", PLAIN.replace("born", "birthday") + "club,x,FC X,,,,,,,,,,,\n", "unknown column 'birthday'; known are: kind, id"),
    ("mine.csv", "kind,id,aliases\nclub,x,y\n", "without the column 'name'"),
    ("mine.csv", "kind,id,name,name\nclub,x,y,z\n", "'name' stands twice"),
    ("mine.csv", PLAIN + "club,x,FC X,,,,,,,,,,,\nclub,y,FC", "the file ends in the middle of this row (3 of 14 cells): the download did not finish"),
    ("teams.csv", REEP.replace("key_wikidata", "wikidata"), "without the column 'key_wikidata'"),
    ("teams.csv", REEP + "r1,Q1422,Juventus FC,Italy,1897,,506,50139\nr2,Q2,Gen", "ends in the middle"),
    ("mine.jsonl", '{"kind":"club","id":"x","name":"FC X"}\n{"kind":"cl', "ends in the middle"),
    ("mine.jsonl", '{"kind":"club","id":"x","title":"FC X"}\n', "unknown key 'title'"),
    ("mine.jsonl", "{kind}\n", "no JSON"),
    ("mine.csv", PLAIN + 'club,x,"FC X,,,,,,,,,,,\n' + "club,y,FC Y,,,,,,,,,,,\n" * 9000, "a quotation mark without its partner"),
    ("it.players.txt", "Mattia Perin, G, 1.88 m, b. 10 Nov 1992\nMattia Destro, F, 1.8", "it.players.txt:2: the file ends in the middle"),
    ("mine.jsonl", "[1]\n", "must be a JSON object"),
])  # fmt: skip
def test_a_file_of_another_form_or_cut_off_is_one_clear_error(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(BadKnowledge) as refusal:
        read(put(tmp_path / name, text))
    assert told in str(refusal.value) and name in str(refusal.value)


def test_gzipped_files_are_read_and_cut_ones_named(tmp_path: Path) -> None:
    whole = gzip.compress((REEP + "r1,Q1422,Juventus FC,Italy,1897,,506,50139\n").encode())
    path = tmp_path / "teams.csv.gz"
    path.write_bytes(whole)
    assert len(read(path)) == 1
    for damaged, told in ((whole[:-12], "cut off"), (b"<html>", "no whole gzip file"), (whole[:20] + b"\x07\x07" + whole[22:], "gzip")):
        path.write_bytes(damaged)
        with pytest.raises(BadKnowledge, match=told):
            read(path)


def test_what_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes((PLAIN + "club,x,").encode() + "Málaga".encode("latin-1") + b",,,,,,,,,,,\n")
    with pytest.raises(BadKnowledge, match=r"mine\.csv:2: not UTF-8"):
        read(path)


def test_a_folder_is_known_by_what_lies_in_it_and_unknown_files_are_named(tmp_path: Path) -> None:
    sample(tmp_path / "whatever")
    put(tmp_path / "a" / "teams.csv", REEP)
    put(tmp_path / "a" / "competitions.csv", "reep_id,key_wikidata,name,country\n")
    put(tmp_path / "b" / "italy" / "it.clubs.txt", "= Italy\nGenoa CFC, Genova\n")
    put(tmp_path / "b" / "attic" / "old.players.txt", "Gone, G, - , b. 1 Jan 1980\n")
    put(tmp_path / "c.csv", "price,amount\n1,2\n")
    put(tmp_path / "c.pdf", "x")
    put(tmp_path / "mine.jsonl", "")
    found = detect(tmp_path)
    assert [one.importer for one in found.imports] == ["plain", "reep", "wikidata_sample", "openfootball"]
    assert {Path(one.path).name for one in found.ignored} == {"competitions.csv", "old.players.txt", "c.csv", "c.pdf"}
    assert "the columns kind, id, name" in next(one.why for one in found.ignored if one.path.endswith("c.csv"))


def test_a_path_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match="no such file"):
        detect(tmp_path / "nowhere")


def test_the_examples_of_the_manual_are_read_as_they_say(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "knowledge.md").read_text(encoding="utf-8")
    table, lines = (page.split(f"```{form}\n")[1].split("```")[0] for form in ("csv", "jsonl"))
    club, ada, coach = read(put(tmp_path / "mine.csv", table))
    [again] = read(put(tmp_path / "more.jsonl", lines))
    assert isinstance(club, ClubRecord) and isinstance(coach, PersonRecord) and coach.occupations == ("coach",)
    assert isinstance(ada, PersonRecord) and isinstance(again, PersonRecord) and ada.spells[1] == again.spells[0]
    assert all(f"`{column}`" in page for column in plain.COLUMNS)


@pytest.mark.shared
@pytest.mark.slow
def test_the_public_sources_are_read_almost_whole() -> None:
    found = detect(SHARED / "knowledge")
    assert {one.importer for one in found.imports} == {"reep", "wikidata_sample", "wikidata_spells", "openfootball"}
    records = list(found.records())
    clubs, people = ([r for r in records if isinstance(r, kind)] for kind in (ClubRecord, PersonRecord))
    assert len(clubs) > 37_000 and len(people) > 44_000
    assert {r.why for r in records if isinstance(r, Refused)} == {"no name, only an id of Wikidata"}
