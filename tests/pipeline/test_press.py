"""Names, domains and addresses given with an article find the source they mean."""

from __future__ import annotations

import pytest

from mercato.model.world import Name, Source, SourceKind
from mercato.pipeline.press import Press

BBC = (Name("BBC Sport"), Name("BBC"), Name("the Beeb", kind="nickname"))
PRESS = Press([
    Source("bbc-sport", "BBC Sport", SourceKind.OUTLET, BBC, "bbc", domains=("bbc.co.uk", "bbc.com")),
    Source("lequipe", "L'Équipe", SourceKind.OUTLET, (Name("L'Équipe"),), "amaury", domains=("lequipe.fr",)),
])  # fmt: skip


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ("bbc-sport", "bbc-sport"),
        ("bbc", "bbc-sport"),
        ("bbc.co.uk", "bbc-sport"),
        ("https://www.bbc.com/sport/1?x=2", "bbc-sport"),
        ("www.lequipe.fr", "lequipe"),
        ("football.lequipe.fr/a", "lequipe"),
        ("L’Equipe", "lequipe"),
        ("My Notebook", "My Notebook"),
        ("notlequipe.fr", "notlequipe.fr"),
        ("  ", None),
    ],
)
def test_what_was_given_finds_its_source(given: str, source: str | None) -> None:
    assert PRESS(given) == source
