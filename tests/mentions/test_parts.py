"""A part of a name that only registers know means somebody where the text has told the whole, and nobody else."""

from __future__ import annotations

from datetime import date
from functools import cache

from mercato.knowledge.index import gather
from mercato.languages.pack import pack
from mercato.mentions.read import Namer
from mercato.model.article import MentionKind
from mercato.model.words import split
from mercato.model.world import Club, Name, Person, Spell

GENOA = Club("genoa", "Genoa", "Italy", (Name("Genoa", kind="name"),), "Genoa", fame=4)


def person(id: str, name: str, fame: int, *spells: Spell) -> Person:
    return Person(id, name, (Name(name, "all", "name"),), ("player",), spells=spells, fame=fame)


@cache
def namer() -> Namer:
    lasting = Spell("genoa", "player", date(2020, 7, 1), None)
    people = [person("ugo-kurz", "Ugo Kurz", 3, lasting), person("listed-kurz", "Anton Kurz", 0), person("listed-alba", "Pio Alba", 0)]
    people += [person("listed-rossi", "Ugo di Stefano", 0), person("bo-rossi", "Bo Rossi", 2, lasting), person("listed-bo", "Bo Rossi", 0)]
    return Namer(gather([GENOA], people, given=frozenset({"ugo", "anton", "pio", "bo"})), ())


def meant(text: str) -> list[tuple[str, str | None]]:
    found = namer().read(split(text), pack("en"), date(2025, 6, 1))
    return [(m.said, m.entity) for m in found if m.kind is MentionKind.PERSON]


def test_a_part_follows_the_whole() -> None:
    assert meant("Genoa want Pio Alba. Alba is 24.") == [("Pio Alba", "listed-alba"), ("Alba", "listed-alba")]
    assert meant("Genoa want Ugo di Stefano. In June Di Stefano said no.") == [("Ugo di Stefano", "listed-rossi"), ("Di Stefano", "listed-rossi")]


def test_without_the_whole_it_means_nobody_of_them() -> None:
    assert "listed-alba" not in dict(meant("Genoa play at dawn. Alba is a song.")).values()


def test_a_namesake_in_a_register_does_not_make_somebody_known_unsure() -> None:
    assert meant("Genoa want to keep Kurz.") == [("Kurz", "ugo-kurz")]
    assert meant("Bo Rossi scored twice. Rossi was happy.") == [("Bo Rossi", "bo-rossi"), ("Rossi", "bo-rossi")]
