"""What several sources tell of one club or person becomes one entity, what may be two stays two, and the report says why of each."""

from __future__ import annotations

import json
import resource
from dataclasses import asdict
from datetime import date

import pytest
from conftest import SHARED
from hypothesis import given, settings
from hypothesis import strategies as st

from mercato.knowledge.importers import detect
from mercato.knowledge.index import gather
from mercato.knowledge.judgements import Judgement
from mercato.knowledge.merge import Contents, merge
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused, SpellRecord
from mercato.knowledge.starter import read_clubs, read_ids, read_people
from mercato.model.world import Club, Name, Person, Spell

TODAY = date(2026, 6, 1)
JUVENTUS = Club("juventus", "Juventus", "Italy", (Name("Juventus", kind="name"), Name("Juventus FC"), Name("Zebras", "all", "nickname", True)), "Turin", fame=5)
GENOA = Club("genoa", "Genoa", "Italy", (Name("Genoa", kind="name"),))
PERIN = Person("mattia-perin", "Mattia Perin", (Name("Mattia Perin", kind="name"),), ("player",), ("Italy",), "goalkeeper", date(1992, 11, 10),
               spells=(Spell("juventus", "player", date(2018, 7, 1), None),), fame=3)  # fmt: skip
IDS = {"juventus": (("wikidata", "Q1422"),)}


def club(key: str, name: str, *aliases: str, country: str | None = "Italy", source: str = "reep", **more: object) -> ClubRecord:
    names = (Name(name, "all", "name"), *map(Name, aliases))
    return ClubRecord(source=source, key=key, name=name, names=names, country=country, **{"city": None, "place": f"{source}.csv:{key}", **more})  # type: ignore[arg-type]


def person(key: str, name: str, *aliases: str, source: str = "openfootball", **more: object) -> PersonRecord:
    return PersonRecord(source=source, key=key, name=name, names=(Name(name, "all", "name"), *map(Name, aliases)), **{"place": f"{source}.txt:{key}", **more})  # type: ignore[arg-type]


def merged(*records: ClubRecord | PersonRecord | Refused, judgements: tuple[Judgement, ...] = (), common: frozenset[str] = frozenset()) -> Contents:
    return merge(([JUVENTUS, GENOA], [PERIN]), records, judgements, common, today=TODAY, given=frozenset({"mattia"}), ids=IDS)


def said(verb: str, subject: str, object: str) -> Judgement:
    return Judgement(f"{verb}-1", "2026-05-01T12:00:00", "Ada", verb, subject, object)  # type: ignore[arg-type]


def ids(contents: Contents) -> list[str]:
    return [one.id for one in (*contents.clubs, *contents.people)]


STARTER = ["juventus", "genoa", "mattia-perin"]


@pytest.mark.parametrize(("record", "reason"), [
    (club("r1", "Juve of Turin", ids=(("wikidata", "Q1422"),), country=None), "the same wikidata id Q1422"),
    (club("r1", "JUVENTUS F.C."), "the only club called 'juventus fc' in Italy"),
    (club("r1", "Something", "Juventus"), "the only club called 'juventus' in Italy"),
    (person("p1", "Mattía Perin", born="1992-11-10"), "the same name, born on 1992-11-10"),
    (person("p1", "Mattia Perin", nationalities=("Italy",)), "the only one of this name, of Italy"),
    (person("p1", "Mattia Perin", born="1992", nationalities=("Italy",)), "the only one of this name, of Italy, born 1992"),
    (person("p1", "Mattia Perin", spells=(SpellRecord("Juventus"),)), "the only one of this name, at one club with him"),
])  # fmt: skip
def test_one_and_the_same(record: ClubRecord | PersonRecord, reason: str) -> None:
    contents = merged(record)
    assert ids(contents) == STARTER
    [merge] = contents.report.merges
    entity = "juventus" if isinstance(record, ClubRecord) else "mattia-perin"
    assert (merge.record, merge.entity, merge.reason) == (f"{record.source}:{record.key}", entity, reason)
    assert (contents.report.of(record.source).merged, contents.report.of(record.source).added) == (1, 0)


@pytest.mark.parametrize("record", [
    club("r1", "Juventus", country="Brazil"),
    club("r1", "Juventus", country=None),
    club("r1", "Juventus", ids=(("wikidata", "Q9"),)),
    club("r1", "Juventus", national=True),
    club("r1", "Juventus Women", "Juventus"),
    club("r1", "Juventus U23"),
    club("r1", "Juventus B"),
    club("r1", "Zebras"),  # a nickname is no proof
    person("p1", "Mattia Perin", born="1992-11-11", nationalities=("Italy",)),
    person("p1", "Mattia Perin", born="1993", nationalities=("Italy",)),
    person("p1", "Mattia Perin"),
    person("p1", "Mattia Perin", nationalities=("France",)),
    person("p1", "Luca Perin", born="1992-11-10", nationalities=("Italy",)),
])  # fmt: skip
def test_perhaps_another(record: ClubRecord | PersonRecord) -> None:
    contents = merged(record)
    assert len(ids(contents)) == 4 and contents.report.merges == []
    assert contents.report.of(record.source).added == 1


OLD = person("q7", "Ugo Nuovo", source="wikidata", spells=(SpellRecord("genoa", first="2015", last="2015"),), ids=(("wikidata", "Q7"),))
NEW = person("it/ugo", "Ugo Nuovo", born="1993-02-01", nationalities=("Italy",))


def test_a_rare_name_alone_is_enough_where_one_source_tells_neither_birth_nor_nationality() -> None:
    for records in ((OLD, NEW), (NEW, OLD)):
        contents = merged(*records)
        assert [one.name for one in contents.people] == ["Mattia Perin", "Ugo Nuovo"]
        assert "the only one of this name in either source" in contents.report.merges[0].reason


@pytest.mark.parametrize("others", [
    (OLD, person("it/ugo", "Ugo Nuovo", born="2004-02-01", nationalities=("Italy",))),  # a child in 2015
    (OLD, person("it/ugo", "Ugo Nuovo", born="1970-02-01", nationalities=("Italy",))),
    (OLD, NEW, person("it/ugo-2", "Ugo Nuovo", born="2006-02-01", nationalities=("Italy",))),
    (OLD, NEW, *(person(f"it/{n}", f"Ada{n} Nuovo", born="1990-02-01", nationalities=("Italy",)) for n in range(20))),
    (person("q7", "Ugo Nuovo", source="wikidata"), NEW),  # nothing tells his age
])  # fmt: skip
def test_a_name_alone_is_not_enough_where_it_may_be_another(others: tuple[PersonRecord, ...]) -> None:
    assert sum(one.name == "Ugo Nuovo" for one in merged(*others).people) == sum(one.name == "Ugo Nuovo" for one in others)


def test_two_of_one_name_are_two_and_neither_is_the_third() -> None:
    contents = merged(club("a", "Virtus"), club("b", "Virtus"), club("c", "Virtus", source="openfootball"))
    assert ids(contents)[2:5] == ["reep-a", "reep-b", "openfootball-c"]
    contents = merged(person("a", "Mattia Perin", nationalities=("Italy",)), person("b", "Mattia Perin", nationalities=("Italy",)))
    assert len(contents.people) == 3
    assert {one.reason for one in contents.report.apart} == {"namesakes, and no birth date to tell them apart"}


def test_parts_of_the_united_kingdom_and_the_whole_agree() -> None:
    whole = club("r1", "Wrexham AFC", country="United Kingdom", ids=(("wikidata", "Q7"),))
    contents = merged(whole, club("w", "Wrexham AFC", country="Wales", source="openfootball"))
    assert [(one.id, one.country) for one in contents.clubs[2:]] == [("wd-q7", "Wales")]
    assert contents.report.conflicts == []


def test_a_club_that_bears_the_names_of_two_shows_that_they_are_one() -> None:
    contents = merged(club("r1", "Genoa Cricket", ids=(("wikidata", "Q2"),)), club("it/genoa", "Genoa CFC", "Genoa", "Genoa Cricket", source="openfootball"))
    assert ids(contents) == STARTER
    assert {(one.record, one.entity) for one in contents.report.merges} == {("reep:r1", "genoa"), ("openfootball:it/genoa", "genoa")}
    assert (contents.report.of("reep").added, contents.report.of("reep").merged) == (0, 1)
    contents = merged(club("r1", "Genoa Cricket"), club("o", "Genoa CFC", "Genoa", "Genoa Cricket", source="openfootball"),
                      judgements=(said("apart", "reep:r1", "genoa"),))  # fmt: skip
    assert len(contents.clubs) == 4


def test_a_new_entity_is_called_by_wikidata_else_by_its_source() -> None:
    contents = merged(club("r1", "Como", ids=(("wikidata", "Q161217"),)), person("it/Édin Žić", "Edin Žić"), club("c/1", "Lecco"), club("c-1", "Lucca"))
    assert [one for one in ids(contents) if one not in STARTER][:2] == ["wd-q161217", "reep-c-1"]
    assert "openfootball-it-edin-zic" in ids(contents) and len(set(ids(contents))) == 7


def test_apart_undoes_a_merge_and_same_makes_one() -> None:
    contents = merged(club("r1", "Juventus FC", ids=(("wikidata", "Q1422"),)), judgements=(said("apart", "reep:r1", "juventus"),))
    assert len(contents.clubs) == 3 and contents.report.idle == []
    contents = merged(club("r1", "Vecchia Signora", country="France"), judgements=(said("same", "juventus", "reep:r1"),))
    assert ids(contents) == STARTER and contents.report.merges[0].reason == "judged the same by Ada, 2026-05-01"


def test_records_of_two_sources_can_be_judged_in_any_order() -> None:
    records = (club("a", "Virtus Roma", source="openfootball"), club("b", "Pol. Virtus"))
    for first, second in (records, records[::-1]):
        for pair in (("reep:b", "openfootball:a"), ("openfootball-a", "reep-b")):
            assert len(merged(first, second, judgements=(said("same", *pair),)).clubs) == 3


def test_a_judgement_that_decides_nothing_is_told() -> None:
    contents = merged(judgements=(said("same", "juventus", "nobody"),))
    assert [(one.judgement, one.why) for one in contents.report.idle] == [("same-1", "nothing is known as 'nobody'")]


def test_the_starter_is_believed_first_then_the_more_exact_then_the_first_and_losers_are_kept() -> None:
    contents = merged(
        person("p1", "Mattia Perin", born="1992-11-10", position="forward", birthplace="Latina"),
        person("p2", "Ugo Nuovo", born="1999", nationalities=("Italy",), birthplace="Rome"),
        person("p3", "Ugo Nuovo", born="1999-03-04", nationalities=("Italy",), birthplace="Bari", source="user: mine.csv"),
    )
    perin, ugo = contents.people
    assert (perin.position, perin.birthplace) == ("goalkeeper", "Latina")
    assert (ugo.born, ugo.birthplace) == (date(1999, 3, 4), "Rome")
    assert {(one.entity, one.field, one.kept, one.lost) for one in contents.report.conflicts} == {
        ("mattia-perin", "position", "goalkeeper", "forward"), (ugo.id, "birthplace", "Rome", "Bari"),
    }  # fmt: skip
    assert ("position", "forward", "openfootball") in contents.facts["mattia-perin"]
    assert {("born", "1999", "openfootball"), ("born", "1999-03-04", "user: mine.csv")} <= set(contents.facts[ugo.id])
    assert contents.report.of("user: mine.csv").conflicts == 1


def test_a_finer_position_does_not_contradict_a_coarse_one() -> None:
    fine = person("a", "Ugo Nuovo", born="1999-03-04", position="winger")
    contents = merged(fine, person("b", "Ugo Nuovo", born="1999-03-04", position="midfielder", source="x"))
    assert contents.people[1].position == "winger" and contents.report.conflicts == []


def test_spells_of_a_source_complete_what_ships_without_repeating_or_contradicting_it() -> None:
    spells = (SpellRecord("r9", first="2013", last="2017"), SpellRecord("Juventus FC", first="2018", last="2022"), SpellRecord("r8", first="2020", last="2023"),
              SpellRecord("genoa", first="2022-01", last="2022-06", loan=True), SpellRecord("Nowhere FC", first="2001"))  # fmt: skip
    perin = person("p", "Mattia Perin", born="1992-11-10", spells=spells, source="x")
    contents = merged(club("r9", "Pescara", source="x"), club("r8", "Bari", source="x"), perin)
    found = [(one.club, one.first, one.last, one.loan) for one in contents.people[0].spells]
    assert found == [
        ("juventus", date(2018, 7, 1), None, False), ("x-r9", date(2013, 1, 1), date(2017, 12, 31), False),
        ("genoa", date(2022, 1, 1), date(2022, 6, 30), True),
    ]  # fmt: skip
    assert [one.lost for one in contents.report.conflicts] == ["x-r8, player, 2020 to 2023"]
    assert [one.why for one in contents.report.left_out] == ["no club 'Nowhere FC' is known; add it, or give its id"]


@pytest.mark.parametrize(("record", "why"), [
    (person("p", "Ugo Nuovo", born="2026-06-02"), "born 2026-06-02: that is in the future"),
    (person("p", "Ugo Nuovo", born="1849"), "born 1849: that is before 1850"),
    (person("p", "Ugo Nuovo", born="1999-02-30"), "born '1999-02-30' is no date"),
    (person("p", "1899"), "has no letter"),
    (club("c", "A" * 81), "a name of 81 letters"),
])  # fmt: skip
def test_what_cannot_be_is_refused(record: ClubRecord | PersonRecord, why: str) -> None:
    contents = merged(record)
    assert ids(contents) == STARTER
    [refusal] = contents.report.refusals
    assert why in refusal.why and refusal.place == record.place
    assert contents.report.of(record.source).refused == 1


def test_two_clubs_with_one_id_are_both_refused_but_two_files_may_tell_of_one() -> None:
    contents = merged(club("x", "Como", place="a.csv:2"), club("x", "Lecco", place="a.csv:3"))
    assert [(one.place, one.why) for one in contents.report.refusals] == [
        ("a.csv:2", "two clubs with the id 'x'; give each an id of its own"), ("a.csv:3", "two clubs with the id 'x'; give each an id of its own"),
    ]  # fmt: skip
    contents = merged(*(club("Q9", "Como", source="wikidata", ids=(("wikidata", "Q9"),), place=f"{file}.csv:2") for file in "ab"))
    assert (len(contents.clubs), contents.report.of("wikidata").merged) == (3, 1)


def test_a_spell_or_alias_that_cannot_be_is_left_out_and_the_rest_is_taken() -> None:
    contents = merged(person("p", "Ugo Nuovo", "!!!", spells=(SpellRecord("genoa", first="2020", last="2019"), SpellRecord("genoa", first="2021-13"))))
    assert len(contents.people) == 2 and contents.people[1].spells == () and [name.text for name in contents.people[1].names] == ["Ugo Nuovo"]
    assert [one.why for one in contents.report.left_out] == [
        "the name '!!!' has no letter", "the spell at genoa ends (2019) before it begins (2020)", "the spell at genoa has a date that is none: 2021-13 to ?",
    ]  # fmt: skip


def test_a_name_that_is_also_something_else_is_weak_and_counted() -> None:
    reading = club("r", "Reading FC", "Reading", "Italy", "Mattia", "RFC", "Juventus", "Royals United", country="England")
    contents = merged(reading, common=frozenset({"reading", "royals"}))
    assert {name.text: name.weak for name in contents.clubs[2].names} == {
        "Reading FC": False, "Reading": True, "Italy": True, "Mattia": True, "RFC": True, "Juventus": True, "Royals United": False,
    }  # fmt: skip
    assert {(one.name, one.why) for one in contents.report.weak} == {
        ("Reading", "a common word"), ("Italy", "a country"), ("Mattia", "a given name"), ("RFC", "shorter than four letters"),
        ("Juventus", "a name of juventus"),
    }  # fmt: skip
    assert contents.report.of("reep").weak == 5


def test_what_ships_keeps_its_own_names_and_their_strength() -> None:
    contents = merged(club("r", "Juventus FC", "Zebras", "Juventus F.C.", "La Juve"), common=frozenset({"juventus"}))
    assert [(name.text, name.kind, name.weak) for name in contents.clubs[0].names] == [
        ("Juventus", "name", False), ("Juventus FC", "alias", False), ("Zebras", "nickname", True), ("La Juve", "alias", False),
    ]  # fmt: skip


def test_every_record_is_added_merged_or_refused_and_the_report_prints_and_is_json() -> None:
    contents = merged(club("a", "Como"), club("b", "Juventus"), club("c", "!"), Refused("reep", "reep.csv:9", "no name"), person("p", "Ugo Nuovo", born="2030"))
    for tally in contents.report.sources:
        assert tally.records == tally.added + tally.merged + tally.refused
    assert json.loads(json.dumps(asdict(contents.report)))["refusals"][0]["why"] == "the name '!' has no letter"
    text = "\n".join(contents.report.lines())
    assert "reep: 4 records, 1 added, 1 merged, 2 refused" in text and "refused reep.csv:9: no name" in text


def test_without_records_there_is_what_ships() -> None:
    contents = merged()
    assert (contents.clubs, contents.people) == ([JUVENTUS, GENOA], [PERIN])
    assert ("born", "1992-11-10", "starter") in contents.facts["mattia-perin"]


NAMES = st.sampled_from(["Mattia Perin", "Ugo Nuovo", "Ugo", "Ugo Vecchio"])
PEOPLE = st.builds(lambda name, born, nation, source: (name, born, nation, source), NAMES, st.sampled_from([None, "1992", "1992-11-10", "1993-01-01"]),
                   st.sampled_from([(), ("Italy",), ("France",)]), st.sampled_from(["a", "b"]))  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PEOPLE, max_size=6))
def test_whatever_is_told_ids_are_unique_and_the_same_again(told: list[tuple[str, str | None, tuple[str, ...], str]]) -> None:
    records = [person(str(n), name, born=born, nationalities=nations, source=source) for n, (name, born, nations, source) in enumerate(told)]
    first, second = merged(*records), merged(*records)
    assert (first.clubs, first.people, first.facts) == (second.clubs, second.people, second.facts)
    assert len(ids(first)) == len(set(ids(first))) and set(STARTER) <= set(ids(first))
    assert sum(tally.added for tally in first.report.sources) == len(first.people) - 1


@pytest.mark.shared
@pytest.mark.slow
def test_the_public_sources_are_merged_within_two_gigabytes_and_fit_together() -> None:
    records = list(detect(SHARED / "knowledge").records())
    starter = (list(read_clubs()), list(read_people()))
    contents = merge(starter, records, (), frozenset(), today=TODAY, ids=read_ids())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 2 * 1024 * 1024  # KB
    gather(contents.clubs, contents.people, ())  # no id twice, no spell at a club that is not there
    assert len(contents.clubs) > 33_000 and len(contents.people) > 40_000
    assert [one.id for one in contents.clubs[: len(starter[0])]] == [one.id for one in starter[0]]
