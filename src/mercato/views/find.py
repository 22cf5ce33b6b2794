"""Which saga, person, club or source somebody asks for by a name or an id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mercato.errors import Ambiguous, NotFound
from mercato.model.claim import Claim, Named
from mercato.model.saga import Saga
from mercato.model.world import Club, Person, Source
from mercato.store.protocol import Store
from mercato.views.match import LEAST_ID, LEAST_START, Option, best, missing, words
from mercato.views.names import Entity, Names
from mercato.views.saga import line, same_move

UNLINKED = "?"  # begins the key of whoever is not in the knowledge
READ_FIRST = "read articles first: mercato read PATH"
FILLERS = frozenset({"to", "from", "at", "a", "al", "and", "in", "stays", "leaves"})  # words of a saga's title that tell nothing apart


@dataclass(frozen=True, slots=True)
class _Heard:
    """Which words of a query somebody's names have, and those of the names that consist of nothing else."""

    held: frozenset[str] = frozenset()
    whole: frozenset[tuple[str, ...]] = frozenset()


class _Asked:
    """A query for a saga; what it has in common with somebody is worked out once, however many sagas name him."""

    def __init__(self, query: str, names: Names) -> None:
        self.words = tuple(w for w in words(query) if w not in FILLERS)
        self._names = names
        self._heard: dict[str, _Heard] = {}

    def _hear(self, called: Iterable[str]) -> _Heard:
        split = [words(name) for name in called]
        said = {word for name in split for word in name}
        held = {w for w in self.words if w in said or (len(w) >= LEAST_START and any(s.startswith(w) for s in said))}
        return _Heard(frozenset(held), frozenset(name for name in split if held.issuperset(name)))

    def _of(self, who: Named | None) -> _Heard:
        if who is None:
            return _Heard()
        key = f"{who.key} {who.name}"
        if key not in self._heard:
            self._heard[key] = self._hear(self._names.all(who))
        return self._heard[key]

    def weight(self, saga: Saga) -> int | None:
        """How well `saga` answers, None when a word means nothing in it: the person counts most, then his new club, then a move before a renewal."""
        person, goal, left = self._of(saga.person), self._of(saga.destination), self._of(saga.origin)
        frame = self._hear((saga.window, "renewal") if saga.renewal else (saga.window,)).held
        about = person.held | goal.held | left.held
        if not about or not about | frame >= set(self.words):
            return None
        rest = tuple(w for w in self.words if w not in person.held and w not in frame)
        clubs = 8 * (goal.held >= set(rest)) + 4 * (rest in goal.whole) + 2 * (rest in left.whole and not saga.renewal)
        return 16 * len(person.held) + clubs + ("renewal" in frame or not saga.renewal)


def sagas_named(sagas: Iterable[Saga], names: Names, query: str) -> list[Saga]:
    """The sagas that answer best to an id, the beginning of one, or words like "Cambiaso Milan"."""
    held = list(sagas)
    exact = [s for s in held if s.id == query or (len(query) >= LEAST_ID and s.id.startswith(query))]
    if exact:
        return exact
    asked = _Asked(query, names)
    weighed = [(weight, saga) for saga in held for weight in [asked.weight(saga)] if weight is not None]
    top = max((weight for weight, _ in weighed), default=0)
    return [saga for weight, saga in weighed if weight == top]


def find_saga(sagas: Iterable[Saga], names: Names, query: str) -> Saga:
    """The one saga meant by `query`, of a move told in several windows the most told.

    Raises Ambiguous with the candidates, or NotFound with the nearest names.
    """
    held = list(sagas)
    found = sagas_named(held, names, query)
    if not found:
        titles = [f"{s.person.name} {s.destination.name if s.destination else ''}".strip() for s in held]
        raise NotFound(missing(query, titles, READ_FIRST))
    if len({same_move(saga) for saga in found}) > 1:
        told = sorted((line(saga, date.min) for saga in found), key=lambda s: (-s.reports, s.person, s.window, s.id))
        raise Ambiguous(query, tuple((s.id, f"{s.title} ({s.reports} report{'s' * (s.reports > 1)})") for s in told))
    return max(found, key=lambda s: (len(s.reports), s.days[1] or date.min, s.id))


def _option(who: Named, names: Names) -> Option:
    return Option(who.key, who.name, names.all(who))


def _chosen(query: str, told: Sequence[Option], known: Sequence[Option], others: Sequence[str]) -> Option:
    """The one option meant: among those told of, else among those only known; `others` are names that may have been meant."""
    for options in (told, known):
        found = best(query, options)
        linked = [a for a in found if not a.option.id.startswith(UNLINKED)]
        found = linked if len(linked) == 1 else found  # who is known goes before others who were only read so
        if len(found) > 1:
            raise Ambiguous(query, tuple((a.option.id, a.option.title) for a in found))
        if found:
            return found[0].option
    raise NotFound(missing(query, [*(option.title for option in (*told, *known)), *others], READ_FIRST))


def _find(query: str, told: Sequence[Option], names: Names, kind: type[Entity]) -> Option:
    known = [_known(entity) for entity in names.answering(query) if isinstance(entity, kind)]
    return _chosen(query, told, known, names.alike(query) if not known else ())


def find_person(store: Store, names: Names, query: str) -> Option:
    """The person meant, told of or only known; raises Ambiguous or NotFound."""
    return _find(query, _distinct(_option(claim.person, names) for claim in store.claims()), names, Person)


def find_club(store: Store, names: Names, query: str) -> Option:
    """The club meant, told of or only known; raises Ambiguous or NotFound."""
    return _find(query, _distinct(_option(club, names) for saga in store.sagas() for club in (saga.origin, saga.destination) if club), names, Club)


def _known(entity: Entity) -> Option:
    return Option(entity.id, entity.name, tuple(name.text for name in entity.names))


def find_source(store: Store, names: Names, query: str) -> Option:
    """The source meant: one with articles, one credited, or one only known; raises Ambiguous or NotFound."""
    own = (Named(names.source(article.source), article.source) for article in store.articles() if article.source)
    credited = (who for claim in store.claims() for who in voices(claim))
    return _find(query, _distinct(_option(who, names) for who in (*own, *credited)), names, Source)


def voices(claim: Claim) -> tuple[Named, ...]:
    """Whom a claim credits, relays too."""
    return (*claim.sources, *claim.via)


def _distinct(options: Iterable[Option]) -> list[Option]:
    return list({option.id: option for option in options}.values())
