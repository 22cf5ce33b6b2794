"""The frequent words of a language: a capital at the start of a sentence makes no name of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mercato.model.folding import fold

EVERYDAY = 10**-4.8  # the share of all words from which nobody takes a word for a name; rarer ones may be surnames: "Kane", "Pogba"


@cache
def common_words(language: str) -> frozenset[str]:
    """The folded words met once in a million or more often (the `small` lists of wordfreq, Zipf frequency 3); empty for a language without a list."""
    return frozenset(map(fold, _frequencies(language)))


@cache
def everyday_words(language: str) -> frozenset[str]:
    """Those of the common words that are so frequent that they are hardly ever a surname (Zipf frequency 4.2)."""
    return frozenset(fold(word) for word, share in _frequencies(language).items() if share >= EVERYDAY)


def _frequencies(language: str) -> Mapping[str, float]:
    import wordfreq  # a tenth of a second, which only reading needs

    try:
        return wordfreq.get_frequency_dict(language, "small")
    except LookupError:
        return {}
