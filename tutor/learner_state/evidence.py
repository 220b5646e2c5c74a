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

An item of several skills is evidence on each, shared by what is believed of the others (`memory`).
A wrong response is no failure of one that is mastered beside one that is not: it lowers it by its
small share, and neither breaks its row nor brings its review nearer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import prod

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
    known_now,
    mastered,
)
from tutor.learner_state.events import Attempted, Judge, Purpose
from tutor.learner_state.memory import retention, start_known, update_known, update_stability
from tutor.learner_state.proof import prove, proven
from tutor.learner_state.review import first_review, reviewed
from tutor.learner_state.single import half, single_not_above, single_not_below, whole
from tutor.learner_state.trace import DAY

LATER = timedelta(hours=12)  # a confirming response comes at least so long after, on another date
OVERNIGHT_CEILING = 0.85  # P(known) that one day's practice can carry over to the next
THETA = 0.1  # of the learner's ability, in the ease of an item for them
CONFIRM_FROM = 0.83  # the most that confirmation takes for granted
AWAY = 5.0  # a return to a skill, rested or parked, counts afresh if it was more items ago


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The other skills of an item: the chance that all are known, whether one is not mastered."""

    known: float = 1.0
    missing: bool = False


ALONE = Beside()


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
    beside: Beside = ALONE,
) -> Belief:
    """The belief of one of the attempt's skills after it.

    `theta` is the learner's ability before, in logits; `others` how many items ago
    the last of this skill was; `practice` the skill's trace after it; `proved` says
    that this was the last right response of a test-out; `beside` are the item's other skills.
    """
    right, at = verdict is Verdict.CORRECT, whole(event.at)
    excused = not right and beside.missing and mastered(before)
    unaided = event.unaided and not excused
    days = 0.0
    if before.last_at is not None:
        days = max(0.0, (at - before.last_at).total_seconds() / DAY)
    prior = _prior(before, days, theta, right=right, unaided=unaided)
    shift = event.d_item - event.d_skill + THETA * theta
    known = _known(before, prior, weighed, shift, beside.known, right=right, unaided=unaided)
    cold = before.last_at is not None and _later(before.last_at, at)
    proof = prove(before.proof, right=right, cold=cold) if unaided else before.proof
    standing = _settle(
        before,
        at,
        known,
        right=right,
        unaided=unaided,
        above=known >= MASTERED and proven(before, proof, before.right + right),
        proved=proved,
        proven=_cautiously(before, prior, weighed, shift, beside, right=right),
    )
    note = _note(event, at, verdict, days, known - prior)
    settled = standing.provisional_at is not None
    return Belief(
        unaided=before.unaided + unaided,
        right=before.right + (unaided and right),
        wrong=before.wrong + (unaided and not right),
        aided=before.aided + (not unaided),
        streak=_streak(before.streak, right=right) if unaided else before.streak,
        override=before.override,
        known=max(known, single_not_below(MASTERED)) if proved else known,
        stability=_stability(before, days, right=right, unaided=unaided),
        proof=(half(proof[0]), half(proof[1])),
        tries_without_progress=0 if settled else _fruitless(before, event, others),
        last_at=at if before.last_at is None else max(before.last_at, at),
        provisional_at=standing.provisional_at,
        confirmed_at=standing.confirmed_at,
        review=standing.review,
        claimed=before.claimed or (proved and before.provisional_at is None),
        practice=practice,
        evidence=(*before.evidence, note)[-KEPT_EVIDENCE:],
    )


def beside(beliefs: Sequence[Belief], place: int, at: datetime, theta: float) -> Beside:
    """What stands beside the skill at `place` of an item's skills, just before a response at `at`."""
    others = [one for number, one in enumerate(beliefs) if number != place]
    known = (
        start_known(theta) if one.last_at is None and one.override is None else known_now(one, at)
        for one in others
    )
    return Beside(known=prod(known), missing=not all(map(mastered, others)))


def _prior(before: Belief, days: float, theta: float, *, right: bool, unaided: bool) -> float:
    """P(known) just before the response: what is left of it, or where such a learner starts."""
    if before.last_at is None and unaided:
        return start_known(theta)
    prior = before.known * retention(days, before.stability)
    if right and before.confirmed_at is None and days >= LATER / timedelta(days=1):
        return min(prior, OVERNIGHT_CEILING)
    return prior


def _known(
    before: Belief,
    prior: float,
    weighed: Weighed,
    shift: float,
    beside: float,
    *,
    right: bool,
    unaided: bool,
) -> float:
    """P(known) after the response, as it is kept."""
    weight = weighed.raises if right else weighed.lowers
    known = update_known(
        prior, weighed.y, shift=shift, weight=weight, teaches=unaided, beside=beside
    )
    if before.last_at is None:
        # Where a learner starts is no evidence: a response never moves it the wrong way.
        known = max(known, before.known) if right else min(known, before.known)
    # Rounding must not turn a right response into a loss, or another into a gain.
    return single_not_below(known) if right else single_not_above(known)


def _cautiously(
    before: Belief, prior: float, weighed: Weighed, shift: float, beside: Beside, *, right: bool
) -> float:
    """P(known) when no more than `CONFIRM_FROM` is taken for granted, and other skills of the item
    that are mastered leave nothing open; 0 where nothing asks for it."""
    if not right or before.provisional_at is None or before.confirmed_at is not None:
        return 0.0
    cautious = min(prior, CONFIRM_FROM)
    others = beside.known if beside.missing else 1.0
    return update_known(cautious, weighed.y, shift=shift, weight=weighed.raises, beside=others)


def _stability(before: Belief, days: float, *, right: bool, unaided: bool) -> float:
    """The stability in days, as it is kept; a right response within minutes leaves it as it is."""
    if unaided and days >= 0.01:
        return half(update_stability(before.stability, days, right=right))
    if unaided and not right:
        return half(update_stability(before.stability, 0.0, right=False))
    return half(before.stability)


def _streak(before: int, *, right: bool) -> int:
    return max(0, before) + 1 if right else min(0, before) - 1


def _fruitless(before: Belief, event: Attempted, others: float) -> int:
    """Items without progress; afresh after a while with others, where the skill was left for them.

    The item at which mastery is lost is the first of them, at whichever try.
    """
    tries = before.tries_without_progress
    if others > AWAY and (tries >= STUCK_AFTER or _rested(before)):
        tries = 0
    if before.provisional_at is not None:
        return max(tries, 1)
    return tries + (1 if event.try_ == 1 else 0)


def _note(event: Attempted, at: datetime, verdict: Verdict, days: float, change: float) -> Evidence:
    return Evidence(
        at=at,
        item=event.item,
        verdict=verdict,
        help=event.help,
        try_=event.try_,
        told=event.told,
        days=half(days),
        change=round(100.0 * change) / 100,
    )


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
    at: datetime,
    known: float,
    *,
    right: bool,
    unaided: bool,
    above: bool,
    proved: bool,
    proven: float,
) -> _Standing:
    """Give or take mastery, and move the review card.

    `proven` is P(known) when less still is taken for granted: what confirmation rests on.
    """
    since = before.provisional_at
    if since is None:
        if (right and unaided and above) or proved:
            return _Standing(provisional_at=at, review=first_review(at))
        return _NOT_MASTERED
    if known < HELD and not right:
        return _NOT_MASTERED
    review = before.review or first_review(at)
    if unaided:
        review = reviewed(review, at, right=right)
    confirmed_at = before.confirmed_at
    if confirmed_at is None and right and unaided and _later(since, at):
        confirmed_at = at if proven >= MASTERED else None
    return _Standing(provisional_at=since, confirmed_at=confirmed_at, review=review)


def _later(first: datetime, at: datetime) -> bool:
    return at - first >= LATER and at.date() > first.date()
