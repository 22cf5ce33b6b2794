"""Readable features of a group of statements, from which the scorer decides whether it is a move at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import log

from mercato.claims.discourse import TOGETHER, Discourse, Statement, named
from mercato.claims.groups import Group
from mercato.claims.judge import Features
from mercato.claims.masked import Masked
from mercato.claims.pairs import Key, Sight
from mercato.claims.statements import Reader
from mercato.model.article import BlockKind, MentionKind
from mercato.model.claim import Named, Stage
from mercato.model.world import Role

TROUBLED = frozenset({"crossed", "denied", "conditional", "question", "past", "relative"})
LEAD = 3  # sentences
MONTH = timedelta(days=30)
OPENINGS = ((1, 1), (6, 10))  # month and day on which windows open in Europe
PAIRED = (
    "known to be there", "known to have been there", "first sentence (log)", "person leads", "in title", "flag relative", "text says he was there",
    "has a current destination",
)  # fmt: skip
OFFICE = ("no frame", "only weak frames", "nothing said", "known to be there", "known to have been there", "person leads", "stage linked", "stage done")


class Scene:
    """What the features ask of a whole article, counted once."""

    def __init__(self, groups: Sequence[Group], sentences: Sequence[Masked], talk: Discourse, seen: Mapping[Key, Sequence[Sight]]) -> None:
        self.seen = seen
        self.scores = frozenset(m.index for m in sentences if _scoreline(m))
        self.framings: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)  # sentence -> person and club of its frames
        for group in groups:
            for s in group.statements:
                if s.frame is not TOGETHER and s.person.how == "said" and s.to and s.to.how == "said":
                    self.framings[s.masked.index].add(group.key)
        self.people = Counter(m.names[i].key for m in sentences for i in m.said(MentionKind.PERSON))
        self.clubs = Counter(m.names[i].key for m in sentences for i in m.said(MentionKind.CLUB))
        self.all_people, self.all_clubs = max(1, self.people.total()), max(1, self.clubs.total())
        self.top_person, self.top_club = max(self.people.values(), default=0), max(self.clubs.values(), default=0)
        self.where: defaultdict[str, set[int]] = defaultdict(set)  # person or club key -> sentences
        for m in sentences:
            for name in m.names.values():
                self.where[name.key].add(m.index)
        self.framed = {id(g): sum([s.frame is not TOGETHER for s in g.statements]) for g in groups}
        self.stated = sum(map(bool, self.framed.values()))
        self.moves: defaultdict[str, list[Group]] = defaultdict(list)
        for group in groups:
            self.moves[group.person.key].append(group)
        said = [g for g in groups if self.framed[id(g)]]
        self.buys = Counter(g.to.key for g in said if g.to)
        self.sells = Counter(g.origin.named.key for g in said if g.origin)
        self.market = market(sentences, groups, talk)
        self.titled = frozenset(named(m).key for m in (*talk.titled, *talk.titled_clubs))


def market(sentences: Sequence[Masked], groups: Sequence[Group], talk: Discourse) -> Features:
    """How far the whole article is about the market: a match report has frames too, but few, and seldom with a person and a club."""
    total = max(1, len(sentences))
    full = {(s.masked.index, s.match.start) for g in groups for s in g.statements if _full(s)}
    titles = [masked.index for masked in sentences if masked.kind is BlockKind.TITLE]
    lead = [masked.index for masked in sentences if masked.kind is BlockKind.TITLE or masked.index < LEAD]
    return {
        "article: sentences (log)": log(total),
        "article: full frames a sentence": len(full) / total,
        "article: money a sentence": sum(bool(masked.money) for masked in sentences) / total,
        "article: frames in the lead (log)": log(1 + sum(talk.fired[i] for i in lead)),
        "article: full frame in the lead": float(any(i in lead for i, _ in full)),
        "article: no frame in the title": float(bool(titles) and not any(talk.fired[i] for i in titles)),
        "article: months since a window opened": _since_opening(talk.day) if talk.day and talk.dated else 0.0,
    }


def _since_opening(day: date) -> float:
    """Months since the last transfer window opened: what was done in it is news of its last days, and background long after."""
    opened = max(date(year, month, first) for year in (day.year - 1, day.year) for month, first in OPENINGS if date(year, month, first) <= day)
    return (day - opened) / MONTH


def _full(statement: Statement) -> bool:
    """A strong frame with both its person and his destination in the sentence."""
    explicit = statement.person.how == "said" and statement.to is not None and statement.to.how == "said"
    return explicit and statement.frame is not TOGETHER and not statement.frame.weak


def features(group: Group, scene: Scene, talk: Discourse, reader: Reader) -> Features:
    """Feature name to value; names are the same in every language."""
    statements, stage = group.statements, group.stage
    framed = [s for s in statements if s.frame is not TOGETHER]
    kinds = {s.masked.kind for s in statements}
    shown: Features = {
        f"language {reader.pack.language}": 1.0,
        "in title": float(BlockKind.TITLE in kinds),
        "in heading": float(BlockKind.HEADING in kinds),
        "first sentence (log)": log(1 + min([s.masked.index for s in statements], default=0)),
        "departure": float(group.to is None),
        "renewal": float(group.renewal),
        "coach": float(group.role == "coach"),
        "executive": float(group.role == "executive"),
        "opposed": float(bool(group.against)),
        f"stage {stage.word}": 1.0,
    }
    shown |= _told(framed) | _meant(framed) if framed else _UNTOLD
    shown |= _manner(statements)
    shown |= scene.market
    shown |= _company(group, scene)
    shown |= _seen(group, scene)
    shown |= _place(group, scene, talk)
    shown |= _known(group, talk, reader)
    if group.to is None and group.origin:
        shown |= _left(group, group.origin.named, scene, talk, reader)
    if group.to and group.renewal:
        shown |= _kept(group, group.to, talk, reader)
    clean = sum([_full(s) and s.flags.isdisjoint(TROUBLED) for s in framed])
    shown["clean frame"] = float(clean > 0)
    shown["clean frames (log)"] = log(1 + clean)
    shown["clean frame in a round-up"] = float(clean > 0) * shown["moves in article (log)"]
    shown["no clean frame in a round-up"] = float(clean == 0) * shown["moves in article (log)"]
    if stage == Stage.DONE:
        shown |= {f"done, {name}": shown[name] for name in PAIRED if shown.get(name)}
    if group.role is not Role.PLAYER:
        shown |= {f"office, {name}": shown[name] for name in OFFICE if shown.get(name)}
    return shown


def _told(framed: Sequence[Statement]) -> Features:
    """What the frames say: how many they are, with both roles in the sentence or not, as background or as news, how far it has got."""
    news = [s for s in framed if "past" not in s.flags]
    both = [s for s in framed if s.person.how == "said" and (s.to is None or s.to.how == "said")]
    strong = sum([not s.frame.weak for s in framed])
    old = len(framed) - len(news)
    return {
        "statements (log)": log(1 + len(framed)),
        "no frame": float(not framed),
        "both said (log)": log(1 + len(both)),
        "strong frames (log)": log(1 + strong),
        "only weak frames": float(not strong),
        "nothing said": float(not both),
        "best of both said": float(max([int(s.stage or 0) for s in both], default=0)) / 8,
        "told as past": old / max(1, len(framed)),
        "told as news (log)": log(1 + len(news)),
        "both said as past (log)": log(1 + sum(["past" in s.flags for s in both])),
        "done as past": float(any("past" in s.flags and s.stage == Stage.DONE for s in framed)),
        "done as news": float(any(s.stage == Stage.DONE for s in news)),
        "open as news": float(any((s.stage or 8) < Stage.DONE for s in news)),
        "furthest as news": max([int(s.stage or 0) for s in both if s.flags.isdisjoint(TROUBLED)], default=0) / 8,
    }


def _manner(statements: Sequence[Statement]) -> Features:
    """In how much of what is said which flags stand, and its roles are filled in which way."""
    counts: defaultdict[str, int] = defaultdict(int)
    for s in statements:
        for flag in s.flags:
            counts[f"flag {flag}"] += 1
        counts[f"how person {s.person.how}"] += 1
        if s.to:
            counts[f"how to {s.to.how}"] += 1
            if s.section:
                same = "its" if s.section.named.key == s.to.named.key else "another"
                counts[f"under {same} club's {s.section.how}"] += 1
        if s.origin:
            counts[f"how from {s.origin.how}"] += 1
    return {name: count / len(statements) for name, count in counts.items()}


def _meant(framed: Sequence[Statement]) -> Features:
    """How likely those are meant whom its frames leave out: the person, the club, and both of one frame."""
    people = [s.person.likely for s in framed if s.person.place]
    clubs = [s.to for s in framed if s.to and s.to.place]
    both = [(s.person.likely if s.person.place else 1.0) * (s.to.likely if s.to and s.to.place else 1.0) for s in framed]
    return {
        "person meant": max(people, default=0.0),
        "club meant": max([club.likely for club in clubs], default=0.0),
        "likeliest club": float(any(club.place == 1 for club in clubs)),
        "surest frame": max(both, default=0.0),
        "frames as sure (log)": log(1 + sum(both)),
    }


_UNTOLD = _told(()) | _meant(())  # of the many for whom no frame speaks


def _company(group: Group, scene: Scene) -> Features:
    """The person and the club among the other people, clubs and moves of the article."""
    key, framed = group.person.key, scene.framed
    person, club = scene.people[key], scene.clubs[group.to.key] if group.to else 0
    rivals = [g for g in scene.moves[key] if g is not group]
    best = max([framed[id(g)] for g in rivals], default=0)
    together = len(scene.where[key] & scene.where[group.to.key]) if group.to else 0
    return {
        "person share": person / scene.all_people,
        "person leads": float(person == scene.top_person),
        "club share": club / scene.all_clubs,
        "club leads": float(group.to is not None and club == scene.top_club),
        "together (log)": log(1 + together),
        "never together": float(group.to is not None and not together),
        "other moves of person (log)": log(1 + sum([framed[id(g)] > 0 for g in rivals])),
        "has a current destination": float(any(g.to is not None and framed[id(g)] for g in rivals)),
        "more stated elsewhere": float(best > framed[id(group)]),
        "moves in article (log)": log(1 + scene.stated),
    }


def _left(group: Group, club: Named, scene: Scene, talk: Discourse, reader: Reader) -> Features:
    """The club left by somebody of whom no destination is told: whether he is there, and how the two stand together."""
    key, entity = group.person.key, group.person.entity
    home = talk.homes.get(key)
    shown = {
        "left: said": float(group.stated_origin is not None),
        "left: text says he is there": float(home is not None and home.named.key == club.key),
        "left: text says he was there": float((key, club.key) in talk.formers),
        "left: known to be there": float(reader.world.settled(entity, club, talk.day)),
        "left: known to come or go": float(club in reader.world.homes(entity, talk.day)),
        "left: club share": scene.clubs[club.key] / scene.all_clubs,
        "left: club leads": float(scene.clubs[club.key] == scene.top_club),
        "left: together (log)": log(1 + len(scene.where[key] & scene.where[club.key])),
        "left: club in title": float(club.key in scene.titled),
        "left: club buys others (log)": log(1 + scene.buys[club.key]),
        "left: club sells others (log)": log(1 + max(0, scene.sells[club.key] - 1)),
        "left: national team": float(reader.world.national(club)),
        "left: words of leaving": sum([bool(s.masked.lexeme("leaving")) for s in group.statements]) / len(group.statements),
        "left: any destination said": float(any(s.to and s.to.how == "said" for g in scene.moves[key] if g is not group for s in g.statements)),
    }
    return shown | {f"left: {name}": value for name, value in _seen_as((key, club.key), scene).items()}


def _kept(group: Group, club: Named, talk: Discourse, reader: Reader) -> Features:
    """The club at which somebody would stay: whether he is there, and what is said of contracts."""
    key, entity = group.person.key, group.person.entity
    home, bonds = talk.homes.get(key), [bond for bond in talk.bonds if bond.person.named.key == key]
    return {
        "stays: text says he is there": float(home is not None and home.named.key == club.key),
        "stays: known to be there": float(reader.world.settled(entity, club, talk.day)),
        "stays: known to come or go": float(club in reader.world.homes(entity, talk.day)),
        "stays: words of staying": sum([bool(s.masked.lexeme("staying")) for s in group.statements]) / len(group.statements),
        "stays: words of leaving": sum([bool(s.masked.lexeme("leaving")) for s in group.statements]) / len(group.statements),
        "stays: frames of staying (log)": log(1 + sum([s.frame.renewal for s in group.statements])),
        "stays: contract told": float(bool(bonds)),
        "stays: new contract told": float(any(bond.newly for bond in bonds)),
    }


def _scoreline(masked: Masked) -> bool:
    """Whether a result stands in the sentence: "2-1"."""
    words = masked.words
    return words.count("NUMBER") > 1 and any(w == "NUMBER" and words[i + 1 : i + 3] == ["-", "NUMBER"] for i, w in enumerate(words))


def _seen(group: Group, scene: Scene) -> Features:
    """How person and club stand together where a sentence names both, and what its frames make of others there."""
    return {f"hint {s.to.how}": 1.0 for s in group.statements if s.frame is TOGETHER and s.to} | _seen_as(group.key, scene)


def _seen_as(key: Key, scene: Scene) -> Features:
    seen = scene.seen.get(key, ())
    if not seen:
        return {}
    hints: Features = {}
    n, (person, club) = len(seen), key
    framings = [scene.framings[s.masked.index] for s in seen]
    hints |= {
        "gap (log)": log(1 + min([s.gap for s in seen])),
        "names between": float(min([s.between for s in seen])),
        "clauses between": float(min([s.clauses for s in seen])),
        "club first": sum([s.first for s in seen]) / n,
        "list of people": float(max([s.listed for s in seen])),
        "list of clubs": float(max([s.choices for s in seen])),
        "nearest club": sum([s.nearest for s in seen]) / n,
        "nearest person": sum([s.alone for s in seen]) / n,
        "reach": max([s.reach for s in seen]) / 8,
        "frames of leaving": sum([s.leaving for s in seen]) / n,
        "words of the past": sum([s.past for s in seen]) / n,
        "speaks": sum([s.spoken for s in seen]) / n,
        "result in sentence": sum([s.masked.index in scene.scores for s in seen]) / n,
        "frame with another club": sum(any(p == person and c != club for p, c in framing) for framing in framings) / n,
        "frame with another person": sum(any(p != person and c == club for p, c in framing) for framing in framings) / n,
    }
    for s in seen:
        hints[f"mark {s.mark}"] = hints.get(f"mark {s.mark}", 0.0) + 1 / n
        hints[f"owned by {s.owned}"] = hints.get(f"owned by {s.owned}", 0.0) + 1 / n
    return hints


def _place(group: Group, scene: Scene, talk: Discourse) -> Features:
    """The move in the story: headline names, how much is told of moving around it, the part its club plays in the other moves."""
    fired = max([talk.fired[index] for index in {s.masked.index for s in group.statements}], default=0)
    club, counted = group.to.key if group.to else "", scene.framed[id(group)] > 0
    return {
        "person in title": float(group.person.key in scene.titled),
        "club in title": float(club in scene.titled),
        "frames near (log)": log(1 + fired),
        "no frame near": float(not fired),
        "club buys others (log)": log(1 + max(0, scene.buys[club] - counted)),
        "club sells others (log)": log(1 + scene.sells[club]),
    }


def _known(group: Group, talk: Discourse, reader: Reader) -> Features:
    """What knowledge says of the person and the club."""
    person = reader.world.people.get(group.person.entity or "")
    shown: Features = {
        "person unlinked": float(not reader.world.famous(group.person.entity)),
        "president": float(reader.world.presides(group.person.entity)),
    }
    if group.to is None:
        return shown
    shown["club unlinked"] = float(group.to.entity is not None and not reader.world.famous(group.to.entity))  # one by shape alone is a club for certain
    home = talk.homes.get(group.person.key)
    shown["text says he is there"] = float(home is not None and home.named.key == group.to.key)
    shown["text says he was there"] = float((group.person.key, group.to.key) in talk.formers)
    shown["national team"] = float(reader.world.national(group.to))
    if person is not None and talk.dated and not group.renewal:  # without a day, where he went later would speak against his going there
        spells = [s for s in person.spells if s.club == group.to.entity]
        now = reader.world.settled(group.person.entity, group.to, talk.day)
        shown["known to be there"] = float(now)
        come = max([s.first for s in spells if s.first and talk.day and s.first <= talk.day], default=None)
        shown["known to have come of late"] = 1 / (1 + (talk.day - come) / MONTH) if talk.day and come else 0.0
        shown["known to have been there"] = float(not now and come is not None)
    return shown
