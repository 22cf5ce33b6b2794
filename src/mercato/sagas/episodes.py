"""Place what articles say on one move in windows, and cut each window into episodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mercato.sagas.drafts import Draft, order
from mercato.sagas.texts import twin
from mercato.sagas.windows import Calendar, Kind

SILENCE = timedelta(days=120)  # after which talk of a move is a new episode
REVIVAL = timedelta(days=30)  # after a stated failure
ECHO = timedelta(days=60)  # a completed move is still told as news this long, also after its window
UNDATED = "undated"

Placed = dict[str, list[Draft]]


def place(drafts: Sequence[Draft], kind: Kind, calendar: Calendar) -> Placed:
    """The drafts of one move by the name of the window they target; `drafts` come in order."""
    placed: defaultdict[str, list[Draft]] = defaultdict(list)
    _dated([d for d in drafts if d.exact or d.when], kind, calendar, placed)
    for draft in drafts:
        if draft.interval and not draft.exact and not draft.when:
            names = [window.name for window in calendar.during(kind, draft.interval)]
            placed[next((name for name in names if name in placed), names[-1])].append(draft)
    _undated([d for d in drafts if not d.interval and not d.when], placed)
    return {name: _joined(found) for name, found in placed.items()}


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft an article: two times that it states may lie in one window."""
    found: dict[str, Draft] = {}
    for draft in sorted(drafts, key=order):
        known = found.get(draft.article.id)
        found[draft.article.id] = replace(known, claims=known.claims + draft.claims) if known else draft
    return list(found.values())


def _dated(drafts: Sequence[Draft], kind: Kind, calendar: Calendar, placed: defaultdict[str, list[Draft]]) -> None:
    completed: tuple[date, str] | None = None
    for draft in drafts:
        name = _window(draft, kind, calendar, frozenset(placed), completed)
        placed[name].append(draft)
        if draft.done and draft.interval:
            completed = draft.day, name


def _window(draft: Draft, kind: Kind, calendar: Calendar, used: frozenset[str], completed: tuple[date, str] | None) -> str:
    if draft.when:
        return calendar.said(kind, draft.when, draft.interval[1] if draft.interval else None).name
    if draft.done and completed and draft.day - completed[0] <= ECHO:
        return completed[1]
    closed = calendar.closed(kind, draft.day)
    if closed and (draft.done or closed.name in used):
        return closed.name
    return calendar.at(kind, draft.day).name


def _undated(drafts: Sequence[Draft], placed: defaultdict[str, list[Draft]]) -> None:
    """Where a copy of the text is, else where all the others are, else by themselves."""
    windows = {name: tuple(found) for name, found in placed.items()}
    for draft in drafts:
        same = next((name for name, found in windows.items() if twin(draft, found)), None)
        placed[same or (next(iter(windows)) if len(windows) == 1 else UNDATED)].append(draft)


def episodes(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The drafts of one window cut where 120 days were silent, or where a move declared dead came back to life."""
    exact = sorted((d for d in drafts if d.exact), key=order)
    found: list[list[Draft]] = []
    failed: date | None = None
    for draft in exact:
        if not found or draft.day - found[-1][-1].day > SILENCE or (failed and draft.positive and draft.day - failed >= REVIVAL):
            found.append([])
            failed = None
        found[-1].append(draft)
        failed = draft.day if draft.off else None if draft.positive else failed
    loose = [d for d in drafts if not d.exact]
    if not found:
        return [sorted(loose, key=order)] if loose else []
    ranges = [(min(d.day for d in e), max(d.day for d in e)) for e in found]
    for draft in loose:
        nearest = min(range(len(ranges)), key=lambda n: _distance(draft, ranges[n]))
        found[nearest].append(draft)
    return [sorted(episode, key=order) for episode in found]


def _distance(draft: Draft, episode: tuple[date, date]) -> timedelta:
    if draft.interval is None:
        return timedelta(0)
    return max(draft.interval[0] - episode[1], episode[0] - draft.interval[1], timedelta(0))
