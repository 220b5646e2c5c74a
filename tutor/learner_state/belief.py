"""What is believed of one skill of one learner, and the words and dates that follow from it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from math import sqrt

from tutor.ids import ItemId
from tutor.items.grade import Verdict
from tutor.learner_state.memory import START_KNOWN, START_STABILITY, days_until, retention
from tutor.learner_state.single import single
from tutor.learner_state.trace import DAY

MASTERED = 0.95  # P(known) from which a skill may count as mastered
HELD = 0.80  # below it, mastery is lost again
NEARLY = 0.70
REST = 0.75  # P(known) from which practice goes on with other skills until another day
LEAST_TO_REST = 1  # with so many unaided right responses at least
LEFT = 0.50  # P(known) from which it is left for the rest of a long sitting
PAUSE = timedelta(hours=6)  # without an event, after which another sitting begins
FADED = 0.85  # decayed P(known) below which a mastered skill is fading, whatever its date
DUE_BELOW = 0.70  # P(known) to which a mastered skill may fade before it is asked again
DUE_AFTER = timedelta(hours=12)  # at the soonest, where it has faded as far already
STUCK_AFTER = 10  # items without mastery before the tack is changed
KEPT_EVIDENCE = 6


class Mastery(StrEnum):
    """How far a skill has come, in the steps that people see."""

    NEW = "new"
    STARTED = "started"
    NEARLY = "nearly"
    PROVISIONAL = "provisional"  # until right again, unaided, on a later day
    CONFIRMED = "confirmed"
    FADING = "fading"  # was mastered, and is due


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One response that moved a belief: `change` is P(known) after minus just before."""

    at: datetime
    item: ItemId
    verdict: Verdict
    help: int = 0
    try_: int = 1
    told: bool = False
    days: float = 0.0  # since the response before, on this skill
    change: float = 0.0

    @property
    def unaided(self) -> bool:
        """A first try without help."""
        return self.try_ == 1 and self.help == 0 and not self.told


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The spaced-review card of a mastered skill: stability in days, difficulty 1 to 10."""

    stability: float
    difficulty: float
    due: datetime
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What is believed of one skill.

    `known` is P(known) right after the last evidence, `stability` in days. `right` and `wrong`
    count unaided responses, `unaided` both; `aided` counts the others. `streak` is the run of
    unaided right (+) or wrong (−) responses. `proof` are the
    unaided right responses less the wrong ones, never below −1, and the recent wrong ones, fading
    (`proof`). `override` is a teacher's word, None where there is none.
    `practice` are the numbers of a `SkillTrace`.
    """

    known: float = START_KNOWN
    stability: float = START_STABILITY
    unaided: int = 0
    right: int = 0
    wrong: int = 0
    aided: int = 0
    streak: int = 0
    proof: tuple[float, float] = (0.0, 0.0)
    tries_without_progress: int = 0
    last_at: datetime | None = None
    provisional_at: datetime | None = None
    confirmed_at: datetime | None = None
    review: Review | None = None
    override: bool | None = None
    claimed: bool = False  # tested out after “I know this”
    practice: tuple[float, ...] = ()
    evidence: tuple[Evidence, ...] = ()


UNSEEN = Belief()


def left_unanswered(before: Belief) -> Belief:
    """The belief of a skill after an item of it was skipped, or its answer told, with no response.

    That is no evidence of what is known, but one more item without progress.
    """
    if before.provisional_at is not None:
        return before
    tries = before.tries_without_progress + 1
    # A skill never met gets a row of its own now, and a snapshot would round it.
    return replace(before, known=single(before.known), tries_without_progress=tries)


def known_now(belief: Belief, now: datetime) -> float:
    """P(known) at `now`: what was believed, less what is forgotten since; never rises by time."""
    if belief.override is not None:
        return 0.99 if belief.override else min(belief.known, 0.3)
    if belief.last_at is None:
        return belief.known
    days = (now - belief.last_at).total_seconds() / DAY
    return belief.known * retention(days, belief.stability)


def mastered(belief: Belief) -> bool:
    """Whether the skill counts as mastered, provisionally or for good, faded or not."""
    if belief.override is not None:
        return belief.override
    return belief.provisional_at is not None


def resting(belief: Belief, now: datetime) -> bool:
    """Whether a skill not mastered yet is believed enough to go on to others for now.

    It is asked again from the next day on, and practised further once it has faded.
    """
    return (
        belief.override is None
        and belief.provisional_at is None
        and belief.streak > 0
        and belief.right >= LEAST_TO_REST
        and belief.known >= REST
        and known_now(belief, now) >= REST
    )


def left_for_now(belief: Belief, now: datetime) -> bool:
    """Whether a skill was right when it was asked last in this sitting, and is believed enough for one.

    More of it within the hour teaches less than the same tomorrow; nothing is built on it until then.
    """
    return (
        belief.override is None
        and belief.streak > 0
        and belief.right >= LEAST_TO_REST
        and belief.last_at is not None
        and now - belief.last_at < PAUSE
        and known_now(belief, now) >= LEFT
    )


def confirmed(belief: Belief) -> bool:
    """Whether mastery was confirmed on a later day (or by a teacher)."""
    if belief.override is not None:
        return belief.override
    return belief.confirmed_at is not None


def due_at(belief: Belief) -> datetime | None:
    """When the skill should be asked again; None before mastery.

    By spaced review, and no later than when P(known) is down to `DUE_BELOW`: what is believed
    forgotten is not left alone because a card says so.
    """
    if not mastered(belief) or belief.review is None:
        return None
    if belief.override is not None or belief.last_at is None:
        return belief.review.due
    days = days_until(belief.known, DUE_BELOW, belief.stability)
    faded = belief.last_at + max(DUE_AFTER, timedelta(seconds=round(days * DAY)))
    return min(belief.review.due, faded)


def is_due(belief: Belief, now: datetime) -> bool:
    """Whether a mastered skill should be asked again by now."""
    due = due_at(belief)
    return due is not None and due <= now


def mastery(belief: Belief, now: datetime) -> Mastery:
    """The step that the skill has reached."""
    if mastered(belief):
        if is_due(belief, now) and known_now(belief, now) < FADED:
            return Mastery.FADING
        return Mastery.CONFIRMED if confirmed(belief) else Mastery.PROVISIONAL
    if belief.unaided + belief.aided == 0 and belief.override is None:
        return Mastery.NEW
    return Mastery.NEARLY if known_now(belief, now) >= NEARLY else Mastery.STARTED


def uncertainty(belief: Belief, now: datetime) -> float:
    """How unsure the belief is, from 0 (sure) to 1 (nothing seen).

    The spread of a known-or-not variable, 2√(k(1 − k)), or what too few unaided responses leave
    open, 1/(1 + n/2), whichever is more.
    """
    if belief.override is not None:
        return 0.0
    k = known_now(belief, now)
    return max(2.0 * sqrt(max(0.0, k * (1.0 - k))), 1.0 / (1.0 + belief.unaided / 2.0))
