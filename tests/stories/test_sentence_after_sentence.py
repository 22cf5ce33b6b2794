"""Plain stories of two sentences, in which the second leaves out who or what the first has named."""

from __future__ import annotations

import pytest
from shipped import moves


@pytest.mark.parametrize(("lang", "text", "move"), [
    ("en", "Pavel Hudec has left Burnley. He is negotiating with Everton.", "Burnley > Everton"),
    ("en", "Pavel Hudec has left Burnley. The 28-year-old has had talks with Everton.", "Burnley > Everton"),
    ("it", "Pavel Hudec ha lasciato il Lecce. Sta trattando con il Genoa.", "Lecce > Genoa"),
    ("es", "Pavel Hudec ha dejado el Getafe. El delantero está negociando con el Betis.", "Getafe > Real Betis"),
    ("fr", "Pavel Hudec a quitté Metz. L'attaquant négocie avec Nantes.", "Metz > Nantes"),
    ("fr", "Pavel Hudec a quitté Metz. Il discute avec Nantes.", "Metz > Nantes"),
    ("de", "Pavel Hudec hat den HSV verlassen. Er verhandelt mit Werder Bremen.", "Hamburger SV > Werder Bremen"),
    ("pt", "Pavel Hudec deixou o Santos. Ele negocia com o Vasco.", "Santos > Vasco da Gama"),
])  # fmt: skip
def test_who_has_left_a_club_does_not_talk_for_it(lang: str, text: str, move: str) -> None:
    assert moves(text, lang) == [f"Pavel Hudec: {move}"]


@pytest.mark.parametrize(("lang", "text", "move"), [
    ("en", "Everton want Pavel Hudec. Torino have accepted an offer of £20m.", "Torino > Everton"),
    ("it", "Il Genoa vuole Pavel Hudec. Il Torino ha accettato un'offerta da 20 milioni.", "Torino > Genoa"),
    ("es", "El Betis quiere a Pavel Hudec. El Torino ha aceptado una oferta de 20 millones.", "Torino > Real Betis"),
    ("fr", "Nantes veut Pavel Hudec. Le Torino a accepté une offre de 20 millions.", "Torino > Nantes"),
    ("de", "Werder Bremen will Pavel Hudec. Der FC Turin hat ein Angebot über 20 Millionen angenommen.", "Torino > Werder Bremen"),
    ("pt", "O Vasco quer Pavel Hudec. O Torino aceitou uma proposta de 20 milhões.", "Torino > Vasco da Gama"),
])  # fmt: skip
def test_the_club_that_accepts_an_offer_sells(lang: str, text: str, move: str) -> None:
    assert moves(text, lang) == [f"Pavel Hudec: {move}"]
