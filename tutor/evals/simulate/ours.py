"""Our policy under simulation: the very functions that the tutor calls, without the dialogue."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tutor.curriculum.course import Course
from tutor.evals.simulate.learner import SimulatedLearner
from tutor.evals.simulate.policies import Asked, Happened
from tutor.ids import LearnerId, MessageId, MisconceptionId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.belief import confirmed, mastered
from tutor.learner_state.events import Attempted, Event, HintGiven, ItemClosed, ItemOpened, Outcome
from tutor.learner_state.select import Choice, choose
from tutor.learner_state.shape import LearnerState
from tutor.learner_state.state import empty_state, replay
from tutor.learner_state.tracer import CourseModel, ItemFacts


@dataclass(slots=True)
class Ours:
    """choose → open → attempt → learn → replay; one course model for all learners in turn."""

    course: Course
    model: CourseModel = field(default_factory=CourseModel)
    state: LearnerState | None = None
    choice: Choice | None = None
    seed: int = 0
    asked: int = 0

    def begin(self, learner: SimulatedLearner, seed: int) -> None:
        """A new log; what was learned of the course stays."""
        del learner
        self.state = empty_state(LearnerId(f"learner-{seed}"), self.course.id)
        self.seed = seed
        self.asked = 0

    def ask(self, now: datetime, *, dice: int | None = None) -> Asked:
        """What `select.choose` chooses; `dice` is its seed, where it should be a given one."""
        assert self.state is not None
        self.asked += 1
        seed = self.seed * 100_003 + self.asked if dice is None else dice
        choice = choose(self.course, self.state, self.model, now, seed)
        assert choice is not None
        self.choice = choice
        return Asked(
            item=choice.item,
            skill=choice.skill,
            p=choice.p,
            change_of_tack=choice.change_of_tack is not None,
        )

    def took(self, asked: Asked, happened: Happened) -> None:
        """Append the events of the turn, as the tutor does."""
        assert self.state is not None
        before = replay(self._opened(asked, happened), self.state)
        attempt = self._attempt(asked, happened, before)
        self.model.learn(before, attempt)
        outcome = Outcome.SOLVED if happened.right else Outcome.SKIPPED
        closed = ItemClosed(at=happened.at, item=asked.item, outcome=outcome)
        self.state = replay([attempt, closed], before)

    def _opened(self, asked: Asked, happened: Happened) -> list[Event]:
        """What came before the response: the item, and a hint where one was taken."""
        assert self.choice is not None
        opened: list[Event] = [
            ItemOpened(
                at=happened.at - timedelta(seconds=40),
                item=asked.item,
                seed=self.choice.seed,
                skills=self.course.sources[asked.item].skills,
                purpose=self.choice.purpose,
                reason=self.choice.reason,
            )
        ]
        if happened.helped:
            hinted = happened.at - timedelta(seconds=20)
            opened.append(HintGiven(at=hinted, item=asked.item, level=1))
        return opened

    def _attempt(self, asked: Asked, happened: Happened, before: LearnerState) -> Attempted:
        """The graded response, with what was predicted of it."""
        assert self.choice is not None
        source = self.course.sources[asked.item]
        facts = ItemFacts(
            id=source.id,
            skills=source.skills,
            difficulty=source.difficulty,
            templated=source.templated,
        )
        predicted = self.model.predict(before, facts, happened.at)
        return Attempted(
            at=happened.at,
            id=f"{self.seed}-{self.asked}",
            message=MessageId(f"{self.seed}-{self.asked}"),
            item=asked.item,
            seed=self.choice.seed,
            skills=source.skills,
            purpose=self.choice.purpose,
            difficulty=source.difficulty,
            response="",
            read_as="",
            verdict=Verdict.CORRECT if happened.right else Verdict.INCORRECT,
            help=1 if happened.helped else 0,
            misconception=happened.misconception,
            p=predicted.p,
            d_item=predicted.d_item,
            d_skill=predicted.d_skill,
        )

    def mastered(self, skill: SkillId) -> bool:
        """Provisionally or for good."""
        assert self.state is not None
        return mastered(self.state.belief(skill))

    def confirmed(self, skill: SkillId) -> bool:
        """Right again, alone, on a later day."""
        assert self.state is not None
        return confirmed(self.state.belief(skill))

    def found(self) -> frozenset[MisconceptionId]:
        """Misconceptions seen at least twice: once may be chance."""
        assert self.state is not None
        return frozenset(m for m, seen in self.state.misconceptions.items() if seen.count >= 2)

    def spent(self) -> tuple[int, float]:
        """Nobody talks."""
        return 0, 0.0

    def close(self) -> None:
        """Nothing is held open."""
