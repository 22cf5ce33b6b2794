"""Wikidata asked over SPARQL: what it tells becomes records; a run that breaks off loses nothing, and a bad answer is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from endpoint import Naps
from serving import Said, cut_off
from wikidata_service import Wikidata, wikidata_service

from mercato.errors import BadKnowledge, NoAnswer
from mercato.knowledge.importers import wikidata as importer
from mercato.knowledge.importers.questions import Which, bands
from mercato.knowledge.merge import merge
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused, SpellRecord
from mercato.model.world import Name
from mercato.pipeline.knowledge import wikidata

Record = ClubRecord | PersonRecord | Refused


@pytest.fixture(scope="module")
def running() -> Iterator[Wikidata]:
    with wikidata_service() as service:
        yield service


@pytest.fixture
def service(running: Wikidata) -> Wikidata:
    running.heard.clear()
    running.instead = lambda number: None
    return running


def fetch(service: Wikidata, which: Which, folder: Path, least: int = 10, naps: Naps | None = None) -> list[Record]:
    return list(wikidata(which, least, folder, endpoint=service.url, clock=(naps or Naps()).clock))


def people(records: list[Record]) -> dict[str, PersonRecord]:
    return {record.key: record for record in records if isinstance(record, PersonRecord)}


def clubs(records: list[Record]) -> dict[str, ClubRecord]:
    return {record.key: record for record in records if isinstance(record, ClubRecord)}


def test_footballer_with_all_that_is_told(service: Wikidata, tmp_path: Path) -> None:
    mario = people(fetch(service, "footballers", tmp_path))["Q1"]
    assert (mario.name, mario.born, mario.birthplace, mario.position) == ("Mario Esempio", "1990-05-17", "Rome", "winger")
    assert mario.nationalities == ("England",)  # for whom he plays, before whose citizen he is
    assert mario.ids == (("wikidata", "Q1"), ("transfermarkt", "4711"), ("twitter", "esempio10"))
    assert mario.names == (
        Name("Mario Esempio", "all", "name"), Name("Mario Exempel", "de"), Name("El Ejemplo", "es"), Name("Super Mario"),
        Name("der Beispielhafte", "de", "nickname"),
    )  # fmt: skip
    assert mario.occupations == ("player",) and mario.place.endswith(".json:Q1")


def test_spells_as_exact_as_they_are_known_without_what_is_deprecated_and_not_football(service: Wikidata, tmp_path: Path) -> None:
    records = fetch(service, "footballers", tmp_path)
    assert people(records)["Q1"].spells == (
        SpellRecord("Q100", first="2010-07-01", last="2014"),
        SpellRecord("Q103", first="2011-09"),  # a national team goes on beside the clubs
        SpellRecord("Q101", first="2012", last="2013-06", loan=True),
        SpellRecord("Q101", first="2014", last="2018-01-31"),  # nobody ended it, but he joined another club
        SpellRecord("Q100", first="2018-01-31"),
    )
    assert [record.why for record in records if isinstance(record, Refused)] == ["no football team by its kind or sport; spells there are left out"]


def test_what_is_known_of_little_known_people(service: Wikidata, tmp_path: Path) -> None:
    records = fetch(service, "footballers", tmp_path, least=0)
    poco, dubbio = people(records)["Q2"], people(records)["Q9"]
    assert (poco.name, poco.born, poco.nationalities, poco.position) == ("Ugo Poco", "1985", ("Italy",), "full-back")
    assert dubbio.born == "1970-03"  # of the day two say different things
    assert ["Q3" in record.place for record in records if isinstance(record, Refused) and "no name" in record.why] == [True]


def test_best_known_come_first_and_clubs_before_those_who_were_there(service: Wikidata, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    records = list(wikidata("footballers", 9, tmp_path, progress=lambda done, total: seen.append((done, total)), endpoint=service.url, clock=Naps().clock))
    assert [record.key for record in records if not isinstance(record, Refused)] == ["Q100", "Q101", "Q103", "Q1", "Q4", "Q5001"]
    assert seen == [(3, 3)]


@pytest.mark.parametrize(("least", "first", "last"), [(10, (100, None), (10, 11)), (50, (100, None), (50, 60)), (200, (200, None), (200, None))])
def test_bands_reach_from_the_best_known_down_without_a_gap(least: int, first: tuple[int, int | None], last: tuple[int, int | None]) -> None:
    found = bands(least)
    assert (found[0], found[-1]) == (first, last)
    assert [below for _, below in found[1:]] == [bound for bound, _ in found[:-1]]


def test_clubs_with_names_ground_country_and_ids(service: Wikidata, tmp_path: Path) -> None:
    found = clubs(fetch(service, "clubs", tmp_path))
    assert list(found) == ["Q103", "Q100", "Q101"]
    prova, england = found["Q100"], found["Q103"]
    assert (prova.country, prova.city, prova.stadiums, prova.national) == ("Italy", "Rome", ("Stadio Prova",), False)
    assert prova.ids == (("wikidata", "Q100"), ("transfermarkt", "27811"), ("uefa", "50139"))
    assert prova.names == (
        Name("FC Prova", "all", "name"), Name("Prova", "it"), Name("La Prova", "it"), Name("Prova Roma"),
        Name("Football Club Prova", "it", "full"), Name("FCP"), Name("i Provesi", "it", "nickname"),
    )  # fmt: skip
    assert (england.country, england.national) == ("England", True)
    assert (found["Q101"].name, found["Q101"].city) == ("Essai SC", "Paris")


def test_coach_told_by_himself_and_by_his_clubs(service: Wikidata, tmp_path: Path) -> None:
    carlo = people(fetch(service, "coaches", tmp_path))["Q4"]
    assert carlo.occupations == ("coach", "player")  # what he took up last comes first
    stays = [(spell.club, spell.occupation, spell.first, spell.last) for spell in carlo.spells]
    assert stays == [("Q101", "player", "1995", "2001"), ("Q100", "coach", "2019-06-11", "2021"), ("Q101", "coach", None, None)]
    assert ("transfermarkt-coach", "99") in carlo.ids  # another register than that of players


def test_directors_of_football_and_of_nothing_else(service: Wikidata, tmp_path: Path) -> None:
    found = people(fetch(service, "directors", tmp_path))
    assert list(found) == ["Q5001", "Q6"]
    assert found["Q5001"].spells == (SpellRecord("Q101", first="1999", last="2004"), SpellRecord("Q100", "director", first="2015-07"))
    assert found["Q5001"].occupations == ("director", "player")
    assert found["Q6"].spells == (SpellRecord("Q100", "president", first="2001"),) and found["Q6"].occupations == ("president",)


def test_records_merge_to_people_with_their_clubs(service: Wikidata, tmp_path: Path) -> None:
    contents = merge(([], []), [*fetch(service, "footballers", tmp_path), *fetch(service, "clubs", tmp_path)], today=date(2026, 1, 1))
    mario = next(person for person in contents.people if person.id == "wd-q1")
    assert set(mario.clubs_on(date(2016, 1, 1))) == {"wd-q101", "wd-q103"}
    assert len(contents.clubs) == 3


def test_same_records_whatever_the_size_of_a_page(service: Wikidata, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = people(fetch(service, "footballers", tmp_path / "a"))
    monkeypatch.setattr(importer, "SIZE", 1)
    single = people(fetch(service, "footballers", tmp_path / "b"))
    assert [(one.key, one.names, one.spells, one.born) for one in single.values()] == [(one.key, one.names, one.spells, one.born) for one in whole.values()]


def test_service_is_asked_politely(service: Wikidata, tmp_path: Path) -> None:
    naps = Naps()
    service.instead = lambda number: Said(429, b"", {"Retry-After": "90"}) if number == 2 else None
    fetch(service, "footballers", tmp_path, least=100, naps=naps)
    assert naps.slept == [1.0, 90.0, 1.0]  # a pause between two questions, and as long as it asks for
    assert all(heard.headers["User-Agent"].startswith("mercato/") and "sparql-results+json" in heard.headers["Accept"] for heard in service.heard)


def test_run_that_was_ended_goes_on_where_it_stopped(service: Wikidata, tmp_path: Path) -> None:
    service.instead = lambda number: Said(500, b"java.util.concurrent.TimeoutException") if number > 3 else None
    with pytest.raises(NoAnswer, match=r"list of footballers with 30 to 39 sitelinks: .*status 500 \(java.*TimeoutException\); .*run it again later"):
        fetch(service, "footballers", tmp_path, least=20)
    kept = len(list(tmp_path.iterdir()))
    service.heard.clear()
    service.instead = lambda number: None
    records = fetch(service, "footballers", tmp_path, least=20)
    assert kept == 3 and len(service.heard) == len(list(tmp_path.iterdir())) - kept
    service.heard.clear()
    assert fetch(service, "footballers", tmp_path, least=20) == records and service.heard == []


def test_kept_page_that_was_cut_off_is_fetched_again(service: Wikidata, tmp_path: Path) -> None:
    records = fetch(service, "footballers", tmp_path, least=100)
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-10])
    service.heard.clear()
    assert fetch(service, "footballers", tmp_path, least=100) == records
    assert len(service.heard) == len(list(tmp_path.iterdir()))


def test_folder_that_cannot_be_written_is_named(service: Wikidata, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadKnowledge, match=r"file/.*\.json: cannot be written; make room, or name another folder"):
        fetch(service, "footballers", tmp_path / "file", least=100)


BAD = [
    (Said(200, b"<html><head><title>Wikimedia Error</title></head>"), r"a web page instead of results \(Wikimedia Error\)"),
    (Said(200, b'{"results": {"bindings": [ {"item"'), "cut off, or no result of SPARQL"),
    (Said(200, b'{"results": {"bindings": [ \njava.util.concurrent.TimeoutException\n\tat x'), "the service ran out of time in the middle of its answer"),
    (Said(200, b'{"error": "x"}'), "cut off, or no result of SPARQL"),
    (Said(200, b'[1]'), "cut off, or no result of SPARQL"),
    (Said(200), "the answer is empty"),
    (Said(403, b"You have been banned"), r"status 403 \(You have been banned\)"),
    (cut_off(b'{"results"'), "its answer broke off"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "why"), BAD)
def test_bad_answer_is_named_with_its_page_and_nothing_of_it_is_kept(service: Wikidata, tmp_path: Path, said: Said, why: str) -> None:
    service.instead = lambda number: said if number > 1 else None
    with pytest.raises(NoAnswer, match=f"footballers 1 to 1 of 1: .*{why}.*kept in {tmp_path}"):
        fetch(service, "footballers", tmp_path, least=100)
    assert len(list(tmp_path.iterdir())) == 1
