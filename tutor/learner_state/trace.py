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
from math import exp, log1p
from operator import attrgetter

from tutor.learner_state.single import singles

DAY = 86_400.0
HALF_LIFE = 7 * DAY  # of the decayed counts, in seconds
MAX_STREAK = 6.0


def sigmoid(z: float) -> float:
    """The logistic function, safe for any finite z."""
    if z >= 0:
        return 1.0 / (1.0 + exp(-min(z, 40.0)))
    growth = exp(max(z, -40.0))
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
    skill_key: str = ""

    def __post_init__(self) -> None:
        if not self.skill_key:
            self.skill_key = "|".join(self.skills)


FEATURES = (
    "d_item",
    "d_skill",
    "theta",
    "theta_k",
    "recent_wins",
    "recent_fails",
    "wins",
    "fails",
    "fast",
    "streak",
    "new_skill",
    "new_item",
    "item_wins",
    "item_last",
    "gap_steps",
    "gap_hours",
    "same_skill",
    "skill_wins",
    "skill_fails",
    "ema",
    "slow",
    "last",
    "item_fails",
    "item_hours",
)
SLOPES = ("skill_wins", "skill_fails", "new_skill", "item_last", "same_skill", "theta_k", "streak")


def features(
    trace: LearnerTrace, step: Step, d_item: float, d_skill: float
) -> tuple[list[float], list[list[float]]]:
    """The inputs in the order of FEATURES, and per skill those of SLOPES.

    With several skills a feature of a skill is the mean over them.
    """
    share = 1.0 / len(step.skills)
    wins_before, item_last, fails_before, item_at = trace.items.get(step.item, UNMET)
    same = 1.0 if trace.before == step.skill_key else 0.0
    theta_k = recent_w = recent_f = streak = new = steps = hours = skill_w = skill_f = ema = 0.0
    slopes = []
    for name in step.skills:
        skill = trace.skills.get(name)
        if skill is None:
            new += share
            slopes.append([0.0, 0.0, share, item_last * share, same * share, 0.0, 0.0])
            continue
        elapsed = step.t - skill.at if step.t > 0 and skill.at > 0 else 0.0
        fade = 2.0 ** (-elapsed / HALF_LIFE) if elapsed > 0 else 1.0
        log_w, log_f = log1p(skill.wins), log1p(skill.fails)
        theta_k += skill.theta * share
        recent_w += log1p(skill.recent_wins * fade) * share
        recent_f += log1p(skill.recent_fails * fade) * share
        streak += skill.streak * share
        steps += log1p(trace.count - skill.step) * share
        if elapsed > 0:
            hours += log1p(elapsed / 3600.0) * share
        skill_w += log_w * share
        skill_f += log_f * share
        ema += skill.ema * share
        slopes.append(
            [
                log_w * share,
                log_f * share,
                0.0,
                item_last * share,
                same * share,
                skill.theta * share,
                skill.streak * share,
            ]
        )
    x = [
        d_item,
        d_skill,
        trace.theta,
        theta_k,
        recent_w,
        recent_f,
        log1p(trace.wins),
        log1p(trace.fails),
        trace.fast,
        streak,
        new,
        0.0 if item_last else 1.0,
        log1p(wins_before),
        item_last,
        steps,
        hours,
        same,
        skill_w,
        skill_f,
        ema,
        trace.slow,
        trace.last,
        log1p(fails_before),
        log1p((step.t - item_at) / 3600.0) if step.t > item_at > 0 else 0.0,
    ]
    return x, slopes


def follow(trace: LearnerTrace, step: Step, y: float, d_item: float, weight: float = 1.0) -> None:
    """Take a graded response in: y from 0 (wrong) to 1 (right); `weight` ≤ 1 tempers it.

    The weight scales what the ability filter learns and what is counted; order and time always
    move on.
    """
    names = step.skills
    share = 1.0 / len(names)
    known = trace.skills
    practised = []
    for name in names:
        skill = known.get(name)
        if skill is None:
            skill = known[name] = SkillTrace()
        else:
            skill.var = min(1.0, skill.var + 0.02)
        practised.append(skill)
    _filter(trace, practised, share, y, d_item, weight)
    surprise = (y - sigmoid(d_item)) * weight
    right = y >= 0.75
    for skill in practised:
        _count(skill, trace, step, y, surprise, weight, right=right)
    trace.wins += y * weight
    trace.fails += (1.0 - y) * weight
    trace.fast = 0.8 * trace.fast + surprise
    trace.slow = 0.99 * trace.slow + surprise
    trace.last = 1.0 if right else -1.0
    trace.count += 1.0
    trace.before = step.skill_key
    wins, _, fails, at = trace.items.get(step.item, UNMET)
    trace.items[step.item] = (wins + right, trace.last, fails + (not right), max(at, step.t))
    trace.run = trace.next_try(step.item)
    trace.run_item = step.item


def round_off(trace: LearnerTrace, skills: Sequence[str]) -> None:
    """Round to the precision that is stored: the learner's numbers and those of these skills."""
    for name in skills:
        skill = trace.skills[name]
        trace.skills[name] = rounded = SkillTrace(*singles(skill.numbers()[:9]))
        rounded.at = skill.at
    trace.theta, trace.var, trace.wins, trace.fails, trace.fast, trace.slow = singles(
        (trace.theta, trace.var, trace.wins, trace.fails, trace.fast, trace.slow)
    )
    trace.own = list(singles(trace.own))
    trace.squares = list(singles(trace.squares))


def _filter(
    trace: LearnerTrace,
    practised: Sequence[SkillTrace],
    share: float,
    y: float,
    d_item: float,
    weight: float,
) -> None:
    theta_k = sum(skill.theta for skill in practised) * share
    p = sigmoid(d_item + trace.theta + theta_k)
    h = p * (1.0 - p) * weight
    error = (y - p) * weight
    total = trace.var + sum(skill.var for skill in practised) * share * share
    denominator = 1.0 + h * total
    trace.theta += trace.var * error / denominator
    trace.var += 0.002 - trace.var * trace.var * h / denominator
    for skill in practised:
        gain = skill.var * share
        skill.theta += gain * error / denominator
        skill.var -= gain * gain * h / denominator


def _count(
    skill: SkillTrace,
    trace: LearnerTrace,
    step: Step,
    y: float,
    surprise: float,
    weight: float,
    *,
    right: bool,
) -> None:
    if step.t > 0 and step.t > skill.at > 0:
        fade = 2.0 ** (-(step.t - skill.at) / HALF_LIFE)
        skill.recent_wins *= fade
        skill.recent_fails *= fade
    skill.recent_wins += y * weight
    skill.recent_fails += (1.0 - y) * weight
    skill.wins += y * weight
    skill.fails += (1.0 - y) * weight
    skill.ema = 0.6 * skill.ema + surprise
    if right:
        skill.streak = min(MAX_STREAK, max(0.0, skill.streak) + 1.0)
    else:
        skill.streak = max(-MAX_STREAK, min(0.0, skill.streak) - 1.0)
    skill.step = trace.count
    skill.at = max(skill.at, step.t)
