"""One saga in a terminal: report by report with the words, then who stands for and against it, then what is contradicted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from mercato.cli.show.console import WIDE, plain
from mercato.cli.show.frame import table
from mercato.cli.show.tables import SHORT_ID, against, day, move, stage, state
from mercato.cli.show.words import quote
from mercato.views.passage import Passage
from mercato.views.saga import Entry, SagaLine, SagaPage, ahead, opposed

TELLING = ("stage", "against", "fee", "conditions")  # a passage that says none of these is shown only when no other is
VOICES = 4  # sentences shown on each side
MOST = 2  # passages shown of one report: the JSON has all


def show_saga(page: SagaPage, out: Console) -> None:
    """Print the saga."""
    out.print(heading(page))
    out.print(_timeline(page, out))
    if any(opposed(entry) for entry in page.entries):
        out.print(_sides(page, out))
    if page.disagreements:
        out.print(_disagreements(page))
        out.print()
    if page.contracts:
        out.print(_contracts(page))
    if page.others:
        others = (f"{saga.window} ({_many(saga.reports, 'report')}, {saga.id[:SHORT_ID]})" for saga in page.others)
        out.print(Text.assemble(("the same move at other times: ", "aside"), ", ".join(others)))


def heading(page: SagaPage) -> Group:
    """Who, from where to where, how it stands."""
    saga = page.saga
    first = Text.assemble((saga.person, "person"), "  ", move(saga), "  ", state(saga.state), (" · ", "aside"), stage(saga.stage, bar=True))
    counted = f"{_many(saga.reports, 'report')} from {_many(saga.sources, 'source')}, {_many(page.origins, 'independent origin')}"
    return Group("", first, Text(f"{saga.window} · {counted} · {_span(saga)} · saga {saga.id}", "aside"), "")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _span(saga: SagaLine) -> str:
    if saga.first is None:
        return "undated"
    return day(saga.first) if saga.first == saga.last else f"{day(saga.first)} to {day(saga.last)}"


def _timeline(page: SagaPage, out: Console) -> Group | Table:
    return _beside(page, out) if out.width >= WIDE else Group(*(_stacked(entry, page.saga, out) for entry in page.entries))


def _beside(page: SagaPage, out: Console) -> Table:
    """Columns, the words in the widest."""
    made = table()
    for label, width in (("day", 13), ("source", 22), ("report", 18), ("stage", 10), ("against", 10)):
        made.add_column(label, max_width=width)
    made.add_column("the words", ratio=1)
    made.expand = True
    for entry in page.entries:
        words = Group(*(quote(p, plain=plain(out)) for p in _telling(entry)), _aside(entry))
        made.add_row(_when(entry, "\n"), Text(entry.outlet, "source"), _standing(entry), stage(entry.stage, bar=False), against(entry.against), words)
        made.add_section()
    return made


def _stacked(entry: Entry, saga: SagaLine, out: Console) -> Group:
    """One line of facts, the words below."""
    dot = (" · ", "aside")
    facts: list[Text | str | tuple[str, str]] = [_when(entry, " "), dot, (entry.outlet, "source"), dot, _standing(entry), dot, stage(entry.stage, bar=False)]
    if entry.against:
        facts += [dot, "against: ", against(entry.against)]
    words = [quote(p, plain=plain(out)) for p in _telling(entry)]
    return Group(Text.assemble(*facts), Padding(Group(*words, _aside(entry)), (0, 0, 1, 4), expand=False))


def _when(entry: Entry, joint: str) -> Text:
    if entry.day is None:
        return Text("no date", "aside")
    if entry.basis != "inferred":
        return Text(entry.published)
    first, _, last = entry.published.partition("/")
    return Text.assemble(first, f"{joint}to {last}" if last else "", (f"{joint}(inferred)", "aside"))


def _standing(entry: Entry) -> Text:
    """What the report adds, and the chain of those it goes back to."""
    style = f"standing.{entry.standing}" if entry.standing in ("first", "denies") else ""
    return Text.assemble((entry.standing, style), *((f" {who}" if n == 0 else f" ← {who}", "source") for n, who in enumerate(entry.chain)))


def _telling(entry: Entry) -> tuple[Passage, ...]:
    """The passages that say how far it has got, who is against it, for how much."""
    told = tuple(p for p in entry.passages if any(p.says(field) for field in TELLING))
    return (told or entry.passages)[:MOST]


def _aside(entry: Entry) -> Text:
    """What else the report says, and the ids that corrections are addressed to."""
    facts = [f"credits {', '.join(entry.credited)}"] if entry.credited else []
    facts += [f"via {', '.join(entry.via)}"] if entry.via else []
    facts += [*entry.fees, *(f"mode {m}" for m in entry.modes if m != "unknown"), *entry.terms, *(f"if {c}" for c in entry.conditions)]
    ids = [f"claim {id}" for id in entry.claims] + [f"article {entry.article}"]
    lines = [" · ".join(facts)] if facts else []
    lines += [f"corrected: {said}" for said in entry.judgements]
    return Text("\n".join([*lines, " · ".join(ids)]), "aside")


def _sides(page: SagaPage, out: Console) -> Group:
    """The words for the move and against it, side by side."""
    sides = Table.grid(expand=True, padding=(0, 3))
    sides.add_column(ratio=1)
    sides.add_column(ratio=1)
    sides.add_row(Text("It goes on", "open"), Text("They stand against it", "against"))
    sides.add_row(_side(page.entries, ahead, out), _side(page.entries, opposed, out))
    return Group(Rule(style="aside"), sides)


def _side(entries: Sequence[Entry], said: Callable[[Entry], tuple[Passage, ...]], out: Console) -> Group:
    """The last to say it, each sentence once however often it is copied."""
    voices: dict[str, tuple[Entry, Passage]] = {}
    for entry in entries:
        for passage in said(entry)[:1]:
            voices.setdefault(passage.text, (entry, passage))
    told = [line for entry, passage in list(voices.values())[-VOICES:] for line in _voice(entry, passage, out)]
    earlier = len(voices) - VOICES
    first = [Text(f"{earlier} earlier in the timeline", "aside")] if earlier > 0 else []
    return Group(*first, *told) if told else Group(Text("nobody says so", "aside"))


def _voice(entry: Entry, passage: Passage, out: Console) -> Iterator[Text]:
    yield Text.assemble(_when(entry, " "), " ", (entry.outlet, "source"))
    yield quote(passage, plain=plain(out))
    yield Text()


def _disagreements(page: SagaPage) -> Table:
    made = table("The reports contradict each other")
    made.add_column("on", no_wrap=True)
    made.add_column("value", style="stage")
    made.add_column("says who", style="source")
    for found in page.disagreements:
        for n, saying in enumerate(found.sayings):
            made.add_row(found.field if n == 0 else "", saying.value, ", ".join(saying.outlets))
    return made


def _contracts(page: SagaPage) -> Text:
    parts = [f"{bond.club or 'his club'} until {bond.until} ({', '.join(bond.outlets)})" for bond in page.contracts]
    return Text.assemble(("contract: ", "aside"), "; ".join(parts))
