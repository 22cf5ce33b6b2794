"""Records by id in a mapped buffer, each decoded when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar, overload

from mercato.errors import BadKnowledge
from mercato.names.postings import NUMBER, WIDE, mapped, trie
from mercato.sections import opened, packed

T = TypeVar("T")
D = TypeVar("D")
AT_HAND = 16_384  # records kept decoded, some 3 KB each: more than the starter has


def shelved(records: Iterable[tuple[str, bytes]]) -> bytes:
    """The bytes to open as Shelf of these records, each with its id; raises BadKnowledge when two records share an id."""
    places: dict[str, int] = {}
    bodies, starts = bytearray(), array(WIDE, [0])
    for id, record in records:
        if places.setdefault(id, len(starts) - 1) != len(starts) - 1:
            raise BadKnowledge(id, "two entries share this id")
        bodies += record
        starts.append(len(bodies))
    ids = trie(places)
    place, order = array(NUMBER, bytes(4 * len(places))), array(NUMBER)
    for id, number in places.items():
        order.append(ids[id])
        place[order[-1]] = number
    sections = {"ids": ids.tobytes(), "place": place.tobytes(), "order": order.tobytes(), "starts": starts.tobytes(), "bodies": bytes(bodies)}
    return b"".join(packed(sections))


class Shelf(Mapping[str, T]):
    """Records in the order they were written in, made of their bytes by `decode`; those lately asked for are kept decoded."""

    def __init__(self, buffer: memoryview, decode: Callable[[memoryview], T]) -> None:
        sections = opened(buffer)
        self._ids, self._bodies, self._starts = mapped(sections["ids"]), sections["bodies"], sections["starts"].cast(WIDE)
        self._place, self._order = sections["place"].cast(NUMBER), sections["order"].cast(NUMBER)
        self._decode = decode
        self._find = lru_cache(AT_HAND)(self._read)

    def _read(self, id: str) -> T | None:
        number = self._ids.get(id)
        if number is None:
            return None
        place = self._place[number]
        return self._decode(self._bodies[self._starts[place] : self._starts[place + 1]])

    def __getitem__(self, id: str) -> T:
        found = self._find(id)
        if found is None:
            raise KeyError(id)
        return found

    @overload
    def get(self, id: str, default: None = None, /) -> T | None: ...
    @overload
    def get(self, id: str, default: T | D, /) -> T | D: ...
    def get(self, id: str, default: T | D | None = None, /) -> T | D | None:
        """The record of that id, else `default`."""
        found = self._find(id)
        return default if found is None else found

    def id(self, place: int) -> str:
        """The id of the record that was written as number `place`."""
        return str(self._ids.restore_key(self._order[place]))

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._find(id) is not None

    def __iter__(self) -> Iterator[str]:
        return map(self.id, range(len(self)))

    def __len__(self) -> int:
        return len(self._order)
