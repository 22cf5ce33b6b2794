"""How reporters' posts are read: labels by others (`shared/rumours/labelled_posts_open.json`) against our current moves.

    python evals/posts.py [--errors N]

Two figures: by the labels' names as they stand, and with those that name a club by its handle ("@acffiorentina") read as the club that we read in the
same words, which the names alone would count against us.

The mapping: a labelled transfer is found when one of its players goes to one of its rumoured clubs, under any of the names given; where no club is named, when
he leaves; a deal labelled as off that names no club is no transfer, since he goes nowhere. A move of ours is right when it is one of the labelled transfers, or
a stay at, or a departure from, a club labelled as his present one. The labels are of players only, so moves of coaches and directors are not compared. Stages
are not compared: theirs are others.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import score

from mercato.languages.pack import languages
from mercato.model.article import MentionKind
from mercato.pipeline.press import Press
from mercato.pipeline.reader import built_in
from mercato.sources.registry import read_sources
from mercato.text.read import article_of
from mercato.text.received import Received
from mercato.views.guide import guide

POSTS = Path(__file__).parents[2] / "shared" / "rumours" / "labelled_posts_open.json"
KINDS = ("rumoured_teams", "current_teams")
Post = dict[str, Any]


def bare(name: str) -> str:
    """A name without the marks of hashtags and handles."""
    return name.lstrip("#@")


def spelt(transfer: Post, clubs: dict[str, str]) -> Post:
    """The transfer with the usual names beside those by which its labels call the clubs we read in the same words."""
    return transfer | {kind: [*transfer[kind], *(clubs[said] for name in transfer[kind] if (said := bare(name)) in clubs)] for kind in KINDS}


def fits(move: Post, transfer: Post, clubs: str) -> bool:
    """Whether a move of ours is that transfer, to one of its clubs of that kind."""
    if not any(score.same_person(bare(player), move["person"]) for player in transfer["involved_players"]):
        return False
    names = transfer[clubs]
    return not names if move["to"] is None else any(score.same_club(bare(name), move["to"]) for name in names)


def main() -> None:
    """Read the posts and print the figures."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()
    reader, press = built_in(), Press(read_sources())
    found = labelled = right = said = silent = quiet = named = fitting = 0
    for i, post in enumerate(json.loads(POSTS.read_text(encoding="utf-8"))):
        article = article_of(Received(str(i), post["text"], str(i)), press, languages())
        reading = reader.extract(article)
        moves = [m for m in guide(reading)["moves"] if m["tense"] == "current" and m["role"] == "player"]
        transfers = [t for t in post["transfers"] if t["rumoured_teams"] or t["stage"] != "deal_off"]
        hits = [any(fits(m, t, "rumoured_teams") for m in moves) for t in transfers]
        good = right_of(moves, transfers)
        clubs = {m.said: m.name for m in reading.mentions if m.kind is MentionKind.CLUB and m.entity}
        known = [spelt(t, clubs) for t in transfers]
        named, fitting = named + sum(any(fits(m, t, "rumoured_teams") for m in moves) for t in known), fitting + sum(right_of(moves, known))
        found, labelled, right, said = found + sum(hits), labelled + len(hits), right + sum(good), said + len(good)
        if not post["is_rumour"]:
            silent, quiet = silent + (not moves), quiet + 1
        if a.errors and not (all(hits) and all(good)):
            a.errors -= 1
            print(post["text"].replace("\n", " "), "\n   labelled", [(t["involved_players"], t["rumoured_teams"], t["stage"]) for t in transfers])
            print("   read    ", [(m["person"], m["from"], m["to"], m["stage"]) for m in moves])
    print(f"labelled transfers found {found}/{labelled} = {found / labelled:.3f}; precision {right}/{said} = {right / max(1, said):.3f}; ", end="")
    print(f"no move on posts without a rumour {silent}/{quiet} = {silent / quiet:.3f}")
    print(f"with handles as clubs: found {named}/{labelled} = {named / labelled:.3f}; precision {fitting}/{said} = {fitting / max(1, said):.3f}")


def right_of(moves: list[Post], transfers: list[Post]) -> list[bool]:
    """Of each move of ours whether it is right."""
    return [any(fits(m, t, kind) for t in transfers for kind in KINDS) or leaves(m, transfers) for m in moves]


def leaves(move: Post, transfers: list[Post]) -> bool:
    """Whether it is a departure of somebody labelled."""
    return move["to"] is None and any(score.same_person(bare(p), move["person"]) for t in transfers for p in t["involved_players"])


if __name__ == "__main__":
    main()
