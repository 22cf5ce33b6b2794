"""One saga told report by report with the words of each, and sagas as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mercato.model.claim import Money, Named, Reading, Stage
from mercato.model.saga import Contradiction, Report, Saga
from mercato.sagas.state import as_of
from mercato.store.protocol import Store
from mercato.views.names import Names
from mercato.views.passage import Passage, passages


@dataclass(frozen=True, slots=True)
class SagaLine:
    """A saga in a list; `sources` counts the different outlets that report it, `first` and `last` are days of reports."""

    id: str
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
    against: tuple[str, ...]
    reports: int
    sources: int
    contradictions: int
    first: date | None
    last: date | None

    @property
    def title(self) -> str:
        """The saga in words: "Mattia Perin: Juventus to AC Milan, summer 2025"."""
        return f"{self.person}: {self.move}, {self.window}"

    @property
    def move(self) -> str:
        """From where to where, in words."""
        if self.renewal:
            return f"stays at {self.destination or self.origin or 'his club'}"
        if self.destination is None:
            return f"leaves {self.origin or 'his club'}"
        return f"{self.origin} to {self.destination}" if self.origin else f"to {self.destination}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One report in the timeline; `published` may be a month or an interval; `chain` names those it goes back to, nearest first."""

    article: str
    published: str
    day: date | None
    basis: str
    source: str | None
    outlet: str
    url: str | None
    standing: str
    chain: tuple[str, ...]
    stage: str
    against: tuple[str, ...]
    modes: tuple[str, ...]
    fees: tuple[str, ...]
    terms: tuple[str, ...]
    conditions: tuple[str, ...]
    credited: tuple[str, ...]
    via: tuple[str, ...]
    claims: tuple[str, ...]
    judgements: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One value of a contradicted field and who says it: outlets, and ids of the articles."""

    value: str
    outlets: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which reports differ."""

    field: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """A contract that the reports mention: until when, with whom, and who says it."""

    until: str
    club: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SagaPage:
    """A saga in full; `origins` counts the voices that do not merely repeat another, `others` are the same move in other windows or episodes."""

    saga: SagaLine
    entries: tuple[Entry, ...]
    origins: int
    disagreements: tuple[Disagreement, ...]
    contracts: tuple[Bond, ...]
    others: tuple[SagaLine, ...]


def same_move(saga: Saga) -> tuple[str, str | None, bool]:
    """What sagas of one move in different windows or episodes have in common."""
    return saga.person.key, saga.destination.key if saga.destination else None, saga.renewal


def line(saga: Saga, today: date) -> SagaLine:
    """`saga` in a list, as it stands on `today`."""
    saga = as_of(saga, today)
    first, last = saga.days
    person, origin, destination = saga.person, saga.origin, saga.destination
    return SagaLine(
        saga.id, person.name, person.entity, _name(origin), _entity(origin), _name(destination), _entity(destination),
        saga.renewal, saga.window, saga.state.value, saga.stage.word, tuple(sorted({a.value for report in saga.reports for a in report.against})),
        len(saga.reports), len({report.source or report.article for report in saga.reports}), len(saga.contradictions), first, last,
    )  # fmt: skip


def _name(who: Named | None) -> str | None:
    return who.name if who else None


def _entity(who: Named | None) -> str | None:
    return who.entity if who else None


def lines(sagas: Iterable[Saga], today: date) -> list[SagaLine]:
    """Sagas as lines: the latest told first, of one day the most told first."""
    return sorted((line(saga, today) for saga in sagas), key=lambda s: (-(s.last or date.min).toordinal(), -s.reports, s.person, s.id))


def page(store: Store, names: Names, saga: Saga, *, today: date) -> SagaPage:
    """`saga` in full, with the words from the articles of `store`."""
    readings = {id: reading for id in {r.article for r in saga.reports} for reading in [store.reading(id)] if reading is not None}
    judged = _judged(store)
    kept = (report for report in saga.reports if report.article in readings)
    entries = tuple(_entry(report, saga, readings[report.article], names=names, judged=judged) for report in kept)
    outlets = {entry.article: entry.outlet for entry in entries}
    differing = tuple(_disagreement(found, outlets) for found in saga.contradictions)
    others = (s for s in store.sagas(saga.person.key) if same_move(s) == same_move(saga) and s.id != saga.id)
    return SagaPage(line(saga, today), entries, _origins(saga.reports), differing, _bonds(saga, readings.values(), names), tuple(lines(others, today)))


def _judged(store: Store) -> dict[str, list[str]]:
    """The standing corrections of each claim, as "stage = talks by ann on 2025-06-10"."""
    found: dict[str, list[str]] = {}
    for judgement in store.judgements():
        if judgement.field and judgement.undone is None:
            found.setdefault(judgement.subject, []).append(f"{judgement.field} = {judgement.value} by {judgement.author} on {judgement.made.date()}")
    return found


def _entry(report: Report, saga: Saga, reading: Reading, *, names: Names, judged: dict[str, list[str]]) -> Entry:
    article, claims = reading.article, report.claims
    return Entry(
        article.id, str(report.published), report.published.day, report.published.basis.value, report.source, names.source(report.source), article.url,
        report.standing.value, chain(report, saga.reports, names), report.stage.word, tuple(a.value for a in report.against),
        _distinct(claim.mode.value for claim in claims), _distinct(money(claim.fee) for claim in claims if claim.fee),
        _distinct(term for claim in claims for term in claim.terms), _distinct(text for claim in claims for text in claim.conditions),
        _distinct(who.name for claim in claims for who in claim.sources), _distinct(who.name for claim in claims for who in claim.via),
        tuple(claim.id for claim in claims), tuple(said for claim in claims for said in judged.get(claim.id, ())), passages(article, claims),
    )  # fmt: skip


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def money(fee: Money) -> str:
    """A fee as people write it: "EUR 60,000,000"."""
    return f"{fee.currency} {fee.amount:,.0f}"


def _next(report: Report, reports: Sequence[Report]) -> Report | None:
    """The earlier report that this one repeats, if the saga has it."""
    before = reports[: reports.index(report)]
    return next((r for r in before if report.parent in (r.article, r.source)), None) if report.parent else None


def _line(report: Report, reports: Sequence[Report]) -> list[str]:
    """Articles or sources a report goes back to, nearest first."""
    found: list[str] = []
    current: Report | None = report
    while current is not None and current.parent is not None:
        parent = _next(current, reports)
        found.append(parent.source or parent.article if parent else current.parent)
        current = parent
    return found


def chain(report: Report, reports: Sequence[Report], names: Names) -> tuple[str, ...]:
    """Whom a report goes back to, nearest first, by the names they are called."""
    return _distinct(names.source(id) for id in _line(report, reports))


def _origins(reports: Sequence[Report]) -> int:
    roots = {(_line(report, reports) or [report.source or report.article])[-1] for report in reports}
    return len(roots)


def _disagreement(found: Contradiction, outlets: dict[str, str]) -> Disagreement:
    sayings = (Saying(value, _distinct(outlets.get(id, id) for id in articles), articles) for value, articles in found.values)
    return Disagreement(found.field, tuple(sayings))


def _bonds(saga: Saga, readings: Iterable[Reading], names: Names) -> tuple[Bond, ...]:
    """The contracts of the person that the articles of the saga mention."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for reading in readings:
        for contract in reading.contracts:
            if contract.person.key == saga.person.key:
                found.setdefault((contract.until, _name(contract.club)), []).append(names.source(reading.article.source))
    return tuple(Bond(until, club, tuple(sorted(set(told)))) for (until, club), told in sorted(found.items(), key=str))


def ahead(entry: Entry) -> tuple[Passage, ...]:
    """The passages of a report that say how far the move has got and name nobody against it."""
    alive = Stage[entry.stage.upper()] >= Stage.INTERESTED and not {"buyer", "off"} & set(entry.against)
    return tuple(p for p in entry.passages if p.says("stage") and not p.says("against")) if alive else ()


def opposed(entry: Entry) -> tuple[Passage, ...]:
    """The passages of a report that say who stands against the move."""
    return tuple(p for p in entry.passages if p.says("against"))
