"""What comes from outside cannot steer the terminal, and long passages are cut to what matters."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from mercato.cli.show.console import clean
from mercato.cli.show.words import LONG, quote
from mercato.views.passage import Mark, Passage


@dataclass(frozen=True)
class Page:
    title: str
    lines: tuple[str, ...]


def test_control_characters_become_spaces_everywhere() -> None:
    assert clean(Page("a\x1b[31mred", ("b\r\nc", "Šiš"))) == Page("a [31mred", ("b  c", "Šiš"))


def test_neighbouring_marks_are_one_and_overlapping_ones_too() -> None:
    passage = Passage(0, "Milan want him badly", (Mark(0, 5, "to"), Mark(6, 10, "stage"), Mark(8, 14, "stage")))
    assert quote(passage, plain=True).plain == "“*Milan want him* badly”"


def test_a_long_passage_keeps_the_words_that_say_it() -> None:
    text = "before " * 200 + "Milan want him" + " after" * 200
    start = text.index("Milan")
    shown = quote(Passage(0, text, (Mark(start, start + 14, "stage"),)), plain=True).plain
    assert "*Milan want him*" in shown and shown.startswith("“…") and shown.endswith("…”") and len(shown) < LONG


@given(st.text(max_size=LONG), st.lists(st.tuples(st.integers(0, LONG), st.integers(1, 60)), max_size=4))
def test_in_colour_the_words_stand_as_received_and_marks_on_the_same_letters(text: str, places: list[tuple[int, int]]) -> None:
    flat = "".join(char if char.isprintable() else " " for char in text)
    marks = tuple(Mark(s, min(len(text), s + n), "stage") for s, n in places if s < len(text))
    shown = quote(Passage(0, text, marks), plain=False)
    assert shown.plain == f"“{flat}”"
    assert sorted(shown.plain[s.start : s.end] for s in shown.spans if s.style == "say.stage") == sorted(flat[m.start : m.end] for m in marks)
