"""A class as its teacher sees it: learners by skills in bands, and who needs help now and why. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import assert_never

from tutor.curriculum.course import Course
from tutor.curriculum.taught import visible
from tutor.errors import BadCourse, NotFound
from tutor.ids import LearnerId, SkillId
from tutor.learner_state.belief import REST, STUCK_AFTER, Belief, is_due, known_now, mastered
from tutor.learner_state.state import LearnerState
from tutor.reports.marks import Marks, Response

PROFICIENT = 0.95  # P(known) from which a skill is called proficient
NEAR = 0.70
WHEEL_SPINNING = 20  # responses on a skill that was never mastered
BOTTOM_OUTS = 3  # in a week
GUESSES = 6  # wrong choices within seconds, in a week
ABSENT = timedelta(days=7)
RECENT = timedelta(days=14)
SEEN_OFTEN = 2  # times that a misconception showed


class Band(StrEnum):
    """The convention of mastery reports: proficient from 95 %, near from 70 %, else remediation."""

    PROFICIENT = "proficient"
    NEAR = "near"
    REMEDIATION = "remediation"
    NONE = "none"  # nothing seen yet


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
class Cell:
    """One learner's skill: P(known) after their last response in 0–1 with its band, the number of
    responses behind it, and whether it should be asked again by now.

    The figure is not lowered by forgetting: a teacher would see everybody sink every weekend.
    """

    skill: SkillId
    band: Band
    known: float
    responses: int
    due: bool = False
    overridden: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A learner's line in the table."""

    learner: LearnerId
    name: str
    cells: tuple[Cell, ...]
    last_at: datetime | None
    paused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Needing:
    """A learner who needs help, with the reasons, gravest first."""

    learner: LearnerId
    name: str
    reasons: tuple[Reason, ...]

    @property
    def urgent(self) -> bool:
        """Whether one of the reasons is."""
        return any(one.urgent for one in self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """The class in one course."""

    skills: tuple[tuple[SkillId, str], ...]
    rows: tuple[Row, ...]
    needing: tuple[Needing, ...]
    later: Mapping[SkillId, date] = field(default_factory=dict)  # hidden from learners until then


def class_view(
    course: Course,
    pupils: Sequence[Pupil],
    now: datetime,
    dismissed: frozenset[tuple[LearnerId, str]] = frozenset(),
) -> ClassView:
    """The table and the list of needs; reasons in `dismissed` (learner, key) are left out."""
    rows = tuple(
        Row(
            learner=pupil.id,
            name=pupil.name,
            cells=tuple(cell(pupil.state, skill, now) for skill in course.skills),
            last_at=pupil.marks.last_message,
            paused=pupil.state.paused,
        )
        for pupil in sorted(pupils, key=lambda one: one.name.casefold())
    )
    needing = []
    for pupil in pupils:
        every = reasons(course, pupil, now)
        found = [one for one in every if one.urgent or (pupil.id, one.key) not in dismissed]
        if found:
            needing.append(Needing(learner=pupil.id, name=pupil.name, reasons=tuple(found)))
    needing.sort(key=lambda one: (not one.urgent, -len(one.reasons), one.name.casefold()))
    return ClassView(
        skills=tuple((skill, facts.title) for skill, facts in course.skills.items()),
        rows=rows,
        needing=tuple(needing),
        later=later_days(course, now),
    )


def later_days(course: Course, now: datetime) -> dict[SkillId, date]:
    """The days from which skills that are still to come are shown to learners."""
    return {
        skill: facts.visible_from
        for skill, facts in course.skills.items()
        if facts.visible_from is not None and not visible(facts, now)
    }


def cell(state: LearnerState, skill: SkillId, now: datetime) -> Cell:
    """One learner's skill in the table."""
    belief = state.belief(skill)
    known = belief.known if belief.override is None else known_now(belief, now)
    responses = belief.unaided + belief.aided
    return Cell(
        skill=skill,
        band=band_of(known) if responses or belief.override is not None else Band.NONE,
        known=known,
        responses=responses,
        due=is_due(belief, now),
        overridden=belief.override is not None,
    )


def band_of(known: float) -> Band:
    """The band of a P(known)."""
    if known >= PROFICIENT:
        return Band.PROFICIENT
    return Band.NEAR if known >= NEAR else Band.REMEDIATION


def band_word(band: Band) -> str:
    """A band in a word."""
    match band:
        case Band.PROFICIENT:
            return "Proficient"
        case Band.NEAR:
            return "Near"
        case Band.REMEDIATION:
            return "Needs work"
        case Band.NONE:
            return "Not started"
        case _:
            assert_never(band)


def band_sign(band: Band) -> str:
    """A band as a sign, beside its word and colour."""
    match band:
        case Band.PROFICIENT:
            return "●"
        case Band.NEAR:
            return "◐"
        case Band.REMEDIATION:
            return "○"
        case Band.NONE:
            return "·"
        case _:
            assert_never(band)


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
    return belief.last_at is not None and now - belief.last_at <= RECENT


def _reason(need: Need, text: str, *parts: object) -> Reason:
    return Reason(need=need, text=text, key=":".join((need, *map(str, parts))))


def _count(number: int, thing: str) -> str:
    return f"one {thing}" if number == 1 else f"{number} {thing}s"
