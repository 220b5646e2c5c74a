"""Column types that mean the same on SQLite and PostgreSQL."""

import re
from datetime import UTC, datetime

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator

from tutor.errors import BadInput

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

Sequence = BigInteger().with_variant(Integer, "sqlite")
"""A number that the database counts up; SQLite counts only plain INTEGER keys."""

Json = JSON(none_as_null=True)
"""JSON kept as text on both databases, so that a NUL or half an emoji in it survives."""


class UnstorableText(BadInput, DontWrapMixin):
    """A text holds a character that PostgreSQL cannot keep."""


class NaiveTime(BadInput, DontWrapMixin):
    """A point in time came without its time zone."""


class Words(TypeDecorator[str]):
    """Text, refused alike by both databases when it holds NUL or half a surrogate pair."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if _UNSTORABLE.search(value):
            raise UnstorableText(
                "The text holds a character that cannot be stored.",
                do="Remove control characters and send it again.",
            )
        return str(value)


class Utc(TypeDecorator[datetime]):
    """A point in time: stored as UTC, given back as UTC; one without a zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveTime(f"{value} has no time zone.", do="Pass a time in UTC.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
