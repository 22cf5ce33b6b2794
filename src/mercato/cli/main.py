"""The command `mercato`: what it can do, each command imported only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from mercato.errors import MercatoError

# Command, its one line of help (shown without importing it), in the order somebody meets them.
COMMANDS: dict[str, str] = {
    "demo": "See what mercato does, on bundled articles in a throw-away store.",
    "read": "Read articles (text, JSON, HTML, folders, -) into the store.",
    "extract": "Turn articles into JSON, one object an article, without a store.",
    "sagas": "List the sagas: who might move where, and how far it has got.",
    "saga": "Tell one saga report by report, with the words it rests on.",
    "person": "What the press says of one person.",
    "club": "Who may come to a club, who may go, who may stay.",
    "source": "What one source has said.",
    "sources": "The leaderboard of sources.",
    "correct": "Correct or reject a claim, or the link of a mention.",
    "judge": "List the judgements, or take one back.",
    "forget": "Take an article or a source out again.",
    "knowledge": "Look up who is known, and build a larger book of people and clubs.",
    "export": "Write claims, reports or sagas as CSV, JSONL or Parquet.",
}
LINE = 90  # letters of a command's line of help
REFUSED = 1  # exit code: some input was refused, or nothing answers to what was asked


class Lazy(click.Group):
    """A group whose commands live in modules of their own, imported when called: `lazy` has the line of help of each, `homes` its module where that is not
    called like it."""

    def __init__(self, *args: Any, lazy: Mapping[str, str] | None = None, homes: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy, self.homes = dict(lazy or {}), dict(homes or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands in their order."""
        return [*self.commands, *self.lazy]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(f"mercato.cli.{self.homes.get(cmd_name, cmd_name)}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([*((name, command.get_short_help_str(LINE)) for name, command in self.commands.items()), *self.lazy.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command called; a wrong name is answered with the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = [name for name in self.list_commands(ctx) if name.startswith(args[0][:2])]
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {' or '.join(near)}?", ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what mercato refuses is told on stderr, with exit code 1."""
        try:
            return super().invoke(ctx)
        except MercatoError as error:
            click.echo(f"mercato: {error}", err=True)
            ctx.exit(REFUSED)


@click.group(cls=Lazy, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="mercato", message="mercato %(version)s")
def mercato() -> None:
    """The record of football's transfer market as the press tells it.

    Who might move where, who says so, how far it has got, who stands in the way: always with the words it rests on.

    Start with `mercato demo`, or read your own: `mercato read ARTICLES`, then `mercato sagas`.
    """


def main() -> None:
    """Run the command line."""
    mercato(prog_name="mercato")
