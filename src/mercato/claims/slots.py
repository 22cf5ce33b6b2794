"""Fill the roles a frame gives to the person and the clubs around its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mercato.claims.grounds import Grounds, bracketed
from mercato.claims.masked import Masked
from mercato.languages.pack import Frame, Pack, Trigger
from mercato.languages.pattern import DASH, Match
from mercato.model.article import MentionKind

ROLES = frozenset({"person", "to", "from"})
REACH = 14  # words between a trigger and its argument; longer ones were wrong more often than right
KIN = 4  # words from a relative to the name of whose he is: "the son of the former striker N"
APPOSED = 2  # words from somebody's name to what is said right behind it: "the successor to N, sold to Ajax"


def marked(pack: Pack, frame: Frame, grounds: Grounds, club: int) -> str | None:
    """The role that the preposition before a club gives it: "to", "from", "person" (of a frame's own marks), or None."""
    lead = grounds.leads.get(club, ())
    for words in lead:
        role = frame.marks.get(words) or pack.marks.get(words)
        if role and not (role == "from" and words not in pack.marks and _adds(pack, lead)):
            return role
    return None


def _adds(pack: Pack, lead: Sequence[str]) -> bool:
    """Whether a club's preposition opens what is only added behind a comma or a dash: "N is on his way out, with Arsenal keen"."""
    return bool(lead) and lead[0].startswith((",", DASH)) and lead[1] in pack.prepositions and lead[1] not in pack.belonging


@dataclass(slots=True)
class Filling:
    """Positions that fill each role, explicit in the sentence; a role not filled is absent."""

    roles: dict[str, tuple[int, ...]]
    crossed: int = 0  # clause borders between the words and the farthest argument


Filled = tuple[Match, Trigger, Filling]


def fill(masked: Masked, pack: Pack, frame: Frame, match: Match, grounds: Grounds) -> Filling:
    """The people and clubs that take the roles of `frame`, matched at `match`."""
    bound = {at for _, at in match.slots}
    filling = Filling({
        slot: (at,) if bracketed(masked, match, at) or _alone(masked, pack, match, grounds, at)
        else tuple(i for i in grounds.groups.get(at, ()) if i not in bound or i == at) or (at,)
        for slot, at in match.slots if slot in ROLES
    })  # fmt: skip
    reach = REACH
    if grounds.enclosed and match.start not in grounds.enclosed:  # "N, who has not played since May and is 33, is linked with Ajax"
        reach += sum([i in grounds.enclosed for i in range(max(0, match.start - 2 * REACH), match.start)])
    for role in frame.before:
        _seek(masked, pack, frame, match, grounds, filling, role, range(match.start - 1, max(-1, match.start - 1 - reach), -1), False)
    for role in frame.after:
        _seek(masked, pack, frame, match, grounds, filling, role, _behind(masked, match, grounds, role), True)
    if "person" not in filling.roles:
        person = _antecedent(masked, match)
        person = _attending(masked, pack, match, grounds, filling) if person is None and ("person" in frame.before or "person" in frame.after) else person
        if person is not None and _movable(masked, frame, grounds, person):
            filling.roles["person"] = grounds.groups.get(person, (person,))
    _strays(masked, pack, frame, match, grounds, filling)
    return filling


def _antecedent(masked: Masked, match: Match) -> int | None:
    """Whom the relative clause is about in which the words stand, of whom it tells what others do: "N, whom Ajax want", "N, whose contract ends in June"."""
    clause = masked.clauses[match.end - 1]
    inside = (m for m, _ in masked.lexeme("antecedents") if m.end <= match.end and masked.clauses[m.end - 1] == clause)
    return next((at for m in inside for _, at in m.slots), None)


def _attending(masked: Masked, pack: Pack, match: Match, grounds: Grounds, filling: Filling) -> int | None:
    """Who is spoken of before words that only add to a sentence what clubs do: "N may leave, with Chelsea holding talks", "N on his way out, Chelsea keen"."""
    words, club = masked.words, next(iter(filling.roles.get("to", ())), match.end)
    opens = max((i for i in range(min(club, match.end)) if words[i] in (",", DASH)), default=-1)
    if opens < 0 or club >= match.end or any(i > opens for i in grounds.unnamed):
        return None
    adds = words[opens + 1] in pack.prepositions and all(words[i] in pack.conjunctions or words[i] in pack.articles for i in range(opens + 2, club))
    if adds or (grounds.leads[club][1] == words[opens] and not "".join(words[match.end : match.end + 1]).isalpha()):
        return max((i for i in grounds.movers(masked) if i < opens), default=None)
    return None


def _behind(masked: Masked, match: Match, grounds: Grounds, role: str) -> range:
    """The words behind a frame where a role is looked for; where words stand for the person, whoever is named behind them is somebody else."""
    end = min(_closing(masked, match), match.end + REACH)
    stop = next((i for i in range(match.end - 1, end) if i in grounds.unnamed), end) if role == "person" and grounds.unnamed else end
    return range(match.end, stop)


def _closing(masked: Masked, match: Match) -> int:
    """Where words of a year past end that stand in apposition right behind a name: "N, signed from Ajax in 2021, is wanted by Lens"."""
    words = masked.words
    if match.start < 2 or words[match.start - 1] != "," or words[match.start - 2] not in ("PERSON", ")"):
        return len(words)
    comma = next((i for i in range(match.end, len(words)) if words[i] == ","), len(words))
    return comma if "YEAR" in words[match.end : comma] else len(words)


def _alone(masked: Masked, pack: Pack, match: Match, grounds: Grounds, person: int) -> bool:
    """Whether the words stand in apposition to somebody or in a relative clause of his and are said of him alone, not of his list: where nothing joins him to
    the one before ("N, M, sold to Ajax, and O"), or that one has brackets of his own ("N (Ajax) and M, sold to Lille")."""
    related = person <= match.start and person not in grounds.enclosed and grounds.enclosed.issuperset(range(person + 2, match.start + 1))
    if masked.words[person : person + 2] != ["PERSON", ","] or match.end <= person + 2:
        return False
    if related and grounds.groups.get(person, (person,))[0] == person:  # "N, whom Ajax want, and M"
        return True
    if match.start > person + 2:
        return False
    between = [masked.words[i + 1 : person] for i in grounds.groups.get(person, ()) if i < person][-1:]
    return any(")" in words or pack.conjunctions.isdisjoint(words) for words in between)


def _said_of(masked: Masked, match: Match, person: int) -> bool:
    """Whether words stand right behind somebody, or in a relative clause of his: "the successor to N, sold to Ajax", "replaces N, who is joining Ajax"."""
    behind = person + 1 + (masked.words[person + 1 : person + 2] == [","])
    return match.start - person <= APPOSED or (behind < match.start and any(m.start in (person + 1, behind) for m, _ in masked.lexeme("relative")))


def _seek(masked: Masked, pack: Pack, frame: Frame, match: Match, grounds: Grounds, filling: Filling, role: str, places: range, behind: bool) -> None:
    if role in filling.roles:
        return
    taken = {i for positions in filling.roles.values() for i in positions}
    home = masked.clauses[match.end - 1 if behind else match.start]
    aside: tuple[int, int] | None = None  # who only tells whose something is ("at the request of N, the winger ..."), or a club that is an object
    passed: int | None = None  # the clause of somebody else on the way: what stands behind him in apposition or in another clause is said of him
    apart = False  # behind a comma, a colon or a dash
    for i in places:
        if not behind and i in grounds.enclosed and match.start not in grounds.enclosed:
            continue
        crossed = abs(masked.clauses[i] - home) - (0 if behind else _enclosing(masked, i, match.start))
        apart = apart or masked.words[i] in (",", ":", DASH)
        if crossed > 1 or (passed is not None and (masked.clauses[i] != passed or masked.words[i] == ",")):
            break
        if i in taken or i not in masked.mentions:
            continue
        if i in grounds.bystanders and (behind or not _said_of(masked, match, i) or not pack.kin.isdisjoint(masked.words[max(0, i - KIN) : i])):
            continue
        kind = masked.mentions[i].kind
        if role != "person" and behind and kind is MentionKind.PERSON:
            if _turns(masked, filling, i) or (crossed and "person" in filling.roles):
                break
            passed = masked.clauses[i]
        if role == "to" and (_holds(pack, grounds, match, i) or (apart and not behind and "".join(masked.words[i + 1 : i + 2]) in pack.possessive)):
            continue  # "a record for Arsenal's striker, they have signed N"
        if kind is MentionKind.CLUB and any(masked.names[i] == masked.names[j] for j in taken):
            continue  # nobody goes from a club to the same
        if role == "from" and behind and frame.leaves and masked.words[i - 2 : i] == ["PERSON", "("]:  # "leaving are N (Ajax), ...": that is where he goes
            continue
        if (role == "person" and kind is MentionKind.PERSON and _movable(masked, frame, grounds, i)) or (
            role != "person"
            and kind is MentionKind.CLUB
            and _fits(masked, pack, frame, match, grounds, i, role, behind, apart)
            and not _of_another(grounds, i, filling)
        ):
            if role == "person" and not behind and i and masked.words[i - 1] in pack.belonging and not _related(masked, match, i):
                aside = aside or (i, crossed)
                continue
            if role == "to" and not behind and "".join(masked.words[i - 1 : i]) in pack.oblique and marked(pack, frame, grounds, i) is None:
                aside = aside or (i, crossed)
                continue
            if aside and role == "to" and crossed > aside[1]:
                break
            filling.roles[role] = (i,) if _alone(masked, pack, match, grounds, i) else grounds.groups.get(i, (i,))
            filling.crossed = max(filling.crossed, crossed)
            return
    if aside:
        filling.roles[role] = grounds.groups.get(aside[0], aside[:1])
        filling.crossed = max(filling.crossed, aside[1])


def _fits(masked: Masked, pack: Pack, frame: Frame, match: Match, grounds: Grounds, club: int, role: str, behind: bool, apart: bool) -> bool:
    """Whether a club can take a role where it stands, or as the subject of the relative clause in which the words are, whatever its own preposition: "talks
    with CLUB, who want N"."""
    if role == "to" and behind and grounds.present.get(club + 1) == club and masked.words[club - 1] in pack.belonging:
        return False  # "interesse per il terzino del CLUB N"
    subject = not behind and role == frame.before[0] and club not in grounds.owned and _related(masked, match, club)
    return subject or _eligible(pack, frame, grounds, club, role, behind, apart)


def _turns(masked: Masked, filling: Filling, person: int) -> bool:
    """Whether behind a comma a sentence turns to somebody else than who has been found: "N is on the verge of leaving, M all but signed by Ajax"."""
    return "person" in filling.roles and masked.words[person - 1] == ","


def _introduces(masked: Masked, pack: Pack, match: Match, filling: Filling, person: int) -> bool:
    """Whether the words only tell where the subject of a sentence, which goes on behind him, has come from: "Signed from Ajax in May, N is wanted by Lens"."""
    if match.start or "from" not in filling.roles or filling.roles["from"][-1] > person:
        return False
    before = person - 1
    while before >= match.end and masked.words[before] in pack.articles:
        before -= 1
    return masked.words[before] == "," and masked.words[person + 1 : person + 2] not in ([], [","])


def _enclosing(masked: Masked, first: int, last: int) -> int:
    """The borders of the brackets between two words, which part neither from the other: "N (Ajax) has left"."""
    clauses = masked.clauses
    return 2 * sum([masked.words[i] == ")" and clauses[i] != clauses[i - 1] and "(" in masked.words[first:i] for i in range(first + 1, last)])


def _related(masked: Masked, match: Match, person: int) -> bool:
    """Whether words stand in the relative clause of whom or what is named right before it: "a venda de N, que estava emprestado ao CLUB", "bad news for
    Leeds (16th), who have sacked N"."""
    behind = person + 1
    if masked.words[behind : behind + 1] == ["("] and ")" in masked.words[behind : match.start]:
        behind = masked.words.index(")", behind) + 1
    behind += masked.words[behind : behind + 1] == [","]
    same = behind <= match.start and masked.clauses[behind] == masked.clauses[match.start]
    return same and any(found.start == behind for found, _ in masked.lexeme("relative"))


def _holds(pack: Pack, grounds: Grounds, match: Match, club: int) -> bool:
    """Whether a club only tells whose the one is whom a noun before it names, apart from the words of a frame: "für den Angreifer des FC Arsenal"."""
    noun = grounds.office.get(club, club)
    named = pack.words.order != "noun-first" or noun in grounds.unnamed  # "é jogador do Santos" is no name for him
    return noun < club and named and not match.start <= noun < match.end


def _of_another(grounds: Grounds, club: int, filling: Filling) -> bool:
    """Whether a club only tells where somebody else belongs than the one who moves."""
    owners = {person for person, home in grounds.present.items() if home == club}
    return bool(owners) and "person" in filling.roles and owners.isdisjoint(filling.roles["person"])


def _movable(masked: Masked, frame: Frame, grounds: Grounds, person: int) -> bool:
    """A coach, director or agent named as such is not the one who moves, unless the frame is about them."""
    if person in grounds.agents:
        return False
    if frame.renewal and person in grounds.executives and not grounds.executives.issuperset(masked.said(MentionKind.PERSON)):
        return False  # the president who speaks of a coach's renewal
    office = grounds.coaches | grounds.executives
    if person in office and frame.role is None and any(i not in office and i not in grounds.agents for i in masked.said(MentionKind.PERSON)):
        return frame.mode in ("appointment", "dismissal")
    return person not in office or frame.role is not None or frame.mode in ("appointment", "dismissal") or frame.stage == "done" or "person" in frame.before


def _eligible(pack: Pack, frame: Frame, grounds: Grounds, club: int, role: str, behind: bool, apart: bool) -> bool:
    """Whether a club can take a role; a list goes by the preposition of its first member, a subject has none; behind a comma a place is only a place: "a
    target, having made his breakthrough at Juventus"."""
    lead = grounds.leads.get(grounds.groups.get(club, (club,))[0], ("", ""))
    adds = _adds(pack, lead)
    opens = lead[0].startswith(",") or (lead[0] == lead[1] and not apart and lead[1] not in pack.places)
    subject = not behind and opens  # "keen on N, with Milan holding talks", "With Milan keen on N": whatever the frame makes of "with" behind it
    own = None if subject or (adds and role == "from") else frame.marks.get(lead[0]) or (None if lead[0] in pack.marks else frame.marks.get(lead[1]))
    if club in grounds.towns or club in grounds.left:
        return False
    if club in grounds.owned or club in grounds.office:
        return own == role or (role == "from" and own is None and club not in grounds.former.values())
    mark = own or pack.marks.get(lead[0]) or pack.marks.get(lead[1])
    listed = len(grounds.groups.get(club, ())) > 1
    if mark is None and behind and listed and frame.leaves and lead[1] in pack.prepositions:
        return False  # "N has handed in a request with Ajax and Lens circling"
    several = listed and lead[1] == ":"  # "N to go: Arsenal and Everton are keen", but "N has gone: Verona without a coach"
    begins = role == "from" and not frame.against and (adds or several or lead[1] in (",", DASH))  # "N wants out, Arsenal are ready", "N out, with Ajax keen"
    if mark is None and behind and apart and (lead[1] in pack.places or begins):
        return False
    if mark is None and behind and role == "from" and lead[1] in pack.conjunctions:
        return False  # "Como have asked about N and Lens are watching him"
    if mark is None and not behind and lead[1] in pack.prepositions and not subject:
        return False
    return mark is None or mark == role


def _follows(masked: Masked, grounds: Grounds, club: int, taken: set[int]) -> bool:
    """Whether a club stands with its preposition right behind somebody else: "since the arrival of N, they have signed M from Ajax"."""
    people = [i for i in masked.said(MentionKind.PERSON) if i < club]
    return bool(people) and not taken.isdisjoint(people) and people[-1] not in taken and grounds.leads.get(club, ("", ""))[0].startswith("PERSON ")


def _strays(masked: Masked, pack: Pack, frame: Frame, match: Match, grounds: Grounds, filling: Filling) -> None:
    """Clubs behind the words with a preposition of their own: "... from Ajax", "... to Juventus"; not where a relative clause tells where somebody came from:
    "want N, who joined from Ajax"."""
    told = {found.start for found, _ in masked.lexeme("relative") if "PERSON" in masked.words[max(0, found.start - 2) : found.start]}
    taken = {i for positions in filling.roles.values() for i in positions}
    passed: int | None = None  # the clause of somebody else on the way
    for i in range(match.end, min(_closing(masked, match), match.end + REACH)):
        if masked.clauses[i] - masked.clauses[match.end - 1] > 1 or (passed is not None and (masked.clauses[i] != passed or masked.words[i] == ",")):
            break
        if i in told:
            break
        if masked.words[i] == "PERSON" and i not in taken:
            if _turns(masked, filling, i) or ("person" in filling.roles and masked.clauses[i] != masked.clauses[match.end - 1]):
                break
            passed = masked.clauses[i]
        elif masked.words[i] == "PERSON" and _introduces(masked, pack, match, filling, i):
            break
        if masked.words[i] != "CLUB" or i in taken or i in grounds.owned:
            continue
        role = marked(pack, frame, grounds, i)
        apart = frame.renewal and masked.clauses[i] != masked.clauses[match.end - 1]  # "talks over a new deal, but a move to Ajax is possible"
        anothers = apart or _follows(masked, grounds, i, taken) or (role == "to" and _holds(pack, grounds, match, i))
        if role in ("to", "from") and role not in filling.roles and not anothers:
            filling.roles[role] = grounds.groups.get(i, (i,))
    if "person" not in frame.before or not filling.roles.get("person"):
        return
    for i in range(filling.roles["person"][-1] + 1, match.start):  # "the move of N from Ajax to Juventus collapsed"
        role = marked(pack, frame, grounds, i) if masked.words[i] == "CLUB" and i not in grounds.owned and i not in grounds.enclosed else None
        if role in ("to", "from") and role not in filling.roles and masked.clauses[i] == masked.clauses[match.start]:
            filling.roles[role] = grounds.groups.get(i, (i,))
