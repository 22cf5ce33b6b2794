"""The linking corpus is what it promises, and its figures count what they say."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from linking import ABOUT, CLUBS, CORPUS, KINDS, STRANGERS, WORDS, Article, articles, measure, start_of

from mercato.knowledge.index import gather, starter_knowledge
from mercato.languages.pack import languages
from mercato.mentions.read import Namer
from mercato.model.world import Club, Name, Person, Spell
from mercato.sources.registry import read_sources

ARTICLES = list(articles())
MENTIONS = [mention for article in ARTICLES for mention in article["mentions"]]


def test_every_language_has_its_articles_and_hard_cases_enough() -> None:
    assert {path.stem for path in CORPUS.glob("*.jsonl")} == set(languages())
    assert min(Counter(article["lang"] for article in ARTICLES).values()) >= 80
    assert len(MENTIONS) >= 900
    assert sum(mention["about"] != "plain" for mention in MENTIONS) >= 350
    assert sum(mention["kind"] == "person" and mention["entity"] is None for mention in MENTIONS) >= 150
    assert set(ABOUT) == {mention["about"] for mention in MENTIONS}
    assert set(KINDS) == {mention["kind"] for mention in MENTIONS}


def test_articles_have_ids_of_their_own_and_dates_of_the_press() -> None:
    assert len({article["id"] for article in ARTICLES}) == len(ARTICLES)
    assert all(article["id"].startswith(f"{article['lang']}-") for article in ARTICLES)
    assert all(article["date"] is None or 1998 <= date.fromisoformat(article["date"]).year <= 2026 for article in ARTICLES)


def test_every_annotation_stands_in_its_text_and_none_over_another() -> None:
    for article in ARTICLES:
        starts = [(start_of(article["text"], m["words"], m["nth"]), m["words"]) for m in article["mentions"]]
        ends = [start + len(words) for start, words in starts]
        assert all(end <= start for end, (start, _) in zip(ends, starts[1:], strict=False)), article["id"]


def test_every_entity_is_known_as_what_it_is_annotated() -> None:
    known = starter_knowledge()
    ids = {"person": set(known.people), "club": set(known.clubs), "source": {source.id for source in read_sources()}, "place": set(), "none": set()}
    wrong = [(m["words"], m["entity"]) for m in MENTIONS if m["entity"] and m["entity"] not in ids[m["kind"]]]
    assert not wrong


def test_nobody_is_in_the_news_before_he_could_be() -> None:
    people = starter_knowledge().people
    dated = [(m["entity"], int(article["date"][:4])) for article in ARTICLES if article["date"] for m in article["mentions"] if m["kind"] == "person"]
    assert not [(id, year) for id, year in dated if id and (born := people[id].born) and year - born.year < 15]


def _article(text: str, *mentions: tuple[str, str | None, str]) -> Article:
    listed = [{"words": words, "nth": 1, "entity": entity, "kind": kind, "about": "plain"} for words, entity, kind in mentions]
    return {"id": "en-1", "lang": "en", "date": "2020-01-01", "text": text, "mentions": listed}


@pytest.fixture
def namer() -> Namer:
    club = Club("juventus", "Juventus", "Italy", (Name("Juventus", kind="name"),))
    stay = Spell("juventus", "player", date(2018, 7, 1), None)
    perin = Person("mattia-perin", "Mattia Perin", (Name("Mattia Perin", kind="name"),), ("player",), spells=(stay,))
    return Namer(gather([club], [perin], given={"kevin"}), ())


def test_the_right_entity_counts_and_a_stranger_left_alone_does_not_count_as_linked(namer: Namer) -> None:
    text = "Perin stays at Juventus. Kevin Tonelli leaves for Genoa."
    found = measure(namer, [_article(text, ("Perin", "mattia-perin", "person"), ("Juventus", "juventus", "club"), ("Kevin Tonelli", None, "person"))])
    assert found["en"] == found["all"]
    assert found["all"]["linking"] == (2, 2)
    assert found["all"][STRANGERS] == (0, 1)


def test_a_stranger_linked_a_club_unknown_and_a_word_taken_are_counted_each(namer: Namer) -> None:
    text = "Perin of Juventus spoke."
    assert measure(namer, [_article(text, ("Perin", None, "person"))])["all"][STRANGERS] == (1, 1)
    assert measure(namer, [_article(text, ("Juventus", None, "club"))])["all"][CLUBS] == (1, 1)
    assert measure(namer, [_article(text, ("Juventus", None, "place"), ("spoke", None, "none"))])["all"][WORDS] == (1, 2)
