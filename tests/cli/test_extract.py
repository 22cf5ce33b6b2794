"""Articles to JSON without a store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from told import Run

TEXT = "Juventus goalkeeper Mattia Perin has signed for Genoa, the club announced on Monday."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT)
    many = [{"id": "first", "text": TEXT}, {"text": TEXT}, {"id": "../up", "text": TEXT}]
    (folder / "many.jsonl").write_text("\n".join(map(json.dumps, many)))
    return folder


def test_one_file_an_article_under_its_name(run: Run, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    done = run("extract", str(articles), "--out", str(out))
    assert done.exit_code == 0 and done.stdout == ""
    assert {"one.json", "first.json", "many-2.json"} < {path.name for path in out.iterdir()} and len(list(out.iterdir())) == 4
    told = json.loads((out / "one.json").read_text())
    assert {"moves", "contracts", "persons", "clubs", "topic"} <= set(told) and "Mattia Perin" in told["persons"]
    assert not (tmp_path / "none.db").exists()


def test_two_of_one_name_are_both_kept(run: Run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(TEXT + folder)
    run("extract", str(tmp_path / "a"), str(tmp_path / "b"), "--out", str(tmp_path / "out"))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"same.json", "same-2.json"}


def test_without_a_folder_one_line_an_article_or_one_array(run: Run, articles: Path) -> None:
    lines = run("extract", str(articles)).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines][:2] == [one["id"] for one in json.loads(run("extract", str(articles), "--json").stdout)][:2]
    assert len(lines) == 4


def test_nothing_read_is_an_empty_array_and_a_refusal(run: Run, tmp_path: Path) -> None:
    done = run("extract", str(tmp_path / "none.txt"), "--json")
    assert done.exit_code == 1 and json.loads(done.stdout) == [] and "no such file" in done.stderr


def test_explain_shows_sentences_mentions_candidates_and_reasons(run: Run, articles: Path) -> None:
    shown = run("extract", str(articles / "one.txt"), "--explain").stdout
    assert "[Mattia Perin]" in shown and "[Genoa]" in shown
    assert "mattia-perin" in shown
    assert shown.index("Who is named") < shown.index("Possible moves") < shown.index("laims")
    assert "likely: " in shown or "dropped" in shown


def test_explain_of_an_undated_article_tells_what_is_read(run: Run, tmp_path: Path) -> None:
    text = "Liverpool want Isak\n\nLiverpool have agreed a fee of £125m with Newcastle United for Alexander Isak. Chelsea are also keen."
    (tmp_path / "isak.txt").write_text(text, encoding="utf-8")
    read = json.loads(run("extract", str(tmp_path / "isak.txt"), "--json").stdout)[0]["moves"]
    shown = run("extract", str(tmp_path / "isak.txt"), "--explain").stdout.partition("laims")[2]
    assert read[0]["to"] == "Liverpool"
    for move in read:
        assert f"{move['from']} → {move['to']}" in shown


def test_explain_says_when_a_language_is_not_read(run: Run, tmp_path: Path) -> None:
    assert "does not read" in run("extract", "-", "--explain", "--lang", "pl", stdin="Napastnik przechodzi do nowego klubu.").stdout
