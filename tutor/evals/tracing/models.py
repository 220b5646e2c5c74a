"""What is compared: our online learner, and what a measured tracer must be able to do."""

from typing import Protocol

from tutor.evals.tracing.rehearsal import learn_course, step_of
from tutor.evals.tracing.responses import Response, Went, unwatched
from tutor.learner_state.online import Scored
from tutor.learner_state.own import adapt
from tutor.learner_state.trace import LearnerTrace, follow
from tutor.learner_state.tracer import CourseModel


class Tracer(Protocol):
    """A tracer under measurement, called for one response after another."""

    def fit(self, rows: list[Response], went: Went) -> None:
        """Learn the course from other learners' responses, once, before anything is predicted.

        `went` is told how many responses were gone through since it was last told.
        """
        ...

    def predict(self, row: Response) -> float:
        """P(right) of the response, from what its student did before."""
        ...

    def update(self, row: Response, *, learn: bool) -> None:
        """Take the outcome of the response just predicted; `learn` says that the course may."""
        ...

    def bytes_per_skill(self) -> float:
        """What is kept per learner and skill, in bytes."""
        ...


class Ours:
    """The tracer of `tutor.learner_state`: one pass, predict then learn, and rehearsals."""

    def __init__(self, *, rehearses: bool = True) -> None:
        self.rehearses = rehearses
        self.model = CourseModel()
        self.traces: dict[str, LearnerTrace] = {}
        self.scored: Scored | None = None

    def fit(self, rows: list[Response], went: Went = unwatched) -> None:
        """One pass in order, rehearsed as often as that helps to predict others, then frozen."""
        self.model = learn_course(rows, rehearses=self.rehearses, went=went)

    def predict(self, row: Response) -> float:
        """As the tutor would, with the consecutive tries at an item told apart."""
        trace = self.traces.get(row.student)
        if trace is None:
            trace = self.traces[row.student] = LearnerTrace()
        self.scored = scored = self.model.score(trace, step_of(trace, row))
        return scored.p

    def update(self, row: Response, *, learn: bool) -> None:
        """The student's own trace always follows.

        While the course learns from one student after another its weights follow the student at
        hand already; a student's own weights are moved when the course is frozen.
        """
        scored = self.scored
        assert scored is not None
        y = float(row.right)
        trace = self.traces[row.student]
        if learn:
            self.model.take(scored, y)
        else:
            adapt(trace, scored.x, y - scored.p)
        follow(trace, scored.step, y, scored.d_item)

    def bytes_per_skill(self) -> float:
        """Ten numbers as 32-bit floats, of which time as 64, and the readout's two."""
        return 10 * 4 + 4 + 2 * 4
