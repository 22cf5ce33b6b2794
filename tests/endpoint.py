"""A small OpenAI-compatible endpoint on this machine: it answers what a test scripted, over real HTTP, and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from serving import Heard, Said, serving

from mercato.fetch.http import Clock

NOW = datetime(2025, 6, 12, 12, 0, tzinfo=UTC)


@dataclass
class Asked:
    """One request as it came in."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def text(self) -> str:
        """What the user says in it."""
        return "\n".join(m["content"] for m in self.body["messages"] if m["role"] == "user")


Script = Callable[[Asked], Said]


@dataclass
class Endpoint:
    """Where it listens, and what it was asked so far."""

    url: str
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def endpoint(script: Script) -> Iterator[Endpoint]:
    """An endpoint that answers by `script` while the block lasts."""

    def answer(heard: Heard) -> Said:
        asked = Asked(heard.path, heard.headers, json.loads(heard.body))
        here.asked.append(asked)
        return script(asked)

    with serving(answer) as url:
        here = Endpoint(f"{url}/v1")
        yield here


def completion(content: str | None, *, finish: str = "stop", sent: int | None = 1000, answered: int = 100) -> Said:
    """What an endpoint says when its model answers `content`."""
    usage = {"prompt_tokens": sent, "completion_tokens": answered, "total_tokens": sent + answered} if sent is not None else None
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return Said(200, json.dumps({"id": "x", "object": "chat.completion", "choices": [choice], "usage": usage}).encode())


def told(moves: list[dict[str, Any]] | None = None, contracts: list[dict[str, Any]] | None = None) -> Said:
    """An answer of the right form."""
    return completion(json.dumps({"moves": moves or [], "contracts": contracts or []}))


def failure(status: int, message: str = "", **headers: str) -> Said:
    """An answer that is none."""
    return Said(status, json.dumps({"error": {"message": message}}).encode(), {name.replace("_", "-"): value for name, value in headers.items()})


def scripted(*answers: Said) -> Script:
    """One answer after the other, the last again and again."""
    left = list(answers)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def who(name: str, words: str | None = None) -> dict[str, str]:
    """Somebody, and how the article calls him."""
    return {"name": name, "words": words or name}


def move(person: dict[str, str], to: dict[str, str] | None, stage: str, stage_words: str, **fields: Any) -> dict[str, Any]:
    """A move as a model answers it."""
    plain: dict[str, Any] = {
        "person": person, "role": "player", "from": None, "to": to, "tense": "current", "stage": stage, "stage_words": stage_words,
        "against": [], "mode": "unknown", "mode_words": "", "fee": None, "terms": [], "conditions": [], "sources": [], "via": [],
    }  # fmt: skip
    return plain | {name.rstrip("_"): value for name, value in fields.items()}


class Naps:
    """A clock that is asked to sleep and does not, and remembers for how long it was asked."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    @property
    def clock(self) -> Clock:
        """For `Http`."""
        return Clock(now=lambda: NOW, sleep=self.slept.append)
