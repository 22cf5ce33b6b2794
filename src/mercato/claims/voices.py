"""Whose word each move rests on: every credit is given to the moves that its sentences state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mercato.claims.credit import Credit
from mercato.claims.discourse import TOGETHER, Discourse, Statement
from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.model.article import BlockKind, MentionKind
from mercato.model.claim import Stage
from mercato.model.world import Role

EXPLICIT = frozenset({"said", "office", "sentence"})


@dataclass(frozen=True, slots=True)
class Told:
    """The moves of an article by the sentences that state them; `lead` is the one that the article is about."""

    sentences: Sequence[Masked]
    talk: Discourse
    stated: dict[int, list[Group]]
    listed: dict[int, list[Group]]  # by the sentences that name both person and club: all that counts in a round-up
    current: dict[int, Group]  # those that are no background, by identity
    lead: Group | None


def credited(found: Sequence[Credit], moves: Sequence[tuple[Group, bool]], sentences: Sequence[Masked], talk: Discourse) -> dict[int, list[Credit]]:
    """The credits of each move, by the identity of its group; every group comes with whether it is background."""
    if not found:
        return {}
    told = _told(moves, sentences, talk)
    voices: dict[int, list[Credit]] = {}
    for credit in found:
        for group in _answered(credit, told):
            voices.setdefault(id(group), []).append(credit)
    return {key: _lone(mine) for key, mine in voices.items()}


def _lone(mine: list[Credit]) -> list[Credit]:
    """Whom somebody told is a relay, even where another sentence credits it too."""
    relays = {c.source.key for c in mine if c.relay}
    return [c for c in mine if c.relay or c.source.key not in relays]


def _told(moves: Sequence[tuple[Group, bool]], sentences: Sequence[Masked], talk: Discourse) -> Told:
    stated: dict[int, list[Group]] = {}
    listed: dict[int, list[Group]] = {}
    for group, _ in moves:
        for index in sorted(stating(group)):
            stated.setdefault(index, []).append(group)
        for index in sorted({s.masked.index for s in group.statements if _explicit(s)}):
            listed.setdefault(index, []).append(group)
    current = {id(group): group for group, past in moves if not past}
    titles = frozenset(masked.index for masked in sentences if masked.kind is BlockKind.TITLE)
    lead = min(current.values(), key=lambda g: _weight(g, titles), default=None)
    return Told(sentences, talk, stated, listed, current, lead)


def _weight(group: Group, titles: frozenset[int]) -> tuple[bool, int, int]:
    """Sorts the move that an article is about before the others: told in the title, told first, told most."""
    places = stating(group)
    return not places & titles, min(places, default=0), -len(places)


def stating(group: Group) -> set[int]:
    """The sentences that state a move; those that merely name person and club together count only where nothing else does."""
    firm = {s.masked.index for s in group.statements if s.frame is not TOGETHER} | {s.masked.index for _, s in group.against}
    return firm or {s.masked.index for s in group.statements}


def _explicit(statement: Statement) -> bool:
    return statement.to is None or statement.to.how in EXPLICIT or (statement.person.how == "said" and statement.frame is not TOGETHER)


def _answered(credit: Credit, told: Told) -> list[Group]:
    """The moves a credit answers for: those of its own sentence and on; else of the sentences before; else the article's lead."""
    if credit.how == "item" and told.sentences[credit.index].kind is BlockKind.TITLE:
        return _open(told, [credit.index]) or _lead(told)
    if credit.how == "item":
        return _unique(g for i in (*credit.back, *credit.ahead) for g in told.listed.get(i, ()))
    if credit.spoken:
        return _spoken(credit, told)
    here = _open(told, [credit.index])
    if here and not _elsewhere(credit, here, told):
        return _unique([*here, *(g for g in _open(told, credit.ahead) if g.stage < Stage.DONE)])
    return _meant(credit, told)


def _elsewhere(credit: Credit, here: Sequence[Group], told: Told) -> bool:
    """Whether the sentence names people who move, and none of those whom its statements were taken to be about."""
    masked = told.sentences[credit.index]
    people = {masked.names[i].key for i in masked.said(MentionKind.PERSON)} & {g.person.key for g in told.current.values()}
    return bool(people) and not any(g.person.key in people or s.person.how == "epithet" for g in here for s in g.statements if s.masked is masked)


def _meant(credit: Credit, told: Told) -> list[Group]:
    """What a sentence without a move of its own is about: whom it names; else the nearest move before it, the lead's where it is among several."""
    if credit.how == "relay":
        return _lead(told)
    masked = told.sentences[credit.index]
    people = {masked.names[i].key for i in masked.said(MentionKind.PERSON)}
    clubs = {masked.names[i].key for i in masked.said(MentionKind.CLUB)}
    if people or clubs:
        ranked = sorted(told.current.values(), key=lambda g: (-(g.person.key in people), -bool(g.to and g.to.key in clubs), g is not told.lead))
        return [g for g in ranked[:1] if g.person.key in people or (g.to and g.to.key in clubs)]
    for index in reversed(credit.back):
        if before := _open(told, [index]):
            return [g for g in before if g is told.lead] or before
    return _lead(told) or _open(told, credit.ahead)


def _lead(told: Told) -> list[Group]:
    return [told.lead] if told.lead else []


def _spoken(credit: Credit, told: Told) -> list[Group]:
    """A speaker answers for what he is quoted on, background too; a done move needs no word of his, unless he was asked about it."""
    himself = _himself(credit, told)
    again = () if himself else (*credit.also, *(i + 1 for i in credit.also))
    reach = _unique(g for i in (*credit.ahead, *again) for g in told.stated.get(i, ()) if id(g) in told.current or i == credit.index)
    reach = _unique([*reach, *_beside(credit, told)]) if not himself else reach
    mine = [g for g in reach or _open(told, credit.back[-2:]) if _concerned(credit, g, told)]
    if himself and credit.how == "speaker" and himself is told.lead and all(id(g) in told.current for g in mine):
        mine = _unique([*mine, himself])
    role = told.talk.roles.get(credit.source.key, Role.PLAYER)
    mine = mine or (_lead(told) if credit.how != "speaker" or role in (Role.EXECUTIVE, None) else [])
    return [g for g in mine if id(g) not in told.current or g.stage < Stage.DONE or (credit.how != "speaker" and not himself)]


def _himself(credit: Credit, told: Told) -> Group | None:
    """The move of the speaker, where he is the one who would move; that of whom an outlet asked, for the outlet."""
    mine = [g for g in (told.lead, *told.current.values()) if g and g.person.key == credit.voice]
    return next((g for g in mine if any(s.frame is not TOGETHER for s in g.statements)), None)


def _beside(credit: Credit, told: Told) -> Iterator[Group]:
    """The moves of whom a speaker is named together with, where he told an outlet of them."""
    people = {told.sentences[i].names[at].key for i in credit.also for at in told.sentences[i].said(MentionKind.PERSON)}
    return (g for g in told.current.values() if g.person.key in people)


def _concerned(credit: Credit, group: Group, told: Told) -> bool:
    """Whether a speaker has a say in a move: an outlet asked him, he would move himself, he is a coach, director or agent, or he tells of it right there and
    makes no move of his own, whoever he is."""
    if credit.how != "speaker" or credit.source.key == group.person.key or told.talk.roles.get(credit.source.key, Role.PLAYER) is not Role.PLAYER:
        return True
    return any(g is group for g in told.stated.get(credit.index, ())) and _himself(credit, told) is None


def _open(told: Told, indexes: Iterable[int]) -> list[Group]:
    """The moves stated there that are no background."""
    return _unique(g for i in indexes for g in told.stated.get(i, ()) if id(g) in told.current)


def _unique(groups: Iterable[Group]) -> list[Group]:
    return list({id(g): g for g in groups}.values())
