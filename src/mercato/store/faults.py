"""Turn what the database complains of into a BadStore that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from mercato.errors import BadStore

# The words of sqlite's message, and the reason and remedy to tell instead.
_REMEDIES = (
    ("is full", "the disk is full; what was stored before is kept: free some space and run the same command again"),
    ("disk i/o error", "the disk could not be read or written; check free space and permissions, then run the same command again"),
    ("unable to open", "the file cannot be opened or created; check that its folder exists and may be written, or give another path with --store"),
    ("readonly", "the file or its folder may not be written; change the permissions, or give another path with --store"),
    ("not a database", "the file is not a mercato store; give another path with --store"),
    ("malformed", "the store is damaged; restore it from a copy, or read the articles again into another path given with --store"),
    ("is locked", "another program is writing to the store; wait until it ends and run the same command again"),
)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Raise any database error inside as BadStore naming `place`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        remedy = next((words for key, words in _REMEDIES if key in said.casefold()), None)
        raise BadStore(f"{place}: {remedy or f'the database refused: {said}'}") from error
