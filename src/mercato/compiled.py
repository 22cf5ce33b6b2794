"""Keep what was read from many YAML files as one compact file in the cache folder, for as long as no file changes."""

from __future__ import annotations

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
        made = build()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(f".{os.getpid()}.part")
        partial.write_bytes(msgspec.msgpack.encode(made))
        partial.replace(kept)
    except OSError:
        pass
    return made
