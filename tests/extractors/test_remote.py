"""The remote extractor over real HTTP: what it sends, what it believes, when it asks again and when it gives up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest
from endpoint import Endpoint, Naps, Said, Script, completion, endpoint, failure, move, scripted, told, who
from made import JUVENTUS, MILAN, PERIN, article

from mercato.errors import BadEndpoint, BadInput
from mercato.extractors.bill import Prices
from mercato.extractors.remote import Remote
from mercato.extractors.service import service
from mercato.fetch.http import Http, Limits
from mercato.model.article import Article, Block, BlockKind, Mention, MentionKind, Sentence, Span
from mercato.model.claim import Against, Claim, Mode, Money, Named, Stage

TEXT = (
    "Milan want Perin\n\nAccording to Tuttosport, Milan have offered €4m for Juventus goalkeeper Mattia Perin, but “la Vecchia Signora” refuse to sell."
    " Perin is under contract until June 2027."
)
ARTICLE = article(TEXT, date(2025, 6, 9), source="milan-news")
KEY = "sk-very-secret"
KNOWN = {"Mattia Perin": (MentionKind.PERSON, PERIN), "Perin": (MentionKind.PERSON, PERIN), "Milan": (MentionKind.CLUB, MILAN),
         "Juventus": (MentionKind.CLUB, JUVENTUS)}  # fmt: skip
OFFER = move(
    who("Mattia Perin"), who("AC Milan", "Milan"), "offer", "have offered €4m", from_=who("Juventus FC", "Juventus"), mode="permanent", mode_words="€4m",
    against=[{"who": "seller", "words": '"la Vecchia Signora" refuse to sell'}], fee={"amount": 4e6, "currency": "EUR", "words": "€4m"},
    sources=[who("Tuttosport")], via=[who("Milan News", "Milan"), who("milan-news", "Milan")],
)  # fmt: skip


def link(of: Article, text: str) -> Sequence[Mention]:
    """Every known name in `text`."""
    found = []
    for said, (kind, named) in KNOWN.items():
        at = text.find(said)
        while at >= 0:
            found.append(Mention(kind, Span(at, at + len(said)), said, named.name, named.entity))
            at = text.find(said, at + 1)
    return found


def cut(of: Article) -> Sequence[Sentence]:
    return [Sentence(block.span, block.kind, n) for n, block in enumerate(of.blocks)]


@contextmanager
def remote(script: Script, naps: Naps | None = None, seconds: float = 5.0, **about: Any) -> Iterator[tuple[Remote, Endpoint]]:
    with endpoint(script) as here:
        http = Http(Limits(seconds=seconds, attempts=3), clock=(naps or Naps()).clock)
        reader = Remote(service(here.url, "some-model", **about), http, link, cut)
        try:
            yield reader, here
        finally:
            reader.close()


def read(*answers: Said) -> tuple[tuple[Claim, ...], str]:
    with remote(scripted(*answers)) as (reader, _):
        return reader.extract(ARTICLE).claims, reader.bill()


def test_good_answer_becomes_a_claim_with_its_words() -> None:
    (claim,), _ = read(told([OFFER]))
    assert (claim.person, claim.origin, claim.destination) == (PERIN, JUVENTUS, MILAN)
    assert (claim.stage, claim.mode, claim.against) == (Stage.OFFER, Mode.PERMANENT, (Against.SELLER,))
    assert claim.fee == Money(4e6, "EUR")
    assert claim.sources == (Named("Tuttosport"),)
    assert claim.via == (Named("Milan News"),), "the article's own outlet is no source"
    said = {e.field: e.said for e in claim.evidence}
    assert said["against seller"] == "“la Vecchia Signora” refuse to sell", "as received, not as the model wrote it"
    assert said["stage"] == "have offered €4m" and said["sentence"] == TEXT
    assert all(e.span.of(TEXT) == e.said for e in claim.evidence)
    assert claim.reasons == ("read by some-model",)


def test_contract_with_its_words() -> None:
    bond = {"person": who("Mattia Perin", "Perin"), "club": who("Juventus"), "until": "2027-06", "words": "until June 2027"}
    with remote(scripted(told([], [bond, bond | {"words": "until 2031"}]))) as (reader, _):
        (contract,) = reader.extract(ARTICLE).contracts
        assert "1 claim refused" in reader.bill()
    assert (contract.person, contract.club, contract.until) == (PERIN, JUVENTUS, "2027-06")
    assert [e.said for e in contract.evidence if e.field == "until"] == ["until June 2027"]


@pytest.mark.parametrize(
    "change",
    [
        {"stage_words": "has agreed to sign"},
        {"stage_words": ""},
        {"person": who("Mattia Perin", "the Pontinia native")},
        {"person": who("Gianluigi Donnarumma", "goalkeeper")},
        {"to": who("Napoli")},
        {"to": who("Napoli", " ")},
        {"from": who("Genoa")},
        {"fee": {"amount": 9e6, "currency": "EUR", "words": "€9m"}},
        {"against": [{"who": "person", "words": "he would rather stay"}]},
        {"sources": [who("Gazzetta dello Sport")]},
        {"to": who(" ", "Milan")},
        {"from": who("?", "Juventus")},
        {"to": None, "from": None},
    ],
)
def test_claim_with_invented_words_is_refused_and_counted(change: dict[str, Any]) -> None:
    claims, bill = read(told([OFFER | change, OFFER]))
    assert len(claims) == 1
    assert "1 claim refused: the words are not in the article" in bill


def test_field_without_words_is_left_out_and_counted() -> None:
    (claim,), bill = read(told([OFFER | {"fee": {"amount": 9e6, "currency": "EUR", "words": ""}, "mode_words": "", "from": who("Juventus", " ")}]))
    assert claim.fee is None and claim.mode is Mode.UNKNOWN and claim.origin is None
    assert "3 fields left out: no words were given" in bill


def test_same_move_twice_is_one_and_goes_as_far_as_either() -> None:
    (claim,), _ = read(told([OFFER | {"stage": "interested", "stage_words": "want"}, OFFER]))
    assert claim.stage is Stage.OFFER


def test_request_has_the_guide_the_schema_and_what_is_known_of_the_article() -> None:
    with remote(scripted(told()), key=KEY) as (reader, here):
        reader.extract(ARTICLE)
    (asked,) = here.asked
    assert asked.path == "/v1/chat/completions" and asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.body["model"] == "some-model" and asked.body["temperature"] == 0
    form = asked.body["response_format"]
    assert form["type"] == "json_schema" and form["json_schema"]["strict"] is True and "$ref" not in str(form)
    assert "## Stages" in asked.body["messages"][0]["content"] and "letter by letter" in asked.body["messages"][0]["content"]
    assert "language: en\npublished: 2025-06-09\noutlet: milan-news" in asked.text and TEXT in asked.text


def test_noise_is_not_sent_and_an_article_of_noise_costs_nothing() -> None:
    noise = Block(BlockKind.TEASER, Span(0, 16))
    with remote(scripted(told())) as (reader, here):
        reader.extract(replace(ARTICLE, blocks=(noise, Block(BlockKind.BODY, Span(18, len(TEXT))))))
        reader.extract(replace(ARTICLE, blocks=(noise,)))
        reader.extract(replace(ARTICLE, language=None))
    (asked,) = here.asked
    assert "Milan want Perin" not in asked.text and TEXT[18:] in asked.text


def test_without_key_or_temperature_none_is_sent() -> None:
    with remote(scripted(told()), temperature=None) as (reader, here):
        reader.extract(ARTICLE)
    assert "Authorization" not in here.asked[0].headers and "temperature" not in here.asked[0].body


BROKEN = [completion("{not json"), completion('{"moves": []}'), completion('{"moves": [{"person": 1}], "contracts": []}'), completion(None),
          completion('{"moves": [', finish="length"), Said(200, b"<html>"), Said(200, b'{"choices": []}'),
          Said(200, b'{"choices": "\xff"}'), Said(200, b'{"x": ' + b"[" * 9999), completion('{"moves": [], "contracts": "\\ud83d"}')]  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_answer_that_breaks_the_schema_is_asked_for_again_with_the_reason(broken: Said) -> None:
    with remote(scripted(broken, told([OFFER]))) as (reader, here):
        assert len(reader.extract(ARTICLE).claims) == 1
    assert len(here.asked) == 2 and "could not be used" in here.asked[1].text and "could not be used" not in here.asked[0].text


def test_model_that_never_keeps_to_the_schema_is_given_up_for_this_article() -> None:
    with remote(scripted(completion("Sorry, I can't."))) as (reader, here):
        with pytest.raises(BadInput, match=r"3 answers in a row cannot be used.*another model may keep to the schema"):
            reader.extract(ARTICLE)
        assert "3 answers, 3,000 tokens sent" in reader.bill(), "what was answered in vain is paid too"
    assert len(here.asked) == 3


def test_fenced_answer_is_read() -> None:
    plain = msgspec.json.decode(told([OFFER]).body)["choices"][0]["message"]["content"]
    (claim,), _ = read(completion(f"```json\n{plain}\n```"))
    assert claim.person == PERIN


def test_busy_endpoint_is_asked_again_when_it_says() -> None:
    naps = Naps()
    with remote(scripted(failure(429, Retry_After="3"), told([OFFER])), naps) as (reader, _):
        assert len(reader.extract(ARTICLE).claims) == 1
    assert naps.slept == [3.0]


def test_time_out_is_told_and_the_article_passed_over() -> None:
    with remote(scripted(Said(waits=True)), seconds=0.03) as (reader, here), pytest.raises(BadInput, match=r"no answer within 0\.03 s, asked 3 times"):
        reader.extract(ARTICLE)
    assert len(here.asked) == 3


def test_endpoint_that_fails_for_ever_stops_the_batch_at_the_third_article() -> None:
    naps = Naps()
    with remote(scripted(failure(500, "out of memory")), naps) as (reader, here):
        for _ in range(2):
            with pytest.raises(BadInput, match=r"answers 500 \(out of memory\), asked 3 times; try again later"):
                reader.extract(ARTICLE)
        with pytest.raises(BadEndpoint, match="3 articles in a row"):
            reader.extract(ARTICLE)
    assert len(here.asked) == 9 and naps.slept == [1.0, 2.0] * 3


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"error": "no room"}', "no room"),
        (b'{"detail": [{"msg": "no such field"}]}', "no such field"),
        (b"\xff\x1b[2J plain", "\ufffd [2J plain"),
        (b"[" * 9999, "[[["),
        (b"", "answers 422; it"),
    ],
)
def test_whatever_a_server_says_of_its_error_is_shown_plainly(body: bytes, says: str) -> None:
    with remote(scripted(Said(422, body))) as (reader, _), pytest.raises(BadInput) as error:
        reader.extract(ARTICLE)
    assert says in str(error.value) and len(str(error.value)) < 500 and str(error.value).isprintable()


def test_one_article_that_the_endpoint_does_not_take_stops_nothing() -> None:
    with remote(scripted(failure(400, "too long"), failure(400, "too long"), told(), failure(400, "too long"))) as (reader, _):
        for _ in range(2):
            with pytest.raises(BadInput, match=r"400 \(too long\); it does not take this request"):
                reader.extract(ARTICLE)
        assert reader.extract(ARTICLE).claims == ()
        with pytest.raises(BadInput):
            reader.extract(ARTICLE)


@pytest.mark.parametrize(
    ("status", "about", "says"),
    [
        (401, {"key": KEY}, "it refuses the key in MERCATO_KEY"),
        (401, {}, "it wants a key: put it into the environment variable MERCATO_KEY"),
        (403, {"key": KEY, "variable": "OTHER"}, "it refuses the key in OTHER"),
        (402, {}, "paid"),
        (404, {}, "name of the model"),
        (307, {}, "address of the endpoint"),
    ],
)
def test_refusal_of_everything_stops_at_once_and_repeats_no_key(status: int, about: dict[str, str], says: str) -> None:
    with remote(scripted(failure(status, f"Incorrect API key provided: {KEY}.")), **about) as (reader, here):
        with pytest.raises(BadEndpoint, match=says) as error:
            reader.extract(ARTICLE)
        assert len(here.asked) == 1
    if "key" in about:
        assert KEY not in str(error.value) and "[key]" in str(error.value)


def test_bill_counts_tokens_and_cost() -> None:
    with remote(scripted(told(), completion("?", sent=None), told()), prices=Prices(2.0, 10.0)) as (reader, _):
        reader.extract(ARTICLE)
        assert reader.bill() == "some-model: 1 article, 1 answer, 1,000 tokens sent, 100 answered, cost 0.0030"
        reader.extract(ARTICLE)
        said = "some-model: 2 articles, 3 answers, 2,000 tokens sent, 200 answered, without 1 answer whose tokens were not counted, cost 0.0060"
        assert reader.bill() == said


def test_bill_without_counts_or_prices() -> None:
    with remote(scripted(completion('{"moves": [], "contracts": []}', sent=None))) as (reader, _):
        reader.extract(ARTICLE)
        assert reader.bill() == "some-model: 1 article, 1 answer, no count of tokens"
