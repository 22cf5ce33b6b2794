"""Where mercato keeps its files, and the environment variables that say otherwise."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def store_location() -> str:
    """MERCATO_STORE, else a SQLite file in the user's data folder."""
    return os.environ.get("MERCATO_STORE") or str(Path(platformdirs.user_data_dir("mercato")) / "mercato.db")


def knowledge_location() -> tuple[Path, bool]:
    """MERCATO_KNOWLEDGE, else the book last built in the user's data folder, which need not be there; and whether the variable named it."""
    named = os.environ.get("MERCATO_KNOWLEDGE")
    return Path(named) if named else built_location(), bool(named)


def built_location() -> Path:
    """Where a book is put that is built without saying where: in the user's data folder."""
    return Path(platformdirs.user_data_dir("mercato")) / "knowledge.book"


def judgements_location() -> Path:
    """MERCATO_JUDGEMENTS, else the file of judgements on the knowledge in the user's data folder, which need not be there."""
    return Path(os.environ.get("MERCATO_JUDGEMENTS") or Path(platformdirs.user_data_dir("mercato")) / "judgements.jsonl")


def cache_folder() -> Path:
    """MERCATO_CACHE, else the user's cache folder: what can be made again (compiled knowledge)."""
    return Path(os.environ.get("MERCATO_CACHE") or platformdirs.user_cache_dir("mercato"))


def language_folders() -> tuple[Path, ...]:
    """MERCATO_LANGUAGES: folders of further language packs, one subfolder each ("nl/words.yml"), separated as in PATH; none where it is not set."""
    return tuple(Path(folder) for folder in os.environ.get("MERCATO_LANGUAGES", "").split(os.pathsep) if folder)
