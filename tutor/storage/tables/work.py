"""Tables of work to be done, and of what the models cost."""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Table, UniqueConstraint

from tutor.storage.columns import Json, Sequence, Utc, Words
from tutor.storage.tables.base import metadata

jobs = Table(
    "jobs",
    metadata,
    Column("id", Sequence, primary_key=True, autoincrement=True),
    Column("kind", Words, nullable=False),
    Column("key", Words),
    Column("learner", Words, index=True),
    Column("body", Json, nullable=False),
    Column("state", Words, nullable=False),
    Column("run_at", Utc, nullable=False),
    Column("lease", Words),
    Column("leased_until", Utc),
    Column("tries", Integer, nullable=False),
    Column("error", Words, nullable=False),
    Column("done_at", Utc),
    UniqueConstraint("kind", "key"),
    Index("ix_jobs_state_kind_run_at", "state", "kind", "run_at"),
    sqlite_autoincrement=True,
)
spending = Table(
    "spending",
    metadata,
    Column("day", Words, primary_key=True),
    Column("account", Words, primary_key=True),  # "school", "class:…" or "learner:…"
    Column("model", Words, primary_key=True),  # "" where it was booked before there were several
    Column("calls", Integer, nullable=False),
    Column("tokens_in", BigInteger, nullable=False),
    Column("tokens_out", BigInteger, nullable=False),
    Column("seconds", Float, nullable=False),
)
