"""All known names over several indexes, with what was lately looked up kept at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mercato.model.article import MentionKind
from mercato.names.index import Lookup
from mercato.names.layers import Layers
from mercato.names.naming import Entry

Q = TypeVar("Q")
A = TypeVar("A")
Asked = tuple[str, str, bool, bool, bool]  # a name, the language it is met in; whether written small, a common word, surely proper
AFFIXES = ("official", "oficial", "officiel", "fc", "cfc", "afc", "acf", "ac", "as", "cf", "bc", "us", "uc", "sc", "ssc", "calcio")
EDITIONS = ("en", "es", "fr", "english", "espanol")  # behind the handle of a club: its account in another language
HANDLE = 5  # letters: shorter words are too like others
AT_HAND = 32_768  # answers kept of each kind of question: the words of some hundred articles, about 5 MB


class Kept(dict[Q, A]):
    """Answers by question, looked up when first asked; emptied when too many."""

    def __init__(self, ask: Callable[[Q], A]) -> None:
        self._ask = ask

    def __missing__(self, question: Q) -> A:
        if len(self) >= AT_HAND:
            self.clear()
        answer = self[question] = self._ask(question)
        return answer


class NameTable:
    """Every name in the `indexes`: first those of what is known, then those of sources.

    `glance[word]` gives the bits of a word (see names.index), `entries[name]` all that a name may mean, `begun[start]` whether any name begins so;
    `meant[asked]` what a name may mean that is written so in a text of that language.
    """

    def __init__(self, *indexes: Lookup) -> None:
        self._names = Layers(*indexes)
        self.glance = Kept(self._names.glance)
        self.entries = Kept(self._names.entries)
        self.begun = Kept(self._names.begun)
        self.meant: Kept[Asked, tuple[Entry, ...]] = Kept(self._meant)

    def _meant(self, asked: Asked) -> tuple[Entry, ...]:
        name, language, small, common, proper = asked
        entries = (e for e in self.entries[name] if not (e.part or (common and e.kind == "surname")))
        return tuple([e for e in entries if _fits(e, language, small) and (proper or not e.acronym)])

    def handle(self, word: str) -> Entry | None:
        """The club whose handle `word` may be: its name in one word, with or without the letters of its kind ("chelseafc", "officialuslecce")."""
        asked = [word]
        for rest in asked:
            if club := self._names.handle(rest):
                return Entry(MentionKind.CLUB, club, "alias", "all", False)
            if len(rest) > HANDLE:
                cut = (*map(rest.removeprefix, AFFIXES), *map(rest.removesuffix, AFFIXES + EDITIONS))
                asked += [short for short in dict.fromkeys(cut) if len(short) > HANDLE - 2 and short not in asked]
        return None


def _fits(entry: Entry, language: str, small: bool) -> bool:
    if entry.kind == "signed":
        return False
    if entry.language not in ("all", language) and (entry.kind in ("nickname", "country") or small or (entry.weak and entry.what is MentionKind.SOURCE)):
        return False  # "Star" is a paper to the English press, and anybody of renown to the German
    if entry.small and (not entry.weak or entry.language == language):  # a weak one only in the language it is listed for: "kicker" is an English word
        return True
    return not small or (entry.kind == "nickname" and not entry.weak and entry.what is MentionKind.CLUB)
