"""The form of the answer that a model is asked for: the moves and contracts of the guide, beside each value the words that say it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from mercato.model.claim import Against, Mode, Tense
from mercato.model.world import Role

StageWord = Literal["linked", "interested", "contact", "talks", "offer", "agreed", "medical", "done"]
Term = Literal["option to buy", "obligation to buy", "release clause", "swap", "sell-on", "buy-back"]


class Who(Struct, forbid_unknown_fields=True):
    """A person, club or source: the full usual name, and how the article calls them."""

    name: str
    words: str


class Opposition(Struct, forbid_unknown_fields=True):
    """Who stands against a move."""

    who: Against
    words: str


class Fee(Struct, forbid_unknown_fields=True):
    """An amount in units of a currency (ISO 4217)."""

    amount: Annotated[float, Meta(gt=0)]
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    words: str


class Clause(Struct, forbid_unknown_fields=True):
    """A term of a move."""

    term: Term
    words: str


class Condition(Struct, forbid_unknown_fields=True):
    """What must happen first, like "Mike Maignan leaves AC Milan"."""

    condition: str
    words: str


class Move(Struct, forbid_unknown_fields=True):
    """One move of the guide."""

    person: Who
    role: Role
    origin: Who | None = field(name="from")
    destination: Who | None = field(name="to")
    tense: Tense
    stage: StageWord
    stage_words: str
    against: list[Opposition]
    mode: Mode
    mode_words: str
    fee: Fee | None
    terms: list[Clause]
    conditions: list[Condition]
    sources: list[Who]
    via: list[Who]


class Bond(Struct, forbid_unknown_fields=True):
    """One contract of the guide."""

    person: Who
    club: Who | None
    until: Annotated[str, Meta(pattern="^[0-9]{4}(-[0-9]{2})?$")]
    words: str


class Answer(Struct, forbid_unknown_fields=True):
    """All that the article says."""

    moves: list[Move]
    contracts: list[Bond]


def schema() -> dict[str, Any]:
    """The JSON schema of an answer, whole in one piece: some endpoints follow no references, and none may begin with one."""
    _, parts = msgspec.json.schema_components([Answer], ref_template="{name}")
    whole: dict[str, Any] = _inline(parts["Answer"], parts)
    return whole


def _inline(node: Any, parts: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_inline(one, parts) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inline(parts[node["$ref"]], parts)
    return {key: _inline(value, parts) for key, value in node.items() if key != "title"}


def answer(text: str) -> Answer:
    """The answer written in `text`, be it fenced as in a chat; raises msgspec.DecodeError, saying where, when it breaks the schema."""
    bare = text.strip()
    if bare.startswith("```"):
        bare = bare.partition("\n")[2].rpartition("```")[0]
    return msgspec.json.decode(bare, type=Answer)
