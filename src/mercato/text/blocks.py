"""Type the stretches of a text: title, heading, body, caption, teaser, noise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple

from mercato.languages.lines import LONG
from mercato.languages.lines import lines as noise_lines
from mercato.model.article import Block, BlockKind, Span
from mercato.model.folding import fold
from mercato.text.lines import Line, is_dated, is_empty, is_name, is_posted, is_short, line_at, lines

_KINDS = {"noise": BlockKind.NOISE, "teaser": BlockKind.TEASER, "caption": BlockKind.CAPTION}
_SENTENCE = re.compile(r"[.!?…][\"”»’')]*\s+(?=[^\W\da-zà-ÿ_])")
_LETTERS = re.compile(r"[\W_]+")
_ENTRY = re.compile(r"[^()]{3,40} \([^()]{2,40}\)\W*")  # a line of a list: "Marek Hradil (Ajax)"
_TICKER = re.compile(r"\+\+\+ ?(?P<head>[^+\n]{3,160}) ?\+\+\+")  # how tickers mark the heading of an item, whose text may follow on the same line

FRONT = 4  # lines in which datelines and a crawler's date are looked for
CUE = 30  # characters: "Read also" alone on its line announces the line after it
POST = 600  # characters: in a text so short no line leads to another article
ENTRIES = 3  # lines of a list that make those around them the article's too
TITLE_WORDS = 4  # "Manchester United" above an article is its category


class Piece(NamedTuple):
    """A line or part of one, with its kind where words tell it, and whether it is shaped like a heading; neither: a plain sentence of the article."""

    line: Line
    kind: BlockKind | None
    short: bool = False
    ends: bool = False


def blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The typed blocks of `text`, in order, not overlapping; `title` is the one given apart, if any."""
    found = lines(text)
    pieces = [piece for line in found[:FRONT] for piece in _front(text, line)]
    for line in found[FRONT:]:
        if line.text.startswith("+++"):
            pieces += _item(text, line)
        elif "(" in line.text:
            pieces += _captions(text, line)
        else:
            pieces.append(_typed(line))
    return tuple(Block(kind, Span(piece.line.start, piece.line.end)) for piece, kind in zip(pieces, _settled(pieces, title), strict=True))


def _front(text: str, line: Line) -> list[Piece]:
    """A line apart from what is glued to its front."""
    found: list[Piece] = []
    start = line.start
    while opening := noise_lines().opening.match(text, start, line.end):
        if opening.end() == start:
            break
        found.append(Piece(Line(start, opening.end(), start, opening.group()), BlockKind.NOISE))
        start = _skip_space(text, opening.end(), line.end)
    rest = line if start == line.start else line_at(text, start, line.end)
    if rest:
        found += _item(text, rest)
    return found


def _item(text: str, line: Line) -> list[Piece]:
    """An item of a ticker: its heading apart from what is told under it ("+++ 12:30: N has signed +++ The striker ..."); any other line as it is."""
    marked = _TICKER.match(text, line.start, line.end)
    under = line_at(text, marked.end(), line.end) if marked else None
    head = line_at(text, *marked.span("head")) if marked and under else None
    return [Piece(head, BlockKind.HEADING), *_captions(text, under)] if head and under else _captions(text, line)


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _captions(text: str, line: Line) -> list[Piece]:
    """A line apart from the captions in it that end in their credit, which is in parentheses."""
    found: list[Piece] = []
    start = line.start
    while credit := noise_lines().credit.search(text, start, line.end):
        end = credit.end()
        if _goes_on(text, end, line.end):
            break
        begin = _caption(text, start, credit.start())
        end += text.startswith(".", end)
        before, caption = line_at(text, start, begin), line_at(text, begin, end)
        found += [_typed(before)] if before else []
        found += [Piece(caption, BlockKind.CAPTION)] if caption else []
        start = end
    rest = line if start == line.start else line_at(text, start, line.end)
    return [*found, _typed(rest)] if rest else found


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the sentence around what is in parentheses goes on behind them."""
    if text.startswith(",", start):
        return True
    while start < end and text[start] in " .":
        start += 1
    return start < end and text[start].islower()


def _caption(text: str, start: int, credit: int) -> int:
    """Where the caption begins that ends with the credit at `credit`: where much stands before it, only the last sentence belongs to it."""
    if credit - start <= LONG:
        return start
    stops = [stop.end() for stop in _SENTENCE.finditer(text, start, credit)]
    return stops[-1] if stops else credit


def _typed(line: Line) -> Piece:
    text = line.text
    if len(text) > LONG:
        return Piece(line, None)
    words = text[line.words - line.start :] if line.bullet else text
    kind = noise_lines().kind(text) or (noise_lines().kind(words) if line.bullet else None)
    if kind:
        return Piece(line, _KINDS.get(kind, BlockKind.NOISE), ends=kind == "ends")
    if is_empty(words) or is_dated(text):
        return Piece(line, BlockKind.NOISE)
    return Piece(line, None, is_short(words))


def _settled(pieces: list[Piece], title: str | None) -> list[BlockKind]:
    """What each piece is, its neighbours considered."""
    plain = [index for index, piece in enumerate(pieces) if piece.kind is None and not piece.short]
    first, last = (plain[0], plain[-1]) if plain else (len(pieces), len(pieces))
    over = next((index for index, piece in enumerate(pieces) if piece.ends and index > first), len(pieces))
    titled = _title(pieces, first, title)
    last = max((index for index in plain if index < over), default=last)
    short = bool(pieces) and pieces[-1].line.end - pieces[0].line.start <= POST
    post = short and (titled < 0 or any(is_posted(piece.line.text) for piece in pieces))
    frame = _Frame(titled, first, last, post)
    kinds: list[BlockKind] = []
    for index, piece in enumerate(pieces):
        if index == titled:
            kinds.append(BlockKind.TITLE)
        elif index >= over:
            kinds.append(BlockKind.NOISE)
        elif piece.kind:
            kinds.append(piece.kind)
        elif not piece.short:
            kinds.append(BlockKind.BODY)
        else:
            kinds.append(_short(pieces, kinds, index, frame))
    return kinds


@dataclass(frozen=True, slots=True)
class _Frame:
    """Indices of the title (-1: none) and of the first and last piece that are plainly the article's; whether all is as short as a post."""

    title: int
    first: int
    last: int
    post: bool


def _title(pieces: list[Piece], first: int, title: str | None) -> int:
    """The index of the title: the line that says what was given, else the first line above the body that is long enough; -1 for none."""
    if title:
        for index, piece in enumerate(pieces[: FRONT + 1]):
            line = piece.line.text
            if line == title or (len(title) <= 2 * len(line) <= 4 * len(title) and _alike(_letters(title), _letters(line))):
                return index
    for index, piece in enumerate(pieces[:first]):
        if piece.kind is None and not piece.line.bullet and not is_name(piece.line.text) and len(piece.line.text.split()) >= TITLE_WORDS:
            return index
    return -1


def _alike(one: str, other: str) -> bool:
    """Whether the shorter begins the longer: titles are cut or carry the name of the site."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _letters(text: str) -> str:
    return _LETTERS.sub("", fold(text))


def _short(pieces: list[Piece], before: list[BlockKind], index: int, frame: _Frame) -> BlockKind:
    """What a heading-shaped line is: item of a list, byline, heading, or, below the article, a link to another."""
    line = pieces[index].line
    cue = index > 0 and before[index - 1] is BlockKind.TEASER and len(pieces[index - 1].line.text) <= CUE
    apart = index > 0 and before[index - 1] in (BlockKind.TEASER, BlockKind.NOISE)
    if line.bullet:
        return BlockKind.TEASER if apart and index > frame.title + 1 else BlockKind.BODY
    if cue:
        return BlockKind.TEASER
    if index > frame.last and frame.last > frame.title:
        if _listed(pieces, index):
            return BlockKind.BODY
        return BlockKind.NOISE if is_name(line.text) else BlockKind.BODY if frame.post else BlockKind.TEASER
    if index < frame.first:
        above = index + 1 == frame.first and index > frame.title and line.text.isupper()  # "THE SUN" above the first item of a press review
        return BlockKind.NOISE if is_name(line.text) and not above else BlockKind.HEADING
    return BlockKind.BODY if _tabled(pieces, index) else BlockKind.HEADING


def _tabled(pieces: list[Piece], index: int) -> bool:
    """Whether two more heading-shaped lines follow: a table or list, not headings."""
    after = pieces[index + 1 : index + 3]
    return len(after) == 2 and all(piece.short and not piece.line.bullet for piece in after)


def _listed(pieces: list[Piece], index: int) -> bool:
    """Whether a heading-shaped line stands among those of a list of names: what follows the last sentence of an article may be who comes and who goes."""
    behind = takewhile(_shaped, islice(pieces, index, None))
    before = takewhile(_shaped, (pieces[i] for i in range(index - 1, -1, -1)))
    return sum(_ENTRY.fullmatch(piece.line.text) is not None for piece in (*before, *behind)) >= ENTRIES


def _shaped(piece: Piece) -> bool:
    return piece.kind is None and piece.short
