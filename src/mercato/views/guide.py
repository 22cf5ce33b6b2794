"""A reading in the format of the annotation guide: past attempts at one destination are one, names are the usual ones."""

from __future__ import annotations

from typing import Any

from mercato.model.article import MentionKind
from mercato.model.claim import Claim, Contract, Evidence, Named, Reading, Tense


def _name(who: Named | None) -> str | None:
    return who.name if who else None


def _spans(evidence: tuple[Evidence, ...]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for e in evidence:
        found.setdefault(e.field, []).append((e.span.start, e.span.end))
    return found


def move(claim: Claim) -> dict[str, Any]:
    """One claim as a move of the guide, with evidence offsets in code points of the text as received."""
    shown: dict[str, Any] = {
        "person": claim.person.name, "role": str(claim.role), "from": _name(claim.origin), "to": _name(claim.destination),
        "tense": str(claim.tense), "stage": claim.stage.word, "against": [str(a) for a in claim.against], "mode": str(claim.mode),
        "fee": {"amount": claim.fee.amount, "currency": claim.fee.currency} if claim.fee else None,
        "sources": [s.name for s in claim.sources], "via": [s.name for s in claim.via],
    }  # fmt: skip
    if claim.conditions:
        shown["conditions"] = list(claim.conditions)
    if claim.terms:
        shown["terms"] = list(claim.terms)
    if claim.when:
        shown["when"] = [day.isoformat() for day in claim.when]
    return shown | {"evidence": _spans(claim.evidence)}


def _contract(contract: Contract) -> dict[str, Any]:
    return {"person": contract.person.name, "club": _name(contract.club), "until": contract.until}


def guide(reading: Reading) -> dict[str, Any]:
    """The reading as one JSON object of the annotation guide."""
    article = reading.article
    current = any(c.tense is Tense.CURRENT for c in reading.claims)
    return {
        "id": article.name or article.id, "lang": article.language, "url": article.url,
        "date": str(article.published) if article.published.day else None,
        "moves": [move(claim) for claim in reading.claims],
        "contracts": [_contract(c) for c in reading.contracts],
        "persons": _names(reading, MentionKind.PERSON, MentionKind.JOURNALIST), "clubs": _names(reading, MentionKind.CLUB),
        "topic": "transfer" if current else "other",
    }  # fmt: skip


def _names(reading: Reading, *kinds: MentionKind) -> list[str]:
    return list(dict.fromkeys(m.name for m in reading.mentions if m.kind in kinds))
