"""Importing materials: each file a job that is held by a lease, so that a crash only delays it.

A file's passages, its text and its row change in one transaction: whatever happens while it is
read, the old version or the new one is found, never a half. Passages that a new version repeats
keep their ids, and so their embeddings.
"""

import asyncio
import contextlib
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import token_hex
from typing import Protocol

from tutor.errors import BadInput, MenoError, NotFound
from tutor.ids import CourseId, DocumentId, PersonId, SkillId
from tutor.jobs import Job, Jobs, held
from tutor.retrieval.apart import read_apart
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.index import Library
from tutor.retrieval.intake import check_file, check_room, read_of
from tutor.retrieval.materials import Decision, Material, Materials, State, material_id
from tutor.retrieval.readers import ReadDocument

KIND = "import"
LEASE = 30.0  # seconds after which a job of a dead process is taken up again
KEPT = timedelta(days=30)  # that a removed file can be brought back
_TRIES = 4  # after which a file is given up that ends the program each time
_PAUSE = 1.0  # seconds between looks for work
_PASSES = 20  # attempts to write beside others who write


class Read(Protocol):
    """How a file is read."""

    async def __call__(
        self, content: bytes, name: str, allowed: Collection[str] = ()
    ) -> ReadDocument:
        """The document; raises BadInput."""
        ...


class Imports:
    """Takes files in, reads them, and keeps the library in step with what was read."""

    def __init__(
        self,
        store: Materials,
        jobs: Jobs,
        library: Library,
        clock: Callable[[], datetime],
        *,
        read: Read = read_apart,
        lease: float = LEASE,
    ) -> None:
        self.store = store
        self._jobs = jobs
        self._library = library
        self._clock = clock
        self._read = read
        self._lease = lease
        self._work = asyncio.Event()
        self._editions: dict[CourseId, str] = {}

    # ── what people do ──

    async def add(
        self, course: CourseId, name: str, content: bytes, by: PersonId, *, shared: bool = False,
        skills: tuple[SkillId, ...] | None = None, visible_from: date | None = None,
    ) -> Material:  # fmt: skip
        """Take a file in, to be read soon; the same bytes as before are not read again.

        A file of the same name is replaced once the new one is read. `skills` and `visible_from` are
        what it is about and from when it is found; None leaves them as they are. Raises BadInput when nobody
        reads such a file, or it or the course is too large.
        """
        check_file(name, content)
        digest, id = sha256(content).hexdigest(), material_id(course, name)
        for _ in range(_PASSES):
            old = await self.store.material(id)
            if old and old.digest == digest and old.state in _SOUND:
                return await self._placed(old, skills, visible_from)
            check_room(await self.store.of_course(course), id, len(content))
            now = self._clock()
            fresh = Material(
                id=id, course=course, name=name, digest=digest, size=len(content), by=by, at=now,
                changed=now, ticket=token_hex(12), shared=shared, skills=skills or (),
                visible_from=visible_from,
            )  # fmt: skip
            if old:
                fresh = replace(
                    fresh, held=old.held, served=old.served, passages=old.passages,
                    shared=shared or old.shared, revision=old.revision,
                    skills=old.skills if skills is None else skills,
                    visible_from=visible_from or old.visible_from,
                )  # fmt: skip
            if saved := await self.store.save(fresh, content):
                await self._queue(saved)
                return saved
        raise _busy(name)

    async def decide(self, material: DocumentId, key: str, use: bool) -> None:
        """Let words in that were held back, or leave them out for good."""

        def decided(one: Material) -> Material:
            if not any(words.key == key for words in one.held):
                raise NotFound(
                    "These words are no longer in the file.", do="Look at the list again."
                )
            wanted = Decision.USED if use else Decision.LEFT
            held = tuple(replace(h, decision=wanted) if h.key == key else h for h in one.held)
            again = replace(one, held=held)
            was_in = any(h.key == key and h.decision is Decision.USED for h in one.held)
            if use != was_in:
                return _waiting(again)
            return again

        await self._change(material, decided)

    async def share(self, material: DocumentId, shared: bool) -> None:
        """Let learners fetch the file itself, or no longer."""
        await self._change(material, lambda one: replace(one, shared=shared))

    async def place(
        self, material: DocumentId, skills: tuple[SkillId, ...], visible_from: date | None
    ) -> Material:
        """Say what a file is about and from when learners find it; it is not read again for that."""
        for _ in range(_PASSES):
            old = await self._known(material)
            if (old.skills, old.visible_from) == (skills, visible_from):
                return old
            placed = replace(old, skills=skills, visible_from=visible_from, changed=self._clock())
            if saved := await self.store.place(placed):
                await self.catch_up()
                return saved
        raise _busy(old.name)

    async def _placed(
        self, old: Material, skills: tuple[SkillId, ...] | None, visible_from: date | None
    ) -> Material:
        """The material with what was said of it now; what was not said stays."""
        theirs = old.skills if skills is None else skills
        return await self.place(old.id, theirs, visible_from or old.visible_from)

    async def remove(self, material: DocumentId) -> Material:
        """Take a file out; it can be brought back for 30 days."""
        for _ in range(_PASSES):
            old = await self._known(material)
            if old.state is State.REMOVED:
                return old
            gone = replace(
                old, state=State.REMOVED, served="", passages=0, changed=self._clock(),
                ticket=token_hex(12),
            )  # fmt: skip
            if saved := await self.store.withdraw(gone):
                await self.catch_up()
                return saved
        raise _busy(old.name)

    async def restore(self, material: DocumentId) -> None:
        """Bring a removed file back; it is read again."""

        def back(one: Material) -> Material:
            if one.state is not State.REMOVED:
                return one
            return _waiting(one)

        await self._change(material, back)

    async def retry(self, material: DocumentId) -> None:
        """Read a file again that could not be read."""
        await self._change(
            material,
            lambda one: (
                replace(one, state=State.WAITING, problem="", ticket=token_hex(12))
                if one.state is State.FAILED
                else one
            ),
        )

    # ── the work ──

    async def run(self) -> None:
        """Read what waits, for ever; what another process changed is taken up as well."""
        await self.recover()
        while True:
            self._work.clear()
            while await self.step():
                pass
            await self.catch_up()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._work.wait(), _PAUSE)

    async def recover(self) -> None:
        """Queue what lost its job because a process died between two steps."""
        for one in await self.store.unfinished():
            await self._queue(one)

    async def step(self) -> bool:
        """Do one job; False when none was due."""
        claimed = await self._jobs.claim((KIND,), lease_s=self._lease, now=self._clock())
        for job in claimed:
            async with held(self._jobs, job, self._lease, self._clock):
                await self._import(job)
            await self._jobs.done(job, now=self._clock())
        return bool(claimed)

    async def known(self) -> None:
        """Say that the library was made, or is being made, of what is in the store now."""
        self._editions = dict(await self.store.editions())

    async def catch_up(self) -> None:
        """Let the library find what was changed through the store, here or elsewhere."""
        for course, edition in (await self.store.editions()).items():
            if self._editions.get(course) != edition:
                self._editions[course] = edition
                await self._library.refresh(course)

    async def purge(self) -> int:
        """Forget what was removed long ago."""
        return await self.store.purge(self._clock() - KEPT)

    async def _import(self, job: Job) -> None:
        material = await self.store.material(DocumentId(job.body["material"]))
        if material is None or material.ticket != job.key or not material.busy:
            return None
        if job.tries > _TRIES:
            await self._fail(material, "Reading it stopped the program several times.")
            return None
        reading = await self.store.save(
            replace(material, state=State.READING, changed=self._clock())
        )
        content = await self.store.content(material.id)
        if reading is None or content is None:
            return await self._again(job)
        allowed = {one.text for one in reading.held if one.decision is Decision.USED}
        try:
            made = await self._read(content, reading.name, allowed)
            document, ready = read_of(reading, made, self._clock())
            passages = await asyncio.to_thread(
                passages_of, document, reading.skills, reading.visible_from
            )
            ready = replace(ready, passages=len(passages))
            if await self.store.publish(ready, document, passages) is None:
                return await self._again(job)
        except MenoError as unread:
            return await self._fail(reading, f"{unread.what} {unread.do}".strip())
        await self.catch_up()
        return None

    async def _fail(self, material: Material, problem: str) -> None:
        failed = replace(material, state=State.FAILED, problem=problem, changed=self._clock())
        await self.store.save(failed)

    async def _again(self, job: Job) -> None:
        """Somebody changed the material meanwhile: if it still has this ticket, read it anew."""
        material = await self.store.material(DocumentId(job.body["material"]))
        if material is not None and material.busy and material.ticket == job.key:
            anew = await self.store.save(_waiting(material))
            if anew:
                await self._queue(anew)

    async def _queue(self, material: Material) -> None:
        body = {"material": material.id}
        await self._jobs.put(KIND, body, run_at=self._clock(), key=material.ticket)
        self._work.set()

    async def _change(
        self, material: DocumentId, change: Callable[[Material], Material]
    ) -> Material:
        for _ in range(_PASSES):
            old = await self._known(material)
            new = change(old)
            if new == old:
                return old
            if saved := await self.store.save(replace(new, changed=self._clock())):
                if saved.ticket != old.ticket:
                    await self._queue(saved)
                return saved
        raise _busy(old.name)

    async def _known(self, material: DocumentId) -> Material:
        found = await self.store.material(material)
        if found is None:
            raise NotFound("There is no such file.", do="Look at the list again.")
        return found


_SOUND = (State.READY, State.WAITING, State.READING)


def _waiting(material: Material) -> Material:
    """To be read anew, by a job of its own."""
    return replace(material, state=State.WAITING, problem="", ticket=token_hex(12))


def _busy(name: str) -> BadInput:
    return BadInput("The file is being changed by somebody else.", where=name, do="Try again.")
