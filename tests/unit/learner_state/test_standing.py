"""A course's model learns from the verdicts that stand, not from those of a false answer key."""

from tests.unit.learner_state.story import MONDAY, Story
from tutor.dialogue.turns.shelf import MemoryModels, Shelf
from tutor.ids import CourseId, LearnerId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, AttemptRegraded, Event
from tutor.learner_state.feed import Standing
from tutor.learner_state.memory_log import MemoryLog

COURSE, ADA, BO = CourseId("invented"), LearnerId("ada"), LearnerId("bo")
SKILL = "skill-000"


async def school(marks: str, *regrades: tuple[LearnerId, int]) -> MemoryLog:
    """Two learners who answer one item alike, with the same ids, and what was regraded as right."""
    log = MemoryLog()
    story = Story()
    for mark in marks:
        story.open(SKILL).answer(SKILL, mark == "R")
    for who in (ADA, BO):
        put_right: list[Event] = [
            AttemptRegraded(
                at=MONDAY, attempt=event.id, verdict=Verdict.CORRECT, by=None, reason=""
            )
            for learner, number in regrades
            for event in [[e for e in story.events if isinstance(e, Attempted)][number]]
            if learner == who
        ]
        await log.append(who, COURSE, [*story.events, *put_right], after=0)
    return log


async def learned(log: MemoryLog) -> dict[str, object]:
    return (await Shelf(MemoryModels(), log).rebuild(COURSE)).to_json()


async def test_after_a_regrade_the_model_is_that_of_the_right_key():
    corrected = await school("WRW", (ADA, 0), (ADA, 2), (BO, 0), (BO, 2))
    assert await learned(corrected) == await learned(await school("RRR"))
    assert await learned(corrected) != await learned(await school("WRW"))


async def test_a_regrade_of_one_learner_leaves_the_other_alone():
    one = await Standing.of(await school("W", (ADA, 0)), COURSE)
    verdicts = {
        entry.learner: entry.event.verdict
        for entry in await one.since(0, course=COURSE)
        if isinstance(entry.event, Attempted)
    }
    assert verdicts == {ADA: Verdict.CORRECT, BO: Verdict.INCORRECT}
    assert await one.learners(COURSE) == (ADA, BO)
    assert await one.courses(ADA) == (COURSE,)
