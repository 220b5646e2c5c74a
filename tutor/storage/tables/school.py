"""Tables of who is there: people, their classes and ties, and how they sign in."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, UniqueConstraint

from tutor.storage.columns import Json, Utc, Words
from tutor.storage.tables.base import metadata, person


def _class() -> Column[str]:
    return Column("class_id", Words, ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True)


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
    person("person", key=True),
    Column("place", Integer, nullable=False),
)
class_learners = Table(
    "class_learners",
    metadata,
    _class(),
    person("person", key=True),
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
    person("guardian", key=True),
    person("learner", key=True),
    Column("since", Utc, nullable=False),
    Index("ix_guardianships_learner", "learner"),
)
enrolments = Table(
    "enrolments",
    metadata,
    person("learner", key=True),
    Column("course", Words, primary_key=True),
    Column("since", Utc, nullable=False),
)
preferences = Table(
    "preferences",
    metadata,
    person("person", key=True),
    Column("name", Words, primary_key=True),
    Column("value", Json, nullable=False),
)

# Signing in ---------------------------------------------------------------------------------------

passwords = Table(
    "passwords",
    metadata,
    person("person", key=True),
    Column("hash", Words, nullable=False),
)
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token_hash", Words, primary_key=True),
    person("person"),
    Column("opened_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
)
links = Table(
    "links",
    metadata,
    Column("token_hash", Words, primary_key=True),
    person("person"),
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
    person("person"),
    Column("since", Utc, nullable=False),
    UniqueConstraint("channel", "person"),
)
