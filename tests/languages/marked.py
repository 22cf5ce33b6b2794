"""Sentences whose mentions are marked by hand: "[to:Newcastle] are keen on [person:Lucas Paqueta]"."""

from __future__ import annotations

import re

from mercato.claims.grounds import survey
from mercato.claims.masked import DASH, Masked, understood
from mercato.claims.slots import fill
from mercato.languages.pack import Frame, Pack
from mercato.model.article import BlockKind, Mention, MentionKind, Span
from mercato.model.claim import Money
from mercato.model.words import split

_MARK = re.compile(r"\[(\w+):([^\]]*)\]")
_KINDS = {"person": MentionKind.PERSON, "source": MentionKind.SOURCE, "money": None, "year": None}


def marked(text: str, pack: Pack) -> tuple[Masked, dict[int, str]]:
    """The masked sentence and, by position, the role each mark gives."""
    masked, roles, at = Masked("", 0, BlockKind.BODY, 0, [], [], [], {}, {}), {}, 0
    for mark in (*_MARK.finditer(text), None):
        _plain(masked, text[at : mark.start() if mark else len(text)])
        if mark is None:
            break
        at, role = mark.end(), mark[1]
        position = len(masked.words)
        kind = _KINDS.get(role, MentionKind.CLUB)
        masked.words.append(kind.name if kind else role.upper())
        _said(masked, mark[2])
        if kind:
            masked.mentions[position] = Mention(kind, Span(0, 0), mark[2], mark[2], None)
        elif role == "money":
            masked.money[position] = Money(1.0, "EUR")
        roles[position] = role
    return understood(masked, pack), roles


def _plain(masked: Masked, text: str) -> None:
    words = split(text)
    for i, word in enumerate(words.folded):
        if word not in (".", "\n"):
            apart = word == "-" and (text[words.starts[i]] != "-" or " " in text[max(0, words.starts[i] - 1) : words.starts[i] + 2])
            masked.words.append(DASH if apart else "YEAR" if re.fullmatch(r"(19|20)\d\d", word) else "NUMBER" if word.isdigit() else word)
            _said(masked, words.said(i, i + 1))


def _said(masked: Masked, text: str) -> None:
    masked.starts.append(len(masked.text))
    masked.text += text
    masked.ends.append(len(masked.text))
    masked.text += " "


def fillings(text: str, frame: Frame, pack: Pack) -> tuple[list[dict[str, tuple[int, ...]]], dict[int, str]]:
    """What every match of `frame` in the sentence fills, and the marked roles."""
    masked, roles = marked(text, pack)
    grounds = survey(masked, pack)
    return [fill(masked, pack, frame, match, grounds).roles for match, trigger in masked.triggers if trigger.frame.name == frame.name], roles
