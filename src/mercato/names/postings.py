"""A trie with a list of numbers behind each key, in one stretch of bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

from marisa_trie import Trie  # type: ignore[import-not-found]

from mercato.sections import opened, packed

NUMBER: Final = "I"  # 32 bits
WIDE: Final = "Q"  # 64 bits
Width = Literal["I", "Q"]


def trie(keys: Iterable[str]) -> Trie:
    """A trie that numbers `keys` from 0, in an order of its own; the same keys always give the same bytes."""
    return Trie(keys)


def posted(lists: Mapping[str, Sequence[int]], width: Width = NUMBER) -> tuple[bytes, Trie]:
    """The bytes to open as Postings, and the trie in them, which numbers the keys."""
    keys = trie(lists)
    behind: list[Sequence[int]] = [()] * len(keys)
    for word, numbers in lists.items():
        behind[keys[word]] = numbers
    starts, values = array(WIDE, [0]), array(width)
    for numbers in behind:
        values.extend(numbers)
        starts.append(len(values))
    sections = {"keys": keys.tobytes(), "starts": starts.tobytes(), "values": values.tobytes()}
    return b"".join(packed(sections)), keys


class Postings:
    """The numbers behind keys, read where they lie; the i-th key is the one that the trie numbers so."""

    def __init__(self, buffer: memoryview, width: Width = NUMBER) -> None:
        sections = opened(buffer)
        self.keys = mapped(sections["keys"])
        self._starts, self._values = sections["starts"].cast(WIDE), sections["values"].cast(width)

    def __getitem__(self, number: int) -> memoryview:
        return self._values[self._starts[number] : self._starts[number + 1]]

    def get(self, word: str) -> Sequence[int]:
        """The numbers behind `word`, none where it is no key."""
        number = self.keys.get(word)
        return () if number is None else self[number]

    def beginning(self, start: str) -> Iterator[str]:
        """The keys that begin with `start`."""
        return iter(self.keys.iterkeys(start))


def mapped(buffer: memoryview) -> Trie:
    """The trie that lies in `buffer`, which must stay open as long as it is used."""
    found = Trie()
    found.map(buffer)
    return found
