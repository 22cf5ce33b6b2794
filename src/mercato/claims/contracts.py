"""Contracts: until when somebody is bound to which club, as the text states it or as follows from the article's day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mercato.claims.discourse import TOGETHER, Discourse
from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.claims.world import World
from mercato.languages.pack import Lexeme, Pack
from mercato.languages.pattern import Match
from mercato.model.article import MentionKind
from mercato.model.claim import Contract, Evidence, Named, Stage
from mercato.model.world import Role

SEASON = 6  # the month in which contracts run out where the text names only a season or a summer
NEXT = 4  # up to April "next summer" is the coming one
NEAR = 12  # words between a club and the words for the contract with it
BACK = 2  # sentences back to the club of somebody of whom nothing else is known
WITH = 3  # words behind the contract in which its club may follow: "a contract with the Seagulls"
CLOSE = 8  # words between the contract and a person of whom no move is told
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
    movers = {group.person.key: past for group, past in reversed(papers.moves)}
    last: Named | None = None
    for masked in papers.sentences:
        for match, until, newly in _ends(masked, papers):
            for person in _bound(masked, match, papers, movers) or _meant(masked, match, last, papers):
                signed = None if _held(masked, match) else _signed(person, masked, papers, beside=newly)
                club = _club(masked, match, person, papers, signed)
                if (person.key, until[:4]) not in seen and not _over(until, papers.talk) and club is not None and (signed is not None or not newly):
                    seen.add((person.key, until[:4]))
                    span = masked.span(match.start, match.end)
                    yield Contract(article, person, club, until, (Evidence("until", span, span.of(masked.text)),))
        people = [masked.names[i] for i in masked.said(MentionKind.PERSON)]
        current = [who for who in people if not movers.get(who.key, True)]
        if current or (people and (last is None or movers.get(last.key, True))):
            last = (current or people)[0]


# -- when --------------------------------------------------------------------------------------------------------------


def _ends(masked: Masked, papers: Papers) -> Iterator[tuple[Match, str, bool]]:
    """The words for the end of a contract, that end, and whether they are the length of a new one."""
    stated = []
    for match, _ in masked.lexeme("contract"):
        year = next((at for slot, at in match.slots if slot == "year"), None)
        if year is not None:
            stated.append(match)
            yield match, _dated(masked, year, papers.pack), False
    day = papers.talk.day if papers.talk.dated else None
    for match, lexeme in _whole(masked.lexeme("expiry")):
        until = _derived(masked, match, lexeme.value, day, papers.pack) if day and not stated else None
        if until:
            yield match, until, lexeme.value in ("deal", "months")


def _whole(found: Sequence[tuple[Match, Lexeme]]) -> Iterator[tuple[Match, Lexeme]]:
    """The words that are no part of longer ones: "entering the final year of his contract" is not the final year."""
    for match, lexeme in found:
        if not any(m.start <= match.start and match.end <= m.end and m.end - m.start > match.end - match.start for m, _ in found):
            yield match, lexeme


def _over(until: str, talk: Discourse) -> bool:
    """Whether it ended in a year before the article's: nobody is bound by it any more."""
    return talk.dated and talk.day is not None and int(until[:4]) < talk.day.year


def _dated(masked: Masked, year: int, pack: Pack) -> str:
    text = masked.span(year, year + 1).of(masked.text)
    if masked.words[year + 1 : year + 3] in (["/", "NUMBER"], ["-", "NUMBER"]):
        return str(int(text) + 1)  # "the 2024/25 season" ends a year later
    month = next((pack.words.months[w] for w in reversed(masked.words[max(0, year - 2) : year]) if w in pack.words.months), None)
    return f"{text}-{month:02d}" if month else text


def _derived(masked: Masked, match: Match, kind: str, day: date, pack: Pack) -> str | None:
    """The end of a contract by what is said of its remaining time: YYYY-MM where a month is named, else YYYY."""
    month = next((pack.words.months[w] for w in masked.words[match.end - 1 : match.end + 3] if w in pack.words.months), None)
    if kind == "now":
        return f"{day:%Y-%m}"
    if month and kind in ("season", "summer"):
        return f"{day.year + (month < day.month)}-{month:02d}"
    if kind == "season":
        return str(day.year + (day.month > SEASON))
    if kind == "summer":
        return str(day.year + (day.month > NEXT))
    if kind == "year":
        return str(day.year + 1)
    length = _length(masked, match, pack)
    if length is None:
        return None
    months = length if kind == "months" else 12 * length
    return str(day.year + int(day.month + months - 1) // 12 if kind == "months" or length % 1 else day.year + int(length))


def _length(masked: Masked, match: Match, pack: Pack) -> float | None:
    """The number said among the words, in whatever unit they count."""
    for i in range(match.start, match.end):
        word = masked.words[i]
        if word == "NUMBER":
            return float(masked.span(i, i + 1).of(masked.text))
        known = pack.words.spans.get(word) or pack.words.numbers.words.get(word)
        if known:
            half = any(" ".join(masked.words[i + 1 : i + 4]).replace("- ", "").startswith(text) for text in pack.words.numbers.half)
            return known + 0.5 * half
    return None


# -- who, and with whom ------------------------------------------------------------------------------------------------


def _bound(masked: Masked, match: Match, papers: Papers, movers: Mapping[str, bool]) -> list[Named]:
    """Who is bound: the person before the words, with those joined to him; else whom a statement of the sentence is about; else the one behind."""
    near = range(match.start - CLOSE, match.start + CLOSE + 1)
    people = [i for i in masked.said(MentionKind.PERSON) if masked.names[i].key in movers or (i in near and _playing(masked, i, papers))]
    before = [i for i in people if i < match.start]
    told = _told(masked, match, papers)
    if told and (not before or told.key not in {masked.names[i].key for i in before}):
        return [told]
    if before:
        named = [i for i in masked.said(MentionKind.PERSON) if i <= before[-1]]
        return [masked.names[i] for i in _joined(masked, named, papers.pack)]
    behind = [i for i in people if i >= match.end and masked.clauses[i] == masked.clauses[match.end - 1]]
    return [masked.names[behind[0]]] if behind else []


def _playing(masked: Masked, position: int, papers: Papers) -> bool:
    """Whether somebody who moves nowhere may be bound: directors and agents talk about other people's contracts."""
    return papers.talk.roles.get(masked.names[position].key, Role.PLAYER) in (Role.PLAYER, Role.COACH)


def _told(masked: Masked, match: Match, papers: Papers) -> Named | None:
    """Whom the nearest statement of the sentence is about, where it names him by an epithet or leaves him out."""
    firm = [s for group, _ in papers.moves for s in group.statements if s.masked is masked and s.frame is not TOGETHER]
    nearest = min(firm, key=lambda s: abs(s.match.start - match.start), default=None)
    return nearest.person.named if nearest and nearest.person.how != "said" else None


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


def _meant(masked: Masked, match: Match, last: Named | None, papers: Papers) -> list[Named]:
    """Who is meant where the sentence names nobody: whom its epithet fits, who has just signed, else the one last spoken of."""
    current = {group.person.key: group for group, past in papers.moves if not past}
    fitting = [group.person for group in current.values() if _fits(masked, match, group.person, papers)]
    signed = [group.person for group in current.values() if group.to and group.stage >= Stage.AGREED]
    if len(fitting) == 1:
        return fitting
    if len(signed) == 1 and not _held(masked, match):
        return signed
    return [last] if last else []


def _fits(masked: Masked, match: Match, who: Named, papers: Papers) -> bool:
    """Whether a nationality or position named before the words is his."""
    person = papers.world.people.get(who.entity or "")
    return person is not None and any(
        (x.kind == "demonyms" and x.value in person.nationalities) or (x.kind == "positions" and x.value == person.position)
        for m, x in masked.lexemes
        if m.end <= match.start
    )


def _held(masked: Masked, match: Match) -> bool:
    """Whether the words speak of a contract in force, not of one just signed."""
    kinds = [x for m, x in masked.lexemes if x.kind in ("expiry", "held") and m.start < match.end and match.start < m.end]
    return any(x.kind == "held" or x.value not in ("deal", "months") for x in kinds)


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
