"""Who says so: the sources a text credits, who relays them, and which sentences a credit answers for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mercato.claims.discourse import Discourse, named
from mercato.claims.masked import Masked
from mercato.claims.newsstand import Newsstand
from mercato.languages.pattern import DASH, Match
from mercato.model.article import BlockKind, Mention, MentionKind, Span
from mercato.model.claim import Named
from mercato.model.world import Role

BRACKETS = frozenset({"(", ")", "/"})
LABELS = frozenset({":", DASH})
MASKS = frozenset({"PERSON", "CLUB", "MONEY", "YEAR"})  # what no list of sources in brackets holds
_QUOTES = re.compile('[«“„»”"]')
LINE = 8  # words of a line that only says where a story is from
AHEAD = 4  # sentences a credit reaches on within its paragraph: texts without line breaks are one paragraph
QUOTE = 25  # sentences a quotation may run on over paragraphs: the text may have lost the mark that ends it
OFFICES = {"coach": Role.COACH, "executive": Role.EXECUTIVE, "agent": None}


@dataclass(frozen=True, slots=True)
class Credit:
    """A source named in sentence `index`; it answers for the moves of that sentence and of `ahead`, or, where that sentence states none, of `back`."""

    source: Named
    span: Span
    index: int
    how: str  # report, relay, item (answers for all of a round-up's item), speaker, told (somebody told an outlet), asked (that outlet)
    ahead: range = range(0)
    back: range = range(0)
    also: tuple[int, ...] = ()  # where somebody who told an outlet is named again
    voice: str = ""  # key of the one who speaks: of the source, or of whom it asked

    @property
    def relay(self) -> bool:
        """Whether it only passes a report on."""
        return self.how in ("relay", "asked")

    @property
    def spoken(self) -> bool:
        """Whether somebody speaks for himself, or passes that on."""
        return self.how in ("speaker", "told", "asked")


@dataclass(frozen=True, slots=True)
class Setting:
    """What credits are read against: all sentences, those inside quotation marks, what the text has told of people, the press."""

    sentences: Sequence[Masked]
    quoted: frozenset[int]
    talk: Discourse
    press: Newsstand


def credits(sentences: Sequence[Masked], talk: Discourse, own: str | None, press: Newsstand) -> list[Credit]:
    """Every credit of the article in order, but those to `own`, its own outlet."""
    setting = Setting(sentences, quoted(sentences), talk, press)
    raw: list[Credit] = []
    section: Mention | None = None
    review = any(masked.kind is BlockKind.HEADING and _labelled(masked) for masked in sentences)
    for masked in sentences:
        if masked.kind is BlockKind.TITLE and review:
            section = _heading(masked)
        if masked.kind is BlockKind.HEADING:
            section = _heading(masked)
            below = len(masked.words) <= LINE and "credit" in masked.kinds  # "Full story: Sunday Mirror", below what it tells
            here = list(_named_here(setting, masked)) if below else []
        else:
            here = list(_named_here(setting, masked)) if "SOURCE" in masked.places or "credit" in masked.kinds else []
            if section and not any(c.how in ("report", "item") for c in here):
                here = [Credit(named(section), section.span, masked.index, "item")]
            if not here and raw and _continues(masked) and raw[-1].index >= masked.index - AHEAD:
                here = [replace(c, index=masked.index) for c in raw if c.index == raw[-1].index and not c.spoken]
        raw += [c for c in here if not press.same_house(c.source.entity, own)]
    return list(_reaching(raw, setting))


def _heading(masked: Masked) -> Mention | None:
    """The source that a heading consists of, "THE SUN" in a round-up, or begins with, "MARCA : un renfort pour le Real" in a review of the press."""
    sources = masked.said(MentionKind.SOURCE)
    return masked.mentions[sources[0]] if _labelled(masked) or (len(sources) == 1 and len(masked.words) <= 3) else None


def _labelled(masked: Masked) -> bool:
    return masked.words[:1] == ["SOURCE"] and masked.words[1:2] == [":"]


def _continues(masked: Masked) -> bool:
    return any(lexeme.value == "adds" for _, lexeme in masked.lexeme("credit"))


# -- the credits of one sentence -------------------------------------------------------------------------------------


def _named_here(setting: Setting, masked: Masked) -> Iterator[Credit]:
    phrases, told, heard = _phrases(masked), {}, set()
    reporters = [at for _, value, at in _slots(masked, "person") if value in ("before", "after")]  # "according to N", a journalist we do not know
    for position in sorted((*masked.said(MentionKind.SOURCE), *reporters)):
        mention = masked.mentions[position]
        how, match = phrases.get(position, (_unsaid(setting, masked, position), None))
        if not how or (named(mention).key, how) in heard or setting.press.speaks_for_club(mention):
            continue
        heard.add((named(mention).key, how))
        speaker = _speaker(setting, masked, match) if how == "asked" and match else None
        if speaker:
            told[named(speaker).key] = speaker
        yield Credit(named(mention), mention.span, masked.index, "report" if how == "asked" and not speaker else how)
    for speaker in told.values():
        yield Credit(named(speaker), speaker.span, masked.index, "told")
    for speaker in _saying(setting, masked):
        if named(speaker).key not in told and (named(speaker).key, "report") not in heard:
            told[named(speaker).key] = speaker
            yield Credit(named(speaker), speaker.span, masked.index, "speaker")


def _slots(masked: Masked, wanted: str) -> Iterator[tuple[Match, str, int]]:
    for match, lexeme in masked.lexeme("credit"):
        for slot, position in match.slots:
            if slot == wanted:
                yield match, lexeme.value, position


def _phrases(masked: Masked) -> dict[int, tuple[str, Match | None]]:
    """How each source is brought in: as a relay, as the one somebody told, or as the origin; a relay goes before the others, then the longer phrase."""
    best: dict[int, tuple[tuple[bool, int], str, Match]] = {}
    for match, value, position in (*_slots(masked, "source"), *_slots(masked, "person")):
        if value == "says":
            continue
        how = {"via": "relay", "told": "asked"}.get(value, "report")
        rank = (how == "relay", 0 if value == "after" else match.end - match.start)
        if position not in best or rank > best[position][0]:
            best[position] = (rank, how, match)
    return {at: ("item" if how == "report" and _labelling(masked, at) else how, match) for at, (_, how, match) in best.items()}


def _unsaid(setting: Setting, masked: Masked, position: int) -> str:
    """How a source without a phrase is meant: as a label, or as a credit where its name can mean nothing else; empty for none."""
    if _labelling(masked, position):
        return "" if masked.kind is BlockKind.TITLE and position and not setting.press.firm(masked.mentions[position]) else "item"
    return "report" if masked.kind is not BlockKind.TITLE and setting.press.firm(masked.mentions[position]) else ""


def _labelling(masked: Masked, position: int) -> bool:
    """Whether a source stands in brackets, before a colon that opens the sentence, or behind the dash or bar that closes it."""
    words, last = masked.words, len(masked.words) - 1
    before, after = words[position - 1] if position else "", words[position + 1] if position < last else ""
    if position == last and (not position or before in LABELS or masked.text[masked.ends[position - 1] : masked.starts[position]].strip() == "|"):
        return True
    return (before in BRACKETS and after in BRACKETS) or _bracketed(words, position) or (position == 0 and after in LABELS)


def _bracketed(words: Sequence[str], position: int) -> bool:
    """Whether a source stands in brackets with others, or with hardly a word beside it: "(Guardian, Mail)", "(both Mail)"."""
    first = next((i for i in range(position, -1, -1) if words[i] in "()"), None)
    last = next((i for i in range(position, len(words)) if words[i] in "()"), None)
    if first is None or last is None or (words[first], words[last]) != ("(", ")"):
        return False
    inside = [word for word in words[first + 1 : last] if word not in (",", "/", "&")]
    return MASKS.isdisjoint(inside) and inside.count("SOURCE") * 2 >= len(inside)


def _saying(setting: Setting, masked: Masked) -> Iterator[Mention]:
    """Those who speak for themselves: by name, or as the holder of an office told of before ("the Atalanta director said")."""
    for match, lexeme in masked.lexeme("credit"):
        if lexeme.value != "says":
            continue
        place = next((at for slot, at in match.slots if slot == "person"), None)
        speaker = masked.mentions[place] if place is not None else _speaker(setting, masked, match) if masked.index in setting.quoted else None
        if speaker:
            yield speaker


def _voices(masked: Masked) -> list[int]:
    """Positions of everybody who may speak: people and journalists."""
    return sorted((*masked.said(MentionKind.PERSON), *(i for i in masked.said(MentionKind.SOURCE) if masked.mentions[i].kind is MentionKind.JOURNALIST)))


def _speaker(setting: Setting, masked: Masked, match: Match) -> Mention | None:
    """Who told: somebody named in the sentence, the holder of an office named before, or the one spoken of; None for the unnamed."""
    people = _voices(masked)
    before = [i for i in people if i < match.start]
    offices = [OFFICES[x.kind] for m, x in masked.lexemes if x.kind in OFFICES and match.start - 3 <= m.start < match.end + 3]
    if before and (not offices or _holds(setting, masked.mentions[before[-1]], offices)):
        return masked.mentions[before[-1]]
    for earlier in reversed(setting.sentences[max(0, masked.index - 3) : masked.index]):
        for i in reversed(_voices(earlier)):
            if not offices or _holds(setting, earlier.mentions[i], offices):
                return earlier.mentions[i]
    behind = [i for i in people if i > match.end]
    return masked.mentions[behind[0]] if behind and not offices else None


def _holds(setting: Setting, mention: Mention, offices: Sequence[Role | None]) -> bool:
    return setting.talk.roles.get(named(mention).key, Role.PLAYER) in offices


# -- how far a credit reaches ----------------------------------------------------------------------------------------


def quoted(sentences: Sequence[Masked]) -> frozenset[int]:
    """The sentences with quoted words; a straight mark closes at the latest with its paragraph."""
    found, opened, straight, block = set(), 0, False, -1
    ends = [*(masked.starts[0] if masked.starts else 0 for masked in sentences[1:]), 0]
    for masked, end in zip(sentences, ends, strict=False):  # without sentences there is an end too many
        if not masked.starts:
            continue
        straight, block = straight and masked.block == block, masked.block
        inside = bool(opened) or straight
        for mark in _QUOTES.findall(masked.text, max(0, masked.starts[0] - 1), max(end - 1, masked.ends[-1] + 2)):
            if mark in "«“„":
                opened, inside = QUOTE, True
            elif mark in "»”":
                opened = 0
            else:
                straight, inside = not straight, True
        opened = max(0, opened - 1)
        if inside:
            found.add(masked.index)
    return frozenset(found)


def _reaching(raw: Sequence[Credit], setting: Setting) -> Iterator[Credit]:
    """The credits with their reach: on to the end of the paragraph or the next credit; over a quotation, and where he is named again, for who speaks."""
    blocks = [masked.block for masked in setting.sentences]
    stops = {c.index for c in raw if c.how in ("report", "item")}
    heard = {c.index: c.source.key for c in raw if c.how == "told"}
    for credit in raw:
        last = credit.index + 1
        while last < len(blocks) and last not in stops and _follows(credit, last, blocks, setting):
            last += 1
        first, home = credit.index, blocks[credit.index]
        if first and (_bare(setting.sentences[first]) or (blocks[first - 1] != home and credit.how != "item")):
            home = blocks[first - 1]
        while first and blocks[first - 1] == home and first - 1 not in (() if credit.spoken else stops):
            first -= 1
        voice = heard.get(credit.index, credit.source.key) if credit.how == "asked" else credit.source.key
        also = _places(voice, setting) if credit.how in ("told", "asked") else ()
        yield replace(credit, ahead=range(credit.index, last), back=range(first, credit.index), also=also, voice=voice)


def _places(key: str, setting: Setting) -> tuple[int, ...]:
    told = (masked for masked in setting.sentences if masked.kind is BlockKind.BODY)
    return tuple(masked.index for masked in told if any(masked.names[i].key == key for i in _voices(masked)))


def _follows(credit: Credit, at: int, blocks: Sequence[int], setting: Setting) -> bool:
    if credit.spoken:
        return at in setting.quoted or blocks[at] == blocks[credit.index]
    return blocks[at] == blocks[credit.index] and at - credit.index <= AHEAD


def _bare(masked: Masked) -> bool:
    """Whether a sentence is nothing but its source: "(Daily Mail)"."""
    return all(word in BRACKETS or word == "SOURCE" or word in LABELS for word in masked.words)
