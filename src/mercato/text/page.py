"""A web page to an article as received: its text, title, date and address, without the page around it."""

from __future__ import annotations

import re
from importlib import import_module

from mercato.errors import BadInput
from mercato.text.received import PAGE, Received

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding
_LANG = re.compile(r"<html[^>]{0,400}?\slang\s*=\s*[\"']?([\w-]{2,12})", re.IGNORECASE)
REMEDY = "give the text of the article as .txt or .json"


def page_of(content: bytes, name: str, place: str) -> Received:
    """The article on a page; raises BadInput for one too large, or without any article that can be found."""
    if len(content) > PAGE:
        raise BadInput(place, f"the page is larger than {PAGE // 1_000_000} MB", REMEDY)
    if not content.strip():
        raise BadInput(place, "empty", "leave it out, or save the page again")
    html = _decoded(content, place)
    trafilatura = import_module("trafilatura")  # a second to import: only where there is a page
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or not (found.text or "").strip():
        raise BadInput(place, "no article found on the page", REMEDY)
    language = _LANG.search(html[:_HEAD])
    return Received(name, found.text, place, found.title, found.url, found.hostname or found.sitename, found.date, language[1] if language else None)


def _decoded(content: bytes, place: str) -> str:
    """The page in characters: as it says itself, else UTF-8, else what browsers take for granted."""
    if b"\0" in content[:_HEAD] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(place, "binary, not a page", REMEDY)
    named = _CHARSET.search(content[:_HEAD])
    names = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig"]
    names += [named[1].decode("ascii", "replace")] if named else []
    for encoding in names:
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")
