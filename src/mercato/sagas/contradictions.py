"""Where the reports of a saga give different values for one thing, and who says which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from mercato.model.claim import Against, Claim, Mode, Money, Stage
from mercato.model.saga import Contradiction, Report

SAME_TIME = timedelta(days=14)  # a refusal in June and an agreement in August are progress, not a contradiction

Values = dict[str, list[str]]


def contradictions(reports: Sequence[Report]) -> tuple[Contradiction, ...]:
    """Every field on which these reports differ."""
    found = [*_fees(reports), *_opposed(reports), *_modes(reports)]
    return tuple(sorted(found, key=lambda c: (c.field, c.values)))


def _contradiction(field: str, values: Values) -> Contradiction:
    return Contradiction(field, tuple((value, tuple(dict.fromkeys(articles))) for value, articles in sorted(values.items())))


def money(fee: Money) -> str:
    """A fee as people write it: "EUR 60,000,000"."""
    return f"{fee.currency} {fee.amount:,.0f}"


def _fees(reports: Sequence[Report]) -> Iterator[Contradiction]:
    """Different amounts in one currency; two currencies may be the same amount."""
    currencies: defaultdict[str, Values] = defaultdict(lambda: defaultdict(list))
    for report, claim in _claims(reports):
        if claim.fee:
            currencies[claim.fee.currency][money(claim.fee)].append(report.article)
    return (_contradiction("fee", values) for values in currencies.values() if len(values) > 1)


def _modes(reports: Sequence[Report]) -> Iterator[Contradiction]:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for report, claim in _claims(reports):
        if claim.mode in (Mode.PERMANENT, Mode.LOAN, Mode.FREE):
            values[claim.mode.value].append(report.article)
    if len(values) > 1:
        yield _contradiction("mode", values)


def _claims(reports: Sequence[Report]) -> Iterator[tuple[Report, Claim]]:
    return ((report, claim) for report in reports for claim in report.claims)


def _opposed(reports: Sequence[Report]) -> Iterator[Contradiction]:
    """Reports of the same weeks of which one says that it goes on and the other that it does not."""
    denied = [r for r in reports if {Against.BUYER, Against.OFF} & set(r.against)]
    alive = [r for r in reports if r not in denied and r.stage >= Stage.INTERESTED]
    yield from _between("stage", ("denied", denied), ("reported", alive))
    agreed = [r for r in reports if r.stage >= Stage.AGREED]
    for field, side in (("seller willing", Against.SELLER), ("person willing", Against.PERSON)):
        refused = [r for r in reports if side in r.against]
        yield from _between(field, ("no", refused), ("yes", [r for r in agreed if r not in refused]))


def _between(field: str, one: tuple[str, Sequence[Report]], other: tuple[str, Sequence[Report]]) -> Iterator[Contradiction]:
    pairs = [(a, b) for a in one[1] for b in other[1] if _together(a, b)]
    if pairs:
        yield _contradiction(field, {one[0]: [a.article for a, _ in pairs], other[0]: [b.article for _, b in pairs]})


def _together(one: Report, other: Report) -> bool:
    """Whether they may have appeared within the same weeks; an unknown day may be any."""
    a, b = one.published, other.published
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return True
    return max(a.first - b.last, b.first - a.last) <= SAME_TIME
