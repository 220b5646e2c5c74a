"""A corrected answer key: what the stored responses to an item are worth by the item as it is now. Pure."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from tutor.curriculum.course import Course
from tutor.dialogue.read import worth
from tutor.dialogue.session import EMPTY, follow
from tutor.ids import ItemId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, AttemptRegraded, Event, Judge, MessageReceived
from tutor.learner_state.phrases import say, words_of


def regrades(
    events: Iterable[Event], course: Course, item: ItemId, now: datetime
) -> Iterator[AttemptRegraded]:
    """The regrades that a learner's whole log asks for, in its order.

    A response is read as it was then: with what was said before it, where it completes that, and out of the sentence
    that it stood in.
    What a teacher decided stays; so does what was judged of a response in own words, where the rubric alone leaves it
    unclear now, and a response that cannot be read now (“I don't know”, counted as wrong where that was an answer).
    Raises NotFound.
    """
    session = heard = EMPTY  # `heard` is as it was when a message came
    made: dict[str, Verdict] = {}
    verdicts: dict[str, Verdict] = {}
    settled: set[str] = set()
    for event in events:
        match event:
            case MessageReceived():
                heard = session
            case Attempted() if event.item == item and event.judge is not Judge.TEACHER:
                again = worth(event.response, course.item(item, event.seed), heard)
                made[event.id], verdicts[event.id] = again.verdict, event.verdict
            case AttemptRegraded():
                verdicts[event.attempt] = event.verdict
                if event.by is not None:
                    settled.add(event.attempt)
            case _:
                pass
        session = follow(session, (event,))
    reason = say("regraded", words_of(course.language))
    for name, verdict in made.items():
        if name not in settled and verdict.counts and verdict is not verdicts[name]:
            yield AttemptRegraded(at=now, attempt=name, verdict=verdict, by=None, reason=reason)
