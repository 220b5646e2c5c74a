"""Tables that are only ever added to: consent, the audit trail, and who was forgotten."""

from sqlalchemy import Boolean, Column, Table

from tutor.storage.columns import Json, Sequence, Utc, Words
from tutor.storage.tables.base import metadata

consents = Table(
    "consents",
    metadata,
    Column("id", Sequence, primary_key=True, autoincrement=True),
    Column("purpose", Words, nullable=False),
    Column("learner", Words, nullable=False, index=True),
    Column("by", Words, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("at", Utc, nullable=False),
    Column("notice", Words, nullable=False),
    sqlite_autoincrement=True,
)
audit = Table(
    "audit",
    metadata,
    Column("position", Sequence, primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False),
    Column("actor", Words, nullable=False),
    Column("act", Words, nullable=False),
    Column("subject", Words, nullable=False, index=True),
    Column("detail", Json, nullable=False),
    Column("before", Words, nullable=False),
    Column("hash", Words, nullable=False, unique=True),
)
erasures = Table(
    "erasures",
    metadata,
    Column("learner_hash", Words, primary_key=True),
    Column("at", Utc, nullable=False),
)
