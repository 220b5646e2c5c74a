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

from dataclasses import dataclass
from datetime import datetime, timedelta

from tutor.items.grade import Verdict
from tutor.learner_state.belief import (
    HELD,
    KEPT_EVIDENCE,
    MASTERED,
    REST,
    STUCK_AFTER,
    Belief,
    Evidence,
    Review,
)
from tutor.learner_state.events import Attempted, Judge, Purpose
from tutor.learner_state.memory import retention, start_known, update_known, update_stability
from tutor.learner_state.review import first_review, reviewed
from tutor.learner_state.single import half, single_not_above, single_not_below, whole
from tutor.learner_state.trace import DAY

LEAST_RIGHT = 4  # unaided right responses before a skill may count as mastered
FADE = 0.95  # of a failure in the proof that mastery asks for, per response
PER_FAILURE = 2.0  # further right responses in balance for every recent failure after the first
MOST_PROOF = 10.0  # in balance, at most
LATER = timedelta(hours=12)  # a confirming response comes at least so long after, on another date
OVERNIGHT_CEILING = 0.85  # P(known) that one day's practice can carry over to the next
THETA = 0.1  # of the learner's ability, in the ease of an item for them
CONFIRM_FROM = 0.83  # the most that confirmation takes for granted
AWAY = 5.0  # other responses after which a return to a skill, rested or parked, counts afresh


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
    practice: tuple[float, ...],
    proved: bool = False,
) -> Belief:
    """The belief of one of the attempt's skills after it.

    `theta` is the learner's ability before, in logits; `others` how many responses to other
    skills came since the last on this one; `practice` the skill's trace after it; `proved` says that this was the last right response of
    a test-out.
    """
    days, at = 0.0, whole(event.at)
    if before.last_at is not None:
        days = max(0.0, (at - before.last_at).total_seconds() / DAY)
    prior = before.known * retention(days, before.stability)
    first = before.last_at is None
    if first and event.unaided:
        prior = start_known(theta)
    right = verdict is Verdict.CORRECT
    shift = event.d_item - event.d_skill + THETA * theta
    weight = weighed.raises if right else weighed.lowers
    if right and before.confirmed_at is None and days >= LATER / timedelta(days=1):
        prior = min(prior, OVERNIGHT_CEILING)
    known = update_known(prior, weighed.y, shift=shift, weight=weight, teaches=event.unaided)
    if first:  # where a learner starts is no evidence: a response never moves it the wrong way
        known = max(known, before.known) if right else min(known, before.known)
    # Rounding must not turn a right response into a loss, or another into a gain.
    known = single_not_below(known) if right else single_not_above(known)
    proven = 0.0
    if right and before.provisional_at is not None and before.confirmed_at is None:
        cautious = min(prior, CONFIRM_FROM)
        proven = update_known(cautious, weighed.y, shift=shift, weight=weight)
    stability = before.stability
    if event.unaided and days >= 0.01:
        stability = update_stability(stability, days, right=right)
    elif event.unaided and not right:
        stability = update_stability(stability, 0.0, right=False)
    note = Evidence(
        at=at,
        item=event.item,
        verdict=verdict,
        help=event.help,
        try_=event.try_,
        told=event.told,
        days=half(days),
        change=round(100.0 * (known - prior)) / 100,
    )
    unaided = event.unaided
    streak = before.streak
    if unaided:
        streak = max(0, streak) + 1 if right else min(0, streak) - 1
    wins = before.right + (1 if unaided and right else 0)
    proof = _prove(before.proof, right=right) if unaided else before.proof
    bar = known >= MASTERED and _proven(before, proof, wins)
    standing = _settle(
        before, event, at, known, right=right, above=bar, proved=proved, proven=proven
    )
    tries = before.tries_without_progress
    if others > AWAY and (tries >= STUCK_AFTER or _rested(before)):
        tries = 0
    return Belief(
        known=max(known, single_not_below(MASTERED)) if proved else known,
        stability=half(stability),
        unaided=before.unaided + (1 if unaided else 0),
        right=wins,
        wrong=before.wrong + (1 if unaided and not right else 0),
        aided=before.aided + (0 if unaided else 1),
        streak=streak,
        proof=(half(proof[0]), half(proof[1])),
        tries_without_progress=0
        if standing.provisional_at is not None
        else tries + (1 if event.try_ == 1 else 0),
        last_at=at if before.last_at is None else max(before.last_at, at),
        provisional_at=standing.provisional_at,
        confirmed_at=standing.confirmed_at,
        review=standing.review,
        override=before.override,
        claimed=before.claimed or (proved and before.provisional_at is None),
        practice=practice,
        evidence=(*before.evidence, note)[-KEPT_EVIDENCE:],
    )


def _prove(proof: tuple[float, float], *, right: bool) -> tuple[float, float]:
    """The balance of right and wrong responses, and the recent failures, after one more."""
    balance, failures = proof
    if right:
        return min(MOST_PROOF, balance + 1.0), failures * FADE
    return max(0.0, balance - 1.0), failures * FADE + 1.0


def _proven(before: Belief, proof: tuple[float, float], wins: int) -> bool:
    """Whether luck is unlikely enough: the more failures lately, the more must speak for it.

    Four right are enough when none was wrong, five with one wrong; every further recent failure
    asks for two more in balance. A learner who is right three times in ten by luck thus gets no
    further chance worth speaking of after the first six items.
    """
    balance, failures = proof
    asked = min(MOST_PROOF, LEAST_RIGHT + PER_FAILURE * max(0.0, failures - 1.0))
    return wins >= LEAST_RIGHT + min(1, before.wrong) and balance >= asked


def _rested(before: Belief) -> bool:
    """Whether the skill was good enough to be left for others when it was left."""
    return before.streak > 0 and before.known >= REST


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """Since when a skill is mastered, provisionally and for good, and its review card."""

    provisional_at: datetime | None = None
    confirmed_at: datetime | None = None
    review: Review | None = None


_NOT_MASTERED = _Standing()


def _settle(
    before: Belief,
    event: Attempted,
    at: datetime,
    known: float,
    *,
    right: bool,
    above: bool,
    proved: bool,
    proven: float,
) -> _Standing:
    """Give or take mastery, and move the review card.

    `proven` is P(known) when less still is taken for granted: what confirmation rests on.
    """
    since = before.provisional_at
    if since is None:
        if (right and event.unaided and above) or proved:
            return _Standing(provisional_at=at, review=first_review(at))
        return _NOT_MASTERED
    if known < HELD and not right:
        return _NOT_MASTERED
    review = before.review or first_review(at)
    if event.unaided:
        review = reviewed(review, at, right=right)
    confirmed_at = before.confirmed_at
    if confirmed_at is None and right and event.unaided and _later(since, at):
        confirmed_at = at if proven >= MASTERED else None
    return _Standing(provisional_at=since, confirmed_at=confirmed_at, review=review)


def _later(first: datetime, at: datetime) -> bool:
    return at - first >= LATER and at.date() > first.date()
