"""An outlet nobody knows is told by the words in front of it, by what it calls itself, and by the brackets of a round-up."""

from __future__ import annotations

import pytest
import shipped

from mercato.model.article import MentionKind


@pytest.mark.parametrize(
    ("lang", "text", "outlets"),
    [
        ("en", "Marek Hradil told Radio Vltava that he would stay at Juventus.", ["Radio Vltava"]),
        ("en", "Marek Hradil will stay at Juventus, the Vltava Echo says.", ["Vltava Echo"]),  # not the Echo of Liverpool
        ("en", "Marek Hradil will stay at Juventus, according to VltavaGoal.", ["VltavaGoal"]),
        ("en", "Speaking to Radio, Marek Hradil said that he told Petr Novak of it.", []),
        ("en", "Juventus want Marek Hradil. (Daily Mail)\n\nLyon want Petr Novak. (Vltavan)", ["Daily Mail", "Vltavan"]),
        ("en", "Juventus want Marek Hradil. (Vltavan)\n\nLyon want Petr Novak.", []),
        ("de", "Nach Informationen von „La Voz Moldava“ will Juventus Marek Hradil verpflichten.", ["La Voz Moldava"]),
        ("de", "Laut Vereinsangaben will Juventus Marek Hradil verpflichten.", []),
        ("es", "Marek Hradil dijo en Radio Moldava que se queda en la Juventus.", ["Radio Moldava"]),
        ("fr", "Au micro de Radio Moldau, Marek Hradil a dit vouloir rejoindre Lyon.", ["Radio Moldau"]),
        ("fr", "Marek Hradil s'est confié à beIN Sports.", ["beIN Sports"]),
        ("it", "Marek Hradil, stando a TuttoMoldava, vuole la Juventus.", ["TuttoMoldava"]),
        ("pt", "Marek Hradil contou à Rádio Moldava que quer a Juventus.", ["Rádio Moldava"]),
    ],
)
def test_an_unknown_outlet_is_told_by_its_company(lang: str, text: str, outlets: list[str]) -> None:
    assert [m.name for m in shipped.reading(text, lang).mentions if m.kind is MentionKind.SOURCE] == outlets
