"""The common words of a language: a capital at the start of a sentence makes no name of them."""

from __future__ import annotations

from functools import cache

from mercato.model.folding import fold


@cache
def common_words(language: str) -> frozenset[str]:
    """The folded words met once in a million or more often (the `small` lists of wordfreq, Zipf frequency 3); empty for a language without a list."""
    import wordfreq  # a tenth of a second, which only reading needs

    try:
        return frozenset(map(fold, wordfreq.get_frequency_dict(language, "small")))
    except LookupError:
        return frozenset()
