"""How a person and a club stand to each other wherever one sentence names both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mercato.claims.discourse import TOGETHER, Statement
from mercato.claims.grounds import Grounds
from mercato.claims.masked import Masked
from mercato.languages.pack import Pack
from mercato.languages.pattern import Match
from mercato.model.article import MentionKind

BESIDE = 3  # words between a frame and the name it most likely speaks of
Key = tuple[str, str]  # person and club


class Sight(NamedTuple):
    """One person and one club in one sentence."""

    masked: Masked
    gap: int  # words from one to the other
    between: int  # other people and clubs between them
    clauses: int  # clause borders between them
    mark: str  # what stands before the club: to, from, person, belonging, preposition, or bare
    owned: str  # to whom the club belongs in this sentence: him, other, former, office, or nobody
    first: bool  # whether the club comes first
    listed: int  # people in the list that he stands in
    choices: int  # clubs in the list that the club stands in
    nearest: bool  # whether no other club is nearer to him
    alone: bool  # whether no other person is nearer to the club
    reach: int  # the furthest stage of the frames that stand between the two or right beside one of them; 0 for none
    leaving: bool  # whether one of those frames speaks only of going away
    past: bool  # whether words of the past stand in the sentence
    spoken: bool  # whether he speaks in it


def sights(sentences: Sequence[Masked], grounds: Mapping[int, Grounds], statements: Sequence[Statement], pack: Pack) -> dict[Key, list[Sight]]:
    """Every pair seen together, by the keys of person and club."""
    framed: defaultdict[int, dict[tuple[int, int], Statement]] = defaultdict(dict)
    for statement in statements:
        if statement.frame is not TOGETHER and not statement.frame.weak:
            framed[statement.masked.index].setdefault((statement.match.start, statement.match.end), statement)
    found: defaultdict[Key, list[Sight]] = defaultdict(list)
    for masked in sentences:
        people, clubs = masked.said(MentionKind.PERSON), masked.said(MentionKind.CLUB)
        if people and clubs:
            view = _View(masked, grounds[masked.index], pack, list(framed[masked.index].values()))
            for i in people:
                for club in clubs:
                    found[(masked.names[i].key, masked.names[club].key)].append(view.sight(i, club))
    return found


class _View:
    """What the sights of one sentence share."""

    def __init__(self, masked: Masked, grounds: Grounds, pack: Pack, framed: list[Statement]) -> None:
        self.masked, self.grounds, self.pack = masked, grounds, pack
        self.people, self.clubs = masked.said(MentionKind.PERSON), masked.said(MentionKind.CLUB)
        self.framed = [(s.match, s.stage or 0, s.frame.leaves) for s in framed]
        self.past = any(lexeme.kind == "past" for _, lexeme in masked.hedges)
        self.voices = frozenset(_voices(masked))
        self.marks = {club: self._mark(club) for club in self.clubs}

    def _mark(self, club: int) -> str:
        lead = self.grounds.leads.get(club, ("", ""))
        mark = self.pack.marks.get(lead[0]) or self.pack.marks.get(lead[1])
        if mark:
            return mark
        if lead[1] in self.pack.belonging:
            return "belonging"
        return "preposition" if lead[1] in self.pack.prepositions else "bare"

    def _owner(self, person: int, club: int) -> str:
        if self.grounds.present.get(person) == club:
            return "him"
        if self.grounds.former.get(person) == club:
            return "former"
        if club in self.grounds.office:
            return "office"
        return "other" if club in self.grounds.owned else "nobody"

    def sight(self, person: int, club: int) -> Sight:
        """How these two stand."""
        first, last = min(person, club), max(person, club)
        masked, gap = self.masked, last - first
        near = [(stage, leaving) for match, stage, leaving in self.framed if _touches(match, first, last)]
        return Sight(
            masked, gap, sum(first < i < last for i in (*self.people, *self.clubs)), abs(masked.clauses[person] - masked.clauses[club]),
            self.marks[club], self._owner(person, club), club < person, len(self.grounds.groups.get(person, ())), len(self.grounds.groups.get(club, ())),
            all(abs(i - person) >= gap for i in self.clubs), all(abs(i - club) >= gap for i in self.people),
            max((stage for stage, _ in near), default=0), any(leaving for _, leaving in near), self.past, person in self.voices,
        )  # fmt: skip


def _touches(match: Match, first: int, last: int) -> bool:
    return match.start <= last + BESIDE and match.end >= first - BESIDE


def _voices(masked: Masked) -> Iterator[int]:
    for match, lexeme in masked.lexeme("credit"):
        if lexeme.value == "says":
            yield from (at for slot, at in match.slots if slot == "person")
