"""One turn: read the log, read the message, learn, decide one move, word it, commit, answer.

Where a model may be asked, the evidence of a graded response is on its way to the disk before the
wording starts, and nothing is released before it is there; the move and the reply are appended
after it. Without a model there is nothing to wait for between the two, and one append holds both. A
message that comes again finds its stored reply, or, when a crash fell between the two appends, its
stored reading: it is then answered without being graded again.
"""

import asyncio
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from tutor.curriculum.book import Courses
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.dialogue import face
from tutor.dialogue.deciding.at_hand import rests, spoken_of
from tutor.dialogue.grounding.ground import grounded
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.listener import Listener
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.policy import decide
from tutor.dialogue.ports import (
    Alarm,
    Emit,
    Faces,
    Screen,
    SecondLook,
    Sense,
    TurnTimes,
    Voice,
)
from tutor.dialogue.read import Reading
from tutor.dialogue.scene import Scene
from tutor.dialogue.turns.appending import Appending
from tutor.dialogue.turns.evidence import already_read, evidence
from tutor.dialogue.turns.kept import Kept, Loaded
from tutor.dialogue.turns.made import made, open_item
from tutor.dialogue.turns.outcome import consequences
from tutor.dialogue.turns.shelf import Shelf
from tutor.dialogue.wording.telling import Telling, alerted, told
from tutor.errors import LogMoved, MenoError
from tutor.ids import CourseId, LearnerId, TurnId
from tutor.items.item import Item
from tutor.learner_state.events import (
    Attempted,
    ConcernRaised,
    Event,
    MessageReceived,
    Replied,
)
from tutor.learner_state.log import LearnerLog
from tutor.learner_state.precedents import Precedents
from tutor.learner_state.tracer import ItemFacts
from tutor.llm.meter import metered
from tutor.retrieval.passage import Retriever

TRIES = 6  # how often a turn starts again when the log moved under it


def _untimed(times: TurnTimes) -> None:
    """Nobody keeps times."""


async def _silent(_: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A turn under way: what it answers, where its text goes, and the attempts that the course's
    model has learned from, so that a second try does not teach it twice."""

    id: TurnId
    inbound: Inbound
    emit: Emit
    learned: set[str] = field(default_factory=set)


class Tutor:
    """Answers messages, one at a time per learner and course."""

    def __init__(
        self,
        *,
        log: LearnerLog,
        courses: Courses,
        shelf: Shelf,
        retriever: Retriever,
        faces: Faces,
        screen: Screen,
        alarm: Alarm,
        voice: Voice | None = None,
        timed: Callable[[TurnTimes], None] = _untimed,
        kept: Kept | None = None,
        sense: Sense | None = None,
        second: SecondLook | None = None,
        precedents: Precedents | None = None,
    ) -> None:
        self._log = log
        self._courses = courses
        self._shelf = shelf
        self._retriever = retriever
        self._faces = faces
        self._alarm = alarm
        self._voice = voice
        self._names = Names()
        self._listener = Listener(
            names=self._names, faces=faces, screen=screen, voice=voice, sense=sense, second=second,
            precedents=precedents,
        )  # fmt: skip
        self._kept = kept or Kept(log)
        self.timed = timed
        self._locks: dict[tuple[LearnerId, CourseId], asyncio.Lock] = {}

    async def turn(
        self, inbound: Inbound, emit: Emit = _silent, *, turn: TurnId | None = None
    ) -> Outbound:
        """The reply to a message; the stored one when the message was answered before.

        `emit` gets each released piece of the text as soon as it is checked. Raises NotFound for
        an unknown course.
        """
        self._courses.get(inbound.course)
        key = (inbound.learner, inbound.course)
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            stored = await self._log.reply_to(inbound.learner, inbound.message)
            if stored is not None:
                return Outbound.from_json(stored)
            one = _Turn(id=turn or TurnId(uuid4().hex), inbound=inbound, emit=emit)
            for _ in range(TRIES):
                try:
                    return await self._answer_timed(one)
                except LogMoved:
                    stored = await self._log.reply_to(inbound.learner, inbound.message)
                    if stored is not None:
                        return Outbound.from_json(stored)
        raise MenoError(
            "Too many messages came at once.", do="Wait a moment and send the message again."
        )

    async def load(self, learner: LearnerId, course: CourseId) -> Loaded:
        """The learner's state and session now."""
        return await self._kept.load(learner, course)

    # ── the steps ──

    async def _answer_timed(self, turn: _Turn) -> Outbound:
        began = time.perf_counter()
        with metered() as meter:
            outbound = await self._answer(turn)
        times = TurnTimes(
            move=outbound.move,
            by=outbound.worded_by,
            seconds=time.perf_counter() - began,
            waited=meter.waited,
        )
        self.timed(times)
        return outbound

    async def _answer(self, turn: _Turn) -> Outbound:
        inbound = turn.inbound
        course = self._courses.get(inbound.course)
        loaded = await self.load(inbound.learner, inbound.course)
        persona = await self._faces.persona(inbound.learner, course)
        now = _forward(inbound.at, loaded)
        new_session = loaded.session.fresh(now)
        found = already_read(loaded.tail, inbound.message)
        ahead_of_words = self._voice is not None  # a model may be asked, and waited for
        async with Appending(
            self._log, inbound, loaded.length, at_once=ahead_of_words
        ) as appending:
            if found is None:
                item = spoken_of(course, persona.contract, loaded.state)
                reading = await self._listener.hear(
                    inbound, course, item, loaded.state.open, loaded.session,
                    ask=not rests(persona.contract, loaded.state),
                )  # fmt: skip
                events = await self._learned(turn, course, persona, loaded, reading, item, now)
                appending.first(events)
                loaded = loaded.then(events)
                answered = item if reading.grade is not None else None
            else:
                reading, attempt = found
                answered = made(course, attempt.item, attempt.seed) if attempt else None
            scene = await self._scene(loaded, course, persona, reading, answered, now, new_session)
            return await self._reply(turn, scene, loaded, appending)

    async def _scene(
        self,
        loaded: Loaded,
        course: Course,
        persona: Persona,
        reading: Reading,
        answered: Item | None,
        now: datetime,
        new_session: bool,
    ) -> Scene:
        """What the move is decided from."""
        if answered is None and loaded.state.open is None and loaded.session.last_item:
            answered = made(course, *loaded.session.last_item)
        return Scene(
            course=course,
            state=loaded.state,
            session=loaded.session,
            reading=reading,
            persona=persona,
            model=await self._shelf.model(course.id),
            now=now,
            seed=zlib.crc32(f"{loaded.state.learner}:{loaded.length}".encode()),
            item=spoken_of(course, persona.contract, loaded.state),
            answered=answered,
            new_session=new_session,
            past=loaded.tail,
        )

    async def _learned(
        self,
        turn: _Turn,
        course: Course,
        persona: Persona,
        loaded: Loaded,
        reading: Reading,
        item: Item | None,
        now: datetime,
    ) -> tuple[Event, ...]:
        """The reading and its evidence; the course's model learns from it."""
        inbound, opened = turn.inbound, loaded.state.open
        received = MessageReceived(
            at=now,
            message=inbound.message,
            channel=inbound.channel,
            text=inbound.text[:4000],
            intent=str(reading.intent),
        )
        if item is None or opened is None or reading.grade is None:
            return (received,)
        model = await self._shelf.model(course.id)
        facts = ItemFacts(
            id=item.id, skills=item.skills, difficulty=item.difficulty, templated=item.templated
        )
        predicted = model.predict(loaded.state, facts, now)
        events = evidence(inbound, opened, item, reading.grade, now, persona, predicted)
        attempts = [e for e in events if isinstance(e, Attempted) and e.id not in turn.learned]
        self._shelf.learn(course.id, loaded.state, attempts)
        turn.learned.update(attempt.id for attempt in attempts)
        return (received, *events)

    async def _reply(
        self, turn: _Turn, scene: Scene, loaded: Loaded, appending: Appending
    ) -> Outbound:
        move = decide(scene)
        move, hits = await grounded(move, scene, self._retriever, self._names)
        events = consequences(move, scene)
        crisis = await alerted(self._alarm, move, scene, events)
        who = await self._faces.first_name(turn.inbound.learner)
        moved = loaded.then(tuple(events))

        async def release(text: str) -> None:
            await appending.landed()
            await turn.emit(text)

        telling = Telling(
            move=move, scene=scene, hits=hits, who=who, crisis=crisis,
            coming=open_item(scene.course, moved.state.open),
        )  # fmt: skip
        said, released = await told(telling, self._retriever, self._names, self._voice, release)
        alert = next((e.alert for e in events if isinstance(e, ConcernRaised)), "")
        outbound = face.answer(
            turn.id, turn.inbound.message, move, scene, moved.state.open, said, alert
        )
        replied = Replied(
            at=scene.now,
            message=turn.inbound.message,
            turn=turn.id,
            outbound=outbound.to_json(),
        )
        moved = moved.then((replied,))
        snapshot = moved.snapshot()
        await appending.last((*events, replied), snapshot)
        self._kept.keep(moved if snapshot is None else moved.shortened())
        if not released:
            await turn.emit(said.words.text)
        self._shelf.save_soon()
        return outbound


# ── pure pieces ──────────────────────────────────────────────────────────────────────────────


def _forward(at: datetime, loaded: Loaded) -> datetime:
    """Time only goes forward: a message that comes late counts as coming now."""
    last = loaded.state.last_seen
    return at if last is None or at >= last else last + timedelta(microseconds=1)
