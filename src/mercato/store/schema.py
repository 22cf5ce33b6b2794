"""The one schema of a store, in SQLAlchemy Core, the same for every database."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = 1

metadata = MetaData()

meta = Table("meta", metadata, Column("name", String, primary_key=True), Column("value", String, nullable=False))

article = Table(
    "article",
    metadata,
    Column("id", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("blocks", LargeBinary, nullable=False),
    Column("language", String),
    Column("source", String, index=True),
    Column("url", String),
    Column("published_first", Date),
    Column("published_last", Date, index=True),
    Column("published_basis", String, nullable=False),
    Column("published_reasons", LargeBinary, nullable=False),
    Column("name", String, nullable=False),
)

# All the mentions of an article in one row: there are eighty, always wanted together, and people are looked up by their claims.
mention = Table("mention", metadata, Column("article", ForeignKey("article.id"), primary_key=True), Column("body", LargeBinary, nullable=False))

claim = Table(
    "claim",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", ForeignKey("article.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("person_key", String, nullable=False, index=True),
    Column("origin_key", String, index=True),
    Column("destination_key", String, index=True),
    Column("tense", String, nullable=False),
    Column("stage", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

contract = Table(
    "contract",
    metadata,
    Column("article", ForeignKey("article.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("person_key", String, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("subject", String, nullable=False, index=True),
    Column("verdict", String, nullable=False),
    Column("field", String),
    Column("value", String),
    Column("author", String, nullable=False),
    Column("made", String, nullable=False),  # ISO 8601 with the zone it was given in
    Column("undone", String),
    Column("article", String, index=True),  # the one whose claims or mentions it changes; None for a forgotten article or source
    sqlite_autoincrement=True,  # an id given once is never given again
)

saga = Table(
    "saga",
    metadata,
    Column("id", String, primary_key=True),
    Column("person_key", String, nullable=False, index=True),
    Column("origin_key", String, index=True),
    Column("destination_key", String, index=True),
    Column("window", String, nullable=False),
    Column("state", String, nullable=False),
    Column("first", String),  # days as ISO 8601
    Column("last", String, index=True),
    Column("body", LargeBinary, nullable=False),
)

unwoven = Table("unwoven", metadata, Column("person_key", String, primary_key=True))
