"""The contract of the event log, on memory, SQLite and PostgreSQL."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tutor.errors import BadInput, LogMoved, NotFound
from tutor.ids import CourseId, ItemId, LearnerId, MessageId, SkillId, TurnId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.events import (
    Attempted,
    Event,
    HintGiven,
    MessageReceived,
    Purpose,
    Replied,
    SessionClosed,
)
from tutor.learner_state.log import Snapshot
from tutor.learner_state.memory_log import MemoryLog
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog

ANNA, BEN = LearnerId("anna"), LearnerId("ben")
FRACTIONS, CELLS = CourseId("fractions"), CourseId("cells")
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)

Log = MemoryLog | SqlLearnerLog


@pytest.fixture
def log(database_or_memory: Database | None) -> Log:
    return MemoryLog() if database_or_memory is None else SqlLearnerLog(database_or_memory)


def hints(count: int, first: int = 1) -> tuple[Event, ...]:
    return tuple(
        HintGiven(at=NOON + timedelta(seconds=n), item=ItemId("halves"), level=n)
        for n in range(first, first + count)
    )


def reply(message: str, text: str = "Well done.") -> Replied:
    return Replied(
        at=NOON, message=MessageId(message), turn=TurnId("t"), outbound={"text": text, "n": [1, 2]}
    )


async def test_a_new_log_is_empty(log: Log) -> None:
    tail = await log.read(ANNA, FRACTIONS)
    assert (tail.length, tail.snapshot, tail.events) == (0, None, ())
    assert await log.whole(ANNA, FRACTIONS) == ()
    assert await log.reply_to(ANNA, MessageId("m1")) is None


async def test_events_come_back_equal_and_in_order(log: Log) -> None:
    attempt = Attempted(
        at=NOON,
        id="a1",
        message=MessageId("m1"),
        item=ItemId("halves"),
        seed=7,
        skills=(SkillId("equivalence"), SkillId("halving")),
        purpose=Purpose.REVIEW,
        difficulty=Difficulty.HARD,
        response="½ or \x00 \ud83d <b>٣</b> '; DROP TABLE events; --",
        read_as="1/2",
        verdict=Verdict.PARTIAL,
        share=0.5,
        help=2,
    )
    events = (*hints(2), attempt, reply("m1"), SessionClosed(at=NOON))
    assert await log.append(ANNA, FRACTIONS, events, after=0) == 5
    assert await log.append(ANNA, FRACTIONS, hints(1), after=5) == 6
    assert await log.whole(ANNA, FRACTIONS) == (*events, *hints(1))
    assert (await log.read(ANNA, FRACTIONS)).events == (*events, *hints(1))


async def test_times_of_any_zone_are_the_same_moment_when_they_come_back(log: Log) -> None:
    kathmandu = timezone(timedelta(hours=5, minutes=45))
    told = SessionClosed(at=datetime(2026, 3, 1, 4, 5, 6, 789, tzinfo=kathmandu))
    await log.append(ANNA, FRACTIONS, [told], after=0)
    assert await log.whole(ANNA, FRACTIONS) == (told,)


async def test_logs_of_learners_and_courses_do_not_mix(log: Log) -> None:
    await log.append(ANNA, FRACTIONS, hints(2), after=0)
    await log.append(ANNA, CELLS, hints(1), after=0)
    await log.append(BEN, FRACTIONS, hints(3), after=0)
    assert (await log.read(ANNA, FRACTIONS)).length == 2
    assert (await log.read(ANNA, CELLS)).length == 1
    assert (await log.read(BEN, FRACTIONS)).length == 3
    assert (await log.read(BEN, CELLS)).length == 0


@pytest.mark.parametrize("after", [0, 1, 3])
async def test_an_append_after_another_length_changes_nothing(log: Log, after: int) -> None:
    await log.append(ANNA, FRACTIONS, hints(2), after=0)
    with pytest.raises(LogMoved):
        await log.append(ANNA, FRACTIONS, hints(2), after=after)
    assert await log.whole(ANNA, FRACTIONS) == hints(2)


async def test_an_append_of_nothing_keeps_the_length(log: Log) -> None:
    assert await log.append(ANNA, FRACTIONS, [], after=0) == 0
    await log.append(ANNA, FRACTIONS, hints(2), after=0)
    assert await log.append(ANNA, FRACTIONS, [], after=2) == 2


async def test_of_two_turns_at_once_one_is_told_to_read_again(log: Log) -> None:
    outcomes = await asyncio.gather(
        *(log.append(ANNA, FRACTIONS, hints(3, first), after=0) for first in range(1, 7)),
        return_exceptions=True,
    )
    assert sum(outcome == 3 for outcome in outcomes) == 1
    assert sum(isinstance(outcome, LogMoved) for outcome in outcomes) == 5
    assert len(await log.whole(ANNA, FRACTIONS)) == 3


async def test_turns_that_read_again_all_get_in(log: Log) -> None:
    async def insist(number: int) -> None:
        while True:
            tail = await log.read(ANNA, FRACTIONS)
            try:
                await log.append(ANNA, FRACTIONS, hints(2, number), after=tail.length)
            except LogMoved:
                continue
            return

    await asyncio.gather(*(insist(number) for number in range(0, 16, 2)))
    levels = [event.level for event in await log.whole(ANNA, FRACTIONS)]  # type: ignore[union-attr]
    assert sorted(levels) == list(range(16))
    assert all(levels[place + 1] == levels[place] + 1 for place in range(0, 16, 2))


async def test_evidence_first_and_the_reply_later_answer_one_message(log: Log) -> None:
    message = MessageId("m1")
    received = MessageReceived(at=NOON, message=message, channel="web", text="1/2", intent="answer")
    length = await log.append(ANNA, FRACTIONS, [received], after=0, message=message)
    assert await log.reply_to(ANNA, message) is None
    await log.append(ANNA, FRACTIONS, [reply("m1")], after=length, message=message)
    assert await log.reply_to(ANNA, message) == {"text": "Well done.", "n": [1, 2]}


async def test_a_message_is_answered_once(log: Log) -> None:
    message = MessageId("m1")
    await log.append(ANNA, FRACTIONS, [reply("m1", "first")], after=0, message=message)
    for events, key in (([reply("m1", "second")], message), ([reply("m1")], None), ([], message)):
        with pytest.raises(LogMoved):
            await log.append(ANNA, FRACTIONS, events, after=1, message=key)
    with pytest.raises(LogMoved):
        await log.append(ANNA, CELLS, [reply("m1", "elsewhere")], after=0)
    with pytest.raises(LogMoved):
        await log.append(ANNA, FRACTIONS, [reply("m2"), reply("m2")], after=1)
    assert await log.reply_to(ANNA, message) == {"text": "first", "n": [1, 2]}
    assert (await log.read(ANNA, FRACTIONS)).length == 1


async def test_two_learners_may_use_the_same_message_key(log: Log) -> None:
    await log.append(ANNA, FRACTIONS, [reply("m1", "Anna")], after=0)
    await log.append(BEN, FRACTIONS, [reply("m1", "Ben")], after=0)
    assert (await log.reply_to(BEN, MessageId("m1")) or {})["text"] == "Ben"


async def test_a_snapshot_shortens_what_is_read_but_not_the_log(log: Log) -> None:
    snapshot = Snapshot(length=2, format="state-1", body={"belief": {"halving": 0.25}})
    await log.append(ANNA, FRACTIONS, hints(3), after=0, snapshot=snapshot)
    tail = await log.read(ANNA, FRACTIONS)
    assert (tail.length, tail.snapshot, tail.events) == (3, snapshot, hints(3)[2:])
    newer = Snapshot(length=4, format="state-1", body={"belief": {}})
    await log.append(ANNA, FRACTIONS, hints(1), after=3, snapshot=newer)
    tail = await log.read(ANNA, FRACTIONS)
    assert (tail.length, tail.snapshot, tail.events) == (4, newer, ())
    assert len(await log.whole(ANNA, FRACTIONS)) == 4


async def test_a_snapshot_can_be_rebuilt_without_new_events(log: Log) -> None:
    await log.append(ANNA, FRACTIONS, hints(3), after=0)
    rebuilt = Snapshot(length=3, format="state-2", body={})
    assert await log.append(ANNA, FRACTIONS, [], after=3, snapshot=rebuilt) == 3
    assert (await log.read(ANNA, FRACTIONS)).snapshot == rebuilt


async def test_a_refused_append_keeps_the_older_snapshot(log: Log) -> None:
    old = Snapshot(length=1, format="state-1", body={})
    await log.append(ANNA, FRACTIONS, hints(1), after=0, snapshot=old)
    with pytest.raises(LogMoved):
        await log.append(
            ANNA, FRACTIONS, [], after=2, snapshot=Snapshot(length=2, format="x", body={})
        )
    assert (await log.read(ANNA, FRACTIONS)).snapshot == old


async def test_a_snapshot_of_the_future_is_a_programming_error(log: Log) -> None:
    with pytest.raises(ValueError, match="snapshot of 2"):
        await log.append(
            ANNA, FRACTIONS, hints(1), after=0, snapshot=Snapshot(length=2, format="x", body={})
        )
    assert (await log.read(ANNA, FRACTIONS)).length == 0


async def test_the_feed_gives_every_event_once_in_the_order_of_the_school(log: Log) -> None:
    await log.append(ANNA, FRACTIONS, hints(2), after=0)
    await log.append(BEN, CELLS, hints(1), after=0)
    await log.append(BEN, FRACTIONS, hints(1), after=0)
    await log.append(ANNA, FRACTIONS, hints(1), after=2)
    everything = await log.since(0)
    assert [(one.learner, one.course, one.position) for one in everything] == [
        (ANNA, FRACTIONS, 0),
        (ANNA, FRACTIONS, 1),
        (BEN, CELLS, 0),
        (BEN, FRACTIONS, 0),
        (ANNA, FRACTIONS, 2),
    ]
    sequences = [one.sequence for one in everything]
    assert sequences == sorted(set(sequences))
    assert sequences[0] > 0
    assert await log.since(sequences[1]) == everything[2:]
    assert await log.since(0, limit=2) == everything[:2]
    assert await log.since(sequences[-1]) == ()
    in_course = await log.since(0, course=FRACTIONS)
    assert [one.learner for one in in_course] == [ANNA, ANNA, BEN, ANNA]
    assert in_course[0].event == hints(1)[0]


async def test_the_learners_of_a_course_are_those_with_events(log: Log) -> None:
    await log.append(BEN, FRACTIONS, hints(1), after=0)
    await log.append(ANNA, FRACTIONS, hints(1), after=0)
    await log.append(ANNA, CELLS, [], after=0)
    assert await log.learners(FRACTIONS) == (ANNA, BEN)
    assert await log.learners(CELLS) == ()
    await log.append(ANNA, CELLS, hints(1), after=0)
    assert await log.courses(ANNA) == (CELLS, FRACTIONS)
    assert await log.courses(LearnerId("cleo")) == ()


async def test_a_forgotten_learner_leaves_nothing_and_cannot_be_added_to(log: Log) -> None:
    snapshot = Snapshot(length=1, format="state-1", body={})
    await log.append(ANNA, FRACTIONS, [reply("m1")], after=0, snapshot=snapshot)
    await log.append(ANNA, CELLS, hints(2), after=0)
    await log.append(BEN, FRACTIONS, hints(1), after=0)
    assert await log.forget(ANNA) == 3
    assert (await log.read(ANNA, FRACTIONS)).snapshot is None
    assert await log.reply_to(ANNA, MessageId("m1")) is None
    assert [one.learner for one in await log.since(0)] == [BEN]
    assert await log.learners(FRACTIONS) == (BEN,)
    for after in (0, 2):
        with pytest.raises(NotFound):  # a turn that was under way
            await log.append(ANNA, CELLS, hints(1), after=after)


async def test_sequences_are_not_given_twice_after_an_erasure(log: Log) -> None:
    await log.append(ANNA, FRACTIONS, hints(3), after=0)
    last = (await log.since(0))[-1].sequence
    await log.forget(ANNA)
    await log.append(BEN, FRACTIONS, hints(1), after=0)
    assert [one.learner for one in await log.since(last)] == [BEN]


async def test_a_very_long_text_comes_back_whole(log: Log) -> None:
    text = "0123456789" * 10_000
    received = MessageReceived(
        at=NOON, message=MessageId("m"), channel="web", text=text, intent="answer"
    )
    await log.append(ANNA, FRACTIONS, [received], after=0)
    assert await log.whole(ANNA, FRACTIONS) == (received,)


async def test_a_message_key_that_cannot_be_stored_is_refused(database: Database) -> None:
    log = SqlLearnerLog(database)
    with pytest.raises(BadInput):
        await log.reply_to(ANNA, MessageId("a\x00b"))
    with pytest.raises(BadInput):
        await log.append(ANNA, FRACTIONS, [reply("\ud83d")], after=0)
    assert (await log.read(ANNA, FRACTIONS)).length == 0


async def test_a_log_that_did_not_grow_has_no_news(log: Log) -> None:
    events = hints(3)
    await log.append(ANNA, FRACTIONS, events, after=0)
    assert await log.grown(ANNA, FRACTIONS, length=3, last=events[-1].at) == ()


async def test_what_came_since_is_all_that_is_read(log: Log) -> None:
    first, later = hints(2), (*hints(2, 5), reply("m1"))
    await log.append(ANNA, FRACTIONS, first, after=0)
    await log.append(ANNA, FRACTIONS, later, after=2)
    await log.append(BEN, FRACTIONS, hints(4), after=0)
    assert await log.grown(ANNA, FRACTIONS, length=2, last=first[-1].at) == later


async def test_a_log_begun_anew_is_known_for_another(log: Log) -> None:
    await log.append(ANNA, FRACTIONS, hints(3), after=0)
    assert await log.grown(ANNA, FRACTIONS, length=3, last=NOON) is None
    assert await log.grown(ANNA, FRACTIONS, length=4, last=NOON) is None
    assert await log.grown(ANNA, CELLS, length=1, last=NOON) is None
