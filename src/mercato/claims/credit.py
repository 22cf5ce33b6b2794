"""Who says so: the sources a text credits, who relays them, and which sentences a credit answers for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mercato.claims.masked import Masked
from mercato.claims.statements import Discourse, named
from mercato.languages.pattern import Match
from mercato.model.article import BlockKind, Mention, MentionKind, Span
from mercato.model.claim import Named
from mercato.model.world import Role, Source

BRACKETS = frozenset({"(", ")", "/"})
LABELS = frozenset({":", "-"})
AHEAD = 4  # sentences a credit reaches on within its paragraph: texts without line breaks are one paragraph
QUOTE = 25  # sentences a quotation may run on over paragraphs: the text may have lost the mark that ends it
OFFICES = {"coach": Role.COACH, "executive": Role.EXECUTIVE, "agent": None}


@dataclass(frozen=True, slots=True)
class Credit:
    """A source named in sentence `index`; it answers for the moves of that sentence and of `ahead`, or, where that sentence states none, of `back`."""

    source: Named
    span: Span
    index: int
    how: str  # report, relay, item (answers for all of a round-up's item), speaker, told (a speaker to an outlet)
    ahead: range = range(0)
    back: range = range(0)

    @property
    def relay(self) -> bool:
        """Whether it only passes a report on."""
        return self.how == "relay"

    @property
    def spoken(self) -> bool:
        """Whether somebody speaks for himself."""
        return self.how in ("speaker", "told")


@dataclass(frozen=True, slots=True)
class Setting:
    """What credits are read against: all sentences, those inside quotation marks, and what the text has told of people."""

    sentences: Sequence[Masked]
    quoted: frozenset[int]
    talk: Discourse


def credits(sentences: Sequence[Masked], talk: Discourse, own: str | None, press: Mapping[str, Source]) -> list[Credit]:
    """Every credit of the article in order, but those to `own`, its own outlet."""
    setting = Setting(sentences, quoted(sentences), talk)
    raw: list[Credit] = []
    section: Mention | None = None
    for masked in sentences:
        if masked.kind is BlockKind.HEADING:
            section = _alone(masked)
            continue
        here = list(_named_here(setting, masked))
        if section and not any(c.how in ("report", "item") for c in here):
            here = [Credit(named(section), section.span, masked.index, "item")]
        if not here and raw and _continues(masked) and raw[-1].index >= masked.index - AHEAD:
            here = [replace(c, index=masked.index) for c in raw if c.index == raw[-1].index and not c.spoken]
        raw += [c for c in here if not _same_house(c.source.entity, own, press)]
    return list(_reaching(raw, setting))


def _same_house(entity: str | None, own: str | None, press: Mapping[str, Source]) -> bool:
    """Whether a source is the article's own outlet, or its edition for another country ("ESPN Brasil" of ESPN)."""
    if entity is None or own is None or entity == own:
        return entity is not None and entity == own
    one, other = press.get(entity), press.get(own)
    if one is None or other is None or one.family != other.family:
        return False
    return one.outlet is None and (own.startswith(f"{entity}-") or entity.startswith(f"{own}-"))


def _alone(masked: Masked) -> Mention | None:
    """The source that a heading consists of: "THE SUN" in a round-up."""
    sources = masked.said(MentionKind.SOURCE)
    return masked.mentions[sources[0]] if len(sources) == 1 and len(masked.words) <= 3 else None


def _continues(masked: Masked) -> bool:
    return any(lexeme.value == "adds" for _, lexeme in masked.lexeme("credit"))


# -- the credits of one sentence -------------------------------------------------------------------------------------


def _named_here(setting: Setting, masked: Masked) -> Iterator[Credit]:
    found: dict[tuple[str, bool], Credit] = {}
    told: list[Match] = []
    phrases = _phrases(masked)
    for position in masked.said(MentionKind.SOURCE):
        mention, (how, match) = masked.mentions[position], phrases.get(position, ("", None))
        if how == "told" and match:
            how = "relay" if _speaker(setting, masked, match) else "report"
            told += [match] if how == "relay" else []
        elif how != "relay":
            how = "item" if _labelling(masked, position) else "report"
        found.setdefault((named(mention).key, how == "relay"), Credit(named(mention), mention.span, masked.index, how))
    yield from found.values()
    speakers = [(speaker, "told") for match in told if (speaker := _speaker(setting, masked, match))]
    speakers += [(masked.mentions[at], "speaker") for _, lexeme, at in _slots(masked, "person") if lexeme == "says"]
    heard = {key for key, _ in found}
    for speaker, how in speakers:
        if named(speaker).key not in heard:
            heard.add(named(speaker).key)
            yield Credit(named(speaker), speaker.span, masked.index, how)


def _slots(masked: Masked, wanted: str) -> Iterator[tuple[Match, str, int]]:
    for match, lexeme in masked.lexeme("credit"):
        for slot, position in match.slots:
            if slot == wanted:
                yield match, lexeme.value, position


def _phrases(masked: Masked) -> dict[int, tuple[str, Match]]:
    """How each source is brought in: as a relay, as the one somebody told, or as the origin; a relay goes before the others, then the longer phrase."""
    best: dict[int, tuple[tuple[bool, int, bool], str, Match]] = {}
    for match, value, position in _slots(masked, "source"):
        how = {"via": "relay", "told": "told"}.get(value, "report")
        rank = (how == "relay", 0 if value == "after" else match.end - match.start, how == "told")
        if position not in best or rank > best[position][0]:
            best[position] = (rank, how, match)
    return {position: (how, match) for position, (_, how, match) in best.items()}


def _labelling(masked: Masked, position: int) -> bool:
    """Whether a source stands in brackets, before a colon that opens the sentence, or behind the dash that closes it."""
    words, last = masked.words, len(masked.words) - 1
    before, after = words[position - 1] if position else "", words[position + 1] if position < last else ""
    bracketed = before in BRACKETS and after in BRACKETS
    return bracketed or (position == 0 and after in LABELS) or (position == last and (before in LABELS or position == 0))


def _speaker(setting: Setting, masked: Masked, match: Match) -> Mention | None:
    """Who told: somebody named in the sentence, the holder of an office named before, or the one spoken of; None for the unnamed."""
    people = sorted((*masked.said(MentionKind.PERSON), *(i for i in masked.said(MentionKind.SOURCE) if masked.mentions[i].kind is MentionKind.JOURNALIST)))
    before = [i for i in people if i < match.start]
    office = next((OFFICES[x.kind] for m, x in reversed(masked.lexemes) if x.kind in OFFICES and match.start - 3 <= m.start < match.start), Role.PLAYER)
    if before and (office is Role.PLAYER or match.start - before[-1] <= 3):
        return masked.mentions[before[-1]]
    for earlier in reversed(setting.sentences[max(0, masked.index - 3) : masked.index]):
        for i in reversed(earlier.said(MentionKind.PERSON)):
            if office is Role.PLAYER or setting.talk.roles.get(named(earlier.mentions[i]).key, Role.PLAYER) is office:
                return earlier.mentions[i]
    behind = [i for i in people if i > match.end]
    return masked.mentions[behind[0]] if behind and office is Role.PLAYER else None


# -- how far a credit reaches ----------------------------------------------------------------------------------------


def quoted(sentences: Sequence[Masked]) -> frozenset[int]:
    """The sentences with quoted words; a straight mark closes at the latest with its paragraph."""
    found, opened, straight, block = set(), 0, False, -1
    for masked in sentences:
        if masked.block != block:
            block, straight = masked.block, False
        end = sentences[masked.index + 1].starts[0] if masked.index + 1 < len(sentences) and sentences[masked.index + 1].starts else len(masked.text)
        if not masked.starts:
            continue
        inside = bool(opened) or straight
        for mark in masked.text[max(0, masked.starts[0] - 1) : end]:
            if mark in "«“„":
                opened, inside = QUOTE, True
            elif mark in "»”":
                opened = 0
            elif mark == '"':
                straight, inside = not straight, True
        opened = max(0, opened - 1)
        if inside:
            found.add(masked.index)
    return frozenset(found)


def _reaching(raw: Sequence[Credit], setting: Setting) -> Iterator[Credit]:
    """The credits with their reach: on to the end of the paragraph or the next credit; over a quotation for who speaks."""
    blocks = [masked.block for masked in setting.sentences]
    stops = {c.index for c in raw if not c.relay}
    for credit in raw:
        last = credit.index + 1
        while last < len(blocks) and last not in stops and _follows(credit, last, blocks, setting):
            last += 1
        first, home = credit.index, blocks[credit.index]
        if first and blocks[first - 1] != home and credit.how != "item" or first and credit.how == "item" and _bare(setting.sentences[first]):
            home = blocks[first - 1]
        while first and blocks[first - 1] == home and first - 1 not in stops:
            first -= 1
        yield replace(credit, ahead=range(credit.index, last), back=range(first, credit.index))


def _follows(credit: Credit, at: int, blocks: Sequence[int], setting: Setting) -> bool:
    if credit.spoken:
        return at in setting.quoted or blocks[at] == blocks[credit.index]
    return blocks[at] == blocks[credit.index] and at - credit.index <= AHEAD


def _bare(masked: Masked) -> bool:
    """Whether a sentence is nothing but its source: "(Daily Mail)"."""
    return all(word in BRACKETS or word == "SOURCE" or word in LABELS for word in masked.words)
