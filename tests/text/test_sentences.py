"""Sentences end where a reader ends them."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.model.article import Article, Block, BlockKind, Published, Span
from mercato.text.blocks import blocks
from mercato.text.sentences import sentences


def cut(text: str, language: str) -> list[str]:
    article = Article("a", text, (Block(BlockKind.BODY, Span(0, len(text))),), language, Published())
    return [sentence.span.of(text) for sentence in sentences(article)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He costs £4.5m. | Mr. Levy said no. | Yet J. Mourinho hopes."),
        ("en", "“We want him.” | He left for St. James’ Park vs. Leeds in Serie A. | Milan wait."),
        ("en", "No. 9 is wanted! | Is it true? | JuventusNews24.Com says so... | They may."),
        ("en", "“Will he go?” he asked."),
        ("it", "Il dott. Marotta tratta in Serie B. | Il sig. Rossi no."),
        ("it", "«Resta qui». | Così il c.t. Spalletti."),
        ("de", "Am 15. Februar trifft er in der 2. Bundesliga auf Darmstadt 98. | Ablöse: 2,5 Mio. Euro."),
        ("fr", "Il signe pour M. Aulas. | « Je reste. » | Et la suite ?"),
        ("es", "El Sr. Pérez dice que no. | ¿Y ahora quién? | Nadie."),
        ("pt", "O V. Guimarães e o Sp. Braga querem-no. | O jogador, da 2.ª Divisão, espera."),
        ("pt", "descarta a sua contratação.| «O Victor é bom»."),
        ("pt", "renova até 2019.| Zagueiro tem contrato."),
        ("en", "Personal terms are agreed. 🔴⚪️ | Medical tomorrow.🛬 | @AjaxFC have said yes. | Done. #NFFC"),
        ("de", "Er will den Klub im Sommer verlassen ✅ | Ajax hat angefragt 🇳🇱 Hakim Ziyech auch"),
        ("it", "Luca Rossi 🔜 Torino, intesa ✍️ Firma domani"),
    ],
)
def test_cut(language: str, text: str) -> None:
    parts = text.split("| ")
    assert cut("".join(parts), language) == [part.strip() for part in parts]


@pytest.mark.parametrize("unit", [".", ". ", "A. ", ".)", '. "', "!?", " ", ".Aa "])
def test_time_to_cut_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    started = process_time()
    cut(unit * (200_000 // len(unit)) + ".", "en")
    assert process_time() - started < 3  # some tenths of a second; minutes, were every stop of a row tried apart


def test_only_blocks_of_the_article_are_cut_and_name_their_block() -> None:
    text = "Milan want a new goalkeeper this summer\n\nHe is keen. He says so.\n\nGetty Images\n\n- The club is not."
    article = Article("a", text, blocks(text), "en", Published())
    assert [(s.kind, s.block, s.span.of(text)) for s in sentences(article)] == [
        (BlockKind.TITLE, 0, "Milan want a new goalkeeper this summer"),
        (BlockKind.BODY, 1, "He is keen."),
        (BlockKind.BODY, 1, "He says so."),
        (BlockKind.BODY, 3, "The club is not."),
    ]


@given(st.text(alphabet=st.sampled_from("aB .?!»«“”'\n1"), max_size=200), st.sampled_from(["en", "de", "it", "xx"]))
def test_sentences_are_in_order_and_lose_only_space(text: str, language: str) -> None:
    article = Article("a", text, blocks(text), language, Published())
    last = 0
    for sentence in sentences(article):
        assert last <= sentence.span.start < sentence.span.end
        assert sentence.span.of(text).strip() == sentence.span.of(text)
        last = sentence.span.end
