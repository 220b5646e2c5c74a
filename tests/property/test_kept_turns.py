"""What is kept between turns changes no turn, whatever two processes and adults do to the log."""

import asyncio
from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support import Talk
from tutor.dialogue.turns.kept import Kept
from tutor.ids import LearnerId, PersonId, TurnId
from tutor.items.grade import Verdict
from tutor.learner_state.events import (
    Attempted,
    AttemptRegraded,
    BeliefOverridden,
    Event,
    TutoringPaused,
)
from tutor.learner_state.log import LearnerLog
from tutor.learner_state.memory_log import MemoryLog

INES = PersonId("ines")
SAID = ("right", "wrong", "hint", "/next", "/skip", "idk", "what is a sum?", "why?", "7", "bye")
DONE = ("override", "regrade", "pause", "again", "erase")

steps = st.lists(
    st.tuples(st.sampled_from(SAID * 2 + DONE), st.integers(0, 1)), min_size=4, max_size=28
)


class World:
    """Two processes on one log, with or without anything kept between turns."""

    def __init__(self, logs: tuple[LearnerLog, LearnerLog], *, keeps: bool) -> None:
        self.talks = [Talk(log=log) for log in logs]
        if not keeps:
            for talk, log in zip(self.talks, logs, strict=True):
                talk.tutor._kept = Kept(log, most=0)
        self.log = logs[0]
        self.count = 0
        self.said: list[object] = []

    async def take(self, step: str, process: int) -> None:
        """One step of the conversation, or something that an adult does."""
        talk = self.talks[process]
        if not talk.indexed:
            await talk.library.add_course(talk.course)
            talk.indexed = True
        self.count += 1
        talk.now = self.talks[0].now + timedelta(seconds=20 * self.count)
        if step in DONE and step != "again":
            await self._done(step, talk)
            return
        loaded = await talk.loaded()
        opened = loaded.state.open
        item = talk.course.item(opened.item, opened.seed) if opened else None
        text = step
        if step == "right":
            text = item.type.answer_text() if item else "7"
        elif step == "wrong":
            text = item.type.samples().wrong[0] if item else "8"
        message = f"m{self.count - 1}" if step == "again" else f"m{self.count}"
        reply = await talk.tutor.turn(talk.inbound(text, message), turn=TurnId(f"t{self.count}"))
        after = await talk.loaded()
        self.said.append((reply, after.state, after.session, after.length))

    async def _done(self, what: str, talk: Talk) -> None:
        events = await talk.events()
        if what == "erase":
            assert isinstance(self.log, MemoryLog)
            await self.log.forget(talk.learner)
            self.log._forgotten.discard(talk.learner)  # added again on purpose
            return
        skill = next(iter(talk.course.skills))
        attempts = [e for e in events if isinstance(e, Attempted)]
        made: Event = TutoringPaused(at=talk.now, paused=False, by=INES)
        if what == "override":
            made = BeliefOverridden(at=talk.now, skill=skill, known=True, by=INES, reason="Seen.")
        elif what == "regrade" and attempts:
            made = AttemptRegraded(
                at=talk.now, attempt=attempts[0].id, verdict=Verdict.CORRECT, by=INES, reason="Key."
            )
        await self.log.append(talk.learner, talk.course.id, [made], after=len(events))


async def _both(taken: list[tuple[str, int]]) -> None:
    kept_log, read_log = MemoryLog(), MemoryLog()
    kept = World((kept_log, kept_log), keeps=True)
    read = World((read_log, read_log), keeps=False)
    for step, process in taken:
        await kept.take(step, process)
        await read.take(step, process)
        assert kept.said[-1:] == read.said[-1:]
    learner, course = LearnerId("ada"), kept.talks[0].course.id
    assert await kept_log.whole(learner, course) == await read_log.whole(learner, course)


@settings(deadline=None, max_examples=12)
@given(steps)
@example([*[("right", 0)] * 10, ("override", 0), ("hint", 0), ("right", 0)])
def test_turns_are_the_same_with_and_without_what_is_kept(taken):
    asyncio.run(_both(taken))


def test_an_erased_learner_begins_anew_in_every_process():
    taken = [*[("right", 0)] * 6, ("erase", 1), *[("right", 1)] * 9, ("right", 0), ("hint", 0)]
    asyncio.run(_both(taken))


def test_only_so_many_logs_are_kept():
    async def talk() -> None:
        one = Talk()
        one.tutor._kept = kept = Kept(one.log, most=3)
        for number in range(7):
            one.learner = LearnerId(f"learner-{number}")
            await one.say("/start", message=f"m{number}")
        assert len(kept._kept) == 3
        one.learner = LearnerId("learner-0")
        assert (await one.loaded()).session.turns == 1

    asyncio.run(talk())
