"""A teacher's verdict on a response: of one learner, or of everyone who answers in the same words."""

from collections.abc import AsyncIterator

from starlette.datastructures import FormData

from tutor.channels.web import gate, teaching
from tutor.channels.web.site import Site
from tutor.curriculum.course import Course
from tutor.errors import NotFound
from tutor.ids import LearnerId, PersonId
from tutor.items.grade import Verdict
from tutor.learner_state.precedents import Precedent, same_words
from tutor.people.person import SchoolClass
from tutor.reports.marks import Response


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
            await noted(site, led, course, other, by)


async def noted(
    site: Site, led: SchoolClass, course: Course, learner: LearnerId, by: PersonId
) -> None:
    """Keep in the audit trail that a teacher put a verdict right."""
    await site.parts.people.note(
        actor=by, act="learner_regrade", subject=learner, at=site.parts.clock(),
        detail={"class": led.id, "course": course.id},
    )  # fmt: skip


async def _waiting(
    site: Site, led: SchoolClass, course: Course, answer: Response
) -> AsyncIterator[tuple[LearnerId, str]]:
    """The responses of the class in the same words that wait for a teacher."""
    words = same_words(answer.text)
    for learner in led.learners:
        marks = (await site.histories.of(learner, course.id)).marks
        for one in {**marks.unclear, **marks.appealed}.values():
            same = one.item == answer.item and one.seed == answer.seed
            if same and one.id != answer.id and same_words(one.text) == words:
                yield learner, one.id


async def _answer(site: Site, learner: LearnerId, course: Course, attempt: str) -> Response:
    """A response that is on the learner's page. Raises NotFound."""
    marks = (await site.histories.of(learner, course.id)).marks
    read = (one for one in marks.responses if one.verdict is not Verdict.UNREADABLE)
    for one in (*read, *marks.appealed.values(), *marks.unclear.values()):
        if one.id == attempt:
            return one
    raise NotFound("There is no such response.", do="Go back to the learner's page.")
