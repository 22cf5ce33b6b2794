"""Who is known, looked up from the command line."""

from __future__ import annotations

import json

from told import Run


def test_find_gives_ids_and_reasons(run: Run) -> None:
    shown = run("knowledge", "find", "Perin").output
    assert "mattia-perin" in shown and "surname of usual name" in shown


def test_find_on_a_day_says_where_he_was(run: Run) -> None:
    told = json.loads(run("knowledge", "find", "Mattia", "Perin", "--on", "2020-10", "--json").output)
    assert any("Genoa" in reason and "on loan" in reason for reason in told[0]["reasons"])


def test_show_tells_names_and_career(run: Run) -> None:
    shown = run("knowledge", "show", "juventus").output
    assert "Allianz Stadium" in shown and "Bianconeri" in shown
    assert "Career" in run("knowledge", "show", "mattia-perin").output


def test_nobody_is_refused_with_the_nearest(run: Run) -> None:
    done = run("knowledge", "find", "Matia Perrin")
    assert done.exit_code == 1 and "Mattia Perin" in done.stderr
