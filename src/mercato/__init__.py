"""mercato: the record of football's transfer market as the press tells it; `mercato.open(path)` is the way in."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the one of `typing` would cost as much as all the rest of this import
if TYPE_CHECKING:
    from mercato.library import Mercato, open

__all__ = ["Mercato", "open"]


def __getattr__(name: str) -> object:
    """`open` and `Mercato`, imported when first used: `import mercato` itself must cost nothing."""
    if name in __all__:
        return getattr(import_module("mercato.library"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
