"""Placement in the dialogue: offered to a new learner, asked for at any time, without help, and
told in words. Pure.

While it runs, the open item has the purpose `placement`, which is all that must be remembered: a
reload, a restart or a day between finds it where it was. “I don't know” is an answer here, since it
says what a wrong one says, and costs no guess.
"""

from dataclasses import replace

from tutor.curriculum.taught import taught
from tutor.dialogue.deciding.following import chosen
from tutor.dialogue.moves import Ask, Clarify, Feedback, Move, Open, Place, Redirect
from tutor.dialogue.read import Intent, Reading
from tutor.dialogue.scene import Scene
from tutor.items.grade import Grade, Verdict
from tutor.learner_state.events import Purpose
from tutor.learner_state.graph import passed_over
from tutor.learner_state.placement import MOST_ITEMS
from tutor.learner_state.shape import OpenItem

GIVES_UP = frozenset({Intent.DONT_KNOW, Intent.SKIP, Intent.STUCK})
ENDS = frozenset({Intent.STOP})
HELP = frozenset(
    {
        Intent.HINT, Intent.EXPLAIN, Intent.EXAMPLE, Intent.QUESTION, Intent.ANSWER_REQUEST,
        Intent.TOPIC, Intent.OTHER_WAY, Intent.CLAIM, Intent.TOO_EASY, Intent.TOO_HARD,
    }
)  # fmt: skip
AGAIN = frozenset({Intent.PLACE, Intent.AGREE, Intent.PRACTICE, Intent.REPLY})


def placing(scene: Scene) -> bool:
    """Whether placement is under way: its item is open, or was closed by this very message."""
    return scene.session.placing > 0


def as_answer(reading: Reading, opened: OpenItem | None) -> Reading:
    """“I don't know” and “skip” as responses to an item of placement; else the reading itself."""
    if opened is None or opened.purpose is not Purpose.PLACEMENT or reading.intent not in GIVES_UP:
        return reading
    grade = Grade(verdict=Verdict.INCORRECT)
    return replace(reading, intent=Intent.RESPONSE, grade=grade, doubt=())


def place(scene: Scene) -> Move:
    """The next question of placement, or what was found when enough is known."""
    asked = _asked(scene)
    return asked if asked is not None else found(scene)


def placed(scene: Scene) -> Move | None:
    """What answers a message during placement; None where it is answered as at any time."""
    reading = scene.reading
    if reading.intent is Intent.RESPONSE and scene.answered is not None and reading.grade:
        if reading.grade.verdict is Verdict.UNREADABLE:
            return Clarify(grade=reading.grade)
        asked = _asked(scene)
        if asked is None:
            return found(scene)
        return Feedback(grade=reading.grade, then=asked, recorded_only=True)
    if reading.intent in ENDS:
        return found(scene)
    if scene.item is None:
        return place(scene)
    if reading.intent is Intent.START or (reading.intent is Intent.SOCIAL and scene.new_session):
        return Open(due=(), next=Ask(again=True), first_time=False, resumed=True)
    if reading.intent in HELP:
        return Redirect(kind="placement", back_to_item=True)
    return Ask(again=True, lead="again") if reading.intent in AGAIN else None


def found(scene: Scene) -> Place:
    """The end of placement: what seems known, and where the course begins."""
    course = taught(scene.course, scene.now)
    known = tuple(s for s in course.skills if s in passed_over(course, scene.state))
    first = chosen(scene)
    return Place(known=known, start=first.skill if first else None, asked=scene.state.placement)


def _asked(scene: Scene) -> Ask | None:
    if scene.session.placing >= MOST_ITEMS:
        return None
    choice = chosen(scene, purpose=Purpose.PLACEMENT)
    return None if choice is None else Ask(choice=choice, lead="placement")
