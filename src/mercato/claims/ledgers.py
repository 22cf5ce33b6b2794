"""Lists of who comes and who goes: "Arrivals: N (Ajax), N (Lille)", a heading "Departures" with a line for each, "linked with a move to Everton:" and names,
"Next Everton manager" and a bookmaker's odds on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mercato.claims.grounds import Grounds
from mercato.claims.masked import Masked
from mercato.languages.pack import Frame
from mercato.languages.pattern import DASH
from mercato.model.article import BlockKind, MentionKind

LABEL = 7  # words of the longest label: "Los fichajes del CLUB para la temporada"
LINE = 4  # words of one that is a line of a table
FRONT = 4  # words of an item before its name: "GK", "22.", "striker"
ARRIVES = Frame(name="listed-in", words=[], matches=[], stage="done", before=["to"], after=["person", "from"])
LEAVES = Frame(name="listed-out", words=[], matches=[], stage="done", before=["from"], after=["person", "to"])
PRICED = Frame(name="priced", words=[], matches=[], stage="linked", before=["person"], after=["to"])
ODDS = ["NUMBER", "/", "NUMBER"]
BOOKED = 10  # words of the longest line of a bookmaker's list


class Label(NamedTuple):
    """Words that open a list: of those who come or of those who go, perhaps of a club named in it; `end` is where the list begins. Words that end a sentence
    of prose list no more than it goes on to name: "Everton have announced three arrivals: N, M and O."."""

    frame: Frame
    club: int | None
    end: int
    prose: bool = False


class Entry(NamedTuple):
    """Somebody in a list, and the club named with him."""

    person: int
    club: int | None


def labels(masked: Masked) -> list[Label]:
    """The labels of a sentence, in order; one without a colon must be a short line of its own."""
    found = []
    for kind, frame in (("arrivals", ARRIVES), ("departures", LEAVES)):
        for match, _ in masked.lexeme(kind):
            if "-" in (*masked.words[max(0, match.start - 1) : match.start], *masked.words[match.end : match.end + 1]):
                continue  # "editor-in-chief: N"
            end = _colon(masked.words, match.start, match.end)
            if end is None and len(masked.words) <= (LABEL if masked.kind is BlockKind.HEADING else LINE) and "PERSON" not in masked.places:
                end = len(masked.words)
            if end is not None:
                prose = masked.kind is BlockKind.BODY and match.start >= LABEL
                near = [i for i in masked.said(MentionKind.CLUB) if (0 if prose else match.start - 3) <= i < end]
                found.append(Label(frame, near[0] if near else None, end, prose))
    found.sort(key=lambda label: label.end)
    both = {label.end for label in found if label.frame is ARRIVES} & {label.end for label in found if label.frame is LEAVES}  # "Ins and outs:"
    return [label for i, label in enumerate(found) if label.end not in both and (i == 0 or label.end > found[i - 1].end)]


def _colon(words: Sequence[str], start: int, end: int) -> int | None:
    """Behind the colon that ends a label whose words stand from `start` to `end`; None without one near."""
    if words[end - 1] == ":":
        return end
    return next((i + 1 for i in range(end, min(len(words), start + LABEL)) if words[i] in (":", DASH)), None)


def entries(masked: Masked, grounds: Grounds, first: int, last: int) -> Iterator[Entry]:
    """Everybody named from word `first` up to `last`, each with the first club behind his name, or the one right before it."""
    people = [i for i in masked.said(MentionKind.PERSON) if first <= i < last and i not in grounds.agents]
    clubs = masked.said(MentionKind.CLUB)
    for person, until in zip(people, (*people[1:], last), strict=False):
        behind = next((i for i in clubs if person < i < until), None)
        yield Entry(person, grounds.present.get(person, behind) if behind is None else behind)


def is_item(masked: Masked) -> bool:
    """Whether a line is one of a list of people: somebody is named at its front."""
    people = masked.said(MentionKind.PERSON)
    return bool(people) and people[0] <= FRONT


def entry_of(masked: Masked, grounds: Grounds) -> bool:
    """Whether a paragraph opens with the name of one of those whom a headline announces: "N – a veteran of the league, ..."."""
    people = masked.said(MentionKind.PERSON)
    return people[:1] == [0] and masked.words[1:2] == [DASH] and 0 not in grounds.coaches and 0 not in grounds.executives


def is_priced(masked: Masked) -> bool:
    """Whether a line is one of a bookmaker's list: a name or two and the odds, "N – 5/1", "Everton (7/2)"."""
    words = [word for word in masked.words if word not in ("(", ")")]
    return words[-3:] == ODDS and len(words) <= BOOKED
