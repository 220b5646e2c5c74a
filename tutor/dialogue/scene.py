"""The scene of a turn: everything that deciding and wording may look at. Pure."""

from dataclasses import dataclass
from datetime import datetime

from tutor.curriculum.course import Course
from tutor.curriculum.persona import Contract, Persona
from tutor.dialogue.personas.strictness import Demands, demands
from tutor.dialogue.reading.heard import Reading
from tutor.dialogue.session import Session
from tutor.items.item import Item
from tutor.items.reveal import reveals
from tutor.learner_state.events import Event
from tutor.learner_state.state import LearnerState
from tutor.learner_state.tracer import CourseModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that a decision may look at.

    `item` is the open item; `answered` the one that this message's response closed or was given
    to (the same as `item` while it stays open). `seed` varies choices between turns. `past` are
    the last events of the log, for what was said last.
    """

    course: Course
    state: LearnerState
    session: Session
    reading: Reading
    persona: Persona
    model: CourseModel
    now: datetime
    seed: int
    item: Item | None = None
    answered: Item | None = None
    new_session: bool = False
    past: tuple[Event, ...] = ()

    @property
    def contract(self) -> Contract:
        """How much help may be given."""
        return self.persona.contract

    @property
    def demands(self) -> Demands:
        """What the persona's strictness asks of the learner."""
        return demands(self.persona.strictness)


def in_sight(scene: Scene) -> str:
    """What the learner reads beside the open question: the course's name, its heading, their own message."""
    course, item = scene.course, scene.item
    return " ".join((course.title, heading(course, item) if item else "", scene.reading.text))


def heading(course: Course, item: Item) -> str:
    """What stands over an item: its skill's title, or the course's where that would be the answer."""
    skill = course.skills.get(item.skills[0])
    if skill is None:
        return course.title
    tells = reveals(skill.title, item) and not reveals(course.title, item)
    return course.title if tells else skill.title
