"""`mercato demo`: the bundled sample articles in a throw-away store."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.table import Table
from rich.text import Text

from mercato.cli.options import json_option, knowledge_option, made
from mercato.cli.read import show_summary
from mercato.cli.show.console import console, print_json
from mercato.cli.show.tables import sagas_table
from mercato.cli.show.timeline import show_saga
from mercato.errors import NotFound
from mercato.text.files import received

ARTICLES = (".txt", ".jsonl")
SHOWN = 15  # sagas listed: the most told of some eighty
FURTHER = (
    ("mercato read ARTICLES", "text, JSON, HTML, or folders of them"),
    ("mercato sagas --state open", "what is going on"),
    ('mercato saga "{saga}"', "one of them, with the words"),
    ('mercato person "{person}"', "what the press says of somebody"),
    ('mercato club "{club}"', "who may come, go, stay"),
    ("mercato sources", "who was first, who is credited"),
    ("mercato extract FILE --explain", "how one article is read, step by step"),
)


@click.command()
@knowledge_option
@json_option
def demo(as_json: bool) -> None:
    """Read the bundled sample articles into a throw-away store, list the sagas, and tell the most told one."""
    samples = files("mercato") / "samples"
    if not samples.is_dir():
        raise NotFound("the sample articles are not installed; install mercato again, or run: mercato read PATH")
    with as_file(samples) as folder, TemporaryDirectory(prefix="mercato-demo-") as place, made(str(Path(place) / "demo.db")) as library:
        summary = library.read(received(str(path) for path in sorted(folder.iterdir()) if path.suffix in ARTICLES))
        sagas = library.sagas()
        if not sagas:
            raise NotFound("no saga was read out of the samples; please report this")
        told = sorted(sagas, key=lambda s: (-s.reports, -s.contradictions, -len(s.against), s.id))
        most, page = told[0], library.saga(told[0].id)
    if as_json:
        print_json({"sagas": sagas, "saga": page})
        return
    out = console()
    out.rule(Text("reading the bundled articles", "head"), align="left", style="aside")
    show_summary(summary, as_json=False)
    out.rule(Text("mercato sagas", "head"), align="left", style="aside")
    out.print(sagas_table(told[:SHOWN], out))
    if len(told) > SHOWN:
        out.print(f"the {SHOWN} most told of {len(told)} sagas", style="aside")
    called = f"{most.person.split()[-1]} {most.destination or ''}".strip()
    out.rule(Text(f'mercato saga "{called}"', "head"), align="left", style="aside")
    show_saga(page, out)
    out.print("", "That was the demo; its store is gone again. To go on with your own articles:", "", sep="\n")
    further = Table.grid(padding=(0, 3))
    for command, purpose in FURTHER:
        shown = command.format(saga=called, person=most.person, club=most.destination or most.origin or "AC Milan")
        further.add_row(Text(f"  {shown}", "head"), Text(purpose, "aside"))
    out.print(further)
