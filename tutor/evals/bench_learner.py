"""What the learner state takes: choosing in a large course, a long replay, and what is stored.

Times are of the processor, so that other programs on the machine count for less.
"""

import json
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from time import process_time

from tutor.curriculum.course import Course
from tutor.evals.simulate.course import invented_course
from tutor.ids import LearnerId, MessageId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, Event, GoalSet, ItemOpened, Purpose
from tutor.learner_state.pick import Choice, facts_of
from tutor.learner_state.select import choose, placement_next
from tutor.learner_state.shape import LearnerState
from tutor.learner_state.state import empty_state, replay, to_json
from tutor.learner_state.tracer import CourseModel

Figure = tuple[str, str, str]
LESSON = 30  # items, one lesson a day
RIGHT = 0.8


@dataclass(slots=True)
class Pupil:
    """A learner of a course who is right in four of five, with the log of it."""

    course: Course
    model: CourseModel = field(default_factory=CourseModel)
    at: datetime = datetime(2026, 1, 5, 9, tzinfo=UTC)
    events: list[Event] = field(default_factory=list)
    dice: Random = field(default_factory=lambda: Random(5))
    state: LearnerState = field(init=False)

    def __post_init__(self) -> None:
        self.state = empty_state(LearnerId("bench"), self.course.id)

    def say(self, *events: Event) -> None:
        """Take events into the log."""
        self.events += events
        self.state = replay(events, self.state)

    def answers(self, choice: Choice) -> None:
        """Open the chosen item and answer it; after a lesson it is the next day."""
        self.at += timedelta(seconds=60)
        if len(self.events) % (2 * LESSON) == 0:
            self.at += timedelta(days=1)
        source = self.course.sources[choice.item]
        predicted = self.model.predict(self.state, facts_of(source), self.at)
        attempt = Attempted(
            at=self.at, id=str(len(self.events)), message=MessageId(str(len(self.events))),
            item=choice.item, seed=choice.seed, skills=source.skills, purpose=choice.purpose,
            difficulty=source.difficulty, response="", read_as="", p=predicted.p,
            d_item=predicted.d_item, d_skill=predicted.d_skill,
            verdict=Verdict.CORRECT if self.dice.random() < RIGHT else Verdict.INCORRECT,
        )  # fmt: skip
        opened = ItemOpened(
            at=self.at, item=choice.item, seed=choice.seed, skills=source.skills, purpose=choice.purpose
        )  # fmt: skip
        self.model.learn(self.state, attempt)
        self.say(opened, attempt)

    def practises(self, items: int) -> None:
        """So many items, as they are chosen."""
        for number in range(items):
            choice = choose(self.course, self.state, self.model, self.at, number)
            assert choice is not None
            self.answers(choice)

    def chooses(self, times: int) -> str:
        """How long a choice takes now."""
        return _spread(times, lambda n: choose(self.course, self.state, self.model, self.at, n))


def figures() -> list[Figure]:
    """`select` at three points of a learner's way, 10,000 events replayed, bytes of a snapshot."""
    large = Pupil(invented_course(skills=200, items=25))
    size = f"{len(large.course.skills)} skills, {len(large.course.sources)} items"
    placed = Pupil(large.course)
    while choice := placement_next(placed.course, placed.state, placed.model, placed.at, 0):
        placed.answers(choice)
    asked = sum(isinstance(e, Attempted) and e.purpose is Purpose.PLACEMENT for e in placed.events)
    placed.say(GoalSet(at=placed.at, skills=(list(placed.course.skills)[-1],)))
    large.practises(400)
    large.at += timedelta(days=4)
    due = large.chooses(400)
    large.practises(4600)
    whole = large.events[:10_000]
    taken = min(
        _seconds(lambda: replay(whole, empty_state(LearnerId("b"), large.course.id)))
        for _ in range(3)
    )
    small = Pupil(invented_course())
    small.practises(300)
    kept = len(json.dumps(to_json(small.state))) / len(small.state.skills)
    met = len(small.state.items)
    return [
        ("choosing, reviews due", due, f"{size}; after 400 responses"),
        ("choosing, placed and with a goal", placed.chooses(400), f"{size}; {asked} placement items"),
        ("choosing, far on", large.chooses(400), f"{size}; after 5,000 responses"),
        ("replay of 10,000 events", f"{taken:.2f} s", f"{len(whole) // 2:,} responses, best of three"),
        (
            "stored of a learner and skill", f"{kept:.0f} bytes",
            f"{len(small.state.skills)} skills and {met} items met in 300 responses",
        ),
    ]  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _spread(times: int, work: Callable[[int], object]) -> str:
    took: Sequence[float] = [1000 * _seconds(partial(work, n)) for n in range(times)]
    cuts = statistics.quantiles(took, n=20)
    return f"p50 {statistics.median(took):.1f} ms, p95 {cuts[18]:.1f} ms"
