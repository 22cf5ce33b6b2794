"""Who answers to a name, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mercato.errors import NotFound
from mercato.knowledge.index import gather
from mercato.model.world import Club, Name, Person, Source, SourceKind, Spell
from mercato.views.known import known_page, search
from mercato.views.names import ANSWERS, Names

INTER = Club("inter", "Inter", "Italy", (Name("Inter", kind="name"), Name("Nerazzurri", "it", "nickname")), city="Milan", rivals=("milan",))
MILAN = Club("milan", "AC Milan", "Italy", (Name("AC Milan", kind="name"),))
STAY = Spell("inter", "player", date(1997, 7, 1), date(2002, 8, 1))
OLD = Person("ronaldo-1976", "Ronaldo", (Name("Ronaldo", kind="name"),), ("player",), fame=5, spells=(STAY,))
NEW = Person("cristiano-ronaldo", "Cristiano Ronaldo", (Name("Cristiano Ronaldo", kind="name"),), ("player",), fame=5, born=date(1985, 2, 5))
PAPER = Source("gazzetta", "La Gazzetta", SourceKind.OUTLET, (Name("La Gazzetta", kind="name"),), "rcs", "Italy", domains=("gazzetta.it",))
NAMES = Names(gather([INTER, MILAN], [OLD, NEW], []), [PAPER])


def test_the_whole_name_before_the_surname_each_with_its_reason() -> None:
    found = search(NAMES, "ronaldo")
    assert [(f.id, f.reasons[0]) for f in found] == [("ronaldo-1976", "usual name"), ("cristiano-ronaldo", "surname of usual name")]


def test_where_he_was_on_a_day() -> None:
    old, new = search(NAMES, "Ronaldo", date(2000, 1, 1))
    assert "Inter from 1997-07 to 2002-08" in old.reasons
    assert "at no known club on that day" in new.reasons


def test_a_nickname_says_in_which_language() -> None:
    (club,) = search(NAMES, "nerazzurri")
    assert (club.kind, club.reasons) == ("club", ("nickname “Nerazzurri” (it)", "Milan, Italy"))


def test_sources_are_found_too() -> None:
    assert search(NAMES, "gazzetta")[0].reasons[-1] == "Italy, gazzetta.it"


def test_who_was_at_a_club_on_the_day_goes_before_who_was_not_however_they_are_called() -> None:
    assert [f.id for f in search(NAMES, "Ronaldo", date(2010, 1, 1))] == ["ronaldo-1976", "cristiano-ronaldo"]
    called = replace(NEW, names=(*NEW.names, Name("Ronaldo")))
    known = Names(gather([INTER, MILAN], [replace(OLD, name="Ronaldo Nazário", names=(Name("Ronaldo Nazário", kind="name"),)), called], []), [PAPER])
    assert [f.id for f in search(known, "Ronaldo")] == ["cristiano-ronaldo", "ronaldo-1976"]
    assert [f.id for f in search(known, "Ronaldo", date(2000, 1, 1))] == ["ronaldo-1976", "cristiano-ronaldo"]


@pytest.mark.parametrize(("asked", "ids"), [
    ("CRISTIANO", ["cristiano-ronaldo"]), ("ronaldo cristiano", ["cristiano-ronaldo"]), ("crist rona", ["cristiano-ronaldo"]), ("inter", ["inter"]),
    ("neraz", ["inter"]), ("milan", ["milan"]), ("ronaldo-1976", ["ronaldo-1976"]), ("Криштиано Роналдо", []),
    ("Роналдо", ["ronaldo-1976", "cristiano-ronaldo"]),
])  # fmt: skip
def test_any_word_or_beginning_of_a_name_will_do_in_any_script(asked: str, ids: list[str]) -> None:
    if ids:
        assert [f.id for f in search(NAMES, asked)] == ids
    else:
        with pytest.raises(NotFound, match=r"nearest: .*Cristiano Ronaldo"):
            search(NAMES, asked)


def test_the_best_known_are_weighed_where_very_many_answer() -> None:
    crowd = [Person(f"ronaldo-{n}", f"Ronaldo {n}", (Name(f"Ronaldo {n}", kind="name"),), ("player",)) for n in range(2 * ANSWERS)]
    found = search(Names(gather([INTER, MILAN], [*crowd, OLD, NEW], []), []), "Ronaldo")
    assert [f.id for f in found[:2]] == ["ronaldo-1976", "cristiano-ronaldo"] and len(found) == ANSWERS


def test_nobody_is_invented() -> None:
    with pytest.raises(NotFound, match=r"nearest: .*Cristiano Ronaldo"):
        search(NAMES, "Kristiano Ronaldho")


def test_all_that_is_known_of_an_id() -> None:
    told = known_page(NAMES, "inter")
    assert ("rivals", "AC Milan") in told.facts and [n.text for n in told.names] == ["Inter", "Nerazzurri"]
    assert known_page(NAMES, "ronaldo-1976").spells == ("Inter from 1997-07 to 2002-08",)
    with pytest.raises(NotFound):
        known_page(NAMES, "nobody at all")
