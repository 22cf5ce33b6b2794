"""People, clubs and sources as the press tells of them, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mercato.cli.show.frame import heading, table
from mercato.cli.show.tables import day, sagas_table, stage
from mercato.views.club import ClubPage
from mercato.views.person import Past, PersonPage, Stay
from mercato.views.saga import SagaLine
from mercato.views.source import SourcePage

SHOWN = 15  # sagas shown in one list of a page


def show_person(page: PersonPage, out: Console) -> None:
    """Print what the press says of a person."""
    about = (*page.nationalities, page.position, f"born {day(page.born)}" if page.born else None, page.birthplace)
    heading(out, page.name, about if page.id else ("not in the knowledge: unlinked",), page.names)
    if page.career:
        out.print(_career(page.career), "", sep="\n")
    _sagas(out, page.sagas, "Sagas", "no current move is told")
    if page.past:
        out.print(_past(page.past))
        out.print()
    if page.contracts:
        told = (f"{bond.club or 'club not named'} until {bond.until} ({', '.join(bond.outlets)})" for bond in page.contracts)
        out.print(Text.assemble(("Contracts  ", "head"), "; ".join(told)))
        out.print()


def _sagas(out: Console, sagas: Sequence[SagaLine], title: str, nothing: str) -> None:
    out.print(sagas_table(sagas[:SHOWN], out, f"{title} ({len(sagas)})") if sagas else Text.assemble((f"{title}  ", "head"), (nothing, "aside")))
    if len(sagas) > SHOWN:
        out.print(f"and {len(sagas) - SHOWN} more: --json has all", style="aside")
    out.print()


def _past(past: Sequence[Past]) -> Table:
    made = table("Told as past")
    for label in ("from", "to", "how far", "time", "told by"):
        made.add_column(label, max_width=30)
    for told in past:
        count = f"{told.articles} article" + ("s" if told.articles > 1 else "")
        when = (told.when or "").replace("/", " to ")
        made.add_row(told.origin or "", told.destination or "", stage(told.stage, bar=False), when, f"{count}: {', '.join(told.outlets)}")
    return made


def _career(career: Sequence[Stay]) -> Table:
    made = table("Career as known")
    for label in ("from", "to", "club", "as"):
        made.add_column(label)
    for stay in career:
        first, last = (f"{d:%Y-%m}" if d else "" for d in (stay.first, stay.last))
        made.add_row(first, last, Text(stay.club, "club"), stay.occupation + (", on loan" if stay.loan else ""))
    return made


def show_club(page: ClubPage, out: Console) -> None:
    """Print what the press says of a club."""
    heading(out, page.name, (page.city, page.country, *page.stadiums[:1]) if page.id else ("not in the knowledge: unlinked",), page.names)
    _sagas(out, page.incoming, "May come", "nobody")
    _sagas(out, page.outgoing, "May go", "nobody")
    _sagas(out, page.renewals, "May stay", "nobody")


def show_source(page: SourcePage, out: Console) -> None:
    """Print what a source has said."""
    source = page.source
    near = f"near to {', '.join(page.bias)}" if page.bias else None
    heading(out, source.name, (source.kind, source.country, *page.languages, *page.domains[:1], near))
    counted = (
        ("articles", page.articles), ("reports", source.reports), ("firsts", source.firsts), ("credits by others", source.credited), ("sagas", source.sagas)
    )  # fmt: skip
    out.print(Text(" · ", "aside").join(Text.assemble((str(n), "bold"), f" {label}") for label, n in counted))
    stands = ((f"{source.done} done", "done"), ", ", (f"{source.off} off", "off"), ", ", (f"{source.waiting} open or silent", "open"))
    out.print(Text.assemble(("of these sagas: ", "aside"), *stands))
    out.print()
    if page.stages:
        out.print(_bars("How far it claimed", page.stages))
        out.print()
    if page.standings:
        out.print(_bars("What its reports added", page.standings))
        out.print()
    _sagas(out, page.sagas, "Sagas", "none")


def _bars(title: str, counts: Sequence[tuple[str, int]], width: int = 30) -> Table:
    made = table(title)
    for label in ("", "", ""):
        made.add_column(label)
    made.show_header = False
    most = max(n for _, n in counts)
    for word, n in counts:
        made.add_row(word, Text("█" * max(1, round(n * width / most)), "stage"), str(n))
    return made
