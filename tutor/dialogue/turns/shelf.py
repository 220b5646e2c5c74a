"""The course models in memory: loaded once, learning after every graded response, saved at times."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.ids import CourseId, LearnerId
from tutor.learner_state import feed
from tutor.learner_state.events import Attempted
from tutor.learner_state.state import LearnerState, apply, empty_state
from tutor.learner_state.tracer import MODEL_FORMAT, CourseModel

SAVE_EVERY = 50  # attempts learned between two saves
BATCH = 1000  # events read at once


@dataclass(slots=True)
class _Held:
    model: CourseModel
    sequence: int
    unsaved: int = 0


class Shelf:
    """One `CourseModel` a course.

    A model is a function of all learners' attempts in the order of the school. After a restart
    it goes on from the last save by reading the events that came later. Learned from the first
    event on, it takes attempts by the verdicts that stand (`feed.Standing`).
    """

    def __init__(self, store: feed.CourseModels, events: feed.EventFeed) -> None:
        self._store = store
        self._events = events
        self._held: dict[CourseId, _Held] = {}
        self._loading = asyncio.Lock()
        self._saving: asyncio.Task[None] | None = None

    async def model(self, course: CourseId) -> CourseModel:
        """The course's model, caught up with the log."""
        held = self._held.get(course)
        if held is None:
            async with self._loading:
                held = self._held.get(course) or await self._load(course)
        return held.model

    def learn(
        self, course: CourseId, state_before: LearnerState, attempts: Sequence[Attempted]
    ) -> None:
        """Learn from attempts that were just committed."""
        held = self._held.get(course)
        if held is None:
            return
        for attempt in attempts:
            held.model.learn(state_before, attempt)
            held.unsaved += 1

    def save_soon(self) -> None:
        """Begin to save the models that have learned enough since the last time, if any.

        No learner waits for it; what was not saved is learned again from the log.
        """
        due = any(held.unsaved >= SAVE_EVERY for held in self._held.values())
        if due and (self._saving is None or self._saving.done()):
            self._saving = asyncio.create_task(self._save(SAVE_EVERY))

    async def save(self, *, every: int = SAVE_EVERY) -> None:
        """Save the models that learned from at least `every` attempts since the last save."""
        if self._saving is not None and not self._saving.done():
            await asyncio.wait([self._saving])
        await self._save(every)

    async def _save(self, every: int) -> None:
        for course, held in list(self._held.items()):
            if held.unsaved >= max(every, 1):
                held.sequence = await self._latest(course, held.sequence)
                held.unsaved = 0
                await self._store.save(
                    course,
                    feed.CourseModel(
                        sequence=held.sequence, format=MODEL_FORMAT, body=held.model.to_json()
                    ),
                )

    async def rebuild(self, course: CourseId) -> CourseModel:
        """Learn the model again from the first event on, and save it."""
        held = _Held(model=CourseModel(), sequence=0)
        await self._catch_up(course, held)
        self._held[course] = held
        held.unsaved = 1
        await self.save(every=1)
        return held.model

    async def _load(self, course: CourseId) -> _Held:
        stored = await self._store.load(course)
        if stored is not None and stored.format == MODEL_FORMAT:
            held = _Held(model=CourseModel.from_json(stored.body), sequence=stored.sequence)
        else:
            held = _Held(model=CourseModel(), sequence=0)
        await self._catch_up(course, held)
        self._held[course] = held
        return held

    async def _catch_up(self, course: CourseId, held: _Held) -> None:
        """Learn from events after `held.sequence`, each learner's state replayed beside."""
        states: dict[LearnerId, LearnerState] = {}
        start = held.sequence
        at = 0
        if not await self._events.since(start, course=course, limit=1):
            return
        events = self._events if start else await feed.Standing.of(self._events, course)
        while True:
            batch = await events.since(at, course=course, limit=BATCH)
            if not batch:
                return
            for entry in batch:
                state = states.get(entry.learner) or empty_state(entry.learner, course)
                if entry.sequence > start and isinstance(entry.event, Attempted):
                    held.model.learn(state, entry.event)
                states[entry.learner] = apply(state, entry.event)
                at = held.sequence = entry.sequence

    async def _latest(self, course: CourseId, sequence: int) -> int:
        while batch := await self._events.since(sequence, course=course, limit=BATCH):
            sequence = batch[-1].sequence
        return sequence


class MemoryModels:
    """Course models that go with the process; `learner_state.feed.CourseModels`."""

    def __init__(self) -> None:
        self._models: dict[CourseId, feed.CourseModel] = {}

    async def load(self, course: CourseId) -> feed.CourseModel | None:
        """The newest model, or None."""
        return self._models.get(course)

    async def save(self, course: CourseId, model: feed.CourseModel) -> bool:
        """Keep a model unless a newer one is kept."""
        known = self._models.get(course)
        if known is not None and known.sequence > model.sequence:
            return False
        self._models[course] = model
        return True
