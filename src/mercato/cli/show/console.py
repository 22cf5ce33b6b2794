"""The terminal: its colours, its width, and JSON for those who want no terminal."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

import click
import msgspec
from rich.console import Console
from rich.theme import Theme

T = TypeVar("T")

WIDE = 110  # columns from which a timeline has its words beside the stages, and tables show all they have

THEME = Theme(
    {
        "person": "bold",
        "club": "bold cyan",
        "source": "magenta",
        "stage": "yellow",
        "against": "bold red",
        "fee": "green",
        "aside": "dim",
        "head": "bold",
        "open": "cyan",
        "done": "green",
        "off": "red",
        "stale": "dim",
        "standing.first": "bold green",
        "standing.denies": "red",
        "say.person": "bold",
        "say.to": "bold cyan",
        "say.from": "cyan",
        "say.stage": "bold yellow",
        "say.against": "bold red",
        "say.fee": "bold green",
        "say.sources": "magenta",
        "say.via": "magenta",
        "say.mode": "underline",
        "say.terms": "underline",
        "say.conditions": "bold blue",
    }
)


def console(*, err: bool = False) -> Console:
    """Standard output, or standard error."""
    return Console(theme=THEME, highlight=False, markup=False, emoji=False, stderr=err)


def plain(out: Console) -> bool:
    """Whether `out` shows no colours, so that what is marked must be marked by signs."""
    return out.color_system is None or out.no_color


def clean(value: T) -> T:
    """`value` with every control character of its strings as one space: what comes from outside must not steer the terminal."""
    if isinstance(value, str):
        return value if value.isprintable() else cast(T, "".join(char if char.isprintable() else " " for char in value))
    if isinstance(value, tuple | list):
        return cast(T, type(value)(clean(item) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: clean(getattr(value, field.name)) for field in fields(value) if field.init})
    return value


def print_json(value: Any) -> None:
    """`value`, made of dataclasses, as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2))
