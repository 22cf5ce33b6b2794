"""Gather the statements of one article by move: one person and one destination, told as news or as background."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from mercato.claims.discourse import TOGETHER, Discourse, Part, Statement
from mercato.claims.statements import Reader
from mercato.model.claim import Against, Named, Stage
from mercato.model.world import Role

EXPLICIT = frozenset({"said", "office", "epithet"})
MEANT = EXPLICIT | {"sentence", "topic"}
OPEN = frozenset({"denied", "conditional", "question"})
RETIRED = 44  # years: nobody older has been signed as a player of a professional club but for a jubilee
Groups = dict[tuple[str, str, str, bool], "Group"]  # by person, destination, the club left where there is none, and whether it is about staying on


@dataclass(slots=True)
class Group:
    """All that an article states of one move."""

    person: Named
    to: Named | None
    renewal: bool
    statements: list[Statement] = field(default_factory=list)
    against: list[tuple[Against, Statement]] = field(default_factory=list)
    origin: Part | None = None
    role: Role = Role.PLAYER
    judged: Stage | None = None  # how far it has got, once that is judged
    opposed: list[tuple[Against, Statement]] | None = None  # who stands against it, once that is judged
    heard: Sequence[Statement] = ()  # all that the article states against anybody's move
    key: tuple[str, str] = field(init=False)  # person and destination

    def __post_init__(self) -> None:
        self.key = (self.person.key, self.to.key if self.to else "")

    def told(self, *, past: bool) -> Group:
        """The move as told in one tense: what is said of it as background, or the rest; all where nothing else is said."""
        mine = [s for s in self.statements if ("past" in s.flags) is past] or self.statements
        kept = {id(s) for s in mine} if self.against else set()
        against = [(against, s) for against, s in self.against if id(s) in kept or ("past" in s.flags) is past]
        heard = [s for s in self.heard if ("past" in s.flags) is past] if self.twice else self.heard
        return Group(self.person, self.to, self.renewal, mine, against, self.origin, self.role, heard=heard)

    @property
    def twice(self) -> bool:
        """Whether words tell it as news, and words of another sentence that name the club tell it as background: a bid that failed in summer, and one now."""
        framed = [s for s in self.statements if s.frame is not TOGETHER]
        news = {s.masked.index for s in framed if "past" not in s.flags}
        background = {s.masked.index for s in framed if "past" in s.flags and (s.to is None or s.to.how in EXPLICIT)}
        return bool(news) and not background <= news

    @property
    def opposition(self) -> list[tuple[Against, Statement]]:
        """Who stands against it and what says so: as judged, else as stated."""
        return self.against if self.opposed is None else self.opposed

    @property
    def stated_origin(self) -> Part | None:
        """The club that the statements themselves say he leaves."""
        return next((s.origin for s in self.statements if s.origin and not (self.to and s.origin.named.key == self.to.key)), None)

    @property
    def stage(self) -> Stage:
        """How far it has got: as judged, else the furthest stage stated; what is denied or only asked counts as a link."""
        if self.judged:
            return self.judged
        firm = [(s.stage, s) for s in self.statements if s.stage and s.flags.isdisjoint(OPEN)]
        if not firm:
            stages = [s.stage for s in self.statements if s.stage and "denied" not in s.flags]
            return min(max(stages), Stage.INTERESTED) if stages else Stage.LINKED
        furthest = max([stage for stage, _ in firm])
        if furthest == Stage.LINKED:
            return furthest
        for tier in (EXPLICIT, MEANT):
            said = [stage for stage, s in firm if s.person.how in tier and (s.to is None or s.to.how in tier)]
            if said and max(said) > Stage.LINKED:
                return max(said)
        return furthest


def gather(statements: Sequence[Statement], talk: Discourse, reader: Reader) -> list[Group]:
    """The groups of one article in order of first statement; opposition joins the move it is about."""
    groups: Groups = {}
    moving = [s for s in statements if s.stage is not None and not _bare_condition(s)]
    for statement in moving:
        group = _group(groups, statement, talk, reader)
        if group is not None:
            group.statements.append(statement)
            if statement.frame.against and "denied" not in statement.flags:
                group.against += [(against, statement) for against in statement.frame.against]
    for statement in statements:
        if statement.stage is None:
            _oppose(groups, statement, talk, reader)
    _stay(groups, talk, reader)
    found, heard = list(groups.values()), [s for s in statements if s.frame.against]
    origins: dict[str, list[Part]] = {}
    wanted: dict[str, set[str]] = {}  # person key -> the clubs that the text says get or want him
    for statement in statements:
        if statement.origin and "past" not in statement.flags:
            origins.setdefault(statement.person.named.key, []).append(statement.origin)
    for group in found:
        if group.to and not group.renewal and any(s.frame is not TOGETHER and s.to and s.to.how == "said" for s in group.statements):
            wanted.setdefault(group.person.key, set()).add(group.to.key)
    for group in found:
        group.origin, group.heard = _origin(group, origins.get(group.person.key, []), wanted.get(group.person.key, set()), talk, reader), heard
    return [g for g in found if not _called_up(g, reader) and not _retired(g, talk, reader)]


def _stay(groups: Groups, talk: Discourse, reader: Reader) -> None:
    """Hold what is told of somebody and the club at which he is, or may be if the text speaks of contracts, for news of his staying too."""
    for group in list(groups.values()):
        if group.to is None or group.renewal:
            continue
        home = reader.cast.home(group.statements[0].person, talk)
        settled = reader.world.settled(group.person.entity, group.to, talk.day)
        if (home is None or home.named.key == group.to.key) and (settled or any(s.masked.lexeme("staying") for s in group.statements)):
            stay = groups.setdefault((*group.key, "", True), Group(group.person, group.to, True, role=group.role))
            stay.statements = sorted([*stay.statements, *group.statements], key=lambda s: (s.masked.index, s.match.start))


def _retired(group: Group, talk: Discourse, reader: Reader) -> bool:
    """Whether somebody told of as a player is too old to be one: he speaks of the move, or is only compared with who moves."""
    age = reader.world.age(group.person.entity, talk.day)
    return group.role is Role.PLAYER and age is not None and age >= RETIRED


def _called_up(group: Group, reader: Reader) -> bool:
    """Whether a player only comes to a national team or goes from it, which is no move."""
    team = group.to or (group.origin.named if group.origin else None)
    return group.role is Role.PLAYER and team is not None and reader.world.national(team)


def _bare_condition(statement: Statement) -> bool:
    """ "If X leaves" is no move but a condition."""
    return statement.to is None and "conditional" in statement.flags


def _renews(statement: Statement) -> bool:
    return statement.frame.renewal or statement.frame.mode == "renewal"


def _group(groups: Groups, statement: Statement, talk: Discourse, reader: Reader) -> Group | None:
    person, to = statement.person.named, statement.to.named if statement.to else None
    role = statement.frame.role or reader.cast.role(person, talk)
    if role is None or (to is None and statement.origin is None and not statement.frame.leaves):
        return None
    left = statement.origin.named.key if to is None and statement.origin else ""
    key = (person.key, to.key if to else "", left, _renews(statement))
    group = groups.get(key)
    if group is None:
        group = groups[key] = Group(person, to, _renews(statement), role=role)
    return group


def _oppose(groups: Groups, statement: Statement, talk: Discourse, reader: Reader) -> None:
    """Opposition belongs to the person's move to the club named, else to his move with most statements."""
    if not statement.frame.against or "denied" in statement.flags or "conditional" in statement.flags:
        return
    person = statement.person.named.key
    mine = [g for (who, to, _, renewal), g in groups.items() if who == person and to and not renewal and not _home(g, talk, reader)]
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


def _origin(group: Group, other: Sequence[Part], wanted: Set[str], talk: Discourse, reader: Reader) -> Part | None:
    """Where he would leave: as stated of this move (where only as background, he may since be elsewhere: first as the text introduces him), as stated of his
    others, as the text introduces him, as known of that day if the text names the club, else the club of which the text tells."""
    if not group.to and group.stated_origin:
        return group.stated_origin
    said, once = ([s.origin for s in group.statements if s.origin and ("past" in s.flags) is past] for past in (False, True))
    home = talk.homes.get(group.person.key)
    known = [Part(club, group.statements[0].person.span, "known") for club in reader.world.homes(group.person.entity, talk.day) if club.key in talk.said]
    sections = (s.section for s in group.statements if s.section and s.frame is not TOGETHER and s.section.named.key not in wanted)
    now = [home] if home else []
    candidates = [*said, *(now if once else []), *once, *other, *now, *known, *sections]
    if group.renewal and group.to:
        return next((c for c in candidates if c.named.key == group.to.key), group.statements[0].to)
    return next((c for c in candidates if not group.to or c.named.key != group.to.key), None)
