"""Who is known, looked up from the command line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from told import Run

from mercato.knowledge.book import Fact, write_book
from mercato.model.world import Club, Name, Person


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


def test_a_name_that_many_bear_is_cut_short_and_says_so(run: Run) -> None:
    shown = run("knowledge", "find", "Silva", "--limit", "2").output
    assert "more: say more of the name" in shown and "bernardo-silva" in shown
    every, some = (json.loads(run("knowledge", "find", "Silva", "--json", *limit).output) for limit in ((), ("--limit", "2")))
    assert some == every[:2] and len(every) > 2


@dataclass
class Contents:
    clubs: Sequence[Club] = (Club("rovers", "Cinder Rovers", "Nowhere", (Name("Cinder Rovers", kind="name"),)),)
    people: Sequence[Person] = (Person("bo-ashdown", "Bo Ashdown", (Name("Bo Ashdown", kind="name"),), ("player",)),)
    facts: Mapping[str, Sequence[Fact]] = field(default_factory=lambda: {"bo-ashdown": [("name", "Bo Ashdown", "user: own.csv")]})


def test_the_book_given_is_gone_by(run: Run, store: str, tmp_path: Path) -> None:
    book, text = str(tmp_path / "own.book"), tmp_path / "news.txt"
    write_book(Path(book), Contents())
    text.write_text("Rovers want Ashdown\n\nCinder Rovers want to sign Bo Ashdown this summer.", encoding="utf-8")
    assert "bo-ashdown" in run("knowledge", "find", "Ashdown", "--knowledge", book).output
    assert "user: own.csv" in run("knowledge", "show", "bo-ashdown", "--knowledge", book).output
    assert "bo-ashdown" in run("person", "Ashdown", "--store", store, "--knowledge", book, "--json").output
    (move,) = json.loads(run("extract", str(text), "--knowledge", book).output)["moves"]
    assert (move["person"], move["to"]) == ("Bo Ashdown", "Cinder Rovers")
    assert run("knowledge", "find", "Perin", "--knowledge", book).exit_code == 1
    assert "mattia-perin" in run("knowledge", "find", "Perin", "--knowledge", "starter").output


def test_a_book_that_is_none_is_refused_with_what_to_do(run: Run, tmp_path: Path) -> None:
    for command in (["knowledge", "find", "Perin"], ["extract", __file__]):
        done = run(*command, "--knowledge", str(tmp_path / "none.book"))
        assert done.exit_code == 1 and "none.book" in done.stderr and "mercato knowledge build" in done.stderr
