"""In what form somebody would move (a sale, a loan, for nothing, an appointment), and on what terms."""

from __future__ import annotations

from collections.abc import Iterator

from mercato.claims.discourse import Statement
from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.languages.pattern import Match
from mercato.model.claim import Evidence, Mode
from mercato.model.world import Role


def mode(group: Group, *, paid: bool) -> tuple[Mode, list[Evidence]]:
    """The form of a move, with the words that say it where they are not those of its frames; `paid` where a fee is named for it."""
    if group.renewal:
        return Mode.RENEWAL, []
    office = group.role in (Role.COACH, Role.EXECUTIVE)
    if office and group.to is not None:
        return Mode.APPOINTMENT, []
    by_frame = {s.frame.mode for s in group.statements if s.frame.mode}
    for form in (Mode.LOAN, Mode.FREE, Mode.DISMISSAL):
        if form in by_frame:
            return form, []
    said = [(form, e) for s in group.statements for form, e in _said(s)]
    for form, evidence in said:
        if form in (Mode.LOAN, Mode.FREE):
            return form, [evidence]
    if office:
        return Mode.UNKNOWN, []
    if paid or Mode.PERMANENT in by_frame:
        return Mode.PERMANENT, []
    sale = next((e for form, e in said if form is Mode.PERMANENT), None)
    return (Mode.PERMANENT, [sale]) if sale else (Mode.UNKNOWN, [])


def _said(statement: Statement) -> Iterator[tuple[Mode, Evidence]]:
    """The words for a form in the clause of a statement and the clauses beside it."""
    masked = statement.masked
    clause = masked.clauses[statement.match.start]
    for match, lexeme in masked.lexeme("modes"):
        if abs(masked.clauses[match.start] - clause) <= 1 and not (lexeme.value == Mode.FREE and _possible(masked, match)):
            span = masked.span(match.start, match.end)
            yield Mode(lexeme.value), Evidence("mode", span, span.of(masked.text))


def _possible(masked: Masked, match: Match) -> bool:
    """Whether it is only thought possible that he would cost nothing; a loan that might be is a loan all the same."""
    here = masked.clauses[match.start]
    return any(x.value == "possible" and m.start < match.start and masked.clauses[m.start] == here for m, x in masked.hedges)


def terms(group: Group) -> Iterator[tuple[str, Evidence]]:
    """The terms said of a move ("option to buy", "swap"), with their words."""
    for statement in group.statements:
        for match, lexeme in statement.masked.lexeme("terms"):
            span = statement.masked.span(match.start, match.end)
            yield lexeme.value, Evidence("terms", span, span.of(statement.masked.text))
