"""What a turn may speak of: the open item, or nothing while the tutor declines whatever is said. Pure."""

from tutor.curriculum.course import Course
from tutor.curriculum.persona import Contract, Persona
from tutor.dialogue.kept import Loaded
from tutor.dialogue.made import open_item
from tutor.items.item import Item


def rests(persona: Persona, loaded: Loaded) -> bool:
    """Whether the tutor declines whatever is said: in an exam, or paused by a teacher."""
    return persona.contract is Contract.EXAM or loaded.state.paused


def spoken_of(course: Course, persona: Persona, loaded: Loaded) -> Item | None:
    """The open item; none while the tutor rests, so that a message then is no response to it: a verdict that nobody
    is told would close it behind the learner's back."""
    return None if rests(persona, loaded) else open_item(course, loaded.state.open)
