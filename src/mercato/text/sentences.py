"""Cut the blocks of an article that can hold claims into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mercato.languages.noise import noise
from mercato.model.article import Article, BlockKind, Sentence, Span

TELLING = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY})

_BULLET = re.compile(r"(?:[-–—•*▪▫◦●·■‣]|\d{1,2}[.)])\s+")
# Where a sentence may end: a stop, what closes after it, space, and something that can begin a sentence.
_END = re.compile(r"(?P<stop>[.!?…][.!?…]*)(?:\s?[»”]|[\"’')\]])*(?P<gap>\s+)(?=[\"“„«‹‘'(\[¿¡–—-]*\s?[^\W_a-zß-öø-ÿ])")
# Where the space was lost: "contratação.«O Victor", "em 2019.Zagueiro"; never inside "JuventusNews24.Com".
_GLUED = re.compile(r"[.!?](?=[»”]?[«“A-ZÀ-Þ])(?<=[a-zß-öø-ÿ\d»”)].)[»”]?(?=[«“][A-ZÀ-Þ]|[A-ZÀ-Þ][a-zß-öø-ÿ]+[ ,-])(?!(?:Com|It|Net|Org|De|Es|Fr|Pt|Br|Uk|Tv)\b)")
_TOKEN = re.compile(r"[^\s(\[«“\"‘']+$")
ORDINAL = 38  # days of a month, rounds of a season: above, a number before a stop ends its sentence ("Darmstadt 98.")
_REACH = 24  # characters: longer than any abbreviation with the word before it


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language must tell about its full stops, lower case."""

    abbreviations: frozenset[str]
    lettered: frozenset[str]
    numbered: frozenset[str]
    ordinals: bool


@cache
def _words(language: str) -> _Words:
    file = noise(language)
    return _Words(_lower(file.abbreviations), _lower(file.lettered), _lower(file.numbered), file.ordinals)


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in words)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of title, headings and body, in the order of the text."""
    words = _words(article.language or "en")
    found: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        if block.kind in TELLING:
            found += [Sentence(span, block.kind, index) for span in _cut(article.text, block.span, words)]
    return tuple(found)


def _cut(text: str, block: Span, words: _Words) -> list[Span]:
    """The sentences of one block, without its bullet."""
    bullet = _BULLET.match(text, block.start, block.end)
    start = bullet.end() if bullet and bullet.end() < block.end else block.start
    found = []
    for end, following in _ends(text, start, block.end, words):
        found.append(Span(start, end))
        start = following
    found.append(Span(start, block.end))
    return [span for span in found if span.start < span.end]


def _ends(text: str, start: int, end: int, words: _Words) -> list[tuple[int, int]]:
    """Where sentences end and the next begin, but for the last."""
    found = [(m.start("gap"), m.end()) for m in _END.finditer(text, start, end) if m["stop"] != "." or not _abbreviates(text, start, m.start("stop"), words)]
    glued = [(m.end(), m.end()) for m in _GLUED.finditer(text, start, end)]
    return sorted(found + glued) if glued else found


def _abbreviates(text: str, start: int, stop: int, words: _Words) -> bool:
    """Whether the full stop at `stop` belongs to its word: "St.", "J. Mourinho", the "2." of a language with such ordinals."""
    token = _TOKEN.search(text, max(start, stop - _REACH), stop)
    if not token:
        return False
    word = token.group().lower()
    if word.isdecimal():
        return words.ordinals and int(word) <= ORDINAL
    if len(word) == 1 and word.isalpha():
        before = _TOKEN.search(text[max(start, stop - _REACH) : token.start()].rstrip())
        return token.group().isupper() and not (before and before.group().lower() in words.lettered)
    if word in words.numbered:
        return text[stop + 1 : stop + 4].lstrip()[:1].isdecimal()
    return word in words.abbreviations or (len(word) == 3 and word[1] == "." and token.group().isupper())
