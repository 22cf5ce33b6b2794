"""Requests over HTTP with limits of time and size, and patience with servers that are busy; nothing else opens a connection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.metadata import version
from time import monotonic, sleep
from urllib.parse import urlsplit

import httpx

from mercato.errors import NoAnswer

BUSY = frozenset({408, 425, 429})  # come again later; so does every 5xx
LOCAL = ("all://localhost", "all://127.0.0.1", "all://[::1]")  # reached without the proxy of the environment
_trusted = cache(httpx.create_ssl_context)  # whose certificates we believe: reading them takes longer than all else that opening a client does


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much and how often."""

    seconds: float = 120.0  # for a request, from its first byte to the last of its answer: a large model takes a minute for a long article
    size: int = 4_000_000  # bytes of an answer: a hundred times the longest that a model gives
    attempts: int = 4  # with the pauses between them some seconds: what outlasts that is no hiccup
    pause: float = 1.0  # seconds before the second attempt, doubled before each further one
    longest: float = 60.0  # seconds of a pause that a server may ask for; if it wants more, it is not asked again


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, handed in so that a test need not wait."""

    ticks: Callable[[], float] = monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = sleep


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered in the end, and how often it was asked."""

    status: int
    body: bytes
    attempts: int = 1
    again: str = ""  # its Retry-After


@dataclass(frozen=True, slots=True)
class Call:
    """One request; how many bytes of an answer are taken, and whether it may come from where the server sends us on to."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    size: int
    moves: bool


def shown(url: str) -> str:
    """An address as it may be printed: without the parts that can hold a secret."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "the address given"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


class Http:
    """Connections kept open from one request to the next; `tell` is called with a line whenever there is a pause."""

    def __init__(self, limits: Limits | None = None, *, clock: Clock | None = None, tell: Callable[[str], None] | None = None) -> None:
        self.limits, self.clock, self.tell = limits or Limits(), clock or Clock(), tell
        trusted = _trusted()
        direct = {place: httpx.HTTPTransport(verify=trusted) for place in LOCAL}
        names = {"User-Agent": f"mercato/{version('mercato')}"}  # whoever runs a server wants to know who asks
        self._client = httpx.Client(verify=trusted, mounts=direct, timeout=self.limits.seconds, headers=names)

    def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Reply:
        """The answer to `body`; asked again while the server is busy or out of reach. Raises NoAnswer when none came."""
        return self._patiently(Call("POST", url, headers, body, self.limits.size, moves=False))  # what `headers` hold is for this address alone

    def get(self, url: str, headers: Mapping[str, str] | None = None, *, size: int | None = None) -> Reply:
        """What lies at `url`, also where it moved to; asked again like `post`, and at most `size` bytes long, else as `limits` say.

        Raises NoAnswer when none came, a longer one, or one that broke off. Any other status than 200 is left to the caller.
        """
        return self._patiently(Call("GET", url, headers or {}, b"", self.limits.size if size is None else size, moves=True))

    def _patiently(self, call: Call) -> Reply:
        attempt = 0
        while True:
            attempt += 1
            found = self._once(call, attempt)
            if isinstance(found, Reply) and not _busy(found.status):
                return found
            wait = self._pause(found, attempt)
            if attempt >= self.limits.attempts or wait > self.limits.longest:
                return _last(found, shown(call.url), attempt)
            if self.tell:
                reason = f"it is busy (status {found.status})" if isinstance(found, Reply) else found
                self.tell(f"{shown(call.url)}: {reason}; asking again in {wait:.0f} s")
            self.clock.sleep(wait)

    def _once(self, call: Call, attempt: int) -> Reply | str:
        """The answer, or why there is none."""
        end, got = self.clock.ticks() + self.limits.seconds, bytearray()
        try:
            request = self._client.build_request(call.method, call.url, headers=dict(call.headers), content=call.body or None)
            with closing(self._client.send(request, stream=True, follow_redirects=call.moves)) as response:
                for piece in response.iter_bytes():
                    got += piece
                    if len(got) > call.size:
                        raise NoAnswer(f"{shown(call.url)}: its answer is longer than {call.size:,} bytes", "is this the right address?")
                    if self.clock.ticks() > end:
                        return f"no whole answer within {self.limits.seconds:g} s"
                return Reply(response.status_code, bytes(got), attempt, response.headers.get("retry-after", ""))
        except httpx.TimeoutException:
            return f"no answer within {self.limits.seconds:g} s"
        except (httpx.RemoteProtocolError, httpx.ReadError):
            return "its answer broke off"
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise NoAnswer(f"{shown(call.url)}: no address ({error})", "write it like https://host/file") from error
        except httpx.RequestError as error:
            return f"it cannot be reached ({str(error) or type(error).__name__})"

    def _pause(self, found: Reply | str, attempt: int) -> float:
        """Seconds until the next attempt: as the server asks, else doubled each time."""
        asked = _seconds(found.again, self.clock.now()) if isinstance(found, Reply) else None
        return min(self.limits.pause * 2.0 ** (attempt - 1), self.limits.longest) if asked is None else asked

    def close(self) -> None:
        """Give up the connections."""
        self._client.close()


def _busy(status: int) -> bool:
    return status in BUSY or status >= 500


def _last(found: Reply | str, where: str, attempts: int) -> Reply:
    if isinstance(found, Reply):
        return found
    times = "once" if attempts == 1 else f"{attempts} times"
    raise NoAnswer(f"{where}: {found}, asked {times}", "check the address and the network, or allow it more time")


def _seconds(said: str, now: datetime) -> float | None:
    """What a Retry-After asks for: a number of seconds or a moment; None where it says neither."""
    if said.strip().isdecimal():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())
