"""The remote extractor with what it is handed: the way outside, our mentions and our sentences."""

from __future__ import annotations

from collections.abc import Callable

from mercato.extractors.remote import Remote
from mercato.extractors.service import Service
from mercato.fetch.http import Clock, Http, Limits
from mercato.knowledge.index import Knowledge
from mercato.languages.pack import pack
from mercato.mentions.read import Namer
from mercato.model.article import Article, Mention
from mercato.model.words import split
from mercato.sources.registry import read_sources
from mercato.text.sentences import sentences


def remote(
    knowledge: Knowledge, *, service: Service, limits: Limits | None = None, clock: Clock | None = None, tell: Callable[[str], None] | None = None
) -> Remote:
    """The extractor that asks `service`; `tell` is called with a line whenever the endpoint makes it wait."""
    namer = Namer(knowledge, read_sources())

    def link(article: Article, text: str) -> tuple[Mention, ...]:
        return namer.read(split(text), pack(article.language or "en"), article.published.day)

    return Remote(service, Http(limits, clock=clock, tell=tell), link, sentences)
