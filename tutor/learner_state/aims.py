"""What a learner is to get to: goals of their own, and what a teacher assigned. Pure."""

from tutor.learner_state.events import Assigned, GoalSet
from tutor.learner_state.shape import Goal

MOST_ASSIGNED = 20  # the newest are kept


def after_goal(before: tuple[Goal, ...], event: GoalSet) -> tuple[Goal, ...]:
    """The goals after one more, which takes the place of the same person's last; no skills: none."""
    others = tuple(old for old in before if old.by != event.by)
    if not event.skills:
        return others
    return (*others, Goal(at=event.at, skills=event.skills, until=event.until, by=event.by))


def after_assignment(before: tuple[Goal, ...], event: Assigned) -> tuple[Goal, ...]:
    """The assignments after one more, or after one or all were taken back."""
    if not event.skills:
        return ()
    others = tuple(g for g in before if (g.skills, g.until) != (event.skills, event.until))
    if event.taken_back:
        return others
    goal = Goal(
        at=event.at, skills=event.skills, until=event.until, by=event.by, reason=event.reason
    )
    return (*others, goal)[-MOST_ASSIGNED:]
