"""Responses that came too fast to have been thought about: “rapid guessing” (Wise & Kong 2005). Pure."""

from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted

HASTY = 5.0  # seconds since the item, its last hint or the last response to it
LONGEST = 40  # characters: more cannot have been written in the time, and so was pasted


def hasty(attempt: Attempted) -> bool:
    """Whether a wrong response came within a few seconds.

    A time of nothing is no measurement (an import, a clock that stood) and never hasty; a right
    response is not either: who knows, is quick.
    """
    return (
        attempt.verdict is Verdict.INCORRECT
        and 0.05 < attempt.seconds < HASTY
        and len(attempt.response) <= LONGEST
    )
