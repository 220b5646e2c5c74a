"""What a teacher does to a learner's log: overrides, pauses, verdicts on appeals."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from tutor.channels.parts import Parts
from tutor.errors import BadInput, LogMoved
from tutor.ids import CourseId, LearnerId, PersonId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.events import (
    AttemptRegraded,
    BeliefOverridden,
    Event,
    TutoringPaused,
)

TRIES = 6  # how often an append starts again when a turn of the learner came between
LONGEST_REASON = 500  # characters
DECISIONS = (Verdict.CORRECT, Verdict.PARTIAL, Verdict.INCORRECT)


async def append(
    parts: Parts, learner: LearnerId, course: CourseId, made: Callable[[datetime], Sequence[Event]]
) -> None:
    """Append a teacher's events after whatever the learner's turns append meanwhile.

    `made` gets the time, which never goes back behind the log's last event. Raises LogMoved when
    the learner's turns keep coming in between.
    """
    for _ in range(TRIES):
        loaded = await parts.tutor.load(learner, course)
        now, last = parts.clock(), loaded.state.last_seen
        at = now if last is None or now >= last else last + timedelta(microseconds=1)
        try:
            await parts.log.append(learner, course, made(at), after=loaded.length)
        except LogMoved:
            continue
        return
    raise LogMoved("The learner is busy just now.", do="Wait a moment and try again.")


async def noted(parts: Parts, act: str, by: PersonId, learner: LearnerId, **where: str) -> None:
    """Keep in the audit trail what a teacher did to a learner, and `where` (class and course)."""
    await parts.people.note(
        actor=by, act=f"learner_{act}", subject=learner, at=parts.clock(), detail=where
    )


def overridden(
    skill: SkillId, word: str, by: PersonId, reason: str
) -> Callable[[datetime], Sequence[Event]]:
    """A belief set by a teacher: `word` is known, unknown or computed. Raises BadInput."""
    words = {"known": True, "unknown": False, "computed": None}
    if word not in words:
        raise BadInput("That is no belief.", do="Choose known, not known, or as computed.")
    why = _reason(reason)
    return lambda at: (BeliefOverridden(at=at, skill=skill, known=words[word], by=by, reason=why),)


def paused(pause: bool, by: PersonId, reason: str) -> Callable[[datetime], Sequence[Event]]:
    """The tutor paused, which needs a reason, or resumed. Raises BadInput."""
    why = _reason(reason) if pause else reason.strip()[:LONGEST_REASON]
    return lambda at: (TutoringPaused(at=at, paused=pause, by=by, reason=why),)


def decided(word: str) -> Verdict:
    """The verdict that a teacher chose. Raises BadInput."""
    found = next((one for one in DECISIONS if one.value == word), None)
    if found is None:
        raise BadInput("That is no verdict.", do="Choose right, partly right or not right.")
    return found


def regraded(
    attempt: str, verdict: Verdict, by: PersonId, reason: str, *, everyone: bool
) -> Callable[[datetime], Sequence[Event]]:
    """A verdict by a teacher, of this response or of everyone's in the same words. Raises BadInput."""
    why = _reason(reason)

    def made(at: datetime) -> Sequence[Event]:
        return (
            AttemptRegraded(
                at=at, attempt=attempt, verdict=verdict, by=by, reason=why, everyone=everyone
            ),
        )

    return made


def _reason(text: str) -> str:
    kept = " ".join(text.split())[:LONGEST_REASON]
    if not kept:
        raise BadInput("The reason is missing.", do="Say in a few words why; the learner may ask.")
    return kept
