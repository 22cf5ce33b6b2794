"""A reading in the format of the annotation guide."""

from __future__ import annotations

from typing import Any

from mercato.pipeline.reader import Explained
from mercato.views.guide import guide


def predicted(explained: Explained) -> dict[str, Any]:
    """The prediction that the scorer reads."""
    return guide(explained.reading)
