"""The options that choose who reads the articles, and the extractor they choose."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any

import click
from click.core import ParameterSource

from mercato.errors import BadEndpoint
from mercato.extractors.protocol import Extractor, Metered
from mercato.knowledge.index import Knowledge
from mercato.pipeline.extractors import BUILT_IN, EXTRACTORS, extractor


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say."""

    extractor: str
    endpoint: str | None
    model: str | None
    key_variable: str
    price: tuple[float, float] | None
    temperature: float | None
    timeout: float
    attempts: int


class Temperature(click.ParamType[float | None]):
    """A number, or "none" for the endpoint's own."""

    name = "number|none"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float | None:
        """The temperature written in `value`."""
        if value is None or str(value).lower() == "none":
            return None
        try:
            return float(value)
        except ValueError:
            self.fail(f"{value!r} is neither a number nor none", param, ctx)


OPTIONS = (
    click.option("--extractor", type=click.Choice(list(EXTRACTORS)), default=BUILT_IN, show_default=True, help="Who reads the articles."),
    click.option("--endpoint", metavar="URL", envvar="MERCATO_ENDPOINT", show_envvar=True, help="remote: an OpenAI-compatible endpoint, like https://host/v1."),
    click.option("--model", metavar="NAME", envvar="MERCATO_MODEL", show_envvar=True, help="remote: its model."),
    click.option("--key-variable", metavar="NAME", default="MERCATO_KEY", show_default=True, help="remote: the environment variable with the key, if any."),
    click.option(
        "--price", type=(click.FloatRange(0), click.FloatRange(0)), default=None, metavar="SENT ANSWERED", envvar="MERCATO_PRICE", show_envvar=True,
        help="remote: what a million tokens cost, to show the cost.",
    ),
    click.option("--temperature", type=Temperature(), default="0", show_default=True, help="remote: for models that take no other, say none."),
    click.option("--timeout", type=click.FloatRange(0, min_open=True), default=120.0, show_default=True, help="remote: seconds for an answer."),
    click.option("--attempts", type=click.IntRange(1, 10), default=4, show_default=True, help="remote: how often a busy endpoint is asked."),
)  # fmt: skip
LONELY = ("endpoint", "model", "price", "timeout", "attempts", "temperature", "key_variable")  # mean nothing to the built-in one


def extractor_options(command: Callable[..., None]) -> Callable[..., None]:
    """All of them, handed to `command` as one `asked`."""

    @wraps(command)
    def call(*args: Any, **given: Any) -> None:
        command(*args, asked=Asked(**{field.name: given.pop(field.name) for field in fields(Asked)}), **given)

    made: Callable[..., None] = call
    for option in reversed(OPTIONS):
        made = option(made)
    return made


def chosen(ctx: click.Context, asked: Asked, knowledge: Knowledge, *, explain: bool) -> Extractor | None:
    """The extractor asked for, its bill shown on stderr in the end; None for the built-in one."""
    if asked.extractor == BUILT_IN:
        told = [name for name in LONELY if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE]
        if told:
            raise click.UsageError(f"--{told[0].replace('_', '-')} is for --extractor remote; the built-in extractor asks nobody")
        return None
    if explain:
        raise click.UsageError("--explain shows how the built-in extractor reads; leave out one of --explain and --extractor")
    made = _remote(asked, knowledge)
    if isinstance(made, Metered):
        ctx.call_on_close(made.close)
        ctx.call_on_close(lambda: click.echo(made.bill(), err=True))
    return made


def _remote(asked: Asked, knowledge: Knowledge) -> Extractor:
    from mercato.extractors.bill import Prices
    from mercato.extractors.service import service
    from mercato.fetch.http import Limits  # httpx takes 0.2 s: only for those who use it

    if not asked.endpoint or not asked.model:
        missing = "--endpoint URL (or MERCATO_ENDPOINT)" if not asked.endpoint else "--model NAME (or MERCATO_MODEL)"
        raise click.UsageError(f"--extractor remote needs {missing}")
    prices = Prices(*asked.price) if asked.price else None
    try:
        place = service(
            asked.endpoint, asked.model, key=os.environ.get(asked.key_variable), variable=asked.key_variable, temperature=asked.temperature, prices=prices
        )
    except BadEndpoint as error:
        raise click.UsageError(str(error)) from error
    limits = Limits(seconds=asked.timeout, attempts=asked.attempts)
    return extractor(asked.extractor, knowledge, service=place, limits=limits, tell=lambda line: click.echo(line, err=True))
