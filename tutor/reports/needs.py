"""Which learners need their teacher now, and why. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tutor.curriculum.course import Course
from tutor.errors import BadCourse, NotFound
from tutor.ids import LearnerId
from tutor.learner_state.belief import REST, STUCK_AFTER, Belief, mastered
from tutor.learner_state.state import LearnerState
from tutor.reports.marks import Marks, Response

WHEEL_SPINNING = 20  # responses on a skill that was never mastered
BOTTOM_OUTS = 3  # in a week
GUESSES = 6  # wrong choices within seconds, in a week
ABSENT = timedelta(days=7)
RECENT = timedelta(days=14)
SEEN_OFTEN = 2  # times that a misconception showed


class Need(StrEnum):
    """Why a learner may need their teacher."""

    CONCERN = "concern"
    STUCK = "stuck"
    WHEEL_SPINNING = "wheel_spinning"
    BOTTOM_OUTS = "bottom_outs"
    ABSENT = "absent"
    APPEAL = "appeal"
    UNCLEAR = "unclear"
    MISCONCEPTION = "misconception"
    GUESSING = "guessing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """What is known of one learner in the course; `concerns` counts unacknowledged alerts."""

    id: LearnerId
    name: str
    state: LearnerState
    marks: Marks
    concerns: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason to help. `key` stays the same until the reason changes, so that a dismissed one
    comes back only with something new."""

    need: Need
    text: str
    key: str

    @property
    def urgent(self) -> bool:
        """Whether it comes before the others and cannot be dismissed."""
        return self.need is Need.CONCERN


def reasons(course: Course, pupil: Pupil, now: datetime) -> tuple[Reason, ...]:
    """Why a learner may need help now, gravest first."""
    return tuple(_reasons(course, pupil, now))


def _reasons(course: Course, pupil: Pupil, now: datetime) -> Iterator[Reason]:
    if pupil.concerns:
        yield _reason(Need.CONCERN, "Wrote something that an adult must see.", pupil.concerns)
    marks = pupil.marks
    if marks.appeals:
        text = f"Thinks that {_count(len(marks.appeals), 'answer')} of theirs was right after all."
        yield _reason(Need.APPEAL, text, *sorted(marks.appeals))
    if marks.unclear:
        text = f"{_count(len(marks.unclear), 'response')} could not be judged and wait for you."
        yield _reason(Need.UNCLEAR, text[0].upper() + text[1:], *sorted(marks.unclear))
    yield from _held_up(course, pupil.state, now)
    week = [at for at in marks.bottom_outs if now - at <= timedelta(days=7)]
    if len(week) >= BOTTOM_OUTS:
        text = f"Took the last hint {len(week)} times this week."
        yield _reason(Need.BOTTOM_OUTS, text, len(week) // BOTTOM_OUTS, week[-1].strftime("%G-%V"))
    yield from _misconceived(course, pupil.state, now)
    yield from _guessing(course, marks, now)
    last = marks.last_message
    if last is None:
        yield _reason(Need.ABSENT, "Has not begun yet.")
    elif now - last > ABSENT:
        text = f"Has not been here for {(now - last).days} days."
        yield _reason(Need.ABSENT, text, last.date().isoformat())


def _held_up(course: Course, state: LearnerState, now: datetime) -> Iterator[Reason]:
    for skill, belief in state.skills.items():
        if skill not in course.skills or mastered(belief) or not _lately(belief, now):
            continue
        title = course.skills[skill].title
        fruitless, responses = belief.tries_without_progress, belief.unaided + belief.aided
        if fruitless >= STUCK_AFTER:
            text = f"Stuck on “{title}”: {fruitless} items without getting there."
            yield _reason(Need.STUCK, text, skill, fruitless // STUCK_AFTER)
        elif responses >= WHEEL_SPINNING and belief.known < REST:
            text = f"Going round in circles on “{title}”: {responses} responses, not mastered yet."
            yield _reason(Need.WHEEL_SPINNING, text, skill, responses // WHEEL_SPINNING)


def _misconceived(course: Course, state: LearnerState, now: datetime) -> Iterator[Reason]:
    for which, seen in state.misconceptions.items():
        known = course.misconceptions.get(which)
        if known is None or seen.count < SEEN_OFTEN or now - seen.last_at > RECENT:
            continue
        text = f"Showed the same wrong idea {seen.count} times: {known.name}."
        yield _reason(Need.MISCONCEPTION, text, which, seen.count)


def _guessing(course: Course, marks: Marks, now: datetime) -> Iterator[Reason]:
    """Options picked within seconds, wrongly, again and again."""
    quick = [
        one for one in marks.responses
        if one.hasty and now - one.at <= timedelta(days=7) and _has_options(course, one)
    ]  # fmt: skip
    if len(quick) >= GUESSES:
        text = (
            f"Guesses through options: {len(quick)} wrong choices this week, each within seconds."
        )
        yield _reason(Need.GUESSING, text, len(quick) // GUESSES, quick[-1].at.strftime("%G-%V"))


def _has_options(course: Course, response: Response) -> bool:
    try:
        return bool(course.item(response.item, response.seed).type.shown().options)
    except (NotFound, BadCourse):  # its author has taken it away
        return False


def _lately(belief: Belief, now: datetime) -> bool:
    """Whether something happened with the skill lately; what was only ever skipped has no date."""
    return belief.last_at is None or now - belief.last_at <= RECENT


def _reason(need: Need, text: str, *parts: object) -> Reason:
    return Reason(need=need, text=text, key=":".join((need, *map(str, parts))))


def _count(number: int, thing: str) -> str:
    return f"one {thing}" if number == 1 else f"{number} {thing}s"
