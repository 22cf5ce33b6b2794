"""Where somebody is whom nobody knows, by what the text says of him: the club that he would leave."""

from __future__ import annotations

import pytest
from shipped import moves


@pytest.mark.parametrize(("lang", "text", "move"), [
    ("en", "Everton want Pavel Hudec. He is under contract at Torino until 2027.", "Torino > Everton"),
    ("en", "Everton want Pavel Hudec, who has scored 14 goals for Torino.", "Torino > Everton"),
    ("en", "Everton want Pavel Hudec. The Torino striker has scored 14 goals.", "Torino > Everton"),
    ("it", "Il Genoa vuole Pavel Hudec. Ha un contratto con il Torino fino al 2027.", "Torino > Genoa"),
    ("it", "Il Genoa vuole Pavel Hudec. Il cartellino è di proprietà del Torino.", "Torino > Genoa"),
    ("es", "El Betis quiere a Pavel Hudec. Tiene contrato con el Torino hasta 2027.", "Torino > Real Betis"),
    ("es", "El Betis quiere a Pavel Hudec, que milita en el Torino.", "Torino > Real Betis"),
    ("fr", "Nantes veut Pavel Hudec. Il est sous contrat avec le Torino jusqu'en 2027.", "Torino > Nantes"),
    ("fr", "Nantes veut Pavel Hudec, qui évolue au Torino.", "Torino > Nantes"),
    ("de", "Werder Bremen will Pavel Hudec. Er steht beim FC Turin noch bis 2027 unter Vertrag.", "Torino > Werder Bremen"),
    ("de", "Werder Bremen will Pavel Hudec, dessen Vertrag beim FC Turin bis 2027 läuft.", "Torino > Werder Bremen"),
    ("pt", "O Vasco quer Pavel Hudec. Tem contrato com o Torino até 2027.", "Torino > Vasco da Gama"),
    ("pt", "O Vasco quer Pavel Hudec, autor de 14 gols pelo Torino.", "Torino > Vasco da Gama"),
])  # fmt: skip
def test_he_leaves_the_club_at_which_words_put_him(lang: str, text: str, move: str) -> None:
    assert moves(text, lang) == [f"Pavel Hudec: {move}"]


@pytest.mark.parametrize(("lang", "text", "move"), [
    ("en", "Pavel Hudec will play for Everton next season.", "? > Everton"),
    ("de", "Pavel Hudec spielt künftig für Werder Bremen.", "? > Werder Bremen"),
    ("en", "Everton want Pavel Hudec, who was under contract at Torino last season.", "? > Everton"),
])  # fmt: skip
def test_where_he_will_play_or_once_was_he_is_not_yet_or_no_more(lang: str, text: str, move: str) -> None:
    assert moves(text, lang) == [f"Pavel Hudec: {move}"]
