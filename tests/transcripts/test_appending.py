"""Evidence is stored while a model is asked, and nothing is said before it is."""

import asyncio
from collections.abc import Sequence

import pytest

from tests.support import START, Talk
from tutor.dialogue.check import Checker
from tutor.dialogue.turns.kept import Kept
from tutor.dialogue.wording.voice import ModelVoice
from tutor.errors import LogMoved
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.learner_state.events import Attempted, Event, HintGiven, Replied
from tutor.learner_state.log import Snapshot
from tutor.learner_state.memory_log import MemoryLog
from tutor.llm.chain import Chain
from tutor.llm.scripted import Scripted, kept
from tutor.prompting import PromptBook
from tutor.settings import bundled


class SlowLog(MemoryLog):
    """A log whose appends take their time, counted; somebody else may append before one."""

    def __init__(self) -> None:
        super().__init__()
        self.slow = 0.0
        self.restless = False  # whether it has always moved meanwhile
        self.appends: list[tuple[str, ...]] = []
        self.intruder: Event | None = None

    async def append(
        self,
        learner: LearnerId,
        course: CourseId,
        events: Sequence[Event],
        *,
        after: int,
        message: MessageId | None = None,
        snapshot: Snapshot | None = None,
    ) -> int:
        if self.restless:
            raise LogMoved("Again.")
        await asyncio.sleep(self.slow)
        if self.intruder is not None:
            one, self.intruder = self.intruder, None
            await super().append(
                learner, course, [one], after=len(await self.whole(learner, course))
            )
        length = await super().append(
            learner, course, events, after=after, message=message, snapshot=snapshot
        )
        self.appends.append(tuple(type(event).__name__ for event in events))
        return length


def talking(*, worded: bool) -> tuple[Talk, SlowLog]:
    log = SlowLog()
    chain = Chain([Scripted(kept)], lambda: START)
    voice = ModelVoice(chain, PromptBook(bundled("prompts")), Checker, record=lambda _: None)
    talk = Talk(log=log, voice=voice if worded else None)
    talk.tutor._kept = Kept(log)
    return talk, log


async def test_without_a_model_a_turn_is_one_append():
    talk, log = talking(worded=False)
    await talk.open_on("add-t")
    before = len(log.appends)
    await talk.right()
    assert len(log.appends) == before + 1
    assert {"MessageReceived", "Attempted", "Replied"} <= set(log.appends[-1])


async def test_with_a_model_the_evidence_is_stored_before_anything_is_said():
    talk, log = talking(worded=True)
    item = await talk.open_on("add-t")
    log.slow = 0.05
    stored: list[bool] = []

    async def emit(text: str) -> None:
        events = await talk.events()
        stored.append(any(isinstance(e, Attempted) and e.message == "mine" for e in events))

    before = len(log.appends)
    await talk.tutor.turn(talk.inbound(item.type.answer_text(), "mine"), emit)
    assert stored
    assert all(stored)
    assert "Attempted" in log.appends[before]
    assert "Replied" in log.appends[before + 1]


@pytest.mark.parametrize("worded", [False, True])
async def test_a_log_that_moves_meanwhile_makes_the_turn_begin_again(worded):
    talk, log = talking(worded=worded)
    item = await talk.open_on("add-t")
    said: list[str] = []

    async def emit(text: str) -> None:
        said.append(text)

    log.intruder = HintGiven(at=talk.now, item=item.id, level=1)
    reply = await talk.tutor.turn(talk.inbound(item.type.answer_text(), "mine"), emit)
    events = await talk.events()
    mine = [e for e in events if isinstance(e, Attempted) and e.message == "mine"]
    assert [attempt.help for attempt in mine] == [1]  # judged with the hint that came between
    assert sum(isinstance(e, Replied) and e.message == "mine" for e in events) == 1
    assert "".join(said).strip() == reply.text


async def test_a_cancelled_turn_leaves_its_evidence_and_is_finished_by_the_redelivery():
    talk, log = talking(worded=True)
    item = await talk.open_on("add-t")
    log.slow = 0.05
    turn = asyncio.create_task(talk.tutor.turn(talk.inbound(item.type.answer_text(), "mine")))
    await asyncio.sleep(0.02)
    turn.cancel()
    with pytest.raises(asyncio.CancelledError):
        await turn
    log.slow = 0.0
    await talk.tutor.turn(talk.inbound(item.type.answer_text(), "mine"))
    events = await talk.events()
    assert sum(isinstance(e, Attempted) and e.message == "mine" for e in events) == 1


async def test_a_log_that_never_stands_still_is_given_up():
    talk, log = talking(worded=False)
    await talk.open_on("add-t")
    log.restless = True
    with pytest.raises(Exception, match="Too many messages"):
        await talk.right()
