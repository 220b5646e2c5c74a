"""The difficulty that a persona asks for is the difficulty that its learners get."""

from dataclasses import replace

from tests.support import Faces, Talk
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.ids import CourseId, LearnerId
from tutor.items.item import Difficulty
from tutor.learner_state.events import ItemOpened
from tutor.settings import bundled

EASE = {Difficulty.EASY: 1.0, Difficulty.MEDIUM: 0.5, Difficulty.HARD: 0.0}


class Aiming(Faces):
    """A persona that aims at a chance of success of its own."""

    target: float = 0.75

    async def persona(self, learner: LearnerId, course: Course) -> Persona:
        return replace(await super().persona(learner, course), target=self.target)


async def ease(target: float) -> float:
    """How easy the items of a learner's first skills are by their labels: 1 easy, 0 hard."""
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    faces = Aiming("")
    faces.target = target
    talk.tutor._faces = faces
    await talk.say("/start")
    for _ in range(10):
        if (await talk.loaded()).state.open is not None:
            await talk.right()
        await talk.say("/next")
    opened = [event.item for event in await talk.events() if isinstance(event, ItemOpened)]
    assert len(opened) > 8
    return sum(EASE[talk.course.sources[item].difficulty] for item in opened) / len(opened)


async def test_a_higher_target_brings_easier_items() -> None:
    low, high = await ease(0.55), await ease(0.92)
    assert high > low + 0.15, (low, high)
