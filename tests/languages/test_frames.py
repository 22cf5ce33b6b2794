"""Every frame matches the sentences it gives, with the roles they mark, and leaves the others alone."""

from __future__ import annotations

import pytest
from marked import fillings

from mercato.languages.pack import Frame, languages, pack

FRAMES = [(language, frame) for language in sorted(languages()) for frame in pack(language).frames]
ROLES = ("person", "to", "from")


def _own(frame: Frame) -> set[str]:
    """The roles a frame fills by itself."""
    bound = {role for role in ROLES for text in frame.words if "{" + role + "}" in text}
    return {*frame.before, *frame.after, *bound}


@pytest.mark.parametrize(("language", "frame"), FRAMES, ids=[f"{language}-{frame.name}" for language, frame in FRAMES])
def test_frame_keeps_its_promises(language: str, frame: Frame) -> None:
    assert frame.matches, "a frame shows at least one sentence that it matches"
    for text in frame.matches:
        filled, roles = fillings(text, frame, pack(language))
        wanted = {(role, at) for at, role in roles.items() if role in _own(frame)}
        best = max(({(role, at) for role, places in found.items() for at in places} & wanted for found in filled), key=len, default=set())
        assert filled, f"no match in {text!r}"
        assert best == wanted, f"{text!r}: filled {filled}, wanted {sorted(wanted)}"
    for text in frame.rejects:
        filled, _ = fillings(text, frame, pack(language))
        assert not any(_own(frame) <= found.keys() for found in filled), f"{text!r} must not be read: {filled}"


def test_frame_names_are_unique_within_a_language() -> None:
    names = [(language, frame.name) for language, frame in FRAMES]
    assert len(names) == len(set(names))
