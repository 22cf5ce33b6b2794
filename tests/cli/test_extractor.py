"""Choosing the remote extractor: off by default, said clearly where something is missing, the bill on stderr, the key nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from endpoint import completion, endpoint, failure, move, scripted, told, who
from told import Run

TEXT = "Milan want to sign the Juventus goalkeeper Mattia Perin."
WANT = move(who("Mattia Perin"), who("AC Milan", "Milan"), "interested", "want to sign", from_=who("Juventus"))
INVENTED = move(who("Mattia Perin"), who("Real Madrid"), "done", "has joined")
KEY = "sk-very-secret"
REMOTE = ("--extractor", "remote", "--model", "some-model", "--endpoint")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps({"id": f"a{n}", "text": f"{TEXT} {n}", "lang": "en"}) for n in range(4)))
    return path


def test_moves_of_the_model_are_told_and_what_they_took(run: Run, articles: Path) -> None:
    with endpoint(scripted(told([WANT, INVENTED]))) as here:
        done = run("extract", str(articles), *REMOTE, here.url, "--price", "2", "10", env={"MERCATO_KEY": KEY})
    assert done.exit_code == 0, done.output
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(m["person"], m["from"], m["to"], m["stage"]) for m in lines[0]["moves"]] == [("Mattia Perin", "Juventus", "AC Milan", "interested")]
    assert lines[0]["moves"][0]["evidence"]["stage"] == [[6, 18]]
    assert len(lines) == 4
    bill = "4 articles, 4 answers, 4,000 tokens sent, 400 answered, cost 0.0120, 4 claims refused: the words are not in the article"
    assert done.stderr == f"some-model: {bill}\n"
    assert here.asked[0].headers["Authorization"] == f"Bearer {KEY}"


def test_environment_names_the_endpoint_but_switches_nothing_on(run: Run, articles: Path) -> None:
    with endpoint(scripted(told([WANT]))) as here:
        named = {"MERCATO_ENDPOINT": here.url, "MERCATO_MODEL": "some-model", "MERCATO_PRICE": "1 1"}
        assert run("extract", str(articles), env=named).exit_code == 0
        assert here.asked == []
        assert "cost 0.0044" in run("extract", str(articles), "--extractor", "remote", env=named).stderr
        assert len(here.asked) == 4


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--extractor", "remote"), "needs --endpoint URL (or MERCATO_ENDPOINT)"),
        (("--extractor", "remote", "--endpoint", "https://host.example/v1"), "needs --model NAME (or MERCATO_MODEL)"),
        (("--endpoint", "https://host.example/v1"), "--endpoint is for --extractor remote"),
        ((*REMOTE, "host.example"), "write it like https://host/v1"),
        ((*REMOTE, "http://host.example/v1", "--key-variable", "OTHER"), "OTHER would travel there unencrypted"),
        ((*REMOTE, "https://host.example/v1", "--explain"), "leave out one of --explain and --extractor"),
        ((*REMOTE, "https://host.example/v1", "--temperature", "hot"), "neither a number nor none"),
        (("--extractor", "oracle"), "built-in"),
    ],
)
def test_wrong_usage_says_what_is_missing(run: Run, articles: Path, args: tuple[str, ...], says: str) -> None:
    done = run("extract", str(articles), *args, env={"OTHER": KEY})
    assert done.exit_code == 2 and says in " ".join(done.stderr.split())
    assert KEY not in done.output


def test_wrong_key_stops_at_once_without_repeating_it(run: Run, articles: Path) -> None:
    with endpoint(scripted(told([WANT]), failure(401, f"Incorrect API key provided: {KEY}"))) as here:
        done = run("extract", str(articles), "--json", *REMOTE, here.url, env={"MERCATO_KEY": KEY})
    assert done.exit_code == 1 and len(here.asked) == 2
    assert "it refuses the key in MERCATO_KEY" in done.stderr and KEY not in done.output
    assert [one["id"] for one in json.loads(done.stdout)] == ["a0"], "what was read before is a whole array"


def test_article_without_a_usable_answer_is_named_and_the_rest_read(run: Run, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with endpoint(scripted(*[completion("no")] * 3, told([WANT]))) as here:
        done = run("extract", str(articles), "--out", str(out), *REMOTE, here.url, "--temperature", "none")
    assert done.exit_code == 1 and "a0: " in done.stderr and "cannot be used" in done.stderr
    assert sorted(path.name for path in out.iterdir()) == ["a1.json", "a2.json", "a3.json"]


def test_endpoint_out_of_reach_is_said(run: Run, articles: Path) -> None:
    with endpoint(scripted(told())) as gone:
        pass
    done = run("extract", str(articles), *REMOTE, gone.url, "--attempts", "1")
    assert done.exit_code == 1 and "cannot be reached" in done.stderr and "3 articles in a row" in done.stderr
