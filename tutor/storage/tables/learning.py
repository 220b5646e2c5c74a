"""Tables of what happened to learners: events and what is made of them, turns, and alerts."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, UniqueConstraint

from tutor.storage.columns import Json, Sequence, Utc, Words
from tutor.storage.tables.base import metadata, person

events = Table(
    "events",
    metadata,
    Column("sequence", Sequence, primary_key=True, autoincrement=True),
    Column("learner", Words, nullable=False),
    Column("course", Words, nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", Words, nullable=False),
    Column("at", Utc, nullable=False),
    Column("message", Words),
    # the message that a Replied answers; unique, so that no message is answered twice
    Column("answers", Words),
    Column("body", Json, nullable=False),
    UniqueConstraint("learner", "course", "position"),
    UniqueConstraint("learner", "answers"),
    Index("ix_events_course_sequence", "course", "sequence"),
    sqlite_autoincrement=True,
)
snapshots = Table(
    "snapshots",
    metadata,
    Column("learner", Words, primary_key=True),
    Column("course", Words, primary_key=True),
    Column("length", Integer, nullable=False),
    Column("format", Words, nullable=False),
    Column("body", Json, nullable=False),
)
course_models = Table(
    "course_models",
    metadata,
    Column("course", Words, primary_key=True),
    Column("sequence", Sequence, nullable=False),
    Column("format", Words, nullable=False),
    Column("body", Json, nullable=False),
)
turns = Table(
    "turns",
    metadata,
    Column("id", Words, primary_key=True),
    Column("learner", Words, nullable=False),
    Column("course", Words, nullable=False),
    Column("message", Words, nullable=False),
    Column("started_at", Utc, nullable=False, index=True),
    Column("finished_at", Utc),
    Index("ix_turns_learner_started_at", "learner", "started_at"),
)
turn_parts = Table(
    "turn_parts",
    metadata,
    Column("turn", Words, ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Column("index", Integer, primary_key=True, autoincrement=False),
    Column("kind", Words, nullable=False),
    Column("body", Json, nullable=False),
)
alerts = Table(
    "alerts",
    metadata,
    Column("id", Words, primary_key=True),
    Column("learner", Words, nullable=False, index=True),
    Column("course", Words),
    Column("message", Words),
    Column("kind", Words, nullable=False),
    Column("tier", Integer, nullable=False),
    Column("excerpt", Words, nullable=False),
    Column("raised_at", Utc, nullable=False),
    Column("acknowledged_at", Utc),
    Column("acknowledged_by", Words),
    Column("note", Words, nullable=False),
)
alert_deliveries = Table(
    "alert_deliveries",
    metadata,
    Column("alert", Words, ForeignKey("alerts.id", ondelete="CASCADE"), primary_key=True),
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("to", Words, nullable=False, index=True),
    Column("addressed_at", Utc, nullable=False),
    Column("delivered_at", Utc),
)
precedents = Table(
    "precedents",
    metadata,
    Column("course", Words, primary_key=True),
    Column("item", Words, primary_key=True),
    Column("seed", BigInteger, primary_key=True, autoincrement=False),
    Column("words", Words, primary_key=True),  # not themselves: `learner_state.precedents.key`
    Column("verdict", Words, nullable=False),
    Column("attempt", Words, nullable=False),
    person("learner"),
    Column("by", Words, nullable=False),
    Column("at", Utc, nullable=False),
)
