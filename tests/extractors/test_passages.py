"""Words are found where they stand, and only where claims can be; offsets are code points of the text as received."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import article

from mercato.extractors.passages import Passages
from mercato.model.article import Block, BlockKind, Span

TEXT = "😀 Milan’s  “dream”\nis Perin — says\u00a0Tuttosport…\n\nSchalkes Draxler, International, Jose\u0301 Mourinho. Milan again."


def found(words: str, text: str = TEXT, near: int | None = None) -> str | None:
    span = Passages(article(text)).find(words, near)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("dream", "dream"),
        ("  Perin ", "Perin"),
        ('Milan\'s "dream" is Perin', "Milan’s  “dream”\nis Perin"),
        ("Perin - says Tuttosport...", "Perin — says\u00a0Tuttosport…"),
        ("José Mourinho", "Jose\u0301 Mourinho"),
        ("Schalke", "Schalke"),
        ("Milan", "Milan"),
    ],
)
def test_words_are_found_letter_by_letter_or_but_for_space_and_quotes(words: str, said: str) -> None:
    assert found(words) == said


@pytest.mark.parametrize("words", ["Inter", "ilan", "raxler", "Schalkes Drax", "Juventus", "perin", "", " . ", "“”", "dream Perin"])
def test_words_that_are_not_there_are_not_found(words: str) -> None:
    assert found(words) is None


def test_nearest_place_is_taken() -> None:
    places = Passages(article(TEXT))
    first, last = places.find("Milan"), places.find("Milan", len(TEXT))
    assert first == Span(2, 7) and last == Span(TEXT.rindex("Milan"), TEXT.rindex("Milan") + 5)


def test_words_of_noise_are_no_evidence_and_not_sent() -> None:
    text = "Milan want Perin.\nRead also: Chiesa to Napoli"
    blocks = (Block(BlockKind.BODY, Span(0, 17)), Block(BlockKind.TEASER, Span(18, len(text))))
    places = Passages(replace(article(text), blocks=blocks))
    assert places.find("Chiesa to Napoli") is None and places.find("Perin.\nRead") is None
    assert places.text == "Milan want Perin."


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_any_whole_words_are_found_again(text: str, start: int, length: int) -> None:
    words = text[start : start + length]
    span = Passages(article(text)).find(words)
    if span is not None and words.strip() in text:
        assert span.of(text) == words.strip()


@given(st.text(max_size=60), st.text(max_size=10))
def test_what_is_found_is_in_the_text(text: str, words: str) -> None:
    span = Passages(article(text)).find(words)
    assert span is None or (0 <= span.start < span.end <= len(text))
