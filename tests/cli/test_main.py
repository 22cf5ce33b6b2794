"""What holds for every command: quick help, exit codes, errors that say what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from made import article, reading
from told import Run

from mercato.cli.main import COMMANDS
from mercato.store.sqlite import Sqlite


def test_help_lists_every_command_without_importing_anything_heavy() -> None:
    code = """
import sys
from click.testing import CliRunner
from mercato.cli.main import COMMANDS, mercato
shown = CliRunner().invoke(mercato, ["--help"])
assert shown.exit_code == 0 and all(name in shown.output for name in COMMANDS), shown.output
heavy = {"rich", "sqlalchemy", "msgspec", "yaml", "numpy", "mercato.library", "mercato.pipeline"} & set(sys.modules)
assert not heavy, heavy
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_begins_like_the_list(run: Run, command: str) -> None:
    shown = run(command, "--help")
    assert shown.exit_code == 0 and "Usage: mercato" in shown.output


def test_python_m_mercato_is_the_command(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "mercato", "--version"], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.startswith("mercato ")


@pytest.mark.parametrize("args", [["nonsense"], ["sagas", "--state", "happy"], ["sagas", "--since", "yesterday"], ["saga"], ["correct", "x"], ["read"]])
def test_wrong_usage_is_2(run: Run, store: str, args: list[str]) -> None:
    assert run(*args).exit_code == 2


def test_a_command_misspelt_is_answered_with_the_nearest(run: Run) -> None:
    assert "Did you mean sagas or saga" in run("sagass").stderr


@pytest.mark.parametrize("command", [["sagas"], ["saga", "x"], ["sources"], ["judge"], ["export", "claims"]])
def test_without_a_store_it_says_how_to_make_one_and_makes_none(run: Run, tmp_path: Path, command: list[str]) -> None:
    done = run(*command)
    assert done.exit_code == 1
    assert "there is no store yet" in done.stderr and "mercato read PATH" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_store_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("no database, just some notes " * 100)
    done = run("sagas", "--store", str(path))
    assert done.exit_code == 1 and "not a mercato store" in done.stderr


def test_sagas_left_out_of_date_are_owned_up_to(run: Run, store: str, tmp_path: Path) -> None:
    assert run("sagas", "--store", store).stderr == ""
    opened = Sqlite(store)
    opened.add(reading(article("Perin to Milan, once more")))
    opened.close()
    assert "the sagas of 1 people are not up to date" in run("sagas", "--store", store).stderr
    (tmp_path / "note.txt").write_text("The match ended without goals on Sunday afternoon in the rain.")
    run("read", str(tmp_path / "note.txt"), "--store", store)
    assert run("sagas", "--store", store).stderr == ""


def test_the_store_may_be_named_in_the_environment(run: Run, store: str) -> None:
    assert "Cambiaso" in run("sagas", env={"MERCATO_STORE": store}).output
