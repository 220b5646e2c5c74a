"""A turn under way is told from memory at once, and from its record a moment later."""

import asyncio
from collections.abc import Sequence

from tutor.dialogue.turns.record import FROM_THE_START, MemoryTurnRecords, TurnPart
from tutor.dialogue.turns.recording import Recording
from tutor.ids import CourseId, LearnerId, MessageId, TurnId

T1, T2 = TurnId("t1"), TurnId("t2")


class Counted(MemoryTurnRecords):
    """Records that count how often they are written to."""

    writes = 0

    async def add_all(
        self, parts: Sequence[tuple[TurnId, TurnPart]], *, finished: Sequence[TurnId] = ()
    ) -> None:
        self.writes += 1
        await super().add_all(parts, finished=finished)


async def begun(*turns: TurnId, behind: float = 0.01) -> tuple[Recording, Counted]:
    records = Counted()
    recording = Recording(records, behind=behind)
    for turn in turns:
        await records.start(turn, LearnerId("ada"), CourseId("tiny"), MessageId(turn))
        recording.begin(turn)
    return recording, records


async def test_every_reader_gets_every_part_whenever_it_comes():
    recording, _ = await begun(T1)

    async def told(after: int = FROM_THE_START) -> list[int]:
        return [part.index async for part in recording.follow(T1, after)]

    early = asyncio.create_task(told())
    await asyncio.sleep(0)
    for number in range(3):
        recording.add(T1, "text", {"n": number})
        await asyncio.sleep(0)
    late, resumed = asyncio.create_task(told()), asyncio.create_task(told(1))
    await asyncio.sleep(0)
    recording.add(T1, "done", {})
    await recording.end(T1)
    assert await early == await late == [0, 1, 2, 3]
    assert await resumed == [2, 3]


async def test_parts_of_turns_are_written_together_a_moment_later():
    recording, records = await begun(T1, T2)
    for turn in (T1, T2, T1):
        recording.add(turn, "text", {})
    assert records.writes == 0
    await asyncio.sleep(0.05)
    assert records.writes == 1
    found = await records.read(T1)
    assert found is not None
    assert [part.index for part in found.parts] == [0, 1]


async def test_at_its_end_a_turn_is_all_in_its_record():
    recording, records = await begun(T1, behind=0.2)
    recording.add(T1, "done", {"text": "Half."})
    await recording.end(T1)
    found = await records.read(T1)
    assert found is not None
    assert found.finished
    assert [part.kind for part in found.parts] == ["done"]
    assert not recording.follows(T1)
