"""Brings a database's tables up to date, from whatever version they are at."""

from typing import Any

from sqlalchemy import Connection, inspect, text

from tutor.errors import BadSettings

NEWEST = "0007"
"""The newest revision in `versions/`; known here so that an up-to-date start loads no Alembic."""


def upgrade(connection: Connection) -> None:
    """Run the missing migrations in the caller's transaction; none when all have run.

    Raises BadSettings when the database has a revision that this program does not know.
    """
    current = _current(connection)
    if current == NEWEST:
        return
    from alembic import command
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    settings = configuration(connection)
    try:
        if current is not None:
            ScriptDirectory.from_config(settings).get_revision(current)
    except CommandError as failure:
        raise BadSettings(
            f"The database was written by a newer Meno (revision {current}).",
            do="Start the newer version, or restore a backup made with this one.",
        ) from failure
    command.upgrade(settings, "head")


def configuration(connection: Connection) -> Any:
    """Alembic's settings for the scripts in this package and an open connection."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", "tutor.storage:migrations")
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
