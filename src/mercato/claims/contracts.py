"""Contracts: until when somebody is bound to which club, as the text states it or as follows from the article's day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mercato.claims.discourse import Bond, Discourse
from mercato.claims.expiries import NEWLY
from mercato.claims.form import mode
from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.claims.world import World
from mercato.languages.pack import Pack
from mercato.languages.pattern import Match
from mercato.model.article import MentionKind
from mercato.model.claim import Contract, Evidence, Mode, Named, Stage

NEAR = 12  # words between a club and the words for the contract with it
YEARS = 2  # from now to the end of a contract that is no old one: few sign for one year
BACK = 2  # sentences back to the club of somebody of whom nothing else is known
WITH = 3  # words behind the contract in which its club may follow: "a contract with the Seagulls"
JOINED = 5  # words between two people bound alike


@dataclass(frozen=True, slots=True)
class Papers:
    """What is needed to read the contracts of one article; every move comes with whether it is background."""

    sentences: Sequence[Masked]
    moves: Sequence[tuple[Group, bool]]
    pack: Pack
    world: World
    talk: Discourse


def contracts(article: str, papers: Papers) -> Iterator[Contract]:
    """Every contract whose end is stated or follows from the article's day, once for each person and year."""
    seen: set[tuple[str, str]] = set()
    for bond in papers.talk.bonds:
        for person in _holders(bond, papers.pack):
            held = _held(bond.masked, bond.match)
            signed = _just_joined(person, bond, papers) if held else _signed(person, bond.masked, papers, beside=bond.newly)
            club = _club(bond.masked, bond.match, person, papers, signed)
            if (person.key, bond.until[:4]) not in seen and club is not None and (signed is not None or not bond.newly):
                seen.add((person.key, bond.until[:4]))
                span = bond.masked.span(bond.match.start, bond.match.end)
                yield Contract(article, person, club, bond.until, (Evidence("until", span, span.of(bond.masked.text)),))


def _holders(bond: Bond, pack: Pack) -> list[Named]:
    """Who is bound: the person meant, with those joined to him before the words."""
    masked, who = bond.masked, bond.person.named
    before = [i for i in masked.said(MentionKind.PERSON) if i < bond.match.start]
    at = max((i for i in before if masked.names[i].key == who.key), default=-1)
    return [masked.names[i] for i in _joined(masked, [i for i in before if i <= at], pack)] or [who]


def _joined(masked: Masked, before: Sequence[int], pack: Pack) -> list[int]:
    """The last of the people before the words, and those that a conjunction joins to him."""
    chosen = list(before[-1:])
    for i in reversed(before[:-1]):
        between = masked.words[i + 1 : chosen[0]]
        listed = len(chosen) > 1 and between == [","]  # "Brandt, Can, Groß and Süle"
        if not listed and (len(between) > JOINED or not any(word in pack.conjunctions for word in between)):
            break
        chosen.insert(0, i)
    return chosen


def _held(masked: Masked, match: Match) -> bool:
    """Whether the words speak of a contract in force, not of one just signed."""
    kinds = [x for m, x in masked.lexemes if x.kind in ("expiry", "held") and m.start < match.end and match.start < m.end]
    return any(x.kind == "held" or x.value not in NEWLY for x in kinds)


def _signed(person: Named, masked: Masked, papers: Papers, *, beside: bool) -> Named | None:
    """The club of the move or renewal just settled to which a contract told here would belong; `beside` asks for a statement of it close by."""
    for group, past in papers.moves:
        if group.person.key != person.key or past or group.to is None:
            continue
        firm = [s for s in group.statements if s.stage and s.stage >= Stage.AGREED and not s.flags & {"denied", "past"}]
        near = any(abs(s.masked.index - masked.index) <= BACK for s in group.statements)
        if any(abs(s.masked.index - masked.index) <= BACK * beside for s in firm) or (group.stage >= Stage.AGREED and (near or not beside)):
            return group.to
    return None


def _just_joined(person: Named, bond: Bond, papers: Papers) -> Named | None:
    """The club for which somebody has signed right before a contract in force is told, if that goes on for years: "N joins Ajax from Lille. His contract runs
    until 2030"."""
    day, here = papers.talk.day, bond.masked.index
    if day and int(bond.until[:4]) < day.year + YEARS:
        return None
    for group, past in papers.moves:
        if group.person.key != person.key or past:
            continue
        joined = any(s.stage == Stage.DONE and here - BACK <= s.masked.index <= here and not s.flags & {"denied", "past"} for s in group.statements)
        if joined and mode(group, paid=False)[0] is not Mode.LOAN:
            return group.to
    return None


def _club(masked: Masked, match: Match, person: Named, papers: Papers, signed: Named | None) -> Named | None:
    """The other party: the club named with the contract, the one just joined, or the one where he is."""
    clubs = masked.said(MentionKind.CLUB)
    near = [i for i in clubs if match.start - 1 <= i < match.end + WITH and masked.clauses[i] == masked.clauses[match.end - 1]]
    party = min((i for i in near if not _left(masked, i, papers.pack)), key=lambda i: max(match.start - i, i - match.end + 1, 0), default=None)
    if party is not None:
        return masked.names[party]
    home = papers.talk.homes.get(person.key)
    if signed or home:
        return signed or (home.named if home else None)
    left = next((g.origin.named for g, past in papers.moves if g.person.key == person.key and not past and g.origin), None)
    nearest = min((i for i in clubs if abs(i - match.start) <= NEAR), key=lambda i: abs(i - match.start), default=None)
    if left or nearest is not None:
        return left or masked.names[nearest if nearest is not None else 0]
    return papers.world.home(person.entity, papers.talk.day) or _club_before(masked, papers)


def _left(masked: Masked, position: int, pack: Pack) -> bool:
    """Whether a club is the one that somebody comes from."""
    return any(pack.marks.get(word) == "from" for word in masked.words[max(0, position - 2) : position])


def _club_before(masked: Masked, papers: Papers) -> Named | None:
    """The last club named in the sentences before, in the same paragraph."""
    for earlier in reversed(papers.sentences[max(0, masked.index - BACK) : masked.index]):
        clubs = earlier.said(MentionKind.CLUB)
        if clubs and earlier.block == masked.block:
            return earlier.names[clubs[-1]]
    return None
