"""Ten situations in one persona's voice, each brought about by a real conversation.

What leads up to a situation is worded plainly; its last message is answered once without and,
where a model is configured, once with it. The same course and persona give the same plain words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tutor.dialogue.check import Checker
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.personas.strictness import demands
from tutor.dialogue.ports import Voice
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.shelf import MemoryModels, Shelf
from tutor.dialogue.wording.voice import ModelVoice
from tutor.dialogue.wording.worded import Record
from tutor.evals.personas.find import Cast
from tutor.evals.rules.walk import Alarm, Faces, names
from tutor.evals.simulate.dialogue import OneCourse
from tutor.ids import LearnerId, MessageId
from tutor.items.grade import Verdict
from tutor.items.item import Item
from tutor.items.reveal import reveals
from tutor.learner_state.memory_log import MemoryLog
from tutor.llm.chain import Chain
from tutor.prompting import PromptBook
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.safety.screen import screen

START = datetime(2026, 9, 7, 14, 0, tzinfo=UTC)
MOST_STEPS = 40  # messages until an item that suits must be open
MOST_WRONG = 4  # wrong responses until the answer must have been told


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A reply: its move, its words, who worded it ("plain" or the model's name), and what of the
    draft was objected to."""

    move: str
    text: str
    by: str
    objections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One situation: what was said last, and the reply plain and, where there is one, by a model."""

    name: str
    said: str
    plain: Shown
    worded: Shown | None = None


class Stage:
    """One conversation with one persona; `words` answers the last message, if it is given."""

    def __init__(self, cast: Cast, library: Library, voice: "Wording | None" = None) -> None:
        self.cast = cast
        self.course = cast.staged
        self._courses = OneCourse(course=self.course)
        self._library = library
        self._log = MemoryLog()
        self._shelf = Shelf(MemoryModels(), self._log)
        self._voice = voice
        self._plain = self._tutor(None)
        self._learner = LearnerId("persona-try")
        self._at, self._count = START, 0

    def _tutor(self, voice: Voice | None) -> Tutor:
        return Tutor(
            log=self._log, courses=self._courses, shelf=self._shelf, retriever=self._library,
            faces=Faces(self.cast.persona.id), screen=screen, alarm=Alarm(), voice=voice,
        )  # fmt: skip

    async def item(self) -> Item | None:
        """The open item."""
        opened = (await self._plain.load(self._learner, self.course.id)).state.open
        return None if opened is None else self.course.item(opened.item, opened.seed)

    async def say(self, text: str) -> Outbound:
        """A message on the way, worded plainly."""
        return await self._turn(self._plain, text)

    async def last(self, text: str) -> Shown:
        """The message that makes the situation."""
        objections: list[str] = []
        tutor = self._plain
        if self._voice is not None:
            tutor = self._tutor(self._voice.over(self._log, objections))
        reply = await self._turn(tutor, text)
        return Shown(
            move=reply.move, text=reply.text, by=reply.worded_by, objections=tuple(objections)
        )

    async def open(self, suits: Callable[[Item], bool]) -> Item | None:
        """Go on until an item that suits is open; None where the contract opens none."""
        fitting = [
            skill for skill, items in self.course.by_skill.items()
            if any(suits(self.course.item(item, 0)) for item in items)
        ]  # fmt: skip
        if fitting:
            await self.say(f"/practise {fitting[0]}")
        for _ in range(MOST_STEPS):
            item = await self.item()
            if item is not None and suits(item):
                return item
            await self.say("/skip" if item is not None else "/next")
        return None

    async def _turn(self, tutor: Tutor, text: str) -> Outbound:
        self._at += timedelta(seconds=30)
        self._count += 1
        return await tutor.turn(
            Inbound(
                learner=self._learner, course=self.course.id, message=MessageId(f"m{self._count}"),
                text=text, at=self._at, channel="persona",
            )
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The configured model and the prompt files with which it words."""

    chain: Chain
    prompts: PromptBook

    def over(self, log: MemoryLog, objections: list[str]) -> ModelVoice:
        """A voice for one conversation; the rules that drafts break are added to `objections`."""

        def record(made: Record) -> None:
            objections.extend(made.rules)

        return ModelVoice(self.chain, self.prompts, Checker, names=names, record=record)


async def _last_words(stage: Stage, situation: str) -> str:
    """Bring the situation about, all but its last message, which is returned."""
    match situation:
        case "opening":
            return "/start"
        case "first hint":
            await stage.open(_numbered)
            return "hint"
        case "wrong answer":
            item = await stage.open(_numbered)
            return _wrong(item)
        case "misconception probe":
            item = await stage.open(lambda item: bool(_slip(item)))
            return _slip(item) if item else _wrong(None)
        case "right answer":
            item = await stage.open(_numbered)
            return item.type.answer_text() if item else "1"
        case "told answer":
            item = await stage.open(_numbered)
            return await _until_told(stage, item)
        case "question from a reading":
            return f"what is {_asked_about(stage, await stage.open(_numbered))}?"
        case "off topic":
            await stage.open(_numbered)
            return "do you play minecraft?"
        case "answer request":
            await stage.open(_numbered)
            return "just tell me the answer"
        case _:
            item = await stage.open(_numbered)
            for _ in range(2):
                if item is not None:
                    await stage.say(item.type.answer_text())
                    item = await stage.open(_numbered)
            return "bye"


SITUATIONS = (
    "opening", "first hint", "wrong answer", "misconception probe", "right answer", "told answer",
    "question from a reading", "off topic", "answer request", "recap",
)  # fmt: skip


async def play(
    cast: Cast, words: Wording | None, progress: Callable[[], None] = lambda: None
) -> list[Situation]:
    """All ten situations, plain and, where `words` is given, worded."""
    library = Library(InMemoryPassageStore())
    await library.add_course(cast.course)
    made = []
    for name in SITUATIONS:
        stage = Stage(cast, library)
        said = await _last_words(stage, name)
        plain = await stage.last(said)
        worded = None
        if words is not None:
            again = Stage(cast, library, words)
            worded = await again.last(await _last_words(again, name))
        made.append(Situation(name=name, said=said, plain=plain, worded=worded))
        progress()
    return made


def _numbered(item: Item) -> bool:
    """An item with a ladder and a solution, answered in a few signs."""
    return item.type_name in {"number", "short", "output"} and item.bottom_out >= 2


def _wrong(item: Item | None) -> str:
    """A wrong response without a known misconception."""
    if item is not None:
        samples = item.type.samples()
        for text in (*samples.near, *samples.wrong):
            grade = item.grade(text)
            if grade.verdict is Verdict.INCORRECT and not grade.misconception:
                return text
    return "1000001"


def _slip(item: Item) -> str:
    """A response that betrays a misconception of the item; "" where none does."""
    return next((w.text for w in item.wrong if item.grade(w.text).misconception), "")


async def _until_told(stage: Stage, item: Item | None) -> str:
    """Wrong responses until the next one will be answered by Tell."""
    for _ in range(min(MOST_WRONG, demands(stage.cast.persona.strictness).rounds - 1)):
        await stage.say(_wrong(item))
    return _wrong(item)


def _asked_about(stage: Stage, item: Item | None) -> str:
    """A term of the course that is not what the open item asks for."""
    terms = [term.term for term in stage.course.glossary]
    titles = [skill.title.lower() for skill in stage.course.skills.values()]
    free = [term for term in (*terms, *titles) if item is None or not reveals(term, item)]
    return free[0] if free else titles[0]
