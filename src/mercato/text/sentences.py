"""Cut the blocks of an article that can hold claims into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mercato.languages.noise import noise
from mercato.model.article import TELLING, Article, Sentence, Span
from mercato.model.words import PICTURES, VERBS
from mercato.text.lines import BULLET

# Both begin with a class of characters, not with a repetition or a look behind: `re` then skips to the next stop.
# Where a sentence may end: a stop, what closes after it, space or pictures, and something that can begin a sentence.
_END = re.compile(rf"[.!?…](?<![.!?…].)[.!?…]*+(?:\s?[»”]|[\"’')\]])*[\s{PICTURES}]++(?=[\"“„«‹‘'(\[¿¡–—-]*\s?[^\W_a-zß-öø-ÿ]|[#@]\w+\s+[^\W\d_])")
# Posts end sentences with pictures alone: "he wants to leave ✅ Ajax have asked"; those that stand for a verb do not, nor flags.
_PICTURED = re.compile(rf"[{PICTURES}][{PICTURES}\s]*+(?=[#@]?[^\W_a-zß-öø-ÿ])")
_HELD = re.compile(rf"[{VERBS}]|^[\U0001f1e6-\U0001f1ff\s]+$")
_PHRASE = 3  # spaces: fewer words before pictures are no sentence
# Where the space was lost: "contratação.«O Victor", "em 2019.Zagueiro"; never inside "JuventusNews24.Com".
_GLUED = re.compile(
    r"[.!?](?=[»”]?[«“A-ZÀ-Þ])(?<=[a-zß-öø-ÿ\d»”)].)[»”]?(?=[«“][A-ZÀ-Þ]|[A-ZÀ-Þ][a-zß-öø-ÿ]+[ ,-])(?!(?:Com|It|Net|Org|De|Es|Fr|Pt|Br|Uk|Tv)\b)"
)
_STOPS = ".!?…"
_TOKEN = re.compile(r"[^\s(\[«“\"‘']+\Z")
ORDINAL = 38  # days of a month, rounds of a season: above, a number before a stop ends its sentence ("Darmstadt 98.")
_REACH = 24  # characters: longer than any abbreviation with the word before it


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language must tell about its full stops, lower case."""

    abbreviations: frozenset[str]
    lettered: frozenset[str]
    numbered: frozenset[str]
    ordinals: bool
    longest: int


@cache
def _words(language: str) -> _Words:
    file = noise(language)
    abbreviations, numbered = _lower(file.abbreviations), _lower(file.numbered)
    return _Words(abbreviations, _lower(file.lettered), numbered, file.ordinals, max(map(len, abbreviations | numbered | {"c.t"})))


def glued(article: Article) -> list[int]:
    """Where sentences begin right behind the stop of the one before, the space between them lost."""
    words = _words(article.language or "en")
    return [m.end() for m in _GLUED.finditer(article.text) if not _abbreviates(article.text, 0, m.start(), words)]


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in words)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of title, headings and body, in the order of the text."""
    text, words = article.text, _words(article.language or "en")
    glued = _GLUED.search(text) is not None
    found: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        if block.kind in TELLING:
            start = _behind_bullet(text, block.span)
            ends = _ends(text, Span(start, block.span.end), words)
            for end, following in _with_glued(text, Span(start, block.span.end), ends, words) if glued else ends:
                if start < end:
                    found.append(Sentence(Span(start, end), block.kind, index))
                start = following
            if start < block.span.end:
                found.append(Sentence(Span(start, block.span.end), block.kind, index))
    return tuple(found)


def _behind_bullet(text: str, block: Span) -> int:
    bullet = None if text[block.start].isalpha() else BULLET.match(text, block.start, block.end)
    return bullet.end() if bullet and bullet.end() < block.end else block.start


def _ends(text: str, part: Span, words: _Words) -> list[tuple[int, int]]:
    """Where sentences end and the next begin, but for the last."""
    found = []
    for match in _END.finditer(text, part.start, part.end):
        said, stop = match.group(), match.start()
        if said[0] != "." or said[1] in _STOPS or not _abbreviates(text, part.start, stop, words):
            found.append((stop + len(said.rstrip()), match.end()))
    return sorted(found + list(_pictured(text, part, found))) if _PICTURED.search(text, part.start, part.end) else found


def _pictured(text: str, part: Span, ends: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The further ends that are told by pictures alone."""
    start, behind = part.start, {following for _, following in ends}
    for match in _PICTURED.finditer(text, part.start, part.end):
        start = max(start, *(following for following in behind if following <= match.start()), 0)
        said = text[start : match.start()].rstrip()
        if match.end() not in behind and said.count(" ") >= _PHRASE and not _HELD.search(match.group()):
            yield match.start() + len(match.group().rstrip()), match.end()
            start = match.end()


def _with_glued(text: str, part: Span, ends: list[tuple[int, int]], words: _Words) -> list[tuple[int, int]]:
    return sorted(ends + [(m.end(), m.end()) for m in _GLUED.finditer(text, part.start, part.end) if not _abbreviates(text, part.start, m.start(), words)])


def _abbreviates(text: str, start: int, stop: int, words: _Words) -> bool:
    """Whether the full stop at `stop` belongs to its word: "St.", "J. Mourinho", the "2." of a language with such ordinals."""
    start = max(start, stop - _REACH)
    said = _last(text, start, stop)
    if not said or len(said) > words.longest:
        return False
    word = said.lower()
    if word.isdecimal():
        return words.ordinals and int(word) <= ORDINAL
    if len(word) == 1 and word.isalpha():
        before = text[start : stop - 1].rstrip()
        return said.isupper() and _last(before, 0, len(before)).lower() not in words.lettered
    if word in words.numbered:
        return text[stop + 1 : stop + 4].lstrip()[:1].isdecimal()
    return word in words.abbreviations or (len(word) == 3 and word[1] == "." and said.isupper())


def _last(text: str, start: int, end: int) -> str:
    """The word that ends at `end`, without what opens before it; empty where none does."""
    space = text.rfind(" ", start, end)
    word = text[start if space < 0 else space + 1 : end]
    if word.isalnum():
        return word
    found = _TOKEN.search(word)
    return found.group() if found else ""
