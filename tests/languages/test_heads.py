"""Whatever a pattern matches begins as its heads say, so that a line may be passed over for its first letters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.languages.heads import HEAD, OPEN, heads, longest


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("read more", {"rea"}),
        ("tv|live", {"tv", "liv"}),
        ("by (?:staff|us)", {"by "}),
        (r"\bno\w*", {"no", "no" + OPEN}),
        (r"(?:- )?Up", {"- u", "up"}),
        (r"(?=.*x)(?i:A)[bc]d+", {"abd", "acd"}),
        ("(?:ab)+", {"ab" + OPEN}),
        ("[^a]x", {OPEN}),
        (".{0,9}newsletter", {OPEN, "new"}),
        (r"\w+", {OPEN}),
        ("", {""}),
    ],
)
def test_heads(pattern: str, expected: set[str]) -> None:
    assert heads(pattern) == expected


def test_digits_are_spelled_out_and_a_pattern_with_too_many_beginnings_is_open() -> None:
    assert "1" + OPEN in heads(r"\d+ min") and len(heads(r"\d+ min")) == 10
    assert heads(r"[a-z][a-z][a-z]") == {OPEN}


def test_longest() -> None:
    assert longest(".{0,9}abc") == 12


@given(st.from_regex(r"(?:a|[b-d]{1,2}|\d)?(?:x|yz)*", fullmatch=True), st.just(r"(?:a|[b-d]{1,2}|\d)?(?:x|yz)*"))
def test_what_matches_begins_with_a_head(text: str, pattern: str) -> None:
    assert re.fullmatch(pattern, text)
    if text.isascii():
        assert any(text.startswith(head[:-1]) if head.endswith(OPEN) else text[:HEAD] == head for head in heads(pattern))
