"""Apply judgements to what was read out of an article; what is stored stays as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mercato.model.article import Mention, MentionKind, mention_id
from mercato.model.claim import Claim, Contract, Named, Reading
from mercato.store.corrections import correct, named
from mercato.store.protocol import Judgement, Verdict


def _signed(judgement: Judgement, change: str) -> str:
    return f"{change} by {judgement.author} on {judgement.made.date()}"


def _corrected(claim: Claim, judgement: Judgement) -> Claim:
    field, value = judgement.field or "", judgement.value or ""
    return replace(correct(claim, field, value), reasons=(*claim.reasons, _signed(judgement, f"{field} corrected to {value}")))


def _claims(claims: tuple[Claim, ...], judgement: Judgement) -> tuple[Claim, ...]:
    if judgement.verdict is Verdict.REJECT:
        return tuple(claim for claim in claims if claim.id != judgement.subject)
    return tuple(_corrected(claim, judgement) if claim.id == judgement.subject else claim for claim in claims)


@dataclass(frozen=True, slots=True)
class Link:
    """One mention's link replaced by another, for everything of the same kind and name in its article."""

    kind: MentionKind
    old: Named
    new: Named
    reason: str

    def of(self, who: Named) -> Named:
        """`who` under the new link."""
        return self.new if who.key == self.old.key else who

    def maybe(self, who: Named | None) -> Named | None:
        """`who`, if anybody, under the new link."""
        return None if who is None else self.of(who)

    def all(self, names: tuple[Named, ...]) -> tuple[Named, ...]:
        """Each of `names` under the new link."""
        return tuple(self.of(who) for who in names)

    def mention(self, mention: Mention) -> Mention:
        """`mention` under the new link."""
        if mention.kind is not self.kind or Named(mention.name, mention.entity).key != self.old.key:
            return mention
        return replace(mention, name=self.new.name, entity=self.new.entity, reasons=(*mention.reasons, self.reason))

    def claim(self, claim: Claim) -> Claim:
        """`claim` under the new link."""
        if self.kind is MentionKind.CLUB:
            return replace(claim, origin=self.maybe(claim.origin), destination=self.maybe(claim.destination))
        changed = replace(claim, sources=self.all(claim.sources), via=self.all(claim.via))
        return replace(changed, person=self.of(claim.person)) if self.kind is MentionKind.PERSON else changed

    def contract(self, contract: Contract) -> Contract:
        """`contract` under the new link."""
        if self.kind is MentionKind.PERSON:
            return replace(contract, person=self.of(contract.person))
        return replace(contract, club=self.maybe(contract.club)) if self.kind is MentionKind.CLUB else contract


def _link(mention: Mention, judgement: Judgement) -> Link:
    linked = judgement.value if judgement.verdict is Verdict.CORRECT else None
    new = named(linked) if linked and "=" in linked else Named(mention.name, linked)
    return Link(mention.kind, Named(mention.name, mention.entity), new, _signed(judgement, f"linked to {new.entity or 'nobody'}"))


def _relinked(reading: Reading, judgement: Judgement) -> Reading:
    mention = next((m for m in reading.mentions if mention_id(reading.article.id, m) == judgement.subject), None)
    if mention is None:
        return reading
    link = _link(mention, judgement)
    return replace(
        reading,
        mentions=tuple(link.mention(m) for m in reading.mentions),
        claims=tuple(link.claim(c) for c in reading.claims),
        contracts=tuple(link.contract(c) for c in reading.contracts),
    )


def judged(reading: Reading, judgements: Iterable[Judgement]) -> Reading:
    """`reading` after those judgements on its claims and mentions that are not undone, in order."""
    for judgement in judgements:
        if judgement.undone is not None or judgement.verdict is Verdict.FORGET:
            continue
        reading = _relinked(reading, judgement) if ":" in judgement.subject else replace(reading, claims=_claims(reading.claims, judgement))
    return reading
