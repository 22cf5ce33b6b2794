"""A sentence as the frames see it: folded words in which every mention stands as one upper-case word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mercato.languages.pack import Lexeme, Pack, Trigger
from mercato.languages.pattern import DASH, Match
from mercato.model.article import BlockKind, Mention, MentionKind, Sentence, Span
from mercato.model.claim import Money, Named
from mercato.model.words import Words

_MASKS = {MentionKind.PERSON: "PERSON", MentionKind.CLUB: "CLUB", MentionKind.SOURCE: "SOURCE", MentionKind.JOURNALIST: "SOURCE"}
_SKIPPED = frozenset({".", "\n", "#", "@"})
HEDGES = frozenset({"modifier", "past", "now", "conditional", "relative"})
NAMES = frozenset({"PERSON", "CLUB", "SOURCE"})
_HARD = frozenset({";", ":", "(", ")", DASH})
_AGED = 3  # words in brackets that hold no more than an age: "(18 ans)"
_PRICED = 8  # words in brackets that hold no more than what is paid: "(plus 5 million in add-ons)"


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
    names: dict[int, Named] = field(default_factory=dict)  # the mentions as claims name them
    lexemes: list[tuple[Match, Lexeme]] = field(default_factory=list)
    triggers: list[tuple[Match, Trigger]] = field(default_factory=list)  # the words of frames
    kinds: dict[str, list[tuple[Match, Lexeme]]] = field(default_factory=dict)  # the lexemes by their kind
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
        return self.kinds.get(kind, [])

    def span(self, start: int, end: int) -> Span:
        """The offsets of words `start` up to `end`."""
        return Span(self.starts[start], self.ends[max(start, end - 1)])


def _figure(digits: str) -> str:
    return "YEAR" if len(digits) == 4 and digits[:2] in ("19", "20") else "NUMBER"


class Stand:
    """What stands for one word in the sentences of an article: mentions and money, by their first words, each with the word behind it."""

    def __init__(self, mentions: Iterable[tuple[int, int, Mention]], money: Iterable[tuple[int, int, Money]]) -> None:
        self.named = {first: (last, mention) for first, last, mention in mentions}
        self.paid = {first: (last, amount) for first, last, amount in money}
        self._firsts = sorted(self.named.keys() | self.paid.keys())

    def within(self, first: int, last: int) -> Sequence[int]:
        """The first words of those from word `first` up to `last`."""
        return self._firsts[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]


def mask(sentence: Sentence, index: int, words: Words, stand: Stand, pack: Pack) -> Masked:
    """The masked sentence."""
    first, last = bisect_left(words.starts, sentence.span.start), bisect_left(words.starts, sentence.span.end)
    masked = Masked(words.text, index, sentence.kind, sentence.block, [], [], [], {}, {})
    at, places, ends = first, list[int](), dict[int, int]()  # the words that stay, and where those of several words end
    for start in stand.within(first, last):
        if start < at:
            continue
        places += _kept(words, at, start)
        here = len(places)
        if start in stand.named:
            at, masked.mentions[here] = stand.named[start]
        else:
            at, masked.money[here] = stand.paid[start]
        places.append(start)
        ends[here] = words.ends[at - 1]
    places += _kept(words, at, last)
    _place(masked, words, places, ends, pack)
    return understood(masked, pack)


def _kept(words: Words, first: int, last: int) -> list[int]:
    return [i for i, word in enumerate(words.folded[first:last], first) if word not in _SKIPPED]


def _place(masked: Masked, words: Words, places: Sequence[int], ends: dict[int, int], pack: Pack) -> None:
    """Take over the words at these places, masked: mentions, money, and figures, which stand for themselves as NUMBER or YEAR."""
    masked.words = [_figure(word) if word.isdigit() else word for word in map(words.folded.__getitem__, places)]
    masked.starts = list(map(words.starts.__getitem__, places))
    masked.ends = list(map(words.ends.__getitem__, places))
    if "-" in masked.words:
        strokes = [here for here, word in enumerate(masked.words) if word == "-" and _dash(words.text, masked.starts[here])]
        for here in strokes:
            masked.words[here] = DASH
    if "&" in masked.words:
        masked.words = [pack.words.conjunctions[0] if word == "&" else word for word in masked.words]
    for here, end in ends.items():
        masked.words[here] = _MASKS[masked.mentions[here].kind] if here in masked.mentions else "MONEY"
        masked.ends[here] = end


def _dash(text: str, at: int) -> bool:
    """Whether a stroke parts clauses instead of joining words: a long one, or one with a space beside it."""
    return text[at] != "-" or text[at - 1 : at].isspace() or text[at + 1 : at + 2].isspace()


def understood(masked: Masked, pack: Pack) -> Masked:
    """The masked sentence with the words of the language found in it, and its clauses."""
    masked.lexemes, masked.triggers = pack.said(masked.words)
    for found in masked.lexemes:
        masked.kinds.setdefault(found[1].kind, []).append(found)
    masked.clauses = clauses(masked)
    masked.asides = frozenset([masked.clauses[m.start] for m, _ in masked.lexeme("relative")])
    for i, mention in masked.mentions.items():
        masked.places.setdefault(masked.words[i], []).append(i)
        masked.names[i] = Named(mention.name, mention.entity)
    masked.hedges = _hedges(masked) if not HEDGES.isdisjoint(masked.kinds) else []
    if "YEAR" in masked.words:
        bound = {at for kind in ("contract", "born") for match, _ in masked.lexeme(kind) for at in range(match.start, match.end)}
        masked.years = [i for i, word in enumerate(masked.words) if word == "YEAR" and i not in bound]
    return masked


def _hedges(masked: Masked) -> list[tuple[Match, Lexeme]]:
    """The lexemes that change what a frame says; of modifiers one inside another only the longer, none of what is harmless ("not only" does not deny,
    "alors que" relates to nothing, "a medical before he signs" is not of the past); a year of birth is none."""
    born = [m for m, _ in masked.lexeme("born")]
    found = [x for x in masked.lexemes if x[1].kind in HEDGES and not any(_inside(x[0], m) for m in born)]
    harmless = [m for m, _ in masked.lexeme("harmless")]
    longer = {"modifier": [*harmless, *[m for m, _ in masked.lexeme("modifier") if m.end - m.start > 1]], "relative": harmless, "past": harmless}
    return [x for x in found if not any(_inside(x[0], m) for m in longer.get(x[1].kind, ()))]


def _inside(match: Match, other: Match) -> bool:
    return other.start <= match.start and match.end <= other.end and other.end - other.start > match.end - match.start


def _aged(words: Sequence[str]) -> frozenset[int]:
    """The brackets that hold only an age, an amount or what it includes ("£33m (with add-ons)"), and part nothing."""
    found = {i for ends in priced(words) for i in ends}
    for first, inside in _brackets(words):
        aged = inside[:1] in (["NUMBER"], ["MONEY"]) and len(inside) <= _AGED
        if aged or (inside and words[first - 1 : first] == ["MONEY"] and NAMES.isdisjoint(inside)):
            found.update((first, first + 1 + len(inside)))
    return frozenset(found)


def priced(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The brackets, each with the one that closes it, that hold an amount of money and nobody: "an offer of 25m (plus 5m in add-ons) from CLUB"."""
    for first, inside in _brackets(words):
        if "MONEY" in inside and NAMES.isdisjoint(inside):
            yield first, first + 1 + len(inside)


def _brackets(words: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Where brackets of few words open, each with what it holds."""
    for first in (i for i, word in enumerate(words) if word == "("):
        inside = words[first + 1 : first + 2 + _PRICED]
        if ")" in inside:
            yield first, inside[: inside.index(")")]


def _dashed(masked: Masked) -> frozenset[int]:
    """The dashes that stand like commas around a relative clause: "N – who joined in May – has left"."""
    found: set[int] = set()
    for match, _ in masked.lexeme("relative"):
        if masked.words[match.start - 1 : match.start] == [DASH] and DASH in masked.words[match.start :]:
            found.update((match.start - 1, masked.words.index(DASH, match.start)))
    return frozenset(found)


def clauses(masked: Masked) -> list[int]:
    """The clause number of each word; one begins at a conjunction (but not at that of "such as"), a relative, "if", a colon, a dash or a bracket."""
    harmless = [m for m, _ in masked.lexeme("harmless")]
    starts = {match.start for kind in ("relative", "conditional") for match, _ in masked.lexeme(kind)}
    starts.update([m.start for m, _ in masked.lexeme("breaks") if not any(_inside(m, h) for h in harmless)])
    if not _HARD.isdisjoint(masked.words):
        weak = (_aged(masked.words) if "(" in masked.words else frozenset()) | (_dashed(masked) if DASH in masked.words else frozenset())
        starts.update([i for i, word in enumerate(masked.words) if word in _HARD and i not in weak])
    numbers: list[int] = []
    for clause, start in enumerate(sorted(starts)):
        numbers += [clause] * (start - len(numbers))
    return numbers + [len(starts)] * (len(masked.words) - len(numbers))
