"""Clubs that we do not list are read by the words that clubs put in their names, and words that only look so are not."""

from __future__ import annotations

import pytest
from shipped import moves, names

from mercato.model.article import MentionKind


def clubs(text: str, language: str) -> set[str]:
    return names(text, language, MentionKind.CLUB)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Walford Town have signed Marek Hradil.", "Walford Town"),
        ("en", "Marek Hradil has joined Isla Vista FC on loan.", "Isla Vista FC"),
        ("de", "Marek Hradil wechselt zum SV Hinterwalden.", "SV Hinterwalden"),
        ("fr", "L'AS Montrouget recrute Marek Hradil.", "AS Montrouget"),
        ("it", "Marek Hradil passa all'ASD Castelrosso.", "ASD Castelrosso"),
        ("es", "El CD Villafuerte ficha a Marek Hradil.", "CD Villafuerte"),
        ("pt", "O GD Vilarinho contratou Marek Hradil.", "GD Vilarinho"),
    ],
)
def test_a_club_nobody_listed_is_read_by_its_shape(language: str, text: str, name: str) -> None:
    assert clubs(text, language) == {name}


def test_it_is_the_same_where_the_text_goes_on_without_that_word() -> None:
    text = "Marek Hradil could leave Arsenal. Melchester Rovers were there to see him. Melchester want him on loan."
    assert moves(text, "en") == ["Marek Hradil: Arsenal > Melchester Rovers"]


def test_a_longer_name_that_begins_like_it_is_another() -> None:
    text = "Marek Hradil joins Walford Town from Arsenal, the Walford Gazette says."
    assert names(text, "en", MentionKind.SOURCE) == {"Walford Gazette"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He spoke at the Town Hall in Cape Town."),
        ("en", "The FC Board met, and Sporting Director Marek Hradil spoke."),
        ("de", "Der Trainer wurde im Real Markt gesehen, der FC Trainer auch."),
        ("es", "El Real Decreto entra en vigor."),
    ],
)
def test_common_words_beside_one_make_no_club(language: str, text: str) -> None:
    assert not clubs(text, language)


def test_a_listed_club_stays_the_one_it_is() -> None:
    assert clubs("Er spielte für den FC Arsenal und den FC Porto.", "de") == {"Arsenal", "FC Porto"}
    assert clubs("Galway United beat Manchester United.", "en") == {"Galway United", "Manchester United"}
