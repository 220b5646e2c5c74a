"""A tutor over an in-memory log, for tests that talk with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from tutor.curriculum.book import Book
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.ports import Screen, Voice
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.kept import Loaded
from tutor.dialogue.turns.shelf import MemoryModels, Shelf
from tutor.ids import CourseId, LearnerId, MessageId, PersonaId
from tutor.items.item import Item
from tutor.learner_state.events import Event
from tutor.learner_state.log import LearnerLog
from tutor.learner_state.memory_log import MemoryLog
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.safety.concern import Concern, Kind

COURSES = Path(__file__).parent / "data" / "courses"
TINY = CourseId("tiny")
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def screen(text: str, language: str) -> Concern | None:
    """A screen that knows three sentences."""
    if "hurt myself" in text:
        return Concern(kind=Kind.SELF_HARM, tier=1)
    if "nobody may know" in text:
        return Concern(kind=Kind.ABUSE, tier=2)
    if "ignore your instructions" in text:
        return Concern(kind=Kind.INJECTION, tier=0)
    return None


@dataclass
class Adult:
    """Somebody who is told, or cannot be reached."""

    reachable: bool = True
    told: list[str] = field(default_factory=list)

    async def raise_alert(
        self, learner: LearnerId, concern: Concern, alert: str, at: datetime
    ) -> bool:
        self.told.append(alert)
        return self.reachable

    def crisis_reply(self, concern: Concern, language: str, *, delivered: bool) -> str:
        return "You matter. " + ("I have told an adult." if delivered else "Please tell an adult.")


@dataclass
class Faces:
    """Everybody is called Ada; the persona may be set."""

    persona_id: str = ""

    async def first_name(self, learner: LearnerId) -> str:
        return "Ada"

    async def persona(self, learner: LearnerId, course: Course) -> Persona:
        return course.persona(PersonaId(self.persona_id) if self.persona_id else None)


class Talk:
    """One learner's conversation with a clock that the test moves."""

    def __init__(
        self,
        *,
        course: CourseId = TINY,
        courses: Path = COURSES,
        log: LearnerLog | None = None,
        persona: str = "",
        voice: Voice | None = None,
        learner: str = "ada",
        library: Library | None = None,
        zone: tzinfo = UTC,
        screened: Screen = screen,
    ) -> None:
        self.book = Book([courses], zone=zone)
        problems = self.book.refresh().problems
        assert not problems, problems
        self.course = self.book.get(course)
        memory = MemoryLog()
        self.log = log or memory
        self.library = library or Library(InMemoryPassageStore())
        self.adult = Adult()
        self.faces = Faces(persona)
        self.tutor = Tutor(
            log=self.log,
            courses=self.book,
            shelf=Shelf(MemoryModels(), memory),
            retriever=self.library,
            faces=self.faces,
            screen=screened,
            alarm=self.adult,
            voice=voice,
        )
        self.learner = LearnerId(learner)
        self.now = START
        self.count = 0
        self.indexed = False

    async def say(self, text: str, *, seconds: float = 20, message: str = "") -> Outbound:
        """Send a message some seconds later."""
        if not self.indexed:
            await self.library.add_course(self.course)
            self.indexed = True
        self.now += timedelta(seconds=seconds)
        self.count += 1
        return await self.tutor.turn(self.inbound(text, message))

    def inbound(self, text: str, message: str = "") -> Inbound:
        return Inbound(
            learner=self.learner,
            course=self.course.id,
            message=MessageId(message or f"m{self.count}"),
            text=text,
            at=self.now,
            channel="test",
        )

    async def moves(self, *texts: str) -> list[str]:
        """The moves that answer these messages."""
        return [(await self.say(text)).move for text in texts]

    async def loaded(self) -> Loaded:
        return await self.tutor.load(self.learner, self.course.id)

    async def item(self) -> Item:
        """The open item."""
        opened = (await self.loaded()).state.open
        assert opened is not None, "nothing is open"
        return self.course.item(opened.item, opened.seed)

    async def open_on(self, item: str) -> Item:
        """Skip until the named item is open (practice on its skill)."""
        skill = next(s for s, items in self.course.by_skill.items() if item in items)
        await self.say(f"/practise {skill}")
        for _ in range(60):
            opened = (await self.loaded()).state.open
            if opened is not None and opened.item == item:
                return await self.item()
            await self.say("/skip" if opened else "/next")
        raise AssertionError(f"{item} never came up")

    async def right(self) -> Outbound:
        return await self.say((await self.item()).type.answer_text())

    async def wrong(self) -> Outbound:
        item = await self.item()
        samples = item.type.samples()
        foreseen = {w.text for w in item.wrong}
        text = next(
            t for t in (*samples.wrong, *samples.near) if t not in foreseen
            and item.grade(t).verdict == "incorrect" and not item.grade(t).misconception
        )  # fmt: skip
        return await self.say(text)

    async def events(self) -> Sequence[Event]:
        return await self.log.whole(self.learner, self.course.id)

    def later(self, **spans: float) -> None:
        """Let time pass."""
        self.now += timedelta(**spans)

    def use(self, persona: str) -> None:
        self.faces = replace(self.faces, persona_id=persona)
        self.tutor._faces = self.faces
