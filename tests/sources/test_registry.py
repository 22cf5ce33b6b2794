"""Outlet files are read strictly; the press is found by the names and domains it goes by."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from mercato.errors import BadKnowledge
from mercato.model.world import SourceKind
from mercato.sources.registry import read_source, read_sources

OUTLET = "id: tuttosport\nname: Tuttosport\nkind: outlet\nfamily: tuttosport\ncountry: Italy\nlanguages: [it]\ndomains: [tuttosport.com]\n"


def outlet(folder: Path, text: str) -> Path:
    path = folder / "italy" / "tuttosport.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_journalist_belongs_to_the_outlet_he_stands_with(tmp_path: Path) -> None:
    paper, writer = read_source(outlet(tmp_path, OUTLET + "journalists:\n  - {id: gino-rossi, name: Gino Rossi, bias: [torino]}\n"))
    assert (paper.kind, paper.domains, paper.outlet) == (SourceKind.OUTLET, ("tuttosport.com",), None)
    assert (writer.kind, writer.outlet, writer.family) == (SourceKind.JOURNALIST, "tuttosport", "tuttosport")
    assert (writer.languages, writer.bias) == (("it",), ("torino",))


@pytest.mark.parametrize(("text", "told"), [
    (OUTLET + "city: Turin\n", "city"),
    (OUTLET.replace("kind: outlet", "kind: paper"), "paper"),
    (OUTLET + "weak: [Record]\n", "Record"),
    (OUTLET.replace("family: tuttosport\n", ""), "family"),
])  # fmt: skip
def test_an_outlet_that_breaks_the_schema_is_refused_by_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadKnowledge) as refusal:
        list(read_source(outlet(tmp_path, text)))
    assert "tuttosport.yml" in str(refusal.value)
    assert told in str(refusal.value)


def test_two_sources_may_not_share_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERCATO_CACHE", str(tmp_path / "cache"))
    outlet(tmp_path, OUTLET + "journalists:\n  - {id: tuttosport, name: Gino Rossi}\n")
    with pytest.raises(BadKnowledge, match=r"tuttosport\.yml: tuttosport: two sources"):
        read_sources(tmp_path)


def test_the_copy_in_the_cache_says_what_the_files_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERCATO_CACHE", str(tmp_path / "cache"))
    outlet(tmp_path, OUTLET)
    assert read_sources(tmp_path) == read_sources(tmp_path)
    outlet(tmp_path, OUTLET.replace("[it]", "[it, en]"))
    assert read_sources(tmp_path)[0].languages == ("it", "en")


def test_no_domain_belongs_to_two_sources() -> None:
    domains = Counter(domain for source in read_sources() for domain in source.domains)
    assert not {domain: count for domain, count in domains.items() if count > 1}


def test_every_outlet_has_a_country_or_says_its_languages_and_every_domain_is_bare() -> None:
    for source in read_sources():
        assert source.country or source.languages or source.kind is not SourceKind.OUTLET, source.id
        assert all("/" not in d and not d.startswith("www.") and d == d.lower() for d in source.domains), source.id
