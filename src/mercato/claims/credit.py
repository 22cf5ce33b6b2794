"""Who says so: the sources a text credits, who relays them, and how far down a credit reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mercato.claims.masked import Masked
from mercato.claims.statements import named
from mercato.model.article import BlockKind, Mention, MentionKind, Span
from mercato.model.claim import Named

BRACKETS = frozenset({"(", ")"})


@dataclass(frozen=True, slots=True)
class Credit:
    """A source named in sentence `index`; `reach` are the sentences it answers for, `relay` whether it only passes a report on."""

    source: Named
    span: Span
    index: int
    reach: frozenset[int]
    relay: bool = False


def credits(sentences: Sequence[Masked], own: str | None) -> list[Credit]:
    """Every credit of the article but those to `own`, its own outlet."""
    found: list[Credit] = []
    section: Credit | None = None
    for at, masked in enumerate(sentences):
        alone = _alone(masked)
        if masked.kind in (BlockKind.HEADING, BlockKind.TITLE):
            section = Credit(named(alone), alone.span, masked.index, frozenset({masked.index})) if alone else (section if at else None)
            continue
        here = list(_named_here(sentences, at))
        found += here
        if section and not here:
            found.append(Credit(section.source, section.span, masked.index, frozenset({masked.index})))
        if not here and found and masked.lexemes and _continues(masked) and found[-1].index >= masked.index - 4:
            last = found[-1]
            found.append(Credit(last.source, last.span, masked.index, frozenset({masked.index}), last.relay))
    return [c for c in found if c.source.entity is None or c.source.entity != own]


def _alone(masked: Masked) -> Mention | None:
    """The source that a heading consists of: "THE SUN" in a round-up."""
    sources = masked.said(MentionKind.SOURCE)
    return masked.mentions[sources[0]] if len(sources) == 1 and len(masked.words) <= 3 else None


def _continues(masked: Masked) -> bool:
    return any(lexeme.kind == "credit" and lexeme.value == "adds" for _, lexeme in masked.lexemes)


def _named_here(sentences: Sequence[Masked], at: int) -> list[Credit]:
    masked = sentences[at]
    paragraph = frozenset(s.index for s in sentences if s.block == masked.block)
    after = frozenset(s.index for s in sentences[at : at + 2] if s.block == masked.block)
    found: dict[tuple[str, bool], Credit] = {}

    def credit(position: int, reach: frozenset[int], relay: bool = False) -> None:
        mention = masked.mentions[position]
        found.setdefault((named(mention).key, relay), Credit(named(mention), mention.span, masked.index, reach, relay))

    for match, lexeme in masked.lexemes:
        if lexeme.kind != "credit":
            continue
        for slot, position in match.slots:
            if slot == "source":
                credit(position, after, relay=lexeme.value in ("via", "told"))
            elif slot == "person" and lexeme.value == "says":
                credit(position, frozenset({masked.index}))
        if lexeme.value == "told" and (speaker := _speaker(sentences, at, match.start)) is not None:
            found.setdefault((named(speaker).key, False), Credit(named(speaker), speaker.span, masked.index, after))
    for position in masked.said(MentionKind.SOURCE):
        words = masked.words
        bracketed = position > 0 and words[position - 1] in BRACKETS and position + 1 < len(words) and words[position + 1] in BRACKETS
        if bracketed:
            credit(position, paragraph)
        elif (position == 0 and words[1:2] == [":"]) or (position == len(words) - 1 and words[position - 1 : position] in (["-"], [":"])):
            credit(position, paragraph)
    return list(found.values())


def _speaker(sentences: Sequence[Masked], at: int, before: int) -> Mention | None:
    masked = sentences[at]
    people = [i for i in masked.said(MentionKind.PERSON) if i < before] or masked.said(MentionKind.PERSON)
    if people:
        return masked.mentions[people[-1] if people[-1] < before else people[0]]
    for earlier in reversed(sentences[max(0, at - 2) : at]):
        if people := earlier.said(MentionKind.PERSON):
            return earlier.mentions[people[-1]]
    return None
