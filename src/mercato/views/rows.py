"""Claims, reports and sagas as flat rows, for tables made elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from mercato.model.claim import Claim
from mercato.sagas.state import as_of
from mercato.store.protocol import Store
from mercato.views.names import Names
from mercato.views.saga import chain, line

LIST = "; "  # between several values of one cell


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim; several values of one field are joined by "; "."""

    claim: str
    article: str
    source: str | None
    url: str | None
    published_first: date | None
    published_last: date | None
    published_basis: str
    person: str
    person_id: str | None
    role: str
    origin: str | None
    origin_id: str | None
    destination: str | None
    destination_id: str | None
    tense: str
    stage: str
    stage_number: int
    mode: str
    against: str
    fee: float | None
    currency: str | None
    terms: str
    conditions: str
    credited: str
    via: str
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One article's report in one saga."""

    saga: str
    article: str
    source: str | None
    published_first: date | None
    published_last: date | None
    person: str
    destination: str | None
    standing: str
    goes_back_to: str
    stage: str
    stage_number: int
    against: str
    claims: str


@dataclass(frozen=True, slots=True)
class SagaRow:
    """One saga."""

    saga: str
    person: str
    person_id: str | None
    origin: str | None
    origin_id: str | None
    destination: str | None
    destination_id: str | None
    renewal: bool
    window: str
    state: str
    stage: str
    against: str
    reports: int
    sources: int
    contradictions: int
    first: date | None
    last: date | None


Row = ClaimRow | ReportRow | SagaRow


def claim_rows(store: Store, names: Names, today: date) -> Iterator[ClaimRow]:
    """Every claim that stands."""
    for claim in store.claims():
        yield _claim(claim, store, names)


def _claim(claim: Claim, store: Store, names: Names) -> ClaimRow:
    article = store.article(claim.article)
    published = article.published if article else None
    origin, destination, fee = claim.origin, claim.destination, claim.fee
    said = next((e.said for e in claim.evidence if e.field == "sentence"), claim.evidence[0].said)
    return ClaimRow(
        claim.id, claim.article, names.source(article.source) if article and article.source else None, article.url if article else None,
        published.first if published else None, published.last if published else None, published.basis.value if published else "unknown",
        claim.person.name, claim.person.entity, claim.role.value, origin.name if origin else None, origin.entity if origin else None,
        destination.name if destination else None, destination.entity if destination else None, claim.tense.value, claim.stage.word, int(claim.stage),
        claim.mode.value,
        LIST.join(claim.against), fee.amount if fee else None, fee.currency if fee else None, LIST.join(claim.terms), LIST.join(claim.conditions),
        LIST.join(who.name for who in claim.sources), LIST.join(who.name for who in claim.via), claim.score, said,
    )  # fmt: skip


def report_rows(store: Store, names: Names, today: date) -> Iterator[ReportRow]:
    """Every report of every saga."""
    for saga in store.sagas():
        for report in saga.reports:
            yield ReportRow(
                saga.id, report.article, names.source(report.source) if report.source else None, report.published.first, report.published.last,
                saga.person.name, saga.destination.name if saga.destination else None, report.standing.value, LIST.join(chain(report, saga.reports, names)),
                report.stage.word, int(report.stage), LIST.join(report.against), LIST.join(claim.id for claim in report.claims),
            )  # fmt: skip


def saga_rows(store: Store, names: Names, today: date) -> Iterator[SagaRow]:
    """Every saga as it stands on `today`."""
    for saga in store.sagas():
        told = line(as_of(saga, today), today)
        yield SagaRow(
            told.id, told.person, told.person_id, told.origin, told.origin_id, told.destination, told.destination_id, told.renewal, told.window, told.state,
            told.stage, LIST.join(told.against), told.reports, told.sources, told.contradictions, told.first, told.last,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name and the kind of its values: str, int, float, bool or date; any may be None."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of row and where they come from."""

    columns: tuple[Column, ...]
    rows: Callable[[Store, Names, date], Iterator[Row]]


def _columns(shape: type[Row]) -> tuple[Column, ...]:
    return tuple(Column(column.name, str(column.type).removesuffix(" | None")) for column in fields(shape))


SHEETS: Mapping[str, Sheet] = {
    "claims": Sheet(_columns(ClaimRow), claim_rows),
    "reports": Sheet(_columns(ReportRow), report_rows),
    "sagas": Sheet(_columns(SagaRow), saga_rows),
}
