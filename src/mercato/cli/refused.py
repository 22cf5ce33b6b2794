"""What was refused, told on standard error, one line each."""

from __future__ import annotations

import click

from mercato.errors import BadInput


def tell(bad: BadInput) -> None:
    """Print "place: reason; remedy" on standard error."""
    click.echo(f"refused {bad}", err=True)
