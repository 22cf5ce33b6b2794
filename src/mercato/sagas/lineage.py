"""What each report of a saga adds to those before it, and whom it repeats."""

from __future__ import annotations

from collections.abc import Sequence

from mercato.model.article import Article
from mercato.model.claim import Against, Money, Named, Stage
from mercato.model.saga import Report, Standing
from mercato.sagas.drafts import Draft
from mercato.sagas.texts import originals


def reports(episode: Sequence[Draft]) -> tuple[Report, ...]:
    """The reports of one episode, which comes in order, with standing and parent."""
    copies = originals([draft.article for draft in episode])
    made: list[Report] = []
    for number, draft in enumerate(episode):
        standing, parent = _standing(draft, made, copies[number])
        made.append(Report(draft.article.id, draft.article.source, draft.article.published, draft.claims, standing, parent))
    return tuple(made)


def _standing(draft: Draft, before: Sequence[Report], original: str | None) -> tuple[Standing, str | None]:
    credit = _credit(draft, before)
    if original is not None:
        return Standing.COPIES, original
    if _denies(draft, before):
        return Standing.DENIES, credit
    if credit is not None:
        return Standing.CITES, credit
    if _recycled(draft, before):
        return Standing.RECYCLES, next(r.article for r in reversed(before) if r.source == draft.article.source)
    first = not any(report.standing is Standing.FIRST for report in before)
    return Standing.FIRST if first else Standing.CONFIRMS, None


def credited(draft: Draft) -> list[Named]:
    """Whom it credits, in the order of its claims; its own outlet is no credit."""
    sources = dict.fromkeys(source for claim in draft.claims for source in (*claim.sources, *claim.via))
    return [source for source in sources if not _own(source, draft.article)]


def _own(source: Named, article: Article) -> bool:
    own = (article.source or "").casefold()
    return bool(own) and own in (source.name.casefold(), (source.entity or "").casefold())


def _credit(draft: Draft, before: Sequence[Report]) -> str | None:
    """The credited source that the saga knows already, else the first credited."""
    named = [source.entity or source.name for source in credited(draft)]
    known = {report.source for report in before} | {s.entity or s.name for r in before for claim in r.claims for s in claim.sources}
    return next((name for name in named if name in known), next(iter(named), None))


def _furthest(before: Sequence[Report]) -> int:
    return max((report.stage for report in before), default=Stage.LINKED)


def _denies(draft: Draft, before: Sequence[Report]) -> bool:
    """The buyer or the facts say no, or the person does and there is no further progress; a seller's refusal confirms that somebody asked."""
    if draft.against & {Against.BUYER, Against.OFF}:
        return True
    alive = any(not claim.against for claim in draft.claims)
    return Against.PERSON in draft.against and not alive and draft.stage <= _furthest(before)


def _recycled(draft: Draft, before: Sequence[Report]) -> bool:
    """Its own outlet has said all of it before."""
    own = [report for report in before if draft.article.source and report.source == draft.article.source]
    if not own:
        return False
    fees: set[Money | None] = {claim.fee for report in own for claim in report.claims} | {None}
    against = {a for report in own for a in report.against}
    return draft.stage <= _furthest(own) and draft.against <= against and all(claim.fee in fees for claim in draft.claims)
