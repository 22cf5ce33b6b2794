"""The words of an article with what they say marked: by colour, or by asterisks where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from mercato.views.passage import Mark, Passage

LEAD = 90  # characters kept before the first mark and after the last of a long passage
LONG = 420  # characters from which a passage is cut to its marks
ORDER = ("stage", "mode", "terms", "conditions", "from", "to", "person", "fee", "sources", "via", "against")  # later ones are drawn over earlier ones


def quote(passage: Passage, *, plain: bool) -> Text:
    """A passage on one line, between quotation marks."""
    start, end = _window(passage)
    said = Text(_flat(passage.text[start:end]))
    marks = [Mark(m.start - start, min(m.end, end) - start, m.field) for m in passage.marks if start <= m.start < end]
    if plain:
        said = Text(_starred(said.plain, _merged(marks, said.plain)))
    else:
        for mark in sorted(marks, key=_rank):
            said.stylize(f"say.{mark.field.split()[0]}" if _known(mark.field) else "bold", mark.start, mark.end)
    return Text.assemble(("“", "aside"), "…" if start else "", said, "…" if end < len(passage.text) else "", ("”", "aside"))


def _known(field: str) -> bool:
    return field.split()[0] in ORDER


def _rank(mark: Mark) -> int:
    name = mark.field.split()[0]
    return ORDER.index(name) if name in ORDER else -1


def _flat(text: str) -> str:
    """The text with every line break, tab and control character as one space: offsets stay."""
    return "".join(char if char.isprintable() else " " for char in text)


def _window(passage: Passage) -> tuple[int, int]:
    """The stretch of a passage worth showing: all of it, unless it is long."""
    length = len(passage.text)
    if length <= LONG:
        return 0, length
    first = min((m.start for m in passage.marks), default=0)
    last = max((m.end for m in passage.marks if m.start < first + LONG), default=first)
    start, end = max(0, first - LEAD), min(length, last + LEAD, first + 2 * LONG)
    start = 0 if start == 0 else passage.text.find(" ", start, first) + 1 or start
    return start, end


def _merged(marks: Iterable[Mark], text: str) -> list[tuple[int, int]]:
    """The stretches of `text` that are marked for anything, neighbours joined."""
    found: list[tuple[int, int]] = []
    for mark in sorted(marks):
        if found and not text[found[-1][1] : mark.start].strip():
            found[-1] = (found[-1][0], max(found[-1][1], mark.end))
        elif mark.end > mark.start:
            found.append((mark.start, mark.end))
    return found


def _starred(text: str, stretches: list[tuple[int, int]]) -> str:
    for start, end in reversed(stretches):
        text = f"{text[:start]}*{text[start:end]}*{text[end:]}"
    return text
