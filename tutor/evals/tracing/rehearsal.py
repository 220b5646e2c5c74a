"""How a course is learned from a whole log: in one pass, then rehearsed as often as that helps others.

In the pass a response is predicted, then learned from and counted. The weights learned so have
mostly met counts that were small yet. A rehearsal goes through the same responses again, students
starting anew, each with the counts of the responses of other students as they are at the end.
Students are in `PARTS` parts, and a student's counts are those of the other parts: were only the
response itself left out, its outcome could be told from the rest (what is right was left out of a
count that is lower for it), and the weight of the counts would be learned too low.

How often is tried out: learned from four fifths of the students, with no rehearsal, one, two and
so on, the course predicts the last fifth when it is frozen; it goes on while that gains.
"""

from collections.abc import Sequence
from math import log

from tutor.evals.tracing.responses import Response, Went, told, unwatched
from tutor.learner_state.counters import Counters
from tutor.learner_state.own import adapt
from tutor.learner_state.trace import LearnerTrace, Step, follow
from tutor.learner_state.tracer import CourseModel

PARTS = 4
MOST = 3  # rehearsals
LEAST_GAIN = 0.0003  # nats per response of students who were not learned from
TRIED_ON = 150_000  # responses of the students whom the trial looks at, about, at most
JUDGES = 5  # one student in so many is only predicted


def learn_course(
    rows: Sequence[Response], *, rehearses: bool = True, went: Went = unwatched
) -> CourseModel:
    """The course as learned from the rows, settled to be frozen."""
    model = in_order(rows, went)
    if rehearses:
        for _ in range(rehearsals(rows, went)):
            rehearse(model, rows, went)
    model.settle()
    return model


def in_order(rows: Sequence[Response], went: Went = unwatched) -> CourseModel:
    """One pass: predict, then learn and count."""
    model, traces = CourseModel(), _Traces()
    for row in told(rows, went):
        trace = traces[row.student]
        scored = model.score(trace, step_of(trace, row))
        model.take(scored, float(row.right))
        follow(trace, scored.step, float(row.right), scored.d_item)
    return model


def rehearsals(rows: Sequence[Response], went: Went = unwatched) -> int:
    """How many rehearsals help to predict students who were not learned from, 0 to `MOST`."""
    heard, judged = _trial(rows)
    if not heard or not judged:
        return 0
    model = in_order(heard, went)
    loss = frozen_loss(model, judged, went)
    for done in range(MOST):
        rehearse(model, heard, went)
        now = frozen_loss(model, judged, went)
        if loss - now < LEAST_GAIN:
            return done
        loss = now
    return MOST


def rehearse(model: CourseModel, rows: Sequence[Response], went: Went = unwatched) -> None:
    """Learn from the rows once more, students starting anew."""
    part, others = _counts_of_others(rows)
    traces = _Traces()
    for row in told(rows, went):
        trace = traces[row.student]
        step = step_of(trace, row)
        d_item = model.rehearse(trace, step, float(row.right), others[part[row.student]])
        follow(trace, step, float(row.right), d_item)


def frozen_loss(model: CourseModel, rows: Sequence[Response], went: Went = unwatched) -> float:
    """The mean log-loss in nats when the course is frozen; the model is as it was afterwards."""
    weights = model.weights
    kept = weights.w, weights.b, weights.scale
    model.settle()
    traces, total = _Traces(), 0.0
    for row in told(rows, went):
        trace = traces[row.student]
        scored = model.score(trace, step_of(trace, row))
        total -= log(scored.p if row.right else 1.0 - scored.p)
        adapt(trace, scored.x, row.right - scored.p)
        follow(trace, scored.step, float(row.right), scored.d_item)
    weights.w, weights.b, weights.scale = kept
    return total / len(rows)


def step_of(trace: LearnerTrace, row: Response) -> Step:
    """The row as a step of its student's trace, with consecutive tries at an item told apart."""
    return Step(row.item, row.skills, row.t, trace.next_try(row.item))


class _Traces(dict[str, LearnerTrace]):
    """Students by name, new ones with nothing behind them."""

    def __missing__(self, student: str) -> LearnerTrace:
        made = self[student] = LearnerTrace()
        return made


def _trial(rows: Sequence[Response]) -> tuple[list[Response], list[Response]]:
    """The rows to learn from and those to predict, of whole students; of a large log a part."""
    every = 1 + len(rows) // TRIED_ON
    students = list(dict.fromkeys(row.student for row in rows))[::every]
    looked_at, judges = set(students), set(students[::JUDGES])
    heard = [row for row in rows if row.student in looked_at and row.student not in judges]
    return heard, [row for row in rows if row.student in judges]


def _counts_of_others(rows: Sequence[Response]) -> tuple[dict[str, int], list[Counters]]:
    """The part of every student, and per part the counts of all responses of the other parts."""
    students = dict.fromkeys(row.student for row in rows)
    part = {student: number % PARTS for number, student in enumerate(students)}
    counts = [Counters() for _ in range(PARTS)]
    last: dict[str, tuple[str, int]] = {}
    for row in rows:
        item, run = last.get(row.student, ("", 0))
        run = run + 1 if item == row.item else 1
        last[row.student] = (row.item, run)
        step = Step(row.item, row.skills, row.t, run)
        for number, one in enumerate(counts):
            if number != part[row.student]:
                one.count(step, float(row.right))
    return part, counts
