"""Which skill is next, for what purpose, and why in words: reviews, claims, the fringe, other tacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tutor.curriculum.course import Course
from tutor.ids import SkillId
from tutor.items.item import Difficulty
from tutor.learner_state.belief import STUCK_AFTER, known_now, left_for_now, mastered
from tutor.learner_state.events import Purpose
from tutor.learner_state.graph import (
    DueSkill,
    due,
    leading_to,
    open_skills,
    passed_over,
    weak_prerequisite,
)
from tutor.learner_state.phrases import coming_day, day_name, say, words_of
from tutor.learner_state.shape import Goal, LearnerState

REVIEW_EVERY = 4  # items, of which one is a review while some are due
BACKLOG = 6  # due skills from which every third item is a review
LONG = 10  # items of a sitting, after which a skill that goes well waits for another day
BLOCK = 3  # items of a skill in a row without getting there, before others are mixed in
TEST_OUT = (Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD)  # of the items that prove a claim
ERRORS_POINT = 3  # wrong in a row that point at a prerequisite


class Tack(StrEnum):
    """What changes after many fruitless items."""

    WORKED_EXAMPLE = "worked_example"  # the same skill, from an example
    PREREQUISITE = "prerequisite"  # what the skill leans on
    OTHER_SKILL = "other_skill"  # something else first


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A skill with why it was chosen; `label` is the wanted difficulty label, if one is."""

    skill: SkillId
    purpose: Purpose
    reason: str
    tack: Tack | None = None
    stuck_on: SkillId | None = None
    label: Difficulty | None = None


def topic_of(
    course: Course,
    state: LearnerState,
    now: datetime,
    *,
    focus: SkillId | None,
    purpose: Purpose | None,
) -> Topic | None:
    """The next skill; None when the course has nothing to ask."""
    words = words_of(course.language)
    reviews = due(course, state, now)
    if purpose in (Purpose.REVIEW, Purpose.COLD_CHECK):
        return _review(reviews, course.local(now), words) or _freshen(course, state, now)
    if focus is not None and focus in course.skills and purpose is Purpose.TEST_OUT:
        return _claimed(course, focus, state.claims.get(focus, len(TEST_OUT)), words)
    if focus is not None and focus in course.skills:
        title = course.skills[focus].title
        return Topic(
            skill=focus,
            purpose=purpose or Purpose.PRACTICE,
            reason=say("focus", words, skill=title),
        )
    for skill, left in state.claims.items():
        if skill in course.skills and course.by_skill.get(skill):
            return _claimed(course, skill, left, words)
    every = REVIEW_EVERY if len(reviews) < BACKLOG else REVIEW_EVERY - 1
    review = _review(reviews, course.local(now), words, besides=_left(state))
    if review is not None and state.served >= every - 1:
        return review
    return _new(course, state, now) or review or _freshen(course, state, now)


def _claimed(course: Course, skill: SkillId, left: int, words: Mapping[str, str]) -> Topic:
    """A skill that the learner claims to know, with `left` items to show it."""
    return Topic(
        skill=skill,
        purpose=Purpose.TEST_OUT,
        reason=say("test_out", words, skill=course.skills[skill].title, left=left),
        label=TEST_OUT[-left] if 0 < left <= len(TEST_OUT) else None,
    )


def _review(
    reviews: tuple[DueSkill, ...],
    now: datetime,
    words: Mapping[str, str],
    besides: SkillId | None = None,
) -> Topic | None:
    """The most faded of what is due, `besides` one that is to wait."""
    one = next((review for review in reviews if review.skill != besides), None)
    if one is None:
        return None
    day = day_name(one.since, now, words)
    if one.cold:
        return Topic(
            skill=one.skill, purpose=Purpose.COLD_CHECK, reason=say("cold_check", words, day=day)
        )
    today = day == words["today"]
    reason = say("due_today", words) if today else say("due", words, day=day)
    return Topic(skill=one.skill, purpose=Purpose.REVIEW, reason=reason)


def _left(state: LearnerState) -> SkillId | None:
    """The skill asked in the last two items, the last a review: due still, it was left twice."""
    last = state.recent_skills[-2:]
    return last[0] if len(last) == 2 and last[0] == last[1] and state.served == 0 else None


def _freshen(course: Course, state: LearnerState, now: datetime) -> Topic | None:
    """With nothing new and nothing due: the skill believed least, if any was practised."""
    candidates = [s for s in course.skills if course.by_skill.get(s)]
    if not candidates:
        return None
    recent = set(state.recent_skills[-1:])
    skill = min(candidates, key=lambda s: (s in recent, known_now(state.belief(s), now)))
    return Topic(
        skill=skill, purpose=Purpose.REVIEW, reason=say("fresh", words_of(course.language))
    )


def _new(course: Course, state: LearnerState, now: datetime) -> Topic | None:
    """A skill of the fringe, wanted ones first; another tack where many items bore no fruit."""
    opened = open_skills(course, state, now, passed_over(course, state))
    if not opened:
        return None
    set_by_teacher = _ways(course, state, _current(state.assignments, now))
    own = _ways(course, state, _current(state.goals, now))
    never = len(state.assignments) + len(state.goals)
    long = state.sitting >= LONG
    ranked = sorted(
        opened,
        key=lambda s: (
            set_by_teacher.get(s, never),
            own.get(s, never),
            long and left_for_now(state.belief(s), now),
            _blocks(state, s),
            not _under_way(state, s),
        ),
    )
    stuck = [s for s in ranked if state.belief(s).tries_without_progress >= STUCK_AFTER]
    going = [s for s in ranked if s not in stuck]
    last = state.recent_skills[-1] if state.recent_skills else None
    first = going[0] if going else ranked[0]
    if last in stuck and last is not None:
        return _turn(course, state, now, last, going)
    if first in stuck:
        return _turn(course, state, now, first, [])
    if state.belief(first).streak <= -ERRORS_POINT:
        weak = weak_prerequisite(course, state, first, now)
        if weak is not None and weak != last:
            return _leaning(course, weak, first)
    if last in going and last != first and _under_way(state, first):
        title, other = course.skills[first].title, course.skills[last].title
        mixed = say("mixed", words_of(course.language), skill=title, other=other)
        return Topic(skill=first, purpose=Purpose.PRACTICE, reason=mixed)
    return Topic(
        skill=first,
        purpose=Purpose.PRACTICE,
        reason=_why(course, state, now, first),
    )


def _turn(
    course: Course, state: LearnerState, now: datetime, stuck: SkillId, going: list[SkillId]
) -> Topic:
    """Another tack for a skill that many items did not bring on."""
    words = words_of(course.language)
    weak = weak_prerequisite(course, state, stuck, now)
    if weak is not None:
        return _leaning(course, weak, stuck)
    if going:
        return Topic(
            skill=going[0],
            purpose=Purpose.PRACTICE,
            reason=say("other_skill", words, before=course.skills[stuck].title),
            tack=Tack.OTHER_SKILL,
            stuck_on=stuck,
        )
    return Topic(
        skill=stuck,
        purpose=Purpose.PRACTICE,
        reason=say("worked_example", words, skill=course.skills[stuck].title),
        tack=Tack.WORKED_EXAMPLE,
        stuck_on=stuck,
    )


def _leaning(course: Course, weak: SkillId, after: SkillId) -> Topic:
    return Topic(
        skill=weak,
        purpose=Purpose.PRACTICE,
        reason=say("prerequisite", words_of(course.language), after=course.skills[after].title),
        tack=Tack.PREREQUISITE,
        stuck_on=after,
    )


def _blocks(state: LearnerState, skill: SkillId) -> int:
    """Blocks of fruitless items so far: fewer come first, so that open skills are interleaved."""
    belief = state.belief(skill)
    return 0 if belief.streak > 0 else belief.tries_without_progress // BLOCK


def _under_way(state: LearnerState, skill: SkillId) -> bool:
    belief = state.belief(skill)
    return belief.unaided + belief.aided > 0


def _current(goals: tuple[Goal, ...], now: datetime) -> list[Goal]:
    """Those whose day has not passed, the nearest first, those without a day last."""
    current = [goal for goal in goals if goal.until is None or goal.until >= now]
    return sorted(current, key=lambda goal: goal.until.timestamp() if goal.until else float("inf"))


def _ways(course: Course, state: LearnerState, goals: list[Goal]) -> dict[SkillId, int]:
    """The skills that lead to goals, with the place of the first goal that each leads to."""
    ways: dict[SkillId, int] = {}
    for place, goal in enumerate(goals):
        for skill in leading_to(course, state, goal.skills):
            ways.setdefault(skill, place)
    return ways


def _towards(
    course: Course, state: LearnerState, now: datetime, skill: SkillId, goals: tuple[Goal, ...]
) -> tuple[SkillId, str] | None:
    """The nearest goal that the skill leads to (perhaps itself), and by when it is wanted."""
    words = words_of(course.language)
    for goal in _current(goals, now):
        for wanted in goal.skills:
            if wanted == skill or skill in leading_to(course, state, [wanted]):
                by = (
                    say("until", words, day=coming_day(goal.until, course.local(now), words))
                    if goal.until
                    else ""
                )
                return wanted, by
    return None


def _why(course: Course, state: LearnerState, now: datetime, skill: SkillId) -> str:
    words = words_of(course.language)
    title = course.skills[skill].title
    for goals, itself, leads in (
        (state.assignments, "assigned", "assigned_for"),
        (state.goals, "goal_itself", "goal"),
    ):
        found = _towards(course, state, now, skill, goals)
        if found is not None:
            goal, by = found
            if goal == skill:
                return say(itself, words, skill=title) + by
            return say(leads, words, goal=course.skills[goal].title) + by
    for facts in course.skills.values():
        if skill in facts.requires and all(
            mastered(state.belief(r)) for r in facts.requires if r != skill
        ):
            return say("last_before", words, after=facts.title)
    if _under_way(state, skill):
        return say("going_on", words, skill=title)
    return say("next" if state.ability.count else "first", words, skill=title)
