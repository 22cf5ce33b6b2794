"""Keep what was read from many YAML files as one compact file in the cache folder, for as long as no file changes."""

from __future__ import annotations

import gc
import mmap
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from mercato.settings import cache_folder

T = TypeVar("T")


def digest(folder: Path, *sources: str) -> str:
    """A hash of every YAML file below `folder` and of the Python files that read them."""
    total = sha256()
    for path in (*sorted(folder.rglob("*.yml")), *map(Path, sources)):
        total.update(str(path.name).encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def compiled(name: str, version: str, shape: type[T], build: Callable[[], T]) -> T:
    """The record kept under `name` and `version`, else what `build` makes, kept for next time; a cache that cannot be written is done without."""
    kept = cache_folder() / f"{name}-{version}.msgpack"
    try:
        return msgspec.msgpack.decode(kept.read_bytes(), type=shape)
    except (OSError, msgspec.MsgspecError):
        made = _built(build)
    keep(kept, msgspec.msgpack.encode(made))
    return made


def compiled_bytes(name: str, read: Callable[[memoryview], T], build: Callable[[], bytes]) -> T:
    """What `read` makes of the file of that name in the cache folder, mapped into memory, else of what `build` gives, kept for next time.

    `read` raises ValueError for bytes that are damaged: they are built anew.
    """
    kept = cache_folder() / name
    try:
        return read(mapped(kept))
    except (OSError, ValueError):
        made = _built(build)
    keep(kept, made)
    return read(memoryview(made))


def _built(build: Callable[[], T]) -> T:
    """What `build` makes, without looking for garbage meanwhile: of the many small records there is none, and the search takes a third of the time."""
    looks = gc.isenabled()
    gc.disable()
    try:
        return build()
    finally:
        if looks:
            gc.enable()


def keep(path: Path, content: bytes) -> None:
    """Write a file of the cache in one step, if it can be written at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}.part")
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        pass


def mapped(path: Path) -> memoryview:
    """The bytes of a file, read when touched and shared by all processes that map it; raises OSError, ValueError for an empty one."""
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
