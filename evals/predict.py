"""A reading in the format of the annotation guide."""

from __future__ import annotations

from mercato.pipeline.reader import Explained
from mercato.views.guide import guide


def predicted(explained: Explained) -> dict:
    """The prediction that the scorer reads."""
    return guide(explained.reading)
