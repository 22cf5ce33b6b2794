"""One saga in the terminal: the words, both sides, the contradictions."""

from __future__ import annotations

import json
import re

import pytest
from told import Run

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [80, 160])
def test_every_report_with_its_words_marked(run: Run, store: str, width: int) -> None:
    shown = flat(run("saga", "Cambiaso Milan", "--store", store, width=width).output)
    for words in ("turned down", "opening bid", "30 million euros", "still want"):
        assert re.search(rf"\*[^*]*{words}[^*]*\*", shown)
    for told in ("Tuttosport", "Football Italia", "2025-06-09", "2025-06-12", "EUR 30,000,000", "credits Tuttosport", "2 independent origins"):
        assert told in shown


def test_on_a_colour_terminal_the_words_are_coloured_and_stand_as_received(run: Run, store: str) -> None:
    shown = run("saga", "Cambiaso Milan", "--store", store, width=160, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"}).output
    assert re.search(r"\x1b\[[0-9;]*31m[^\x1b]*turned down", shown)
    assert "Milan's opening bid of 30 million euros" in flat(ESCAPE.sub("", shown)) and "*" not in shown


def test_refusal_and_interest_stand_side_by_side(run: Run, store: str) -> None:
    lines = run("saga", "Cambiaso Milan", "--store", store, width=120).output.splitlines()
    head = next(line for line in lines if "It goes on" in line)
    middle = head.index("They stand against it")
    below = lines[lines.index(head) + 1 :]
    assert "still want" in flat(" ".join(line[:middle] for line in below)).replace("*", "")
    assert "turned down" in flat(" ".join(line[middle:] for line in below)).replace("*", "")
    assert "Football Italia" in below[0][:middle] and "Tuttosport" in below[0][middle:]


def test_contradictions_contract_and_ids(run: Run, store: str) -> None:
    shown = run("saga", "Cambiaso Milan", "--store", store, width=160).output
    assert "The reports contradict each other" in shown
    assert re.search(r"stage +denied +La Gazzetta dello Sport", shown)
    assert "Juventus until 2029 (Tuttosport)" in shown
    assert re.search(r"claim [0-9a-f]{16} · article [0-9a-f]{16}", shown)


def test_json_has_it_all(run: Run, store: str) -> None:
    told = json.loads(run("saga", "Cambiaso", "Milan", "--store", store, "--json").output)
    assert told["saga"]["destination"] == "AC Milan"
    assert [e["standing"] for e in told["entries"]] == ["first", "cites", "denies"]
    words = told["entries"][0]["passages"][0]
    assert {words["text"][m["start"] : m["end"]] for m in words["marks"]} >= {"turned down", "30 million euros"}


def test_several_that_answer_are_listed(run: Run, store: str) -> None:
    done = run("saga", "Cambiaso", "--store", store)
    assert done.exit_code == 1 and done.stdout == ""
    assert "Juventus to AC Milan, summer 2025 (3 reports)" in done.stderr


def test_none_that_answers_is_told_with_the_nearest(run: Run, store: str) -> None:
    done = run("saga", "Cambiazzo", "--store", store)
    assert done.exit_code == 1 and "nearest: Andrea Cambiaso" in done.stderr
