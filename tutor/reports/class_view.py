"""A class as its teacher sees it: learners by skills in bands, and who needs help now. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import assert_never

from tutor.curriculum.course import Course
from tutor.curriculum.taught import visible
from tutor.ids import LearnerId, SkillId
from tutor.learner_state.belief import is_due, known_now
from tutor.learner_state.state import LearnerState
from tutor.reports.needs import Need, Pupil, Reason, reasons

PROFICIENT = 0.95  # P(known) from which a skill is called proficient
NEAR = 0.70
MANY_AWAY = 4  # learners who were not here, from which on they are listed apart


class Band(StrEnum):
    """The convention of mastery reports: proficient from 95 %, near from 70 %, else remediation."""

    PROFICIENT = "proficient"
    NEAR = "near"
    REMEDIATION = "remediation"
    NONE = "none"  # nothing seen yet


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

    @property
    def only_away(self) -> bool:
        """Whether it is only that they have not been here."""
        return all(one.need is Need.ABSENT for one in self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """The class in one course."""

    skills: tuple[tuple[SkillId, str], ...]
    rows: tuple[Row, ...]
    needing: tuple[Needing, ...]
    later: Mapping[SkillId, date] = field(default_factory=dict)  # hidden from learners until then

    @property
    def away(self) -> tuple[Needing, ...]:
        """Those who only have not been here, where there are many: at the beginning of a term a whole
        class would stand before the one who is stuck."""
        found = tuple(one for one in self.needing if one.only_away)
        return found if len(found) >= MANY_AWAY else ()


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
        if facts.visible_from is not None and not visible(facts, course, now)
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
