"""Reading from the command line: the summary, what is refused, the bar."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from told import Run

from mercato.cli import progress
from mercato.cli.progress import Bar, expected

TEXT = "Juventus goalkeeper Mattia Perin has signed for Genoa, the club announced on Monday. The transfer fee is four million euros."
POLISH = "Napastnik reprezentacji Polski przechodzi do nowego klubu, poinformowano w poniedziałek rano na stronie klubu. Kontrakt podpisano na trzy lata."


def test_good_articles_are_read_and_bad_ones_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_text("")
    lines = [json.dumps({"text": TEXT + " More soon.", "date": "2025-06-09"}), "{broken", json.dumps({"text": POLISH})]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines))
    done = run("read", str(tmp_path / "good.txt"), str(tmp_path / "empty.txt"), str(tmp_path / "lines.jsonl"), str(tmp_path / "none.txt"))
    assert done.exit_code == 1
    refused = [line for line in done.stderr.splitlines() if line.startswith("refused ")]
    assert len(refused) == 3
    assert all(any(place in line for line in refused) for place in ("empty.txt", "lines.jsonl, line 2", "none.txt: no such file"))
    summary = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    assert ["3", "articles read"] in [[count, said.strip()] for count, said in summary]
    assert any(count == "1" and "languages that are not read" in said for count, said in summary)
    assert any(count == "3" and "refused" in said for count, said in summary)


def test_reading_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    run("read", str(tmp_path / "good.txt"))
    before = run("export", "claims").output
    again = run("read", str(tmp_path / "good.txt"), "--json")
    assert again.exit_code == 0
    assert {"articles": 0, "known": 1, "refused": []}.items() <= json.loads(again.output).items()
    assert run("export", "claims").output == before


def test_what_is_read_is_told(run: Run, tmp_path: Path) -> None:
    assert run("read", "-", "--source", "Tuttosport", "--published", "2025-06-09", stdin=TEXT).exit_code == 0
    told = json.loads(run("saga", "Perin Genoa", "--json").output)
    assert told["entries"][0]["outlet"] == "Tuttosport" and told["entries"][0]["published"] == "2025-06-09"


class TestBar:
    def test_it_shows_count_and_end_when_it_takes_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(progress, "PATIENCE", 0.0)
        out = io.StringIO()
        bar = Bar(40, Console(file=out, force_terminal=True, width=100))
        bar("articles", 12)
        bar("people", 3)
        bar.stop()
        assert "reading articles" in out.getvalue() and "12/40" in out.getvalue() and "weaving sagas" in out.getvalue()

    def test_it_is_silent_at_first_and_where_there_is_no_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        out = io.StringIO()
        Bar(40, Console(file=out, force_terminal=True))("articles", 12)
        monkeypatch.setattr(progress, "PATIENCE", 0.0)
        Bar(40, Console(file=out, force_terminal=False))("articles", 12)
        assert out.getvalue() == ""

    def test_how_many_articles_there_are(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("x")
        (tmp_path / "b.jsonl").write_text("{}\n{}\n")
        assert expected([str(tmp_path)]) == 3
        assert expected([str(tmp_path), "-"]) is None
        (tmp_path / "c.jsonl.gz").write_bytes(b"\x1f\x8b broken")
        assert expected([str(tmp_path)]) is None
