"""What came of building the knowledge: of each source what was added, merged, refused, and every single case with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar


@dataclass(slots=True)
class Tally:
    """The figures of one source; `records` is added + merged + refused, the rest counts parts of records."""

    source: str
    records: int = 0
    added: int = 0
    merged: int = 0
    refused: int = 0
    left_out: int = 0  # names and spells that were not taken from a record that was
    weak: int = 0  # names that need football around them
    conflicts: int = 0  # facts that lost against another source's


@dataclass(frozen=True, slots=True)
class Merged:
    """A record that was joined to an entity. To undo it: the judgement "apart RECORD ENTITY"."""

    source: str
    record: str
    entity: str
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A record that bears the name of entities and was not joined to any. To join it: the judgement "same RECORD ENTITY"."""

    source: str
    record: str
    entities: tuple[str, ...]
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that was not taken; or, where `record` is given, a name or spell of one that was."""

    source: str
    place: str
    why: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Weak:
    """A name that needs football around it, and why."""

    source: str
    record: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources differ; `lost` is kept as a fact."""

    source: str
    entity: str
    field: str
    kept: str
    kept_source: str
    lost: str


@dataclass(frozen=True, slots=True)
class Idle:
    """A judgement that changed nothing, and why."""

    judgement: str
    why: str


@dataclass(slots=True)
class Report:
    """All of it; `dataclasses.asdict` makes JSON of it."""

    sources: list[Tally] = field(default_factory=list)
    merges: list[Merged] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    left_out: list[Refusal] = field(default_factory=list)
    weak: list[Weak] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    idle: list[Idle] = field(default_factory=list)

    def of(self, source: str) -> Tally:
        """The tally of a source, made when first asked for."""
        for tally in self.sources:
            if tally.source == source:
                return tally
        self.sources.append(Tally(source))
        return self.sources[-1]

    def refuse(self, source: str, place: str, why: str) -> None:
        """Count and list a record that is not taken."""
        tally = self.of(source)
        tally.records += 1
        tally.refused += 1
        self.refusals.append(Refusal(source, place, why))

    def leave_out(self, source: str, place: str, why: str, *, record: str) -> None:
        """Count and list a name or spell that is not taken."""
        self.of(source).left_out += 1
        self.left_out.append(Refusal(source, place, why, record))

    def lines(self, examples: int = 3) -> Iterator[str]:
        """The report for reading: the figures of each source, each followed by a few cases."""
        for tally in self.sources:
            yield (f"{tally.source}: {tally.records} records, {tally.added} added, {tally.merged} merged, {tally.refused} refused; "
                   f"{tally.left_out} names or spells left out, {tally.weak} weak names, {tally.conflicts} conflicts")  # fmt: skip
            yield from (f"  {line}" for line in self.cases(tally.source, examples))
        yield from (f"judgement {one.judgement} changed nothing: {one.why}" for one in self.idle)

    def cases(self, source: str, examples: int) -> Iterator[str]:
        """A few cases of each kind, refusals first."""
        yield from _reasons("refused", [r for r in self.refusals if r.source == source], examples)
        yield from _reasons("left out", [r for r in self.left_out if r.source == source], examples)
        yield from (f"merged {m.record} into {m.entity}: {m.reason}" for m in _first(self.merges, source, examples))
        yield from (f"kept apart {a.record} and {', '.join(a.entities)}: {a.reason}" for a in _first(self.apart, source, examples))
        yield from (f"weak {w.name} ({w.record}): {w.why}" for w in _first(self.weak, source, examples))
        yield from (f"conflict {c.entity} {c.field}: {c.kept} ({c.kept_source}), not {c.lost}" for c in _first(self.conflicts, source, examples))


def _reasons(what: str, refusals: list[Refusal], examples: int) -> Iterator[str]:
    """The commonest reasons, each with where it was met first."""
    places: dict[str, list[str]] = {}
    for refusal in refusals:
        places.setdefault(refusal.why, []).append(refusal.place)
    for why, met in sorted(places.items(), key=lambda one: -len(one[1]))[:examples]:
        yield f"{what} {met[0]}{f' and {len(met) - 1} more' if len(met) > 1 else ''}: {why}"


T = TypeVar("T", Merged, Apart, Refusal, Weak, Conflict)


def _first(cases: list[T], source: str, count: int) -> list[T]:
    found: list[T] = []
    for case in cases:
        if len(found) == count:
            break
        if case.source == source:
            found.append(case)
    return found
