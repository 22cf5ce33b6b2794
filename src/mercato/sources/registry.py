"""The press we know: one YAML file an outlet, `<country>/<outlet>.yml`; journalists stand with their outlet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from mercato.compiled import compiled, compiled_bytes, digest
from mercato.errors import BadKnowledge
from mercato.model import world
from mercato.model.world import Name, Source, SourceKind
from mercato.names import build, naming, postings
from mercato.names.index import Index
from mercato.yamlfile import load

FOLDER = Path(__file__).parent


class JournalistEntry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A journalist of the outlet whose file he stands in."""

    id: str
    name: str
    aliases: dict[str, list[str]] = {}
    bias: list[str] = []


class SourceEntry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One outlet file; an independent journalist has a file of his own, with kind `journalist`."""

    id: str
    name: str
    kind: SourceKind
    family: str
    country: str | None = None
    languages: list[str] = []
    domains: list[str] = []
    aliases: dict[str, list[str]] = {}
    nicknames: dict[str, list[str]] = {}  # "the Roman newspaper", "la rosea"
    weak: list[str] = []  # names that are also common words ("As", "The Sun", "Record"): read only where a source is expected
    bias: list[str] = []  # ids of clubs the source is known to be near
    journalists: list[JournalistEntry] = []


def _names(name: str, aliases: dict[str, list[str]], nicknames: dict[str, list[str]], weak: list[str]) -> tuple[Name, ...]:
    found = {(name, "all"): Name(name, "all", "name", name in weak)}
    for kind, lists in (("alias", aliases), ("nickname", nicknames)):
        for language, texts in lists.items():
            for text in texts:
                found.setdefault((text, language), Name(text, language, kind, text in weak))
    return tuple(found.values())


def read_source(path: Path) -> Iterator[Source]:
    """The outlet of one file, then its journalists."""
    entry = load(path, SourceEntry)
    names = _names(entry.name, entry.aliases, entry.nicknames, entry.weak)
    if missing := set(entry.weak) - {name.text for name in names}:
        raise BadKnowledge(f"{path}: {entry.id}", f"weak names that are no names: {sorted(missing)}")
    yield Source(
        id=entry.id, name=entry.name, kind=entry.kind, names=names, family=entry.family,
        country=entry.country, languages=tuple(entry.languages), domains=tuple(entry.domains), bias=tuple(entry.bias),
    )  # fmt: skip
    for journalist in entry.journalists:
        yield Source(
            id=journalist.id, name=journalist.name, kind=SourceKind.JOURNALIST, names=_names(journalist.name, journalist.aliases, {}, []),
            family=entry.family, country=entry.country, languages=tuple(entry.languages), outlet=entry.id, bias=tuple(journalist.bias),
        )  # fmt: skip


def read_sources(folder: Path = FOLDER) -> list[Source]:
    """Every source of every file, in path order; compiled anew whenever a file changed."""
    version = digest(folder, __file__, world.__file__)
    return compiled("sources", version, list[Source], lambda: _read(folder))


def _read(folder: Path) -> list[Source]:
    found: dict[str, Source] = {}
    for path in sorted(folder.glob("*/*.yml")):
        for source in read_source(path):
            if source.id in found:
                raise BadKnowledge(f"{path}: {source.id}", "two sources share this id")
            found[source.id] = source
    return list(found.values())


def index_of(sources: Sequence[Source]) -> Index:
    """The index of the names of `sources`, kept in the cache folder for as long as neither they nor the index changes."""
    content = sha256(msgspec.msgpack.encode(sources))
    for module in (world, build, naming, postings):
        content.update(Path(str(module.__file__)).read_bytes())
    return compiled_bytes(f"sources-{content.hexdigest()[:16]}.index", Index, lambda: build.index(sources))
