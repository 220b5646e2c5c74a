"""Items as a turn makes them from a course: the open one, and the example that fits a move. Pure."""

from tutor.curriculum.course import Course
from tutor.dialogue.moves import Move, WorkedExample
from tutor.dialogue.scene import Scene
from tutor.errors import BadCourse, NotFound
from tutor.ids import ItemId
from tutor.items.item import Item
from tutor.learner_state.events import Replied
from tutor.learner_state.state import OpenItem

LOOKED_AT = 60  # characters by which an example is known again in what was said


def open_item(course: Course, opened: OpenItem | None) -> Item | None:
    """The open item, or None when nothing is open or its author has taken it away."""
    return None if opened is None else made(course, opened.item, opened.seed)


def made(course: Course, item: ItemId, seed: int) -> Item | None:
    """An item of a course, or None when its author has taken it away."""
    try:
        return course.item(item, seed)
    except (NotFound, BadCourse):
        return None


def example(move: Move, scene: Scene) -> Item | None:
    """The item whose worked example fits the move and gives nothing away."""
    if not isinstance(move, WorkedExample):
        return None
    coming = move.then.choice if move.then else None
    near = [] if coming is None else [made(scene.course, coming.item, coming.seed)]
    near += [scene.item] if scene.item is not None and not near else []
    others = (made(scene.course, source, 0) for source in scene.course.by_skill.get(move.skill, ()))
    shown = {item.worked_example: item for item in (*near, *others) if item and item.worked_example}
    if not shown:
        return None
    # One that the learner was shown lately comes last.
    told = " ".join(
        str(event.outbound.get("text", "")) for event in scene.past if isinstance(event, Replied)
    )
    return min(shown.items(), key=lambda one: one[0].strip()[:LOOKED_AT] in told)[1]
