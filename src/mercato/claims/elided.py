"""Clauses that leave out what the one before them has said: "N joins Ajax, M Lille", "Brest have made a bid, Lens too", "Three men leave Brest: N, M and O"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mercato.claims.grounds import Grounds
from mercato.claims.masked import Masked
from mercato.claims.slots import Filled, Filling
from mercato.languages.pack import Pack
from mercato.languages.pattern import DASH
from mercato.model.article import MentionKind

LEAD = 4  # words from a colon to the first name of the list behind it: "striker", "the Brazilian"
_STOPS = frozenset({",", ";", "(", ")", DASH})


def elided(masked: Masked, pack: Pack, grounds: Grounds, found: Sequence[Filled]) -> list[Filled]:
    """What was found in a sentence, and the same frames again for those of whom it goes on to say the same."""
    found = _announced(masked, grounds, found)
    pairs, turned = list(_gapped(masked, pack, grounds, found)), list(_turned(masked, pack, grounds, found))
    more = [*_likewise(masked, pack, found), *pairs, *turned]
    if not more:
        return list(found)
    told = {at: filling.roles["to" if "to" in filling.roles else "from"][0] for _, _, filling in pairs for at in filling.roles["person"]}
    buyers = {filling.roles["person"][0]: filling.roles["to"][0] for _, _, filling in turned}
    for match, _, filling in found:  # "N comes from Ajax, M from Lille, P on loan from Metz": what is said behind M is not said of him
        people = filling.roles.get("person", ())
        kept = tuple([at for at in people if told.get(at, match.start) >= match.start and buyers.get(at, match.start) <= match.start])
        if kept and kept != people:
            filling.roles["person"] = kept
    return [*found, *more]


def _announced(masked: Masked, grounds: Grounds, found: Sequence[Filled]) -> Sequence[Filled]:
    """What was found, but where words without a person announce a list behind a colon, they are said of each in it, and nothing that begins behind
    them is said across the colon."""
    listed = _behind_colon(masked, grounds)
    if not listed:
        return found
    colon, people = listed
    across = min((x[0].start for x in found if x[0].start < colon < x[0].end), default=colon)
    heads = [x for x in found if x[0].end <= colon and x[0].start < across and x[1].frame.ends]
    if not heads:
        return found
    for _, _, filling in heads:
        clubs = {role: tuple(i for i in places if i < colon) for role, places in filling.roles.items() if role != "person"}
        filling.roles = {"person": people, **{role: places for role, places in clubs.items() if places}}
    return [x for x in found if not x[0].start < colon < x[0].end]


def _behind_colon(masked: Masked, grounds: Grounds) -> tuple[int, tuple[int, ...]] | None:
    """The first colon of a sentence and the people in the list right behind it; None if somebody is named before it."""
    colon = masked.words.index(":") if ":" in masked.words else len(masked.words)
    people = [i for i in masked.said(MentionKind.PERSON) if i >= colon]
    listed = grounds.groups.get(people[0], ()) if people and "PERSON" not in masked.words[:colon] else ()
    return (colon, listed) if len(listed) > 1 and listed[0] - colon <= LEAD else None


def _ends(masked: Masked, pack: Pack, at: int, *, open_: bool = False) -> bool:
    """Whether a clause ends in front of a word; an `open_` one may go on with a preposition: "M Lille for 8m"."""
    word = "".join(masked.words[at : at + 1])
    return not word or word in _STOPS or word in pack.conjunctions or (open_ and word in pack.prepositions)


def _likewise(masked: Masked, pack: Pack, found: Sequence[Filled]) -> Iterator[Filled]:
    """The frames that go for one more club or person: "Brest have made a bid for N, Lens too", "N is being watched, M too"."""
    for said, _ in masked.lexeme("likewise"):
        if not _ends(masked, pack, said.end):
            continue
        for slot, at in said.slots:
            role = "person" if slot == "person" else "to"
            before = [x for x in found if x[0].end <= said.start and role in x[2].roles and at not in x[2].roles[role]]
            last = max((x[0].start for x in before), default=0)
            for match, trigger, filling in before:
                if match.start == last:
                    yield match, trigger, Filling({**filling.roles, role: (at,)}, filling.crossed)


def _gapped(masked: Masked, pack: Pack, grounds: Grounds, found: Sequence[Filled]) -> Iterator[Filled]:
    """The frames for each pair of somebody and a club that follows in the same order and by the same preposition, with no verb."""
    for match, trigger, filling in found:
        people = filling.roles.get("person", ())
        for role in ("to", "from"):
            clubs = filling.roles.get(role, ())
            if len(clubs) != 1 or not people or clubs[0] < max(match.start, *people):
                continue
            first = {other: at for other, at in filling.roles.items() if other != role and max(at) < min(people)}
            last = clubs[0]
            while pair := _next(masked, pack, grounds, last):
                yield match, trigger, Filling({**first, "person": (pair[0],), role: (pair[1],)}, filling.crossed)
                last = pair[1]


def _turned(masked: Masked, pack: Pack, grounds: Grounds, found: Sequence[Filled]) -> Iterator[Filled]:
    """The frames for each pair that follows with the club first and no verb: "Ajax sign N, Lille M and Lens P"."""
    for match, trigger, filling in found:
        people, clubs = filling.roles.get("person", ()), filling.roles.get("to", ())
        if len(clubs) != 1 or not people or not clubs[0] < match.start <= people[0]:
            continue
        last = people[0]
        led = masked.words[clubs[0] - 1 : clubs[0]]
        while pair := _buyer(masked, pack, grounds, last, by_article=bool(led) and led[0] in pack.articles):
            yield match, trigger, Filling({"to": (pair[0],), "person": (pair[1],)}, filling.crossed)
            last = pair[1]


def _buyer(masked: Masked, pack: Pack, grounds: Grounds, person: int, *, by_article: bool) -> tuple[int, int] | None:
    """The club and the person of the clause without a verb that begins behind somebody: ", Lille the striker M"; right in front of him the club is his own
    ("Ajax sign N, Lille striker M"), but where articles stand before both clubs ("l'Ajax prende N, il Lille M")."""
    words, at = masked.words, person + 1
    while at < len(words) and (words[at] in (",", ";") or words[at] in pack.conjunctions or words[at] in pack.articles):
        at += 1
    who = next((i for i in range(at + 1, len(words)) if words[i] == "PERSON"), None)
    if at == person + 1 or who is None or words[at] != "CLUB" or not _ends(masked, pack, who + 1, open_=True):
        return None
    if at in grounds.owned and not (by_article and who == at + 1 and words[person + 1] == "," and words[at - 1] in pack.articles):
        return None
    beside = grounds.described.get(who, frozenset()) | grounds.asides
    return (at, who) if all(i in beside or words[i] in pack.articles for i in range(at + 1, who)) else None


def _next(masked: Masked, pack: Pack, grounds: Grounds, club: int) -> tuple[int, int] | None:
    """The person and the club of the clause without a verb that begins behind a club, led to the club as that one is."""
    words, at = masked.words, club + 1
    if words[at : at + 1] == ["("] and ")" in words[at:]:
        at = words.index(")", at) + 1
    joint = at
    while at < len(words) and (words[at] in (",", ";") or words[at] in pack.conjunctions):
        at += 1
    if at == joint:
        return None
    person = next((i for i in range(at, len(words)) if words[i] == "PERSON"), at)
    beside = grounds.described.get(person, frozenset()) | grounds.asides
    if words[person : person + 1] != ["PERSON"] or any(i not in beside and words[i] not in pack.articles for i in range(at, person)):
        return None
    to = next((i for i in range(person + 1, len(words)) if words[i] == "CLUB"), None)
    if to is None or not _ends(masked, pack, to + 1, open_=True):
        return None
    between = [words[i] for i in range(person + 1, to) if i not in beside and words[i] not in pack.articles]
    lead = grounds.leads.get(club, ("", ""))[1]
    led = _led(pack, lead)
    if led == "" and not between:
        return person, to
    return (person, to) if led and len(between) == 1 and _led(pack, between[0]) == led else None


def _led(pack: Pack, word: str) -> str:
    """What a preposition before a club says of it, those that only differ in their article alike; "" for a word that is none."""
    if word in pack.belonging:
        return "belonging"
    return pack.marks.get(word) or (word if word in pack.prepositions else "")
