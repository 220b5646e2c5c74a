"""A teacher's verdict on a response: of one learner, or of everyone who answers in the same words."""

from collections.abc import AsyncIterator

from starlette.datastructures import FormData

from tutor.channels.web import gate, teaching
from tutor.channels.web.site import Site
from tutor.curriculum.course import Course
from tutor.errors import NotFound
from tutor.ids import LearnerId, PersonId
from tutor.items.grade import Verdict
from tutor.learner_state.precedents import Precedent
from tutor.people.person import SchoolClass
from tutor.reports.marks import Response, waiting_alike


async def regrade(
    site: Site, led: SchoolClass, course: Course, learner: LearnerId, form: FormData, by: PersonId
) -> None:
    """Put a verdict right; for everyone also those of the class that wait with the same words.

    One that is not for everyone (any more) takes back what was decided for these words. Raises
    NotFound or BadInput; nothing is kept then.
    """
    answer = await _answer(site, learner, course, gate.text(form, "attempt"))
    verdict, reason = teaching.decided(gate.text(form, "verdict")), gate.text(form, "reason")
    everyone = bool(gate.text(form, "everyone"))

    async def append(one: LearnerId, attempt: str) -> None:
        made = teaching.regraded(attempt, verdict, by, reason, everyone=everyone)
        await teaching.append(site.parts, one, course.id, made)

    await append(learner, answer.id)
    if not everyone:
        await site.parts.precedents.lift(course.id, answer.item, answer.seed, answer.text)
        return
    await site.parts.precedents.settle(
        Precedent(
            course=course.id, item=answer.item, seed=answer.seed, response=answer.text,
            verdict=verdict, attempt=answer.id, learner=learner, by=by, at=site.parts.clock(),
        )
    )  # fmt: skip
    async for other, attempt in _waiting(site, led, course, answer):
        await append(other, attempt)
        if other != learner:
            where = {"class": led.id, "course": course.id}
            await teaching.noted(site.parts, "regrade", by, other, **where)


async def _waiting(
    site: Site, led: SchoolClass, course: Course, answer: Response
) -> AsyncIterator[tuple[LearnerId, str]]:
    """The responses of the class in the same words that wait for a teacher."""
    for learner in led.learners:
        for attempt in waiting_alike((await site.histories.of(learner, course.id)).marks, answer):
            yield learner, attempt


async def _answer(site: Site, learner: LearnerId, course: Course, attempt: str) -> Response:
    """A response that is on the learner's page. Raises NotFound."""
    marks = (await site.histories.of(learner, course.id)).marks
    read = (one for one in marks.responses if one.verdict is not Verdict.UNREADABLE)
    for one in (*read, *marks.appealed.values(), *marks.unclear.values()):
        if one.id == attempt:
            return one
    raise NotFound("There is no such response.", do="Go back to the learner's page.")
