"""Small hand-made articles, claims and readings for tests; every text is distinct unless it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from mercato.model.article import Article, Basis, Block, BlockKind, Mention, MentionKind, Published, Span, article_id
from mercato.model.claim import Claim, Contract, Evidence, Mode, Named, Reading, Stage, Tense, claim_id
from mercato.model.world import Role

PERIN = Named("Mattia Perin", "mattia-perin")
CAMBIASO = Named("Andrea Cambiaso", "andrea-cambiaso")
ROSSI = Named("Gino Rossi")
MILAN = Named("AC Milan", "ac-milan")
JUVENTUS = Named("Juventus", "juventus")
GENOA = Named("Genoa", "genoa")
TUTTOSPORT = Named("Tuttosport", "tuttosport")


def on(day: date | None) -> Published:
    return Published(day, day, Basis.GIVEN) if day else Published()


def article(text: str, day: date | None = None, *, source: str | None = None, language: str | None = "en") -> Article:
    block = Block(BlockKind.BODY, Span(0, len(text)))
    return Article(article_id(text, source, None), text, (block,), language, on(day), source, None, text[:12])


def claim(of: Article, person: Named = PERIN, destination: Named | None = MILAN, **fields: Any) -> Claim:
    told = {"origin": JUVENTUS, "tense": Tense.CURRENT, "stage": Stage.INTERESTED, "mode": Mode.UNKNOWN, "role": Role.PLAYER, **fields}
    id = claim_id(of.id, person, destination, *(str(told[key]) for key in sorted(told)))
    return Claim(id=id, article=of.id, person=person, destination=destination, evidence=(Evidence("person", Span(0, 4), of.text[:4]),), **told)


def reading(of: Article, claims: Sequence[Claim] | None = None) -> Reading:
    """The claims (one on Perin if none are given) with a mention of everybody they name, at made-up places, and a contract."""
    kept = tuple(claims) if claims is not None else (claim(of),)
    named = dict.fromkeys((kind, who) for c in kept for kind, who in _named(c))
    mentions = tuple(Mention(kind, Span(n, n + 1), of.text[n : n + 1], who.name, who.entity) for n, (kind, who) in enumerate(named))
    contracts = tuple(Contract(of.id, c.person, c.origin, "2027-06", c.evidence) for c in kept[:1])
    return Reading(of, mentions, kept, contracts)


def _named(told: Claim) -> list[tuple[MentionKind, Named]]:
    clubs = [(MentionKind.CLUB, club) for club in (told.origin, told.destination) if club]
    return [(MentionKind.PERSON, told.person), *clubs, *((MentionKind.SOURCE, source) for source in told.sources)]


def dated(of: Article, published: Published) -> Article:
    return replace(of, published=published)


class Scripted:
    """A reader that reads every text of the form "PERSON to CLUB", and fails on a text that says so."""

    def extract(self, article: Article) -> Reading:
        if "fail" in article.text:
            raise RuntimeError("no such frame")
        person, sign, club = article.text.partition("\n")[0].partition(" to ")
        if not sign or article.language is None:
            return Reading(article)
        return reading(article, [claim(article, Named(person, person.lower() if person.isupper() else None), Named(club, club.lower()))])
