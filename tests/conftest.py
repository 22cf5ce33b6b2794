"""Fixtures every test may ask for, and what is left out where the development data are not beside the project."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


def pytest_configure() -> None:
    """Whatever book somebody has built on this machine, and whatever he has judged, tests go by what ships."""
    os.environ["MERCATO_KNOWLEDGE"] = "starter"
    os.environ["MERCATO_JUDGEMENTS"] = os.devnull


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `shared` are skipped where there is no ../shared."""
    if SHARED.is_dir():
        return
    skip = pytest.mark.skip(reason="no ../shared here")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(skip)


def pytest_collection_finish() -> None:
    """What importing the tests has made stays until the end: the collector of garbage need not look at it again and again."""
    gc.freeze()
