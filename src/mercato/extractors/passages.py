"""The stretches of an article that can hold claims, and where given words stand in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property

from mercato.model.article import TELLING, Article, Span

# Signs that a model writes for one another, whatever the article has; what stands for nothing is invisible.
_PLAIN = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‚": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
          "…": "...", "\xad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": ""}  # fmt: skip
GENITIVE = "s"  # the one letter that may follow a name within a word: "Schalkes" says Schalke


class _Plain:
    """A text with plain quotation marks and single spaces, and for each of its characters where it stood."""

    def __init__(self, text: str) -> None:
        self.spans: list[Span] = []
        made: list[str] = []
        for at, char in enumerate(text):
            if char.isspace() and made and made[-1] == " ":
                self.spans[-1] = Span(self.spans[-1].start, at + 1)
            elif unicodedata.combining(char) and made:  # an accent written by itself joins its letter
                made[-1] = unicodedata.normalize("NFC", made[-1] + char)
                self.spans[-1] = Span(self.spans[-1].start, at + 1)
            else:
                said = " " if char.isspace() else _PLAIN.get(char, char)
                made.extend(said)
                self.spans.extend([Span(at, at + 1)] * len(said))
        self.spans = [span for sign, span in zip(made, self.spans, strict=True) for _ in sign]  # an accent without a letter of its own stays two
        self.text = "".join(made)

    def span(self, start: int, end: int) -> Span:
        """Where characters `start` up to `end` stood."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


class Passages:
    """The telling blocks of one article; spans are in code points of its text as received."""

    def __init__(self, article: Article) -> None:
        self._whole = article.text
        self._blocks = [block.span for block in article.blocks if block.kind in TELLING]

    @property
    def text(self) -> str:
        """What can hold claims, a blank line between the blocks."""
        return "\n\n".join(span.of(self._whole).strip() for span in self._blocks).strip()

    @cached_property
    def _plain(self) -> _Plain:
        return _Plain(self._whole)

    def find(self, words: str, near: int | None = None) -> Span | None:
        """Where `words` stand: letter by letter, else but for white space and the form of quotation marks; nearest to `near`, else first."""
        wanted = words.strip()
        if not any(map(str.isalnum, wanted)):
            return None
        exact = (Span(at, at + len(wanted)) for at in _places(self._whole, wanted))
        return self._best(exact, near) or self._best(self._loosely(wanted), near)

    def _loosely(self, words: str) -> Iterator[Span]:
        wanted = _Plain(words).text.strip()
        return (self._plain.span(at, at + len(wanted)) for at in _places(self._plain.text, wanted)) if wanted else iter(())

    def _best(self, found: Iterator[Span], near: int | None) -> Span | None:
        allowed = [span for span in found if self._whole_words(span) and any(b.start <= span.start and span.end <= b.end for b in self._blocks)]
        return min(allowed, key=lambda span: abs(span.start - (near or 0)), default=None)

    def _whole_words(self, span: Span) -> bool:
        """Whether no word is cut: "Inter" is not said by "international"."""
        text, behind = self._whole, self._whole[span.end : span.end + 2]
        opens = not text[span.start].isalnum() or not text[max(0, span.start - 1) : span.start].isalnum()
        closes = not text[span.end - 1].isalnum() or not behind[:1].isalnum() or (behind[:1] == GENITIVE and not behind[1:].isalnum())
        return opens and closes


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
