"""The tables of sagas and sources, narrow and wide."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len
from told import Run

PAGES = [["sagas"], ["saga", "Cambiaso", "Milan"], ["person", "Perin"], ["club", "Juventus"], ["source", "Tuttosport"], ["sources"]]


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page[0])
def test_fits_the_terminal_and_breaks_no_word(run: Run, store: str, page: list[str], width: int) -> None:
    shown = run(*page, "--store", store, width=width)
    assert shown.exit_code == 0
    assert max(cell_len(line) for line in shown.output.splitlines()) <= width
    broken = {"Camb", "iaso", "Juven", "tus", "Tutto", "sport", "inter", "ested"}
    assert not broken & set(shown.output.replace("“", " ").split())


def test_every_saga_with_where_to_how_far_and_how_it_stands(run: Run, store: str) -> None:
    lines = run("sagas", "--store", store, width=160).output.splitlines()
    (line,) = [line for line in lines if "AC Milan" in line and "Cambiaso" in line]
    for told in ("Juventus → AC Milan", "summer 2025", "▰▰▰▰▰▱▱▱ offer", "buyer, seller", "2025-06-09", "2025-06-12"):
        assert told in line
    assert any("stays at Juventus" in line for line in lines)


def test_narrow_drops_columns_but_not_the_move(run: Run, store: str) -> None:
    shown = run("sagas", "--store", store, width=80).output
    assert "Juventus → AC Milan" in shown and "window" not in shown


@pytest.mark.parametrize(
    ("options", "people"),
    [
        (["--person", "perin"], {"Mattia Perin"}),
        (["--club", "Inter"], {"Andrea Cambiaso"}),
        (["--state", "done"], {"Mattia Perin"}),
        (["--since", "2025-06-15"], {"Gino Rossi"}),
        (["--since", "2025"], {"Mattia Perin", "Andrea Cambiaso", "Gino Rossi"}),
        (["--limit", "1"], {"Gino Rossi"}),
    ],
)
def test_options_choose_sagas(run: Run, store: str, options: list[str], people: set[str]) -> None:
    told = json.loads(run("sagas", "--store", store, "--json", *options).output)
    assert {saga["person"] for saga in told} == people


def test_nothing_found_is_said(run: Run, store: str) -> None:
    assert "no saga like that" in run("sagas", "--store", store, "--since", "2030").output


def test_what_is_not_shown_is_counted(run: Run, store: str) -> None:
    assert "5 sagas, 3 not shown" in run("sagas", "--store", store, "--limit", "2").output


def test_leaderboard(run: Run, store: str) -> None:
    lines = run("sources", "--store", store).output.splitlines()
    assert lines[2].split() == ["Football", "Italia", "2", "3", "·", "3", "·", "·", "3"]
    assert lines[3].split() == ["Tuttosport", "2", "2", "1", "2", "1", "·", "1"]
    assert json.loads(run("sources", "--store", store, "--json").output)[0]["name"] == "Football Italia"


def test_person_club_and_source_tell_their_sides(run: Run, store: str) -> None:
    person = run("person", "Perin", "--store", store).output
    assert "Genoa" in person and "1 article: Tuttosport" in person and "Career as known" in person
    club = run("club", "juve", "--store", store).output
    assert club.index("May come  nobody") < club.index("May go (3)") < club.index("May stay (1)")
    source = run("source", "Tuttosport", "--store", store).output
    assert "2 reports" in source and "2 firsts" in source and "1 done" in source


@pytest.mark.parametrize("page", [["person", "Perin"], ["club", "Juventus"], ["source", "Tuttosport"]], ids=lambda page: page[0])
def test_pages_are_json_too(run: Run, store: str, page: list[str]) -> None:
    assert json.loads(run(*page, "--store", store, "--json").output)["sagas" if page[0] != "club" else "outgoing"]
