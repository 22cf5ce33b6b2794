"""Type the stretches of a text: title, heading, body, caption, teaser, noise."""

from __future__ import annotations

import re

from mercato.model.article import Block, BlockKind, Span

_LINE = re.compile(r"[^\s][^\n]*")


def blocks(text: str, language: str) -> tuple[Block, ...]:
    """The typed blocks of `text`, in order, not overlapping."""
    return tuple(Block(BlockKind.BODY, Span(m.start(), m.start() + len(m.group().rstrip()))) for m in _LINE.finditer(text))
