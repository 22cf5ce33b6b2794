"""The words a claim rests on: the sentences of the article with the telling stretches marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from mercato.model.article import Article, Span
from mercato.model.claim import Claim, Evidence
from mercato.text.sentences import sentences

WHOLE = "sentence"  # the field of evidence that is a whole sentence: it chooses a passage and marks nothing


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Code points `start` up to, not including, `end` of a passage say `field` of the claim."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article as received, which begins at `start`, with its marks."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    def says(self, field: str) -> bool:
        """Whether a mark is for `field`, or for one kind of it ("against" for "against seller")."""
        return any(mark.field == field or mark.field.startswith(field + " ") for mark in self.marks)


def passages(article: Article, claims: Iterable[Claim]) -> tuple[Passage, ...]:
    """Every sentence that some evidence of `claims` stands in, in the order of the text."""
    spans = [sentence.span for sentence in sentences(article)]
    starts = [span.start for span in spans]
    found: dict[Span, set[Mark]] = {}
    for evidence in (e for claim in claims for e in claim.evidence):
        span = _around(evidence, spans, starts)
        marks = found.setdefault(span, set())
        if evidence.field != WHOLE:
            marks.add(Mark(max(evidence.span.start, span.start) - span.start, min(evidence.span.end, span.end) - span.start, evidence.field))
    return tuple(Passage(span.start, span.of(article.text), tuple(sorted(marks))) for span, marks in sorted(found.items()))


def _around(evidence: Evidence, spans: list[Span], starts: list[int]) -> Span:
    at = bisect_right(starts, evidence.span.start) - 1
    if at >= 0 and evidence.span.start < spans[at].end:
        return spans[at]
    return evidence.span
