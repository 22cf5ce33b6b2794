"""A dataclass as the tuple of its fields, which takes half the room of one with their names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast, get_args, get_type_hints

import msgspec

T = TypeVar("T")


class Layout(Generic[T]):
    """Writes instances of `shape` as MessagePack and reads them; a field may hold a tuple of other dataclasses."""

    def __init__(self, shape: type[T]) -> None:
        names, hints = [field.name for field in fields(cast(Any, shape))], get_type_hints(shape)
        self._shape, self._values = cast(Callable[..., T], shape), attrgetter(*names)
        self._inner: dict[int, Layout[Any]] = {}
        for i, name in enumerate(names):
            held = next(iter(get_args(hints[name])), None)
            if is_dataclass(held):
                self._inner[i] = Layout(cast(type[Any], held))
                hints[name] = tuple.__class_getitem__((self._inner[i].row, ...))
        self.row: Any = tuple.__class_getitem__(tuple(hints[name] for name in names))  # the type of the tuple
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(self.row).decode

    def written(self, one: T) -> bytes:
        """`one` as bytes."""
        return self._encode(self._row(one))

    def read(self, body: memoryview) -> T:
        """The instance in `body`; raises msgspec.ValidationError where it is none."""
        return self._made(self._decode(body))

    def _row(self, one: T) -> tuple[Any, ...]:
        values = self._values(one)
        return tuple([[self._inner[i]._row(x) for x in value] if i in self._inner else value for i, value in enumerate(values)])

    def _made(self, values: tuple[Any, ...]) -> T:
        return self._shape(*[tuple([self._inner[i]._made(x) for x in value]) if i in self._inner else value for i, value in enumerate(values)])
