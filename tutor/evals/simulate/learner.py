"""A simulated learner: what they truly know, how they forget, and what they type.

The truth per skill is a two-state process with the learner's own parameters: known or not; a
right response when known unless they slip, when not known only by guessing, both shifted in
logits by the difficulty of the item; a chance to learn at every item, cut to 0.3 of it while a
prerequisite is not known. Between visits a known skill may be forgotten, in one of two forms.
Constants are spread around the medians of fits to real skills (docs/learner-model.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from math import exp, log
from random import Random

from tutor.curriculum.course import Course
from tutor.ids import ItemId, MisconceptionId, SkillId
from tutor.items.item import Difficulty, Item
from tutor.learner_state.trace import DAY, sigmoid

WITHOUT_PREREQUISITES = 0.3  # of the usual chance to learn
DONT_KNOW = ("idk", "i don't know", "no idea")


class Forgetting(StrEnum):
    """How a simulated learner forgets."""

    POWER = "power"  # (1 + 0.4·days/S)^−0.5: the tutor's kind of curve, other constants
    DECAY = "decay"  # exp(−days/S), faster while much else is practised: another form altogether


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTruth:
    """How one skill is learned: probabilities at medium difficulty for an average learner."""

    start: float
    learn: float
    guess: float
    slip: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a learner does besides answering: chances per response."""

    ask_for_help: float = 0.1  # when they do not know, before trying
    give_up: float = 0.08  # “idk” instead of a wrong answer
    misconceived: float = 0.3  # that a skill comes with one of its misconceptions


@dataclass(slots=True)
class TrueSkill:
    """One learner's truth about one skill. `strength` in days, `at` in seconds (0 never)."""

    known: bool
    start: float
    learn: float
    guess: float
    slip: float
    strength: float
    at: float = 0.0
    count: int = 0
    misconceptions: frozenset[MisconceptionId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What happened at an item: the truth before it, the chance of being right, the outcome."""

    right: bool
    knew: bool
    p: float


def truths_of(course: Course, seed: int) -> dict[SkillId, SkillTruth]:
    """How the skills of a course are learned, drawn around medians of real fits."""
    dice = Random(f"truths:{seed}")
    return {
        skill: SkillTruth(
            start=_around(dice, 0.30, 0.8, 0.02, 0.9),
            learn=_around(dice, 0.12, 0.7, 0.02, 0.5),
            guess=_around(dice, 0.227, 0.5, 0.05, 0.45),
            slip=_around(dice, 0.175, 0.5, 0.03, 0.4),
        )
        for skill in course.skills
    }


def ease_of(course: Course, seed: int) -> dict[ItemId, float]:
    """How easy each item truly is, in logits around 0 with s.d. about 0.9; labels tell a part."""
    dice = Random(f"ease:{seed}")
    label = {Difficulty.EASY: 0.7, Difficulty.MEDIUM: 0.0, Difficulty.HARD: -0.7}
    return {
        item: label[one.difficulty] + dice.gauss(0, 0.65) for item, one in course.sources.items()
    }


@dataclass(slots=True)
class SimulatedLearner:
    """A learner whose truth is known. Deterministic given the generators handed in.

    `skills` is the truth, for measuring; `log_ability` of 0 is average.
    """

    course: Course
    forgetting: Forgetting
    habits: Habits = field(default_factory=Habits)
    ability: float = 0.0
    skills: dict[SkillId, TrueSkill] = field(default_factory=dict)
    ease: Mapping[ItemId, float] = field(default_factory=dict)
    count: int = 0

    @classmethod
    def make(
        cls,
        course: Course,
        truths: Mapping[SkillId, SkillTruth],
        ease: Mapping[ItemId, float],
        seed: int,
        *,
        forgetting: Forgetting = Forgetting.POWER,
        habits: Habits | None = None,
        ability: float | None = None,
    ) -> "SimulatedLearner":
        """Draw a learner: ability (s.d. 1 logit of knowing, 0.5 of learning) and what they know."""
        dice = Random(f"learner:{seed}")
        drawn = dice.gauss(0, 1) if ability is None else ability
        one = cls(
            course=course,
            forgetting=forgetting,
            habits=habits or Habits(),
            ability=drawn,
            ease=ease,
        )
        for skill, facts in course.skills.items():
            truth = truths[skill]
            missing = any(not one.skills[r].known for r in facts.requires if r in one.skills)
            start = _shifted(truth.start, 0.8 * drawn - (2.0 if missing else 0.0))
            one.skills[skill] = TrueSkill(
                known=dice.random() < start,
                start=start,
                learn=_shifted(truth.learn, 0.5 * drawn),
                guess=truth.guess,
                slip=truth.slip,
                strength=dice.uniform(2.0, 6.0),
                misconceptions=_planted(course, skill, dice, one.habits),
            )
        return one

    def retained(self, skill: SkillId, now: datetime) -> float:
        """The chance that the skill, if known at the last visit, would still be known now."""
        one = self.skills[skill]
        if not one.at:
            return 1.0
        days = max(0.0, (now.timestamp() - one.at) / DAY)
        match self.forgetting:
            case Forgetting.POWER:
                return float((1.0 + 0.4 * days / one.strength) ** -0.5)
            case Forgetting.DECAY:
                busy = 1.0 + (self.count - one.count) / 300.0
                return exp(-0.12 * days * busy / one.strength)

    def knows(self, skill: SkillId, now: datetime) -> float:
        """P(known) now: 0 when not learned, else what is retained."""
        return self.retained(skill, now) if self.skills[skill].known else 0.0

    def answer(
        self, item: ItemId, skill: SkillId, now: datetime, dice: Random, *, helped: bool = False
    ) -> Answered:
        """Do one item, perhaps after a hint: recall or not, answer, and perhaps learn from it."""
        one = self.skills[skill]
        kept = self.retained(skill, now)
        days = (now.timestamp() - one.at) / DAY if one.at else 0.0
        if one.known and dice.random() > kept:
            one.known = False
        knew = one.known
        p = self.chance(item, skill, helped=helped)
        right = dice.random() < p
        if one.known:
            if days > 0.3:
                one.strength = min(120.0, one.strength * (1.3 + 1.5 * (1.0 - kept)))
        elif dice.random() < one.learn * self._ready(skill, now):
            one.known = True
            one.strength = max(2.0, one.strength * 0.9)
        self.count += 1
        one.count = self.count
        one.at = now.timestamp()
        return Answered(right=right, knew=knew, p=p)

    def chance(self, item: ItemId, skill: SkillId, *, helped: bool = False) -> float:
        """P(right) at the item in the present state (nothing more is forgotten).

        Whatever the item needs besides the skill must be known as well. A hint (`helped`) adds
        a logit.
        """
        one, source = self.skills[skill], self.course.sources.get(item)
        known = one.known and all(self.skills[s].known for s in (source.skills if source else ()))
        by = self.ease.get(item, 0.0) + (1.0 if helped else 0.0)
        return _shifted(1.0 - one.slip if known else one.guess, by)

    def shown(self, skill: SkillId, dice: Random) -> None:
        """The skill was explained (hint, worked example): half the usual chance to learn."""
        one = self.skills[skill]
        if not one.known and dice.random() < 0.5 * one.learn:
            one.known = True

    def asks_for_help(self, skill: SkillId, dice: Random) -> bool:
        """Whether the learner asks for a hint before trying."""
        return not self.skills[skill].known and dice.random() < self.habits.ask_for_help

    def respond(self, item: Item, skill: SkillId, now: datetime, dice: Random) -> tuple[str, float]:
        """What the learner types at the item, and after how many seconds."""
        happened = self.answer(item.id, skill, now, dice)
        seconds = dice.lognormvariate(3.4 if happened.knew else 3.8, 0.5)
        if happened.right:
            return item.type.answer_text(), seconds
        return self._wrong(item, skill, dice), seconds

    def _wrong(self, item: Item, skill: SkillId, dice: Random) -> str:
        held = self.skills[skill].misconceptions
        believed = [one.text for one in item.wrong if one.misconception in held]
        if believed and not self.skills[skill].known:
            return dice.choice(believed)
        if dice.random() < self.habits.give_up:
            return dice.choice(DONT_KNOW)
        samples = item.type.samples()
        others = [*(one.text for one in item.wrong), *samples.wrong, *samples.near]
        return dice.choice(others) if others else dice.choice(DONT_KNOW)

    def _ready(self, skill: SkillId, now: datetime) -> float:
        """The share of the usual chance to learn: what is forgotten cannot be built upon."""
        met = 1.0
        for required in self.course.skills[skill].requires:
            met *= self.knows(required, now)
        return WITHOUT_PREREQUISITES + (1.0 - WITHOUT_PREREQUISITES) * met


def _planted(
    course: Course, skill: SkillId, dice: Random, habits: Habits
) -> frozenset[MisconceptionId]:
    """The misconceptions that this learner holds, of those that items of the skill can betray."""
    if not course.misconceptions or dice.random() >= habits.misconceived:
        return frozenset()
    found: list[MisconceptionId] = []
    for item in course.by_skill.get(skill, ()):
        for wrong in course.sources[item].make(1).wrong:
            if wrong.misconception is not None and wrong.misconception not in found:
                found.append(wrong.misconception)
    return frozenset([dice.choice(found)]) if found else frozenset()


def _shifted(p: float, by: float) -> float:
    return sigmoid(log(p / (1.0 - p)) + by)


def _around(dice: Random, middle: float, spread: float, low: float, high: float) -> float:
    return min(high, max(low, _shifted(middle, dice.gauss(0, spread))))
