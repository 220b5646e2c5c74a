"""A walk: one random learner, some hundred turns with the real tutor, each turn looked at.

The model that words the moves is hostile by turns, or absent. A message comes twice now and then,
as channels do; it must find its stored reply and leave no trace.
"""

import zlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from tutor.curriculum.book import Courses
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.dialogue.check import Checker
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.kept import Loaded
from tutor.dialogue.turns.shelf import MemoryModels, Shelf
from tutor.dialogue.wording.voice import MakeChecks, ModelVoice
from tutor.dialogue.wording.worded import Record
from tutor.evals.rules.hostile import Hostile
from tutor.evals.rules.learner import FRIEND, Anybody
from tutor.ids import CourseId, LearnerId, MessageId, PersonaId
from tutor.items.item import Item
from tutor.learner_state.events import Event
from tutor.learner_state.memory_log import MemoryLog
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.prompting import PromptBook
from tutor.retrieval.passage import Retriever
from tutor.safety.concern import Concern
from tutor.safety.crisis import reply_to
from tutor.safety.screen import screen

START = datetime(2026, 9, 7, 14, 0, tzinfo=UTC)
NAME = "Ada"
TWICE = 0.02  # share of messages that come a second time


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that can be known of one turn: before, the message, the reply, its events, the prompts.

    `item` was open before the message, `left` is open after it. `drafts` are what the hostile
    model said. `again` is the reply to a second delivery, `grown` by how many events it grew the log.
    """

    before: Loaded
    after: Loaded
    item: Item | None
    left: Item | None
    text: str
    kind: str
    reply: Outbound
    events: tuple[Event, ...]
    prompts: tuple[Prompt, ...]
    drafts: tuple[str, ...]
    persona: Persona
    course: Course
    again: Outbound | None = None
    grown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where a walk goes: course, persona, manner of the learner, whether a model words it."""

    course: CourseId
    persona: PersonaId
    manner: str
    seed: int
    hostile: bool


class Faces:
    """Everybody is called Ada and meets one persona of the course."""

    def __init__(self, persona: PersonaId) -> None:
        self._persona = persona

    async def first_name(self, learner: LearnerId) -> str:
        """The one name."""
        return NAME

    async def persona(self, learner: LearnerId, course: Course) -> Persona:
        """The one persona."""
        return course.persona(self._persona)


class Alarm:
    """An alarm that reaches nobody."""

    async def raise_alert(
        self, learner: LearnerId, concern: Concern, alert: str, at: datetime
    ) -> bool:
        """Nobody is told."""
        return False

    def crisis_reply(self, concern: Concern, language: str, *, delivered: bool) -> str:
        """The fixed text."""
        return reply_to(concern, language, "GB", delivered=delivered)


async def names(learner: LearnerId) -> Sequence[str]:
    """Whose names may not go to a provider."""
    return (NAME, FRIEND)


def _unrecorded(record: Record) -> None:
    """Outcomes of wordings are not looked at here."""


class Walk:
    """One learner and one tutor; `turns` goes on as long as it is asked."""

    def __init__(
        self,
        way: Way,
        courses: Courses,
        retriever: Retriever,
        prompts: PromptBook,
        *,
        checks: MakeChecks = Checker,
    ) -> None:
        self.way = way
        self.course = courses.get(way.course)
        self.log = MemoryLog()
        self.model = Hostile(way.seed)
        self.now = START
        self.learner = LearnerId(f"walker-{way.seed}")
        voice = None
        if way.hostile:
            chain = Chain([self.model], lambda: self.now)
            voice = ModelVoice(chain, prompts, checks, names=names, record=_unrecorded)
        self.tutor = Tutor(
            log=self.log, courses=courses, shelf=Shelf(MemoryModels(), self.log),
            retriever=retriever, faces=Faces(way.persona), screen=screen, alarm=Alarm(),
            voice=voice,
        )  # fmt: skip
        self._dice = Random(zlib.crc32(f"walk {way.seed}".encode()))

    async def turns(self, count: int) -> AsyncIterator[Seen]:
        """The next turns."""
        anybody = Anybody(self.way.manner, self.course, self.way.seed)
        shown: Outbound | None = None
        before = await self.tutor.load(self.learner, self.course.id)
        for number in range(count):
            item = self._open(before)
            said = anybody.says(item, shown)
            self.now += said.after
            seen = await self._turn(f"m{number}", said.text, said.kind, before, item)
            shown, before = seen.reply, seen.after
            yield seen

    async def _turn(
        self, message: str, text: str, kind: str, before: Loaded, item: Item | None
    ) -> Seen:
        inbound = Inbound(
            learner=self.learner, course=self.course.id, message=MessageId(message), text=text,
            at=self.now, channel="walk",
        )  # fmt: skip
        self.model.begin(item)
        reply = await self.tutor.turn(inbound)
        after = await self.tutor.load(self.learner, self.course.id)
        again, grown = None, 0
        if self._dice.random() < TWICE:
            again = await self.tutor.turn(inbound)
            grown = (await self.tutor.load(self.learner, self.course.id)).length - after.length
        whole = await self.log.whole(self.learner, self.course.id)
        return Seen(
            before=before, after=after, item=item, left=self._open(after), text=text, kind=kind,
            reply=reply, events=tuple(whole[before.length : after.length]),
            prompts=tuple(self.model.seen), drafts=tuple(self.model.said),
            persona=self.course.persona(self.way.persona), course=self.course,
            again=again, grown=grown,
        )  # fmt: skip

    def _open(self, loaded: Loaded) -> Item | None:
        opened = loaded.state.open
        return None if opened is None else self.course.item(opened.item, opened.seed)
