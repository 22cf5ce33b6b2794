"""Gather the statements of one article by move: one person, one destination, one tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mercato.claims.statements import TOGETHER, Discourse, Part, Reader, Statement
from mercato.model.claim import Against, Named, Stage
from mercato.model.world import Role

EXPLICIT = frozenset({"said", "office", "epithet"})
IMPLICIT = frozenset({"sentence", "topic"})


@dataclass(slots=True)
class Group:
    """All that an article states of one move."""

    person: Named
    to: Named | None
    renewal: bool
    past: bool
    statements: list[Statement] = field(default_factory=list)
    against: list[tuple[Against, Statement]] = field(default_factory=list)
    origin: Part | None = None
    role: Role = Role.PLAYER

    @property
    def key(self) -> tuple[str, str]:
        """Person and destination."""
        return (self.person.key, self.to.key if self.to else "")

    def joined(self, other: Group) -> Group:
        """Both as one."""
        return replace(self, statements=[*self.statements, *other.statements], against=[*self.against, *other.against], origin=self.origin or other.origin)

    @property
    def stated_origin(self) -> Part | None:
        """The club that the statements themselves say he leaves."""
        return next((s.origin for s in self.statements if s.origin and not (self.to and s.origin.named.key == self.to.key)), None)

    @property
    def stage(self) -> Stage:
        """The furthest stage stated; what is denied or only asked counts as a link."""
        stages = [s.stage for s in self.statements if s.stage and "denied" not in s.flags]
        firm = [s for s in self.statements if s.stage and not s.flags & {"denied", "conditional", "question"}]
        for tier in (EXPLICIT, EXPLICIT | IMPLICIT):
            said = [s.stage for s in firm if s.stage and s.person.how in tier and (s.to is None or s.to.how in tier)]
            if said and max(said) > Stage.LINKED:
                return max(said)
        rest = [s.stage for s in firm if s.stage]
        return max(rest) if rest else min(max(stages), Stage.INTERESTED) if stages else Stage.LINKED


def gather(statements: Sequence[Statement], talk: Discourse, reader: Reader) -> list[Group]:
    """The groups of one article in order of first statement; opposition joins the move it is about."""
    groups: dict[tuple[str, str, str, bool, bool], Group] = {}
    moving = [s for s in statements if s.stage is not None and not _bare_condition(s)]
    for statement in moving:
        group = _group(groups, statement, talk, reader)
        if group is not None:
            group.statements.append(statement)
            group.against += [(against, statement) for against in statement.frame.against if "denied" not in statement.flags]
    for statement in statements:
        if statement.stage is None:
            _oppose(groups, statement, talk, reader)
    found = list(groups.values())
    origins: dict[str, list[Part]] = {}
    for group in found:
        if not group.past:
            origins.setdefault(group.person.key, []).extend(s.origin for s in group.statements if s.origin)
    for group in found:
        group.origin = _origin(group, origins.get(group.person.key, []), talk, reader)
    wanted = {(g.person.key, g.to.key) for g in found if g.to and not g.past and any(s.frame is not TOGETHER for s in g.statements)}
    return [g for g in found if not _stays(g, talk, reader, any(who == g.person.key and g.to and club != g.to.key for who, club in wanted))]


def _bare_condition(statement: Statement) -> bool:
    """ "If X leaves" is no move but a condition."""
    return statement.to is None and "conditional" in statement.flags


def _renews(statement: Statement) -> bool:
    return statement.frame.renewal or statement.frame.mode == "renewal"


def _group(groups: dict[tuple[str, str, str, bool, bool], Group], statement: Statement, talk: Discourse, reader: Reader) -> Group | None:
    person, to = statement.person.named, statement.to.named if statement.to else None
    role = statement.frame.role or reader.role(person, talk)
    if role is None or (to is None and statement.origin is None and not _leaves(statement)):
        return None
    left = statement.origin.named.key if to is None and statement.origin else ""
    past = "past" in statement.flags
    key = (person.key, to.key if to else "", left if past else "", _renews(statement), past)
    return groups.setdefault(key, Group(person, to, _renews(statement), past, role=role))


def _leaves(statement: Statement) -> bool:
    """A frame that speaks of going away asks for no destination."""
    frame = statement.frame
    return "from" in frame.before + frame.after and "to" not in frame.before + frame.after


def _oppose(groups: dict[tuple[str, str, str, bool, bool], Group], statement: Statement, talk: Discourse, reader: Reader) -> None:
    """Opposition belongs to the person's move to the club named, else to his move with most statements."""
    if not statement.frame.against or "denied" in statement.flags or "conditional" in statement.flags:
        return
    past = "past" in statement.flags
    his = (g for g in groups.values() if g.person.key == statement.person.named.key and g.past == past)
    mine = [g for g in his if g.to is not None and not g.renewal and not _home(g, talk, reader)]
    if statement.to and statement.to.how in ("said", "sentence", "office"):
        named = [g for g in mine if g.to and g.to.key == statement.to.named.key]
        if not named:
            group = _group(groups, statement, talk, reader)
            if group is None:
                return
            group.statements.append(statement)
            named = [group]
        mine = named
    elif mine:
        mine = [max(mine, key=lambda g: (any(s.masked.index == statement.masked.index for s in g.statements), len(g.statements)))]
    for group in mine:
        group.against += [(against, statement) for against in statement.frame.against]


def _home(group: Group, talk: Discourse, reader: Reader) -> bool:
    """Whether the destination is where he is already."""
    home = talk.homes.get(group.person.key)
    return group.to is not None and ((home is not None and home.named.key == group.to.key) or reader.world.settled(group.person.entity, group.to, talk.day))


def _origin(group: Group, other: Sequence[Part], talk: Discourse, reader: Reader) -> Part | None:
    """Where he would leave: as stated, as the text introduces him, as known of that day."""
    said = group.stated_origin
    if said:
        return said
    home = talk.homes.get(group.person.key)
    known = [Part(club, group.statements[0].person.span, "known") for club in reader.world.homes(group.person.entity, talk.day)]
    candidates = [*other, *([home] if home else []), *known]
    if group.renewal and group.to:
        return next((c for c in candidates if c.named.key == group.to.key), group.statements[0].to)
    return next((c for c in candidates if not group.to or c.named.key != group.to.key), None)


def _stays(group: Group, talk: Discourse, reader: Reader, wanted: bool) -> bool:
    """A move to the club where he is, by the text or by what is known, is a renewal or nothing."""
    if group.to is not None and group.role is Role.PLAYER and reader.world.national(group.to):
        return True  # a call-up is no move
    if group.renewal or group.to is None or group.past:
        return False
    if group.stage >= Stage.AGREED and talk.dated and reader.world.settled(group.person.entity, group.to, talk.day):
        group.past = True  # he has been there for long: the text tells how he came
        return False
    home = talk.homes.get(group.person.key)
    said = home is not None and home.named.key == group.to.key and group.stage < Stage.AGREED
    return said or (reader.world.settled(group.person.entity, group.to, talk.day) and (talk.dated or (group.stage < Stage.AGREED and wanted)))
