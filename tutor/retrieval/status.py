"""What a library says of itself: how far search by meaning has come, and what indexing changed."""

from dataclasses import dataclass
from enum import StrEnum


class DenseState(StrEnum):
    """How far search by meaning has come."""

    OFF = "off"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the library can do now; `embedded` of `passages` can be found by meaning."""

    courses: int
    passages: int
    embedded: int
    dense: DenseState
    model: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What indexing a course changed: documents read, left as they were, taken out."""

    changed: int
    unchanged: int
    removed: int
    passages: int
