"""Read a batch slowly enough to be killed in the middle: run as a program by test_kill.py, with the store's path."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

from made import Scripted, article

from mercato.model.article import Article
from mercato.pipeline.read import Desk, read
from mercato.sagas.windows import Calendar
from mercato.store.sqlite import open_store
from mercato.text.received import Received

PEOPLE = ("MALDINI", "BARESI", "Gino Rossi")


def settle(_: Received) -> Article:
    raise AssertionError("only articles are given")


DESK = Desk(Scripted(), settle, Calendar((), {}.get), date(2025, 9, 1))


def batch() -> list[Article]:
    """Ninety articles on six moves."""
    return [article(f"{PEOPLE[n % 3]} to {('Milan', 'Genoa')[n % 2]}\nnumber {n}", date(2025, 6, 1) + timedelta(days=n)) for n in range(90)]


def slowly(articles: list[Article]) -> Iterator[Article]:
    """One article at a time, telling on standard output when it is asked for."""
    for n, one in enumerate(articles):
        print(n, flush=True)
        time.sleep(0.005)
        yield one


if __name__ == "__main__":
    with closing(open_store(sys.argv[1])) as opened:
        read(opened, slowly(batch()), DESK, chunk=10)
