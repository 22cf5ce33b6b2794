"""One spelling for each country, whatever a source calls it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from mercato.model.folding import fold
from mercato.yamlfile import load

FILE = Path(__file__).parent / "countries.yml"
UNION = "United Kingdom"  # Wikidata says so for the four below, of which each has a football of its own
HOME_NATIONS = frozenset({"England", "Scotland", "Wales", "Northern Ireland"})
_WORD = re.compile(r"[^\W_]+")


class Countries(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """All of countries.yml: each country with its other names."""

    countries: dict[str, list[str]]


def plain(text: str) -> str:
    """The folded words of a country's name: "cote-d-ivoire" and "Côte d'Ivoire" are both "cote d ivoire"."""
    return " ".join(_WORD.findall(fold(text)))


@cache
def _spellings() -> dict[str, str]:
    return {plain(text): name for name, others in load(FILE, Countries).countries.items() for text in (name, *others)}


def known() -> frozenset[str]:
    """Every way to write a country, folded."""
    return frozenset(_spellings())


@cache
def country(text: str) -> str:
    """Our spelling of a country; one that we do not know stays as it is written."""
    return _spellings().get(plain(text), text.strip())


def agree(one: str, other: str) -> bool:
    """Whether two countries, spelled our way, can be one place: the same, or the United Kingdom and a part of it."""
    return one == other or (UNION in (one, other) and bool(HOME_NATIONS & {one, other}))
