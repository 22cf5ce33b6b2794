"""The SQLite file: what goes wrong with files, and what the user is told to do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from made import article, reading
from sqlalchemy import Connection, event, inspect, text

from mercato.errors import BadStore
from mercato.store import migrations
from mercato.store.schema import VERSION
from mercato.store.sqlite import Sqlite, open_store


def run(place: Path, *statements: str) -> None:
    with closing(sqlite3.connect(place)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with one article."""
    with closing(open_store(str(tmp_path / "mercato.db"))) as store:
        store.add(reading(article("Milan want Perin.")))
    return tmp_path / "mercato.db"


def refusal(location: Path | str) -> str:
    with pytest.raises(BadStore) as refused:
        open_store(str(location))
    assert str(location) in str(refused.value)
    return str(refused.value)


def test_a_store_is_kept_between_runs(place: Path) -> None:
    with closing(open_store(f"sqlite:///{place}")) as store:
        assert store.counts().articles == 1


def test_the_folder_is_made(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "a" / "b" / "mercato.db"))) as store:
        assert store.counts().articles == 0


def test_writers_and_readers_do_not_wait_for_each_other(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_newer_version_says_which_and_to_upgrade(place: Path) -> None:
    run(place, f"UPDATE meta SET value = '{VERSION + 4}' WHERE name = 'version'")
    said = refusal(place)
    assert f"version {VERSION + 4}" in said and "upgrade mercato" in said
    run(place, f"UPDATE meta SET value = '{VERSION}' WHERE name = 'version'")
    with closing(open_store(str(place))) as store:
        assert store.counts().articles == 1, "refusing must not touch it"


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    run(tmp_path / "other.db", "CREATE TABLE photos (id INTEGER)")
    assert "not a mercato store" in refusal(tmp_path / "other.db")
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("photos",)]


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Perin to Milan? " * 100)
    assert "not a mercato store" in refusal(tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text().startswith("Perin")


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "--store" in refusal(tmp_path / "file" / "mercato.db")


def test_a_folder_that_cannot_be_written() -> None:
    assert "--store" in refusal("/proc/mercato.db")


def test_another_kind_of_store_is_named() -> None:
    assert "postgresql" in refusal("postgresql://localhost/mercato")


def limited(store: Sqlite, pages: int) -> None:
    """From now on the file cannot grow beyond `pages`: what SQLite then says is what it says on a full disk."""

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    store._engine.dispose()
    event.listen(store._engine, "connect", limit)


def test_a_full_disk_loses_nothing_that_was_stored(place: Path) -> None:
    store = open_store(str(place))
    limited(store, 60)
    stored = 1
    with closing(store), pytest.raises(BadStore, match=r"disk is full.*free some space.*again"):
        for n in range(1000):
            store.add(reading(article(f"{n} " + "Milan want Perin. " * 200)))
            stored += 1
    assert 1 < stored < 1000
    with closing(open_store(str(place))) as again:
        assert again.counts().articles == again.counts().claims == stored
        again.add(reading(article("There is room again.")))
        assert again.counts().articles == stored + 1


def test_an_older_store_is_brought_up_step_by_step(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def second(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE article ADD COLUMN tone VARCHAR"))

    def third(connection: Connection) -> None:
        connection.execute(text("UPDATE article SET tone = 'calm'"))

    monkeypatch.setattr(migrations, "VERSION", VERSION + 2)
    monkeypatch.setattr(migrations, "STEPS", {VERSION + 1: second, VERSION + 2: third})
    for _ in range(2):
        with closing(open_store(str(place))) as store:
            assert store.counts().articles == 1
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT tone FROM article").fetchall() == [("calm",)]
        assert connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone() == (str(VERSION + 2),)


def test_a_step_that_fails_leaves_the_store_as_it_was(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def second(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE article ADD COLUMN tone VARCHAR"))
        connection.execute(text("UPDATE nothing SET tone = 'calm'"))

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "VERSION", VERSION + 1)
        patch.setattr(migrations, "STEPS", {VERSION + 1: second})
        refusal(place)
    with closing(open_store(str(place))) as store, store._engine.connect() as connection:
        assert "tone" not in {column["name"] for column in inspect(connection).get_columns("article")}


def test_every_version_has_a_step() -> None:
    assert set(migrations.STEPS) == set(range(2, VERSION + 1))
