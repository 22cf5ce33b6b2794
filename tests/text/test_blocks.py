"""What a reader would say of each line must be what its block says; spans are those of the text as received."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.model.article import BlockKind
from mercato.text.blocks import blocks

TITLE, HEADING, BODY = BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY
CAPTION, TEASER, NOISE = BlockKind.CAPTION, BlockKind.TEASER, BlockKind.NOISE
SENTENCE = "The goalkeeper is wanted by the club, whose coach has long admired him and would like to see him again."


def kinds(text: str, title: str | None = None) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(text)) for block in blocks(text, title)]


def kind_of(text: str, line: str, title: str | None = None) -> BlockKind:
    return next(kind for kind, said in kinds(text, title) if said == line)


def test_date_of_a_crawler_and_caption_with_credit_are_cut_off_the_first_line() -> None:
    caption = "TURIN, ITALY - MAY 3: Paolo Bianchi, coach of Torino, reacts on May 3, 2024 in Turin, Italy. (Photo by Ada Rossi/Getty Images)"
    assert kinds(f" date 2025-06-09 {caption}\n\n{SENTENCE}") == [(NOISE, "date 2025-06-09"), (CAPTION, caption), (BODY, SENTENCE)]


def test_text_behind_a_credit_on_the_same_line_is_body() -> None:
    assert kinds(f"Bianchi in training. (Photo by Ada Rossi/Getty Images) {SENTENCE}") == [
        (CAPTION, "Bianchi in training. (Photo by Ada Rossi/Getty Images)"),
        (BODY, SENTENCE),
    ]


def test_a_credit_inside_a_sentence_cuts_nothing() -> None:
    text = "The picture he posted (photo: his own), which fans shared, shows him in Turin with his agent on Monday."
    assert kinds(text) == [(BODY, text)]


def test_many_credits_on_one_line_are_as_many_captions() -> None:
    assert [kind for kind, _ in kinds("Bianchi. (Photo by Ada Rossi) " * 3000)] == [CAPTION] * 3000


def test_subheading_without_a_stop_is_heading_and_credit_alone_is_caption() -> None:
    text = f"{SENTENCE}\n\nMilan rebuild around old friends\n\n{SENTENCE}\n\nGetty Images\n\n{SENTENCE}"
    assert [kind for kind, _ in kinds(text)] == [BODY, HEADING, BODY, CAPTION, BODY]


def test_question_as_subheading() -> None:
    assert kind_of(f"{SENTENCE}\n\nWill he stay in Turin?\n\n{SENTENCE}", "Will he stay in Turin?") is HEADING


def test_first_heading_above_the_body_is_the_title_and_a_category_above_it_noise() -> None:
    text = f"Manchester United\nUnited agree fee for young goalkeeper\nStandfirst that tells a little more of it\n{SENTENCE}"
    assert [kind for kind, _ in kinds(text)] == [NOISE, TITLE, HEADING, BODY]


def test_title_given_apart_is_the_title() -> None:
    text = f"Perin. Again\n\n{SENTENCE}"
    assert kinds(text, "Perin. Again")[0] == (TITLE, "Perin. Again")


def test_category_that_begins_like_the_title_is_not_the_title() -> None:
    title = "Manchester United poised to make a move for Sporting star"
    assert kind_of(f"Manchester United\n{title}\n{SENTENCE}", title, title) is TITLE


def test_lines_of_one_break_are_paragraphs() -> None:
    assert [kind for kind, _ in kinds(f"{SENTENCE}\nA heading in between\n{SENTENCE}\n{SENTENCE}")] == [BODY, HEADING, BODY, BODY]


def test_lines_broken_for_width_are_one_paragraph() -> None:
    text = (
        "The goalkeeper is wanted by the club, whose coach has long\nadmired him and would like to see him again in the coming\n"
        "season, as the newspaper writes today, although the price\nis said to be far too high for them."
    )
    assert kinds(text) == [(BODY, text)]


def test_dateline_is_noise() -> None:
    assert kinds(f"LONDON, United Kingdom, Jan 30 – {SENTENCE}") == [(NOISE, "LONDON, United Kingdom, Jan 30 –"), (BODY, SENTENCE)]


def test_newspapers_in_capitals_head_their_items_even_the_first() -> None:
    text = f"What the papers say this Sunday morning\nTHE SUN\n{SENTENCE}\nDAILY MAIL\n{SENTENCE}"
    assert [kind for kind, _ in kinds(text)] == [TITLE, HEADING, BODY, HEADING, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Shares",
        "© RIPRODUZIONE RISERVATA",
        "I COMMENTI DEI LETTORI (0)",
        "TAGS: Higuain, Napoli",
        "25 luglio 2018",
        "Friday 1 September 2023 23:04, UK",
        "·30 de agosto de 2025",
        "Posted Friday, March 24, 2017 by a newspaper",
        "Gestisci il consenso ai cookie",
        "—",
        "By Ada Lee",
    ],
)
def test_noise(line: str) -> None:
    assert kind_of(f"{SENTENCE}\n{line}\n{SENTENCE}", line) is NOISE


@pytest.mark.parametrize(
    "line",
    ["READ MORE: Who else could leave Turin", "Leggi anche: Chi altro parte", "LEIA MAIS: Confira as últimas", "+++ Braunschweig: Der Neue steht fest +++"],
)
def test_teaser(line: str) -> None:
    assert kind_of(f"{SENTENCE}\n{line}\n{SENTENCE}", line) is TEASER


def test_cue_alone_makes_the_next_heading_a_teaser() -> None:
    text = f"{SENTENCE}\nÀ lire\nChelsea dans tous ses états\n{SENTENCE}\nUn chèque en perspective\n{SENTENCE}"
    assert kind_of(text, "Chelsea dans tous ses états") is TEASER
    assert kind_of(text, "Un chèque en perspective") is HEADING


def test_headlines_below_the_article_are_teasers_and_menu_words_noise() -> None:
    text = f"A title that is long enough\n{SENTENCE}\nTottenham closing in on another coach\nSkysports\n"
    assert [kind for kind, _ in kinds(text)] == [TITLE, BODY, TEASER, NOISE]


def test_list_below_a_noise_line_is_teasers_but_a_summary_is_body() -> None:
    summary = "- Paris deal torn up at the last minute\n- He says so himself, in an interview."
    text = f"A title that is long enough\n{summary}\n{SENTENCE}\nTrending\n- Darts schedule\n- Cricket scores"
    assert [kind for kind, _ in kinds(text)] == [TITLE, BODY, BODY, BODY, NOISE, TEASER, TEASER]


def test_readers_comments_are_noise_to_the_end() -> None:
    text = f"A title that is long enough\n{SENTENCE}\nReader Comments (2)\n{SENTENCE}\nSell him to Milan!"
    assert [kind for kind, _ in kinds(text)] == [TITLE, BODY, NOISE, NOISE, NOISE]


def test_headline_alone_is_a_title() -> None:
    assert kinds("El presidente cierra la puerta a Lautaro", "El presidente cierra la puerta a Lautaro")[0][0] is TITLE


@pytest.mark.parametrize("seed", ["000_7e54ae1debc5f2ca", "001_b2f4502389edd8b2", "002_103bf7fe1a3f876c"])
def test_founding_articles_have_only_their_own_words_in_body_and_headings(seed: str) -> None:
    path = Path(__file__).parents[3] / "shared" / "seeds" / f"{seed}.txt"
    if not path.exists():
        pytest.skip("the founding articles are not in the repository")
    text = path.read_text()
    told = " ".join(said for kind, said in kinds(text) if kind in (TITLE, HEADING, BODY))
    assert "Getty" not in told and "date 20" not in told and len(told) > 1500
    assert {kind for kind, _ in kinds(text)} <= {HEADING, BODY, CAPTION, NOISE}


@given(st.text(alphabet=st.sampled_from("aZé .,?!\n\r\t-•(©)1«»“:|>"), max_size=400))
def test_blocks_are_in_order_apart_and_lose_nothing_but_space(text: str) -> None:
    found = blocks(text)
    ends = [0, *(block.span.end for block in found)]
    for before, block in zip(ends, found, strict=False):
        assert before <= block.span.start < block.span.end <= len(text)
        assert not text[before : block.span.start].strip()
    assert not text[ends[-1] :].strip()


def test_a_sentence_broken_around_a_handle_is_one_and_the_signature_below_it_is_none() -> None:
    text = "The winger will decide between\n@Ajax\nand\n@PSV\n. He is at home.\n\n@a_reporter\n#transfers #Ajax"
    assert kinds(text) == [(BODY, "The winger will decide between\n@Ajax\nand\n@PSV\n. He is at home."), (NOISE, "@a_reporter"), (NOISE, "#transfers #Ajax")]


def test_the_points_of_a_post_lead_to_no_other_article() -> None:
    post = "Two deals at Ajax today, the club confirm!\n\nℹ️ Both leave on loan. 🔴\n➡️ Bakker 🔜 Utrecht\n➡️ Smit 🔜 Twente"
    assert all(kind is not TEASER for kind, _ in kinds(post))


def test_a_last_line_that_ends_in_an_address_is_told_by_the_post() -> None:
    text = f"Como sign two, here we go!\n\n{SENTENCE}\n\nAssane Diao will join on €12m fee from Betis https://t.co/hAio2qGXuG"
    assert kinds(text)[-1][0] is BODY


def test_the_heading_of_a_ticker_s_item_stands_apart_from_what_follows_on_its_line() -> None:
    assert kinds(f"{SENTENCE}\n\n+++ 12:30: The goalkeeper has signed +++ {SENTENCE}") == [
        (BODY, SENTENCE),
        (HEADING, "12:30: The goalkeeper has signed"),
        (BODY, SENTENCE),
    ]


def test_a_line_with_the_initials_of_a_club_is_no_byline_and_its_number_no_bullet() -> None:
    text = f"Wechsel der zweiten Liga im Überblick\n\nHamburger SV\n\nZugänge: drei\n\n{SENTENCE}\n\n1. FC Köln\n\n{SENTENCE}"
    assert [kind_of(text, line) for line in ("Hamburger SV", "1. FC Köln")] == [HEADING, HEADING]


def test_a_list_of_names_below_the_last_sentence_is_the_articles() -> None:
    names = "Getafe\n\nAltas\n\nMarek Hradil (Elche)\n\nTobias Lindor (Lille)\n\nBajas\n\nLuka Novotny (sin equipo)"
    found = kinds(f"El mercado\n\n{SENTENCE}\n\n{names}")
    assert all(kind is BODY for kind, _ in found[-6:])
