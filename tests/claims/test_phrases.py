"""What the words around a move lean to, whether a frame knows them or not."""

from __future__ import annotations

from pytest import approx
from shipped import explained

from mercato.claims.groups import Group
from mercato.claims.phrases import Phrasebook, phrases


def group(text: str, to: str) -> Group:
    return next(c.group for c in explained(text, "en").candidates if c.group.to and c.group.to.name == to)


def test_the_person_and_the_clubs_of_a_move_stand_as_what_they_are_in_it() -> None:
    text = "Everton have had an offer for Pavel Hudec accepted by Torino. Burnley had asked about him."
    said = phrases(group(text, "Everton"), "en")
    assert {"TO", "TO en:have", "en:for PERS", "PERS en:accept", "en:by FROM"} <= said
    assert "CLUB en:had" in said, "another club is none of its ends"
    assert "TO en:had" in phrases(group(text, "Burnley"), "en")


def test_the_forms_of_a_long_word_are_one() -> None:
    said = {frozenset(phrases(group(f"Torino {word} a bid from Everton for Pavel Hudec.", "Everton"), "en")) for word in ("accepted", "accepts", "accepting")}
    assert len(said) == 1


def test_each_phrase_shares_in_the_verdict_and_unknown_ones_do_not() -> None:
    book = Phrasebook(["agreed"], [-1.0], {"en:accept": [2.0], "en:bid": [0.0], "TO": [1.0], "en:away": [-9.0]})
    assert book.shown(frozenset({"en:accept", "TO", "en:bid", "en:wholly unheard"})) == {"phrases, agreed": approx(-1.0 + 3.0 / 3**0.5, abs=1e-3)}
    assert book.shown(frozenset({"en:wholly unheard"})) == {"phrases, agreed": -1.0}


def test_what_has_learnt_nothing_shows_nothing() -> None:
    assert Phrasebook().leaning(group("Everton want Pavel Hudec.", "Everton"), "en") == {}
