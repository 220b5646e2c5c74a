"""A learner's story for tests: says what happened, keeps the events and a course model."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tutor.curriculum.course import Course
from tutor.evals.simulate.course import invented_course
from tutor.ids import CourseId, ItemId, LearnerId, MessageId, SkillId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.events import Attempted, Event, ItemOpened, Purpose
from tutor.learner_state.shape import LearnerState
from tutor.learner_state.state import empty_state, replay
from tutor.learner_state.tracer import CourseModel

MONDAY = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)


@dataclass
class Story:
    """Events of one learner, made by saying what they did."""

    course: Course = field(default_factory=lambda: invented_course(skills=8, items=12))
    model: CourseModel = field(default_factory=CourseModel)
    at: datetime = MONDAY
    events: list[Event] = field(default_factory=list)

    @property
    def state(self) -> LearnerState:
        return replay(self.events, empty_state(LearnerId("ada"), CourseId("invented")))

    def wait(self, **time: float) -> "Story":
        self.at += timedelta(**time)
        return self

    def say(self, event: Event) -> "Story":
        self.events.append(event)
        return self

    def open(
        self, skill: str, number: int = 0, purpose: Purpose = Purpose.PRACTICE, seed: int = 0
    ) -> "Story":
        return self.say(
            ItemOpened(
                at=self.at,
                item=ItemId(f"{skill}-{number:02d}"),
                seed=seed,
                skills=(SkillId(skill),),
                purpose=purpose,
            )
        )

    def answer(
        self,
        skill: str,
        right: bool | Verdict = True,
        *,
        number: int = 0,
        help: int = 0,
        try_: int = 1,
        told: bool = False,
        purpose: Purpose = Purpose.PRACTICE,
        **more: object,
    ) -> "Story":
        verdict = right
        if isinstance(verdict, bool):
            verdict = Verdict.CORRECT if right else Verdict.INCORRECT
        self.at += timedelta(seconds=40)
        return self.say(
            Attempted(
                at=self.at,
                id=f"a{len(self.events)}",
                message=MessageId(f"m{len(self.events)}"),
                item=ItemId(f"{skill}-{number:02d}"),
                seed=0,
                skills=(SkillId(skill),),
                purpose=purpose,
                difficulty=Difficulty.MEDIUM,
                response="",
                read_as="",
                verdict=verdict,
                help=help,
                try_=try_,
                told=told,
                **more,  # type: ignore[arg-type]
            )
        )

    def do(self, skill: str, results: str, purpose: Purpose = Purpose.PRACTICE) -> "Story":
        """`results` like "RRWR": an opened item each, answered right or wrong without help."""
        for index, result in enumerate(results):
            self.open(skill, index % 12, purpose).answer(
                skill, result == "R", number=index % 12, purpose=purpose
            )
        return self

    def master(self, skill: str) -> "Story":
        """Three in a row, and one more two days later."""
        return self.do(skill, "RRRR").wait(days=2).do(skill, "R")
