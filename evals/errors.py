"""Show, article by article, the moves missed and invented, with the sentences, mentions, candidates and why each was kept or dropped.

python evals/errors.py [--corpus DIR] [--lang en] [--only ID] [--most N] [--kind missed|invented]
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import score
from corpus import CORPUS, Example, Move, examples
from predict import predicted

from mercato.pipeline.reader import Explained, built_in


def line(move: Move) -> str:
    """A move in one line."""
    return f"{move['person']} | {move['from']} -> {move['to']} {move['tense']} {move['stage']} {move['against']} {move['mode']}"


def show_sentences(explained: Explained) -> None:
    """The sentences with their mentions; an asterisk marks the unlinked."""
    for masked in explained.sentences:
        marks = " ".join(f"[{m.kind[0]}:{m.name}{'' if m.entity else '*'}]" for m in masked.mentions.values())
        print(f"    {masked.index:3} {masked.kind[:4]} {masked.span(0, len(masked.words)).of(masked.text) if masked.words else ''}\n        {marks}")


def show_candidates(explained: Explained) -> None:
    """Each candidate with its verdict and the statements behind it."""
    for c in explained.candidates:
        group = c.group
        where = f"{group.origin.named.name if group.origin else None} -> {group.to.name if group.to else None}"
        why = {tense.value: list(reasons) for tense, reasons in c.reasons.items() if reasons}
        print(f"    candidate {group.person.name} | {where} {group.stage.word} => current {c.current:.2f}, past {c.past:.2f}  {why or ''}")
        for s in group.statements:
            said = s.masked.span(s.match.start, s.match.end).of(s.masked.text)
            print(f"        s{s.masked.index} {s.frame.name} “{said}” person {s.person.how}, to {s.to.how if s.to else '-'}, {sorted(s.flags)}")


def show(example: Example, explained: Explained, wanted: str | None) -> tuple[int, int, int]:
    """Print the article if it has faults of the kind wanted; how many moves were found, missed, invented."""
    gold, said = score.clean(example.gold), score.clean(predicted(explained))
    current = [[m for m in x["moves"] if m["tense"] == "current"] for x in (gold, said)]
    pairs, missed, extra = score.pairs_of(*current, score.same_move)
    if (missed and wanted != "invented") or (extra and wanted != "missed"):
        print(f"== {example.id} {example.article.published}")
        show_sentences(explained)
        for m in missed:
            print("  MISSED  ", line(m))
        for m in extra:
            print("  INVENTED", line(m))
        show_candidates(explained)
    return len(pairs), len(missed), len(extra)


def main() -> None:
    """Read the arguments and show."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--corpus", type=Path, default=CORPUS)
    ap.add_argument("--lang")
    ap.add_argument("--only")
    ap.add_argument("--most", type=int, default=1000)
    ap.add_argument("--kind", choices=["missed", "invented"])
    a = ap.parse_args()
    reader, shown = built_in(), 0
    total: Counter[str] = Counter()
    for example in examples(a.corpus):
        if (a.lang and example.article.language != a.lang) or (a.only and example.id != a.only) or shown >= a.most:
            continue
        found = show(example, reader.explain(example.article), a.kind)
        shown += bool(found[1] or found[2])
        total.update(dict(zip(("found", "missed", "invented"), found, strict=True)))
    print(dict(total))


if __name__ == "__main__":
    main()
