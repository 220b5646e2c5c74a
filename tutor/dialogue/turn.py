"""One turn: read the log, read the message, learn, decide one move, word it, commit, answer.

The evidence of a graded response is appended before wording starts; the move and the reply are
appended after it. A message that comes again finds its stored reply, or, when a crash fell
between the two appends, its stored reading: it is then answered without being graded again.
"""

import asyncio
import hashlib
import time
import zlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol
from uuid import uuid4

from tutor.curriculum.book import Courses
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.curriculum.taught import ahead, hidden
from tutor.dialogue import face, lookup, plain
from tutor.dialogue import session as sessions
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.moves import Alert, Explain, Move, TopicCard, WorkedExample, name
from tutor.dialogue.outcome import consequences
from tutor.dialogue.placing import as_answer
from tutor.dialogue.plain import Words
from tutor.dialogue.policy import decide
from tutor.dialogue.read import Found, Intent, Reading, read
from tutor.dialogue.scene import Scene
from tutor.dialogue.session import Session
from tutor.dialogue.shelf import Shelf
from tutor.errors import BadCourse, LogMoved, MenoError, NotFound
from tutor.ids import CourseId, ItemId, LearnerId, MessageId, TurnId
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.learner_state import state as states
from tutor.learner_state.events import (
    Attempted,
    ConcernRaised,
    Event,
    ItemClosed,
    Judge,
    MessageReceived,
    Outcome,
    Purpose,
    Replied,
)
from tutor.learner_state.log import LearnerLog, LogTail, Snapshot
from tutor.learner_state.state import LearnerState, OpenItem
from tutor.learner_state.tracer import ItemFacts
from tutor.llm.meter import metered
from tutor.retrieval.passage import Hit, Query, Retriever
from tutor.retrieval.vocabulary import Vocabulary as CourseWords
from tutor.safety.answered import after_asking
from tutor.safety.concern import Concern

SNAPSHOT_EVERY = 40  # events between two snapshots
TRIES = 6  # how often a turn starts again when the log moved under it
FORMAT = hashlib.sha256(f"{states.FORMAT}+{sessions.FORMAT}".encode()).hexdigest()[:24]

Emit = Callable[[str], Awaitable[None]]


class Screen(Protocol):
    """Looks for concerns in a learner's message."""

    def __call__(self, text: str, language: str) -> Concern | None: ...


class Alarm(Protocol):
    """Delivers a concern to an adult and words the fixed reply."""

    async def raise_alert(
        self, learner: LearnerId, concern: Concern, alert: str, at: datetime
    ) -> bool:
        """Deliver it; True only when a named adult has it."""
        ...

    def crisis_reply(self, concern: Concern, language: str, *, delivered: bool) -> str:
        """The fixed reply; it says that somebody was told only when that is so."""
        ...


class Faces(Protocol):
    """What the turn needs to know of the learner as a person."""

    async def first_name(self, learner: LearnerId) -> str:
        """How to address the learner."""
        ...

    async def persona(self, learner: LearnerId, course: Course) -> Persona:
        """The persona and help contract in force for the learner in the course."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A worded and checked reply text, and who worded it."""

    words: Words
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTimes:
    """How a turn went: its move, who worded it, its seconds, and those waited for a model."""

    move: str
    by: str
    seconds: float
    waited: float

    @property
    def own(self) -> float:
        """The turn's own seconds: without the wait for a provider."""
        return max(0.0, self.seconds - self.waited)


def _untimed(times: TurnTimes) -> None:
    """Nobody keeps times."""


class Voice(Protocol):
    """Words a move with a model; every sentence is checked before `emit` sees it."""

    async def word(
        self, move: Move, scene: Scene, plain: Words, hits: Sequence[Hit], name: str, emit: Emit
    ) -> Spoken | None:
        """The worded move, or None when the plain wording should be used (nothing emitted)."""
        ...

    async def judge(
        self,
        item: Item,
        response: str,
        language: str,
        *,
        learner: LearnerId | None = None,
        name: str = "",
    ) -> Grade | None:
        """A model's grade of an open response against its rubric; None when it has none.

        `learner` and `name` are whose response it is: for permission, counting and redaction.
        """
        ...

    async def meant(
        self,
        text: str,
        doubt: Sequence[Intent],
        item: Item | None,
        language: str,
        *,
        learner: LearnerId,
        name: str = "",
    ) -> Intent | None:
        """Which of the doubted intents a model takes a message to have; None when it has none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A learner's log, replayed: the state, the session, and the log's length."""

    state: LearnerState
    session: Session
    length: int
    since_snapshot: int
    tail: tuple[Event, ...]


async def _silent(_: str) -> None:
    """Nobody listens."""


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
    ) -> None:
        self._log = log
        self._courses = courses
        self._shelf = shelf
        self._retriever = retriever
        self._faces = faces
        self._screen = screen
        self._alarm = alarm
        self._voice = voice
        self.timed = timed
        self._locks: dict[tuple[LearnerId, CourseId], asyncio.Lock] = {}
        self._words: dict[tuple[CourseId, str], CourseWords] = {}

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
            made = turn or TurnId(uuid4().hex)
            for _ in range(TRIES):
                try:
                    return await self._answer_timed(inbound, emit, made)
                except LogMoved:
                    stored = await self._log.reply_to(inbound.learner, inbound.message)
                    if stored is not None:
                        return Outbound.from_json(stored)
        raise MenoError(
            "Too many messages came at once.", do="Wait a moment and send the message again."
        )

    async def load(self, learner: LearnerId, course: CourseId) -> Loaded:
        """The learner's state and session now, from the snapshot and the events after it."""
        tail = await self._log.read(learner, course)
        loaded = _replayed(learner, course, tail)
        unknown = tail.snapshot is not None and tail.snapshot.format != FORMAT
        if unknown or loaded.state.stale:
            events = await self._log.whole(learner, course)
            whole = LogTail(length=len(events), snapshot=None, events=events)
            loaded = _replayed(learner, course, whole)
        return loaded

    # ── the steps ──

    async def _answer_timed(self, inbound: Inbound, emit: Emit, turn: TurnId) -> Outbound:
        began = time.perf_counter()
        with metered() as meter:
            outbound = await self._answer(inbound, emit, turn)
        times = TurnTimes(
            move=outbound.move,
            by=outbound.worded_by,
            seconds=time.perf_counter() - began,
            waited=meter.waited,
        )
        self.timed(times)
        return outbound

    async def _answer(self, inbound: Inbound, emit: Emit, turn: TurnId) -> Outbound:
        course = self._courses.get(inbound.course)
        loaded = await self.load(inbound.learner, inbound.course)
        persona = await self._faces.persona(inbound.learner, course)
        now = _forward(inbound.at, loaded)
        new_session = loaded.session.fresh(now)
        found = _already_read(loaded, inbound.message)
        if found is None:
            item = _open_item(course, loaded.state.open)
            reading = await self._settled(inbound, course, item, loaded.session)
            reading = as_answer(reading, loaded.state.open if item else None)
            if reading.grade is not None and reading.grade.verdict is Verdict.UNCLEAR:
                reading = await self._judged(reading, item, course, inbound.learner)
            loaded = await self._learn(inbound, course, persona, loaded, reading, item, now)
            answered = item if reading.grade is not None else None
        else:
            reading, attempt = found
            answered = _made(course, attempt.item, attempt.seed) if attempt else None
        if answered is None and loaded.state.open is None and loaded.session.last_item:
            answered = _made(course, *loaded.session.last_item)
        scene = Scene(
            course=course,
            state=loaded.state,
            session=loaded.session,
            reading=reading,
            persona=persona,
            model=await self._shelf.model(course.id),
            now=now,
            seed=zlib.crc32(f"{inbound.learner}:{loaded.length}".encode()),
            item=_open_item(course, loaded.state.open),
            answered=answered,
            new_session=new_session,
        )
        return await self._reply(inbound, emit, turn, scene, loaded)

    async def _settled(
        self, inbound: Inbound, course: Course, item: Item | None, session: Session
    ) -> Reading:
        """The reading, with its doubt settled by a model when there is one that may be asked."""
        reading = self._read(inbound, course, item, session)
        if self._voice is None or not reading.doubt:
            return reading
        name = await self._faces.first_name(inbound.learner)
        meant = await self._voice.meant(
            reading.text, reading.doubt, item, course.language, learner=inbound.learner, name=name
        )
        return reading if meant is None else self._read(inbound, course, item, session, meant)

    def _read(
        self,
        inbound: Inbound,
        course: Course,
        item: Item | None,
        session: Session,
        meant: Intent | None = None,
    ) -> Reading:
        concern = self._screen(inbound.text, course.language)
        concern = after_asking(session.wondered, concern, inbound.text)
        if concern is not None and concern.tier != 1 and item is not None:
            # What the open item takes as an answer is no concern ("kill the process").
            right = item.grade(inbound.text).verdict is Verdict.CORRECT
            concern = None if right else concern
        return read(
            inbound.text,
            item=item,
            session=session,
            vocabulary=self._vocabulary(course, inbound.at),
            concern=concern,
            meant=meant,
        )

    def _vocabulary(self, course: Course, now: datetime) -> Callable[[str], tuple[Found, ...]]:
        key = (course.id, course.version)
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = CourseWords(course)
        later = hidden(course, now)

        def named(text: str) -> tuple[Found, ...]:
            if text in course.skills and text not in later:  # a button names the skill by its id
                skill = course.skills[next(s for s in course.skills if s == text)]
                return (Found(skill=skill.id, term=skill.title, means=skill.card),)
            return tuple(
                Found(skill=m.skill, term=m.term, means=m.means, sure=m.score)
                for m in words.match(text)
                if m.skill not in later
            )

        return named

    async def _judged(
        self, reading: Reading, item: Item | None, course: Course, learner: LearnerId
    ) -> Reading:
        if self._voice is None or item is None:
            return reading
        name = await self._faces.first_name(learner)
        grade = await self._voice.judge(
            item, reading.text, course.language, learner=learner, name=name
        )
        return reading if grade is None else replace(reading, grade=grade)

    async def _learn(
        self,
        inbound: Inbound,
        course: Course,
        persona: Persona,
        loaded: Loaded,
        reading: Reading,
        item: Item | None,
        now: datetime,
    ) -> Loaded:
        """Append the reading and its evidence, before anything is worded."""
        model = await self._shelf.model(course.id)
        events: list[Event] = [
            MessageReceived(
                at=now,
                message=inbound.message,
                channel=inbound.channel,
                text=inbound.text[:4000],
                intent=str(reading.intent),
            )
        ]
        opened = loaded.state.open
        if item is not None and opened is not None and reading.grade is not None:
            facts = ItemFacts(
                id=item.id, skills=item.skills, difficulty=item.difficulty, templated=item.templated
            )
            predicted = model.predict(loaded.state, facts, now)
            events += _evidence(inbound, opened, item, reading.grade, now, persona, predicted)
        length = await self._log.append(
            inbound.learner, inbound.course, events, after=loaded.length, message=inbound.message
        )
        attempts = [e for e in events if isinstance(e, Attempted)]
        self._shelf.learn(course.id, loaded.state, attempts)
        return replace(
            loaded,
            state=states.replay(events, loaded.state),
            session=sessions.follow(loaded.session, events),
            length=length,
            since_snapshot=loaded.since_snapshot + len(events),
        )

    async def _reply(
        self, inbound: Inbound, emit: Emit, turn: TurnId, scene: Scene, loaded: Loaded
    ) -> Outbound:
        move = decide(scene)
        hits = await self._ground(move, scene)
        move = lookup.sure(move, scene, hits)
        events = list(consequences(move, scene))
        crisis = await self._alert(move, scene, events)
        who = await self._faces.first_name(inbound.learner)
        words = plain.say(
            move, scene, name=who, hits=hits, example=_example(move, scene), crisis=crisis
        )
        spoken: Spoken | None = None
        if self._voice is not None and not isinstance(move, Alert):
            spoken = await self._voice.word(move, scene, words, hits, who, emit)
        if spoken is None:
            spoken = Spoken(words=words, by="plain")
            await emit(words.text)
        state = states.replay(events, loaded.state)
        opened, item = state.open, _open_item(scene.course, state.open)
        shows = item is not None and opened is not None and _shows_card(move)
        outbound = Outbound(
            turn=turn,
            message=inbound.message,
            at=scene.now,
            move=name(move),
            text=spoken.words.text,
            card=face.card(item, opened, scene.course) if shows and item and opened else None,
            buttons=face.buttons(move, item, opened, scene.contract, scene.course),
            citations=spoken.words.citations,
            why=opened.reason if opened else "",
            language=scene.course.language,
            worded_by=spoken.by,
            alert=next((e.alert for e in events if isinstance(e, ConcernRaised)), ""),
        )
        events.append(
            Replied(at=scene.now, message=inbound.message, turn=turn, outbound=outbound.to_json())
        )
        session = sessions.follow(loaded.session, events)
        state = states.replay(events, loaded.state)
        snapshot = None
        if loaded.since_snapshot + len(events) >= SNAPSHOT_EVERY and not session.unanswered:
            snapshot = Snapshot(
                length=loaded.length + len(events),
                format=FORMAT,
                body={"state": states.to_json(state), "session": sessions.to_json(session)},
            )
        await self._log.append(
            inbound.learner,
            inbound.course,
            events,
            after=loaded.length,
            message=inbound.message,
            snapshot=snapshot,
        )
        await self._shelf.save()
        return outbound

    async def _alert(self, move: Move, scene: Scene, events: Sequence[Event]) -> str:
        raised = next((e for e in events if isinstance(e, ConcernRaised)), None)
        concern = scene.reading.concern
        if raised is None or concern is None:
            return ""
        delivered = await self._alarm.raise_alert(
            scene.state.learner, concern, raised.alert, scene.now
        )
        if not isinstance(move, Alert):
            return ""
        return self._alarm.crisis_reply(concern, scene.course.language, delivered=delivered)

    async def _ground(self, move: Move, scene: Scene) -> tuple[Hit, ...]:
        match move:
            case Explain(skill=skill):
                words = lookup.asked(move, scene)
                return await self._search(words, scene, (skill,) if skill else ())
            case TopicCard(term=term, skill=skill):
                return await self._search(term, scene, (skill,) if skill else ())
            case _:
                return ()

    async def _search(self, text: str, scene: Scene, skills: Sequence[str]) -> tuple[Hit, ...]:
        known = tuple(s for s in scene.course.skills if s in skills)
        later = hidden(scene.course, scene.now)
        # Passages of what is still to come are taken out after the search: ask for more of them.
        k = 4 if not later else 16
        hits = await self._retriever.search(
            Query(text=text, course=scene.course.id, k=k, skills=known)
        )
        return tuple(hit for hit in hits if not ahead(hit.passage.skills, later))[:4]


# ── pure pieces ──────────────────────────────────────────────────────────────────────────────


def _replayed(learner: LearnerId, course: CourseId, tail: LogTail) -> Loaded:
    state, session = states.empty_state(learner, course), sessions.EMPTY
    events = tail.events
    if tail.snapshot is not None and tail.snapshot.format == FORMAT:
        state = states.from_json(tail.snapshot.body["state"])
        session = sessions.from_json(tail.snapshot.body["session"])
    return Loaded(
        state=states.replay(events, state),
        session=sessions.follow(session, events),
        length=tail.length,
        since_snapshot=len(events),
        tail=events,
    )


def _forward(at: datetime, loaded: Loaded) -> datetime:
    """Time only goes forward: a message that comes late counts as coming now."""
    last = loaded.state.last_seen
    return at if last is None or at >= last else last + timedelta(microseconds=1)


def _already_read(loaded: Loaded, message: MessageId) -> tuple[Reading, Attempted | None] | None:
    """The reading of a message that was read before a crash, from its events."""
    received = next(
        (e for e in loaded.tail if isinstance(e, MessageReceived) and e.message == message), None
    )
    if received is None:
        return None
    attempt = next(
        (e for e in loaded.tail if isinstance(e, Attempted) and e.message == message), None
    )
    grade = None
    if attempt is not None:
        grade = Grade(
            verdict=attempt.verdict,
            read_as=attempt.read_as,
            misconception=attempt.misconception,
            share=attempt.share,
            sure=attempt.sure,
        )
    return Reading(intent=Intent(received.intent), text=received.text, grade=grade), attempt


def _open_item(course: Course, opened: OpenItem | None) -> Item | None:
    """The open item, or None when nothing is open or its author has taken it away."""
    return None if opened is None else _made(course, opened.item, opened.seed)


def _made(course: Course, item: ItemId, seed: int) -> Item | None:
    try:
        return course.item(item, seed)
    except (NotFound, BadCourse):
        return None


def _evidence(
    inbound: Inbound,
    opened: OpenItem,
    item: Item,
    grade: Grade,
    now: datetime,
    persona: Persona,
    predicted: "Predicted",
) -> list[Event]:
    attempt = Attempted(
        at=now,
        id=f"{inbound.message}/{opened.tries + 1}",
        message=inbound.message,
        item=item.id,
        seed=item.seed,
        skills=item.skills,
        purpose=opened.purpose,
        difficulty=item.difficulty,
        response=inbound.text[:1000],
        read_as=grade.read_as,
        verdict=grade.verdict,
        share=grade.share,
        try_=opened.tries + 1,
        help=opened.hint_level,
        told=opened.told,
        judge=Judge.MODEL if grade.sure < 1 and item.type_name == "open" else Judge.CODE,
        sure=grade.sure,
        misconception=grade.misconception,
        p=predicted.p,
        d_item=predicted.d_item,
        d_skill=predicted.d_skill,
        seconds=max(0.0, (now - opened.last_at).total_seconds()),
    )
    events: list[Event] = [attempt]
    if opened.purpose is Purpose.PLACEMENT and grade.verdict.counts:
        events.append(ItemClosed(at=now, item=item.id, outcome=Outcome.ANSWERED))
    elif grade.verdict is Verdict.CORRECT:
        events.append(ItemClosed(at=now, item=item.id, outcome=Outcome.SOLVED))
    elif persona.contract == "quiz" and grade.verdict.counts:
        events.append(ItemClosed(at=now, item=item.id, outcome=Outcome.ANSWERED))
    return events


class Predicted(Protocol):
    """What a prediction carries into the evidence."""

    @property
    def p(self) -> float: ...
    @property
    def d_item(self) -> float: ...
    @property
    def d_skill(self) -> float: ...


def _example(move: Move, scene: Scene) -> Item | None:
    """The item whose worked example fits the move and gives nothing away."""
    if not isinstance(move, WorkedExample):
        return None
    coming = move.then.choice if move.then else None
    near = [] if coming is None else [_made(scene.course, coming.item, coming.seed)]
    near += [scene.item] if scene.item is not None and not near else []
    others = (
        _made(scene.course, source, 0) for source in scene.course.by_skill.get(move.skill, ())
    )
    shown = {item.worked_example: item for item in (*near, *others) if item and item.worked_example}
    if not shown:
        return None
    # Asked again right away, the learner sees another one.
    again = 1 if scene.session.moves[-1:] == ("worked_example",) else 0
    return list(shown.values())[again % len(shown)]


def _shows_card(move: Move) -> bool:
    """Whether the open item is shown (again) under the reply."""
    return name(move) not in {"alert", "recap", "close", "tell", "topic_card", "offer", "place"}
