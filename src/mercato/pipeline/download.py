"""Sources that lie elsewhere: files at an address, fetched into the cache folder, and Wikidata, asked. Apart from the building, as httpx takes 0.2 s to
import."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args
from urllib.parse import urlsplit

from mercato.compiled import keep
from mercato.errors import BadKnowledge, NoAnswer
from mercato.fetch.http import Http, Limits, shown
from mercato.knowledge.importers import Found, Import
from mercato.knowledge.importers.questions import Which
from mercato.knowledge.records import Refused
from mercato.knowledge.slugs import slug
from mercato.pipeline.build import ASKED, Origin, Records, local
from mercato.pipeline.knowledge import WIKIDATA, wikidata
from mercato.settings import cache_folder

MOST = 500_000_000  # bytes: a hundred times the largest register we know of
SECONDS = 600.0  # for one file: the largest take minutes on a slow line
FOUND = 200
LEAST = 20  # such pages, where nothing is said: whom so many write of is known by surname too


def distant(place: str, tell: Callable[[str], None] | None = None) -> Origin:
    """The source at an address, or what Wikidata says; raises BadKnowledge for one that cannot be had. `tell` is called with a line whenever we wait."""
    if not place.startswith(ASKED):
        return local(download(place, tell=tell), place)
    which, _, least = place.removeprefix(ASKED).partition(":")
    if which not in get_args(Which) or not (least or "1").isdecimal():
        raise BadKnowledge(place, f"write {ASKED} and one of {', '.join(get_args(Which))}, and perhaps how well known: {ASKED}footballers:{LEAST}")

    asked = int(least or LEAST)

    def read() -> Records:
        endpoint = os.environ.get("MERCATO_WIKIDATA") or WIKIDATA
        told = wikidata(cast(Which, which), asked, cache_folder() / "wikidata", tell, endpoint=endpoint)
        return (one if isinstance(one, Refused) or asked < LEAST else replace(one, fame=1) for one in told)

    return Origin(place, Found((Import("wikidata", (), read),), ()))


def download(url: str, *, tell: Callable[[str], None] | None = None, limits: Limits | None = None, size: int = MOST) -> Path:
    """The file at `url`, in the cache folder under its own name, by which its form is known; what was there before is replaced.

    Raises BadKnowledge when the server has no such file, gives no answer, or one that is longer than `size` bytes or broke off.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise BadKnowledge(url, f"no address ({error}); write it like https://host/file") from error
    http = Http(limits or Limits(seconds=SECONDS), tell=tell)
    try:
        reply = http.get(url, size=size)
    except NoAnswer as error:
        raise BadKnowledge(shown(url), str(error).removeprefix(f"{shown(url)}: ")) from error
    finally:
        http.close()
    if reply.status != FOUND:
        raise BadKnowledge(shown(url), f"the server answered with status {reply.status}; check the address")
    name = Path(parts.path).name
    path = cache_folder() / "fetched" / slug(f"{parts.netloc.rpartition('@')[2]}{Path(parts.path).parent}") / (name if name not in ("", "..") else "index")
    keep(path, reply.body)
    if not path.exists():
        raise BadKnowledge(str(path), "what was fetched cannot be kept there; name another folder in MERCATO_CACHE")
    return path
