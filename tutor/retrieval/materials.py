"""Materials: documents that teachers add to a course, and the port that keeps them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Protocol

from tutor.ids import CourseId, DocumentId, PersonId, SkillId
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Passage, StoredDocument


class State(StrEnum):
    """How far a material has come."""

    WAITING = "waiting"
    READING = "reading"
    READY = "ready"
    FAILED = "failed"
    REMOVED = "removed"


class Decision(StrEnum):
    """What a teacher decided about words that were held back."""

    OPEN = "open"
    USED = "used"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Words held back because they read like orders to a model, and where they stand."""

    text: str
    place: str = ""
    decision: Decision = Decision.OPEN

    @property
    def key(self) -> str:
        """A short name of the words."""
        return sha256(self.text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A file of a course. `name` is its file name, with folders where it came in some.

    `digest` is that of the newest bytes, `served` that of the bytes whose passages are found now
    ("" for none): they differ while a newer version waits, is read, or could not be read.
    `ticket` is the key of the job that reads it. `shared` lets learners fetch the file itself.
    `skills` are what it is about (none: its headings tell), and before `visible_from` learners do not find it.
    `revision` counts every change, so that two who change it at once do not overwrite each other.
    """

    id: DocumentId
    course: CourseId
    name: str
    digest: str
    size: int
    by: PersonId
    at: datetime
    changed: datetime
    ticket: str
    state: State = State.WAITING
    problem: str = ""
    warnings: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    places: int = 0
    passages: int = 0
    served: str = ""
    shared: bool = False
    skills: tuple[SkillId, ...] = ()
    visible_from: date | None = None
    revision: int = 0

    @property
    def busy(self) -> bool:
        """Whether it still has to be read."""
        return self.state in (State.WAITING, State.READING)

    @property
    def empty(self) -> bool:
        """Whether it was read, and nothing in it can be found."""
        return self.state is State.READY and not self.passages

    @property
    def undecided(self) -> tuple[Held, ...]:
        """What a teacher should look at."""
        return tuple(one for one in self.held if one.decision is Decision.OPEN)


def material_id(course: CourseId, name: str) -> DocumentId:
    """The id of a course's file: its name, made safe for an address and kept apart from others."""
    path = PurePosixPath(name)
    stem = re.sub(r"[^\w./-]+", "-", str(path.with_suffix("")), flags=re.ASCII)
    stem = re.sub(r"\.{2,}|/{2,}", "-", stem).strip("-./") or "file"
    suffix = re.sub(r"[^a-z0-9]", "", path.suffix.lower())
    mark = "" if f"{stem}.{suffix}" == name else f"~{sha256(name.encode()).hexdigest()[:6]}"
    return DocumentId(f"{course}/materials/{stem}{mark}.{suffix}")


def placed_digest(digest: str, skills: tuple[SkillId, ...]) -> str:
    """A document's digest with what it is about: an index made for other skills is not used again."""
    whole = digest.partition("@")[0]
    return f"{whole}@{sha256(' '.join(skills).encode()).hexdigest()[:12]}" if skills else whole


class Materials(Protocol):
    """Files of courses with their bytes, beside the passages that are made of them.

    What changes a material takes it as it was read and gives it back with a higher `revision`,
    or None when somebody changed it meanwhile.
    """

    async def of_course(self, course: CourseId) -> tuple[Material, ...]:
        """The course's materials by name, removed ones included."""
        ...

    async def unfinished(self) -> tuple[Material, ...]:
        """Those of every course that still have to be read."""
        ...

    async def material(self, material: DocumentId) -> Material | None:
        """One material, or None."""
        ...

    async def content(self, material: DocumentId) -> bytes | None:
        """The newest bytes, or None."""
        ...

    async def save(self, material: Material, content: bytes | None = None) -> Material | None:
        """Store a material, with new bytes if given; one of revision 0 must be new."""
        ...

    async def publish(
        self, material: Material, document: StoredDocument, passages: tuple[Passage, ...]
    ) -> Material | None:
        """Store a material together with its document and passages, in one transaction."""
        ...

    async def place(self, material: Material) -> Material | None:
        """Store a material and give its passages its skills and its day, in one transaction."""
        ...

    async def withdraw(self, material: Material) -> Material | None:
        """Store a material and take its document and passages out, in one transaction."""
        ...

    async def purge(self, before: datetime) -> int:
        """Forget materials removed before then, bytes and all; how many there were."""
        ...

    async def editions(self) -> Mapping[CourseId, str]:
        """A mark for each course that changes whenever its passages did through this port."""
        ...


class MemoryMaterials:
    """Materials in dictionaries, beside a passage store in memory; `Materials`."""

    def __init__(self, passages: InMemoryPassageStore) -> None:
        self._passages = passages
        self._kept: dict[DocumentId, Material] = {}
        self._contents: dict[DocumentId, bytes] = {}
        self._editions: dict[CourseId, int] = {}

    async def of_course(self, course: CourseId) -> tuple[Material, ...]:
        """See Materials."""
        found = [one for one in self._kept.values() if one.course == course]
        return tuple(sorted(found, key=lambda one: (one.name, one.id)))

    async def unfinished(self) -> tuple[Material, ...]:
        """See Materials."""
        return tuple(one for one in self._kept.values() if one.busy)

    async def material(self, material: DocumentId) -> Material | None:
        """See Materials."""
        return self._kept.get(material)

    async def content(self, material: DocumentId) -> bytes | None:
        """See Materials."""
        return self._contents.get(material)

    async def save(self, material: Material, content: bytes | None = None) -> Material | None:
        """See Materials."""
        return self._saved(material, content)

    async def publish(
        self, material: Material, document: StoredDocument, passages: tuple[Passage, ...]
    ) -> Material | None:
        """See Materials."""
        saved = self._saved(material)
        if saved is not None:
            await self._passages.replace(document, passages)
            self._edited(material.course)
        return saved

    async def place(self, material: Material) -> Material | None:
        """See Materials."""
        saved, document = self._saved(material), await self._passages.document(material.id)
        if saved is not None and document is not None:
            digest = placed_digest(document.digest, material.skills)
            theirs = [
                replace(one, skills=material.skills, visible_from=material.visible_from)
                for one in await self._passages.passages(material.course)
                if one.document == material.id
            ]
            await self._passages.replace(replace(document, digest=digest), tuple(theirs))
            self._edited(material.course)
        return saved

    async def withdraw(self, material: Material) -> Material | None:
        """See Materials."""
        saved = self._saved(material)
        if saved is not None:
            await self._passages.remove(material.id)
            self._edited(material.course)
        return saved

    async def purge(self, before: datetime) -> int:
        """See Materials."""
        gone = [
            one.id
            for one in self._kept.values()
            if one.state is State.REMOVED and one.changed < before
        ]
        for id in gone:
            del self._kept[id]
            self._contents.pop(id, None)
        return len(gone)

    async def editions(self) -> Mapping[CourseId, str]:
        """See Materials."""
        return {course: str(count) for course, count in self._editions.items()}

    def _edited(self, course: CourseId) -> None:
        self._editions[course] = self._editions.get(course, 0) + 1

    def _saved(self, material: Material, content: bytes | None = None) -> Material | None:
        known = self._kept.get(material.id)
        if (known.revision if known else 0) != material.revision:
            return None
        saved = replace(material, revision=material.revision + 1)
        self._kept[material.id] = saved
        if content is not None:
            self._contents[material.id] = content
        return saved
