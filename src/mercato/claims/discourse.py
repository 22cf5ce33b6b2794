"""What an article has talked about so far, and what its sentences state: the nouns that the steps from sentences to claims share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from mercato.claims.masked import Masked
from mercato.languages.pack import Frame
from mercato.languages.pattern import Match
from mercato.model.article import Mention, MentionKind, Span
from mercato.model.claim import Named, Stage
from mercato.model.world import Role

FADES = 0.75  # of the attention to a club, what is left a sentence later
TOGETHER = Frame(name="together", words=[], matches=[], stage="linked", before=["to"], after=["person"], weak=True)  # no frame: person and club in one sentence


class Part(NamedTuple):  # dozens are made for an article: a frozen dataclass takes twice as long
    """Who fills a role, and how that is known: said, sentence, topic, title, office (a coach for his club), heading, text; for one that is only meant, how
    likely that is, and its place among all that may be."""

    named: Named
    span: Span
    how: str
    likely: float = 0.0
    place: int = 0


class Choice(NamedTuple):
    """What there was to choose from where a frame leaves out who moves, or to which club: the options with what they show, for training."""

    person: Named | None  # who would move, where the club is left out
    clubs: tuple[Named, ...]  # the clubs named as destination, where the person is left out
    stage: Stage | None  # what the frame says of them
    past: bool  # whether it tells of background
    options: tuple[Named, ...]
    shown: tuple[Mapping[str, float], ...]
    until: str = ""  # when the contract ends whose holder is asked for


class Ledger(NamedTuple):
    """A list that has been opened: what is said of everybody in it, the clubs at either end, and the block of its last line; the person where it is one of
    clubs."""

    frame: Frame
    stage: Stage | None
    flags: frozenset[str]
    to: Part | None
    origin: Part | None
    block: int
    person: Part | None = None


class Bond(NamedTuple):
    """Words for the end of a contract (YYYY or YYYY-MM), whether they are the length of a new one, and who is bound by it."""

    masked: Masked
    match: Match
    until: str
    newly: bool
    person: Part


class Attention(NamedTuple):
    """How much a text was about a club in the sentence where it last came up."""

    club: Part
    weight: float
    sentence: int

    def at(self, sentence: int) -> float:
        """What is left of it in a later sentence."""
        return float(self.weight * FADES ** (sentence - self.sentence))


@dataclass(slots=True)
class Statement:
    """One frame in one sentence with one person and at most one club at each end."""

    masked: Masked
    match: Match
    frame: Frame
    stage: Stage | None
    person: Part
    to: Part | None
    origin: Part | None
    flags: frozenset[str] = frozenset()
    section: Part | None = None  # the club of which the text is telling there


@dataclass(slots=True)
class Discourse:
    """What an article has talked about so far."""

    day: date | None
    dated: bool  # whether the day is the article's own, not a guess
    roles: dict[str, Role | None] = field(default_factory=dict)  # person key -> role introduced in the text
    traits: defaultdict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))  # person key -> what the text says he is: ("age", "22")
    presidents: set[str] = field(default_factory=set)  # keys of those who are introduced as presidents or owners
    people: dict[str, Mention] = field(default_factory=dict)  # person key -> last mention, most recent last
    titled: list[Mention] = field(default_factory=list)
    topic: Mention | None = None
    hero: Mention | None = None  # the one person whom the story is about, if it is about one
    headed: Mention | None = None  # the person alone in the last heading, or in a line of its own: what follows is told of him
    headed_from: int = 0  # where the last heading begins in the text, or the last line that is but a name
    card: int | None = None  # the block of a line that is but a name, or of the last field under it
    entry: int | None = None  # the block of that field: "Fee: £16m"
    lead: Role = Role.PLAYER  # what the person most spoken of is: the story is about people of his kind
    told: dict[str, int] = field(default_factory=dict)  # person key -> the last sentence with words about a move of his, the latest last
    tellings: Counter[str] = field(default_factory=Counter)  # person key -> how many such words so far
    opened: str = ""  # the key of whom the last sentence with people names first
    coming: frozenset[str] = frozenset()  # the keys of those whom the next sentence of the paragraph names
    awaited: list[Part] = field(default_factory=list)  # whom the sentence leaves without a name, since the next one says it: "They have a new winger. It is N"
    block: int = -1  # the block of the sentence at hand
    paragraph: int = 0  # where it begins in the text
    buyer: dict[str, Part] = field(default_factory=dict)  # person key -> the last club said to want or get him
    homes: dict[str, Part] = field(default_factory=dict)  # person key -> the club the text says he belongs to
    formers: set[tuple[str, str]] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)  # the keys of those of whom words of the sentence say that they move
    wanting: set[str] = field(default_factory=set)  # the keys of the clubs that words of the sentence say get or want somebody
    left: set[tuple[str, str]] = field(default_factory=set)  # persons with the clubs that words of the sentence say they leave
    departed: set[tuple[str, str]] = field(default_factory=set)  # persons with the clubs that the text has told they leave
    club: Part | None = None  # the last club that was a destination
    joining: str = ""  # the key of whose destination it was
    host: Part | None = None  # the first club of the paragraph that is none that somebody leaves
    subject: Part | None = None  # the first club of the sentence before: "they"
    section: Part | None = None  # the club of the last heading or label, else of the headline: what is told is told of it
    items: dict[int, Part] = field(default_factory=dict)  # block -> the club that it speaks of, in a round-up
    ledger: Ledger | None = None
    announced: Ledger | None = None  # the list that a headline or heading announces, whose entries are paragraphs of their own
    prices: bool = False  # whether the next line is the first of a bookmaker's list
    fired: Counter[int] = field(default_factory=Counter)  # sentence -> strong frames found in it
    parting: int | None = None  # the last sentence in which a frame of going away was found
    titled_clubs: list[Mention] = field(default_factory=list)
    head: list[Part] = field(default_factory=list)  # those of them that what is told may be about: none in an item of its own
    said: Counter[str] = field(default_factory=Counter)  # person or club key -> how often the whole text names it
    bonds: list[Bond] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    attention: dict[str, Attention] = field(default_factory=dict)  # club key -> how much the text is about it

    def turn(self, masked: Masked, behind: Masked | None) -> None:
        """Turn to a sentence, with the one behind it."""
        if masked.words and masked.block != self.block:
            self.block, self.paragraph, self.host = masked.block, masked.starts[0], None
        same = behind is not None and behind.block == masked.block
        self.coming = frozenset([behind.names[i].key for i in behind.said(MentionKind.PERSON)]) if behind and same else frozenset()

    def tell(self, person: str, sentence: int) -> None:
        """Note that words of a sentence are about a move of somebody."""
        self.told.pop(person, None)
        self.told[person] = sentence
        self.tellings[person] += 1

    def part(self, apart: bool) -> None:
        """Begin an item that goes on with nothing told before; `apart` if it is not the headline's either."""
        self.section = self.subject = self.club = self.topic = self.ledger = self.announced = self.parting = None
        self.buyer.clear()
        self.attention.clear()
        if apart:
            self.head, self.hero = [], None

    def attend(self, club: Part, weight: float, sentence: int) -> None:
        """Turn attention to a club, over what is left of it."""
        before = self.attention.pop(club.named.key, None)
        self.attention[club.named.key] = Attention(club, weight + (before.at(sentence) if before else 0.0), sentence)

    def lit(self, sentence: int) -> dict[str, tuple[float, int]]:
        """The clubs that the text has been about, by key, the most attended first, each with its share of the attention and its place."""
        left = sorted(((a.at(sentence), key) for key, a in self.attention.items()), reverse=True)
        total = sum(weight for weight, _ in left)
        return {key: (weight / total, place) for place, (weight, key) in enumerate(left, 1)}


def named(mention: Mention) -> Named:
    """A mention as claims name it."""
    return Named(mention.name, mention.entity)


def named_at(masked: Masked, at: int) -> Part:
    """Who or what a sentence names at word `at`."""
    return Part(masked.names[at], masked.mentions[at].span, "said")
