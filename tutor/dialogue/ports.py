"""What a turn needs of the world: somebody who screens, raises the alarm, knows faces, has a voice."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.dialogue.intents.likely import Vector
from tutor.dialogue.moves import Move
from tutor.dialogue.plain import Words
from tutor.dialogue.read import Intent
from tutor.dialogue.scene import Scene
from tutor.ids import LearnerId
from tutor.items.grade import Grade
from tutor.items.item import Item
from tutor.retrieval.passage import Hit
from tutor.safety.concern import Concern

Emit = Callable[[str], Awaitable[None]]


class Screen(Protocol):
    """Looks for concerns in a learner's message."""

    def __call__(self, text: str, language: str) -> Concern | None: ...


class SecondLook(Protocol):
    """Looks again, by its meaning, at a message in which the screen saw nothing, or guessed."""

    def wanted(self, text: str) -> str | None:
        """The model whose vector may make a concern of it, or take one back; None where it cannot."""
        ...

    def found(self, text: str, vector: Vector) -> Concern | None:
        """The concern that it means, if any; `vector` by that model, as of `Sense`, of its beginning."""
        ...


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


class Sense(Protocol):
    """Tells what a message means, where a sentence model is loaded."""

    async def vector(self, text: str, language: str, model: str) -> Vector | None:
        """The vector of length 1 that `model` gives a text; None where it is not loaded or does not
        know the language."""
        ...


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
