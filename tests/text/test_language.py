"""Tags are believed; without one the language is found, and one we do not read is noticed."""

from __future__ import annotations

import pytest

from mercato.text.language import language_of, tagged

OURS = frozenset({"en", "it", "es", "fr", "de", "pt"})


@pytest.mark.parametrize(
    ("tag", "language"), [("pt-BR", "pt"), ("EN_us", "en"), ("ita", "it"), ("English", "en"), ("nl", "nl"), ("und", None), ("", None), ("??", None)]
)
def test_tag(tag: str, language: str | None) -> None:
    assert tagged(tag) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The goalkeeper is wanted by the club, whose coach has long admired him.", "en"),
        ("Il portiere piace al club, il cui allenatore lo stima da tempo.", "it"),
        ("El portero gusta al club, cuyo entrenador lo admira desde hace tiempo.", "es"),
        ("Le gardien plaît au club, dont l'entraîneur l'apprécie depuis longtemps.", "fr"),
        ("Der Torwart gefällt dem Verein, dessen Trainer ihn seit Langem schätzt.", "de"),
        ("O guarda-redes agrada ao clube, cujo treinador o aprecia há muito tempo.", "pt"),
        ("Ajax wil de spits van PSV deze zomer halen. De club heeft een bod gedaan van tien miljoen euro op de aanvaller.", None),
        ("Galatasaray yeni sezon öncesi transfer çalışmalarını sürdürüyor ve oyuncu için teklif yaptı.", None),
    ],
)
def test_found(text: str, language: str | None) -> None:
    assert language_of(text, None, OURS) == language


def test_given_goes_before_found_and_what_we_do_not_read_is_none() -> None:
    assert language_of("Il portiere piace al club.", "en", OURS) == "en"
    assert language_of("Il portiere piace al club, il cui allenatore lo stima.", None, frozenset({"en"})) is None
    assert language_of("The goalkeeper is wanted.", "nl", OURS) is None
