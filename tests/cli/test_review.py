"""People whom the press names again and again: proposed, accepted, merged, refused, and all of it taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from made import GENOA, JUVENTUS, MILAN, article
from told import Run, claim, filled, reading

from mercato.model.claim import Named

UGO = Named("Ugo Domani")
TELLINGS = [(date(2025, 6, 20), "tuttosport"), (date(2025, 6, 21), "football-italia"), (date(2025, 6, 23), "tuttosport")]

Review = Callable[..., Result]


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """A store in which three articles of two houses tell of somebody unknown, one of another, and judgements of one's own."""
    store = filled(str(tmp_path / "press.db"))
    for number, (day, source) in enumerate(TELLINGS):
        told = article(f"Juventus may sign Ugo Domani of Genoa, part {number}.", day, source=source)
        store.add(reading(told, claim(told, UGO, JUVENTUS, {"person": "Ugo Domani", "to": "Juventus"}, origin=GENOA)))
    one = article("Milan may sign Pio Ieri.", date(2025, 6, 23), source="tuttosport")
    store.add(reading(one, claim(one, Named("Pio Ieri"), MILAN, {"person": "Pio Ieri", "to": "Milan"}, origin=None)))
    store.close()
    return {"MERCATO_STORE": str(tmp_path / "press.db"), "MERCATO_JUDGEMENTS": str(tmp_path / "judged.jsonl")}


@pytest.fixture
def review(run: Run, own: Mapping[str, str]) -> Review:
    """Runs `mercato knowledge review ARGS`."""
    return lambda *args: run("knowledge", "review", *args, env=dict(own))


def test_who_is_told_by_several_houses_is_proposed_with_what_they_say(review: Review) -> None:
    shown = " ".join(review().output.split())
    assert "Ugo Domani player · 3 articles, 2 independent sources, 2025-06-20 to 2025-06-23" in shown
    assert "at Genoa (3)" in shown and "to Juventus (3)" in shown and "Football Italia, Tuttosport" in shown
    assert "Pio Ieri" not in shown and "Gino Rossi" not in shown
    (one,) = json.loads(review("--json").stdout)
    assert (one["name"], one["articles"], one["sources"]) == ("Ugo Domani", 3, 2)
    assert "nobody" in review("--sources", "3").output


def test_nobody_becomes_a_person_by_one_article(review: Review) -> None:
    done = review("accept", "Pio Ieri")
    assert done.exit_code == 1 and "2 independent sources in 3 articles" in done.stderr
    assert review("--articles", "1").exit_code == 2


def test_who_is_accepted_is_known_and_linked_and_can_be_taken_back(review: Review, run: Run, own: Mapping[str, str], tmp_path: Path) -> None:
    done = review("accept", "ugo domani", "--born", "2004-05", "--nationality", "Italy", "--author", "Ada")
    assert done.exit_code == 0 and "by Ada" in done.output and "linked in 3 articles" in done.output
    assert "Ugo" not in review().output
    known = json.loads(run("knowledge", "find", "Domani", "--json", "--knowledge", "starter", env=dict(own)).stdout)
    assert [one["id"] for one in known] == ["press-ugo-domani"] and "Genoa from 2025-06" in known[0]["reasons"][1]
    shown = run("person", "Domani", "--knowledge", "starter", env=dict(own)).output
    assert "born 2004-05-01" in shown and "Juventus" in shown and "Career as known" in shown
    (tmp_path / "news.txt").write_text("Roma want Domani. Ugo Domani, of Genoa, would cost 5 million euros.", encoding="utf-8")
    told = run("extract", str(tmp_path / "news.txt"), "--explain", "--knowledge", "starter", env=dict(own)).output
    assert "press-ugo-domani" in told
    (one,) = json.loads(run("knowledge", "judgements", "--json", env=dict(own)).stdout)
    undone = run("knowledge", "undo", one["id"], env=dict(own))
    assert "3 links that followed from it are taken back" in undone.output and "Ugo Domani" in review().output
    assert run("knowledge", "find", "Domani", "--knowledge", "starter", env=dict(own)).exit_code == 1


def test_a_name_merged_is_one_more_of_somebody_known(review: Review, run: Run, own: Mapping[str, str]) -> None:
    assert review("merge", "Ugo Domani", "nobody-at-all").exit_code == 1
    assert "linked in 3 articles" in review("merge", "Ugo Domani", "mattia-perin").output
    assert "Ugo Domani" in run("knowledge", "show", "mattia-perin", "--knowledge", "starter", env=dict(own)).output
    assert "Juventus" in run("person", "Ugo Domani", "--knowledge", "starter", env=dict(own)).output


def test_who_is_refused_is_not_proposed_again(review: Review) -> None:
    assert review("refuse", "Ugo Domani").exit_code == 0
    assert "nobody" in review().output
