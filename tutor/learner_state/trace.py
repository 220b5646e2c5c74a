"""What one learner's graded responses leave behind: the numbers that predictions are made of.

Two things are followed at once. *Ability* is a two-level filter (overall θ, and θₖ per skill): an
extended Kalman filter for a logistic response, whose variances shrink with evidence. *Recency* is
what the filter cannot hold: decayed counts, streaks, the last responses.

With difficulty d (logit), h = p₀(1 − p₀), e = y − p₀ and p₀ = σ(d + θ + mean θₖ):
    D = 1 + h(v + Σ vₖ/m²),  θ += v·e/D,  θₖ += (vₖ/m)·e/D,
    v −= v²h/D − 0.002,  vₖ −= (vₖ/m)²h/D   (vₖ grows by 0.02 before each practice, at most 1).

All state is updated from the response alone: nothing here reads a course's counters, so that a
replay of a learner's log gives the same numbers whatever other learners did since.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from math import exp
from operator import attrgetter

from tutor.learner_state.single import halves, singles

DAY = 86_400.0
HALF_LIFE = 7 * DAY  # of the decayed counts, in seconds
MAX_STREAK = 6.0
MOST_TRIES = 6  # later tries share one counter


def sigmoid(z: float) -> float:
    """The logistic function, safe for any finite z."""
    if z >= 0:
        return 1.0 / (1.0 + exp(-z if z < 40.0 else -40.0))
    growth = exp(z if z > -40.0 else -40.0)
    return growth / (1.0 + growth)


@dataclass(slots=True)
class SkillTrace:
    """One learner's practice of one skill. `at` in seconds (0 unknown), `step` counts responses."""

    theta: float = 0.0
    var: float = 1.0
    wins: float = 0.0
    fails: float = 0.0
    recent_wins: float = 0.0  # halved every seven days
    recent_fails: float = 0.0
    ema: float = 0.0  # of surprises: response minus what the item's difficulty promised
    streak: float = 0.0  # −6 to 6
    step: float = 0.0  # the learner's response count when last practised
    at: float = 0.0

    def numbers(self) -> tuple[float, ...]:
        """The ten numbers in order; `SkillTrace(*numbers)` is the inverse."""
        numbers: tuple[float, ...] = _numbers(self)
        return numbers


_numbers = attrgetter(*(one.name for one in fields(SkillTrace)))
ItemTrace = tuple[int, float, int, float]  # wins, last outcome ±1, fails, last time in seconds
UNMET: ItemTrace = (0, 0.0, 0, 0.0)


@dataclass(slots=True)
class LearnerTrace:
    """One learner's practice as a whole, with that of each skill and item met so far."""

    theta: float = 0.0
    var: float = 1.0
    wins: float = 0.0
    fails: float = 0.0
    fast: float = 0.0  # decayed sum of surprises, 0.8 per response
    slow: float = 0.0  # the same, 0.99
    last: float = 0.0  # +1 right, −1 wrong, 0 none yet
    count: float = 0.0
    before: str = ""  # key of the skill set practised last
    run_item: str = ""  # the item answered last, and how often in a row
    run: int = 0
    own: list[float] = field(default_factory=list)  # this learner's own weights (`own`)
    squares: list[float] = field(default_factory=list)
    skills: dict[str, SkillTrace] = field(default_factory=dict)
    items: dict[str, ItemTrace] = field(default_factory=dict)

    def next_try(self, item: str) -> int:
        """Which consecutive response to `item` would come next, from 1."""
        return self.run + 1 if item == self.run_item else 1


@dataclass(slots=True)
class Step:
    """One response to come: the item, its skills, and when (seconds, 0 unknown).

    `try_` is the consecutive try at the item from 1; `aided` says that help came before;
    `lean` is the author's difficulty label as a logit (0 medium, + easy).
    """

    item: str
    skills: tuple[str, ...]
    t: float = 0.0
    try_: int = 1
    aided: bool = False
    lean: float = 0.0
    skill_key: str = ""  # the skill set as one name
    key: str = ""  # what the item's counts and effects are kept under; later tries have their own
    kind: str = ""  # the same for the skill set

    def __post_init__(self) -> None:
        kind = self.skill_key = self.skills[0] if len(self.skills) == 1 else "|".join(self.skills)
        key = self.item
        if (self.try_ > 1 and key != kind) or self.aided:
            key = f"{key}#{min(self.try_, MOST_TRIES)}"
        if self.aided:
            key, kind = f"{key}?", f"{kind}?"
        self.key, self.kind = key, kind


def follow(trace: LearnerTrace, step: Step, y: float, d_item: float, weight: float = 1.0) -> None:
    """Take a graded response in: y from 0 (wrong) to 1 (right); `weight` ≤ 1 tempers it.

    The weight scales what the ability filter learns and what is counted; order and time always
    move on.
    """
    known = trace.skills
    practised = []
    for name in step.skills:
        skill = known.get(name)
        if skill is None:
            skill = known[name] = SkillTrace()
        else:
            grown = skill.var + 0.02
            skill.var = grown if grown < 1.0 else 1.0
        practised.append(skill)
    _filter(trace, practised, y, d_item, weight)
    surprise = (y - sigmoid(d_item)) * weight
    right, won, failed = y >= 0.75, y * weight, (1.0 - y) * weight
    for skill in practised:
        _count(skill, step.t, won, failed, surprise, right)
        skill.step = trace.count
    trace.wins += won
    trace.fails += failed
    trace.fast = 0.8 * trace.fast + surprise
    trace.slow = 0.99 * trace.slow + surprise
    trace.last = last = 1.0 if right else -1.0
    trace.count += 1.0
    trace.before = step.skill_key
    item = step.item
    wins, _, fails, at = trace.items.get(item, UNMET)
    trace.items[item] = (wins + right, last, fails + (not right), at if at > step.t else step.t)
    trace.run = trace.run + 1 if item == trace.run_item else 1
    trace.run_item = item


def round_off(trace: LearnerTrace, skills: Sequence[str]) -> None:
    """Round to the precision that is stored: the learner's numbers and those of these skills."""
    for name in skills:
        skill = trace.skills[name]
        skill.theta, skill.var, skill.recent_wins, skill.recent_fails, skill.ema = halves(
            (skill.theta, skill.var, skill.recent_wins, skill.recent_fails, skill.ema)
        )
        skill.wins, skill.fails = singles((skill.wins, skill.fails))
    own = len(trace.own)
    kept = (trace.theta, trace.var, trace.wins, trace.fails, trace.fast, trace.slow)
    rounded = singles((*kept, *trace.own, *trace.squares))
    trace.theta, trace.var, trace.wins, trace.fails, trace.fast, trace.slow = rounded[:6]
    trace.own = list(rounded[6 : 6 + own])
    trace.squares = list(rounded[6 + own :])


def _filter(
    trace: LearnerTrace, practised: Sequence[SkillTrace], y: float, d_item: float, weight: float
) -> None:
    theta, var, share = trace.theta, trace.var, 1.0 / len(practised)
    if len(practised) == 1:
        mean, total = practised[0].theta, var + practised[0].var
    else:
        mean = sum([skill.theta for skill in practised]) * share
        total = var + sum([skill.var for skill in practised]) * share * share
    p = sigmoid(d_item + theta + mean)
    h = p * (1.0 - p) * weight
    error = (y - p) * weight
    denominator = 1.0 + h * total
    trace.theta = theta + var * error / denominator
    trace.var = var + (0.002 - var * var * h / denominator)
    for skill in practised:
        gain = skill.var * share
        skill.theta += gain * error / denominator
        skill.var -= gain * gain * h / denominator


def _count(
    skill: SkillTrace, t: float, won: float, failed: float, surprise: float, right: bool
) -> None:
    at = skill.at
    if t > at:
        if at > 0:
            fade = 2.0 ** (-(t - at) / HALF_LIFE)
            skill.recent_wins *= fade
            skill.recent_fails *= fade
        skill.at = t
    skill.recent_wins += won
    skill.recent_fails += failed
    skill.wins += won
    skill.fails += failed
    skill.ema = 0.6 * skill.ema + surprise
    streak = skill.streak
    if right:
        skill.streak = 1.0 if streak < 0.0 else MAX_STREAK if streak >= 5.0 else streak + 1.0
    else:
        skill.streak = -1.0 if streak > 0.0 else -MAX_STREAK if streak <= -5.0 else streak - 1.0
