"""Named stretches of bytes kept one behind the other, found again in a mapped file without being copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate

import msgspec

_WORD = 8  # bytes: every section begins at a multiple of it, so that arrays of any width can be read where they lie
_LENGTH = 8  # bytes that say how long the directory is


def packed(sections: Mapping[str, bytes]) -> Iterator[bytes]:
    """The pieces to be written one behind the other: a directory, then the sections."""
    sizes = [_padded(len(body)) for body in sections.values()]
    starts = accumulate(sizes[:-1], initial=0)
    directory = msgspec.msgpack.encode({name: (start, len(body)) for (name, body), start in zip(sections.items(), starts, strict=True)})
    yield len(directory).to_bytes(_LENGTH, "little")
    yield directory.ljust(_padded(len(directory)), b"\0")
    for body, size in zip(sections.values(), sizes, strict=True):
        yield body
        yield bytes(size - len(body))


def opened(buffer: memoryview) -> dict[str, memoryview]:
    """The sections in what `packed` made; raises ValueError where the buffer ends before they do."""
    length = int.from_bytes(buffer[:_LENGTH], "little")
    base = _LENGTH + _padded(length)
    try:
        directory = msgspec.msgpack.decode(buffer[_LENGTH : _LENGTH + length], type=dict[str, tuple[int, int]])
    except msgspec.MsgspecError as error:
        raise ValueError("its directory cannot be read") from error
    if any(base + start + size > len(buffer) for start, size in directory.values()):
        raise ValueError("it is cut off")
    return {name: buffer[base + start : base + start + size] for name, (start, size) in directory.items()}


def _padded(length: int) -> int:
    return -(-length // _WORD) * _WORD
