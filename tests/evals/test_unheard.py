"""Rare wordings are hidden from the reader whose candidates trees learn from."""

from __future__ import annotations

from dataclasses import replace

from corpus import Example
from shipped import explained
from unheard import Heard

from mercato.languages.pack import pack, worded

TEXT = "Lecce have signed Mattia Perin."


def _heard(*stories: str) -> Heard:
    heard = Heard()
    found = explained(TEXT, "en")
    for story in stories:
        heard.note(Example(story, found.reading.article, {"moves": []}, story), found.sentences)
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
