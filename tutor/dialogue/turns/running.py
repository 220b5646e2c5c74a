"""Turns as tasks of their own: a closed laptop does not cancel one, and a page can come late."""

import asyncio
import time
from collections.abc import AsyncIterator
from uuid import uuid4

from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.record import FROM_THE_START, TurnPart, TurnRecords
from tutor.dialogue.turns.recording import Recording
from tutor.errors import MenoError
from tutor.ids import LearnerId, MessageId, TurnId
from tutor.llm.meter import metered

POLL = 0.25  # seconds between looks at the record of a turn that another process runs
TIMES_KEPT = 500
PATIENCE = 120.0  # seconds without a new part after which a turn counts as lost


class Running:
    """Starts turns and lets any number of readers follow them.

    Parts have the kinds `text` ({"text": …}: one released piece), `done` (the outbound as JSON)
    and `failed` ({"what": …, "do": …}: an expected error, worded for the learner).
    """

    def __init__(self, tutor: Tutor, records: TurnRecords) -> None:
        self._tutor = tutor
        self._records = records
        self._tasks: dict[TurnId, asyncio.Task[Outbound | None]] = {}
        self._recording = Recording(records)
        self._own: dict[TurnId, float] = {}

    async def start(self, inbound: Inbound) -> TurnId:
        """Begin the turn of a message, or find the one that runs or ran for it already."""
        known = await self._records.of_message(inbound.learner, inbound.message)
        if known is not None and (known.finished or known.turn in self._tasks):
            return known.turn
        turn = TurnId(uuid4().hex)
        await self._records.start(turn, inbound.learner, inbound.course, inbound.message)
        self._recording.begin(turn)
        task = asyncio.create_task(self._run(turn, inbound), name=f"turn-{turn}")
        self._tasks[turn] = task
        task.add_done_callback(lambda _: self._tasks.pop(turn, None))
        return turn

    async def answer(self, inbound: Inbound) -> Outbound:
        """The whole reply, for channels that do not stream. Raises MenoError."""
        return await self._tutor.turn(inbound)

    async def follow(self, turn: TurnId, after: int = FROM_THE_START) -> AsyncIterator[TurnPart]:
        """The parts of a turn after the one numbered `after`, as they come, to the last."""
        if self._recording.follows(turn):
            async for part in self._recording.follow(turn, after):
                yield part
            return
        waited = 0.0
        while True:
            so_far = await self._records.read(turn, after)
            if so_far is None:
                return
            for part in so_far.parts:
                after, waited = part.index, 0.0
                yield part
            if so_far.finished or waited > PATIENCE:
                return
            if not so_far.parts:
                await asyncio.sleep(POLL)
                waited += POLL

    async def unfinished(self, learner: LearnerId) -> TurnId | None:
        """The learner's turn that is under way in this process, if any."""
        found = await self._records.latest_unfinished(learner)
        return found.turn if found is not None and found.turn in self._tasks else None

    async def of_message(self, learner: LearnerId, message: MessageId) -> TurnId | None:
        """The turn that answers a message, if one was started."""
        found = await self._records.of_message(learner, message)
        return found.turn if found is not None else None

    def own_seconds(self, turn: TurnId) -> float | None:
        """A finished turn's seconds without the wait for a provider, if it ran here lately."""
        return self._own.get(turn)

    async def settle(self, seconds: float = 10.0) -> None:
        """Let the turns under way come to their end (at shutdown)."""
        if self._tasks:
            await asyncio.wait(list(self._tasks.values()), timeout=seconds)

    async def _run(self, turn: TurnId, inbound: Inbound) -> Outbound | None:
        async def emit(text: str) -> None:
            self._recording.add(turn, "text", {"text": text})

        began = time.perf_counter()
        try:
            with metered() as meter:
                outbound = await self._tutor.turn(inbound, emit, turn=turn)
            self._own[turn] = time.perf_counter() - began - meter.waited
            for old in list(self._own)[:-TIMES_KEPT]:
                del self._own[old]
            self._recording.add(turn, "done", outbound.to_json())
            return outbound
        except MenoError as error:
            self._recording.add(turn, "failed", {"what": error.what, "do": error.do})
            return None
        finally:
            await self._recording.end(turn)
