"""What may be corrected in a claim, and how the value somebody typed becomes the corrected claim."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from mercato.errors import BadInput
from mercato.model.claim import Against, Claim, Mode, Money, Named, Stage, Tense
from mercato.model.world import Role

NOTHING = frozenset({"", "none", "null", "-"})


def named(value: str) -> Named:
    """`Full Name` of somebody unlinked, or `entity-id=Full Name`."""
    entity, sign, name = value.partition("=")
    if not sign:
        return Named(value.strip())
    return Named(name.strip() or entity.strip(), entity.strip())


def _somebody(value: str) -> Named:
    if value.casefold() in NOTHING:
        raise ValueError("a name, or entity-id=name")
    return named(value)


def _anybody(value: str) -> Named | None:
    return None if value.casefold() in NOTHING else named(value)


def _word(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    def read(value: str) -> StrEnum:
        try:
            return kind(value.casefold())
        except ValueError as error:
            raise ValueError("one of " + ", ".join(kind)) from error

    return read


def _stage(value: str) -> Stage:
    words = {stage.word: stage for stage in Stage}
    if value.casefold() not in words:
        raise ValueError("one of " + ", ".join(words))
    return words[value.casefold()]


def _items(value: str) -> tuple[str, ...]:
    return () if value.casefold() in NOTHING else tuple(x.strip() for x in value.split(";") if x.strip())


def _against(value: str) -> tuple[StrEnum, ...]:
    return tuple(_word(Against)(x) for x in _items(value.replace(",", ";")))


def _names(value: str) -> tuple[Named, ...]:
    return tuple(named(x) for x in _items(value))


def _fee(value: str) -> Money | None:
    if value.casefold() in NOTHING:
        return None
    amount, _, currency = value.replace(",", "").partition(" ")
    try:
        number = float(amount)
    except ValueError:
        number = math.nan
    if not (math.isfinite(number) and number >= 0 and len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise ValueError("an amount and a currency, like 4000000 EUR, or none")
    return Money(number, currency.upper())


def _when(value: str) -> tuple[date, date] | None:
    if value.casefold() in NOTHING:
        return None
    first, _, last = value.partition("/")
    try:
        interval = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
    except ValueError as error:
        raise ValueError("a day or two, like 2025-07-01/2025-09-01, or none") from error
    if interval[0] > interval[1]:
        raise ValueError("the earlier day first, like 2025-07-01/2025-09-01")
    return interval


@dataclass(frozen=True, slots=True)
class Correctable:
    """A field as the annotation guide calls it: its attribute of Claim, and the reader of its values."""

    attribute: str
    read: Callable[[str], Any]


FIELDS: Mapping[str, Correctable] = {
    "person": Correctable("person", _somebody),
    "role": Correctable("role", _word(Role)),
    "from": Correctable("origin", _anybody),
    "to": Correctable("destination", _anybody),
    "tense": Correctable("tense", _word(Tense)),
    "stage": Correctable("stage", _stage),
    "mode": Correctable("mode", _word(Mode)),
    "against": Correctable("against", _against),
    "fee": Correctable("fee", _fee),
    "when": Correctable("when", _when),
    "terms": Correctable("terms", _items),
    "conditions": Correctable("conditions", _items),
    "sources": Correctable("sources", _names),
    "via": Correctable("via", _names),
}


def correct(claim: Claim, field: str, value: str) -> Claim:
    """`claim` with one field replaced; its evidence stays: that is what the article says.

    Raises BadInput, which says what may be written, for an unknown field or a value that cannot be read.
    """
    if field not in FIELDS:
        raise BadInput(f"claim {claim.id}", f"{field!r} is no field that can be corrected", "use one of " + ", ".join(FIELDS))
    target = FIELDS[field]
    try:
        read = target.read(value.strip())
    except ValueError as error:
        raise BadInput(f"claim {claim.id}", f"{value!r} is no value of {field}", f"write {error}") from error
    changes: dict[str, Any] = {target.attribute: read}
    return replace(claim, **changes)
