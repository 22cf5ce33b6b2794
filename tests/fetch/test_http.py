"""Patience with a busy server, none with a slow or endless one; nothing that can hold a secret is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count

import pytest
from endpoint import Naps, Script, endpoint, failure, scripted
from serving import Heard, Said, cut_off, serving

from mercato.errors import NoAnswer
from mercato.fetch.http import Clock, Http, Limits, shown

OK = Said(200, b"{}")
BODY = b"{}"


@contextmanager
def line(script: Script, naps: Naps, limits: Limits | None = None) -> Iterator[tuple[Http, str, list[object]]]:
    with endpoint(script) as here, closing(Http(limits, clock=naps.clock)) as http:
        yield http, here.url, here.asked  # type: ignore[misc]


def test_answer_at_once() -> None:
    naps = Naps()
    with line(scripted(OK), naps) as (http, url, asked):
        reply = http.post(url, {"X-One": "1"}, BODY)
    assert (reply.status, reply.body, reply.attempts, naps.slept, len(asked)) == (200, b"{}", 1, [], 1)


AGAIN = [("7", 7.0), ("Thu, 12 Jun 2025 12:00:30 GMT", 30.0), ("Thu, 12 Jun 2025 11:00:00 GMT", 0.0), ("soon", 1.0), ("", 1.0)]


@pytest.mark.parametrize(("said", "slept"), AGAIN)
def test_busy_server_is_asked_again_when_it_says(said: str, slept: float) -> None:
    naps = Naps()
    with line(scripted(failure(429, Retry_After=said), OK), naps) as (http, url, _):
        assert http.post(url, {}, BODY).attempts == 2
    assert naps.slept == [slept]


def test_server_that_wants_too_much_patience_is_left_alone() -> None:
    naps = Naps()
    with line(scripted(failure(429, Retry_After="3600"), OK), naps) as (http, url, asked):
        assert http.post(url, {}, BODY).status == 429
    assert naps.slept == [] and len(asked) == 1


def test_broken_server_is_asked_a_few_times_with_growing_pauses() -> None:
    naps = Naps()
    with line(scripted(failure(500)), naps) as (http, url, asked):
        reply = http.post(url, {}, BODY)
    assert (reply.status, reply.attempts, len(asked), naps.slept) == (500, 4, 4, [1.0, 2.0, 4.0])


@pytest.mark.parametrize("status", [400, 401, 404, 302])
def test_refusal_is_final_and_a_redirect_is_not_followed(status: int) -> None:
    naps = Naps()
    with line(scripted(failure(status, Location="http://127.0.0.1:1/")), naps) as (http, url, asked):
        assert http.post(url, {}, BODY).status == status
    assert naps.slept == [] and len(asked) == 1


def test_server_that_does_not_answer_in_time() -> None:
    naps, notes = Naps(), []
    slow, http = endpoint(scripted(Said(waits=True))), Http(Limits(seconds=0.05, attempts=2), clock=naps.clock, tell=notes.append)
    with slow as here, closing(http), pytest.raises(NoAnswer, match=r"no answer within 0\.05 s, asked 2 times; .*more time"):
        http.post(here.url, {}, BODY)
    assert naps.slept == [1.0]
    assert notes == [f"{here.url}: no answer within 0.05 s; asking again in 1 s"]


def test_answer_that_trickles_is_cut_off() -> None:
    seconds = count(step=100)
    clock = Clock(ticks=lambda: float(next(seconds)), sleep=lambda _: None)
    http = Http(Limits(seconds=50, attempts=1), clock=clock)
    with endpoint(scripted(OK)) as here, closing(http), pytest.raises(NoAnswer, match="no whole answer within 50 s"):
        http.post(here.url, {}, BODY)


def test_answer_without_end_is_cut_off() -> None:
    naps = Naps()
    with line(scripted(Said(200, b"x" * 2000)), naps, Limits(size=1000)) as (http, url, asked), pytest.raises(NoAnswer, match="longer than 1,000 bytes"):
        http.post(url, {}, BODY)
    assert len(asked) == 1


def test_nobody_there() -> None:
    naps = Naps()
    with endpoint(scripted(OK)) as gone:
        pass
    with closing(Http(Limits(attempts=2), clock=naps.clock)) as http, pytest.raises(NoAnswer, match=r"cannot be reached .*asked 2 times; check the address"):
        http.post(gone.url, {}, BODY)


def test_this_machine_is_reached_without_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with line(scripted(OK), Naps()) as (http, url, _):
        assert http.post(url, {}, BODY).status == 200


def test_address_is_shown_without_secrets() -> None:
    assert shown("https://me:secret@host.example:8000/v1/chat?key=secret#x") == "https://host.example:8000/v1/chat"


# --- what lies at an address ---


@contextmanager
def shelf(*answers: Said, naps: Naps | None = None) -> Iterator[tuple[Http, str, list[Heard]]]:
    """A server that gives one answer after the other, and what it heard."""
    left, heard = list(answers), list[Heard]()

    def answer(request: Heard) -> Said:
        heard.append(request)
        return left.pop(0)

    with serving(answer) as url, closing(Http(Limits(attempts=2, size=1000), clock=(naps or Naps()).clock)) as http:
        yield http, url, heard


def test_file_is_fetched_by_one_who_says_who_he_is() -> None:
    with shelf(Said(200, b"a,b\n")) as (http, url, heard):
        reply = http.get(f"{url}/teams.csv", {"Accept": "text/csv"})
    assert (reply.status, reply.body) == (200, b"a,b\n")
    assert (heard[0].method, heard[0].path, heard[0].headers["Accept"]) == ("GET", "/teams.csv", "text/csv")
    assert heard[0].headers["User-Agent"].startswith("mercato/0")


def test_file_that_moved_is_fetched_from_where_it_is_now() -> None:
    with shelf(Said(302, headers={"Location": "/there"}), Said(200, b"x")) as (http, url, heard):
        assert http.get(f"{url}/here").body == b"x"
    assert [request.path for request in heard] == ["/here", "/there"]


def test_busy_shelf_is_asked_again_when_it_says() -> None:
    naps = Naps()
    with shelf(Said(429, headers={"Retry-After": "7"}), Said(200, b"x"), naps=naps) as (http, url, _):
        assert http.get(url).attempts == 2
    assert naps.slept == [7.0]


def test_file_may_be_as_long_as_the_caller_says() -> None:
    with shelf(Said(200, b"x" * 2000), Said(200, b"x" * 2000)) as (http, url, _):
        assert len(http.get(url, size=2000).body) == 2000
        with pytest.raises(NoAnswer, match="longer than 1,999 bytes"):
            http.get(url, size=1999)


def test_file_that_breaks_off_is_no_file() -> None:
    with shelf(cut_off(b"half"), cut_off(b"half")) as (http, url, _), pytest.raises(NoAnswer, match="its answer broke off, asked 2 times"):
        http.get(url)


@pytest.mark.parametrize("address", ["http://host:port/teams.csv", "ftp://host/teams.csv", "teams.csv"])
def test_what_is_no_address_is_not_asked(address: str) -> None:
    naps = Naps()
    with closing(Http(clock=naps.clock)) as http, pytest.raises(NoAnswer, match=r"no address .*https://host/file"):
        http.get(address)
    assert naps.slept == []
