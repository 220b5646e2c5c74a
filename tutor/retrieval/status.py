"""What a library says of itself: how far search by meaning has come, and what indexing changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tutor.ids import CourseId
from tutor.retrieval.dense import Embedder
from tutor.retrieval.shelf import Shelf


class DenseState(StrEnum):
    """How far search by meaning has come."""

    OFF = "off"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the library can do now: of `passages`, `wanted` are in languages that the model in use knows,
    and it has embedded `embedded` of these.

    `earlier` names the model whose vectors serve until the new ones are complete ("" for none).
    """

    courses: int
    passages: int
    wanted: int
    embedded: int
    dense: DenseState
    model: str = ""
    earlier: str = ""
    reason: str = ""

    @property
    def embedding(self) -> bool:
        """Whether the model in use still has passages to embed."""
        return bool(self.model) and self.embedded < self.wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What indexing a course changed: documents read, left as they were, taken out."""

    changed: int
    unchanged: int
    removed: int
    passages: int


def status_of(
    shelves: Mapping[CourseId, Shelf],
    working: Mapping[CourseId, int],
    embedder: Embedder | None,
    dense: DenseState,
    reason: str,
) -> Status:
    """The status of courses; `working` says of those being embedded how many passages are done."""
    wanted = embedded = 0
    earlier = ""
    for course, shelf in shelves.items():
        count, meaning = len(shelf.view), shelf.meaning
        if embedder is None or not embedder.knows(shelf.language):
            continue
        wanted += count
        own = meaning is not None and meaning.embedder.name == embedder.name
        embedded += min(count, working.get(course, count if own else 0))
        if meaning is not None and not own:
            earlier = meaning.embedder.name
    return Status(
        courses=len(shelves), passages=sum(len(one.view) for one in shelves.values()),
        wanted=wanted, embedded=embedded, dense=dense, model=embedder.name if embedder else "",
        earlier=earlier, reason=reason,
    )  # fmt: skip
