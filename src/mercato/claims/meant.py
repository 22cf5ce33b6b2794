"""Who is meant where a frame names nobody, and which club where it names none: everybody and every club of the text so far is weighed, and the likeliest
taken (mention ranking, Denis and Baldridge 2008)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from mercato.claims.cast import LEADERS, Cast
from mercato.claims.discourse import Choice, Discourse, Part, named
from mercato.claims.grounds import Grounds
from mercato.claims.judge import Features, Judge
from mercato.claims.masked import Masked
from mercato.claims.slots import Filling, marked
from mercato.languages.pack import Frame, Pack
from mercato.languages.pattern import Match
from mercato.model.article import MentionKind, Span
from mercato.model.claim import Named, Stage
from mercato.model.world import Role

NOBODY: Counter[str] = Counter()
AWAY = log(60.0)  # the distance of what the sentence does not name
LONG_AGO = 50.0  # sentences, for what has not been named yet
NEAR = 6  # words between a frame and "another", "others": somebody else is meant
ACTS = 6  # words between a noun for a club and what it does
OFFERED = 2  # clubs offered to the scorer where the text names none; it keeps one


class Gap(NamedTuple):  # one for every frame found: a frozen dataclass takes twice as long
    """A frame in a sentence, and what it leaves out."""

    masked: Masked
    match: Match
    frame: Frame
    stage: Stage | None
    past: bool
    filling: Filling
    grounds: Grounds
    talk: Discourse
    until: str = ""  # of a contract whose holder is left out

    def named_in(self, role: str) -> list[Named]:
        """Who or what the sentence names in a role."""
        return [self.masked.names[i] for i in self.filling.roles.get(role, ())]

    def nearest(self, places: Sequence[int]) -> list[int]:
        """The places by their distance from the frame, those before it first."""
        return sorted(places, key=lambda i: (i > self.match.start, abs(i - self.match.start)))


@dataclass(frozen=True, slots=True)
class Meant:
    """Fills the gaps of frames in one language."""

    pack: Pack
    cast: Cast
    who: Judge
    where: Judge

    def person(self, gap: Gap) -> Part | None:
        """The person meant; None where the text has named nobody. A field of a card speaks of him under whose name it stands."""
        if gap.talk.headed and gap.talk.entry == gap.masked.block:
            return Part(named(gap.talk.headed), gap.talk.headed.span, "topic", 1.0, 1)
        epithet = self._epithet(gap)
        if epithet and epithet.likely:
            return epithet
        parts = list(_options(self._everybody(gap, epithet)).values())
        if not parts:
            return None
        shown = list(self._people_shown(gap, parts))
        gap.talk.choices.append(Choice(None, tuple(gap.named_in("to")), gap.stage, gap.past, tuple(p.named for p in parts), tuple(shown), gap.until))
        return self._likeliest(self.who, parts, shown, 1)[0]

    def destinations(self, gap: Gap, person: Part) -> list[Part]:
        """The clubs that may be meant, the likeliest first, for the scorer to choose from."""
        talk = gap.talk
        if gap.frame.renewal:
            home = self.cast.home(person, talk)
            about = (attention.club._replace(how="text") for attention in reversed(talk.attention.values()))
            return [home] if home else [part for part in (talk.section, talk.subject, *talk.head, *about) if part][:1]
        moves = {who.key for who in (person.named, *gap.named_in("person"))}
        office = self.cast.office(gap.masked, gap.match.start, talk, moves) if "to" in gap.frame.before else None
        if office:
            return [office]
        come = self._come(gap, person)
        if come:
            return [come]
        barred = self._barred(gap, person)
        parts = [part for key, part in _options(self._every_club(gap, person)).items() if key not in barred]
        if not parts:
            return []
        shown = list(self._clubs_shown(gap, person, parts))
        if not gap.past:
            talk.choices.append(Choice(person.named, (), gap.stage, gap.past, tuple(p.named for p in parts), tuple(shown)))
        likeliest = self._likeliest(self.where, parts, shown, OFFERED)
        noun = self._noun(gap)
        if noun:
            return [likeliest[0]._replace(span=noun, how="said")]
        return list(self._whole(gap, likeliest, barred))

    def _noun(self, gap: Gap) -> Span | None:
        """A noun for the club that acts, with none named behind it, before the words in their clause: "the club have bid for N", "il club emiliano"."""
        masked, start = gap.masked, gap.match.start
        if "to" not in gap.frame.before:
            return None
        for match, _ in masked.lexeme("teams"):
            first = match.start - 1
            definite = first >= 0 and masked.words[first] in self.pack.definite and masked.words[first] not in self.pack.prepositions | self.pack.marks.keys()
            acts = definite and (first == 0 or masked.words[first - 1] not in self.pack.prepositions | self.pack.marks.keys())
            near = match.end <= start <= match.end + ACTS and masked.clauses[match.start] == masked.clauses[start]
            if acts and near and not {"CLUB", "PERSON"}.intersection(masked.words[match.end : start]):
                return masked.span(match.start, match.end)
        return None

    def _whole(self, gap: Gap, clubs: Sequence[Part], barred: Set[str]) -> Iterator[Part]:
        """The clubs, and whoever stands in one list with them: "along with Inter, Milan and Roma ..."."""
        here, taken = _places(gap.masked, MentionKind.CLUB), {club.named.key for club in clubs} | barred
        yield from clubs
        for club in clubs:
            for i in gap.grounds.groups.get(here.get(club.named.key, -1), ()):
                name = gap.masked.names[i]
                if name.key not in taken:
                    taken.add(name.key)
                    yield club._replace(named=name, span=gap.masked.mentions[i].span)

    def _likeliest(self, judge: Judge, parts: Sequence[Part], shown: Sequence[Features], most: int) -> list[Part]:
        """The parts with how likely each is and its place, the likeliest first, `most` at most; in the order given where nothing has been learnt."""
        likely = judge.odds("meant", judge.matrix(shown)).tolist() if judge.trees else [0.0] * len(parts)
        ranked = sorted(range(len(parts)), key=likely.__getitem__, reverse=True)
        return [parts[at]._replace(likely=likely[at], place=place) for place, at in enumerate(ranked[:most], 1)]

    # -- people ----------------------------------------------------------------------------------------------------

    def _everybody(self, gap: Gap, epithet: Part | None) -> Iterator[Part]:
        """Everybody who may be meant: by an epithet, before the words, then as lately named, behind the words, in the headline."""
        masked, talk = gap.masked, gap.talk
        said = gap.grounds.movers(masked)
        before = [i for i in said if i < gap.match.start]
        if epithet:
            yield epithet
        yield from (Part(masked.names[i], masked.mentions[i].span, "sentence") for i in reversed(before))
        recent = [talk.headed, talk.topic, *reversed(talk.people.values())]
        yield from (Part(named(m), m.span, "topic") for m in recent if m)
        yield from (Part(masked.names[i], masked.mentions[i].span, "sentence") for i in said if i > gap.match.start)
        yield from (Part(named(m), m.span, "title") for m in talk.titled)

    def _epithet(self, gap: Gap) -> Part | None:
        """Whom an epithet means that stands behind the words, where they ask for somebody there ("keen on the 19-year-old"), else before them."""
        first = max((i for i in gap.grounds.movers(gap.masked) if i < gap.match.start), default=-1) + 1
        return self._object(gap) or self.cast.epithet(gap.masked, first, gap.match.start, gap.grounds, gap.talk)

    def _object(self, gap: Gap) -> Part | None:
        masked, end, total = gap.masked, gap.match.end, len(gap.masked.words)
        if "person" not in gap.frame.after:
            return None
        stop = (i for i in range(end, total) if masked.words[i] in ("PERSON", ",") or masked.clauses[i] != masked.clauses[end - 1])
        return self.cast.epithet(masked, end, next(stop, total), gap.grounds, gap.talk)

    def _people_shown(self, gap: Gap, parts: Sequence[Part]) -> Iterator[Features]:
        masked, talk, frame = gap.masked, gap.talk, gap.frame
        to, titled = {club.key for club in gap.named_in("to")}, {named(m).key for m in talk.titled}
        recent = {key: place for place, key in enumerate(reversed(talk.people), 1)}
        here = _places(masked, MentionKind.PERSON)
        recent |= {key: 0 for key, at in here.items() if at < gap.match.start}
        marks = {name: named(m).key for name, m in (("topic", talk.topic), ("hero", talk.hero), ("headed", talk.headed)) if m}
        marks |= {"told of last": next(reversed(talk.told), ""), "opens the sentence before": talk.opened}
        fitting = self.cast.fitting(masked, gap.grounds, talk)
        common: Features = {
            "clubs said": float(len(to)),
            "people (log)": log(1 + len(parts)),
            "people in the headline": float(len(titled)),
            "headings": float(talk.headed_from > 0),
            "somebody else": float(any(abs(m.start - gap.match.start) <= NEAR for m, _ in masked.lexeme("others"))),
            "stage": float(gap.stage or 0),
            "leaves": float(frame.leaves),
            "contract": float(bool(gap.until)),
            "asks before": float("person" in frame.before),
            "asks behind": float("person" in frame.after),
            "opposes": float(bool(frame.against)),
            "past": float(gap.past),
        }
        for part, standing in zip(parts, _standings(gap, parts, MentionKind.PERSON), strict=True):
            key, role = part.named.key, self.cast.role(part.named, talk)
            buyer, home = talk.buyer.get(key), talk.homes.get(key)
            yield {
                **common,
                **standing,
                "epithet": float(part.how == "epithet"),
                **{name: float(count) for name, count in fitting.get(key, NOBODY).items()},
                "named how long ago": float(recent.get(key, LONG_AGO)),
                "sentences since told of": float(masked.index - talk.told[key]) if key in talk.told else LONG_AGO,
                "told of (log)": log(1 + talk.tellings[key]),
                "in the paragraph": float(key in here or (key in talk.people and talk.people[key].span.start >= talk.paragraph)),
                "of other words": float(key in talk.bound),
                "in the next sentence": float(key in talk.coming),
                "in the headline": float(key in titled),
                "under the heading": float(key in here or (key in talk.people and talk.people[key].span.start >= talk.headed_from)),
                "coach": float(role is Role.COACH),
                "executive": float(role is Role.EXECUTIVE),
                "agent": float(role is None),
                "suits": float(_suits(role, frame, talk)),
                "of the lead's kind": float(role is talk.lead),
                "known": float(part.named.entity in self.cast.world.people),
                "wanted": float(buyer is not None),
                "wanted by the club": float(buyer is not None and buyer.named.key in to),
                "is at the club": float(home is not None and home.named.key in to),
                "is at the heading's club": float(home is not None and talk.section is not None and home.named.key == talk.section.named.key),
                **{name: float(mark == key) for name, mark in marks.items()},
            }

    # -- clubs -----------------------------------------------------------------------------------------------------

    def _every_club(self, gap: Gap, person: Part) -> Iterator[Part]:
        """Every club that may be meant: in the sentence, the last to want him, the heading's, then those the text has been about."""
        masked, talk = gap.masked, gap.talk
        yield from (Part(masked.names[i], masked.mentions[i].span, "sentence") for i in gap.nearest(masked.said(MentionKind.CLUB)))
        buyer = talk.buyer.get(person.named.key)
        if buyer:
            yield buyer._replace(how="topic")
        yield from (part for part in (talk.section, talk.subject) if part)
        if talk.club:
            yield talk.club._replace(how="topic")
        yield from talk.head
        yield from (attention.club._replace(how="text") for attention in reversed(talk.attention.values()))

    def _come(self, gap: Gap, person: Part) -> Part | None:
        """His own club, where the past is told and only whence he came: "since his move from Wolfsburg in 2022"."""
        left = {club.key for club in gap.named_in("from")}
        home = self.cast.home(person, gap.talk) if gap.past and left else None
        return home if home and home.named.key not in left else None

    def _barred(self, gap: Gap, person: Part) -> set[str]:
        """The clubs that cannot be meant: where he surely is, which he leaves, and those that only tell where somebody belongs."""
        masked, grounds = gap.masked, gap.grounds
        owned = grounds.owned | {club for club, noun in grounds.office.items() if noun in grounds.unnamed}
        free = {masked.names[i].key for i in masked.said(MentionKind.CLUB) if i not in owned}
        barred = {masked.names[i].key for i in owned} - free | {club for who, club in gap.talk.left if who == person.named.key}
        return barred | {club.key for club in gap.named_in("from")} | (set() if gap.past else self.cast.bars(person, gap.talk))

    def _clubs_shown(self, gap: Gap, person: Part, parts: Sequence[Part]) -> Iterator[Features]:
        masked, talk, frame, grounds = gap.masked, gap.talk, gap.frame, gap.grounds
        here = _places(masked, MentionKind.CLUB)
        home, lit, titled = self.cast.home(person, talk), talk.lit(masked.index), [club.named.key for club in talk.head]
        buyer, role = talk.buyer.get(person.named.key), self.cast.role(person.named, talk)
        wants = Counter([part.named.key for key, part in talk.buyer.items() if key != person.named.key])
        homes = Counter([part.named.key for key, part in talk.homes.items() if key != person.named.key])
        clubs = {"last to want him": buyer, "of the heading": talk.section, "of the sentence before": talk.subject, "last destination": talk.club}
        clubs |= {"first of the paragraph": talk.host, "where another goes": talk.club if talk.joining != person.named.key else None}
        marks = {name: club.named.key for name, club in (*clubs.items(), ("his club", home)) if club}
        common: Features = {
            "another wants him": float(buyer is not None),
            "clubs (log)": log(1 + len(parts)),
            "clubs in the headline": float(len(titled)),
            "headings": float(talk.headed_from > 0),
            "person said": float(person.how == "said"),
            "coach": float(role is Role.COACH),
            "stage": float(gap.stage or 0),
        }
        for part, standing in zip(parts, _standings(gap, parts, MentionKind.CLUB), strict=True):
            key = part.named.key
            at, attention = here.get(key), talk.attention.get(key)
            share, place = lit.get(key, (0.0, 0))
            yield {
                **common,
                **standing,
                "attention": share,
                "place by attention": float(place or len(parts)),
                "sentences since": float(masked.index - attention.sentence) if attention else LONG_AGO,
                "under the heading": float(attention is not None and attention.club.span.start >= talk.headed_from),
                "in the paragraph": float(attention is not None and attention.club.span.start >= talk.paragraph),
                "before": float(at is not None and at < gap.match.start),
                "marked as left": float(at is not None and marked(self.pack, frame, grounds, at) == "from"),
                "in the headline": float(key in titled),
                "first of the headline": float(titled[:1] == [key]),
                "wants others (log)": log(1 + wants[key]),
                "has others (log)": log(1 + homes[key]),
                **{name: float(mark == key) for name, mark in marks.items()},
            }


def _options(found: Iterator[Part]) -> dict[str, Part]:
    """By key everybody, or every club, as he or it is first found, in the order of the last finds."""
    options: dict[str, Part] = {}
    for part in found:
        key = part.named.key
        options[key] = options.pop(key, part)
    return options


def _suits(role: Role | None, frame: Frame, talk: Discourse) -> bool:
    """Whether a frame speaks of people of this kind."""
    wanted = frame.role or (Role.COACH if frame.mode in ("appointment", "dismissal") else None)
    if wanted is None:
        return role is talk.lead or role is Role.PLAYER
    return role is not None and (role is wanted or (wanted is Role.COACH and role in LEADERS))


def _standings(gap: Gap, parts: Sequence[Part], kind: MentionKind) -> Iterator[Features]:
    """How often the text names each of these people or clubs, and how he or it stands to the words of the frame."""
    masked, start = gap.masked, gap.match.start
    here = _places(masked, kind)
    first, before = min(here.values(), default=0), max((i for i in here.values() if i < start), default=-1)
    keys = [part.named.key for part in parts]
    counts = [gap.talk.said[key] for key in keys]
    most, total = max(counts), max(1, sum(counts))
    for key, count in zip(keys, counts, strict=True):
        at = here.get(key)
        yield {
            "share": count / total,
            "most named": float(count == most),
            "distance (log)": AWAY if at is None else log(1 + abs(at - start)),
            "first of the sentence": float(at is not None and at == first),
            "nearest before": float(at is not None and at == before),
            "clauses between": 0.0 if at is None else float(abs(masked.clauses[at] - masked.clauses[start])),
            "others in the sentence": float(len(here) - (at is not None)),
        }


def _places(masked: Masked, kind: MentionKind) -> dict[str, int]:
    """The keys of the people or clubs of a sentence, each with its first place."""
    return {masked.names[i].key: i for i in reversed(masked.said(kind))}
