"""With which letters a pattern can begin, so that it is tried only on lines that begin so."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

HEAD = 3  # letters: enough to tell nearly every line of an article from every line of noise
OPEN = "\0"  # ends a head behind which anything may follow
WIDE = 64  # characters: a larger class counts as any character
MANY = 1000  # heads: a pattern with more begins, for our purpose, with anything

_parser: Any = import_module("re._parser")  # what `re` itself parses with; there is no public way to a parsed pattern
_kinds: Any = import_module("re._constants")


def heads(pattern: str) -> frozenset[str]:
    """The lower-case beginnings of all that `pattern` can match: HEAD letters, or fewer where the match ends or anything (OPEN) may follow."""
    return frozenset(_sequence(_parser.parse(pattern)))


def longest(pattern: str) -> int:
    """How many characters `pattern` matches at most."""
    width: int = _parser.parse(pattern).getwidth()[1]
    return width


def _sequence(items: Iterable[tuple[Any, Any]]) -> set[str]:
    """The heads of `items` one after the other."""
    found = {""}
    for kind, argument in items:
        unfinished = {head for head in found if not _is_finished(head)}
        if not unfinished:
            break
        following = _item(kind, argument)
        if len(unfinished) * len(following) > MANY:
            return {OPEN}
        found = (found - unfinished) | {_cut(head + more) for head in unfinished for more in following}
    return found


def _is_finished(head: str) -> bool:
    return head.endswith(OPEN) or len(head) >= HEAD


def _cut(head: str) -> str:
    return head if len(head) <= HEAD else head[:HEAD]


def _item(kind: Any, argument: Any) -> set[str]:
    if kind is _kinds.LITERAL:
        return {chr(argument).lower()}
    if kind is _kinds.IN:
        return _class(argument)
    if kind is _kinds.BRANCH:
        return {head for branch in argument[1] for head in _sequence(branch)}
    if kind is _kinds.SUBPATTERN:
        return _sequence(argument[-1])
    if kind in (_kinds.MAX_REPEAT, _kinds.MIN_REPEAT):
        return _repeat(*argument)
    return {""} if kind in (_kinds.AT, _kinds.ASSERT, _kinds.ASSERT_NOT) else {OPEN}


def _repeat(least: int, most: int, items: Iterable[tuple[Any, Any]]) -> set[str]:
    once = _sequence(items)
    found = once if most == 1 else {head if _is_finished(head) else head + OPEN for head in once}
    return found | {""} if least == 0 else found


def _class(members: Iterable[tuple[Any, Any]]) -> set[str]:
    """The characters of a class in brackets, if they are few."""
    found: set[str] = set()
    for kind, argument in members:
        if kind is _kinds.LITERAL:
            found.add(chr(argument).lower())
        elif kind is _kinds.RANGE and argument[1] - argument[0] < WIDE:
            found |= {chr(point).lower() for point in range(argument[0], argument[1] + 1)}
        elif argument is _kinds.CATEGORY_DIGIT:
            found |= set("0123456789")
        else:
            return {OPEN}
    return found
