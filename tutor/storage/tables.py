"""Every table, as the newest migration leaves it."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)

from tutor.storage.columns import Json, Sequence, Utc, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _person(name: str, *, key: bool = False) -> Column[str]:
    """A column that names a person and goes when the person goes."""
    return Column(
        name,
        Words,
        ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=key,
        nullable=False,
        index=not key,
    )


def _class() -> Column[str]:
    return Column("class_id", Words, ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True)


# People ------------------------------------------------------------------------------------------

people = Table(
    "people",
    metadata,
    Column("id", Words, primary_key=True),
    Column("role", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("login", Words, nullable=False),
    # the login as it is compared: folded, and NULL when only links sign the person in
    Column("login_key", Words, unique=True),
    Column("language", Words, nullable=False),
    Column("reading_age", Integer, nullable=False),
    Column("age_band", Words, nullable=False),
    Column("demo", Boolean, nullable=False),
)
classes = Table(
    "classes",
    metadata,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
)
class_teachers = Table(
    "class_teachers",
    metadata,
    _class(),
    _person("person", key=True),
    Column("place", Integer, nullable=False),
)
class_learners = Table(
    "class_learners",
    metadata,
    _class(),
    _person("person", key=True),
    Column("place", Integer, nullable=False),
    Index("ix_class_learners_person", "person"),
)
class_courses = Table(
    "class_courses",
    metadata,
    _class(),
    Column("course", Words, primary_key=True),
    Column("place", Integer, nullable=False),
)
class_personas = Table(
    "class_personas",
    metadata,
    _class(),
    Column("course", Words, primary_key=True),
    Column("persona", Words, nullable=False),
    Column("place", Integer, nullable=False),
)
class_periods = Table(
    "class_periods",
    metadata,
    Column("id", Words, primary_key=True),
    Column(
        "class_id",
        Words,
        ForeignKey("classes.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("course", Words, nullable=False),
    Column("starts", Utc, nullable=False),
    Column("ends", Utc, nullable=False),
    Column("persona", Words, nullable=False),  # "" where it stays as it is
    Column("contract", Words, nullable=False),
)
guardianships = Table(
    "guardianships",
    metadata,
    _person("guardian", key=True),
    _person("learner", key=True),
    Column("since", Utc, nullable=False),
    Index("ix_guardianships_learner", "learner"),
)
enrolments = Table(
    "enrolments",
    metadata,
    _person("learner", key=True),
    Column("course", Words, primary_key=True),
    Column("since", Utc, nullable=False),
)
preferences = Table(
    "preferences",
    metadata,
    _person("person", key=True),
    Column("name", Words, primary_key=True),
    Column("value", Json, nullable=False),
)

# Signing in --------------------------------------------------------------------------------------

passwords = Table(
    "passwords",
    metadata,
    _person("person", key=True),
    Column("hash", Words, nullable=False),
)
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token_hash", Words, primary_key=True),
    _person("person"),
    Column("opened_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
)
links = Table(
    "links",
    metadata,
    Column("token_hash", Words, primary_key=True),
    _person("person"),
    Column("purpose", Words, nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
    Column("used_at", Utc),
)
identities = Table(
    "identities",
    metadata,
    Column("channel", Words, primary_key=True),
    Column("address", Words, primary_key=True),
    _person("person"),
    Column("since", Utc, nullable=False),
    UniqueConstraint("channel", "person"),
)

# Consent and audit: only ever added to -------------------------------------------------------------

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

# What happened to learners -------------------------------------------------------------------------

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

# Work to be done -----------------------------------------------------------------------------------

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

# Documents -----------------------------------------------------------------------------------------

documents = Table(
    "documents",
    metadata,
    Column("id", Words, primary_key=True),
    Column("course", Words, nullable=False, index=True),
    Column("title", Words, nullable=False),
    Column("path", Words, nullable=False),
    Column("digest", Words, nullable=False),
    Column("text", Words, nullable=False),
)
passages = Table(
    "passages",
    metadata,
    Column("id", Words, primary_key=True),
    Column(
        "document",
        Words,
        ForeignKey("documents.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("course", Words, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("title", Words, nullable=False),
    Column("heading_path", Json, nullable=False),
    Column("text", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("anchor", Words, nullable=False),
    Column("page", Integer),
    Column("skills", Json, nullable=False),
)
embeddings = Table(
    "embeddings",
    metadata,
    Column("passage", Words, ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True),
    Column("model", Words, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)
materials = Table(
    "materials",
    metadata,
    Column("id", Words, primary_key=True),
    Column("course", Words, nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("digest", Words, nullable=False),
    Column("size", Integer, nullable=False),
    Column("by", Words, nullable=False),
    Column("at", Utc, nullable=False),
    Column("changed", Utc, nullable=False),
    Column("ticket", Words, nullable=False),
    Column("state", Words, nullable=False, index=True),
    Column("problem", Words, nullable=False),
    Column("warnings", Json, nullable=False),
    Column("held", Json, nullable=False),
    Column("places", Integer, nullable=False),
    Column("passages", Integer, nullable=False),
    Column("served", Words, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    # counts the times that its passages changed
    Column("edition", Integer, nullable=False),
)
material_contents = Table(
    "material_contents",
    metadata,
    Column("material", Words, ForeignKey("materials.id", ondelete="CASCADE"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
spending = Table(
    "spending",
    metadata,
    Column("day", Words, primary_key=True),
    Column("account", Words, primary_key=True),  # "school", "class:…" or "learner:…"
    Column("calls", Integer, nullable=False),
    Column("tokens_in", BigInteger, nullable=False),
    Column("tokens_out", BigInteger, nullable=False),
    Column("seconds", Float, nullable=False),
)
