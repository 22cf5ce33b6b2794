"""The language of the worked example in CONTRIBUTING loads, keeps its promises and reads its article, with no Python but what any user runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import fillings

from mercato.languages import noise
from mercato.languages import pack as packs
from mercato.model.claim import Against, Money, Reading, Stage, Tense
from mercato.pipeline.reader import built_in
from mercato.text.read import article_of
from mercato.text.received import Received

PAGE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"```yaml\n# file: (\S+)\n(.*?)```", PAGE, re.DOTALL))
ARTICLE = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[0]
ROLES = ("person", "to", "from")


def _forget() -> None:
    for cached in (packs.pack, packs.languages, noise.noises, noise.lines, noise.noise, noise.months):
        cached.cache_clear()


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the example, named in MERCATO_LANGUAGES as a user would name it."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("MERCATO_LANGUAGES", str(tmp_path))
    _forget()
    yield tmp_path
    monkeypatch.undo()
    _forget()


def _read(text: str) -> Reading:
    received = Received("article", text, "article.txt", language="nl")
    return built_in().extract(article_of(received, lambda name: None, packs.languages()))


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


@pytest.mark.usefixtures("dutch")
def test_article_of_the_page_is_read_to_the_claim_it_promises() -> None:
    reading = _read(ARTICLE)
    (claim,) = [claim for claim in reading.claims if claim.tense is Tense.CURRENT]
    assert (claim.person.name, claim.person.entity) == ("Sem Kuipers", None)
    assert claim.destination is not None and claim.destination.name == "Ajax"
    assert claim.origin is not None and claim.origin.name == "PSV Eindhoven"
    assert (claim.stage, claim.fee, claim.against) == (Stage.OFFER, Money(5_000_000.0, "EUR"), (Against.SELLER,))
    assert [source.name for source in claim.sources] == ["De Telegraaf"]
    said = {evidence.field: evidence.said for evidence in claim.evidence}
    assert said["stage"] == "bod van 5 miljoen euro op"
