"""The words that a claim rests on, as they stand in the article."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from made import CAMBIASO, MILAN, article
from told import REFUSAL, claim, press

from mercato.model.article import Span
from mercato.model.claim import Evidence
from mercato.views.passage import passages


def test_the_sentence_with_its_marks() -> None:
    refusal = press()[0]
    (first,) = passages(refusal.article, refusal.claims)
    assert first.text == REFUSAL.split("\n")[0]
    said = {mark.field: first.text[mark.start : mark.end] for mark in first.marks}
    assert said == {"person": "Andrea Cambiaso", "to": "Milan", "stage": "opening bid", "against seller": "turned down", "fee": "30 million euros"}
    assert first.says("against") and first.says("fee") and not first.says("via")


def test_words_outside_any_sentence_are_a_passage_of_their_own() -> None:
    of = article("Milan want him.", date(2025, 6, 9))
    told = claim(of, CAMBIASO, MILAN, {"stage": "want"})
    bare = type(of)(of.id, of.text, (), of.language, of.published)
    assert [p.text for p in passages(bare, [told])] == ["want"]


@given(st.text(min_size=1, max_size=80), st.data())
def test_marks_always_stand_inside_their_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    of = article(text)
    base = claim(of, CAMBIASO, MILAN, {"stage": text[:1]})
    told = type(base)(**{f: getattr(base, f) for f in base.__slots__} | {"evidence": (Evidence("stage", Span(start, end), text[start:end]),)})
    for passage in passages(of, [told]):
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
        assert all(0 <= m.start <= m.end <= len(passage.text) for m in passage.marks)
