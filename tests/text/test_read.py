"""What was received becomes an article, its text untouched."""

from __future__ import annotations

import pytest

from mercato.errors import BadInput
from mercato.model.article import Article, Basis, BlockKind
from mercato.text.read import article_of
from mercato.text.received import LIMIT, Received

BODY = "The goalkeeper is wanted by the club, whose coach has long admired him and would like to see him again."


def read(text: str, **given: str) -> Article:
    return article_of(Received("a", text, "a.txt", **given), {"bbc.co.uk": "bbc", "The Sun": "sun"}.get, frozenset({"en", "it"}))


def test_title_given_apart_goes_in_front() -> None:
    article = read(BODY, title="Keeper  wanted\nagain")
    assert article.text == f"Keeper wanted again\n\n{BODY}"
    assert [block.kind for block in article.blocks] == [BlockKind.TITLE, BlockKind.BODY]


def test_title_the_text_begins_with_is_not_repeated() -> None:
    text = f"Keeper wanted – “again”\n{BODY}"
    article = read(text, title='Keeper wanted - "again"')
    assert article.text == text
    assert article.blocks[0].kind is BlockKind.TITLE


def test_headline_without_text() -> None:
    article = read("", title="Keeper wanted by the club again")
    assert (article.text, article.blocks[0].kind) == ("Keeper wanted by the club again", BlockKind.TITLE)


def test_text_is_as_received() -> None:
    text = f" date 2025-06-09 {BODY}\r\n\r\n{BODY}\t"
    article = read(text)
    assert article.text == text
    assert (str(article.published), article.published.basis) == ("2025-06-09", Basis.STATED)


def test_source_by_name_or_domain_given_else_by_the_address() -> None:
    assert read(BODY, source="The Sun").source == "sun"
    assert read(BODY, source="unheard.of").source is None
    assert read(BODY, url="https://bbc.co.uk/sport/1").source == "bbc"
    assert read(BODY, url="http://[broken").source is None


def test_same_text_from_the_same_place_is_the_same_article() -> None:
    assert read(BODY, source="The Sun").id == read(BODY, source="The Sun").id != read(BODY).id


def test_language_we_do_not_read_is_none() -> None:
    assert read(BODY, language="en-GB").language == "en"
    assert read(BODY, language="nl").language is None


@pytest.mark.parametrize(
    ("text", "reason"), [("", "empty"), (" \n\t", "empty"), ("PK\0\0", "binary"), ("a" * (LIMIT + 1), "longer"), ("half \ud83d", "surrogate")]
)
def test_bad_input_says_where_and_what(text: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as caught:
        read(text)
    assert caught.value.place == "a.txt"
    assert caught.value.remedy
