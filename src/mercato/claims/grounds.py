"""What a sentence says before any frame is read: whose club is whose, who is introduced as what, which mentions form a list."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from mercato.claims.masked import Masked, priced
from mercato.languages.pack import Pack
from mercato.languages.pattern import DASH, Match
from mercato.model.article import MentionKind
from mercato.model.folding import fold

LEAD = 5  # words between a preposition and its club: "to Premier League rivals Chelsea"
NOUNS = frozenset({"positions", "coach", "executive", "agent", "people", "age", "demonyms"})
_BARS = frozenset({",", "PERSON", "SOURCE", "MONEY", ";", ":", "YEAR"})
OFFICES = frozenset({"coach", "executive", "agent", "positions", "people"})
UNNAMED = frozenset({"positions", "people", "agent"})
UNNAMING = frozenset({"positions", "people", "age"})
NONE: frozenset[int] = frozenset()
COURTED = 2  # "Burnley's N bid"
NAMED = 6  # words between what somebody is and his name: "the forward of Napoli, N"
REMARK = 4  # words in brackets that are more than a name
TITLE = 5  # words on either side of a name among which his office stands: "the president of CLUB, N", "N, the club's president"
NOUN_REACH = 4  # words between a club and the person it belongs to: "Chelsea's 27-year-old Belgium winger Hazard"


@dataclass(slots=True)
class Grounds:
    """What a sentence says before any frame is read: which club belongs to which person, which mentions form a list."""

    present: dict[int, int]  # person position -> club position: "Leicester's Mahrez"
    former: dict[int, int]  # the same for "former Juventus coach Allegri"
    office: dict[int, int]  # club position -> position of a noun for its holder without a name: "the Foxes manager"
    groups: dict[int, tuple[int, ...]]  # position -> all positions of its list
    coaches: frozenset[int]  # positions of people introduced as coach
    executives: frozenset[int]
    agents: frozenset[int]
    bystanders: frozenset[int]  # people whom the sentence only names beside those who move: as replaced, as a rival, as coach of a team played against
    towns: frozenset[int]  # clubs that nobody joins or leaves here: a birthplace, an opponent, part of what somebody no longer is ("der Ex-Bayern-Coach")
    left: frozenset[int]  # clubs of somebody's past who is not named: "the former Celtic striker"
    leads: dict[int, tuple[str, str]]  # club position -> the two words, and the one, in front of it and its epithets: "out of", "to"
    enclosed: frozenset[int]  # words of relative clauses between two commas: what stands behind them goes on with what stands in front
    owned: frozenset[int]  # clubs that only tell where somebody belongs
    asides: frozenset[int]  # words that only describe somebody or say who reports it: "(25)", "Arsenal's Brazilian winger", "laut Bild"
    presidents: frozenset[int] = NONE  # of the executives those whom nobody signs
    unnamed: frozenset[int] = NONE  # words that stand for a person in the place of his name: "a move for the 25-year-old"
    plays: tuple[int, ...] = ()  # clubs at which words say somebody is whom the sentence does not name: "he is under contract at Lille until 2027"
    described: dict[int, frozenset[int]] = field(default_factory=dict)  # person -> the words beside his name that say what he is: "22-year-old Danish winger N"

    def movers(self, masked: Masked) -> list[int]:
        """Positions of the people who may be the ones who move: neither agents nor bystanders."""
        return [i for i in masked.said(MentionKind.PERSON) if i not in self.agents and i not in self.bystanders]


def survey(masked: Masked, pack: Pack) -> Grounds:
    """The grounds of one sentence."""
    found = [] if NOUNS.isdisjoint(masked.kinds) else [x for x in masked.lexemes if x[1].kind in NOUNS]
    found.sort(key=lambda x: x[0].end - x[0].start)  # the longest has the last word: "free agent"
    sides = {i for match, _ in masked.lexeme("teams") for i in range(match.start, match.end)}
    sided = sides if pack.words.order == "noun-first" else NONE  # "le club turc de CLUB" names no Turk, but "the club captain N" a captain
    nouns = {i: x.kind for match, x in found for i in range(match.start, match.end) if x.kind != "people" or match.start - 1 not in sided}
    formers = {i for match, _ in masked.lexeme("former") for i in range(match.start, match.end)}
    once = {club for club in masked.said(MentionKind.CLUB) if club > 1 and masked.words[club - 1] == "-" and club - 2 in formers}
    against = frozenset([at for match, _ in masked.lexeme("opponents") for _, at in match.slots]) | once
    towns = against.union([at for match, _ in masked.lexeme("birthplace") for _, at in match.slots])
    grounds = Grounds({}, {}, {}, {}, NONE, NONE, NONE, NONE, towns, NONE, {}, frozenset(_enclosed(masked)), towns, NONE)
    for person in masked.said(MentionKind.PERSON):
        _belonging(masked, pack, person, nouns, formers, grounds)
    told = list(_told(masked)) if "plays" in masked.kinds else []
    for player, club in told:
        if player is not None:
            grounds.present.setdefault(player, club)
    grounds.plays = tuple([club for player, club in told if player is None])
    for person, club in tuple(grounds.present.items()) if "(" in masked.words else ():
        for other in _both(masked, pack, person, club):
            grounds.present.setdefault(other, club)
    for person, club in _courted(masked):
        if grounds.present.get(person) == club:
            del grounds.present[person]
    grounds.leads = {club: _lead(masked, pack, club, nouns, sides) for club in masked.said(MentionKind.CLUB)}
    held = frozenset((*grounds.present.values(), *grounds.former.values()))
    grounds.owned = held | towns
    for club in masked.said(MentionKind.CLUB):
        near = range(club + 1, min(club + (3 if masked.words[club + 1 : club + 2] == ["-"] else 2), len(masked.words)))
        noun = next((i for i in near if nouns.get(i) in UNNAMED), None)
        if noun is None or pack.words.order == "noun-first":
            noun = _noun_before(masked, pack, club, nouns, UNNAMED)
        if noun is not None and club not in held and "".join(masked.words[club + 1 : club + 2]) not in pack.possessive:
            grounds.office[club] = noun
        elif noun is None and formers and club not in held and near and nouns.get(near[0]) in OFFICES and _past_office(club, near[0], nouns, formers):
            grounds.office[club] = near[0]  # "the former Barcelona boss": whoever speaks for a club is at it
    grounds.left = frozenset([club for club, noun in grounds.office.items() if _past_office(club, noun, nouns, formers)])
    if formers and pack.words.order == "noun-first":
        free = [club for club in masked.said(MentionKind.CLUB) if club and club not in held]
        grounds.left |= {club for club in free if masked.words[club - 1] in pack.words.former}  # "l'ex Genoa"
    grounds.owned |= grounds.left
    roles = {kind: frozenset(_introduced(masked, pack, nouns, kind)) for kind in ("coach", "executive", "agent") if kind in masked.kinds}
    led = frozenset([i for i in masked.said(MentionKind.PERSON) if _leads(masked, pack, i)])
    grounds.coaches, grounds.executives, grounds.agents = roles.get("coach", NONE) | led, roles.get("executive", NONE), roles.get("agent", NONE)
    grounds.presidents = frozenset([i for i in grounds.executives if not pack.presidents.isdisjoint(masked.words[max(0, i - TITLE) : i + TITLE])])
    grounds.groups = dict(_groups(masked, pack, grounds, nouns))
    beside = [at for match, _ in masked.lexeme("bystanders") for _, at in match.slots]
    beside += [person for person in masked.said(MentionKind.PERSON) if grounds.present.get(person) in against or (person in led and person - 2 in against)]
    grounds.bystanders = frozenset([i for at in beside for i in grounds.groups.get(at, (at,))]) if beside else NONE
    grounds.asides = frozenset(_asides(masked, pack, grounds, nouns))
    grounds.unnamed = frozenset(_unnamed(masked, pack, nouns)) if "PERSON" in masked.places or grounds.office else NONE
    grounds.described = (
        {person: frozenset(_described(masked, pack, person, grounds.present.get(person), nouns)) for person in masked.said(MentionKind.PERSON)} if nouns else {}
    )
    return grounds


def _told(masked: Masked) -> Iterator[tuple[int | None, int]]:
    """Whom words say to be at which club, not once or by no means: the last who is named before them, if in their clause or the one before it."""
    clauses = masked.clauses
    for match, _ in masked.lexeme("plays"):
        clause = clauses[match.start]
        if any(hedge.kind == "past" and clauses[found.start] == clause for found, hedge in masked.hedges):
            continue
        people = [i for i in masked.said(MentionKind.PERSON) if i < match.start]
        near = people[-1] if people and clause - clauses[people[-1]] <= 1 else None
        if near is not None or not people:
            yield from ((near, club) for _, club in match.slots)


def _described(masked: Masked, pack: Pack, person: int, club: int | None, nouns: dict[int, str]) -> Iterator[int]:
    """The words right before a person or in apposition right behind him that say what he is, around his club or not: "the 22-year-old Lens winger N", "N, 22,",
    "N, Danish winger, ..."."""
    words = masked.words
    at = person - 1
    while at in nouns or at == club or (0 <= at < person - 1 and _joins(pack, words[at]) and (at - 1 in nouns or at - 1 == club)):
        yield at
        at -= 1
    at = person + 1
    if at in nouns:  # "N (22)", "N, 22,"
        while at in nouns:
            yield at
            at += 1
    elif words[at : at + 1] == [","]:
        at += 1
        while at < len(words) and words[at] in pack.articles:
            at += 1
        first = at
        while at in nouns or (at > first and at + 1 in nouns and words[at] in pack.belonging):
            at += 1
        if words[at : at + 1] != ["PERSON"]:
            yield from range(first, at)


def _joins(pack: Pack, word: str) -> bool:
    return word in pack.belonging or word in pack.possessive


def _both(masked: Masked, pack: Pack, person: int, club: int) -> Iterator[int]:
    """Those named right before somebody behind whom stands in brackets that a club is theirs too: "N, M (both Ajax)"."""
    if masked.words[person + 1 : person + 2] != ["("] or pack.both.isdisjoint(masked.words[person + 2 : club]):
        return
    at = person - 1
    while at > 0 and (masked.words[at] == "," or masked.words[at] in pack.conjunctions) and masked.words[at - 1] == "PERSON":
        yield at - 1
        at -= 2


def _courted(masked: Masked) -> Iterator[tuple[int, int]]:
    """Each person with the club that the words want him for, right before him or in brackets behind him: "Burnley's N bid", "in uscita N (Burnley)"."""
    for match, _ in masked.triggers:
        at = dict(match.slots)
        if (
            "person" in at
            and "to" in at
            and (0 < at["person"] - at["to"] <= COURTED or (at["to"] - at["person"] == 2 and bracketed(masked, match, at["person"])))
        ):
            yield at["person"], at["to"]


def _enclosed(masked: Masked) -> Iterator[int]:
    """The words of relative clauses that a comma or a dash opens behind a name and another closes: "Liverpool, who beat Spurs on Sunday, have ...", "N, the
    director who worked with M, will ...", "N – who can also play in goal – has ..."; those of a remark in brackets behind a club: "Sampdoria (the last to
    beat Lecce), who have sacked N"."""
    words = masked.words
    for first in (i for i, word in enumerate(words) if word == "(" and words[i - 1 : i] == ["CLUB"]):
        last = next((i for i in range(first, len(words)) if words[i] == ")"), first)
        if last - first > REMARK:
            yield from range(first + 1, last)
    for match, _ in masked.lexeme("relative"):
        first = match.start
        while first > 0 and words[first - 1].islower():
            first -= 1
        comma = "".join(words[first - 1 : first])
        if comma in (",", DASH) and words[first - 2 : first - 1] in (["CLUB"], ["PERSON"]) and comma in words[match.start :]:
            yield from range(first, words.index(comma, match.start))


def _asides(masked: Masked, pack: Pack, grounds: Grounds, nouns: dict[int, str]) -> Iterator[int]:
    """The words a sentence can do without: ages behind people, amounts in brackets, what they are and whose in front of them, what clubs are in front of
    them ("the Turkish side"), words that change nothing ("also"), the credit of a source put in between, a word for hearsay."""
    words, joints = masked.words, pack.possessive | {"-", "NUMBER"}
    yield from (i for i in range(1, len(words) - 1) if words[i] == '"')  # 'he "has given his word" to CLUB'
    for person in masked.said(MentionKind.PERSON):
        behind = words[person + 1 : person + 4]
        if behind[1:2] == ["NUMBER"] and (behind[0], behind[-1]) in (("(", ")"), (",", ",")):
            yield from range(person + 1, person + 4)
        born = words[person - 1 : person] == [","] and person - 2 in nouns and words[person - 2] in ("YEAR", "NUMBER")  # "il difensore classe 1995, N"
        opens = person - born
        first, club = opens, grounds.present.get(person, grounds.former.get(person, -1))
        while first > 0 and (first - 1 in nouns or first - 1 == club or (club < first - 1 and words[first - 1] in joints)):
            first -= 1
        while first == club and first > 0 and words[first - 1] in pack.words.former:  # "l'ex CLUB N"
            first -= 1
        if club >= first or (first < opens and all(i in nouns for i in range(first, opens))):
            yield from range(first, person)
        if words[person - 1 : person] == [","] and club == person - 2 >= 0 and (noun := _noun_before(masked, pack, club, nouns, NOUNS)) is not None:
            yield from range(_first(noun, nouns), person)
        if words[person + 1 : person + 2] == ["("] and club == person + 2 and words[person + 3 : person + 4] == [")"]:
            yield from range(person + 1, person + 4)
    for first, last in priced(words) if "(" in words and "MONEY" in words else ():
        yield from range(first, last + 1)
    sides = {i for match, _ in masked.lexeme("teams") for i in range(match.start, match.end)}
    for club in masked.said(MentionKind.CLUB) if sides else ():
        first = club
        while first > 0 and (first - 1 in nouns or first - 1 in sides or _passed(masked, first - 1, pack)):
            first -= 1
        if not sides.isdisjoint(range(first, club)):
            yield from range(first, club)
    for match, _ in masked.lexeme("fillers"):
        yield from range(match.start, match.end)
    for match, lexeme in masked.lexeme("credit"):
        heard = lexeme.value == "reports" and match.end == match.start + 1
        if heard or (lexeme.value == "before" and match.start and "PERSON" not in words[match.start : match.end]):
            yield from range(match.start, match.end)


def _unnamed(masked: Masked, pack: Pack, nouns: dict[int, str]) -> Iterator[int]:
    """The last of definite words for a person behind which no name follows that they introduce: "the Colombia international", not "the winger N"."""
    words, clauses = masked.words, masked.clauses
    apart = (pack.prepositions | pack.conjunctions | pack.marks.keys()) - pack.belonging
    for last in (i for i in nouns if i + 1 not in nouns):
        first = last
        while first in nouns:
            first -= 1
        if UNNAMING.isdisjoint(nouns[i] for i in range(first + 1, last + 1)):
            continue
        while first > 0 and words[first] not in pack.definite and (words[first] == "CLUB" or words[first] in pack.articles or words[first] in pack.possessive):
            first -= 1
        behind = [i for i in range(last + 1, min(last + NAMED + 1, len(words))) if clauses[i] == clauses[last] or words[i - 1] == "("]
        named = next((i for i in behind if words[i] == "PERSON" or words[i] in apart), last)
        if first >= 0 and words[first] in pack.definite and words[named] != "PERSON":
            yield last


def _noun_before(masked: Masked, pack: Pack, club: int, nouns: dict[int, str], kinds: frozenset[str]) -> int | None:
    """A noun for somebody right before "del CLUB" or a club's adjective, with no name behind: "l'attaccante del Chelsea", "il tecnico nerazzurro"; where nouns
    stand behind clubs, only one to which the club is said to belong: "der Angreifer des FC Arsenal"."""
    i = club - 1
    while i >= max(0, club - 2) and i not in nouns and (masked.words[i] in pack.belonging or masked.words[i] in pack.articles):
        i -= 1
    said = pack.words.order == "noun-first" or not pack.belonging.isdisjoint(masked.words[i + 1 : club])
    return i if i >= 0 and said and nouns.get(i) in kinds else None


def _past_office(club: int, noun: int, nouns: dict[int, str], formers: set[int]) -> bool:
    """Whether somebody once held an office at a club: "the former Barcelona boss", "Barcelona's ex-coach"."""
    return (noun == club + 1 and club - 1 in formers) or _once(noun, nouns, formers)


def _once(noun: int, nouns: dict[int, str], formers: set[int]) -> bool:
    """Whether the words for somebody that end or begin with this noun say that he was it once: "l'ancien milieu de terrain"."""
    return not formers.isdisjoint(range(max(0, _first(noun, nouns) - 1), noun + 1))


def _first(noun: int, nouns: dict[int, str]) -> int:
    """The first of the nouns side by side that end here."""
    while noun - 1 in nouns:
        noun -= 1
    return noun


def _introduced(masked: Masked, pack: Pack, nouns: dict[int, str], kind: str) -> Iterator[int]:
    """People with a noun of that kind right before (not "the agent of N", "agents for N") or, after a comma, right behind them."""
    apart = pack.belonging | pack.prepositions
    for person in masked.said(MentionKind.PERSON):
        before = [i for i in range(person - 1, max(-1, person - 4), -1) if masked.words[i] not in ("PERSON", ",")]
        after = range(person + 1, min(person + 6, len(masked.words)))
        near = [i for i in before[:2] if nouns.get(i) == kind and apart.isdisjoint(masked.words[i + 1 : person]) and _of_him(masked, pack, i, person)]
        apposed = after and masked.words[after[0]] == "," and _apposed(masked, after[1:], nouns) == kind
        if near or apposed or _heads(masked, pack, person, nouns, kind) or _takes_up(masked, pack, person, nouns) == kind:
            yield person


def _takes_up(masked: Masked, pack: Pack, person: int, nouns: dict[int, str]) -> str | None:
    """The kind of office that somebody is said right behind his name to take up or give up: "have appointed N as their new manager"."""
    if "".join(masked.words[person + 1 : person + 2]) not in pack.takes_up:
        return None
    behind = range(person + 2, min(person + 2 + TITLE, len(masked.words)))
    return next((nouns[i] for i in behind if nouns.get(i) in ("coach", "executive")), None)


def _of_him(masked: Masked, pack: Pack, noun: int, person: int) -> bool:
    """Whether a noun before a person is his, and not that of somebody between them: "the coaches N and M", but "the coach N wants M"."""
    between = masked.words[noun + 1 : person]
    return "PERSON" not in between or all(word in ("PERSON", ",") or word in pack.conjunctions for word in between)


def _heads(masked: Masked, pack: Pack, person: int, nouns: dict[int, str], kind: str) -> bool:
    """Whether the office and the club it is held at stand right before a person: "o presidente do CLUB, N", "il presidente del CLUB N"."""
    club = person - (2 if masked.words[person - 1 : person] == [","] else 1)
    noun = _noun_before(masked, pack, club, nouns, frozenset({kind})) if club > 0 and masked.words[club] == "CLUB" else None
    return noun is not None and not pack.belonging.isdisjoint(masked.words[noun + 1 : club])  # but not "strappare al patron azzurro N"


def _leads(masked: Masked, pack: Pack, person: int) -> bool:
    """Whether a club is said to be somebody's ("il Cosenza di Braglia"), and not by a preposition an end of his move ("l'arrivo al Milan di N")."""
    if person < 2 or masked.words[person - 1] not in pack.belonging or masked.words[person - 2] != "CLUB":
        return False
    before = next((masked.words[i] for i in range(person - 3, -1, -1) if masked.words[i] not in pack.articles), "")
    return before not in pack.marks


def _apposed(masked: Masked, behind: range, nouns: dict[int, str]) -> str | None:
    """The kind of the first noun for somebody behind a comma; None behind a relative word or another person: "N, whose father M ..."."""
    relatives = {m.start for m, _ in masked.lexeme("relative")}
    for i in behind:
        if i in relatives or masked.words[i] in ("PERSON", ","):
            return None
        if nouns.get(i) in OFFICES:
            return nouns[i]
    return None


def _belonging(masked: Masked, pack: Pack, person: int, nouns: dict[int, str], formers: set[int], grounds: Grounds) -> None:
    """The club right before a person ("Chelsea winger N", "il centrocampista del Chelsea N") or behind him ("N, the Chelsea winger", "N (Chelsea)")."""
    club = _club_before(masked, pack, person, nouns)
    if club is None:
        club = _club_behind(masked, pack, person, nouns)
    if club is not None:
        past = any(i in formers for i in range(max(0, club - 2), min(len(masked.words), club + 3)))
        if not past and formers and pack.words.order == "noun-first" and (noun := _noun_before(masked, pack, club, nouns, NOUNS)) is not None:
            past = _once(noun, nouns, formers)
        (grounds.former if past else grounds.present)[person] = club


def _club_before(masked: Masked, pack: Pack, person: int, nouns: dict[int, str]) -> int | None:
    """ "Chelsea's N", "Chelsea winger N", "Leicester's 26-year-old Algerian winger N"; behind a possessive any few words before a noun for him or one before
    his name ("Chelsea's unhappy N"), else only epithets in between."""
    words, epithets, noun, i, passed, other = masked.words, True, False, person - 1, 0, 0
    while i >= 0 and passed < NOUN_REACH + 2:
        word = words[i]
        passed += word not in ("NUMBER", "-")
        if word == "," and i == person - 1 and pack.words.order == "noun-first" and words[i - 1 : i] == ["CLUB"]:  # "l'attaquant de Lens, N"
            i -= 1
            continue
        if word == "CLUB":
            if pack.words.order == "noun-first":
                lead = words[i - 1] if i == person - 1 and i > 0 else ""
                epithet = (lead in pack.definite and lead not in pack.marks) or lead in pack.words.former  # "le Lorientais N", "l'ex Catania N"
                return i if epithet or (_noun_before(masked, pack, i, nouns, NOUNS) is not None and person - i <= 3) else None
            owns = (words[i + 1] in pack.possessive or _genitive(masked, pack, i)) and (other < 2 or person - 1 in nouns)
            return i if owns or (i == person - 1 and pack.words.adjacent) or (noun and epithets) else None
        if word in _BARS or (i not in nouns and (word in pack.marks or word in pack.prepositions or word in pack.belonging)):
            return None  # "Coventry's hopes of prising N away"
        noun = noun or i in nouns
        other += not (i in nouns or word in ("NUMBER", "-") or word in pack.articles or word in pack.possessive)
        epithets = epithets and (i in nouns or word in ("NUMBER", "-") or word in pack.possessive)
        i -= 1
    return None


def _genitive(masked: Masked, pack: Pack, club: int) -> bool:
    """Whether the club is said in the genitive without an apostrophe: "Wolfsburgs N"."""
    said = fold(masked.text[masked.starts[club] : masked.ends[club]]).split()[-1]
    name = fold(masked.mentions[club].name).split()
    return any(said.endswith(ending) and said not in name and said.removesuffix(ending) in name for ending in pack.words.genitive)


def _club_behind(masked: Masked, pack: Pack, person: int, nouns: dict[int, str]) -> int | None:
    words, total = masked.words, len(masked.words)
    if person + 2 < total and words[person + 1] == "(":
        inside = words[person + 2 : person + 6]
        if "CLUB" in inside and ")" not in inside[: inside.index("CLUB")]:
            return person + 2 + inside.index("CLUB")
        if ")" not in inside:
            return None
        person += 2 + inside.index(")")  # "N (21 ans) de Lens"
    if person + 2 < total and words[person + 1] == ",":
        stop = next((i for i in range(person + 2, min(total, person + 9)) if words[i] in (",", "PERSON")), min(total, person + 9))
        club = next((i for i in range(person + 2, stop) if words[i] == "CLUB"), None)
        relative = club is not None and any(person < m.start < club for m, _ in masked.lexeme("relative"))
        absolute = words[person + 2] in pack.prepositions - pack.belonging  # "N, with Chelsea holding talks with his agent"
        until = club if club is not None and pack.words.order == "noun-first" else stop
        if club is not None and not relative and not absolute and any(i in nouns for i in range(person + 2, until)):
            return club
        at = person + 3
        while at < total and words[at] in pack.articles:
            at += 1
        if words[person + 2] in pack.belonging and words[at : at + 1] == ["CLUB"] and (words[at + 1 : at + 2] in ([], [","])):  # "N, de la Real Sociedad, ..."
            return at
    belongs = {match.start: match.end for match, _ in masked.lexeme("belongs")}
    end = belongs.get(person + 1)
    if end is not None and end < total and words[end] == "CLUB":
        return end
    return None


def _groups(masked: Masked, pack: Pack, grounds: Grounds, nouns: dict[int, str]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Lists of people or of clubs joined by commas and conjunctions; clubs that belong to a person are passed over."""
    owned = grounds.owned
    for kind in (MentionKind.PERSON, MentionKind.CLUB):
        run: list[int] = []
        for i in masked.said(kind):
            if kind is MentionKind.CLUB and i in owned:
                continue
            if run and i not in grounds.office and _listed(masked, pack, grounds, run[-1], i, nouns):
                run.append(i)
                continue
            yield from ((j, tuple(run)) for j in run)
            run = [i]
        yield from ((j, tuple(run)) for j in run)


def _listed(masked: Masked, pack: Pack, grounds: Grounds, left: int, right: int, nouns: dict[int, str]) -> bool:
    """Whether the list goes on between the two, perhaps with its preposition: "les prolongations du gardien N, du milieu M", "bids for N and for M"."""
    between = [word for word in masked.words[left + 1 : right] if word not in pack.definite]
    if (between == [","] or (len(between) == 2 and between[0] == "," and between[1] in pack.conjunctions)) and _anew(masked, pack, left, right):
        return False
    first, owned = left, grounds.owned
    while first and (first - 1 in nouns or masked.words[first - 1] in pack.articles):
        first -= 1
    lead = masked.words[first - 1] if first else ""
    joint, again, inside = False, lead in pack.belonging, False
    joints = _joints(masked, pack, left + 1, right)
    for i in range(left + 1, right):
        word = masked.words[i]
        inside = word == "(" or (inside and word != ")")
        if word in pack.kin and not inside:
            return False  # "N, the brother of M"
        if inside or (i in grounds.enclosed and masked.words[left] == "PERSON" and grounds.enclosed.isdisjoint((left, right))):
            continue  # "N (back to Ajax), M (Lille)", "N, who has no club, and M"
        if word == "," or word in pack.conjunctions or i in joints:
            joint = True
        elif word in pack.belonging and ((again and joint) or i + 1 in owned or i + 2 in owned):
            continue  # "the interest of Arsenal and of Inter", "N of Newcastle and M of Palace"
        elif joint and word == lead and word in pack.prepositions:
            continue
        elif joint and (word in pack.words.former or (word == "CLUB" and masked.words[i - 1] in pack.words.former)):
            continue  # "N of Newcastle, M, formerly of Palace, and O"
        elif not (i in owned or _passed(masked, i, pack) or word in pack.possessive or i in nouns or word in pack.marks or word in ("NUMBER", "-", ")")):
            return False
    return joint


def _joints(masked: Masked, pack: Pack, first: int, last: int) -> frozenset[int]:
    """The words of conjunctions of several words: "as well as"."""
    found = [(i, phrase) for phrase in pack.joining for i in range(first, last - len(phrase) + 1) if tuple(masked.words[i : i + len(phrase)]) == phrase]
    return frozenset([at for i, phrase in found for at in range(i, i + len(phrase))])


def _anew(masked: Masked, pack: Pack, left: int, right: int) -> bool:
    """Whether behind a comma something else begins: "Leeds move for N, M rejects offer", "by signing N, M's arrival is", "wanted by Leeds, and Lens ask"."""
    words, before = masked.words, left - 1
    while before > 0 and words[before] in pack.articles and words[before] in pack.definite:
        before -= 1
    opens = before < 0 or not words[before].isalpha() or words[before] in pack.conjunctions
    after = "".join(words[right + 1 : right + 2])
    ends = not after.isalpha() or after.isupper() or after in pack.conjunctions or after in pack.marks or after in pack.prepositions
    return not opens and not (ends or (after in pack.possessive and words[right] == "CLUB"))


def _passed(masked: Masked, i: int, pack: Pack) -> bool:
    """Articles and the words of leagues and countries, over which a preposition reaches."""
    word = masked.words[i]
    return word in pack.articles or (word in pack.notnames and word not in pack.prepositions and masked.text[masked.starts[i] : masked.starts[i] + 1].isupper())


def _attributive(masked: Masked, i: int, pack: Pack) -> bool:
    """Whether a word in front of a club or its noun is their adjective, where nouns have capitals: a small one right behind an article that opens no clause,
    as in "vom französischen Klub Bastia"."""
    word, before = masked.words[i], masked.words[max(i - 2, 0) : i]
    small = pack.words.capitals == "nouns" and word.isalpha() and masked.text[masked.starts[i]].islower() and word not in pack.prepositions
    return small and bool(before) and before[-1] in pack.definite and before[0] != ","


def _lead(masked: Masked, pack: Pack, club: int, nouns: dict[int, str], sides: Set[int]) -> tuple[str, str]:
    i = _before_side(masked, pack, club, nouns, sides) if sides else club - 1
    if i and masked.words[i] in pack.belonging and masked.words[i - 1] in pack.peoples:  # "ai francesi del Lille"
        i -= 2
    while i >= 0 and club - i <= LEAD and masked.words[i] not in pack.marks and (i in nouns or _passed(masked, i, pack) or _attributive(masked, i, pack)):
        i -= 1
    return (" ".join(masked.words[max(0, i - 1) : i + 1]), masked.words[i]) if i >= 0 else ("", "")


def _before_side(masked: Masked, pack: Pack, club: int, nouns: dict[int, str], sides: Set[int]) -> int:
    """The word in front of a noun to which a club only lends its name: "le club turc de Besiktas", "i dirigenti del Milan"; else the one before the club."""
    i = club - 1
    while i > 0 and masked.words[i] in pack.articles and masked.words[i] not in pack.belonging:
        i -= 1
    if i < 1 or masked.words[i] not in pack.belonging:
        return club - 1
    i -= 1
    while i > 0 and i in nouns and i not in sides:
        i -= 1
    if i not in sides:
        return club - 1
    while i in sides:
        i -= 1
    return i


def bracketed(masked: Masked, match: Match, person: int) -> bool:
    """Whether the words go on in brackets behind a person: those are said of him alone, not of his list."""
    return masked.words[person] == "PERSON" and person + 1 < match.end and masked.words[person + 1] == "("
