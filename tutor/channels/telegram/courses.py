"""The courses and topics that a learner's chat may choose from, and what the chat remembers."""

from datetime import datetime
from typing import Any

from tutor.channels.parts import Parts
from tutor.channels.telegram.incoming import Incoming
from tutor.channels.telegram.learner_words import say
from tutor.channels.telegram.message import Key, Note, escaped, notes
from tutor.channels.telegram.replies import mark
from tutor.channels.tongue import tongue_of_learner
from tutor.curriculum.course import Course
from tutor.ids import LearnerId, MessageId
from tutor.learner_state.shape import LearnerState
from tutor.people.person import Person
from tutor.reports.progress import progress

COURSE = "telegram_course"  # preference: the course chosen here
ANSWERED = "telegram_answered"  # preference: the keys of the last messages whose reply was sent
TOPICS = 8  # offered at once


async def courses_of(parts: Parts, learner: Person) -> list[Course]:
    """A learner's courses that are loaded."""
    known = {course.id: course for course in parts.book.all()}
    ids = await parts.people.courses_of(LearnerId(learner.id))
    return [known[id] for id in ids if id in known]


async def spoken_with(parts: Parts, learner: Person) -> str:
    """The language of the course that was chosen here, else that of the learner's courses."""
    chosen = await parts.people.preferences(learner.id)
    course = chosen_of(await courses_of(parts, learner), chosen)
    return course.language if course else await tongue_of_learner(parts, learner)


def course_notes(courses: list[Course], language: str) -> tuple[Note, ...]:
    """Which course is it to be?"""
    return notes(say("which_course", language), [_course_key(course) for course in courses])


def topic_notes(
    course: Course, state: LearnerState, now: datetime, courses: list[Course]
) -> tuple[Note, ...]:
    """The skills that fit the learner now, and the other courses."""
    shown = progress(course, state, now)
    first = [*shown.goals, *shown.due]
    views = [*first, *(v for stage in shown.stages for v in stage if v.next)]
    skills = list(dict.fromkeys((view.id, view.title) for view in views))[:TOPICS]
    keys = [Key(label=title, data=f"t|{mark(course.id)}|{mark(id)}") for id, title in skills]
    keys += [_course_key(other, "→ ") for other in courses if other.id != course.id]
    return notes(
        say("topics" if skills else "no_topics", course.language, course=escaped(course.title)),
        keys,
    )


def message_key(chat: int, key: str) -> MessageId:
    """How a message of a chat is named in the log."""
    return MessageId(f"tg-{chat}-{key}")


def answered(chosen: dict[str, Any]) -> list[str]:
    keys = chosen.get(ANSWERED)
    return [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []


def chosen_of(courses: list[Course], chosen: dict[str, Any]) -> Course | None:
    if len(courses) == 1:
        return courses[0]
    return next((course for course in courses if course.id == chosen.get(COURSE)), None)


def _course_key(course: Course, before: str = "") -> Key:
    return Key(label=f"{before}{course.title}", data=f"c|{mark(course.id)}")


def label(came: Incoming) -> str:
    return next((label for label, data in came.labels if data == came.text), "")


def first_name(person: Person) -> str:
    return person.name.split()[0] if person.name.split() else ""
