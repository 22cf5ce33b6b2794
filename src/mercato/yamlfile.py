"""Read one YAML file into a strict record; scalars stay strings, unknown keys are errors."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from mercato.errors import BadKnowledge

T = TypeVar("T")


class _Strings(yaml.CBaseLoader):  # CBaseLoader keeps every scalar a string: `no` is Norwegian, not False
    pass


def load(path: Path, shape: type[T]) -> T:
    """The record of type `shape` in `path`.

    Raises BadKnowledge naming the file, and the line or field, for YAML or schema errors.
    """
    try:
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=_Strings)
        return msgspec.convert(tree, shape, strict=False)
    except (yaml.YAMLError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise BadKnowledge(str(path), str(error)) from error
