"""Who is meant: the mentions of short articles full of namesakes (`linking/<language>.jsonl`) against what our reading makes of them.

    python evals/linking.py [--language LANGUAGE] [--errors N] [--about WHAT]

An annotated mention is read as the mention of ours that shares most of its words. Of those whose entity is known, the share linked to just that entity; of
people and clubs that nobody knows, the share linked to somebody all the same; of places and common words, the share taken for a name. A line of the corpus:

    {"id", "lang", "date": "YYYY-MM-DD" or null, "text", "mentions": [{"words", "nth", "entity", "kind", "about"}]}

`nth` counts the occurrences of `words` in the text from 1; `entity` is an id of the starter knowledge or of the sources, or null; `kind` is person, club,
source, place or none (a common word); `about` says what is hard about it: one of ABOUT. Grounds and training grounds are not annotated. The texts are our own;
what they report is mostly true, but little-known people are invented.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mercato.knowledge.index import starter_knowledge
from mercato.languages.pack import pack
from mercato.mentions.read import Namer
from mercato.model.article import Mention
from mercato.model.words import split
from mercato.names.naming import folded
from mercato.sources.registry import read_sources

CORPUS = Path(__file__).parent / "linking"
KINDS = ("person", "club", "source", "place", "none")
ABOUT = ("namesakes", "club and city", "club and national team", "club and club", "newspapers", "time", "plain")
STRANGERS, CLUBS, WORDS = "strangers linked", "unknown clubs linked", "places and words taken"  # the lower the better
Article = dict[str, Any]


class Share(NamedTuple):
    """So many of so many."""

    hits: int
    n: int

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None of nothing."""
        return self.hits / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Judged:
    """One annotated mention beside ours (None: nothing found at its words)."""

    article: Article
    gold: dict[str, Any]
    start: int
    ours: Mention | None
    given: bool  # a known person called by a given name alone, which only what was said before can tell

    @property
    def right(self) -> bool:
        """Linked to the entity meant; where there is none, linked to nobody; a place or common word not taken for any name."""
        if self.gold["kind"] in ("place", "none"):
            return self.ours is None
        return bool((self.ours.entity if self.ours else None) == self.gold["entity"])


def articles(folder: Path = CORPUS) -> Iterator[Article]:
    """The articles of all languages, in the order of the files."""
    for path in sorted(folder.glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def start_of(text: str, words: str, nth: int) -> int:
    """Where the nth occurrence of `words` begins; raises ValueError where the text has fewer."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start


def namer_of_starter() -> Namer:
    """The naming that ships: starter knowledge and sources."""
    knowledge = starter_knowledge()
    return Namer(knowledge, read_sources())


def judged(some: Iterable[Article], namer: Namer) -> Iterator[Judged]:
    """Every annotated mention of the articles beside ours."""
    for article in some:
        day = date.fromisoformat(article["date"]) if article["date"] else None
        ours = namer.read(split(article["text"]), pack(article["lang"]), day)
        for gold in article["mentions"]:
            start = start_of(article["text"], gold["words"], gold["nth"])
            yield Judged(article, gold, start, _shared(ours, start, start + len(gold["words"])), _given(gold, namer))


def _shared(ours: Iterable[Mention], start: int, end: int) -> Mention | None:
    shares = [(min(m.span.end, end) - max(m.span.start, start), m) for m in ours]
    return max((pair for pair in shares if pair[0] > 0), key=lambda pair: pair[0], default=(0, None))[1]


def _given(gold: dict[str, Any], namer: Namer) -> bool:
    person = namer.linker.people.get(gold["entity"] or "")
    if person is None:
        return False
    said, names = folded(gold["words"]), [folded(name.text) for name in person.names]
    return said not in names and any(name.startswith(f"{said} ") for name in names)


def measure(namer: Namer | None = None, some: Iterable[Article] | None = None) -> dict[str, dict[str, Share]]:
    """For each language, and for "all", every figure with what it is measured on."""
    found = list(judged(articles() if some is None else some, namer or namer_of_starter()))
    languages = sorted({j.article["lang"] for j in found})
    return {language: _figures([j for j in found if language in ("all", j.article["lang"])]) for language in [*languages, "all"]}


def _figures(found: list[Judged]) -> dict[str, Share]:
    known = [j for j in found if j.gold["entity"]]
    linked = [j for j in found if j.ours and j.ours.entity]
    figures = {"linking": _right(known)}
    figures |= {f"  {kind}": _right(j for j in known if j.gold["kind"] == kind) for kind in KINDS[:3]}
    figures |= {f"  {about}": _right(j for j in known if j.gold["about"] == about) for about in ABOUT}
    figures |= {"  given name alone": _right(j for j in known if j.given), "  all but given names": _right(j for j in known if not j.given)}
    figures["right of the linked"] = _right(linked)
    unknown = [j for j in found if not j.gold["entity"]]
    figures[STRANGERS] = _linked(j for j in unknown if j.gold["kind"] == "person")
    figures[CLUBS] = _linked(j for j in unknown if j.gold["kind"] == "club")
    figures[WORDS] = _taken(j for j in unknown if j.gold["kind"] in ("place", "none"))
    return figures


def _right(some: Iterable[Judged]) -> Share:
    right = [j.right for j in some]
    return Share(sum(right), len(right))


def _linked(some: Iterable[Judged]) -> Share:
    linked = [j.ours is not None and j.ours.entity is not None for j in some]
    return Share(sum(linked), len(linked))


def _taken(some: Iterable[Judged]) -> Share:
    taken = [j.ours is not None for j in some]
    return Share(sum(taken), len(taken))


def show(figures: dict[str, dict[str, Share]]) -> None:
    """One line a figure, the languages side by side, each with its n."""
    print(f"{'':26}" + "".join(f"{language:>13}" for language in figures))
    for name in figures["all"]:
        cells = ("-" if row[name].value is None else f"{row[name].value:.3f}/{row[name].n}" for row in figures.values())
        print(f"{name:26}" + "".join(f"{cell:>13}" for cell in cells))


def show_error(wrong: Judged) -> None:
    """The words with the sentence around them, what was meant, and how we came to something else."""
    gold, ours, text = wrong.gold, wrong.ours, wrong.article["text"].replace("\n", " ")
    print(f"{wrong.article['id']} {wrong.article['date']} {gold['about']}: {text[: wrong.start]}>>{gold['words']}<<{text[wrong.start + len(gold['words']) :]}")
    print(f"    meant {gold['kind']} {gold['entity'] or '-'}")
    if ours:
        print(f"    read  {ours.kind} {ours.entity or '-'} at {ours.said!r}: {', '.join(ours.reasons)}; candidates {', '.join(ours.candidates) or '-'}")
    else:
        print("    read  nothing")


def wrong_of(found: Iterable[Judged]) -> list[Judged]:
    """The mentions that count against us: a stranger found but left unlinked does not."""
    return [j for j in found if not j.right]


def main() -> None:
    """Print the figures, and on demand what is wrong."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--language", choices=[path.stem for path in sorted(CORPUS.glob("*.jsonl"))])
    ap.add_argument("--errors", type=int, default=0, metavar="N")
    ap.add_argument("--about", choices=ABOUT)
    a = ap.parse_args()
    namer, some = namer_of_starter(), [x for x in articles() if a.language in (None, x["lang"])]
    show(measure(namer, some))
    wrong = [j for j in wrong_of(judged(some, namer)) if a.about in (None, j.gold["about"])]
    for j in wrong[: a.errors]:
        show_error(j)


if __name__ == "__main__":
    main()
