"""Names answer to what people type."""

from __future__ import annotations

import pytest

from mercato.views.match import How, Option, answers, best, missing, nearest

PERIN = Option("mattia-perin", "Mattia Perin", ("Mattia Perin", "Perin"))
PERISIC = Option("ivan-perisic", "Ivan Perišić", ("Ivan Perišić",))


@pytest.mark.parametrize(
    ("query", "how"),
    [("mattia-perin", How.ID), ("PERIN", How.WHOLE), ("mattia perin", How.WHOLE), ("mattia", How.PART), ("matt", How.START)],
)
def test_how_a_name_answers(query: str, how: How) -> None:
    found = answers(query, [PERIN])
    assert [a.how for a in found] == [how]


def test_diacritics_and_case_do_not_matter() -> None:
    assert best("PERISIC", [PERIN, PERISIC])[0].option is PERISIC


def test_a_beginning_of_two_letters_answers_nothing() -> None:
    assert answers("pe", [PERIN, PERISIC]) == []


def test_the_whole_name_goes_before_a_beginning() -> None:
    assert [a.option.id for a in best("perin", [Option("x", "Perino", ("Perino",)), PERIN])] == ["mattia-perin"]


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    assert nearest("Periin", ["Mattia Perin", "Andrea Cambiaso"]) == ["Mattia Perin"]
    assert "nearest: Mattia Perin" in missing("Periin", ["Mattia Perin"], "read")


def test_where_nothing_is_near_the_remedy_is_given() -> None:
    assert missing("qqqq", [], "read articles first").endswith("read articles first")
