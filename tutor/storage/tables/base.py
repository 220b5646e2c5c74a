"""What the tables share: how constraints are named, and the column that names a person."""

from sqlalchemy import Column, ForeignKey, MetaData

from tutor.storage.columns import Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def person(name: str, *, key: bool = False) -> Column[str]:
    """A column that names a person and goes when the person goes."""
    return Column(
        name,
        Words,
        ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=key,
        nullable=False,
        index=not key,
    )
