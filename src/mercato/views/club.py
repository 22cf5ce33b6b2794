"""What the press says of one club: who may come, who may go, who may stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mercato.model.saga import Saga
from mercato.store.protocol import Store
from mercato.views.find import find_club
from mercato.views.names import Names
from mercato.views.saga import SagaLine, lines


@dataclass(frozen=True, slots=True)
class ClubPage:
    """A club; `id` is None for one that is not in the knowledge."""

    id: str | None
    name: str
    names: tuple[str, ...]
    country: str | None
    city: str | None
    stadiums: tuple[str, ...]
    incoming: tuple[SagaLine, ...]
    outgoing: tuple[SagaLine, ...]
    renewals: tuple[SagaLine, ...]


def club_page(store: Store, names: Names, query: str, *, today: date) -> ClubPage:
    """The club that `query` names, as of `today`; raises NotFound or Ambiguous."""
    club = find_club(store, names, query)
    known = names.clubs.get(club.id)
    mine = [saga for saga in store.sagas() if concerns(saga, club.id)]
    staying = [s for s in mine if s.renewal]
    coming = [s for s in mine if not s.renewal and s.destination and s.destination.key == club.id]
    going = [s for s in mine if s not in staying and s not in coming]
    return ClubPage(
        club.id if known else None, club.title, club.names, known.country if known else None, known.city if known else None, known.stadiums if known else (),
        tuple(lines(coming, today)), tuple(lines(going, today)), tuple(lines(staying, today)),
    )  # fmt: skip


def concerns(saga: Saga, club: str) -> bool:
    """Whether the club with that key would get or lose somebody."""
    return club in (saga.origin.key if saga.origin else None, saga.destination.key if saga.destination else None)
