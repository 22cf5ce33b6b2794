"""Rare wordings are hidden from the reader whose candidates trees learn from."""

from __future__ import annotations

from dataclasses import replace

from corpus import Example
from shipped import DAY, explained, press
from unheard import Heard

from mercato.languages.pack import languages, pack, worded
from mercato.text.read import article_of
from mercato.text.received import Received

TEXT = "Lecce have signed Mattia Perin."


def _heard(*stories: str) -> Heard:
    heard = Heard()
    for story in stories:
        article = article_of(Received(story, TEXT, story, language="en", published=DAY.isoformat()), press(), languages())
        heard.note(Example(story, article, {"moves": []}, story), explained(TEXT, "en").sentences)
    return heard


def test_a_wording_of_two_stories_is_never_hidden() -> None:
    assert _heard("one", "two").rare("en") == frozenset()
    assert _heard("one").rare("de") == frozenset()


def test_what_is_hidden_is_of_one_story_and_the_same_each_time() -> None:
    heard, again = _heard("one"), _heard("one")
    assert heard.rare("en") == again.rare("en")
    assert all("signed" in wording for wording in heard.rare("en"))


def test_a_pack_does_not_find_what_it_has_not_heard() -> None:
    english = pack("en")
    words = ["CLUB", "have", "signed", "PERSON", "."]
    found = english.said(words)[1]
    assert found
    deaf = replace(english, unheard=frozenset(worded(trigger.frame, words, match) for match, trigger in found))
    assert deaf.said(words)[1] == []
    assert deaf.said(words)[0] == english.said(words)[0]
