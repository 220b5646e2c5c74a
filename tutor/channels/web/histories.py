"""What pages show of a learner's log, kept in memory and carried on as the log grows.

The log is append-only, so what was folded of its first n events stays true: a page costs the
events since the last look. Nothing here is the truth; a restart folds the whole log once.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from tutor.dialogue import session as sessions
from tutor.dialogue.messages import Outbound
from tutor.dialogue.session import Session
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.learner_state import state as states
from tutor.learner_state.events import Event, MessageReceived, Replied, SessionClosed
from tutor.learner_state.log import LearnerLog
from tutor.learner_state.state import LearnerState
from tutor.reports.marks import UNMARKED, Marks, mark

KEPT = 400  # learners and courses in memory
KEPT_TURNS = 40  # turns of each
FOLD = 60  # turns kept while folding a whole log, before the oldest are let go


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A message as the page shows it, with its reply once there is one. `session` counts from 0."""

    message: MessageId
    at: datetime
    text: str
    channel: str
    session: int
    reply: Outbound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A learner's log after `length` events. `turns` are the last ones, oldest first; `earlier`
    says that there were more."""

    length: int = 0
    state: LearnerState
    session: Session = sessions.EMPTY
    marks: Marks = UNMARKED
    turns: tuple[Turn, ...] = ()
    earlier: bool = False
    sessions: int = 0
    closed: bool = True
    last_at: datetime | None = None


class Histories:
    """The histories of the learners whose pages were looked at lately."""

    def __init__(self, log: LearnerLog) -> None:
        self._log = log
        self._known: OrderedDict[tuple[LearnerId, CourseId], History] = OrderedDict()

    async def of(self, learner: LearnerId, course: CourseId) -> History:
        """The history up to the log's end."""
        key = (learner, course)
        tail = await self._log.read(learner, course)
        start = tail.length - len(tail.events)
        known = self._known.get(key) or _empty(learner, course)
        if start <= known.length <= tail.length:
            known = carried_on(known, tail.events[known.length - start :])
        else:
            known = carried_on(_empty(learner, course), await self._log.whole(learner, course))
        if known.state.stale:  # a regrade reaches back: believe everything anew
            known = carried_on(_empty(learner, course), await self._log.whole(learner, course))
        self._known[key] = known
        self._known.move_to_end(key)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return known

    async def all_turns(self, learner: LearnerId, course: CourseId) -> tuple[Turn, ...]:
        """Every turn from the first, for the page of earlier ones."""
        events = await self._log.whole(learner, course)
        return _turns(_empty(learner, course), events, most=None).turns


def carried_on(history: History, events: Iterable[Event]) -> History:
    """The history after further events."""
    listed = tuple(events)
    if not listed:
        return history
    shown = _turns(history, listed, most=KEPT_TURNS)
    return replace(
        shown,
        length=history.length + len(listed),
        state=states.replay(listed, history.state),
        session=sessions.follow(history.session, listed),
        marks=mark(history.marks, listed),
    )


def this_session(history: History) -> tuple[Turn, ...]:
    """The turns of the newest session."""
    newest = history.sessions - 1
    return tuple(turn for turn in history.turns if turn.session == newest)


def _empty(learner: LearnerId, course: CourseId) -> History:
    return History(state=states.empty_state(learner, course))


def _turns(history: History, events: Iterable[Event], most: int | None) -> History:
    turns, count, closed = list(history.turns), history.sessions, history.closed
    last, earlier = history.last_at, history.earlier
    for event in events:
        match event:
            case MessageReceived():
                if closed or last is None or event.at - last > sessions.GAP:
                    count += 1
                closed, last = False, event.at
                turns.append(
                    Turn(
                        message=event.message,
                        at=event.at,
                        text=event.text,
                        channel=event.channel,
                        session=count - 1,
                    )
                )
                if most is not None and len(turns) > most + FOLD:
                    turns, earlier = turns[-most:], True
            case Replied():
                _put_reply(turns, event)
            case SessionClosed():
                closed = True
            case _:
                pass
    if most is not None and len(turns) > most:
        turns, earlier = turns[-most:], True
    return replace(
        history, turns=tuple(turns), earlier=earlier, sessions=count, closed=closed, last_at=last
    )


def _put_reply(turns: list[Turn], event: Replied) -> None:
    for at in range(len(turns) - 1, -1, -1):
        if turns[at].message == event.message:
            turns[at] = replace(turns[at], reply=Outbound.from_json(event.outbound))
            return
