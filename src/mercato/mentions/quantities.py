"""Money and years in text, with their spans, as the language writes them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache

from mercato.languages.pack import Pack, pack
from mercato.model.claim import Money
from mercato.model.folding import fold
from mercato.model.words import Words, split

THOUSAND, MILLION = 1_000.0, 1_000_000.0
_POINTS = frozenset(',:;?!-"()/.\n%#@')
LEAST = 10 * THOUSAND  # what costs less is no transfer


@dataclass(frozen=True, slots=True)
class Amount:
    """Money said in words `first` up to `last`."""

    first: int
    last: int
    money: Money


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """An amount: sign, figure, perhaps the upper end of a range, unit, perhaps thousands or a half on top, currency."""
    numbers = pack(language).words.numbers
    sign = f"(?:{_choice([text for texts in numbers.currencies.values() for text in texts])})"
    word = _choice(list(numbers.words))
    more = _choice([text for text, value in numbers.words.items() if value > 1])  # "£250,000-a-week" is no range
    figure = rf"(?:\d{{1,3}}(?:[.,\s]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?|(?<![\w-])(?:{word})(?!\w))"
    between = rf"(?:(?<!\w)(?P<between>{_choice(numbers.between)})\s)?"
    upto = rf"(?(between)\s(?:{_choice(numbers.joins)})\s|(?:\s?[-/+]\s?|\s(?:{_choice(numbers.ranges)})\s))"
    half = rf"(?P<%s>\s(?:{_choice(numbers.half)})(?!\w))?"
    unit = rf"(?P<unit>{_choice(numbers.millions)}|{_choice(numbers.thousands)})(?!\w)"
    rest = rf"(?:\s?(?:{_choice(numbers.joins)})?\s?(?P<rest>\d{{1,3}})\s?(?:{_choice(numbers.thousands)})(?!\w))?"
    upper = rf"(?:{upto}(?:{sign})?\s?(?P<upper>\d+(?:[.,]\d+)?(?![\w.,]\d)|(?:{more})(?!\w)))?"
    return re.compile(
        rf"{between}(?<![\w.])(?P<sign>{sign})?\s?(?P<figure>{figure}){half % 'before'}{upper}"
        rf"[\s-]?(?:{unit}{half % 'behind'}{rest})?(?:(?:\s(?:de|di|d')\s?)?[\s-]?(?P<currency>{sign}(?!\w)))?"
    )


def _choice(texts: list[str]) -> str:
    """A regular expression for any of the texts; one that never matches for none."""
    return "|".join(re.escape(fold(text)) for text in sorted(texts, key=len, reverse=True)) or r"(?!)"


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of amounts: `telling` name a currency or count millions, without which nothing is an amount; `parts` are all that may stand in one."""

    telling: frozenset[str]
    parts: frozenset[str]
    currencies: dict[str, str]  # folded words and signs to their codes
    millions: frozenset[str]


@cache
def _vocabulary(language: str) -> _Vocabulary:
    numbers = pack(language).words.numbers
    telling = _words((*numbers.millions, *(text for texts in numbers.currencies.values() for text in texts)))
    others = (numbers.thousands, numbers.words, numbers.ranges, numbers.between, numbers.joins, numbers.half, ("de", "di", "d'"))
    currencies = {fold(text): code for code, texts in numbers.currencies.items() for text in texts}
    return _Vocabulary(telling, telling.union(*map(_words, others)), currencies, frozenset(map(fold, numbers.millions)))


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in split(text).folded)


def _stretches(words: Words, vocabulary: _Vocabulary) -> Iterator[tuple[int, int]]:
    """The parts of the text, as offsets, in which amounts may stand: around a telling word, from behind the last word before it that belongs to no amount
    to the first such word after it, whole, as what may not follow an amount must be seen.

    Letters beside figures in one word ("50m") may hold a telling word. To search the whole text takes several times as long.
    """
    folded, end, total = words.folded, 0, len(words.folded)
    for i in [i for i, word in enumerate(folded) if word in vocabulary.telling or not (word.isalpha() or word.isdigit() or word in _POINTS)]:
        if i < end:
            continue
        first, end = i, i + 1
        while first and (folded[first - 1] in vocabulary.parts or not folded[first - 1].isalpha()):
            first -= 1
        while end < total and (folded[end] in vocabulary.parts or not folded[end].isalpha()):
            end += 1
        yield words.ends[first - 1] if first else 0, words.ends[min(end, total - 1)]


def _figure(figure: str, pack: Pack) -> float:
    numbers = pack.words.numbers
    if figure in numbers.words:
        return numbers.words[figure]
    if re.fullmatch(r"\d{1,3}([.,\s]\d{3})+", figure) and (figure.count(".") + figure.count(",") + figure.count(" ") > 1 or numbers.decimal not in figure):
        return float(re.sub(r"\D", "", figure))
    return float(figure.replace(",", "."))


def _value(match: re.Match[str], pack: Pack, millions: Set[str]) -> float:
    """The amount in units of its currency; of a range the lower end, of a sum with bonuses ("35+5m") what comes without them."""
    unit, scale = match["unit"], 1.0
    if unit:
        scale = MILLION if unit in millions else THOUSAND
    value = _figure(match["figure"], pack) + (0.5 if match["before"] or match["behind"] else 0.0)
    return round(value * scale + float(match["rest"] or 0) * THOUSAND, 2)


def amounts(words: Words, pack: Pack) -> list[Amount]:
    """Every amount that names a currency or counts millions, in order; one without currency has the only one named, else the language's."""
    vocabulary = _vocabulary(pack.language)
    found: list[tuple[int, int, float, str | None]] = []
    pattern = _pattern(pack.language)
    for match in (match for first, end in _stretches(words, vocabulary) for match in pattern.finditer(words.plain, first, end)):
        sign = match["sign"] or match["currency"]
        if not sign and match["unit"] not in vocabulary.millions:
            continue
        value = _value(match, pack, vocabulary.millions)
        if value >= LEAST and (first := bisect_left(words.starts, match.start())) < (last := bisect_left(words.starts, match.end())):
            found.append((first, last, value, vocabulary.currencies.get(sign) if sign else None))
    named = {code for _, _, _, code in found if code}
    usual = named.pop() if len(named) == 1 else pack.words.numbers.default
    return [Amount(first, last, Money(value, code or usual)) for first, last, value, code in found]
