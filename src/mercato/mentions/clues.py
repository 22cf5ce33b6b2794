"""What the words around a name tell of whom it names: age, country, position, office, kin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from typing import NamedTuple

from mercato.languages.pack import Lexeme
from mercato.languages.pattern import Match
from mercato.mentions.find import Find
from mercato.model.article import MentionKind
from mercato.model.words import Words

AGES = range(14, 95)
TELLING = frozenset({"age", "demonyms", "positions", "coach", "executive"})  # the kinds of cues that fit one namesake and not the other
BESIDE, APART, NEXT = 1.0, 0.7, 0.6  # how much a clue counts right beside the name, further on in its sentence, in the next one
FAR, NEAR, OPENING = 5, 4, 7  # words before a name, behind it, and at the beginning of the next sentence
_ENDS, _PAUSES = frozenset(".!?\n"), frozenset(".!?\n,;:")
Cue = tuple[Match, Lexeme]


class Clue(NamedTuple):
    """One thing said of a name: `kind` is that of the cue, `value` a country, position or number of years, `weight` how sure it is said of this name."""

    kind: str
    value: str
    weight: float
    apposed: bool = False  # right behind the name and a comma: "Everton, the Chilean champions"


def masked(words: Words) -> list[str]:
    """The folded words with figures masked, as the patterns of cues want them."""
    return ["NUMBER" if word.isdigit() else word for word in words.folded]


class Clues:
    """The clues of one article, gathered for the names that need them."""

    def __init__(self, words: Words, finds: Sequence[Find], cues: Sequence[Cue]) -> None:
        self._words, self._finds = words, finds
        self._cues = [(match, self._clue(match, lexeme)) for match, lexeme in cues if lexeme.kind in TELLING]
        self._starts = [match.start for match, _ in self._cues]
        self._ages = {match.start: int(clue.value) for match, clue in self._cues if clue.kind == "age" and clue.value}
        self._ends = [i for i, word in enumerate(words.folded) if word in _ENDS]
        self._people = [f for f in finds if not f.entries or f.entries[-1].what is MentionKind.PERSON]
        self._firsts = [f.first for f in self._people]

    def _clue(self, match: Match, lexeme: Lexeme) -> Clue:
        if lexeme.kind != "age":
            return Clue(lexeme.kind, lexeme.value, BESIDE)
        return Clue("age", next((word for word in self._words.folded[match.start : match.end] if word.isdigit()), ""), BESIDE)

    def of(self, find: Find) -> tuple[Clue, ...]:
        """What is said of the name at `find`: beside it or behind it in its sentence up to the next person, or at the beginning of the next sentence."""
        begin, end = self._sentence(find.first)
        at = bisect_left(self._firsts, find.first)
        before = self._people[at - 1].last if at and self._firsts[at - 1] >= begin else begin
        following = self._firsts[bisect_left(self._firsts, find.last) : bisect_left(self._firsts, end)]
        until = following[0] if following else end
        found = [clue for match, clue in self._within(before, find.first) if self._introduces(match, find)]
        behind = [(match, clue) for match, clue in self._within(find.last, until) if not self._anothers(match, following)]
        for match, clue in behind:
            near = match.start - find.last < NEAR
            found.append(clue._replace(weight=BESIDE if near else APART, apposed=near and self._words.folded[find.last] == ","))
        if before == begin:
            found += self._next(end)
        return tuple(dict.fromkeys(found))

    def age_behind(self, find: Find) -> int | None:
        """The age told right behind a name: "Mora, 16 anos,", "Mora (16)"."""
        if not self._ages or self._words.folded[find.last : find.last + 1] not in ([","], ["("]):
            return None
        return next((self._ages[i] for i in range(find.last, find.last + NEAR) if i in self._ages), None)

    def _next(self, end: int) -> list[Clue]:
        """The clues by which the next sentence begins, which go on about the first person of the one before: "The 31-year-old Brazilian ..."."""
        begin, end = self._sentence(end + 1)
        following = self._firsts[bisect_left(self._firsts, begin) : bisect_left(self._firsts, end)]
        until = min([*following[:1], begin + OPENING, end])
        return [clue._replace(weight=NEXT) for match, clue in self._within(begin, until) if not self._anothers(match, following)]

    def _within(self, first: int, last: int) -> list[tuple[Match, Clue]]:
        """The clues whose words all stand from `first` up to `last`."""
        some = self._cues[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        return [(match, clue) for match, clue in some if match.end <= last]

    def _introduces(self, match: Match, find: Find) -> bool:
        """Whether a cue before a name leads up to it: "the Brazilian striker of City, Jesus" does not."""
        return find.first - match.end < FAR and _PAUSES.isdisjoint(self._words.folded[match.end : find.first])

    def _anothers(self, match: Match, following: Sequence[int]) -> bool:
        """Whether a cue stands right before the next person, and so is said of him."""
        return any(match.end <= first <= match.end + 1 for first in following)

    def _sentence(self, i: int) -> tuple[int, int]:
        """Where the sentence of word `i` begins, and the place of what ends it."""
        at = bisect_left(self._ends, i)
        begin = self._ends[at - 1] + 1 if at else 0
        return begin, self._ends[at] if at < len(self._ends) else len(self._words.folded)


def introduced(words: Words, finds: Sequence[Find], cues: Sequence[Cue]) -> Set[int]:
    """Where names begin of people called somebody's father, son or brother, right before the name or behind it: "his father Diego", "Francisco, the son"."""
    ends = {match.end for match, lexeme in cues if lexeme.kind == "kin"}
    starts = {match.start for match, lexeme in cues if lexeme.kind == "kin"}
    if not ends:
        return frozenset()
    return {f.first for f in finds if f.first in ends or _behind(words, f.last, starts)}


def _behind(words: Words, last: int, starts: Set[int]) -> bool:
    """Whether a noun for kin stands behind a comma and at most one word: ", o filho"."""
    return words.folded[last : last + 1] == [","] and (last + 1 in starts or (last + 2 in starts and words.folded[last + 1] not in _PAUSES))
