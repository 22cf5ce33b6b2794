"""An address of the web names an outlet, known or not; links, mailboxes and the pages of clubs do not."""

from __future__ import annotations

import pytest
import shipped

from mercato.model.article import MentionKind
from mercato.text.read import article_of
from mercato.text.received import Received


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Marek Hradil told storiedicalcio.eu that he would stay at Juventus.", [("storiedicalcio.eu", None)]),
        ("Storie-Dicalcio.eu, a website, says Marek Hradil will stay at Juventus.", [("Storie-Dicalcio.eu", None)]),
        ("Marek Hradil will stay at Juventus, bild.de says.", [("Bild", "bild")]),
        ("Marek Hradil will stay at Juventus: www.storiedicalcio.eu, storiedicalcio.eu/juve or desk@storiedicalcio.eu.", []),
        ("Marek Hradil told officialuslecce.it that he would stay at Lecce.It was the end.", []),
    ],
)
def test_an_address_names_an_outlet(text: str, outlets: list[tuple[str, str | None]]) -> None:
    article = article_of(Received("test", text, "test", language="en", published="2025-06-12"), shipped.press(), ("en",))
    found = shipped.reader().extract(article).mentions
    assert [(m.name, m.entity) for m in found if m.kind is MentionKind.SOURCE] == outlets
