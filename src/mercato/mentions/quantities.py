"""Money and years in text, with their spans, as the language writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mercato.languages.pack import Pack
from mercato.model.claim import Money
from mercato.model.folding import fold
from mercato.model.words import Words

THOUSAND, MILLION = 1_000.0, 1_000_000.0


@dataclass(frozen=True, slots=True)
class Amount:
    """Money said in words `first` up to `last`."""

    first: int
    last: int
    money: Money


def _choice(texts: list[str]) -> str:
    return "|".join(re.escape(fold(t)) for t in sorted(texts, key=len, reverse=True))


@cache
def _pattern(language: str, currencies: str, millions: str, thousands: str, numbers: str) -> re.Pattern[str]:
    sign = rf"(?:{currencies})"
    unit = rf"(?:{millions}|{thousands})"
    figure = rf"(?:\d{{1,3}}(?:[.,\s]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?|(?<!\w)(?:{numbers})(?!\w))"
    return re.compile(
        rf"(?<![\w.])(?P<sign>{sign})?\s?(?P<figure>{figure})(?:\s?-\s?(?:{sign})?\s?\d+(?:[.,]\d+)?)?[\s-]?(?:(?P<unit>{unit})(?!\w)(?:\s(?:de|di|d')\s?)?)?\s?(?P<currency>{sign}(?!\w))?"
    )


def _regex(pack: Pack) -> re.Pattern[str]:
    numbers = pack.words.numbers
    signs = _choice([t for texts in numbers.currencies.values() for t in texts])
    return _pattern(pack.language, signs, _choice(numbers.millions), _choice(numbers.thousands), _choice(list(numbers.words) or ["\0"]))


def _value(figure: str, pack: Pack) -> float:
    numbers = pack.words.numbers
    if figure in numbers.words:
        return numbers.words[figure]
    if re.fullmatch(r"\d{1,3}([.,\s]\d{3})+", figure) and (figure.count(".") + figure.count(",") + figure.count(" ") > 1 or numbers.decimal not in figure):
        return float(re.sub(r"\D", "", figure))
    return float(figure.replace(",", "."))


def amounts(words: Words, pack: Pack) -> list[Amount]:
    """Every amount that names a currency or counts millions, in order."""
    numbers = pack.words.numbers
    currencies = {fold(text): code for code, texts in numbers.currencies.items() for text in texts}
    millions, thousands = ({fold(t) for t in texts} for texts in (numbers.millions, numbers.thousands))
    found, at = [], {start: i for i, start in enumerate(words.starts)}
    for match in _regex(pack).finditer(words.plain):
        unit, sign = match["unit"], match["sign"] or match["currency"]
        value = _value(match["figure"], pack) * (MILLION if unit in millions else THOUSAND if unit in thousands else 1.0)
        if (not sign and unit not in millions) or value < 10 * THOUSAND:
            continue
        first = next((at[s] for s in range(match.start(), match.end()) if s in at), None)
        if first is None:
            continue
        last = first + 1
        while last < len(words.starts) and words.starts[last] < match.end():
            last += 1
        found.append(Amount(first, last, Money(value, currencies.get(sign or "", numbers.default))))
    return found
