"""Why a belief is what it is: in sentences for the learner, as named contributions for a teacher."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tutor.curriculum.course import Course
from tutor.ids import SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.belief import (
    Belief,
    Evidence,
    Mastery,
    confirmed,
    known_now,
    mastered,
    mastery,
    uncertainty,
)
from tutor.learner_state.memory import retention
from tutor.learner_state.phrases import say, words_of
from tutor.learner_state.shape import LearnerState
from tutor.learner_state.trace import DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A belief explained.

    `for_child` is one to four sentences; `for_teacher` names what moved P(known) most, as
    (what, change in P(known)), largest first; `sure` says how sure, in words; `known` is P(known)
    now, 0 to 1, and `evidence` the responses behind it, newest last.
    """

    skill: SkillId
    title: str
    mastery: Mastery
    known: float
    for_child: str
    for_teacher: tuple[tuple[str, float], ...]
    sure: str
    evidence: tuple[Evidence, ...]


def explain(
    course: Course,
    state: LearnerState,
    skill: SkillId,
    now: datetime,
    words: Mapping[str, str] | None = None,
) -> Explanation:
    """Why the skill is believed known or not, in `words`, those of the course's language by default;
    raises NotFound for a skill not in the course."""
    words = words_of(course.language) if words is None else words
    belief = state.belief(skill)
    return Explanation(
        skill=skill,
        title=course.skill(skill).title,
        mastery=mastery(belief, now),
        known=known_now(belief, now),
        for_child=" ".join(_for_child(course, state, skill, now, words)),
        for_teacher=_for_teacher(course, state, skill, now),
        sure=_sure(belief, now, words),
        evidence=belief.evidence,
    )


def _for_child(
    course: Course, state: LearnerState, skill: SkillId, now: datetime, words: Mapping[str, str]
) -> list[str]:
    belief = state.belief(skill)
    if belief.override is not None:
        return [say("teacher_known" if belief.override else "teacher_unknown", words)]
    if not belief.evidence:
        return [say("nothing_yet", words)]
    lines = [_progress(belief, words)]
    last = belief.evidence[-1]
    weaker = _weakest_beside(course, state, skill, last, now)
    if last.verdict is not Verdict.CORRECT and weaker is not None:
        lines.append(say("needed_too", words, other=course.skills[weaker].title))
    days = int((now - belief.last_at).total_seconds() // DAY) if belief.last_at else 0
    if mastered(belief):
        if belief.claimed:
            lines.append(say("claimed", words))
        elif confirmed(belief):
            lines.append(say("settled", words))
        else:
            lines.append(say("to_confirm", words))
    if days >= 3 and retention(days, belief.stability) < 0.9:
        lines.append(say("faded", words, days=days))
    return lines


def _beside(course: Course, one: Evidence, skill: SkillId) -> list[SkillId]:
    """The other skills that the item of a response needs, as the course has it now."""
    source = course.sources.get(one.item)
    return [s for s in source.skills if s != skill and s in course.skills] if source else []


def _weakest_beside(
    course: Course, state: LearnerState, skill: SkillId, one: Evidence, now: datetime
) -> SkillId | None:
    """Which other skill of the item is believed least, if any is believed less than this one."""
    known = {other: known_now(state.belief(other), now) for other in _beside(course, one, skill)}
    weaker = {other: p for other, p in known.items() if p < known_now(state.belief(skill), now)}
    return min(weaker, key=lambda other: weaker[other]) if weaker else None


def _progress(belief: Belief, words: Mapping[str, str]) -> str:
    alone = [one for one in belief.evidence if one.unaided]
    days = round(alone[-1].days) if alone else 0
    if belief.streak >= 2:
        if days >= 2:
            return say("row_gap", words, count=belief.streak, days=days)
        return say("row", words, count=belief.streak)
    if belief.streak == 1:
        return say("one_right_gap" if days >= 2 else "one_right", words, days=days)
    wrong = sum(one.verdict is not Verdict.CORRECT for one in alone)
    if wrong >= 2:
        return say("slips", words, count=wrong, total=len(alone))
    helped = sum(one.verdict is Verdict.CORRECT and not one.unaided for one in belief.evidence)
    if helped:
        return say("with_help", words, count=helped)
    return say("one_slip", words)


def _for_teacher(
    course: Course, state: LearnerState, skill: SkillId, now: datetime
) -> tuple[tuple[str, float], ...]:
    belief = state.belief(skill)
    named: list[tuple[str, float]] = []
    word = state.overrides.get(skill)
    if word is not None:
        said = "known" if word.known else "not known"
        named.append((f"set as {said} by a teacher: {word.reason}", 1.0 if word.known else -1.0))
    for one in belief.evidence:
        if abs(one.change) >= 0.005:
            shared = ", ".join(course.skills[s].title for s in _beside(course, one, skill))
            named.append((_named(one) + (f", with {shared}" if shared else ""), one.change))
    lost = known_now(belief, now) - belief.known if belief.override is None else 0.0
    if lost <= -0.005 and belief.last_at is not None:
        days = (now - belief.last_at).total_seconds() / DAY
        named.append((f"forgetting over {days:.0f} days", lost))
    named.sort(key=lambda pair: -abs(pair[1]))
    return tuple(named[:5])


def _named(one: Evidence) -> str:
    what = f"{one.verdict.value} on {one.item}"
    if one.told:
        what += " after the answer was told"
    elif one.help:
        what += f" after hint {one.help}"
    elif one.try_ > 1:
        what += f" at try {one.try_}"
    else:
        what += " without help"
    if one.days >= 1:
        what += f", {one.days:.0f} days after the one before"
    return what


def _sure(belief: Belief, now: datetime, words: Mapping[str, str]) -> str:
    doubt = uncertainty(belief, now)
    if doubt >= 1.0:
        return say("no_idea", words)
    if doubt >= 0.75:
        return say("unsure", words)
    return say("fairly_sure" if doubt >= 0.45 else "sure", words)
