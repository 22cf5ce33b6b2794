"""A sentence as the frames see it: folded words in which every mention stands as one upper-case word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from mercato.languages.pack import Lexeme, Pack
from mercato.languages.pattern import Match
from mercato.model.article import BlockKind, Mention, MentionKind, Sentence, Span
from mercato.model.claim import Money
from mercato.model.words import Words

T = TypeVar("T")
_MASKS = {MentionKind.PERSON: "PERSON", MentionKind.CLUB: "CLUB", MentionKind.SOURCE: "SOURCE", MentionKind.JOURNALIST: "SOURCE"}
_SKIPPED = frozenset({".", "\n"})
HEDGES = frozenset({"modifier", "past", "conditional", "relative"})
_HARD = frozenset({";", ":", "(", ")", "-"})


@dataclass(slots=True)
class Masked:
    """Parallel lists over the words of one sentence; `clauses` numbers the clause each word belongs to."""

    text: str
    index: int
    kind: BlockKind
    block: int
    words: list[str]
    starts: list[int]
    ends: list[int]
    mentions: dict[int, Mention]
    money: dict[int, Money]
    lexemes: list[tuple[Match, Lexeme]] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    hedges: list[tuple[Match, Lexeme]] = field(default_factory=list)  # the lexemes that change what a frame says
    places: dict[str, list[int]] = field(default_factory=dict)  # mask -> positions of its mentions
    asides: frozenset[int] = frozenset()  # clauses that are relative: what they say of time is theirs alone
    years: list[int] = field(default_factory=list)  # positions of years that do not end a contract

    def said(self, kind: MentionKind) -> list[int]:
        """Positions of the mentions of one kind; journalists are sources too."""
        return self.places.get(_MASKS[kind], [])

    def lexeme(self, kind: str) -> list[tuple[Match, Lexeme]]:
        """The matched words of one kind."""
        return [found for found in self.lexemes if found[1].kind == kind]

    def span(self, start: int, end: int) -> Span:
        """The offsets of words `start` up to `end`."""
        return Span(self.starts[start], self.ends[max(start, end - 1)])


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _within(placed: Sequence[tuple[int, int, T]], first: int, last: int) -> Sequence[tuple[int, int, T]]:
    return placed[bisect_left(placed, first, key=_start) : bisect_left(placed, last, key=_start)]


def _start(placed: tuple[int, int, object]) -> int:
    return placed[0]


def mask(
    sentence: Sentence, index: int, words: Words, mentions: Sequence[tuple[int, int, Mention]], money: Sequence[tuple[int, int, Money]], pack: Pack
) -> Masked:
    """The masked sentence; `mentions` and `money` come with the words they cover and are in order."""
    first, last = bisect_left(words.starts, sentence.span.start), bisect_left(words.starts, sentence.span.end)
    named = {start: (end, mention) for start, end, mention in _within(mentions, first, last)}
    paid = {start: (end, amount) for start, end, amount in _within(money, first, last) if start not in named}
    masked = Masked(words.text, index, sentence.kind, sentence.block, [], [], [], {}, {})
    at = first
    for start in sorted((*named, *paid)):
        if start < at:
            continue
        _plain(masked, words, at, start)
        here = len(masked.words)
        if start in named:
            at, masked.mentions[here] = named[start]
            masked.words.append(_MASKS[masked.mentions[here].kind])
        else:
            at, masked.money[here] = paid[start]
            masked.words.append("MONEY")
        masked.starts.append(words.starts[start])
        masked.ends.append(words.ends[at - 1])
    _plain(masked, words, at, last)
    return understood(masked, pack)


def _plain(masked: Masked, words: Words, first: int, last: int) -> None:
    """Take over the words without mentions; figures stand for themselves as NUMBER or YEAR."""
    for i in range(first, last):
        word = words.folded[i]
        if word in _SKIPPED:
            continue
        if word[0].isdigit() and word.isdigit():
            word = "YEAR" if _year(word) else "NUMBER"
        masked.words.append(word)
        masked.starts.append(words.starts[i])
        masked.ends.append(words.ends[i])


def understood(masked: Masked, pack: Pack) -> Masked:
    """The masked sentence with the words of the language found in it, and its clauses."""
    masked.lexemes = list(pack.lexicon.find(masked.words))
    masked.clauses = clauses(masked)
    masked.asides = frozenset(masked.clauses[m.start] for m, lexeme in masked.lexemes if lexeme.kind == "relative")
    for i in masked.mentions:
        masked.places.setdefault(masked.words[i], []).append(i)
    masked.hedges = _hedges(masked)
    if "YEAR" in masked.words:
        bound = {at for found, lexeme in masked.lexemes if lexeme.kind == "contract" for at in range(found.start, found.end)}
        masked.years = [i for i, word in enumerate(masked.words) if word == "YEAR" and i not in bound]
    return masked


def _hedges(masked: Masked) -> list[tuple[Match, Lexeme]]:
    """The lexemes that change what a frame says; of modifiers one inside another only the longer ("not only" does not deny)."""
    found = [x for x in masked.lexemes if x[1].kind in HEDGES]
    longer = [m for m, lexeme in masked.lexemes if lexeme.kind in ("modifier", "harmless") and m.end - m.start > 1]
    return [x for x in found if x[1].kind != "modifier" or not any(_inside(x[0], m) for m in longer)]


def _inside(match: Match, other: Match) -> bool:
    return other.start <= match.start and match.end <= other.end and other.end - other.start > match.end - match.start


def clauses(masked: Masked) -> list[int]:
    """The clause number of each word; one begins at a conjunction, a relative, "if", a colon, a dash or a bracket."""
    starts = {match.start for match, lexeme in masked.lexemes if lexeme.kind in ("breaks", "relative", "conditional")}
    clause, numbers = 0, []
    for i, word in enumerate(masked.words):
        if i in starts or word in _HARD:
            clause += 1
        numbers.append(clause)
    return numbers
