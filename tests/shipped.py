"""Reads small articles with the extractor as it ships, its weights included: what a user would see."""

from __future__ import annotations

from datetime import date
from functools import cache

from mercato.claims.discourse import TOGETHER, Statement
from mercato.languages.pack import languages
from mercato.model.article import MentionKind
from mercato.model.claim import Claim, Named, Reading, Tense
from mercato.pipeline.press import Press
from mercato.pipeline.reader import Explained, Extractor, built_in
from mercato.sources.registry import read_sources
from mercato.text.read import article_of
from mercato.text.received import Received

DAY = date(2025, 6, 5)  # the squads of the season 2024-25 still stand


@cache
def reader() -> Extractor:
    """The built-in extractor, made once: what it knows takes longer to put together than many an article to read."""
    return built_in()


@cache
def press() -> Press:
    """The sources that ship with mercato, as an article names them."""
    return Press(read_sources())


@cache
def explained(text: str, lang: str, day: date = DAY) -> Explained:
    """How mercato comes to what it reads out of the article `text` of that day."""
    received = Received("test", text, "test", language=lang, published=day.isoformat())
    return reader().explain(article_of(received, press(), languages()))


def stated(text: str, lang: str, club: str | None = None) -> list[Statement]:
    """What its words state of anybody's move to a club, or to this club; names without words state nothing."""
    found = [s for c in explained(text, lang).candidates for s in c.group.statements]
    return [s for s in found if s.to and s.frame is not TOGETHER and club in (None, s.to.named.name)]


def reading(text: str, lang: str, day: date = DAY) -> Reading:
    """What mercato reads out of it."""
    return explained(text, lang, day).reading


def _name(who: Named | None) -> str:
    return who.name if who else "?"


def _move(claim: Claim) -> str:
    return f"{claim.person.name}: {_name(claim.origin)} > {_name(claim.destination)}"


def moves(text: str, lang: str, day: date = DAY) -> list[str]:
    """Its current moves, as "Jack Grealish: Manchester City > Everton", in order of names."""
    return sorted(_move(claim) for claim in reading(text, lang, day).claims if claim.tense is Tense.CURRENT)


def likeliest(text: str, lang: str, day: date = DAY) -> dict[str, str]:
    """Where each person of an article would most likely go, whether likely enough to count or not."""
    found = explained(text, lang, day).candidates
    return {c.group.person.name: _name(c.group.to) for c in sorted(found, key=lambda c: c.current)}


def names(text: str, lang: str, kind: MentionKind, day: date = DAY) -> set[str]:
    """The usual names of all persons, clubs or sources that it names."""
    return {m.name for m in reading(text, lang, day).mentions if m.kind is kind}


def meant(text: str, lang: str, said: str, day: date = DAY) -> set[str | None]:
    """Whom the mentions with these words are linked to; None for those that stay unlinked."""
    return {m.entity for m in reading(text, lang, day).mentions if m.said == said}
