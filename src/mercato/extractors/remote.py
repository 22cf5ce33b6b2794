"""A reader that asks a language model behind an OpenAI-compatible endpoint, and believes only what stands in the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mercato.errors import BadEndpoint, BadInput, NoAnswer
from mercato.extractors.bill import Bill
from mercato.extractors.chat import Chat, Line
from mercato.extractors.claims import Clerk
from mercato.extractors.names import Link, Names
from mercato.extractors.passages import Passages
from mercato.extractors.prompt import messages
from mercato.extractors.service import Service
from mercato.model.article import Article, Sentence
from mercato.model.claim import Reading

STUBBORN = 3  # articles in a row without an answer: then it is not the articles

Cut = Callable[[Article], Sequence[Sentence]]


class Remote:
    """Article in, claims out, by way of a model; `link` finds the mentions of a text, `cut` the sentences of an article, `line` is the way outside."""

    def __init__(self, service: Service, line: Line, link: Link, cut: Cut) -> None:
        self._bill = Bill(service.model, service.prices)
        self._chat, self._line, self._link, self._cut = Chat(service, line, self._bill), line, link, cut
        self._silent = 0

    def extract(self, article: Article) -> Reading:
        """All that the model reads out of `article`; nothing is asked where its language is not read, or nothing in it can hold claims."""
        passages = Passages(article)
        if article.language is None or not passages.text:
            return Reading(article)
        try:
            answer = self._chat.ask(messages(article, passages.text))
        except NoAnswer as error:
            raise self._given_up(article, error) from error
        self._silent = 0
        self._bill.articles += 1
        names = Names(article, self._link)
        clerk = Clerk(article, passages, names, [sentence.span for sentence in self._cut(article)], self._bill)
        return Reading(article, names.mentions, clerk.claims(answer.moves), clerk.contracts(answer.contracts))

    def _given_up(self, article: Article, error: NoAnswer) -> BadInput | BadEndpoint:
        """One article is passed over; several in a row are the endpoint's fault."""
        self._silent += 1
        if self._silent < STUBBORN:
            return BadInput(article.name or article.id, error.reason, error.remedy)
        return BadEndpoint(f"{error}; {STUBBORN} articles in a row went without an answer, so the rest was not tried")

    @property
    def account(self) -> Bill:
        """The figures of its reading so far."""
        return self._bill

    def bill(self) -> str:
        """Tokens, cost and what was refused, in one line."""
        return str(self._bill)

    def close(self) -> None:
        """Give up the connections."""
        self._line.close()
