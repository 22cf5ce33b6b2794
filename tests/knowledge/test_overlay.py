"""Judgements on names of the press are laid over whatever book is opened, and lifted again without trace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mercato.knowledge.book import Knowledge
from mercato.knowledge.index import gather
from mercato.knowledge.judgements import Judgement
from mercato.knowledge.overlay import overlaid
from mercato.model.world import Club, Name, Person, Spell

GENOA = Club("genoa", "Genoa", "Italy", (Name("Genoa", kind="name"),), "Genoa")
PERIN = Person("mattia-perin", "Mattia Perin", (Name("Mattia Perin", kind="name"),), ("player",), born=date(1992, 11, 10))
UGO = (("role", "player"), ("born", "2004-05"), ("nationality", "Italy"), ("club", "genoa"), ("club", "nowhere"), ("since", "2025-06-20"))


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Knowledge:
    monkeypatch.setenv("MERCATO_CACHE", str(tmp_path))
    return gather([GENOA], [PERIN])


def said(verb: str, subject: str, object: str | None = None, id: str = "1", told: tuple[tuple[str, str], ...] = ()) -> Judgement:
    return Judgement(id, "2026-05-01T12:00:00", "Ada", verb, subject, object, None, told)  # type: ignore[arg-type]


def test_without_a_judgement_a_book_is_itself(base: Knowledge) -> None:
    assert overlaid(base, [said("same", "a", "b"), said("refuse", "Ugo Domani")]) is base


def test_who_is_accepted_is_in_the_book_with_all_that_was_said(base: Knowledge) -> None:
    known = overlaid(base, [said("accept", "Ugo Domani", told=UGO)])
    ugo = known.people["press-ugo-domani"]
    assert (ugo.name, ugo.born, ugo.nationalities) == ("Ugo Domani", date(2004, 5, 1), ("Italy",))
    assert ugo.spells == (Spell("genoa", "player", date(2025, 6, 20), None),)
    assert [e.entity for e in known.names.entries("domani")] == ["press-ugo-domani"] and [e.entity for e in known.names.entries("perin")] == ["mattia-perin"]
    assert set(known.people) == {"mattia-perin", "press-ugo-domani"} and len(known.people) == 2 and known.version != base.version
    assert known.facts["press-ugo-domani"][0] == ("name", "Ugo Domani", "press: accept by Ada, 2026-05-01")
    assert known.of_town("Genoa") == ["genoa"] and "press-ugo-domani" not in base.people


def test_a_name_merged_is_one_more_of_the_same_person(base: Knowledge) -> None:
    known = overlaid(base, [said("merge", "M. Perino", "mattia-perin"), said("merge", "Portierone", "mattia-perin", "2"), said("merge", "X", "nobody", "3")])
    assert [name.text for name in known.people["mattia-perin"].names] == ["Mattia Perin", "M. Perino", "Portierone"]
    assert [e.entity for e in known.names.entries("portierone")] == ["mattia-perin"] and len(known.names.entries("mattia perin")) == 1
    assert len(known.people) == 1


def test_who_is_in_the_book_by_now_is_not_added_again(base: Knowledge) -> None:
    assert set(overlaid(base, [said("accept", "Mattia Perin", told=(("born", "1992"),))]).people) == {"mattia-perin"}
    assert len(overlaid(base, [said("accept", "Mattia Perin", told=(("born", "2005"),))]).people) == 2


def test_what_is_taken_back_is_gone(base: Knowledge) -> None:
    undone = Judgement("2", "2026-05-02T12:00:00", "Ada", "undo", "Ugo Domani", None, "1")
    assert overlaid(base, [said("accept", "Ugo Domani", told=UGO), undone]) is base
