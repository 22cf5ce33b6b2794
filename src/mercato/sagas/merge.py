"""Claims of one person become sagas; the same claims give the same sagas in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mercato.model.article import Article
from mercato.model.claim import Claim, Named
from mercato.model.saga import Saga, saga_id
from mercato.sagas.contradictions import contradictions
from mercato.sagas.drafts import Draft, Move, drafts, kind, moves, usual
from mercato.sagas.episodes import episodes, place
from mercato.sagas.lineage import reports
from mercato.sagas.state import state
from mercato.sagas.windows import Calendar


def merge(claims: Iterable[Claim], articles: Mapping[str, Article], calendar: Calendar, *, today: date) -> list[Saga]:
    """The sagas of one person, whose claims these are, by id; `articles` holds those the claims were read out of."""
    found: list[Saga] = []
    for move, group in moves(claim for claim in claims if claim.article in articles).items():
        placed = place(drafts(group, articles), kind(group, calendar), calendar)
        for window, held in placed.items():
            found.extend(_saga(move, window, n, (episode, today)) for n, episode in enumerate(episodes(held)))
    return sorted(found, key=lambda saga: saga.id)


def _saga(move: Move, window: str, number: int, told: tuple[Sequence[Draft], date]) -> Saga:
    episode, today = told
    claims = [claim for draft in episode for claim in draft.claims]
    person, origin = usual(c.person for c in claims), usual(c.origin for c in claims)
    assert person is not None  # every claim names one
    destination = None if move.destination is None else _goal(move, claims)
    made = reports(episode)
    # Leaving two clubs within one window is two sagas: the club left stands in for the missing destination.
    id = saga_id(person, destination, move.renewal, window if move.origin is None else f"{window}|{move.origin}", number)
    return Saga(id, person, origin, destination, move.renewal, window, state(made, today), made, contradictions(made))


def _goal(move: Move, claims: Sequence[Claim]) -> Named | None:
    named = [who for claim in claims for who in (claim.destination, claim.origin) if who and who.key == move.destination]
    return usual(named)
