"""A language pack: all that mercato knows of one language, read from its folder of YAML files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from mercato.errors import BadKnowledge
from mercato.languages.frequent import common_words
from mercato.languages.pattern import MASKS, Match, PatternIndex
from mercato.model.claim import Against, Mode, Stage
from mercato.model.folding import fold
from mercato.model.world import Role
from mercato.settings import language_folders
from mercato.yamlfile import load

FOLDER = Path(__file__).parent
_WORD = re.compile(r"(?<![\w{])[^\W\d_]+(?![\w}*])")
Slot = Literal["person", "to", "from"]
ROLES: tuple[Slot, ...] = ("person", "to", "from")
StageWord = Literal["linked", "interested", "contact", "talks", "offer", "agreed", "medical", "done"]


class Strict(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A record whose unknown keys are errors."""


class Frame(Strict, frozen=True, dict=True):
    """Words that say something of a move, and where its person and clubs stand around them; see docs of `before` and `after` in CONTRIBUTING."""

    name: str
    words: list[str]
    matches: list[str]
    rejects: list[str] = []
    stage: StageWord | None = None
    against: list[Against] = []
    before: list[Slot] = []  # roles looked for before the words, nearest first
    after: list[Slot] = []  # roles looked for after the words
    marks: dict[str, Slot] = {}  # preposition -> the role of the club (or person) behind it, over those of the language
    mode: Mode | None = None
    role: Role | None = None
    tense: Literal["past"] | None = None  # said of background only
    renewal: bool = False
    opens: bool = False  # said only where a clause opens: "Sold to Ajax, N has ..."; not "M was sold to Ajax, N has ..."
    weak: bool = False  # says little by itself: counts only where person and club are both explicit

    @cached_property
    def ends(self) -> frozenset[str]:
        """The ends of a move that it speaks of: coming, going, both or neither; a frame that looks for no role speaks of those that its words bind."""
        roles = (*self.before, *self.after) or tuple(role for role in ROLES if any(f"{{{role}}}" in words for words in self.words))
        return frozenset(roles) - {"person"}

    @cached_property
    def mute(self) -> bool:
        """Whether it says nothing of a move, and only keeps its words from shorter frames: "left back"."""
        return self.stage is None and not self.against

    @cached_property
    def needed(self) -> frozenset[str]:
        """The roles without which it is not whole; whoever tells where somebody goes need not say from where."""
        roles = frozenset((*self.before, *self.after))
        return roles - {"from"} if "to" in roles else roles

    @cached_property
    def leaves(self) -> bool:
        """Whether it speaks of going away and asks for no destination."""
        return self.ends == {"from"}

    @cached_property
    def sends(self) -> bool:
        """Whether it tells of a move, and looks for no club that is left: where its words name none that is joined, the text may."""
        states = self.stage is not None and not self.against and not self.renewal
        return states and not self.leaves and "from" not in (*self.before, *self.after)

    @cached_property
    def sells(self) -> bool:
        """Whether it tells what the club does that gives somebody away."""
        return "from" in self.before and "to" not in self.before


class FrameFile(Strict, frozen=True):
    """`frames.yml`."""

    frames: list[Frame]


class Modifier(Strict, frozen=True):
    """Words before (or right after) a trigger that weaken it: the stage is at most `cap`."""

    words: list[str]
    cap: StageWord | None = None
    lifts: StageWord | None = None  # "has already": a hedge that raises instead
    denies: bool = False  # negation: the frame is not said to hold


class Attribution(Strict, frozen=True):
    """How the language credits a source."""

    before: list[str] = []  # words, then the source: "according to {source}"
    after: list[str] = []  # the source, then words: "{source} reports"
    via: list[str] = []  # relayed by: "via {source}"
    told: list[str] = []  # the speaker is the source, the outlet relays him: "told {source}"
    says: list[str] = []  # a person speaks for himself or his club: "{person} said", "said {person}"
    adds: list[str] = []  # the last source goes on: "the report adds"
    reports: list[str] = []  # unnamed: "reportedly", "media reports": no source
    outlets: dict[Literal["before", "told"], list[str]] = {}  # right behind these a name that nobody bears is an outlet's: "according to the website"
    heads: list[str] = []  # words with which the names of outlets begin or end: "Radio", "Gazette"


class Numbers(Strict, frozen=True):
    """How amounts of money are written."""

    millions: list[str]
    thousands: list[str]
    currencies: dict[str, list[str]]  # ISO code -> words and signs
    default: str  # the currency of an amount that names none
    decimal: Literal[".", ","]
    words: dict[str, float] = {}  # "two": 2
    compounds: list[str] = []  # how tens and ones among them make one word: "{ten}-{one}"
    ranges: list[str] = []  # between the ends of a range: "25 to 30 million"
    between: list[str] = []  # before a range whose ends are joined: "between 18 and 20 million"
    joins: list[str] = []  # between millions and thousands: "94 milioni e 736 mila", or the ends of such a range
    half: list[str] = []  # "and a half"
    wages: list[str] = []  # words near an amount that make it a wage: "a week", "per season"
    values: list[str] = []  # "market value", "release clause": not fees
    asked: list[str] = []  # "asking price"
    fees: list[str] = []  # words near an amount that make it a fee
    base: list[str] = []  # words beside an amount that is the guaranteed part of a fee


class Words(Strict, frozen=True, kw_only=True):
    """`words.yml`: everything of a language that is not a frame or noise."""

    marks: dict[str, Slot]  # preposition -> role of the club behind it, where a frame says nothing else
    possessive: list[str]  # between club and person: "Inter's Pio" ("s")
    belongs: list[str]  # before a club: "the defender of Juve", "il difensore della Juve"
    plays: list[str] = []  # where somebody is: "under contract at {club}", "plays for {club}"
    former: list[str]  # before a club or its noun: "former", "ex"
    breaks: list[str]  # words that begin another clause
    articles: list[str]  # "the", "il", "l": may stand between a preposition and a club
    conjunctions: list[str]  # words that join two names into one argument: "and", "or"
    relative: list[str]  # words that begin a relative clause
    conditional: list[str]  # "if", "should", "unless"
    pronouns: list[str]  # words that stand for the person spoken of
    modifiers: dict[str, Modifier]
    past: list[str]  # words that put a clause in the past: "in YEAR", "last summer", "had"
    questions: list[str]  # words that make a headline a question or a guess
    positions: dict[str, list[str]]  # position -> nouns: "forward": [striker, centre-forward]
    coach: list[str]  # nouns for a head coach
    executive: list[str]  # nouns for directors, presidents, owners
    agent: list[str]  # nouns for agents, and relatives who speak for a player
    people: list[str]  # other nouns that stand for a person: "the player", "the 27-year-old"
    age: list[str]  # patterns of an age with NUMBER: "NUMBER year old"
    demonyms: dict[str, list[str]]  # country (English name) -> adjectives and nouns
    contract: list[str]  # patterns that end with {year}: "contract until {year}"
    expiry: dict[Literal["season", "summer", "year", "left", "deal", "term", "months", "now"], list[str]] = {}  # when a contract ends, from the article's day
    leaving: list[str] = []  # words for going away, where a text makes that a condition: "if X leaves"
    staying: list[str] = []  # words for contracts and for staying, which make a club beside somebody who is there one that keeps him
    held: list[str] = []  # words for a contract in force, not one just signed: "is tied", "expires"
    spans: dict[str, float] = {}  # words for years that hold their number: "triennale": 3
    months: dict[str, int]
    terms: dict[str, list[str]]  # "option to buy" -> patterns
    modes: dict[Mode, list[str]]  # words that tell the form of a move: loan: ["on loan"]
    attribution: Attribution
    numbers: Numbers
    cues: list[str]  # words that introduce an unknown person: "the 22-year-old winger N N" comes from positions
    notnames: list[str]  # capitalised words that are no part of a name: days, months, "Premier League", "Champions"
    prepositions: list[str] = []  # a club right behind one of these is no subject, whatever else it is
    born: list[str] = []  # a year of birth, which says nothing of when a move was: "born in YEAR"
    harmless: list[str] = []  # wordings that contain a modifier or a relative word without its effect: "not only", "alors que"
    unless: list[str] = []  # those conditionals that ask for the opposite
    birthplace: list[str] = []  # a club's name that is only a town: "{club} native", "{club} - born"
    others: list[str] = []  # plural nouns for people who are not the one spoken of: "players", "stars"
    order: Literal["club-first", "noun-first"] = "club-first"  # "the Chelsea striker N" or "il centrocampista del Chelsea N"
    genitive: list[str] = []  # endings that a name takes without an apostrophe: "Schalkes"
    inverts: bool = False  # whether the subject stands behind the verb where something else opens the sentence: "Zudem griff CLUB zu"
    adjacent: bool = True  # whether a club right before a name is his: "Chelsea Hazard"; not where the verb may stand in front of both
    definite: list[str] = []  # articles, and what has melted with them: behind them a name is more likely a club's
    indefinite: list[str] = []  # before a noun they make it somebody who has no name yet: "a striker"
    oblique: list[str] = []  # articles that make a name an object: "dem", "den"
    both: list[str] = []  # in brackets before a club that is more than one's: "N, M (both {club})"
    articled: bool = False  # whether people's names take an article too: "der Müller", "o Cristiano"
    capitals: Literal["names", "nouns"] = "names"  # what is written with a capital inside a sentence
    capital_particles: bool = False  # whether surnames write their particles with a capital: "Di Matteo"
    title_case: bool = False  # whether headlines may begin every long word with a capital
    places: list[str] = []  # "at the", "in": before a club name that is only a venue
    opponents: list[str] = []  # who is only played against: "defeat to {club}", "beat {club}"
    bystanders: list[str] = []  # who is only named beside the one who moves: "replacement for {person}"
    antecedents: list[str] = []  # whom a relative clause is about that has another subject: "{person} , whom", "{person} , whose"
    fillers: list[str] = []  # words put in between that change nothing of what is said: "also", "now"
    teams: list[str] = []  # nouns for a club in front of its name: "Turkish side Besiktas"
    kin: list[str] = []  # nouns for relatives: "father", "twin"
    bodies: list[str] = []  # words right in front of a capitalised name that is no man's: "empresa", "portal", the articles of women and companies
    takes_up: list[str] = []  # between somebody and the office that he takes up or gives up: "appoint N as manager"
    presidents: list[str] = []  # those nouns for an executive that mean one whom nobody signs: "president", "owner"
    exonyms: dict[str, list[str]] = {}  # what the language calls a town, by the name it has in the knowledge: Turin: [Torino]
    doings: list[str] = []  # what only a club does, behind its name, in one or two words: "have|has signed|sold"; a name of several uses is a club's there
    done_to: list[str] = []  # what is done to clubs alone, in front of their name: "rejoint", "quitte"
    in_town: list[str] = []  # "in": before the name of a town that is not its club
    at_town: list[str] = []  # "à": before a town's name that may as well be its club, but where it opens a clause
    arrivals: list[str] = []  # labels of a list of those who come: "Ins", "Arrivals"
    departures: list[str] = []  # labels of a list of those who go
    peoples: list[str] = []  # plural demonyms that stand before a club: "ai francesi del Lille", "los ingleses del Chelsea"
    sections: list[str] = []  # what opens a sentence to say of which club the text goes on to speak: "casa {club} :", "capitolo {club}"
    likewise: list[str] = []  # of whom the same goes as was just said: ", {to} too", "as have {to}"
    respectively: list[str] = []  # each of those named has the one of as many clubs that stands in his place
    now: list[str] = []  # words for the days about the article's own, and of an announcement: "on Monday", "in the coming hours", "officially"
    namings: list[str] = []  # what opens a sentence that names whom the one before left without a name: "se trata de {person}"
    honours: list[str] = []  # competitions, awards and other names that hold a name of ours: "Copa América", "Bola de Ouro"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a matched frame says."""

    frame: Frame
    stage: Stage | None
    order: int


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What any other matched words of the language mean: `kind` is the key in `words.yml`, `value` what stands under it."""

    kind: str
    value: str = ""


@dataclass(frozen=True)
class Pack:
    """One compiled language."""

    language: str
    words: Words
    frames: tuple[Frame, ...]
    patterns: PatternIndex[Lexeme | Trigger]  # those of the words and those of the frames: to look for both at once takes half the time
    common: frozenset[str]  # words that are nobody's name at the start of a sentence: the frequent ones of the language, and those that stand in its patterns
    cues: PatternIndex[Lexeme]  # what may introduce a person, and what else tells who is meant
    notnames: frozenset[str]
    conjunctions: frozenset[str]
    joining: tuple[tuple[str, ...], ...]  # those conjunctions that are of several words
    articles: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    oblique: frozenset[str]
    both: frozenset[str]
    sides: frozenset[str]  # nouns for a club that are none for a person and stand right in front of its name, where nouns have capitals
    peoples: frozenset[str]
    places: frozenset[str]
    belonging: frozenset[str]
    prepositions: frozenset[str]
    marks: dict[str, str]
    questions: frozenset[str]
    kin: frozenset[str]
    bodies: frozenset[str]
    takes_up: frozenset[str]
    presidents: frozenset[str]
    exonyms: dict[str, tuple[str, ...]]  # folded
    towns: frozenset[str]  # the words of these
    doings: frozenset[str]
    done_to: frozenset[str]
    in_town: frozenset[str]
    at_town: frozenset[str]
    outlets: frozenset[str]
    unheard: frozenset[str] = frozenset()  # frames as worded that are to be read as if nobody had thought of them: for training

    def does(self, words: Sequence[str], at: int) -> bool:
        """Whether the words from `at` on tell what clubs alone do."""
        behind = words[at : at + 2]
        return bool(behind) and (behind[0] in self.doings or " ".join(behind) in self.doings)

    def said(self, words: Sequence[str]) -> tuple[list[tuple[Match, Lexeme]], list[tuple[Match, Trigger]]]:
        """The words of the language, and those of its frames, in a masked sentence."""
        found = self.patterns.find(words)
        triggers = [(match, x) for match, x in found if isinstance(x, Trigger)]
        if self.unheard:
            triggers = [(match, x) for match, x in triggers if worded(x.frame, words, match) not in self.unheard]
        return [(match, x) for match, x in found if isinstance(x, Lexeme)], triggers


def worded(frame: Frame, words: Sequence[str], match: Match) -> str:
    """A frame with the words by which it was found, without the names in its slots: "signs has joined"."""
    named = {at for _, at in match.slots}
    return " ".join((frame.name, *(words[i] for i in range(match.start, match.end) if i not in named)))


_LISTS = (
    "former", "breaks", "relative", "conditional", "unless", "pronouns", "past", "coach", "executive", "agent", "people", "age", "contract", "belongs", "cues",
    "places", "plays",
    "birthplace", "born", "others", "harmless", "held", "leaving", "staying", "arrivals", "departures", "sections", "bystanders", "antecedents",
    "opponents", "teams",
    "fillers", "likewise", "namings", "now", "respectively",
)  # fmt: skip
_CREDITS = ("before", "after", "via", "told", "says", "adds", "reports")
_TABLES = ("positions", "demonyms", "terms", "modes", "expiry")


def _lexemes(words: Words) -> list[tuple[str, Lexeme | Trigger]]:
    found: list[tuple[Lexeme, list[str]]] = [(Lexeme(kind), getattr(words, kind)) for kind in _LISTS]
    found += [(Lexeme(kind, str(value)), texts) for kind in _TABLES for value, texts in getattr(words, kind).items()]
    found += [(Lexeme("modifier", name), modifier.words) for name, modifier in words.modifiers.items()]
    found += [(Lexeme("credit", kind), getattr(words.attribution, kind)) for kind in _CREDITS]
    found += [(Lexeme("money", kind), getattr(words.numbers, kind)) for kind in ("wages", "values", "asked", "fees", "base")]
    return [(text, lexeme) for lexeme, texts in found for text in texts]


def _folded(texts: list[str]) -> frozenset[str]:
    return frozenset(fold(text) for text in texts)


def _spread(texts: list[str]) -> list[str]:
    """Every way to say a text with choices: "have|has signed|sold" is four."""
    return [" ".join(words) for text in texts for words in product(*(word.split("|") for word in text.split()))]


def _small(patterns: Iterable[str]) -> frozenset[str]:
    """The whole words of patterns, folded."""
    return frozenset(fold(word) for text in patterns for word in _WORD.findall(text) if word.islower())


def _masked(mark: str) -> str:
    """A preposition as a masked sentence has it, folded but for the words that stand for mentions and figures: "NUMBER para" of "2 a 0 para o Santos"."""
    return " ".join(word if word in MASKS else fold(word) for word in mark.split())


def _cues(words: Words) -> list[tuple[str, Lexeme]]:
    """Words that introduce a person ("striker", "the Brazilian", "manager", "agent") or an outlet ("according to"), or tell who is meant: his age, his kin, a
    cup that bears a club's name."""
    nouns = [(text, Lexeme(kind, value)) for kind in ("positions", "demonyms") for value, texts in getattr(words, kind).items() for text in texts]
    nouns += [(text, Lexeme("outlets", value)) for value, texts in words.attribution.outlets.items() for text in texts]
    return nouns + [(text, Lexeme(kind)) for kind in ("executive", "agent", "cues", "coach", "age", "kin", "honours") for text in getattr(words, kind)]


def _looked_up(words: Words) -> Words:
    """The words with the keys folded under which folded text looks up numbers, spans of years and months."""
    spelt = _spelt(words.numbers)
    return replace(
        words, numbers=replace(words.numbers, words=spelt), spans={fold(word): value for word, value in words.spans.items()},
        months={fold(word): month for word, month in words.months.items()},
    )  # fmt: skip


def _spelt(numbers: Numbers) -> dict[str, float]:
    """The numbers in words, folded, with those made of a ten and a one."""
    single = {fold(word): value for word, value in numbers.words.items()}
    ones = [(word, value) for word, value in single.items() if value in range(1, 10)]
    tens = [(word, value) for word, value in single.items() if value in range(20, 100, 10)]
    made = {fold(way.format(ten=ten, one=one)): more + less for way in numbers.compounds for ten, more in tens for one, less in ones}
    return made | single


def compile_pack(language: str, words: Words, frames: tuple[Frame, ...]) -> Pack:
    """The pack made of these records; raises BadKnowledge naming the frame whose pattern does not parse."""
    words = _looked_up(words)
    triggers = [Trigger(frame, Stage[frame.stage.upper()] if frame.stage else None, order) for order, frame in enumerate(frames)]
    said = [*_lexemes(words), *((text, trigger) for trigger in triggers for text in trigger.frame.words)]
    try:
        return Pack(
            language, words, frames, PatternIndex(said), common_words(language) | _small(text for text, _ in said), PatternIndex(_cues(words)),
            _folded(words.notnames), _folded(words.conjunctions), tuple([tuple(fold(text).split()) for text in words.conjunctions if " " in text]),
            _folded(words.articles), _folded(words.definite), _folded(words.indefinite), _folded(words.possessive), _folded(words.oblique), _folded(words.both),
            _folded(words.teams) - _folded(words.people) if words.capitals == "nouns" else frozenset(),
            _folded(words.peoples),
            _folded([word for text in words.places for word in text.split()]), _folded(words.belongs),
            _folded(words.prepositions), {_masked(mark): slot for mark, slot in words.marks.items()}, _folded(words.questions),
            _folded(words.kin), _folded(words.bodies), _folded(words.takes_up), _folded(words.presidents),
            {town: tuple(map(fold, texts)) for town, texts in words.exonyms.items()},
            _folded([text for texts in words.exonyms.values() for text in texts]), _folded(_spread(words.doings)),
            _folded(words.done_to), _folded(words.in_town), _folded(words.at_town), _folded(words.attribution.heads),
        )  # fmt: skip
    except (ValueError, KeyError) as error:
        raise BadKnowledge(f"languages/{language}", str(error)) from error


@cache  # by folder: when MERCATO_LANGUAGES names others, ours need not be compiled again
def read_pack(folder: Path) -> Pack:
    """The language whose files stand in `folder`: `words.yml` and every `frames*.yml`."""
    frames = [frame for path in sorted(folder.glob("frames*.yml")) for frame in load(path, FrameFile).frames]
    return compile_pack(folder.name, load(folder / "words.yml", Words), tuple(frames))


def folders() -> tuple[Path, ...]:
    """Where packs are looked for: the user's folders before ours, so that a pack of ours can be replaced."""
    return (*language_folders(), FOLDER)


@cache
def pack(language: str) -> Pack:
    """The pack of one of `languages()`, compiled once."""
    return read_pack(next((folder / language for folder in folders() if (folder / language / "words.yml").exists()), FOLDER / language))


@cache
def languages() -> frozenset[str]:
    """The languages mercato reads claims in: those with frames."""
    return frozenset(path.parent.name for folder in folders() for path in folder.glob("*/words.yml"))
