"""What a move costs: each amount in the text belongs to the move it is said of; the bid goes before the asking price, the guaranteed base before the total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mercato.claims.discourse import TOGETHER, Statement
from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.languages.pattern import Match
from mercato.model.article import BlockKind, MentionKind
from mercato.model.claim import Evidence, Money, Stage

NEAR, BESIDE, CLOSE = 6, 4, 3  # words between an amount and the words that say what it is: bids and prices, wages and clauses, the guaranteed part
BACK = 2  # sentences an amount may stand behind the move it belongs to
CUT = 100  # characters that a comma between an amount and a move behind it counts for
BASE, BID, UNSAID, ASKED = -1.0, 0.0, 1.0, 2.0
HEADLINE = {ASKED: 0.9, UNSAID: 0.5}  # an amount in the title goes before all but a bid or base in the text

Moves = Sequence[tuple[Group, bool]]


@dataclass(frozen=True, slots=True)
class Said:
    """An amount where it stands, what kind it is by the words near it (the least kind wins; None for no fee), and the move it is said of."""

    masked: Masked
    position: int
    money: Money
    kind: float | None
    payer: Group | None

    @property
    def evidence(self) -> Evidence:
        """The words that say it."""
        span = self.masked.span(self.position, self.position + 1)
        return Evidence("fee", span, span.of(self.masked.text))


def payable(moves: Moves) -> list[tuple[Group, bool]]:
    """The moves that can cost something."""
    return [(group, past) for group, past in moves if not group.renewal and group.stage >= Stage.LINKED]


def said(sentences: Sequence[Masked], moves: Moves) -> list[Said]:
    """Every amount in the text; every group comes with whether it is background."""
    stated: dict[int, list[tuple[Group, Statement]]] = {}
    costly = payable(moves)
    for payer, _ in costly:
        for statement in payer.statements:
            stated.setdefault(statement.masked.index, []).append((payer, statement))
    found = []
    for masked in sentences:
        for position, money in masked.money.items():
            if _converted(masked, position):
                continue
            kind = _kind(masked, position, sentences)
            group = _payer(masked, position, sentences, stated, costly, asked=kind == ASKED) if kind is not None else None
            kind = HEADLINE.get(kind, kind) if kind is not None and masked.kind is BlockKind.TITLE else kind
            found.append(Said(masked, position, money, kind, group))
    return found


def fees(amounts: Iterable[Said]) -> dict[int, Said]:
    """The fee of each move by rule, by the identity of its group."""
    best: dict[int, Said] = {}
    for amount in amounts:
        if amount.payer is not None and amount.kind is not None:
            mine = best.get(id(amount.payer))
            if mine is None or mine.kind is None or amount.kind < mine.kind:
                best[id(amount.payer)] = amount
    return best


def _converted(masked: Masked, position: int) -> bool:
    """Whether an amount only says the one before it in another currency: "€60m (£49.9m/$62.5m)"."""
    if masked.words[position - 1 : position] not in (["("], ["/"], [";"], [","]):
        return False
    open_at = next((i for i in range(position - 1, -1, -1) if masked.words[i] not in ("MONEY", "/", ";", ",")), -1)
    first = masked.money.get(open_at - 1)
    return masked.words[open_at] == "(" and first is not None and first.currency != masked.money[position].currency


def _kind(masked: Masked, position: int, sentences: Sequence[Masked]) -> float | None:
    """What an amount is by the words near it; None for wages, values and clauses."""
    near = [(away, lexeme.value) for match, lexeme in masked.lexeme("money") if abs(away := _away(match, position)) <= NEAR]
    if any(abs(away) <= BESIDE and value in ("wages", "values") for away, value in near):
        return None
    if any(abs(away) <= CLOSE and value == "base" for away, value in near):
        return BASE
    said = {value for _, value in near}
    if "asked" in said:
        return ASKED
    if "fees" in said:
        return BID
    return None if _clause_spoken_of(masked, sentences) else UNSAID


def _away(match: Match, position: int) -> int:
    """How many words behind an amount (before it: less than 0) the nearest of some words stands."""
    return match.start - position if match.start > position else match.end - 1 - position


def _clause_spoken_of(masked: Masked, sentences: Sequence[Masked]) -> bool:
    """Whether the sentences before speak of a release clause or a market value, and of no bid."""
    values = {lexeme.value for earlier in sentences[max(0, masked.index - BACK) : masked.index] for _, lexeme in earlier.lexeme("money")}
    return "values" in values and "fees" not in values


def _payer(
    masked: Masked, position: int, sentences: Sequence[Masked], stated: dict[int, list[tuple[Group, Statement]]], moves: Moves, *, asked: bool
) -> Group | None:
    """The move an amount is said of: one of its sentence; one of whom its sentence names; one of the sentences before it."""
    here = [(_distance(statement, masked, position), group) for group, statement in stated.get(masked.index, ())]
    earlier = _earlier(masked, sentences, stated, moves, asked=asked)
    if here:
        distance, group = min(here, key=lambda x: x[0])
        return earlier if distance >= CUT and earlier else group
    people = {masked.names[i].key for i in masked.said(MentionKind.PERSON)}
    clubs = {masked.names[i].key for i in masked.said(MentionKind.CLUB)}
    mine = [group for group, past in moves if group.person.key in people and not past]
    if people:
        fitting = [g for g in mine if (g.to and g.to.key in clubs) or not clubs - {g.origin.named.key if g.origin else ""}]
        return max(fitting, key=lambda g: (bool(g.to and g.to.key in clubs), len(g.statements)), default=None)
    return earlier


def _earlier(masked: Masked, sentences: Sequence[Masked], stated: dict[int, list[tuple[Group, Statement]]], moves: Moves, *, asked: bool) -> Group | None:
    past = {id(group) for group, background in moves if background}
    for earlier in reversed(sentences[max(0, masked.index - BACK) : masked.index]):
        if earlier.block != masked.block and earlier.kind is not BlockKind.TITLE:
            continue
        told = [(group, s) for group, s in stated.get(earlier.index, ()) if id(group) not in past]
        people = {group.person.key for group, _ in told}
        if told and not (asked and len(people) > 1):
            return max(told, key=lambda x: (x[1].frame is not TOGETHER, len(x[0].statements)))[0]
    return next(_lead(moves), None) if asked else None


def _lead(moves: Moves) -> Iterator[Group]:
    return (group for group, past in moves if not past)


def _distance(statement: Statement, masked: Masked, position: int) -> int:
    """Characters between an amount and the words of a statement with its person and club; one in front of them, cut off by a comma, is far."""
    amount = masked.span(position, position + 1)
    words = masked.span(statement.match.start, statement.match.end)
    whole = masked.span(0, len(masked.words))
    spans = [words, *(part.span for part in (statement.person, statement.to) if part and whole.start <= part.span.start < whole.end)]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    weak = 0 if statement.frame is not TOGETHER else CUT // 2 if statement.to and statement.to.how == "said" else CUT
    if amount.start >= end:
        return amount.start - end + weak
    if amount.end <= start:
        first = next(i for i, at in enumerate(masked.starts) if at >= start)
        return start - amount.end + weak + CUT * ("," in masked.words[position:first])
    return weak + min(abs(amount.start - s.start) for s in spans) // 10
