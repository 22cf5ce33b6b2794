"""A model's names are linked as ours are: by the mention at the words, elsewhere in the article, or by the name itself."""

from __future__ import annotations

import pytest
from made import MILAN, PERIN, article

from mercato.extractors.names import CLUBS, PEOPLE, Names
from mercato.model.article import Mention, MentionKind, Span
from mercato.model.claim import Named

TEXT = "The Rossoneri want Perin. Kuipers and Chiesa stay."
HERE = {
    "Rossoneri": Mention(MentionKind.CLUB, Span(4, 13), "Rossoneri", MILAN.name, MILAN.entity),
    "Perin": Mention(MentionKind.PERSON, Span(19, 24), "Perin", PERIN.name, PERIN.entity),
    "Kuipers": Mention(MentionKind.PERSON, Span(26, 33), "Kuipers", "Kuipers", None),
    "Chiesa": Mention(MentionKind.PERSON, Span(38, 44), "Chiesa", "Enrico Chiesa", "enrico-chiesa"),
}
ALONE = {"Federico Chiesa": "federico-chiesa", "Livorno": "livorno"}


def names() -> Names:
    def link(_: object, text: str) -> list[Mention]:
        kind = MentionKind.CLUB if text == "Livorno" else MentionKind.PERSON
        return [Mention(kind, Span(0, len(text)), text, text, ALONE[text])] if text in ALONE else list(HERE.values()) if text == TEXT else []

    return Names(article(TEXT), link)


@pytest.mark.parametrize(
    ("name", "words", "kinds", "meant"),
    [
        ("AC Milan", "Rossoneri", CLUBS, MILAN),
        ("Mattia Perin", "Perin", PEOPLE, PERIN),
        ("Mattia Perin", "want", PEOPLE, PERIN),
        ("Sem Kuipers", "Kuipers", PEOPLE, Named("Kuipers")),
        ("Federico Chiesa", "Chiesa", PEOPLE, Named("Federico Chiesa")),
        ("Enrico Chiesa", "Chiesa", PEOPLE, Named("Enrico Chiesa", "enrico-chiesa")),
        ("Livorno", "want", CLUBS, Named("Livorno", "livorno")),
        ("Perin", "Perin", CLUBS, Named("Perin")),
        ("Gino  Rossi", "stay", PEOPLE, Named("Gino Rossi")),
    ],
)
def test_named(name: str, words: str, kinds: frozenset[MentionKind], meant: Named) -> None:
    at = TEXT.index(words)
    assert names().named(name, Span(at, at + len(words)), kinds) == meant


def test_told_is_who_is_named_by_any_word_or_by_a_linked_mention() -> None:
    assert names().told("Mattia Perin", PERIN) and names().told("Milan", MILAN)
    assert not names().told("Gino Rossi", Named("Gino Rossi"))
