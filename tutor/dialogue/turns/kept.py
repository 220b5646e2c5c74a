"""Learners' logs, replayed: the state and session of a turn, kept from one turn to the next.

What is kept is never trusted: one look at the log shows whether it still goes through the last
event that was replayed, and what came after it. So another process's turns, a teacher's override,
a regrade, and an erasure are seen by the next turn. A snapshot serves those not kept.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime

from tutor.dialogue import session as sessions
from tutor.dialogue import session_json
from tutor.dialogue.session import Session
from tutor.ids import CourseId, LearnerId
from tutor.learner_state import state as states
from tutor.learner_state.events import Event
from tutor.learner_state.log import LearnerLog, LogTail, Snapshot
from tutor.learner_state.state import LearnerState

SNAPSHOT_EVERY = 40  # events between two snapshots
MOST = 1000  # logs kept
FORMAT = hashlib.sha256(f"{states.FORMAT}+{session_json.FORMAT}".encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A learner's log, replayed: the state, the session, and the log's length.

    `tail` are the events since a snapshot, `last` is when the log's last event was (None when
    that is not known).
    """

    state: LearnerState
    session: Session
    length: int
    since_snapshot: int
    tail: tuple[Event, ...]
    last: datetime | None = None

    def then(self, events: tuple[Event, ...]) -> "Loaded":
        """With further events of the log."""
        if not events:
            return self
        return Loaded(
            state=states.replay(events, self.state),
            session=sessions.follow(self.session, events),
            length=self.length + len(events),
            since_snapshot=self.since_snapshot + len(events),
            tail=(*self.tail, *events),
            last=events[-1].at,
        )

    def snapshot(self) -> Snapshot | None:
        """A snapshot to be stored with the last events, when it is time for one."""
        if self.since_snapshot < SNAPSHOT_EVERY or self.session.unanswered:
            return None
        body = {"state": states.to_json(self.state), "session": session_json.to_json(self.session)}
        return Snapshot(length=self.length, format=FORMAT, body=body)

    def shortened(self) -> "Loaded":
        """As it is loaded once its snapshot is stored."""
        return replace(self, since_snapshot=0, tail=())


class Kept:
    """Loads logs, and keeps the `most` used last."""

    def __init__(self, log: LearnerLog, *, most: int = MOST) -> None:
        self._log = log
        self._most = most
        self._kept: OrderedDict[tuple[LearnerId, CourseId], Loaded] = OrderedDict()

    async def load(self, learner: LearnerId, course: CourseId) -> Loaded:
        """The learner's state and session now."""
        kept = self._kept.pop((learner, course), None)
        loaded = None if kept is None else await self._grown(kept, learner, course)
        if loaded is None:
            loaded = replayed(learner, course, await self._log.read(learner, course))
        if loaded is None or loaded.state.stale:
            events = await self._log.whole(learner, course)
            loaded = _whole(learner, course, events)
        self.keep(loaded)
        return loaded

    def keep(self, loaded: Loaded) -> None:
        """Keep what a turn has come to, in place of what was kept of the same log."""
        if loaded.last is None or self._most < 1:
            return
        key = (loaded.state.learner, loaded.state.course)
        self._kept[key] = loaded
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    async def _grown(self, kept: Loaded, learner: LearnerId, course: CourseId) -> Loaded | None:
        """What was kept with what came since; None when the log is another by now."""
        assert kept.last is not None
        events = await self._log.grown(learner, course, length=kept.length, last=kept.last)
        return None if events is None else kept.then(events)


def replayed(learner: LearnerId, course: CourseId, tail: LogTail) -> Loaded | None:
    """A log's replay from its snapshot on; None when the snapshot is of an unknown format."""
    if tail.snapshot is None:
        return _whole(learner, course, tail.events)
    if tail.snapshot.format != FORMAT:
        return None
    start = Loaded(
        state=states.from_json(tail.snapshot.body["state"]),
        session=session_json.from_json(tail.snapshot.body["session"]),
        length=tail.snapshot.length,
        since_snapshot=0,
        tail=(),
    )
    return start.then(tail.events)


def _whole(learner: LearnerId, course: CourseId, events: tuple[Event, ...]) -> Loaded:
    start = Loaded(
        state=states.empty_state(learner, course),
        session=sessions.EMPTY,
        length=0,
        since_snapshot=0,
        tail=(),
    )
    return start.then(events)
