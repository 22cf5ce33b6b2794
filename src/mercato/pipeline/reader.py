"""The built-in extractor: knows the order in which the rooms of the flow read one article."""

from __future__ import annotations

import gc
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mercato.claims.contracts import Papers, contracts
from mercato.claims.discourse import Discourse
from mercato.claims.era import era
from mercato.claims.extract import Candidate, Known, candidates, extract, settled
from mercato.claims.masked import Masked, Stand, mask
from mercato.claims.newsstand import Newsstand
from mercato.claims.scorer import Scorer, scorer
from mercato.claims.statements import Reader as Statements
from mercato.claims.world import World
from mercato.knowledge.index import Knowledge, starter_knowledge
from mercato.languages.pack import Pack, pack
from mercato.mentions.quantities import amounts
from mercato.mentions.read import Namer
from mercato.model.article import Article, Mention
from mercato.model.claim import Reading, Tense
from mercato.model.words import Words, split
from mercato.model.world import Source
from mercato.sources.registry import read_sources
from mercato.text.sentences import glued, sentences


@dataclass(frozen=True, slots=True)
class Explained:
    """A reading with everything that led to it, for `--explain` and for training."""

    reading: Reading
    sentences: tuple[Masked, ...]
    candidates: tuple[Candidate, ...]
    talk: Discourse


class Extractor:
    """Article in, claims out; made once, used for every article."""

    def __init__(self, knowledge: Knowledge, sources: Iterable[Source], judge: Scorer, packs: Callable[[str], Pack] = pack) -> None:
        self.knowledge = knowledge
        self.packs = packs
        voices = tuple(sources)
        self.namer = Namer(knowledge, voices)
        self.world = World(knowledge.people, knowledge.clubs)
        self.known = Known(self.world, Newsstand(voices))
        self.judge = judge
        self._statements: dict[str, Statements] = {}

    def extract(self, article: Article) -> Reading:
        """All that is read out of `article`; without claims where its language is not read."""
        return self.explain(article).reading if article.language else Reading(article)

    def explain(self, article: Article) -> Explained:
        """The reading of `article` with its sentences and candidates; its language must be one we read."""
        language = self.packs(article.language or "en")
        words = split(article.text).opened((*(block.span.start for block in article.blocks), *glued(article)))
        mentions = self.namer.read(words, language, article.published.day)
        masked = _masked(article, words, mentions, language)
        reader = self._statements.get(language.language)
        if reader is None:
            reader = self._statements[language.language] = Statements(language, self.world, self.judge.who, self.judge.where)
            gc.freeze()  # the language stays for good: the collector need not look through its patterns again for every few articles
        statements, talk, grounds = reader.read(masked, article.published.day or era(masked, self.world), article.published.day is not None)
        found = candidates(masked, statements, grounds, talk, reader, self.judge)
        moves = settled(found, self.judge, language.language)
        claims = tuple(extract(article, masked, moves, talk, self.known, self.judge))
        told = [(move.group, move.tense is Tense.PAST) for move in moves]
        bound = tuple(contracts(article.id, Papers(masked, told, language, self.world, talk)))
        return Explained(Reading(article, mentions, claims, bound), tuple(masked), tuple(found), talk)


def _masked(article: Article, words: Words, mentions: tuple[Mention, ...], language: Pack) -> list[Masked]:
    placed = [(bisect_left(words.starts, m.span.start), bisect_left(words.starts, m.span.end), m) for m in mentions]
    money = [(a.first, a.last, a.money) for a in amounts(words, language)]
    stand = Stand(placed, money)
    return [mask(sentence, i, words, stand, language) for i, sentence in enumerate(sentences(article))]


def built_in(knowledge: Knowledge | None = None) -> Extractor:
    """The extractor with the knowledge, sources and weights that ship with mercato, or with other knowledge."""
    made = Extractor(knowledge or starter_knowledge(), tuple(read_sources()), scorer())
    gc.freeze()  # so does what has been loaded for all languages
    return made
