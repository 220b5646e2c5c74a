"""The language that a learner is spoken to in beside a course."""

from tutor.channels.parts import Parts
from tutor.channels.said import tongue
from tutor.ids import LearnerId
from tutor.people.person import Person


async def tongue_of_learner(parts: Parts, learner: Person) -> str:
    """That of the learner's courses if they have one in common, else the learner's own."""
    mine = set(await parts.people.courses_of(LearnerId(learner.id)))
    spoken = {tongue(course.language) for course in parts.book.all() if course.id in mine}
    return spoken.pop() if len(spoken) == 1 else tongue(learner.language)
