"""What a teacher asks of a class or of one learner: skills, by a day, with a reason; and taking it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from fastapi import APIRouter, Request
from fastapi.responses import Response

from tutor.channels.web import gate, teaching
from tutor.channels.web.site import Here, Site, see
from tutor.curriculum.course import Course
from tutor.errors import BadInput, NotAllowed, NotFound
from tutor.ids import LearnerId, PersonId, SkillId
from tutor.learner_state.events import Assigned
from tutor.learner_state.state import Goal
from tutor.people.person import Person, SchoolClass
from tutor.people.rules import may_teach
from tutor.reports.needs import Pupil
from tutor.settings import zone_of

routes = APIRouter()
MOST = 20  # skills in one assignment
NO_DAY = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An assignment as the class page shows it; `who` is empty where the whole class has it.

    `mark` finds it again: its skills and its day.
    """

    skills: tuple[SkillId, ...]
    titles: tuple[str, ...]
    until: datetime | None
    reason: str
    who: tuple[str, ...]
    mark: str


@routes.post("/class/{class_id}/assign")
async def assign(site: Here, request: Request, class_id: str) -> Response:
    """Ask for skills, of the class or of one learner."""
    visitor, form = await gate.posted(request, site.parts)
    led = await gate.led_class(site.parts, visitor.person, class_id)
    course = site.parts.book.get(gate.course_of(led, gate.text(form, "course")))
    chosen = {one for one in form.getlist("skill") if isinstance(one, str)}
    skills = tuple(skill for skill in course.skills if skill in chosen)[:MOST]
    if not skills:
        raise BadInput("No skill is chosen.", do="Tick at least one skill of the course.")
    until = _until(site, gate.text(form, "until"))
    if until is not None and until < site.parts.clock():
        raise BadInput("That day is over.", do="Choose today or a day to come.")
    reason, by = " ".join(gate.text(form, "reason").split())[:200], visitor.person.id

    def made(at: datetime) -> Sequence[Assigned]:
        return (Assigned(at=at, skills=skills, by=by, until=until, reason=reason),)

    for learner in await _meant(site, visitor.person, led, course, gate.text(form, "learner")):
        await teaching.append(site.parts, learner, course.id, made)
        await site.parts.people.note(
            actor=by, act="skills_assigned", subject=learner, at=site.parts.clock(),
            detail={"class": led.id, "course": course.id, "skills": len(skills)},
        )  # fmt: skip
    return see(f"/class/{led.id}?course={course.id}#asked")


@routes.post("/class/{class_id}/assign/undo")
async def undo(site: Here, request: Request, class_id: str) -> Response:
    """Take an assignment back from all of the class who have it."""
    visitor, form = await gate.posted(request, site.parts)
    led = await gate.led_class(site.parts, visitor.person, class_id)
    course = site.parts.book.get(gate.course_of(led, gate.text(form, "course")))
    mark, found, by = gate.text(form, "mark"), 0, visitor.person.id
    for learner in await _meant(site, visitor.person, led, course, ""):
        state = (await site.histories.of(learner, course.id)).state
        for goal in [one for one in state.assignments if _mark(one) == mark]:
            await teaching.append(site.parts, learner, course.id, _back(goal, by))
            await site.parts.people.note(
                actor=by, act="assignment_taken_back", subject=learner, at=site.parts.clock(),
                detail={"class": led.id, "course": course.id, "skills": len(goal.skills)},
            )  # fmt: skip
            found += 1
    if not found:
        raise NotFound("Nobody has this assignment any more.", do="Go back to the class.")
    return see(f"/class/{led.id}?course={course.id}#asked")


def asked(site: Site, course: Course, pupils: Sequence[Pupil], now: datetime) -> list[Asked]:
    """What is asked of the class now, what comes first first."""
    found: dict[str, tuple[Goal, list[str]]] = {}
    for pupil in pupils:
        for goal in pupil.state.assignments:
            if goal.until is None or goal.until >= now:
                found.setdefault(_mark(goal), (goal, []))[1].append(pupil.name)
    made = [
        Asked(
            skills=goal.skills,
            titles=tuple(course.skills[s].title for s in goal.skills if s in course.skills),
            until=goal.until.astimezone(zone_of(site.parts.settings)) if goal.until else None,
            reason=goal.reason,
            who=() if len(names) == len(pupils) and len(pupils) > 1 else tuple(sorted(names)),
            mark=mark,
        )
        for mark, (goal, names) in found.items()
    ]
    return sorted(
        made, key=lambda one: (one.until is None, one.until.timestamp() if one.until else 0.0)
    )


def _back(goal: Goal, by: PersonId) -> Callable[[datetime], Sequence[Assigned]]:
    def made(at: datetime) -> Sequence[Assigned]:
        return (Assigned(at=at, skills=goal.skills, by=by, until=goal.until, taken_back=True),)

    return made


async def _meant(
    site: Site, person: Person, led: SchoolClass, course: Course, learner: str
) -> tuple[LearnerId, ...]:
    """One learner of the class, or all. Raises NotAllowed or NotFound."""
    classes = await site.parts.people.classes(person.id)
    wanted = tuple(one for one in led.learners if learner in ("", one))
    if not wanted:
        raise NotFound("There is no such learner in this class.", do="Choose one from the list.")
    if not all(may_teach(person, one, course.id, classes) for one in wanted):
        raise NotAllowed("You do not teach this class in this course.")
    return wanted


def _mark(goal: Goal) -> str:
    day = goal.until.astimezone(UTC).isoformat() if goal.until else NO_DAY
    return f"{day} {','.join(goal.skills)}"


def _until(site: Site, written: str) -> datetime | None:
    """The end of a day of the school's clock, in UTC; None where no day is named."""
    if not written:
        return None
    try:
        day = datetime.strptime(written[:10], "%Y-%m-%d").date()
    except ValueError as error:
        raise BadInput("This is no date.", where=written[:40], do="Choose a day.") from error
    zone = zone_of(site.parts.settings)
    local = datetime.combine(day, time(23, 59))
    return (local.astimezone() if zone is None else local.replace(tzinfo=zone)).astimezone(UTC)
