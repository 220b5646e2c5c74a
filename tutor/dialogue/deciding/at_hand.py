"""What a turn may speak of: the open item, or nothing while the tutor declines whatever is said. Pure."""

from tutor.curriculum.course import Course
from tutor.curriculum.persona import Contract
from tutor.dialogue.turns.made import open_item
from tutor.items.item import Item
from tutor.learner_state.state import LearnerState


def rests(contract: Contract, state: LearnerState) -> bool:
    """Whether the tutor declines whatever is said: in an exam, or paused by a teacher."""
    return contract is Contract.EXAM or state.paused


def spoken_of(course: Course, contract: Contract, state: LearnerState) -> Item | None:
    """The open item; none while the tutor rests, so that a message then is no response to it: a verdict that nobody
    is told would close it behind the learner's back."""
    return None if rests(contract, state) else open_item(course, state.open)
