"""Which language a text is in: as its tag says, else as its letters tell."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Protocol

from mercato.languages.noise import noises


class Identifier(Protocol):
    """What we use of py3langid."""

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Languages with their probability, the likeliest first."""
        ...


# Languages a football page is often in besides ours: to notice what we do not read, not to read it.
OTHERS = frozenset(
    {"nl", "ca", "gl", "eu", "ro", "pl", "cs", "sk", "hu", "sv", "da", "nb", "fi", "hr", "sl", "tr", "sq", "el", "ru", "uk", "bg", "ar"}
    | {"fa", "he", "hi", "id", "vi", "sw", "ja", "ko", "zh", "th"}
)
NEAR = frozenset({"ca", "gl", "ro", "da", "nl", "nb", "eu", "sv"})  # so near to ours that a headline is easily taken for them
SAMPLE = 600  # characters are enough: on the training texts the answer is the same as for the whole
GLANCE = 200  # characters that are tried first: they leave no doubt in 98 of 100 articles; more changed one answer in 1,200, for the worse (Greek links below)
NO_DOUBT = 0.95
SURE = 400  # characters: below, a near language is believed only when it is clear
CLEAR = 0.9
_TAG = re.compile(r"[a-z]{2,3}")
_MARKED = re.compile(r"[#@]\w+")  # hashtags and handles are in no language: "#Calciomercato" above an English post
_UNKNOWN = frozenset({"und", "mul", "zxx", "mis", "xx"})


@cache
def _identifier(languages: frozenset[str]) -> Identifier:
    langid = import_module("py3langid.langid")  # half a second to import: only where a language must be found
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages([tag for tag in sorted(languages | OTHERS) if tag in identifier.labels])
    found: Identifier = identifier
    return found


@cache
def _names() -> dict[str, str]:
    """Other tags and names of our languages."""
    return {name.lower(): language for language, file in noises().items() for name in file.tags}


def tagged(tag: str) -> str | None:
    """The language a tag means: "pt-BR" is pt, "ita" is it; None for a tag that says nothing."""
    whole = tag.strip().lower()
    first = re.split(r"[-_]", whole)[0]
    found = _names().get(whole) or _names().get(first) or first
    return found if _TAG.fullmatch(found) and found not in _UNKNOWN else None


def detected(text: str, languages: frozenset[str]) -> str:
    """The language of `text`, one of `languages` or any other."""
    text = _MARKED.sub("", text[: 2 * SAMPLE]).strip() or text
    if len(text) > GLANCE:
        best, score = _identifier(languages).rank(text[:GLANCE])[0]
        if best in languages and score >= NO_DOUBT:
            return best
    sample = text[:SAMPLE]
    ranked = _identifier(languages).rank(sample)
    best, score = ranked[0]
    if best in NEAR and best not in languages and (len(sample) < SURE or score < CLEAR):
        ours = next((found for found in ranked if found[0] in languages), None)
        if ours and (score < CLEAR or len(sample) < SURE // 4):
            return ours[0]
    return best


def language_of(text: str, given: str | None, languages: frozenset[str]) -> str | None:
    """The language of `text` if it is one of `languages`, else None; a tag given with it is believed."""
    known = tagged(given) if given else None
    found = known or detected(text, languages | frozenset(noises()) - {"all"})
    return found if found in languages else None
