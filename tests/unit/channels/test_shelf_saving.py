"""A course's model is saved beside the turns: no learner waits for it, and none is lost at the end."""

import asyncio
from datetime import UTC, datetime

from tutor.dialogue.turns.shelf import SAVE_EVERY, MemoryModels, Shelf
from tutor.ids import CourseId, ItemId, LearnerId, MessageId, SkillId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state import feed
from tutor.learner_state.events import Attempted, Purpose
from tutor.learner_state.memory_log import MemoryLog
from tutor.learner_state.state import empty_state

COURSE, ADA = CourseId("tiny"), LearnerId("ada")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class SlowModels(MemoryModels):
    """A store that takes its time, and says what it holds."""

    saved = 0

    async def save(self, course: CourseId, model: feed.CourseModel) -> bool:
        await asyncio.sleep(0.02)
        self.saved += 1
        return await super().save(course, model)


def attempt(number: int) -> Attempted:
    return Attempted(
        at=NOON, id=f"a{number}", message=MessageId(f"m{number}"), item=ItemId("add"), seed=1,
        skills=(SkillId("adding"),), purpose=Purpose.PRACTICE, difficulty=Difficulty.EASY,
        response="1", read_as="1", verdict=Verdict.CORRECT,
    )  # fmt: skip


async def taught(shelf: Shelf, count: int) -> None:
    await shelf.model(COURSE)
    shelf.learn(COURSE, empty_state(ADA, COURSE), [attempt(n) for n in range(count)])


async def test_a_save_that_is_due_is_made_once_and_nobody_waits():
    models = SlowModels()
    shelf = Shelf(models, MemoryLog())
    await taught(shelf, SAVE_EVERY)
    shelf.save_soon()
    shelf.save_soon()
    assert models.saved == 0
    await shelf.save(every=1)  # waits for the one under way, and has nothing left to save
    assert models.saved == 1


async def test_a_save_that_is_not_due_is_made_at_the_end():
    models = SlowModels()
    shelf = Shelf(models, MemoryLog())
    await taught(shelf, SAVE_EVERY - 1)
    shelf.save_soon()
    await asyncio.sleep(0.05)
    assert models.saved == 0
    await shelf.save(every=1)
    assert models.saved == 1
