"""What is compared: our online learner, and what a measured tracer must be able to do."""

from copy import deepcopy
from math import log
from typing import Protocol

from tutor.evals.tracing.responses import Response
from tutor.learner_state.online import Scored
from tutor.learner_state.own import adapt
from tutor.learner_state.trace import LearnerTrace, Step, follow
from tutor.learner_state.tracer import CourseModel


class Tracer(Protocol):
    """A tracer under measurement, called for one response after another."""

    def fit(self, rows: list[Response]) -> None:
        """Learn the course from other learners' responses, once, before anything is predicted."""
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
    """The tracer of `tutor.learner_state`: one pass, predict then learn, and a rehearsal."""

    def __init__(self, *, rehearses: bool = True) -> None:
        self.rehearses = rehearses
        self.model = CourseModel()
        self.traces: dict[str, LearnerTrace] = {}
        self.scored: Scored | None = None

    def fit(self, rows: list[Response]) -> None:
        """One pass in order; then the same rows are rehearsed, if that helps others."""
        for row in rows:
            self.predict(row)
            self.update(row, learn=True)
        if self.rehearses and _rehearsing_helps(self.model, rows):
            _rehearse(self.model, rows)
        self.model.settle()

    def predict(self, row: Response) -> float:
        """As the tutor would, with the consecutive tries at an item told apart."""
        trace = self.traces.get(row.student)
        if trace is None:
            trace = self.traces[row.student] = LearnerTrace()
        step = Step(row.item, row.skills, row.t, trace.next_try(row.item))
        self.scored = scored = self.model.score(trace, step)
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


def _rehearse(model: CourseModel, rows: list[Response]) -> None:
    """Learn from the rows once more, students starting anew."""
    traces: dict[str, LearnerTrace] = {}
    for row in rows:
        trace = traces.setdefault(row.student, LearnerTrace())
        step = Step(row.item, row.skills, row.t, trace.next_try(row.item))
        d_item = model.rehearse(trace, step, float(row.right))
        follow(trace, step, float(row.right), d_item)


def _rehearsing_helps(model: CourseModel, rows: list[Response]) -> bool:
    """Whether a rehearsal with four fifths of the students predicts the others better than none.

    It does not where one student gave most of a log: then it is learned by heart.
    """
    judges = set(list(dict.fromkeys(row.student for row in rows))[::5])
    heard = [row for row in rows if row.student in judges]
    trial = deepcopy(model)
    _rehearse(trial, [row for row in rows if row.student not in judges])
    return _frozen_loss(trial, heard) < _frozen_loss(deepcopy(model), heard)


def _frozen_loss(model: CourseModel, rows: list[Response]) -> float:
    """The log-loss of the model when it is frozen; it is settled by this."""
    frozen = Ours()
    frozen.model = model
    model.settle()
    total = 0.0
    for row in rows:
        p = frozen.predict(row)
        frozen.update(row, learn=False)
        total -= log(p if row.right else 1.0 - p)
    return total
