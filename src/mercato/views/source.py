"""What each source has said: how much, how often first, how far it claimed moves had got, and how those sagas stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from mercato.model.claim import Stage
from mercato.model.saga import Report, Saga, Standing
from mercato.sagas.state import as_of
from mercato.store.protocol import Store
from mercato.views.find import find_source, voices
from mercato.views.names import Names
from mercato.views.saga import SagaLine, lines


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the leaderboard; `credited` counts the reports of others that name it, `done`, `off` and `waiting` its sagas as they stand."""

    id: str
    name: str
    kind: str | None
    country: str | None
    reports: int
    firsts: int
    credited: int
    sagas: int
    done: int
    off: int
    waiting: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source; `stages` and `standings` count its reports by the furthest stage claimed and by what they added."""

    source: SourceLine
    languages: tuple[str, ...]
    domains: tuple[str, ...]
    family: str | None
    bias: tuple[str, ...]
    articles: int
    stages: tuple[tuple[str, int], ...]
    standings: tuple[tuple[str, int], ...]
    sagas: tuple[SagaLine, ...]


@dataclass(slots=True)
class _Tally:
    """What one source has said, as it is counted."""

    name: str = ""
    credited: int = 0
    reports: list[Report] = field(default_factory=list)
    sagas: dict[str, Saga] = field(default_factory=dict)


def _tallies(sagas: Iterable[Saga], names: Names) -> dict[str, _Tally]:
    found: dict[str, _Tally] = {}
    for saga in sagas:
        for report in saga.reports:
            if report.source is not None:
                own = found.setdefault(report.source, _Tally())
                own.name = names.source(report.source)
                own.reports.append(report)
                own.sagas[saga.id] = saga
            for who in dict.fromkeys(voice for claim in report.claims for voice in voices(claim)):
                if who.key != report.source:
                    other = found.setdefault(who.key, _Tally())
                    other.name = other.name or who.name
                    other.credited += 1
                    other.sagas[saga.id] = saga
    return found


def _line(id: str, tally: _Tally, names: Names) -> SourceLine:
    states = Counter(saga.state.value for saga in tally.sagas.values())
    known = names.sources.get(id)
    firsts = sum(report.standing is Standing.FIRST for report in tally.reports)
    return SourceLine(
        id, known.name if known else tally.name or names.source(id), known.kind.value if known else None, known.country if known else None,
        len(tally.reports), firsts, tally.credited, len(tally.sagas), states["done"], states["off"], states["open"] + states["stale"],
    )  # fmt: skip


def source_lines(store: Store, names: Names, today: date) -> list[SourceLine]:
    """Every source with a report or a credit: most often first on top, then by reports and credits."""
    found = _tallies((as_of(saga, today) for saga in store.sagas()), names)
    told = (_line(id, tally, names) for id, tally in found.items())
    return sorted(told, key=lambda s: (-s.firsts, -s.reports, -s.credited, s.name))


def source_page(store: Store, names: Names, query: str, *, today: date) -> SourcePage:
    """The source that `query` names, as of `today`; raises NotFound or Ambiguous."""
    asked = find_source(store, names, query)
    tally = _tallies((as_of(saga, today) for saga in store.sagas()), names).get(asked.id, _Tally(asked.title))
    known = names.sources.get(asked.id)
    stages = Counter(report.stage for report in tally.reports)
    standings = Counter(report.standing for report in tally.reports)
    return SourcePage(
        _line(asked.id, tally, names), known.languages if known else (), known.domains if known else (), known.family if known else None,
        tuple(names.club(club) for club in known.bias) if known else (), sum(article.source == asked.id for article in store.articles()),
        tuple((stage.word, stages[stage]) for stage in Stage if stages[stage]), tuple((s.value, standings[s]) for s in Standing if standings[s]),
        tuple(lines(tally.sagas.values(), today)),
    )  # fmt: skip
