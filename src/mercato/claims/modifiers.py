"""Under which modifiers words stand: hedges, denials, conditions and questions around them, and words of the past and of now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mercato.claims.masked import Masked
from mercato.languages.pack import Pack, Trigger
from mercato.languages.pattern import Match
from mercato.model.claim import Stage

SCOPE = 7  # words a modifier reaches forward
APPOSED = 4  # words from a past time to the club where somebody was then: ", last season on loan at Ajax"


def modified(masked: Masked, match: Match, trigger: Trigger, day: date | None, pack: Pack) -> tuple[Stage | None, frozenset[str]]:
    """The stage left by the modifiers in whose reach the words stand, and their names; a denial behind them may be of something else."""
    start, stage, flags, clause = match.start, trigger.stage, set(), masked.clauses[match.start]
    for found, lexeme in masked.hedges:
        away = abs(masked.clauses[found.start] - clause)
        if lexeme.kind == "past":
            if _this_year(masked, found, day) or _aside(masked, found, match, pack):
                continue
            if clause in (masked.clauses[found.start], masked.clauses[found.end - 1]) or (away == 1 and _reaches(masked, found, clause)):
                flags.add("past")
        elif lexeme.kind == "now" and away <= 1:
            flags.add("now")
        elif away == 0 and lexeme.kind in ("relative", "conditional") and found.start < start:
            flags.add(lexeme.kind)
        elif away == 0 and lexeme.kind == "modifier" and found.end <= start <= found.end + SCOPE and not _spent(masked, found, start, pack):
            modifier = pack.words.modifiers[lexeme.value]
            flags.add("denied" if modifier.denies else lexeme.value)
            if stage and modifier.cap and not (stage is Stage.MEDICAL and modifier.cap == Stage.AGREED.word):  # one that is booked is told as one
                stage = min(stage, Stage[modifier.cap.upper()])
            if stage and modifier.lifts:
                stage = max(stage, Stage[modifier.lifts.upper()])
        elif away == 0 and lexeme.kind == "modifier" and start < found.start < match.end + SCOPE and pack.words.modifiers[lexeme.value].denies:
            flags.add("denied behind")
    if trigger.frame.tense == "past" or (masked.years and any(_old(masked, i, clause, day) and not _of_another(masked, i, match) for i in masked.years)):
        flags.add("past")
    if masked.words[-1] == "?" or masked.words[0] in pack.questions:
        flags.add("question")
    return stage, frozenset(flags)


def _reaches(masked: Masked, past: Match, clause: int) -> bool:
    """Whether words of the past tell the time of a neighbouring clause too: "last summer, when Ajax wanted him", "when he was 16"; not what is deeper in
    a clause behind it: "Ajax want N, as they did not score last season"."""
    own = masked.clauses[past.start]
    opens = past.start == 0 or masked.clauses[past.start - 1] != own
    return own not in masked.asides and clause not in masked.asides and (own < clause or opens)


def _aside(masked: Masked, past: Match, match: Match, pack: Pack) -> bool:
    """Whether words of the past are not about what the words tell, but about something told beside it."""
    start = match.start
    if masked.words[past.start] == "," and match.end <= past.start:
        return True  # "Ajax sign N, sold a year ago": what is appended is told of him alone
    if _closed(masked, past, start) or _apposed(masked, past, match, pack) or _appended(masked, past.start, match.end):
        return True
    return _fronted(masked, past.end, start) or _parted(masked, past.start, start) or _related(masked, past.start, start)


def _closed(masked: Masked, past: Match, start: int) -> bool:
    """Whether words of the past end a clause between commas, behind which the sentence goes on: "Ajax, where he was on loan last season, want N"."""
    clause = masked.clauses[past.start]
    opens = masked.clauses.index(clause)
    return past.end < start and masked.words[past.end] == "," and 0 < opens < past.start and masked.words[opens - 1] == ","


def _apposed(masked: Masked, past: Match, match: Match, pack: Pack) -> bool:
    """Whether words of the past only tell in apposition where somebody was: "Lens have signed N, last season at Ajax", "N, last season at Ajax, joins Lens"."""
    opens = past.start - 1
    while opens > 0 and (masked.words[opens] in pack.articles or masked.words[opens] in pack.prepositions):
        opens -= 1
    behind = masked.words[past.end : past.end + APPOSED + 1]
    club = behind.index("CLUB") if "CLUB" in behind else 0
    if opens < 0 or masked.words[opens] != "," or not club or not {",", "PERSON"}.isdisjoint(behind[:club]):
        return False
    last = past.end + club + 1
    return match.end <= opens or (last < match.start and masked.words[last] == ",")


def _fronted(masked: Masked, end: int, start: int) -> bool:
    """Whether words that end there belong to what opens a sentence in front of its subject: "Loaned to Ajax last season, N has joined Lens"."""
    comma = masked.words.index(",") if "," in masked.words[:start] else 0
    return end <= comma and "CLUB" in masked.words[:comma] and any(m.start == 0 for m, _ in masked.triggers)


def _parted(masked: Masked, at: int, start: int) -> bool:
    """Whether a word stands between two commas in apposition to somebody of whom word `start` goes on to tell: "N, signed in 2022, is wanted by Ajax"."""
    words = masked.words
    if "," not in words[at + 1 : start]:
        return False
    comma = max((i for i in range(at + 1) if words[i] == ","), default=0)
    return comma > 0 and words[comma - 1] in ("PERSON", ")")


def _related(masked: Masked, at: int, start: int) -> bool:
    """Whether a word stands in a relative clause between commas behind a club of which word `start` goes on to tell: "Ajax, who bid in 2022, want N"."""
    words, opens = masked.words, masked.clauses.index(masked.clauses[at])
    behind = opens > 1 and words[opens - 2 : opens] == ["CLUB", ","]
    return behind and "," in words[at:start] and any(found.start == opens for found, _ in masked.lexeme("relative"))


def _of_another(masked: Masked, year: int, match: Match) -> bool:
    """Whether a year is not of what the words tell, but of another move told of the same person beside it."""
    if masked.clauses[year] in masked.asides and masked.clauses[year] > masked.clauses[match.start]:
        return True  # "N is back at Ajax, where he played in 2005"
    return any(said(masked, year, match.start) for said in (_parted, _related, _opening)) or _appended(masked, year, match.end)


def _opening(masked: Masked, year: int, start: int) -> bool:
    """Whether a year stands in the participle that opens a sentence, in front of whom the words tell of: "Signed by Lille in 2022, N is wanted by Ajax"."""
    if not _fronted(masked, year + 1, start):
        return False
    comma = masked.words.index(",")
    front = masked.words[:comma]
    return "PERSON" not in front and "CLUB" not in front[:2] and "PERSON" in masked.words[comma : start + 1]


def _appended(masked: Masked, at: int, end: int) -> bool:
    """Whether a time is in what is appended to somebody, who was at another club then: "Ajax want N, who joined Lille in 2022"."""
    words = masked.words
    commas = [i for i in range(max(1, end - 1), at) if words[i] == ","]
    if len(commas) != 1 or words[commas[0] - 1] not in ("PERSON", ")"):
        return False
    behind = words[commas[0] + 1 :]
    return "CLUB" in (behind[: behind.index(",")] if "," in behind else behind)


def _spent(masked: Masked, modifier: Match, start: int, pack: Pack) -> bool:
    """Whether a modifier has its object before word `start`: "interested in N, with Ajax holding talks", not "want N and M to"; or opens words between
    commas that end there: "N, eager to join Ajax, has agreed terms"."""
    words = masked.words[modifier.end : start]
    if masked.words[modifier.start - 1 : modifier.start] == [","] and "," in words:
        return True
    if "PERSON" in words and "," in words and _resumes(words[words.index("PERSON") :], pack):
        return True
    joins = words[:1] == ["PERSON"] and len(words) > 2
    return joins and words[2] not in ("PERSON", "NUMBER") and (words[1] == "," or words[1] in pack.conjunctions)


def _resumes(words: Sequence[str], pack: Pack) -> bool:
    """Whether a club begins a clause of its own behind a comma: "N, Lens have ...", not "N, Lens and ...", "N, Lens, ..."."""
    for at in (i for i, word in enumerate(words) if word == ","):
        club = next((i for i in range(at + 1, len(words)) if words[i] not in pack.articles), at)
        behind = words[club + 1 : club + 2]
        if words[club] == "CLUB" and behind != [","] and pack.conjunctions.isdisjoint(behind):
            return True
    return False


def _this_year(masked: Masked, found: Match, day: date | None) -> bool:
    """Whether words only name a year that has not passed: "in 2026"."""
    years = [i for i in masked.years if found.start <= i < found.end]
    return bool(years) and found.end - found.start == 2 and not _old(masked, years[0], masked.clauses[years[0]], day)


def _old(masked: Masked, year: int, clause: int, day: date | None) -> bool:
    """Whether a year near the words is before the article's."""
    near = abs(masked.clauses[year] - clause) <= 1
    return near and (day is None or int(masked.span(year, year + 1).of(masked.text)) < day.year)
