"""What a learner may see of themselves: skills in stages with words for how far, dues and reasons. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from tutor.curriculum.course import Course, Skill
from tutor.curriculum.taught import taught
from tutor.ids import SkillId
from tutor.learner_state.belief import Evidence, Mastery, due_at, mastered, mastery
from tutor.learner_state.explain import explain
from tutor.learner_state.graph import due, fringe
from tutor.learner_state.phrases import coming_day
from tutor.learner_state.phrases import words_of as days_of
from tutor.learner_state.state import LearnerState
from tutor.reports.progress_words import words_of

SHOWN_EVIDENCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A standard that a skill serves: its code and, where known, its CASE identifier."""

    code: str
    case: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """A skill as its learner sees it.

    `band` is the step reached, `word` and `sign` the same for the eye; `next` says that it can be
    begun now; `requires` are the skills it builds on; `evidence` are sentences, newest first.
    """

    id: SkillId
    title: str
    objective: str
    objectives: tuple[str, ...]
    standards: tuple[Standard, ...]
    band: Mastery
    word: str
    sign: str
    because: str
    sure: str
    next: bool
    goal: bool
    claimable: bool
    requires: tuple[SkillId, ...]
    leads_to: tuple[SkillId, ...]
    due: datetime | None
    evidence: tuple[tuple[datetime, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a teacher asked for: the skills' titles, the day in words ("" for none), the reason."""

    skills: tuple[SkillView, ...]
    day: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A learner's progress in a course. `stages` holds the skills by how much they build on."""

    stages: tuple[tuple[SkillView, ...], ...]
    secure: int
    total: int
    due: tuple[SkillView, ...]
    goals: tuple[SkillView, ...]
    asked: tuple[Wish, ...]
    titles: Mapping[SkillId, str]

    @property
    def started(self) -> int:
        """How many skills were tried at all."""
        return sum(one.band is not Mastery.NEW for stage in self.stages for one in stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The least that is always in sight: the goal, how much is secure, how much waits."""

    goal: str
    goal_kind: str  # "goal", "now" or "next"
    secure: int
    total: int
    due: int


def progress(course: Course, state: LearnerState, now: datetime) -> Progress:
    """Everything that the page of a learner's progress says; nothing of what is still to come."""
    course = taught(course, now)
    opened = set(fringe(course, state, now))
    wanted = _goals(course, state, now)
    leads = _leads(course)
    views = {
        skill: _view(course, state, skill, now, skill in opened, skill in wanted, leads)
        for skill in course.skills
    }
    waiting = tuple(views[one.skill] for one in due(course, state, now) if one.skill in views)
    return Progress(
        stages=tuple(tuple(views[s] for s in stage) for stage in stages(course)),
        secure=_secure(course, state),
        total=len(course.skills),
        due=waiting,
        goals=tuple(views[skill] for skill in wanted),
        asked=_asked(state, views, course.local(now), days_of(course.language)),
        titles={skill: facts.title for skill, facts in course.skills.items()},
    )


def glance(course: Course, state: LearnerState, now: datetime) -> Glance:
    """What stands above the chat."""
    course = taught(course, now)
    wanted = [s for s in _goals(course, state, now) if not mastered(state.belief(s))]
    opened = fringe(course, state, now)
    here = state.open.skills[0] if state.open is not None else None
    kind, skill = "next", next(iter(opened), None)
    if wanted:
        kind, skill = "goal", wanted[0]
    elif here is not None and here in course.skills:
        kind, skill = "now", here
    return Glance(
        goal=course.skills[skill].title if skill in course.skills and skill else "",
        goal_kind=kind,
        secure=_secure(course, state),
        total=len(course.skills),
        due=len(due(course, state, now)),
    )


def stages(course: Course) -> tuple[tuple[SkillId, ...], ...]:
    """The skills by stage: the first stage builds on nothing, each next one on the ones before."""
    depth: dict[SkillId, int] = {}
    for skill, facts in course.skills.items():  # in teaching order: what is required comes first
        depth[skill] = 1 + max((depth.get(one, -1) for one in facts.requires), default=-1)
    last = max(depth.values(), default=-1)
    return tuple(tuple(s for s, d in depth.items() if d == stage) for stage in range(last + 1))


def word(band: Mastery, language: str = "en") -> str:
    """A step in words for its learner."""
    return words_of(language)[band]


def sign(band: Mastery) -> str:
    """A step as a sign of growing fullness, to stand beside its word."""
    match band:
        case Mastery.NEW:
            return "○"
        case Mastery.STARTED:
            return "◔"
        case Mastery.NEARLY:
            return "◑"
        case Mastery.PROVISIONAL:
            return "◕"
        case Mastery.CONFIRMED:
            return "●"
        case Mastery.FADING:
            return "↻"
        case _:
            assert_never(band)


def _secure(course: Course, state: LearnerState) -> int:
    return sum(mastered(belief) for skill, belief in state.skills.items() if skill in course.skills)


def _goals(course: Course, state: LearnerState, now: datetime) -> tuple[SkillId, ...]:
    """What is wanted now: a teacher's assignments, then the learner's own goals."""
    current = [
        goal
        for goal in (*state.assignments, *state.goals)
        if goal.until is None or goal.until >= now
    ]
    named = [skill for goal in current for skill in goal.skills if skill in course.skills]
    return tuple(dict.fromkeys(named))


def _asked(
    state: LearnerState,
    views: Mapping[SkillId, SkillView],
    now: datetime,
    days: Mapping[str, str],
) -> tuple[Wish, ...]:
    current = [one for one in state.assignments if one.until is None or one.until >= now]
    current.sort(key=lambda one: (one.until is None, one.until.timestamp() if one.until else 0.0))
    wishes = (
        Wish(
            skills=tuple(views[skill] for skill in one.skills if skill in views),
            day=coming_day(one.until, now, days) if one.until else "",
            reason=one.reason,
        )
        for one in current
    )
    return tuple(wish for wish in wishes if wish.skills)


def standards_of(facts: Skill) -> tuple[Standard, ...]:
    """A skill's standards with their CASE identifiers."""
    return tuple(Standard(code=code, case=facts.case.get(code, "")) for code in facts.standards)


def _leads(course: Course) -> dict[SkillId, tuple[SkillId, ...]]:
    table: dict[SkillId, list[SkillId]] = {skill: [] for skill in course.skills}
    for skill, facts in course.skills.items():
        for required in facts.requires:
            table.setdefault(required, []).append(skill)
    return {skill: tuple(after) for skill, after in table.items()}


def _view(
    course: Course,
    state: LearnerState,
    skill: SkillId,
    now: datetime,
    opened: bool,
    wanted: bool,
    leads: Mapping[SkillId, tuple[SkillId, ...]],
) -> SkillView:
    belief = state.belief(skill)
    band = mastery(belief, now)
    explained = explain(course, state, skill, now)
    facts = course.skills[skill]
    return SkillView(
        id=skill,
        title=facts.title,
        objective=facts.objective,
        objectives=facts.objectives,
        standards=standards_of(facts),
        band=band,
        word=word(band, course.language),
        sign=sign(band),
        because=explained.for_child,
        sure=explained.sure,
        next=opened,
        goal=wanted,
        claimable=not mastered(belief) and bool(course.by_skill.get(skill)),
        requires=facts.requires,
        leads_to=leads.get(skill, ()),
        due=due_at(belief),
        evidence=tuple(
            (one.at, _sentence(one, course.language))
            for one in reversed(explained.evidence[-SHOWN_EVIDENCE:])
        ),
    )


def _sentence(one: Evidence, language: str) -> str:
    """One response in a child's words."""
    words = words_of(language)
    head = words[one.verdict.value if one.verdict.counts else "not_counted"]
    if one.told:
        return words["told"].format(head=head)
    if one.help:
        return words["hint" if one.help == 1 else "hints"].format(head=head, count=one.help)
    if one.try_ > 1:
        return words["try"].format(head=head, count=one.try_)
    return words["alone"].format(head=head)
