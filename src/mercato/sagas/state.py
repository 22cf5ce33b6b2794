"""How a saga stands on a day: open, done, off or stale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mercato.model.claim import Against, Stage
from mercato.model.saga import Report, Saga, State
from mercato.sagas.episodes import SILENCE


def state(reports: Sequence[Report], day: date) -> State:
    """How these reports, in order, leave the saga on `day`: done if one says so, off if the last word is that it is dead, stale after 120 silent days."""
    if any(claim.stage is Stage.DONE and Against.OFF not in claim.against for report in reports for claim in report.claims):
        return State.DONE
    verdicts = [Against.OFF in report.against for report in reports if Against.OFF in report.against or _alive(report)]
    if verdicts and verdicts[-1]:
        return State.OFF
    days = [report.published.day for report in reports if report.published.day]
    return State.STALE if days and day - max(days) > SILENCE else State.OPEN


def _alive(report: Report) -> bool:
    return any(not {Against.OFF, Against.BUYER} & set(claim.against) for claim in report.claims)


def as_of(saga: Saga, day: date) -> Saga:
    """`saga` as it stands on `day`: open ones fall silent with time."""
    return replace(saga, state=state(saga.reports, day))
