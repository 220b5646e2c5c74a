"""Tables of what is read: documents, their passages with embeddings, and teachers’ uploads."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, Table

from tutor.storage.columns import Json, Utc, Words
from tutor.storage.tables.base import metadata

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
    Column("visible_from", Date),
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
    Column("skills", Json),  # NULL where nobody has said
    Column("visible_from", Date),
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
