"""The language of the worked example in CONTRIBUTING loads, keeps its promises and reads its article, with no Python but what any user runs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from marked import fillings

from mercato.cli.main import mercato
from mercato.languages import noise
from mercato.languages import pack as packs
from mercato.pipeline.desk import desk

PAGE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"```yaml\n# file: (\S+)\n(.*?)```", PAGE, re.DOTALL))
ARTICLE = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[0]
ROLES = ("person", "to", "from")


def _forget() -> None:
    for cached in (packs.pack, packs.languages, noise.noises, noise.noise, noise.months):
        cached.cache_clear()


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the example, named in MERCATO_LANGUAGES as a user would name it."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("MERCATO_LANGUAGES", str(tmp_path))
    monkeypatch.setattr("mercato.cli.extract.desk", desk)  # not the one that the tests of the commands share, which knows no Dutch
    _forget()
    yield tmp_path
    monkeypatch.undo()
    _forget()


def test_page_shows_a_whole_pack() -> None:
    assert set(FILES) == {"nl/words.yml", "nl/frames.yml"}


def test_pack_of_the_page_is_a_language_we_read(dutch: Path) -> None:
    assert "nl" in packs.languages()
    assert {"en", "it"} <= packs.languages()
    assert len(packs.read_pack(dutch / "nl").frames) == 3


def test_without_the_folder_it_is_not() -> None:
    assert "nl" not in packs.languages()


def test_frames_of_the_page_keep_their_promises(dutch: Path) -> None:
    pack = packs.pack("nl")
    for frame in pack.frames:
        own = {*frame.before, *frame.after}
        for text in frame.matches:
            filled, roles = fillings(text, frame, pack)
            wanted = {(role, at) for at, role in roles.items() if role in own}
            assert any({(role, at) for role, places in found.items() for at in places} >= wanted for found in filled), text
        for text in frame.rejects:
            assert not any(own <= found.keys() for found in fillings(text, frame, pack)[0]), text


def test_command_of_the_page_reads_its_article_to_the_claim_it_promises(dutch: Path) -> None:
    (dutch / "article.txt").write_text(ARTICLE, encoding="utf-8")
    result = CliRunner().invoke(mercato, ["extract", str(dutch / "article.txt"), "--lang", "nl"])
    assert result.exit_code == 0, result.output
    (move,) = json.loads(result.stdout)["moves"]
    stated = {key: move[key] for key in ("person", "from", "to", "tense", "stage", "against", "mode", "fee", "sources")}
    assert stated == {
        "person": "Sem Kuipers", "from": "PSV Eindhoven", "to": "Ajax", "tense": "current", "stage": "offer", "against": ["seller"],
        "mode": "permanent", "fee": {"amount": 5_000_000, "currency": "EUR"}, "sources": ["De Telegraaf"],
    }  # fmt: skip
    assert [ARTICLE[start:end] for start, end in move["evidence"]["stage"]] == ["bod van 5 miljoen euro op"]
