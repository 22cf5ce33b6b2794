"""Text to the letters of an id."""

from __future__ import annotations

import re

from mercato.model.folding import fold

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens: "Åge Hareide" is "age-hareide"; letters that are not Latin are given by their code points, so that no two
    names become one."""
    plain = "".join(c if c.isascii() or not c.isalnum() else f"u{ord(c):x}" for c in fold(text))
    return _OTHER.sub("-", plain).strip("-") or "none"
