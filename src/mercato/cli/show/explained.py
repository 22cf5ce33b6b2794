"""How one article was read: its sentences with their mentions, then every possible move with why it was kept or dropped."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from mercato.claims.discourse import Statement
from mercato.claims.extract import Candidate
from mercato.claims.masked import Masked
from mercato.cli.show.console import plain
from mercato.cli.show.words import quote
from mercato.model.article import Article, Mention, MentionKind
from mercato.model.claim import Claim, Named, Reading
from mercato.pipeline.reader import Explained
from mercato.views.passage import passages

COLOURS = {MentionKind.PERSON: "person", MentionKind.CLUB: "club"}


def show_explained(explained: Explained, article: Article, out: Console) -> None:
    """Print the reading of `article`, which carries its date, with all that led to it."""
    out.print(_heading(article))
    for sentence in explained.sentences:
        out.print(_sentence(sentence, plain=plain(out)))
    out.print("", Text("Who is named", "head"), sep="\n")
    for line in _linked(explained.reading):
        out.print(Padding(line, (0, 0, 0, 2), expand=False))
    out.print("", Text("Possible moves", "head"), sep="\n")
    for candidate in sorted(explained.candidates, key=lambda c: not c.reasons):
        _candidate(candidate, out)
    out.print(Text("Claims" if explained.reading.claims else "No claims", "head"))
    for claim in explained.reading.claims:
        _claim(claim, article, out)


def show_unread(article: Article, out: Console) -> None:
    """Print why nothing was read out of an article."""
    out.print(_heading(article))
    out.print("  in a language that mercato does not read: stored without claims")


def _heading(article: Article) -> Rule:
    date = str(article.published)
    known = f"{date} ({article.published.basis})" if article.published.day else "no date"
    about = " · ".join(filter(None, (article.name or article.id, article.language, known, article.source)))
    return Rule(Text(about, "head"), align="left", style="aside")


def _sentence(sentence: Masked, *, plain: bool) -> Text:
    """A sentence with its number, and its mentions in colour or in brackets."""
    if not sentence.words:
        return Text(f"{sentence.index:>3}")
    whole = sentence.span(0, len(sentence.words))
    told = Text(f"{sentence.index:>3}  ", "aside")
    at = whole.start
    for position, mention in sorted(sentence.mentions.items()):
        span = sentence.span(position, position + 1)
        told.append(_flat(sentence.text[at : span.start]))
        said = _flat(span.of(sentence.text))
        told.append(f"[{said}]" if plain else said, COLOURS.get(mention.kind, "source"))
        at = span.end
    told.append(_flat(sentence.text[at : whole.end]))
    return told


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))


def _linked(reading: Reading) -> Iterator[Text]:
    """Everybody named, once for each way to say it."""
    seen: set[tuple[str, str, str]] = set()
    for mention in reading.mentions:
        key = (mention.kind, mention.said, mention.name)
        if key not in seen:
            seen.add(key)
            yield _mention(mention)


def _mention(mention: Mention) -> Text:
    linked = mention.entity or "unlinked" + (f", perhaps {' or '.join(mention.candidates)}" if mention.candidates else "")
    style = COLOURS.get(mention.kind, "source")
    said = (f"{mention.said} = ", "") if mention.said != mention.name else ("", "")
    return Text.assemble((f"{mention.kind:<10} ", "aside"), said, (mention.name, style), f"  {linked}  ", ("; ".join(mention.reasons), "aside"))


def _candidate(candidate: Candidate, out: Console) -> None:
    group, kept = candidate.group, bool(candidate.reasons)
    verdict = Text(f"{'likely' if kept else 'dropped'}: current {candidate.current:.2f}, past {candidate.past:.2f}", "done" if kept else "off")
    move = _move(group.origin.named if group.origin else None, group.to, renewal=group.renewal)
    out.print(Padding(Text.assemble(verdict, "  ", (group.person.name, "person"), "  ", move, "  ", (group.stage.word, "stage")), (0, 0, 0, 2), expand=False))
    frames = [f"{s.frame.name} {_said(s)}" + (f" ({', '.join(sorted(s.flags))})" if s.flags else "") for s in group.statements]
    frames += [f"against: {kind.value} by {_said(s)}" for kind, s in group.against]
    out.print(Padding(Text("; ".join(frames) or "no frame", "aside"), (0, 0, 0, 6), expand=False))
    because = [Text("because " + ", ".join(candidate.reasons), "aside")] if candidate.reasons else []
    out.print(Padding(Group(*because), (0, 0, 1, 6), expand=False))


def _said(statement: Statement) -> str:
    """The words of a statement and the number of its sentence."""
    masked, match = statement.masked, statement.match
    said = masked.span(match.start, match.end).of(masked.text) if masked.words else ""
    return f"“{_flat(said)}” in {masked.index}"


def _move(origin: Named | None, goal: Named | None, *, renewal: bool) -> Text:
    if renewal:
        return Text.assemble("stays at ", (goal.name if goal else "his club", "club"))
    return Text.assemble((origin.name if origin else "?", "club"), " → ", (goal.name if goal else "leaves", "club"))


def _claim(claim: Claim, article: Article, out: Console) -> None:
    facts = [claim.tense.value, claim.role.value, *(f"against: {a.value}" for a in claim.against), *([claim.mode.value] if claim.mode != "unknown" else [])]
    facts += [f"{claim.fee.currency} {claim.fee.amount:,.0f}"] if claim.fee else []
    facts += [*claim.terms, *(f"if {c}" for c in claim.conditions)]
    facts += [f"credits {', '.join(s.name for s in claim.sources)}"] if claim.sources else []
    facts += [f"via {', '.join(s.name for s in claim.via)}"] if claim.via else []
    move = _move(claim.origin, claim.destination, renewal=claim.renewal)
    told = Text.assemble((claim.person.name, "person"), "  ", move, "  ", (claim.stage.word, "stage"), "  ", " · ".join(facts))
    out.print(Padding(told, (0, 0, 0, 2), expand=False))
    out.print(Padding(Text(f"claim {claim.id}", "aside"), (0, 0, 0, 6), expand=False))
    for passage in passages(article, [claim]):
        out.print(Padding(quote(passage, plain=plain(out)), (0, 0, 0, 6), expand=False))
    out.print("")
