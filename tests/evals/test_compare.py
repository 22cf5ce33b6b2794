"""Two sides on the same articles: folders of predictions, and the remote extractor over real HTTP."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from compare import main, table
from corpus import CORPUS
from endpoint import endpoint, failure, scripted, told

ID = json.loads((CORPUS / "meta.jsonl").read_text(encoding="utf-8").splitlines()[0])["id"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One article of the corpus."""
    folder = tmp_path / "corpus"
    for name in (f"texts/{ID}.txt", f"gold/{ID}.json"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes((CORPUS / name).read_bytes())
    (folder / "meta.jsonl").write_text((CORPUS / "meta.jsonl").read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    return folder


def test_perfect_reading_beside_an_empty_one_and_what_is_missing_named(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main([str(empty), str(corpus / "gold"), "--corpus", str(corpus)]) == 0
    shown = capsys.readouterr()
    assert any(line.split()[1:] == ["moves", "F1", "0.000", "1.000", "+1.000"] for line in shown.out.splitlines()), shown.out
    assert f"has no reading of {ID}" in shown.err


def test_remote_is_asked_once_for_what_is_kept(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep = tmp_path / "kept"
    with endpoint(scripted(told())) as here:
        args = ["remote", str(corpus / "gold"), "--corpus", str(corpus), "--endpoint", here.url, "--model", "m", "--keep", str(keep), "--price", "1", "1"]
        assert main(args) == 0 == main(args)
    assert len(here.asked) == 1 and (keep / f"{ID}.json").exists()
    assert "m: 1 article, 1 answer, 1,000 tokens sent, 100 answered, cost 0.0011" in capsys.readouterr().err


def test_endpoint_that_refuses_is_no_figure(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with endpoint(scripted(failure(401))) as here:
        assert main(["remote", str(corpus / "gold"), "--corpus", str(corpus), "--endpoint", here.url, "--model", "m"]) == 1
    shown = capsys.readouterr()
    assert shown.out == "" and "wants a key" in shown.err


@pytest.mark.parametrize(("args", "says"), [(["remote", "built-in"], "--endpoint and --model"), (["built-in", "nowhere"], "neither an extractor")])
def test_wrong_usage_is_said(args: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(args)
    assert says in capsys.readouterr().err


def test_what_only_one_side_has_is_a_dash() -> None:
    head, line = table(("a", "b"), ({"en": {"fee F1": 0.5}}, {}))
    assert head.split() == ["a", "b", "difference"] and line.split() == ["en", "fee", "F1", "0.500", "-"]
