"""The frames found in a sentence, filled, without those that others on the same words make needless."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mercato.claims.grounds import Grounds
from mercato.claims.masked import Masked
from mercato.claims.slots import Filled, Filling, fill, marked
from mercato.languages.pack import Frame, Pack, Trigger
from mercato.languages.pattern import Match

TAIL = 18  # words behind a subject among which the rest of what the verb before him says is looked for
_SUBJECTS = {"PERSON": frozenset({"person"}), "CLUB": frozenset({"to", "from"})}
_NAMED = frozenset({"PERSON", "CLUB", "MONEY", "YEAR"})

_Found = tuple[Match, Trigger, Filling, bool]  # a frame found, what it is, its roles, and whether it has found all of them


def framed(masked: Masked, pack: Pack, grounds: Grounds) -> list[Filled]:
    """Every frame found, filled; of frames on the same words the longest, and those that find all their roles in the sentence before those that do not."""
    found = []
    for match, trigger in _triggered(masked, pack, grounds):
        if _told(masked, pack, grounds, match) or _reaches_over(masked, match) or _torn(match, grounds) or _goes_on(masked, match, trigger.frame):
            continue
        filling = fill(masked, pack, trigger.frame, match, grounds)
        found.append((match, trigger, filling, trigger.frame.needed <= filling.roles.keys()))
    if len(found) < 2:
        return [(match, trigger, filling) for match, trigger, filling, _ in found if not trigger.frame.mute]
    found = _unsold(masked, pack, grounds, found)
    found = [(m, t, f, full and not _sells(m, f, found)) for m, t, f, full in found]
    outer = [x for x in found if not any(_covers(y, x) or _keeps(y, x) for y in found)]
    whole = [(match, trigger.frame, filling) for match, trigger, filling, full in outer if full]
    stays = [(m, t.frame, f) for m, t, f, full in outer if t.frame.renewal and not full and "person" in f.roles]  # "want N to stay": no need to say where

    def needless(match: Match, frame: Frame, filling: Filling, full: bool) -> bool:
        near = [(o, said) for at, o, said in (whole if frame.renewal else whole + stays) if at.start < match.end and match.start < at.end]
        near = [(o, said) for o, said in near if not (o.mute and o.words == frame.words)]  # written twice, only to keep shorter frames from its words
        over = [(other, said) for other, said in near if _staged(other, frame) and not _lesser(other, frame)]
        return bool(over) and (not full or any(_gainsays(other, said, frame, filling) for other, said in over))

    return [(m, t, f) for m, t, f, full in outer if not t.frame.mute and not needless(m, t.frame, f, full)]


def _triggered(masked: Masked, pack: Pack, grounds: Grounds) -> list[tuple[Match, Trigger]]:
    """Every frame found in the sentence, and in what is left of it without its asides."""
    turned = list(_inverted(masked, pack, grounds)) if pack.words.inverts else []
    found = sorted([*masked.triggers, *turned], key=lambda x: x[0].start) if turned else list(masked.triggers)
    if not grounds.asides:
        return found
    kept = [i for i in range(len(masked.words)) if i not in grounds.asides]
    known = {(match.start, match.end, trigger.order) for match, trigger in found}
    for match, trigger in pack.said([masked.words[i] for i in kept])[1]:
        placed = Match(kept[match.start], kept[match.end - 1] + 1, tuple((slot, kept[at]) for slot, at in match.slots))
        if (placed.start, placed.end, trigger.order) not in known:
            found.append((placed, trigger))
    return sorted(found, key=lambda x: x[0].start)


def _inverted(masked: Masked, pack: Pack, grounds: Grounds) -> Iterator[tuple[Match, Trigger]]:
    """The frames found where the verb stands before its subject, as if it stood behind him: "Zudem griff CLUB bei PERSON zu" says what "CLUB griff bei
    PERSON zu" does. What opens with the verb is left alone: it asks or makes a condition."""
    known = [(match, trigger.frame.name) for match, trigger in masked.triggers]
    for subject in sorted(masked.mentions):
        role = _SUBJECTS.get(masked.words[subject], frozenset[str]())
        verb = _verb(masked, pack, subject) if role else None
        if verb is None:
            continue
        tail = [i for i in range(subject + 1, min(subject + 1 + TAIL, len(masked.words))) if i not in grounds.asides or masked.words[i] in _NAMED]
        for match, trigger in pack.said([masked.words[verb], *(masked.words[i] for i in tail)])[1]:
            frame = trigger.frame
            if match.start or match.end < 2 or not frame.before or not role.intersection(frame.before[:1]):
                continue
            placed = Match(subject + 1, tail[match.end - 2] + 1, tuple((slot, tail[at - 1]) for slot, at in match.slots))
            if not any(name == frame.name and m.start < placed.end and verb < m.end for m, name in known):
                yield placed, trigger


def _verb(masked: Masked, pack: Pack, subject: int) -> int | None:
    """Where a verb may stand before its subject: behind something else of its clause, with no more between them than an article and what he is."""
    words, at = masked.words, subject - 1
    if at > 0 and words[at] not in pack.articles and _noun(masked, at):
        at -= 1
    if at > 0 and words[at] in pack.articles:
        at -= 1
    if at < 1 or not words[at].isalpha() or words[at].isupper() or any(words[at] in small for small in (pack.prepositions, pack.articles, pack.conjunctions)):
        return None
    return None if _noun(masked, at) or not (words[at - 1].isalnum() or words[at - 1] in (",", ")", '"')) else at


def _noun(masked: Masked, at: int) -> bool:
    """Whether a word inside a sentence has a capital."""
    return masked.text[masked.starts[at] : masked.starts[at] + 1].isupper()


def _told(masked: Masked, pack: Pack, grounds: Grounds, match: Match) -> bool:
    """Whether a club that seems to open a headline ("Torino, ecco N") is the end of what is told before it: "la cessione di M al Torino, ecco N", "N at
    Palace, M of Leeds"."""
    behind = masked.words[match.start + 1 : match.start + 2]
    if masked.words[match.start] != "CLUB" or behind not in ([","], [":"]):
        return False
    lead = grounds.leads[match.start][1]
    return match.start in grounds.towns or lead in pack.marks or (behind == [","] and lead in pack.prepositions)


def _inside(match: Match, other: Match) -> bool:
    return other.start <= match.start and other.end >= match.end and other.end - other.start > match.end - match.start


def _reaches_over(masked: Masked, match: Match) -> bool:
    """Whether words bind somebody whom others in between only name beside the one who moves: "the signing of a replacement for N"."""
    people = {at for slot, at in match.slots if slot == "person"}
    return any(match.start < m.start and not people.isdisjoint([at for _, at in m.slots]) for m, _ in masked.lexeme("bystanders"))


def _goes_on(masked: Masked, match: Match, frame: Frame) -> bool:
    """Whether words that are said only where a clause opens stand behind others: "M was sold to Ajax, N has ..."."""
    return frame.opens and match.start > 0 and masked.words[match.start - 1].isalnum()


def _sells(match: Match, filling: Filling, found: Sequence[_Found]) -> bool:
    """Whether the only buyer looked for is bound as the seller by other words here that find all their roles: "Dortmund reject the first bid for N"."""
    to, who = filling.roles.get("to", ()), set(filling.roles.get("person", ()))
    if len(to) != 1 or ("to", to[0]) in match.slots:
        return False
    over = [(m, f) for m, _, f, full in found if full and m.start < match.end and match.start < m.end]
    return any(("from", to[0]) in m.slots and not who.isdisjoint(f.roles.get("person", who)) for m, f in over)


def _unsold(masked: Masked, pack: Pack, grounds: Grounds, found: list[_Found]) -> list[_Found]:
    """The frames without buyers that they only look for and that other words bind as his seller, or as where he stays: "get N, 5m to Lens", "lent by Lens"."""
    sold = set(_sellers(masked, pack, grounds, found))
    for i, (match, trigger, filling, _) in enumerate(found if sold else ()):
        to, who = filling.roles.get("to", ()), filling.roles.get("person", ())
        if len(to) != 1 or len(who) != 1 or ("to", to[0]) in match.slots or trigger.frame.renewal:
            continue
        if not sold.isdisjoint([(who[0], to[0]), (None, to[0])]):
            del filling.roles["to"]
            found[i] = match, trigger, filling, False
    return found


def _sellers(masked: Masked, pack: Pack, grounds: Grounds, found: Sequence[_Found]) -> Iterator[tuple[int | None, int]]:
    """Everybody, or None for whoever it be, with the club that words bind as the one he leaves or stays at: themselves, or right in front of it."""
    for match, trigger, filling, _ in found:
        at, frame = dict(match.slots), trigger.frame
        if frame.weak:
            continue
        if frame.renewal:
            yield from ((who, at["to"]) for who in filling.roles.get("person", ()) if "to" in at)
        elif "from" in at:
            yield from ((who, at["from"]) for who in ((at["person"],) if "person" in at else filling.roles.get("person", ())))
        elif "to" not in frame.before:
            for club in filling.roles.get("from", ()):
                behind = match.end <= club and pack.articles.issuperset(masked.words[match.end : club])
                if behind and marked(pack, frame, grounds, club) == "from":
                    yield None, club


def kin(frame: Frame, other: Frame) -> bool:
    """Whether two frames speak of the same end of a move: coming, going, or only the person."""
    return not frame.ends or not other.ends or not frame.ends.isdisjoint(other.ends)


def _staged(frame: Frame, other: Frame) -> bool:
    """Whether a frame says how far a move has got, if another does: who is only against a move takes nothing away from it, and nothing is taken from that by
    where he stays instead."""
    if frame.renewal and other.against and not other.stage:
        return False
    return bool(frame.stage) or not frame.against or not other.stage


def _outdoes(frame: Frame, other: Frame) -> bool:
    """Whether a frame around another one makes it needless."""
    return kin(frame, other) and _staged(frame, other)


def _covers(around: _Found, inside: _Found) -> bool:
    """Whether words around others make these needless: they find all their roles, or these do not, or say nothing or little; never where these bind a buyer
    of whom the words around say nothing: "poised to rival Lille for N"."""
    (outer, over, filling, full), (match, trigger, _, whole) = around, inside
    if not _inside(match, outer) or not _outdoes(over.frame, trigger.frame):
        return False
    told = {at for _, at in outer.slots} | {at for places in filling.roles.values() for at in places}
    if whole and full and not over.frame.mute and any(slot == "to" and at not in told for slot, at in match.slots):
        return False
    return full or not whole or trigger.frame.mute or _lesser(trigger.frame, over.frame)


def _keeps(one: _Found, other: _Found) -> bool:
    """Whether words tell of staying or leaving that are in part taken for the other too: "exercised their option to extend the deal of N"."""
    (match, trigger, _, full), (span, moving, _, _) = one, other
    if not full or match.start > span.start or span.end > match.end:
        return False
    if trigger.frame.renewal:
        return not moving.frame.renewal and bool(moving.frame.stage)
    return trigger.frame.leaves and moving.frame.renewal  # "will not renew the deal of N"


def _gainsays(frame: Frame, filling: Filling, other: Frame, said: Filling) -> bool:
    """Whether words that say little speak of the other end of a move than stronger ones in the same place: "Milan want to sell N" is no wish to have him."""
    return other.weak and not frame.weak and {*filling.roles, *said.roles} >= {"to", "from"} and filling.roles.keys() & said.roles.keys() <= {"person"}


def _lesser(frame: Frame, other: Frame) -> bool:
    """Whether a frame is weak and another is not."""
    return frame.weak and not other.weak


def _torn(match: Match, grounds: Grounds) -> bool:
    """Whether the words take two clubs of a longer list for buyer and seller: "A, B and C have begun talks to sign N"."""
    ends = [at for slot, at in match.slots if slot in ("to", "from")]
    return len(ends) == 2 and ends[1] in (listed := grounds.groups.get(ends[0], ())) and len(listed) > len(ends)
