"""openfootball's lists: clubs with city, ground and aliases (*.clubs.txt), players with line, birth date and birthplace (*.players.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mercato.errors import BadKnowledge
from mercato.knowledge.countries import country
from mercato.knowledge.importers.table import REMEDY, text_of
from mercato.knowledge.records import ClubRecord, PersonRecord, Refused
from mercato.knowledge.slugs import slug
from mercato.model.world import Name

SOURCE = "openfootball"
MONTHS = {name: number for number, name in enumerate(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1)}
LANGUAGES = frozenset({"en", "it", "es", "fr", "de", "pt"})
LINES = {"G": "goalkeeper", "D": "defender", "M": "midfielder", "F": "forward"}
_PLAYER = re.compile(r"^(?P<name>[^,|=#]+?)\s*,\s*(?P<lines>[GDMF](?:\|[GDMF])*)\s*,.*?b\. (?P<day>\d+) (?P<month>\w{3}) (?P<year>\d{4})"
                     r"(?:\s*@\s*(?P<where>[^#]+))?")  # fmt: skip
_RESERVES = re.compile(r"^ii+\)\s*")  # "ii) SC Freiburg II": the second team of the club above
_ASIDE = re.compile(r"\(.*?\)")  # years of a club that is gone, another town: "Instituto (Córdoba)"
_TAG = re.compile(r"\[(\w+)\]")


@dataclass(frozen=True, slots=True)
class Team:
    """A club as listed; `folder` is named after its country, `names` are pairs of text and language ("all" without a tag), its own name first."""

    folder: str
    head: str  # its name as it stands there: "FC Alma-Ata (2000-2008)"
    names: tuple[tuple[str, str], ...]
    ground: str
    city: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Player:
    """A player as listed; `lines` is one or more of G D M F joined by bars, `born` YYYY-MM-DD."""

    folder: str
    name: str
    lines: str
    born: str
    birthplace: str | None
    place: str


def files(folder: Path, kind: str) -> list[Path]:
    """openfootball's files of a kind ("clubs" or "players") below a folder, without those it has superseded itself."""
    return [path for path in sorted(folder.rglob(f"*.{kind}.txt")) if not superseded(path)]


def superseded(path: Path) -> bool:
    """Whether openfootball keeps this file only as a memory."""
    return "attic" in path.parts


def _told(path: Path) -> Iterator[tuple[str, str]]:
    """Each line that says something, without its comment, with its place."""
    for number, line in enumerate(text_of(path).splitlines(), 1):
        line = line.split("#")[0].rstrip()
        if line.strip() and not line.startswith("="):
            yield f"{path}:{number}", line


def teams(path: Path) -> Iterator[Team | Refused]:
    """The clubs of one file; an alias before any club is refused."""
    head: tuple[str, str] | None = None
    aliases: list[tuple[str, str]] = []
    for place, line in _told(path):
        if line.lstrip().startswith("|"):
            if head is None:
                yield Refused(SOURCE, place, "an alias that stands under no club")
            aliases += [alias for part in line.split("|") if (alias := _alias(part))[0]]
        elif "//" not in line:  # else the address of the club above
            if head:
                yield _team(path.parent.name, head, aliases)
            head, aliases = (place, _RESERVES.sub("", line.strip())), []
    if head:
        yield _team(path.parent.name, head, aliases)


def _alias(part: str) -> tuple[str, str]:
    tag = _TAG.search(part)
    language = tag[1] if tag and tag[1] in LANGUAGES else "all"
    return " ".join(_ASIDE.sub("", _TAG.sub("", part)).replace("$$", "").split()).strip(" ,"), language  # $$ marks a sponsor's name


def _team(folder: str, head: tuple[str, str], aliases: list[tuple[str, str]]) -> Team:
    parts = [part.strip() for part in head[1].split(",")]
    grounds = [part[1:].strip() for part in parts if part.startswith("@")]
    towns = [part for part in parts[1:] if part and not part.startswith("@") and not part.isdigit()]
    city = _ASIDE.sub("", towns[0].split("›")[0]).strip() if towns else ""
    return Team(folder, parts[0], (_alias(parts[0]), *aliases), grounds[0] if grounds else "", city or None, head[0])


def _broken_end(path: Path) -> str:
    """The place of a last line that no line break ends."""
    text = text_of(path)
    return "" if not text or text.endswith("\n") else f"{path}:{len(text.splitlines())}"


def players(path: Path) -> Iterator[Player | Refused]:
    """The players of one file; a line of another form is refused. Raises BadKnowledge when the last line breaks off."""
    end = _broken_end(path)
    for place, line in _told(path):
        found = _PLAYER.match(line)
        if found is None and place == end:
            raise BadKnowledge(place, f"the file ends in the middle of this line: the download did not finish; {REMEDY}")
        if found is None or found["month"] not in MONTHS:
            yield Refused(SOURCE, place, "not of the form NAME, G|D|M|F, HEIGHT, b. DAY MONTH YEAR @ PLACE")
            continue
        born = f"{found['year']}-{MONTHS[found['month']]:02}-{int(found['day']):02}"
        yield Player(path.parent.name, found["name"], found["lines"], born, (found["where"] or "").strip() or None, place)


def read(paths: Iterable[Path]) -> Iterator[ClubRecord | PersonRecord | Refused]:
    """The records of these files; raises BadKnowledge for one that holds nothing of the kind its name promises."""
    for path in paths:
        clubs = ".clubs.txt" in path.name
        told = list(teams(path)) if clubs else list(players(path))
        found = [_club(entry) if isinstance(entry, Team) else _person(entry) if isinstance(entry, Player) else entry for entry in told]
        if found and all(isinstance(entry, Refused) for entry in found):
            raise BadKnowledge(str(path), f"not one line is a {'club' if clubs else 'player'} as openfootball writes it; is it another file under this name?")
        yield from _told_apart(found)


def _told_apart(records: Iterable[ClubRecord | PersonRecord | Refused]) -> Iterator[ClubRecord | PersonRecord | Refused]:
    """Two spellings of one man in one file ("Muto", "Mutō") have one key when folded: the second gets a number; the merging finds that they are one."""
    names: dict[str, list[str]] = {}
    for record in records:
        if not isinstance(record, Refused):
            spellings = names.setdefault(record.key, [])
            if record.name not in spellings:
                spellings.append(record.name)
            if number := spellings.index(record.name):
                record = replace(record, key=f"{record.key}-{number + 1}")
        yield record


def _club(team: Team) -> ClubRecord:
    name = team.names[0][0]
    names = dict.fromkeys(Name(text, language, "name" if text == name else "alias") for text, language in team.names)
    return ClubRecord(source=SOURCE, key=f"{team.folder}/{slug(team.head)}", name=name, names=tuple(names), country=country(team.folder), city=team.city,
                      stadiums=(team.ground,) if team.ground else (), place=team.place)  # fmt: skip


def _person(player: Player) -> PersonRecord:
    return PersonRecord(source=SOURCE, key=f"{player.folder}/{slug(player.name)}-{player.born}", name=player.name, names=(Name(player.name, "all", "name"),),
                        nationalities=(country(player.folder),), position=LINES[player.lines[0]], born=player.born, birthplace=player.birthplace,
                        place=player.place)  # fmt: skip
