"""The corpus is what its README says: annotated, labelled as retold, without links, and with speech turned indirect."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from corpus import CORPUS
from score import STAGES

META = [json.loads(line) for line in (CORPUS / "meta.jsonl").read_text(encoding="utf-8").splitlines()]
IDS = [row["id"] for row in META]
SPOKEN = re.compile(r"[«»“”]|\"[^\"]{25,}\"|‘[^’]{25,}’ ?[,.]")  # short names in quotation marks ('Gazzetta dello Sport', "BBC") are no speech
LINK = re.compile(r"https?:|www\.|\b\w+\.(?:com|net|co\.uk)\b", re.IGNORECASE)


def test_every_article_has_text_gold_and_facts() -> None:
    assert IDS == [path.stem for path in sorted((CORPUS / "texts").glob("*.txt"))] == [path.stem for path in sorted((CORPUS / "gold").glob("*.json"))]
    assert Counter(row["lang"] for row in META) == {"de": 36, "en": 40, "es": 36, "fr": 36, "it": 36, "pt": 32}
    assert all(row["retold"] is True and "url" not in row for row in META)


@pytest.mark.parametrize("id", IDS)
def test_text_has_no_links_and_no_direct_speech(id: str) -> None:
    text = (CORPUS / "texts" / f"{id}.txt").read_text(encoding="utf-8")
    assert not LINK.findall(text)
    assert not SPOKEN.findall(text)


@pytest.mark.parametrize("id", IDS)
def test_gold_is_in_the_form_of_the_guide_and_names_only_who_is_in_the_text(id: str) -> None:
    gold = json.loads((CORPUS / "gold" / f"{id}.json").read_text(encoding="utf-8"))
    assert "url" not in gold
    assert all(move["person"] and (move["from"] or move["to"]) and move["tense"] in ("current", "past") and move["stage"] in STAGES for move in gold["moves"])
    assert (gold["topic"] == "transfer") == any(move["tense"] == "current" for move in gold["moves"])
