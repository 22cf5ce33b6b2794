"""Words of now: an announcement says of a deed that it has just been done."""

from __future__ import annotations

import pytest
from shipped import explained


@pytest.mark.parametrize(("lang", "text", "now"), [
    ("en", "Lecce have signed Mattia Perin, the club announced on Monday.", True),
    ("en", "Lecce have signed Mattia Perin.", False),
    ("de", "Lecce hat Mattia Perin verpflichtet, wie der Verein am Dienstagabend mitteilte.", True),
    ("fr", "Lecce a signé ce jeudi le gardien Mattia Perin.", True),
    ("it", "Ufficiale: Mattia Perin al Lecce.", True),
    ("es", "El Lecce ficha a Mattia Perin: llegará este viernes.", True),
    ("pt", "O Lecce anunciou nesta quarta-feira a contratação de Mattia Perin.", True),
])  # fmt: skip
def test_what_stands_beside_words_of_now_is_told_as_of_these_days(lang: str, text: str, now: bool) -> None:
    said = [s for c in explained(text, lang).candidates for s in c.group.statements if s.to and s.to.named.name == "Lecce"]
    assert said
    assert any("now" in s.flags for s in said) is now
