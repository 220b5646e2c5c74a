"""A corrected answer key: what the stored responses to an item are worth by the item as it is now. Pure."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from tutor.curriculum.course import Course
from tutor.ids import ItemId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, AttemptRegraded, Event, Judge
from tutor.learner_state.phrases import say, words_of


def regrades(
    events: Iterable[Event], course: Course, item: ItemId, now: datetime
) -> Iterator[AttemptRegraded]:
    """The regrades that a learner's whole log asks for, in its order.

    Only what code graded is graded again; what a teacher or a model judged stays, and so does a response that
    cannot be read now (“I don't know”, counted as wrong where that was an answer). Raises NotFound.
    """
    made: dict[str, Attempted] = {}
    verdicts: dict[str, Verdict] = {}
    settled: set[str] = set()
    for event in events:
        match event:
            case Attempted() if event.item == item and event.judge is Judge.CODE:
                made[event.id], verdicts[event.id] = event, event.verdict
            case AttemptRegraded():
                verdicts[event.attempt] = event.verdict
                if event.by is not None:
                    settled.add(event.attempt)
            case _:
                pass
    reason = say("regraded", words_of(course.language))
    for name, attempt in made.items():
        verdict = course.item(item, attempt.seed).grade(attempt.response).verdict
        if name not in settled and verdict.counts and verdict is not verdicts[name]:
            yield AttemptRegraded(at=now, attempt=name, verdict=verdict, by=None, reason=reason)
