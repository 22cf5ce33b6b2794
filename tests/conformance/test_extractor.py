"""What every extractor must do; a new one is finished when it is green here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date

import msgspec
import pytest
import shipped
from endpoint import Asked, Naps, Said, endpoint, move, told, who
from made import article

from mercato.extractors.protocol import Extractor
from mercato.extractors.service import service
from mercato.knowledge.index import Knowledge
from mercato.model.article import TELLING, Article, Block, BlockKind, Span
from mercato.model.claim import Claim, Stage, Tense
from mercato.pipeline.extractors import EXTRACTORS, extractor
from mercato.store.sqlite import open_store
from mercato.views.guide import guide

DAY = date(2025, 6, 5)
SIGNED = "Juventus goalkeeper Mattia Perin has signed for Lecce, the club announced on Monday."
WANTED = "Milan want to sign the Juventus goalkeeper Mattia Perin."
TEXTS = {
    "plain": SIGNED,
    "far from ASCII": "😀🏟️ Jose\u0301\u00a0— «Transfers»\n\n" + SIGNED,
    "two moves": f"{SIGNED}\n\nNapoli have made an offer for Andrea Cambiaso of Juventus, according to Tuttosport.",
    "nobody": "It rained in the afternoon.",
}

# What the model behind the remote one answers when an article says it.
PERIN, JUVENTUS = who("Mattia Perin"), who("Juventus")
ANSWERS = {
    "has signed for Lecce": move(PERIN, who("Lecce"), "done", "has signed for", from_=JUVENTUS),
    "made an offer for": move(who("Andrea Cambiaso"), who("Napoli"), "offer", "made an offer for", from_=JUVENTUS, sources=[who("Tuttosport")]),
    "want to sign": move(PERIN, who("AC Milan", "Milan"), "interested", "want to sign", from_=JUVENTUS),
}
INVENTED = move(who("Erling Haaland"), who("Real Madrid"), "done", "has joined")


def model(asked: Asked) -> Said:
    """Whatever it reads, it invents a move too."""
    return told([*(answer for words, answer in ANSWERS.items() if words in asked.text), INVENTED])


Maker = Callable[[Knowledge, ExitStack], Extractor]


def _remote(knowledge: Knowledge, open_: ExitStack) -> Extractor:
    here = open_.enter_context(endpoint(model))
    made = extractor("remote", knowledge, service=service(here.url, "some-model"), clock=Naps().clock)
    open_.callback(made.close)  # type: ignore[attr-defined]
    return made


MAKERS: dict[str, Maker] = {"built-in": lambda knowledge, _: extractor("built-in", knowledge), "remote": _remote}


@pytest.fixture(scope="module", params=MAKERS)
def reader(request: pytest.FixtureRequest) -> Iterator[Extractor]:
    with ExitStack() as open_:
        yield MAKERS[request.param](shipped.reader().knowledge, open_)


@pytest.fixture(params=TEXTS)
def text(request: pytest.FixtureRequest) -> Article:
    return article(TEXTS[request.param], DAY, source="milan-news")


def current(reader: Extractor, of: Article) -> list[Claim]:
    return [claim for claim in reader.extract(of).claims if claim.tense is Tense.CURRENT]


def test_every_extractor_is_tried_here() -> None:
    assert set(MAKERS) == set(EXTRACTORS)


def test_article_comes_back_as_it_was(reader: Extractor, text: Article) -> None:
    assert reader.extract(text).article == text


def test_every_claim_has_words_that_stand_in_the_text(reader: Extractor, text: Article) -> None:
    reading = reader.extract(text)
    for evidence in (e for one in (*reading.claims, *reading.contracts) for e in one.evidence):
        assert evidence.said and evidence.span.of(text.text) == evidence.said
        assert any(b.kind in TELLING and b.span.start <= evidence.span.start and evidence.span.end <= b.span.end for b in text.blocks)
    for claim in reading.claims:
        assert {"person", "stage"} <= {e.field for e in claim.evidence}
        assert claim.destination is None or any(e.field == "to" for e in claim.evidence)
        assert claim.origin or claim.destination


def test_mentions_are_where_they_say(reader: Extractor, text: Article) -> None:
    mentions = reader.extract(text).mentions
    assert all(m.span.of(text.text) == m.said for m in mentions)
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)


def test_claims_belong_to_the_article_and_are_told_apart(reader: Extractor, text: Article) -> None:
    claims = reader.extract(text).claims
    assert all(claim.article == text.id and claim.reasons for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)


def test_reading_twice_reads_the_same(reader: Extractor, text: Article) -> None:
    assert reader.extract(text) == reader.extract(text)


def test_reading_can_be_kept_and_shown(reader: Extractor, text: Article) -> None:
    reading = reader.extract(text)
    store = open_store(":memory:")
    store.add(reading)
    assert store.reading(text.id) == reading
    store.close()
    shown = msgspec.json.decode(msgspec.json.encode(guide(reading)))
    assert {"moves", "contracts", "persons", "clubs", "topic"} <= set(shown)


def test_plain_move_is_read_and_its_names_linked(reader: Extractor) -> None:
    (claim,) = current(reader, article(SIGNED, DAY))
    assert (claim.person.entity, claim.origin and claim.origin.entity) == ("mattia-perin", "juventus")
    assert claim.destination and claim.destination.entity == "lecce"
    assert claim.stage is Stage.DONE


def test_two_moves_are_two(reader: Extractor) -> None:
    found = {(c.person.name, c.destination.name if c.destination else None) for c in current(reader, article(TEXTS["two moves"], DAY))}
    assert {("Mattia Perin", "Lecce"), ("Andrea Cambiaso", "Napoli")} <= found


def test_nothing_is_made_of_nothing(reader: Extractor) -> None:
    assert reader.extract(article(TEXTS["nobody"], DAY)).claims == ()


@pytest.mark.parametrize("kind", sorted(set(BlockKind) - set(TELLING)))
def test_noise_makes_no_claims(reader: Extractor, kind: BlockKind) -> None:
    text = f"It rained.\n\n{WANTED}"
    blocks = (Block(BlockKind.BODY, Span(0, 10)), Block(kind, Span(12, len(text))))
    assert reader.extract(replace(article(text, DAY), blocks=blocks)).claims == ()
    assert reader.extract(replace(article(WANTED, DAY), blocks=())).claims == ()


def test_language_that_is_not_read_makes_no_claims(reader: Extractor) -> None:
    of = article("Bramkarz Mattia Perin podpisał kontrakt z Genoa.", DAY, language=None)
    assert reader.extract(of).claims == () and reader.extract(of).article == of


def test_article_without_a_date_is_read(reader: Extractor) -> None:
    assert [claim.person.name for claim in current(reader, article(SIGNED))] == ["Mattia Perin"]
