"""Ask a model one question until its answer can be used, or say clearly why it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from mercato.errors import BadEndpoint, NoAnswer
from mercato.extractors.bill import Bill
from mercato.extractors.prompt import Message, again
from mercato.extractors.schema import Answer, answer, schema
from mercato.extractors.service import Service

ASKED = 3  # times for an answer of the right form: a model that breaks it three times does not know it
SHOWN = 300  # characters of what a server says of an error


class Reply(Protocol):
    """What came back of a request, and after how many attempts."""

    @property
    def status(self) -> int: ...
    @property
    def body(self) -> bytes: ...
    @property
    def attempts(self) -> int: ...


class Line(Protocol):
    """The way to the outside, as `pipeline` hands it over."""

    def post(self, url: str, headers: Mapping[str, str], body: bytes, /) -> Reply:
        """What is answered to `body`, asked again while the server is busy; raises NoAnswer when nothing is."""
        ...

    def close(self) -> None:
        """Give up the connections."""
        ...


class _Said(Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(Struct):
    message: _Said
    finish_reason: str | None = None


class _Usage(Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Completion(Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


class Chat:
    """Conversations with one service, each of one question."""

    def __init__(self, service: Service, line: Line, bill: Bill) -> None:
        self.service, self._line, self._bill = service, line, bill
        self._form = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema()}}
        self._headers = {"Content-Type": "application/json", "Accept": "application/json"} | ({"Authorization": f"Bearer {service.key}"} if service.key else {})

    def ask(self, messages: list[Message]) -> Answer:
        """The answer to `messages`; raises NoAnswer when there is none of the right form, BadEndpoint when there never will be."""
        reason = ""
        for _ in range(ASKED):
            body = self._body([*messages, again(reason)] if reason else messages)
            reply = self._line.post(self.service.url, self._headers, body)
            if reply.status != 200:
                raise self._error(reply)
            try:
                return self._answer(reply.body)
            except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
                reason = self.service.without_key(str(error))[:SHOWN]
        remedy = "another model may keep to the schema, or an endpoint that takes response_format json_schema"
        raise NoAnswer(f"{self.service.model}: {ASKED} answers in a row cannot be used, the last because {reason}", remedy)

    def _body(self, messages: list[Message]) -> bytes:
        asked = {"model": self.service.model, "messages": messages, "response_format": self._form}
        return msgspec.json.encode(asked if self.service.temperature is None else asked | {"temperature": self.service.temperature})

    def _answer(self, body: bytes) -> Answer:
        completion = msgspec.json.decode(body, type=_Completion)
        self._bill.answers += 1
        if completion.usage is None:
            self._bill.uncounted += 1
        else:
            self._bill.sent += completion.usage.prompt_tokens
            self._bill.answered += completion.usage.completion_tokens
        if not completion.choices:
            raise msgspec.DecodeError("it holds no choice")
        choice = completion.choices[0]
        if choice.finish_reason == "length":
            raise msgspec.DecodeError("it was cut off at the model's limit of tokens")
        if choice.message.content is None:
            raise msgspec.DecodeError(f"it is empty ({choice.message.refusal or 'no reason given'})")
        return answer(choice.message.content)

    def _error(self, reply: Reply) -> NoAnswer | BadEndpoint:
        """What an answer that is none says."""
        service, status = self.service, reply.status
        where = urlsplit(service.url).hostname
        said = service.without_key(_reason(reply.body))[:SHOWN]
        told = f"{where} answers {status}" + (f" ({said})" if said else "")
        if status in (401, 403):
            remedy = f"it refuses the key in {service.variable}" if service.key else f"it wants a key: put it into the environment variable {service.variable}"
            return BadEndpoint(f"{told}: {remedy}")
        if status == 402:
            return BadEndpoint(f"{told}: it wants to be paid first")
        if status in (404, 405) or 300 <= status < 400:
            return BadEndpoint(f"{told}: check the address of the endpoint and the name of the model")
        times = f", asked {reply.attempts} times" if reply.attempts > 1 else ""
        return NoAnswer(told + times, "try again later" if status == 429 or status >= 500 else "it does not take this request")


def _reason(body: bytes) -> str:
    """What a server says of its error, in whichever of the usual places."""
    try:
        said = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return body[: 4 * SHOWN].decode(errors="replace")
    for key in ("error", "message", "detail"):
        if isinstance(said, dict) and key in said:
            said = said[key]
    return said if isinstance(said, str) else msgspec.json.encode(said).decode()
