"""Posts of reporters: hashtags and handles as names, labels in front, pictures between sentences, bullets, lines broken around a handle."""

from __future__ import annotations

import pytest
from shipped import DAY, meant, moves, names

from mercato.model.article import MentionKind

POSTS = [
    # a line broken before and behind the handle
    ("en", "Understand Pascal Struijk is close to\n@Fulham\nas talks are advanced! 🇳🇱\n\n➡️ Leeds want €20m\n\n@SomeReporter",
     ["Pascal Struijk: Leeds United > Fulham"]),
    # the buyer is the label; a town as hashtag is its club
    ("it", "#Calciomercato | #Bari, obiettivo Tommaso #Fumagalli del @ComoCalcio", ["Tommaso Fumagalli: Como > Bari"]),
    # arrows between person and club, bullets
    ("en", "Two deals on the last day of the window, both of them done.\n\n➡️ Christian #Rasmussen 🔜 Feyenoord", ["Christian Rasmussen: ? > Feyenoord"]),
    # a year of birth is none of the move
    ("en", "Everton are tracking Marseille midfielder Darryl Bakola, talent born in 2007. Talks with his agents are expected.",
     ["Darryl Bakola: Marseille > Everton"]),
    ("pt", "Pedro #Lopes ➡️ #Bahia, acordo fechado ✅", ["Pedro Lopes: ? > Bahia"]),
    # a second deal in the same post
    ("en",
     "Torino have reached an agreement with Leicester for Conor Coady. ✅\n\nTorino are also working on the Ben Nelson deal with Leicester.",
     ["Ben Nelson: Leicester City > Torino", "Conor Coady: Leicester City > Torino"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "post", "told"), POSTS)
def test_a_post_says_who_goes_where(lang: str, post: str, told: list[str]) -> None:
    assert moves(post, lang, DAY) == told


def test_somebody_unknown_is_named_without_the_mark_of_his_hashtag_and_stays_himself_by_his_given_name() -> None:
    assert names("Kamory #Doumbe will leave Brest. Kamory is wanted by Lyon.", "en", MentionKind.PERSON) == {"Kamory Doumbe"}
    assert names("Al Bari piace Giuseppe #Caso, ma il caso si complica.", "it", MentionKind.PERSON) == {"Giuseppe Caso"}


def test_a_town_that_is_a_hashtag_is_the_club() -> None:
    assert meant("Proposta do #Bahia por Pedro #Lopes", "pt", "Bahia") == {"bahia"}
    assert meant("A holiday in Bahia", "en", "Bahia") == set()
