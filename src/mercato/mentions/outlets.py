"""Outlets that nobody knows, by the words in front of them, by what they call themselves, or by the brackets of a round-up: "told Radio Vltava"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mercato.languages.pack import Pack
from mercato.mentions.clues import Cue
from mercato.mentions.find import Find
from mercato.model.article import Mention, MentionKind, Span
from mercato.model.words import Words

Taken = Mapping[int, Find]  # by word, the name that it belongs to
LONG = 5  # words of the longest name
_JOINTS = frozenset({"&", "-"})
_STOPS = frozenset(".!?")
_ENDS: tuple[list[str], ...] = ([], ["."], ["\n"])


def outlets(words: Words, finds: Sequence[Find], cues: Sequence[Cue], pack: Pack) -> Iterator[Mention]:
    """The unknown outlets of one text; `finds` are the names already read. Of these a longer name may hold nobody known, or another outlet: "Radio Vltava" is
    no man, and "Vltava Echo" not the Echo of Liverpool."""
    taken = {i: find for find in finds for i in range(find.first, find.last)}
    known = {i: find for i, find in taken.items() if find.entries and find.entries[0].what is not MentionKind.SOURCE}
    found: dict[int, int] = {}
    for match, lexeme in cues:
        if lexeme.kind == "outlets" and (run := _behind(words, match.end, lexeme.value, taken, known, pack)):
            found.setdefault(*run)
    for run in (*_called(words, taken, known, pack), *_signed(words, taken)):
        found.setdefault(*run)
    until = 0
    for first, last in sorted(found.items()):
        if first >= until:
            until, said = last, words.said(first, last)
            yield Mention(MentionKind.SOURCE, Span(words.starts[first], words.ends[last - 1]), said, " ".join(said.split()), None, ("an outlet nobody knows",))


def _behind(words: Words, at: int, cue: str, taken: Taken, known: Taken, pack: Pack) -> tuple[int, int] | None:
    """The name behind words that bring in an outlet; a single word may be anybody's where people are told things too, and where nouns have capitals, no name
    at all, unless it is quoted or written as no other word is."""
    folded, defined = words.folded, False
    while at < len(folded) and folded[at] in pack.articles:
        at, defined = at + 1, True
    if at < len(folded) and folded[at] == '"':
        return _quoted(words, at + 1, taken, known)
    run = _run(words, at, taken)
    if run is None or not _proper(words, run, pack):
        return None
    first, last = run
    styled = any(words.folded[i].isdigit() or _styled(words.said(i, i + 1)) for i in range(first, last))
    if pack.words.capitals == "nouns" or (last - first == 1 and cue == "told" and not defined):
        return run if styled else None
    return run if styled or last - first > 1 or folded[last : last + 1] != ["s"] else None


def _quoted(words: Words, first: int, taken: Taken, known: Taken) -> tuple[int, int] | None:
    """What stands in quotation marks, if it may be a name and is not wholly one that we have read."""
    last = next((i for i in range(first, min(first + LONG + 1, len(words.folded))) if words.folded[i] == '"'), None)
    if not last or last == first or not _capital(words, first) or any(i in known for i in range(first, last)):
        return None
    return None if first in taken and taken[first].last == last else (first, last)


def _run(words: Words, first: int, taken: Taken) -> tuple[int, int] | None:
    """The capitalised words from `first` on, with figures, and what joins them; not those of another name."""
    if first >= len(words.folded) or not _capital(words, first) or first in taken:
        return None
    last = first + 1
    while last < len(words.folded) and last - first < LONG and last not in taken:
        joint = words.folded[last] in _JOINTS
        ahead = last + joint
        if ahead >= len(words.folded) or ahead in taken or not (_capital(words, ahead) or words.folded[ahead].isdigit()):
            break
        if words.text[words.ends[last - 1] : words.starts[ahead]].strip(" &-'’"):
            break
        last = ahead + 1
    return first, last


def _capital(words: Words, i: int) -> bool:
    return i in words.capitals or _styled(words.said(i, i + 1))


def _styled(said: str) -> bool:
    """Whether a word is written as only a name is: "TuttoC", "iNews"."""
    return any(map(str.isupper, said[1:]))


def _proper(words: Words, run: tuple[int, int], pack: Pack) -> bool:
    """Whether a word of it is neither common nor one that has a capital anyway."""
    return any(words.folded[i] not in pack.notnames and words.folded[i] not in pack.common and not words.folded[i].isdigit() for i in range(*run))


def _called(words: Words, taken: Taken, known: Taken, pack: Pack) -> Iterator[tuple[int, int]]:
    """The names that say what they are: "Radio Vltava", "Vltava Gazette"."""
    at = 0
    if pack.outlets.isdisjoint(words.folded):
        return
    while at < len(words.folded):
        run = _run(words, at, known)
        at = run[1] if run else at + 1
        if run is None or run[1] - run[0] == 1 or not (_proper(words, run, pack) or any(i in taken for i in range(*run))):
            continue
        if any(_heads(run, i, taken) for i in (run[0], run[1] - 1) if words.folded[i] in pack.outlets):
            yield run


def _heads(run: tuple[int, int], i: int, taken: Taken) -> bool:
    """Whether the first or last word of a name shows that it is an outlet's: not where that belongs to one we know, unless this is known by nothing else."""
    return i not in taken or not taken[i].entries or (taken[i].last - taken[i].first == 1 and run[0] not in taken)


def _signed(words: Words, taken: Taken) -> Iterator[tuple[int, int]]:
    """The names in brackets that end a sentence, in a text that ends others with outlets that we know."""
    ends = [run for run in _bracketed(words) if words.folded[run[0] - 2] in _STOPS or words.folded[run[1] + 1 : run[1] + 2] in _ENDS]
    if any(first in taken and taken[first].entries and taken[first].entries[0].what is MentionKind.SOURCE for first, _ in ends):
        yield from (run for run in ends if _run(words, run[0], taken) == run)


def _bracketed(words: Words) -> Iterator[tuple[int, int]]:
    """What stands in brackets, if it is no longer than a name."""
    opened = -1
    for i, word in enumerate(words.folded):
        if word == "(":
            opened = i + 1
        elif word == ")" and 1 < opened < i <= opened + LONG:
            yield opened, i
