"""What a user has decided about the knowledge, in one append-only JSON lines file: dated, with an author, taken back but never overwritten."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

import msgspec

from mercato.errors import BadKnowledge

Verb = Literal["same", "apart", "accept", "merge", "refuse", "undo"]
PAIRS = frozenset({"same", "apart"})  # the order of the two does not matter
REVIEWS = frozenset({"accept", "merge"})  # make a name of the press that of a person
SINGLE = frozenset({"accept", "refuse", "undo"})  # these need no object


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. same, apart: `subject` and `object` are entities or records ("reep:reep_te8766ef1") that are one, or two. accept, merge, refuse: `subject`
    is a name found in the press, which is a person to be added, the person `object`, or nobody. undo: `undone` is the id of the judgement taken back.
    `told` is what is known of somebody accepted: pairs of born, nationality, position, role, club, since with their values."""

    id: str
    made: str  # ISO date-time
    author: str
    verb: Verb
    subject: str
    object: str | None = None
    undone: str | None = None
    told: tuple[tuple[str, str], ...] = ()


def judge(path: Path, verb: Verb, subject: str, object: str | None = None, *, author: str, made: datetime, told: tuple[tuple[str, str], ...] = ()) -> Judgement:
    """Append one judgement to the file, which is made where it is missing.

    Raises BadKnowledge when the file is damaged, the verb lacks its object, or the two are one.
    """
    if object is None and verb not in SINGLE:
        raise BadKnowledge(f"{verb} {subject}", "two are needed: say which other one")
    if object is not None and subject == object:
        raise BadKnowledge(f"{verb} {subject} {object}", "both are the same; name two")
    kept = read_judgements(path)
    return _append(path, kept, Judgement("", made.isoformat(), author, verb, subject, object, None, told))


def undo(path: Path, id: str, *, author: str, made: datetime) -> Judgement:
    """Take the judgement `id` back by appending another; an undo can be undone too. Raises BadKnowledge when no judgement that is in force has this id."""
    kept = read_judgements(path)
    undone = next((one for one in kept if one.id == id), None)
    if undone is None or id not in {one.id for one in _in_force(kept)}:
        raise BadKnowledge(id, f"no judgement in {path} has this id" if undone is None else "it is undone already")
    return _append(path, kept, Judgement("", made.isoformat(), author, "undo", undone.subject, undone.object, id))


def _append(path: Path, kept: list[Judgement], new: Judgement) -> Judgement:
    told = [new.made, new.author, new.verb, new.subject, new.object, new.undone, new.told, len(kept)]  # its place in the file tells two equal ones apart
    judgement = replace(new, id=sha256(json.dumps(told).encode()).hexdigest()[:12])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write((json.dumps(asdict(judgement), ensure_ascii=False) + "\n").encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise BadKnowledge(str(path), f"cannot be written ({error.strerror}); name another file in MERCATO_JUDGEMENTS") from error
    return judgement


def read_judgements(path: Path) -> list[Judgement]:
    """Every judgement of the file in its order, those taken back too; none when there is no file.

    Raises BadKnowledge for a line that is no judgement, with what to do about it.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return []
    lines = raw.split(b"\n")
    found = []
    for number, line in enumerate(lines, 1):
        last = number == len(lines)
        if last and not line:
            break
        place = f"{path}:{number}"
        if last:
            raise BadKnowledge(place, "the last line is cut off: it was not written to its end; delete this line and judge anew")
        try:
            found.append(msgspec.json.decode(line, type=Judgement))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise BadKnowledge(place, f"no judgement ({error}); correct or delete this line (verbs are {', '.join(get_args(Verb))})") from error
    return found


def _in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those not undone, undos too: an undo counts unless a later one takes it back."""
    undone, kept = set[str](), list[Judgement]()
    for judgement in reversed(list(judgements)):
        if judgement.id not in undone:
            kept.append(judgement)
            if judgement.undone:
                undone.add(judgement.undone)
    return kept[::-1]


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """What holds, in the order of the file: nothing undone, and of several on one pair or one name the last."""
    last: dict[tuple[bool, frozenset[str]], Judgement] = {}
    for judgement in _in_force(judgements):
        if judgement.verb != "undo":
            pair = judgement.verb in PAIRS
            about = (pair, frozenset({judgement.subject, judgement.object or ""}) if pair else frozenset({judgement.subject}))
            last.pop(about, None)
            last[about] = judgement
    return list(last.values())
