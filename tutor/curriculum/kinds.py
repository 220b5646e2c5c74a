"""The kinds of course files that have a schema; apart from it, so that `meno --help` need not make one."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of course file."""

    COURSE = "course"  # course.yaml
    ITEM = "item"  # items/*.yaml
    PERSONA = "persona"  # personas/*.yaml
