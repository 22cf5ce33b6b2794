"""Whose word each move rests on: every credit is given to the moves that its sentences state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mercato.claims.credit import Credit
from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.claims.statements import Discourse
from mercato.model.article import BlockKind
from mercato.model.claim import Named, Stage


@dataclass(frozen=True, slots=True)
class Told:
    """The moves of an article by the sentences that state them; `lead` is the one that the article is about."""

    stated: dict[int, list[Group]]
    lead: Group | None
    talk: Discourse
    titles: frozenset[int]


def credited(found: Sequence[Credit], groups: Sequence[Group], sentences: Sequence[Masked], talk: Discourse) -> dict[int, list[Credit]]:
    """The credits of each move, by the identity of its group."""
    told = _told(groups, sentences, talk)
    voices: dict[int, list[Credit]] = {}
    for credit in found:
        for group in _answered(credit, told):
            voices.setdefault(id(group), []).append(credit)
    return {key: _lone(mine) for key, mine in voices.items()}


def _lone(mine: list[Credit]) -> list[Credit]:
    """Somebody who told an outlet is the source, the outlet relays him, even where another sentence credits it too."""
    relays = {c.source.key for c in mine if c.relay}
    return [c for c in mine if c.relay or c.source.key not in relays]


def _told(groups: Sequence[Group], sentences: Sequence[Masked], talk: Discourse) -> Told:
    stated: dict[int, list[Group]] = {}
    for group in groups:
        for index in sorted(stating(group)):
            stated.setdefault(index, []).append(group)
    current = [g for g in groups if not g.past]
    titles = frozenset(masked.index for masked in sentences if masked.kind is BlockKind.TITLE)
    lead = max(current, key=lambda g: (len(stating(g) & titles) > 0, sum(not s.frame.weak for s in g.statements)), default=None)
    return Told(stated, lead, talk, titles)


def stating(group: Group) -> set[int]:
    """The sentences that state a move; those that merely name person and club together count only where nothing else does."""
    firm = {s.masked.index for s in group.statements if not s.frame.weak} | {s.masked.index for _, s in group.against}
    return firm or {s.masked.index for s in group.statements}


def _answered(credit: Credit, told: Told) -> list[Group]:
    """The moves a credit answers for: those of its own sentence and on; else of the sentences before; else the article's lead."""
    if credit.how == "item":
        return _unique(g for i in (*credit.back, *credit.ahead) for g in told.stated.get(i, ()))
    here = _open(credit, told, [credit.index])
    if credit.spoken:
        return _spoken(credit, told, here)
    if here:
        return _unique([*here, *(g for g in _open(credit, told, credit.ahead) if g.stage < Stage.DONE)])
    for index in reversed(credit.back):
        if before := _open(credit, told, [index]):
            return before
    return _open(credit, told, credit.ahead) or ([told.lead] if told.lead else [])


def _spoken(credit: Credit, told: Told, here: list[Group]) -> list[Group]:
    """A speaker answers for what he is quoted on; a done move needs no word of his, unless he was interviewed about it."""
    reach = _unique([*here, *_open(credit, told, credit.ahead)]) or _open(credit, told, credit.back[-2:])
    reach = reach or ([told.lead] if told.lead and _concerned(credit.source, told.lead, told.talk) else [])
    return [g for g in reach if (g.stage < Stage.DONE or credit.how == "told") and (credit.how == "told" or _concerned(credit.source, g, told.talk))]


def _concerned(speaker: Named, group: Group, talk: Discourse) -> bool:
    """Whether a speaker has a say in a move: he would move, or holds an office at one of its clubs, or speaks for players."""
    if speaker.key == group.person.key:
        return True
    return speaker.key in talk.roles and talk.roles[speaker.key] is not None or speaker.key in talk.roles


def _open(credit: Credit, told: Told, indexes: Iterable[int]) -> list[Group]:
    """The moves stated there that are no background."""
    return _unique(g for i in indexes for g in told.stated.get(i, ()) if not g.past)


def _unique(groups: Iterable[Group]) -> list[Group]:
    return list({id(g): g for g in groups}.values())
