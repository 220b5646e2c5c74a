"""The policies that others use, as baselines under simulation.

Every baseline walks the outer fringe in course order (skills whose prerequisites it holds for
mastered), except random and OATutor's, and takes items at random unless it says otherwise. A
response after a hint counts as wrong for the baselines, as in ASSISTments.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import exp
from random import Random

from tutor.curriculum.course import Course
from tutor.evals.simulate.learner import SimulatedLearner
from tutor.evals.simulate.policies import Asked, Happened
from tutor.ids import ItemId, MisconceptionId, SkillId

MASTERED_P = 0.95


@dataclass(slots=True)
class Baseline:
    """What the baselines share: who is learning, what was done, dice."""

    course: Course
    learner: SimulatedLearner | None = None
    dice: Random = field(default_factory=Random)
    results: dict[SkillId, list[bool]] = field(default_factory=dict)
    done: set[SkillId] = field(default_factory=set)
    askable: list[SkillId] = field(default_factory=list)  # skills that have items

    def begin(self, learner: SimulatedLearner, seed: int) -> None:
        """Forget the last learner."""
        self.learner = learner
        self.dice = Random(f"policy:{seed}")
        self.results = {skill: [] for skill in self.course.skills}
        self.askable = [skill for skill in self.course.skills if self.course.by_skill.get(skill)]
        self.done = set(self.course.skills) - set(self.askable)

    def ask(self, now: datetime) -> Asked:
        """An item of the first skill of the fringe; anything when all is mastered."""
        del now
        opened = [
            skill
            for skill, facts in self.course.skills.items()
            if skill not in self.done and all(r in self.done for r in facts.requires)
        ]
        skill = self.pick(opened) if opened else self.dice.choice(self.askable)
        item, p = self.item(skill)
        return Asked(item=item, skill=skill, p=p)

    def pick(self, opened: list[SkillId]) -> SkillId:
        """Which skill of the fringe."""
        return opened[0]

    def item(self, skill: SkillId) -> tuple[ItemId, float | None]:
        """Which item of the skill."""
        return self.dice.choice(self.course.by_skill[skill]), None

    def took(self, asked: Asked, happened: Happened) -> None:
        """Note the outcome and judge the skill anew."""
        self.results[asked.skill].append(happened.right and not happened.helped)
        self.note(asked, self.results[asked.skill][-1])
        if self.judge(asked.skill):
            self.done.add(asked.skill)

    def note(self, asked: Asked, right: bool) -> None:
        """What a policy keeps besides the results."""

    def judge(self, skill: SkillId) -> bool:
        """Whether the skill is mastered by its results."""
        raise NotImplementedError

    def mastered(self, skill: SkillId) -> bool:
        """As last judged."""
        return skill in self.done

    def confirmed(self, skill: SkillId) -> bool:
        """No difference is made."""
        return skill in self.done

    def found(self) -> frozenset[MisconceptionId]:
        """None: these policies do not look."""
        return frozenset()

    def spent(self) -> tuple[int, float]:
        """Nobody talks."""
        return 0, 0.0

    def close(self) -> None:
        """Nothing is held open."""


class AtRandom(Baseline):
    """Any item of any skill."""

    def ask(self, now: datetime) -> Asked:
        """Any item of the course."""
        del now
        skill = self.dice.choice(self.askable)
        return Asked(item=self.item(skill)[0], skill=skill)

    def judge(self, skill: SkillId) -> bool:
        """Never."""
        return False


class FixedTen(Baseline):
    """Ten items of each skill in course order."""

    def judge(self, skill: SkillId) -> bool:
        """After ten, whatever the results."""
        return len(self.results[skill]) >= 10


class ThreeInARow(Baseline):
    """ASSISTments' skill builders: three right in a row."""

    def judge(self, skill: SkillId) -> bool:
        """The last three are right."""
        return len(self.results[skill]) >= 3 and all(self.results[skill][-3:])


class LastFive(Baseline):
    """The last five results, weighted 1 to 5 towards the newest, reach 0.9."""

    def judge(self, skill: SkillId) -> bool:
        """At least five, and their weighted mean at the gate."""
        last = self.results[skill][-5:]
        if len(last) < 5:
            return False
        return sum(w * r for w, r in zip(range(1, 6), last, strict=True)) / 15.0 >= 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Bkt:
    """Parameters of Bayesian knowledge tracing (Corbett & Anderson 1995)."""

    start: float
    learn: float
    guess: float
    slip: float

    def after(self, known: float, right: bool) -> float:
        """P(known) after a response and the chance to learn."""
        if right:
            hit, miss = known * (1 - self.slip), (1 - known) * self.guess
        else:
            hit, miss = known * self.slip, (1 - known) * (1 - self.guess)
        posterior = hit / (hit + miss)
        return posterior + (1 - posterior) * self.learn


class Traced(Baseline):
    """BKT with the parameters that `parameters` gives for a skill; mastered at 0.95."""

    known: dict[SkillId, float]

    def begin(self, learner: SimulatedLearner, seed: int) -> None:
        """Each skill at its start."""
        super().begin(learner, seed)
        self.known = {skill: self.parameters(skill).start for skill in self.course.skills}

    def parameters(self, skill: SkillId) -> Bkt:
        """The four numbers of the skill."""
        raise NotImplementedError

    def note(self, asked: Asked, right: bool) -> None:
        """Move the belief."""
        skill = asked.skill
        self.known[skill] = self.parameters(skill).after(self.known[skill], right)

    def judge(self, skill: SkillId) -> bool:
        """At the usual bar."""
        return self.known[skill] >= MASTERED_P


class TrueBkt(Traced):
    """BKT that sees the learner's true parameters (but neither item ease nor forgetting)."""

    truth: Mapping[SkillId, Bkt]

    def begin(self, learner: SimulatedLearner, seed: int) -> None:
        """Look at the truth."""
        self.truth = {
            skill: Bkt(start=one.start, learn=one.learn, guess=one.guess, slip=one.slip)
            for skill, one in learner.skills.items()
        }
        super().begin(learner, seed)

    def parameters(self, skill: SkillId) -> Bkt:
        """The learner's own."""
        return self.truth[skill]


OATUTOR = Bkt(start=0.1, learn=0.1, guess=0.1, slip=0.1)


class OaTutor(Traced):
    """OATutor: one set of constants, the skill believed least first, mastered at 0.95."""

    def parameters(self, skill: SkillId) -> Bkt:
        """Its default constants."""
        del skill
        return OATUTOR

    def ask(self, now: datetime) -> Asked:
        """The skill with the lowest belief, prerequisites or not."""
        del now
        skill = min(self.askable, key=lambda s: self.known[s])
        return Asked(item=self.item(skill)[0], skill=skill)


class Elo(Baseline):
    """Multi-skill Elo (Pelánek 2016): items near 0.75; mastered when P(right) reaches 0.85."""

    overall: float
    skills: dict[SkillId, float]
    counts: dict[str, int]
    items: dict[ItemId, float]
    item_counts: dict[ItemId, int]

    def begin(self, learner: SimulatedLearner, seed: int) -> None:
        """A new learner; items keep their ratings."""
        super().begin(learner, seed)
        self.overall = 0.0
        self.skills = dict.fromkeys(self.course.skills, 0.0)
        self.counts = {}
        if not hasattr(self, "items"):
            self.items = dict.fromkeys(self.course.sources, 0.0)
            self.item_counts = dict.fromkeys(self.course.sources, 0)

    def item(self, skill: SkillId) -> tuple[ItemId, float | None]:
        """The item predicted nearest 0.75."""
        chances = {item: self._p(item, skill) for item in self.course.by_skill[skill]}
        best = min(chances, key=lambda i: abs(chances[i] - 0.75) + 0.05 * self.dice.random())
        return best, chances[best]

    def note(self, asked: Asked, right: bool) -> None:
        """Move learner, skill and item by the surprise."""
        surprise = float(right) - self._p(asked.item, asked.skill)
        self.overall += self._step("overall") * surprise
        self.skills[asked.skill] += self._step(asked.skill) * surprise
        n = self.item_counts[asked.item]
        self.items[asked.item] -= surprise / (1.0 + 0.05 * n)
        self.item_counts[asked.item] = n + 1

    def judge(self, skill: SkillId) -> bool:
        """At average items."""
        z = self.overall + self.skills[skill]
        return len(self.results[skill]) >= 3 and 1.0 / (1.0 + exp(-z)) >= 0.85

    def _p(self, item: ItemId, skill: SkillId) -> float:
        return 1.0 / (1.0 + exp(self.items[item] - self.overall - self.skills[skill]))

    def _step(self, key: str) -> float:
        n = self.counts.get(key, 0)
        self.counts[key] = n + 1
        return 1.0 / (1.0 + 0.05 * n)


BASELINES: Mapping[str, Callable[[Course], Baseline]] = {
    "random": AtRandom,
    "fixed ten": FixedTen,
    "three in a row": ThreeInARow,
    "OATutor": OaTutor,
    "BKT, true parameters": TrueBkt,
    "Elo": Elo,
    "last five, gate 0.9": LastFive,
}
SEES_TRUTH = frozenset({"BKT, true parameters"})
