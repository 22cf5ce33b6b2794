"""Addresses of the web that stand as the names of outlets, known or not: "Marek Hradil told storiedicalcio.eu"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mercato.mentions.find import Find
from mercato.model.article import Mention, MentionKind, Span
from mercato.model.folding import fold
from mercato.model.words import Words
from mercato.model.world import Source
from mercato.names.table import NameTable

_ADDRESS = re.compile(  # no link to a page, no mailbox; behind a stop without a space a sentence begins with a capital
    r"(?<![\w@/.:-])(?!www\.)(?:[^\W_][\w-]*\.)+"
    r"(?:com|net|org|info|eu|it|de|fr|es|pt|br|ar|at|ch|cl|cz|dk|gr|hr|ie|mx|nl|pe|pl|ro|rs|ru|se|sk|tr|tv|uk|uy|news|football|london)(?![\w/@-]|\.\w)"
)


def addresses(words: Words, finds: Sequence[Find], table: NameTable, domains: Mapping[str, Source]) -> Iterator[Mention]:
    """The addresses that are no names themselves, but those of clubs, whose word is no report; `domains` are those of known outlets."""
    if not (found := [Span(*match.span()) for match in _ADDRESS.finditer(words.text)]):
        return
    told = [Span(words.starts[find.first], words.ends[find.last - 1]) for find in finds if find.entries]
    for span in found:
        said = span.of(words.text)
        if not any(known.start <= span.start and span.end <= known.end for known in told) and not table.handle(fold(said).split(".")[0]):
            source = domains.get(said.casefold())
            yield Mention(MentionKind.SOURCE, span, said, source.name if source else said, source.id if source else None, ("an address",))
