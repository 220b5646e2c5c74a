"""What one graded response is worth as evidence, and what it does to the belief of a skill.

| response | practice counts (prediction) | P(known) |
|---|---|---|
| first try without help | full | full; the only thing that may raise it |
| first try without help, judged by the model | × its sureness | half of that |
| near twin right after the answer was told | full | half |
| later try, or after hints | half | right: nothing; wrong: lowers, less for each further try |
| after the answer was told | nothing | right: nothing; wrong: lowers, as a later try |

More help never earns more: a right response after help raises nothing, and a wrong one lowers the
belief whatever help came before.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tutor.items.grade import Verdict
from tutor.learner_state.belief import (
    HELD,
    KEPT_EVIDENCE,
    MASTERED,
    Belief,
    Evidence,
)
from tutor.learner_state.events import Attempted, Judge, Purpose
from tutor.learner_state.memory import retention, update_known, update_stability
from tutor.learner_state.review import first_review, reviewed
from tutor.learner_state.trace import DAY

LEAST_RIGHT = 4  # unaided right responses before a skill may count as mastered
GATE = 0.77  # least recency-weighted share of unaided right responses
FADE = 0.85  # of its weights, per response
LATER = timedelta(hours=12)  # a confirming response comes at least so long after, on another date
OVERNIGHT_CEILING = 0.87  # P(known) that one day's practice can carry over to the next
THETA = 0.1  # of the learner's ability, in the ease of an item for them
AWAY = 5.0  # other responses after which a return to a skill starts a fresh count of tries


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A response as evidence: `y` 0 to 1, and weights 0 to 1 for practice, known (right, wrong)."""

    y: float
    practice: float
    raises: float
    lowers: float


def weigh(event: Attempted, verdict: Verdict) -> Weighed:
    """The worth of a graded response (see the table at the head)."""
    match verdict:
        case Verdict.CORRECT:
            y = 1.0
        case Verdict.PARTIAL:
            y = min(0.7, max(0.0, event.share)) or 0.3
        case _:
            y = 0.0
    sure = min(1.0, max(0.0, event.sure)) if event.judge is Judge.MODEL else 1.0
    alone = 0.5 if event.judge is Judge.MODEL or event.purpose is Purpose.TWIN else 1.0
    practice = 0.0 if event.told else (1.0 if event.unaided else 0.5)
    return Weighed(
        y=y,
        practice=practice * sure,
        raises=alone * sure if event.unaided else 0.0,
        lowers=(0.5 if event.judge is Judge.MODEL else 1.0) * sure / max(1, event.try_),
    )


def update_belief(
    before: Belief,
    event: Attempted,
    verdict: Verdict,
    weighed: Weighed,
    *,
    theta: float,
    others: float,
    proved: bool = False,
) -> Belief:
    """The belief of one of the attempt's skills after it.

    `theta` is the learner's ability before, in logits; `others` how many responses to other
    skills came since the last on this one; `proved` says that this was the last right response of
    a test-out.
    """
    days = 0.0
    if before.last_at is not None:
        days = max(0.0, (event.at - before.last_at).total_seconds() / DAY)
    prior = before.known * retention(days, before.stability)
    right = verdict is Verdict.CORRECT
    if right and before.confirmed_at is None and days >= LATER / timedelta(days=1):
        prior = min(prior, OVERNIGHT_CEILING)
    known = update_known(
        prior,
        weighed.y,
        shift=event.d_item - event.d_skill + THETA * theta,
        weight=weighed.raises if right else weighed.lowers,
        teaches=event.unaided,
    )
    stability = before.stability
    if event.unaided and days >= 0.01:
        stability = update_stability(stability, days, right=right)
    elif event.unaided and not right:
        stability = update_stability(stability, 0.0, right=False)
    note = Evidence(
        at=event.at,
        item=event.item,
        verdict=verdict,
        help=event.help,
        try_=event.try_,
        told=event.told,
        days=days,
        change=known - prior,
    )
    after = replace(
        before,
        known=known,
        stability=stability,
        last_at=event.at if before.last_at is None else max(before.last_at, event.at),
        evidence=(*before.evidence, note)[-KEPT_EVIDENCE:],
        tries_without_progress=_tries(before, event, others),
    )
    return _settle(_counted(after, right=right, unaided=event.unaided), event, right, proved)


def _tries(before: Belief, event: Attempted, others: float) -> int:
    return (0 if others > AWAY else before.tries_without_progress) + (1 if event.try_ == 1 else 0)


def _counted(belief: Belief, *, right: bool, unaided: bool) -> Belief:
    if not unaided:
        return replace(belief, aided=belief.aided + 1)
    total, weight = belief.accuracy
    streak = max(0, belief.streak) + 1 if right else min(0, belief.streak) - 1
    return replace(
        belief,
        unaided=belief.unaided + 1,
        right=belief.right + (1 if right else 0),
        wrong=belief.wrong + (0 if right else 1),
        streak=streak,
        accuracy=(total * FADE + (1.0 if right else 0.0), weight * FADE + 1.0),
    )


def _settle(belief: Belief, event: Attempted, right: bool, proved: bool) -> Belief:
    """Give or take mastery, and move the review card."""
    at: datetime = event.at
    if belief.provisional_at is None:
        if (right and event.unaided and _above_bar(belief)) or proved:
            return replace(
                belief,
                known=max(belief.known, MASTERED),
                provisional_at=at,
                claimed=belief.claimed or proved,
                review=first_review(at),
                tries_without_progress=0,
            )
        return belief
    review = belief.review or first_review(at)
    if event.unaided:
        review = reviewed(review, at, right=right)
    if belief.known < HELD and not right:
        return replace(belief, provisional_at=None, confirmed_at=None, review=None)
    confirmed_at = belief.confirmed_at
    if confirmed_at is None and right and event.unaided and _later(belief.provisional_at, at):
        confirmed_at = at if belief.known >= MASTERED else None
    return replace(belief, confirmed_at=confirmed_at, review=review, tries_without_progress=0)


def _above_bar(belief: Belief) -> bool:
    total, weight = belief.accuracy
    return belief.known >= MASTERED and belief.right >= LEAST_RIGHT and total >= GATE * weight


def _later(first: datetime, at: datetime) -> bool:
    return at - first >= LATER and at.date() > first.date()
