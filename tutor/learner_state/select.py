"""Choosing: which skill, which item, and why, in words that the learner may read.

Skill, in this order: a skill that the learner claims to know; a due review (every fourth item
while some are due, every third while many are); what the learner asked for; otherwise the outer fringe of the prerequisite
graph, assignments and goals first, in course order, skills that take long in blocks of three
among the others (interleaving), away from a skill after ten fruitless items,
down to a weak prerequisite when errors point there. Item: the one whose predicted success is
nearest the target (after two failures in a row at least 0.85), not seen lately.
"""

from dataclasses import replace
from datetime import datetime

from tutor.curriculum.course import Course
from tutor.curriculum.taught import taught
from tutor.ids import ItemId, SkillId
from tutor.items.item import Difficulty
from tutor.learner_state.belief import STUCK_AFTER
from tutor.learner_state.events import Purpose
from tutor.learner_state.graph import DueSkill, due, fringe, presumed, weak_prerequisite
from tutor.learner_state.phrases import say, words_of
from tutor.learner_state.pick import (
    Choice,
    asked_for,
    choice_of,
    facts_of,
    fresh_seed,
    pick_item,
    predicted_success,
)
from tutor.learner_state.placement import placement_skill
from tutor.learner_state.shape import LearnerState
from tutor.learner_state.topic import Tack, Topic, topic_of
from tutor.learner_state.tracer import CourseModel

__all__ = [
    "Choice",
    "DueSkill",
    "Tack",
    "choose",
    "due",
    "fringe",
    "placement_next",
    "presumed",
    "twin",
    "weak_prerequisite",
]

COLD = 0.7  # the most, where mastery is to be confirmed: an easy item proves little
LONG = frozenset({"open", "match", "order", "blanks"})  # answered in sentences or by many parts
AFTER_FAILURES = 0.85  # target after two failures in a row


def choose(
    course: Course,
    state: LearnerState,
    model: CourseModel,
    now: datetime,
    seed: int,
    *,
    target: float = 0.75,
    focus: SkillId | None = None,
    purpose: Purpose | None = None,
    avoid: frozenset[ItemId] = frozenset(),
) -> Choice | None:
    """The next item, or None when the tutor is paused or the course has nothing to ask.

    `target` is the wanted P(right); `focus` a skill asked for; `purpose` forces reviews,
    placement or a quiz; `avoid` are items not to use. The same arguments give the same choice.
    """
    if state.paused:
        return None
    course = taught(course, now)
    if purpose is Purpose.PLACEMENT:
        return placement_next(course, state, model, now, seed)
    topic = topic_of(course, state, now, focus=focus, purpose=purpose)
    if topic is None:
        return None
    if purpose is Purpose.QUIZ:
        topic = Topic(
            skill=topic.skill, purpose=Purpose.QUIZ, reason=say("quiz", words_of(course.language))
        )
    if topic.tack is None and state.belief(topic.skill).tries_without_progress >= STUCK_AFTER:
        topic = replace(topic, tack=Tack.WORKED_EXAMPLE, stuck_on=topic.skill)
    if topic.purpose is Purpose.COLD_CHECK:
        target = min(target, COLD)
    if state.failed_in_row >= 2:
        target = max(target, AFTER_FAILURES)
    if not state.recent:
        avoid |= _long_ones(course, topic.skill, avoid)
    return pick_item(course, state, model, now, seed, topic, target=target, avoid=avoid)


def placement_next(
    course: Course, state: LearnerState, model: CourseModel, now: datetime, seed: int
) -> Choice | None:
    """The next placement item, or None when enough is known; it may be left at any time."""
    course = taught(course, now)
    skill = None if state.paused else placement_skill(course, state)
    if skill is None:
        return None
    topic = Topic(
        skill=skill,
        purpose=Purpose.PLACEMENT,
        reason=say("placement", words_of(course.language)),
        label=Difficulty.MEDIUM,
    )
    avoid = _long_ones(course, skill)
    return pick_item(course, state, model, now, seed, topic, target=0.6, avoid=avoid)


def _long_ones(
    course: Course, skill: SkillId, avoid: frozenset[ItemId] = frozenset()
) -> frozenset[ItemId]:
    """The items of a skill that take long to answer, where it has others: placement is to be short,
    and who is asked the very first item begins small. `avoid` are not asked anyhow."""
    asked = [one for one in asked_for(course, skill) if one not in avoid]
    long = frozenset(one for one in asked if course.sources[one].type_name in LONG)
    return long if len(long) < len(asked) else frozenset()


def twin(
    course: Course,
    state: LearnerState,
    model: CourseModel,
    item: ItemId,
    now: datetime,
    seed: int,
    *,
    item_seed: int = 0,
    avoid: frozenset[ItemId] = frozenset(),
) -> Choice | None:
    """Another item of the same skill, of the same type if there is one, or another variant.

    Never the item with the seed `item_seed`; None when the skill has no other item.
    """
    course = taught(course, now)
    source = course.sources.get(item)
    if source is None or not source.skills:
        return None
    skill = source.skills[0]
    topic = Topic(skill=skill, purpose=Purpose.TWIN, reason=say("twin", words_of(course.language)))
    if source.templated:
        fresh = fresh_seed(state, source, seed, besides=item_seed)
        facts = facts_of(source)
        p = predicted_success(model, state, facts, now)
        return choice_of(topic, source.id, fresh, p)
    asked = asked_for(course, skill)
    others = [one for one in asked if one != item and one not in avoid]
    alike = [one for one in others if course.sources[one].type_name == source.type_name]
    banned = frozenset(asked) - frozenset(alike or others)
    if not (alike or others):
        return None
    return pick_item(course, state, model, now, seed, topic, target=0.8, avoid=banned)
