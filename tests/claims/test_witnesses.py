"""Who vouches for a move, as judged by what was learnt from annotated articles."""

from __future__ import annotations

import pytest
import shipped
from newsroom import Move

from mercato.model.article import Article
from mercato.text.read import article_of
from mercato.text.received import Received
from mercato.views.guide import guide


def _sources(text: str, person: str, lang: str = "en") -> list[str]:
    article: Article = article_of(Received("test", text, "test", language=lang, published="2025-06-12"), shipped.press(), (lang,))
    found: list[Move] = guide(shipped.reader().extract(article))["moves"]
    return [name for m in found if m["person"] == person and m["tense"] == "current" for name in m["sources"]]


@pytest.mark.parametrize(
    ("lang", "text", "sources"),
    [
        ("en", "Juventus want to sign Christian Pulisic from AC Milan, according to La Gazzetta dello Sport.", ["La Gazzetta dello Sport"]),
        ("en", "Juventus want to sign Christian Pulisic from AC Milan. Transfermarkt values the winger at €40m.", []),
        ("fr", "Selon L'Équipe, la Juventus veut recruter Christian Pulisic.", ["L'Équipe"]),
    ],
)
def test_a_move_is_credited_to_whom_the_report_is_owed(lang: str, text: str, sources: list[str]) -> None:
    assert _sources(text, "Christian Pulisic", lang) == sources
