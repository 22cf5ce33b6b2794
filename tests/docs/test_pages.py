"""What the pages name is there: commands, make targets, files, modules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mercato.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "evals/corpus/README.md")
CODE = (r"```sh\n(.*?)```", r"`([^`\n]+)`", r"<!-- \$ (.+?) -->")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES)
def test_commands_and_make_targets_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    code = "\n".join(word for pattern in CODE for word in re.findall(pattern, text, re.DOTALL))
    called = set(re.findall(r"(?:/bin/|^|\| )mercato ([a-z]+)", code, re.MULTILINE))
    assert called <= set(COMMANDS), called - set(COMMANDS)
    made = {word for words in re.findall(r"^make ([a-z -]+)", code, re.MULTILINE) for word in words.split()}
    assert made <= TARGETS, made - TARGETS


@pytest.mark.parametrize("page", PAGES)
def test_linked_pages_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


def test_every_room_has_its_line_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in (ROOT / "src" / "mercato").glob("*/__init__.py")}
    assert {room for room in rooms if f"`{room}/`" not in text} == set()


def test_modules_named_in_the_architecture_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "mercato"
    for name in re.findall(r"`((?:\w+/)*\w+\.py)`", text):
        assert list(package.rglob(name)) or (ROOT / name).exists(), name
