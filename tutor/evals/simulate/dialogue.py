"""Our policy through the dialogue: simulated learners type to the real `Tutor` and read its cards.

Everything that a pupil meets is at work: reading the message, grading the text, hints, probes,
worked examples, the answer told and its twin, the log and its replay; no HTTP and no model. A
learner answers what the card asks (the right answer, the authored wrong answer of a misconception
that they hold, another wrong one, or “idk”), asks for a hint when they do not know, answers or
waves away questions for a reason, and after a wrong answer tries again or skips. Help that is
read (hint, example, told answer) teaches with half the usual chance.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from time import perf_counter
from typing import Any

from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.session import follow
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.kept import Loaded
from tutor.dialogue.turns.shelf import MemoryModels, Shelf
from tutor.errors import MenoError, NotFound
from tutor.evals.simulate.learner import SimulatedLearner
from tutor.evals.simulate.policies import Asked, Happened
from tutor.evals.simulate.words import reason, response, typed
from tutor.ids import CourseId, LearnerId, MessageId, MisconceptionId, SkillId
from tutor.items.item import Item
from tutor.learner_state.belief import confirmed, mastered
from tutor.learner_state.events import ItemOpened
from tutor.learner_state.memory_log import MemoryLog
from tutor.learner_state.pick import facts_of, predicted_success
from tutor.learner_state.shape import LearnerState, empty_state
from tutor.learner_state.state import replay
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.safety.screen import screen

TEACHES = frozenset({"hint", "tell", "worked_example", "explain"})
MOST_MESSAGES = 12  # until an item must be open, and on one item


@dataclass(frozen=True, slots=True, kw_only=True)
class OneCourse:
    """The only course of a simulated school; `curriculum.book.Courses`."""

    course: Course

    def get(self, course: CourseId) -> Course:
        """The course; raises NotFound for another."""
        if course != self.course.id:
            raise NotFound("There is no such course here.", where=course)
        return self.course

    def all(self) -> tuple[Course, ...]:
        """The one."""
        return (self.course,)


class Remembering(Tutor):
    """The turn as it is, but what was replayed for the last turn is kept, not read from a snapshot."""

    kept: Loaded | None = None

    async def load(self, learner: LearnerId, course: CourseId) -> Loaded:
        """As `Tutor.load`, by replaying what was appended since the last call."""
        events = await self._log.whole(learner, course)
        kept = self.kept
        if kept is None or kept.state.learner != learner or kept.length > len(events):
            self.kept = await super().load(learner, course)
            return self.kept
        new = events[kept.length :]
        self.kept = Loaded(
            state=replay(new, kept.state),
            session=follow(kept.session, new),
            length=len(events),
            since_snapshot=0,
            tail=new,
        )
        return self.kept


class _Faces:
    async def first_name(self, learner: LearnerId) -> str:
        return "Sam"

    async def persona(self, learner: LearnerId, course: Course) -> Persona:
        return course.persona()


class _NobodyToTell:
    async def raise_alert(self, *_: Any) -> bool:
        return False

    def crisis_reply(self, *_: Any, delivered: bool) -> str:
        return ""


@dataclass(slots=True)
class InDialogue:
    """A policy whose every choice comes out of a turn, and whose every outcome goes into one.

    `persists` is the chance to try again after a wrong answer rather than to skip. `turns` and
    `seconds` count the turns taken and the time inside them; `log` is the present learner's.
    """

    course: Course
    persists: float = 0.5
    learner: SimulatedLearner | None = None
    log: MemoryLog = field(default_factory=MemoryLog)
    shelf: Shelf = field(default_factory=lambda: Shelf(MemoryModels(), MemoryLog()))
    library: Library = field(default_factory=lambda: Library(InMemoryPassageStore()))
    tutor: Remembering | None = None
    who: LearnerId = field(default_factory=lambda: LearnerId(""))
    dice: Random = field(default_factory=Random)
    at: datetime | None = None
    opened_at: datetime | None = None  # when the item asked last was opened
    state: LearnerState | None = None
    turns: int = 0
    seconds: float = 0.0
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def begin(self, learner: SimulatedLearner, seed: int) -> None:
        """A new log and a new conversation; what was learned of the course stays."""
        if self.tutor is None:
            self.loop.run_until_complete(self.library.add_course(self.course))
        self.learner, self.log, self.at, self.opened_at = learner, MemoryLog(), None, None
        self.who = LearnerId(f"learner-{seed}")
        self.state = empty_state(self.who, self.course.id)
        self.dice = Random(f"habits:{seed}")
        self.tutor = Remembering(
            log=self.log,
            courses=OneCourse(course=self.course),
            shelf=self.shelf,
            retriever=self.library,
            faces=_Faces(),
            screen=screen,
            alarm=_NobodyToTell(),
        )

    def ask(self, now: datetime) -> Asked:
        """Talk until a card is there, then read it."""
        if self.at is None or now - self.at > timedelta(hours=2):
            self._send("/start", now)
        for _ in range(MOST_MESSAGES):
            state = self._known()
            if state.open is not None:
                facts = facts_of(self.course.sources[state.open.item])
                model = self.loop.run_until_complete(self.shelf.model(self.course.id))
                again = self.opened_at == state.open.opened_at
                self.opened_at = state.open.opened_at
                return Asked(
                    item=state.open.item,
                    skill=state.open.skills[0],
                    p=predicted_success(model, state, facts, now),
                    change_of_tack=self._changed_tack(),
                    again=again,
                    shows=self._shows(),
                )
            self._send(reason(self.dice), now)
        raise MenoError("The tutor asked nothing.", where=self.who, do="Read the log.")

    def _shows(self) -> frozenset[MisconceptionId]:
        """The misconceptions that an authored wrong answer of the open item betrays."""
        item = self._open()
        wrong = item.wrong if item is not None else ()
        return frozenset(one.misconception for one in wrong if one.misconception is not None)

    def _changed_tack(self) -> bool:
        events = self.loop.run_until_complete(self.log.whole(self.who, self.course.id))
        opened = next((e for e in reversed(events) if isinstance(e, ItemOpened)), None)
        return opened is not None and opened.tack != ""

    def took(self, asked: Asked, happened: Happened) -> None:
        """Type what the outcome comes to; after a wrong answer try again, or let it go."""
        learner, item = self.learner, self._open()
        assert learner is not None
        assert item is not None
        if happened.helped:
            self._send("hint", happened.at)
            item = self._open() or item
        text = response(item, happened, learner.habits, self.dice)
        self._send(typed(item, text, self.dice), happened.at)
        for _ in range(MOST_MESSAGES):
            opened = self._known().open
            if opened is None or opened.item != asked.item or opened.tries == 0:
                return
            self._insist(item, asked.skill, happened.at)
        self._send("skip", happened.at)

    def _insist(self, item: Item, skill: SkillId, at: datetime) -> None:
        """One more message on an item that stays open: a try after the help read, or “skip”."""
        learner = self.learner
        assert learner is not None
        if self.dice.random() >= self.persists:
            self._send("skip", at)
            return
        right = self.dice.random() < learner.chance(item.id, skill, helped=True)
        happened = Happened(right=right, helped=True, misconception=None, at=at)
        self._send(typed(item, response(item, happened, learner.habits, self.dice), self.dice), at)

    def _send(self, text: str, at: datetime) -> Outbound:
        """One turn; time goes on by two seconds a message at least."""
        assert self.tutor is not None
        assert self.learner is not None
        self.at = at if self.at is None else max(at, self.at + timedelta(seconds=2))
        self.turns += 1
        inbound = Inbound(
            learner=self.who,
            course=self.course.id,
            message=MessageId(f"m{self.turns}"),
            text=text,
            at=self.at,
            channel="simulation",
        )
        start = perf_counter()
        shown = self.loop.run_until_complete(self.tutor.turn(inbound))
        self.seconds += perf_counter() - start
        self.state = self.loop.run_until_complete(self.tutor.load(self.who, self.course.id)).state
        if shown.move in TEACHES and self.state.open is not None:
            self.learner.shown(self.state.open.skills[0], self.dice)
        return shown

    def _known(self) -> LearnerState:
        assert self.state is not None
        return self.state

    def _open(self) -> Item | None:
        opened = self._known().open
        return None if opened is None else self.course.item(opened.item, opened.seed)

    def spent(self) -> tuple[int, float]:
        """Turns so far, and the seconds inside them."""
        return self.turns, self.seconds

    def close(self) -> None:
        """End the loop that the turns ran on."""
        self.loop.close()

    def mastered(self, skill: SkillId) -> bool:
        """Provisionally or for good."""
        return mastered(self._known().belief(skill))

    def confirmed(self, skill: SkillId) -> bool:
        """Right again, alone, on a later day."""
        return confirmed(self._known().belief(skill))

    def found(self) -> frozenset[MisconceptionId]:
        """Misconceptions seen at least twice: once may be chance."""
        seen = self._known().misconceptions
        return frozenset(m for m, one in seen.items() if one.count >= 2)
