"""Bring a store up to the version this mercato writes, one numbered step after another."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from mercato.errors import BadStore
from mercato.store.schema import VERSION, meta, metadata

# Step n brings a store from version n - 1 to n; a new store is made by schema.py as it stands. A step is never edited once released.
STEPS: dict[int, Callable[[Connection], None]] = {}


def version_of(connection: Connection) -> int | None:
    """The version of the store, 0 for an empty database, None for a database that is no store."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return 0
    if "meta" not in tables or "article" not in tables:
        return None
    found = connection.execute(select(meta.c.value).where(meta.c.name == "version")).scalar()
    return int(found) if found and found.isdecimal() else None


def _newer(place: str, version: int) -> BadStore:
    return BadStore(
        f"{place}: the store has version {version}, this mercato reads versions up to {VERSION}; upgrade mercato, or give another path with --store"
    )


def migrate(connection: Connection, place: str) -> None:
    """Make a new store or run the steps that are missing; raises BadStore for a foreign database or a store of a newer version."""
    version = version_of(connection)
    if version is None:
        raise BadStore(f"{place}: this database is not a mercato store; give another path with --store")
    if version > VERSION:
        raise _newer(place, version)
    if version == 0:
        metadata.create_all(connection, checkfirst=False)
        connection.execute(meta.insert().values(name="version", value=str(VERSION)))
        return
    for step in range(version + 1, VERSION + 1):
        STEPS[step](connection)
        connection.execute(meta.update().where(meta.c.name == "version").values(value=str(step)))
