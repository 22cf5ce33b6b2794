"""A small press of hand-made readings with true evidence, woven into sagas: what the tests of views and commands ask about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from click.testing import Result
from made import CAMBIASO, GENOA, JUVENTUS, MILAN, PERIN, TUTTOSPORT, article

from mercato.model.article import Article, Mention, MentionKind, Span
from mercato.model.claim import Against, Claim, Contract, Evidence, Mode, Money, Named, Reading, Stage, Tense, claim_id
from mercato.model.world import Club, Role
from mercato.pipeline.weave import weave
from mercato.sagas.windows import calendar
from mercato.store.sqlite import Sqlite

Run = Callable[..., Result]  # runs `mercato ARGS`
TODAY = date(2025, 6, 20)
INTER = Named("Inter Milan", "inter-milan")
ROSSI = Named("Gino Rossi")

REFUSAL = "Juventus have turned down Milan's opening bid of 30 million euros for Andrea Cambiaso.\nThe wing-back is under contract until 2029."
INTEREST = "According to Tuttosport, Milan still want Andrea Cambiaso and will be back."
DENIAL = "Milan's director says that Cambiaso is not their target."
OTHER = "Inter Milan have asked about Andrea Cambiaso too."
PERIN_DONE = "Mattia Perin has signed for Milan, leaving Juventus for free. He once joined Juventus from Genoa."
ROSSI_LINKED = "The young Gino Rossi is on Genoa's list."
RENEWAL = "Mattia Perin may yet extend his stay at Juventus."


def span(text: str, said: str) -> Span:
    start = text.index(said)
    return Span(start, start + len(said))


def claim(of: Article, person: Named, destination: Named | None, says: Mapping[str, str], **fields: Any) -> Claim:
    """A claim whose evidence is the words in `says`, by field."""
    evidence = tuple(Evidence(field, span(of.text, said), said) for field, said in says.items())
    told = {"origin": JUVENTUS, "tense": Tense.CURRENT, "stage": Stage.INTERESTED, "mode": Mode.UNKNOWN, "role": Role.PLAYER, **fields}
    id = claim_id(of.id, person, destination, told["tense"], told["mode"])
    return Claim(id=id, article=of.id, person=person, destination=destination, evidence=evidence, **told)


def reading(of: Article, *claims: Claim, contract: str | None = None) -> Reading:
    """The claims with a mention of each person where the evidence says, and a contract of the first."""
    mentions = tuple(Mention(MentionKind.PERSON, e.span, e.said, c.person.name, c.person.entity) for c in claims for e in c.evidence if e.field == "person")
    contracts = (Contract(of.id, claims[0].person, claims[0].origin, contract, claims[0].evidence),) if contract else ()
    return Reading(of, mentions, claims, contracts)


def press() -> list[Reading]:
    """Seven articles: a refused bid, who repeats it, a denial, a rival, a completed move, somebody unknown, a renewal."""
    refusal = article(REFUSAL, date(2025, 6, 9), source="tuttosport")
    interest = article(INTEREST, date(2025, 6, 10), source="football-italia")
    denial = article(DENIAL, date(2025, 6, 12), source="gazzetta-dello-sport")
    other = article(OTHER, date(2025, 6, 13), source="football-italia")
    done = article(PERIN_DONE, date(2025, 6, 14), source="tuttosport")
    unknown = article(ROSSI_LINKED, date(2025, 6, 15))
    renewal = article(RENEWAL, date(2025, 6, 1), source="football-italia")
    fee = Money(30e6, "EUR")
    refused = {"person": "Andrea Cambiaso", "to": "Milan", "stage": "opening bid", "against seller": "turned down", "fee": "30 million euros"}
    wanted = {"person": "Andrea Cambiaso", "to": "Milan", "stage": "still want", "sources": "Tuttosport"}
    denied = {"person": "Cambiaso", "against buyer": "not their target"}
    return [
        reading(refusal, claim(refusal, CAMBIASO, MILAN, refused, stage=Stage.OFFER, against=(Against.SELLER,), fee=fee), contract="2029"),
        reading(interest, claim(interest, CAMBIASO, MILAN, wanted, sources=(TUTTOSPORT,))),
        reading(denial, claim(denial, CAMBIASO, MILAN, denied, stage=Stage.LINKED, against=(Against.BUYER,))),
        reading(other, claim(other, CAMBIASO, INTER, {"person": "Andrea Cambiaso", "to": "Inter Milan", "stage": "asked about"}, stage=Stage.CONTACT)),
        reading(done, claim(done, PERIN, MILAN, {"person": "Mattia Perin", "stage": "has signed for"}, stage=Stage.DONE, mode=Mode.FREE),
                claim(done, PERIN, JUVENTUS, {"stage": "joined Juventus"}, origin=GENOA, tense=Tense.PAST, stage=Stage.DONE)),
        reading(unknown, claim(unknown, ROSSI, GENOA, {"person": "Gino Rossi", "stage": "list"}, origin=None, stage=Stage.LINKED)),
        reading(renewal, claim(renewal, PERIN, JUVENTUS, {"person": "Mattia Perin", "stage": "extend"}, stage=Stage.LINKED, mode=Mode.RENEWAL)),
    ]  # fmt: skip


def filled(place: str) -> Sqlite:
    """A store with the press, woven."""
    store = Sqlite(place)
    for one in press():
        store.add(one)
    clubs = {who.entity or "": Club(who.entity or "", who.name, "Italy", ()) for who in (MILAN, INTER, JUVENTUS, GENOA)}
    weave(store, calendar([], clubs), today=TODAY)
    return store
