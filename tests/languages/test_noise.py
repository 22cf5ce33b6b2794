"""Every pattern of every noise.yml must take its `matches` and leave its `rejects`; the files are strict."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from mercato.errors import BadKnowledge
from mercato.languages.heads import OPEN, heads
from mercato.languages.lines import CREDIT, KINDS, LONG, LONGEST, compile_lines, line_pattern, lines
from mercato.languages.noise import Line, noise, noises, read_noise

LANGUAGES = ("en", "it", "es", "fr", "de", "pt")
WHOLE = [(language, kind, line) for language, file in noises().items() for kind in (*KINDS, "address") for line in getattr(file, kind)]
OPENINGS = [(language, line) for language, file in noises().items() for line in file.opening]
CREDITS = [(language, line) for language, file in noises().items() for line in file.credit]


def _takes(line: Line, text: str) -> bool:
    return re.fullmatch(line_pattern(line), text if line.case else text.lower()) is not None


@pytest.mark.parametrize(("language", "kind", "line"), WHOLE, ids=lambda value: value.pattern[:30] if isinstance(value, Line) else value)
def test_pattern_takes_its_matches_and_leaves_its_rejects(language: str, kind: str, line: Line) -> None:
    assert line.matches
    assert [text for text in line.matches if not _takes(line, text)] == []
    assert [text for text in line.rejects if _takes(line, text)] == []


@pytest.mark.parametrize(("language", "kind", "line"), WHOLE, ids=lambda value: value.pattern[:30] if isinstance(value, Line) else value)
def test_all_languages_together_still_know_the_line_as_no_part_of_the_article(language: str, kind: str, line: Line) -> None:
    assert [text for text in line.matches if lines().kind(text) is None] == []


SAID = sorted({text for _, _, line in WHOLE for text in (*line.matches, *line.rejects)})


def test_looking_by_first_letters_and_needed_words_finds_what_trying_every_pattern_finds() -> None:
    patterns = [(line, re.compile(line_pattern(line))) for _, _, line in WHOLE]
    tried = {text: any(pattern.fullmatch(text if line.case else text.lower()) for line, pattern in patterns) for text in SAID}
    assert [text for text in SAID if len(text) <= LONGEST and (lines().kind(text) is not None) is not tried[text]] == []


def test_no_pattern_without_needs_can_begin_with_anything() -> None:
    assert [line.pattern for _, kind, line in WHOLE if kind in KINDS and not line.needs and OPEN in heads(line_pattern(line))] == []


@pytest.mark.parametrize(("language", "kind", "line"), WHOLE, ids=lambda value: value.pattern[:30] if isinstance(value, Line) else value)
def test_no_line_however_odd_keeps_a_pattern_busy(language: str, kind: str, line: Line) -> None:
    pattern = re.compile(f"(?:{line_pattern(line)})\\Z")
    fillings = ["A", "a", " ", "A ", "Ab-", "| ", ". ", "(", "1 ", *line.matches[0].split()]
    odd = [(text + filling * LONG)[: LONG - 1] + "§" for text in ("", line.matches[0], line.matches[0][: len(line.matches[0]) // 2]) for filling in fillings]
    started = process_time()
    for text in odd:
        pattern.match(text if line.case else text.lower())
    assert process_time() - started < 0.5  # a thousandth of it is usual; a pattern that tries all ways of cutting a word takes minutes


@pytest.mark.parametrize(("language", "line"), OPENINGS)
def test_opening_is_taken_off_the_front(language: str, line: Line) -> None:
    for text in line.matches:
        found = lines().opening.match(text + " Milan want Perin.")
        assert found and found.end() >= len(text)
    assert [text for text in line.rejects if lines().opening.match(text)] == []


@pytest.mark.parametrize(("language", "line"), CREDITS)
def test_credit_is_found_in_its_parentheses(language: str, line: Line) -> None:
    pattern = re.compile(CREDIT.format(line.pattern), re.IGNORECASE)
    assert [text for text in line.matches if not pattern.fullmatch(text)] == []
    assert [text for text in line.rejects if pattern.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_months_weekdays_and_abbreviations(language: str) -> None:
    file = noise(language)
    assert set(file.months.values()) == set(range(1, 13))
    assert len(file.weekdays) >= 7
    assert file.abbreviations


def test_a_new_language_is_a_file_and_no_python(tmp_path: Path) -> None:
    folder = tmp_path / "nl"
    folder.mkdir()
    (folder / "noise.yml").write_text("teaser:\n  - pattern: 'Lees OOK ?: .+'\n    matches: ['Lees ook: Ajax']\nmonths: {januari: 1}\n")
    files = read_noise(tmp_path)
    assert files["nl"].months == {"januari": 1}
    assert compile_lines(tuple(files.values())).kind("LEES OOK: Ajax zoekt") == "teaser"


def test_unknown_key_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "nl"
    folder.mkdir()
    (folder / "noise.yml").write_text("nosie: []\n")
    with pytest.raises(BadKnowledge, match=r"noise\.yml.*nosie"):
        read_noise(tmp_path)


@pytest.mark.parametrize("pattern", ["(unclosed", "(numbered) group"])
def test_bad_pattern_is_an_error(pattern: str) -> None:
    with pytest.raises(BadKnowledge):
        line_pattern(Line(pattern, ["x"]))


def test_case_is_ignored_without_breaking_escapes() -> None:
    assert re.fullmatch(line_pattern(Line(r"LEES\S+\W\D", [])), "lees-ook x".lower()) is not None
