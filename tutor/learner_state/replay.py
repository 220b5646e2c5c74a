"""Replay: events in, state out; a mutable builder inside, so that long logs are fast.

Beliefs depend on the log alone: an attempt carries the difficulties that were known when it was
made. An `AttemptRegraded` is honoured for every attempt in the same call: its verdict counts from
the start as if it had been given then. When the attempt lies before the call's start state, the
beliefs built on it cannot be taken back here: the result says `stale`, and the caller replays the
whole log.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from tutor.ids import MisconceptionId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.aims import after_assignment, after_goal
from tutor.learner_state.belief import PAUSE, UNSEEN, Belief, left_unanswered
from tutor.learner_state.events import (
    AppealMade,
    Assigned,
    Attempted,
    AttemptRegraded,
    BeliefOverridden,
    ConcernRaised,
    Event,
    GoalSet,
    HintGiven,
    ItemClosed,
    ItemOpened,
    MessageReceived,
    MoveMade,
    Purpose,
    Replied,
    SessionClosed,
    SessionRated,
    SkillClaimed,
    TutoringPaused,
)
from tutor.learner_state.evidence import (
    ALONE,
    AWAY,
    Weighed,
    beside,
    update_belief,
    weigh,
)
from tutor.learner_state.inputs import features
from tutor.learner_state.met import Met
from tutor.learner_state.opened import Opened
from tutor.learner_state.own import adapt
from tutor.learner_state.shape import (
    LearnerState,
    MisconceptionSeen,
    Override,
    freeze,
    thaw,
    thaw_parts,
)
from tutor.learner_state.single import single, whole
from tutor.learner_state.trace import Step, follow, round_off

RECENT = 12
TEST_OUT_ITEMS = 3


def replay(events: Iterable[Event], start: LearnerState) -> LearnerState:
    """The state after `events` on top of `start` (see the module on regrades)."""
    listed = events if isinstance(events, Sequence) else list(events)
    builder = _Builder(start)
    made = {event.id for event in listed if isinstance(event, Attempted)}
    for event in listed:
        if isinstance(event, AttemptRegraded):
            if event.attempt in made:
                builder.verdicts[event.attempt] = event.verdict
            else:
                builder.stale = True
    for event in listed:
        builder.take(event)
    return builder.state(len(listed))


def apply(state: LearnerState, event: Event) -> LearnerState:
    """The state after one more event; constant time in the length of the log."""
    return replay((event,), state)


class _Builder:
    """The state under construction; only what an event touches is thawed."""

    def __init__(self, start: LearnerState) -> None:
        self.start = start
        self.trace = thaw(start)
        self.skills: dict[SkillId, Belief] = dict(start.skills)
        self.met = Met(start.items)
        self.open = Opened(start.open)
        self.recent = deque(start.recent, RECENT)
        self.recent_skills = list(start.recent_skills)
        self.goals = start.goals
        self.assignments = start.assignments
        self.overrides: dict[SkillId, Override] = dict(start.overrides)
        self.claims: dict[SkillId, int] = dict(start.claims)
        self.misconceptions: dict[MisconceptionId, MisconceptionSeen] = dict(start.misconceptions)
        self.paused = start.paused
        self.last_seen = start.last_seen
        self.served = start.served
        self.sitting = start.sitting
        self.placement = start.placement
        self.failed_in_row = start.failed_in_row
        self.stale = start.stale
        self.verdicts: dict[str, Verdict] = {}

    def take(self, event: Event) -> None:
        """Take one event in."""
        if self.last_seen is None or event.at > self.last_seen:
            if self.last_seen is not None and event.at - self.last_seen >= PAUSE:
                self.sitting = 0
            self.last_seen = event.at
        match event:
            case Attempted():
                self._attempted(event)
            case ItemOpened():
                self._opened(event)
            case HintGiven():
                self.open.hinted(event)
            case ItemClosed():
                self._closed(event)
            case GoalSet():
                self.goals = after_goal(self.goals, event)
            case Assigned():
                self.assignments = after_assignment(self.assignments, event)
            case SkillClaimed():
                self.claims[event.skill] = TEST_OUT_ITEMS
            case BeliefOverridden():
                self._overridden(event)
            case TutoringPaused():
                self.paused = event.paused
            case MoveMade():
                self.open.moved(event)
            case (
                AttemptRegraded()
                | MessageReceived()
                | Replied()
                | ConcernRaised()
                | AppealMade()
                | SessionRated()
                | SessionClosed()
            ):
                pass
            case _:
                assert_never(event)

    def _opened(self, event: ItemOpened) -> None:
        self.open.opened(event)
        self.met.opened(event.item, event.seed)
        self.recent.append(event.item)
        self.recent_skills = [*self.recent_skills, *event.skills[:1]][-RECENT:]
        reviews = (Purpose.REVIEW, Purpose.COLD_CHECK)
        self.served = 0 if event.purpose in reviews else self.served + 1

    def _closed(self, event: ItemClosed) -> None:
        left = self.open.closed(event)
        for skill in left.skills if left is not None else ():
            self.skills[skill] = left_unanswered(self.skills.get(skill, UNSEEN))

    def _overridden(self, event: BeliefOverridden) -> None:
        belief = self.skills.get(event.skill, UNSEEN)
        # of a skill never met, too: a snapshot would round it
        self.skills[event.skill] = replace(belief, known=single(belief.known), override=event.known)
        if event.known is None:
            self.overrides.pop(event.skill, None)
        else:
            self.overrides[event.skill] = Override(
                at=event.at, known=event.known, by=event.by, reason=event.reason
            )

    def _attempted(self, event: Attempted) -> None:
        verdict = self.verdicts.get(event.id, event.verdict)
        self.open.tried(event.item, event.at, readable=verdict is not Verdict.UNREADABLE)
        if not verdict.counts:
            return
        weighed, at = weigh(event, verdict), whole(event.at)
        if event.misconception is not None and verdict is not Verdict.CORRECT:
            self._saw(event.misconception, event.at, event.skills)
        thaw_parts(self.trace, self.start, event.skills, event.item)
        theta, gaps = self.trace.theta, self._gaps(event.skills)
        if weighed.practice > 0:
            step = Step(
                item=event.item,
                skills=event.skills,
                t=at.timestamp(),
                try_=event.try_,
                aided=event.help > 0 or event.told,
            )
            if event.unaided:
                x, _ = features(self.trace, step, event.d_item, event.d_skill)
                adapt(self.trace, x, weighed.y - event.p)
            follow(self.trace, step, weighed.y, event.d_item, weighed.practice)
            round_off(self.trace, step.skills)
        self._believe(event, verdict, weighed, theta, gaps)
        self.met.answered(event.item)
        if event.purpose is Purpose.PLACEMENT and event.try_ == 1:
            self.placement += 1
        if event.try_ == 1:
            self.sitting += 1
            self.failed_in_row = 0 if verdict is Verdict.CORRECT else self.failed_in_row + 1

    def _gaps(self, skills: tuple[SkillId, ...]) -> list[float]:
        """How many responses ago the last on each skill was; 0 where there was none."""
        known = self.trace.skills
        return [self.trace.count - known[s].step if s in known else 0.0 for s in skills]

    def _others(self, skill: SkillId, responses: float) -> float:
        """How many items ago the last one of a skill was, 1 for the item before: several `responses`
        to one item are one."""
        if responses <= AWAY or self.recent_skills[-1:] != [skill]:
            return responses
        before = self.recent_skills[-2::-1]
        return min(responses, before.index(skill) + 1.0) if skill in before else responses

    def _believe(
        self,
        event: Attempted,
        verdict: Verdict,
        weighed: Weighed,
        theta: float,
        gaps: list[float],
    ) -> None:
        beliefs = [self.skills.get(skill, UNSEEN) for skill in event.skills]
        for place, (skill, before) in enumerate(zip(event.skills, beliefs, strict=True)):
            trace = self.trace.skills.get(skill)
            claim = self.claims.get(skill) if event.purpose is Purpose.TEST_OUT else None
            if claim is not None and event.try_ == 1:
                left = claim - 1 if verdict is Verdict.CORRECT and event.unaided else 0
                if left:
                    self.claims[skill] = left
                else:
                    del self.claims[skill]
            self.skills[skill] = update_belief(
                before,
                event,
                verdict,
                weighed,
                theta=theta,
                others=self._others(skill, gaps[place]),
                practice=trace.numbers() if trace is not None else (),
                proved=claim == 1 and verdict is Verdict.CORRECT and event.unaided,
                beside=beside(beliefs, place, event.at, theta) if len(beliefs) > 1 else ALONE,
            )

    def _saw(self, which: MisconceptionId, at: datetime, skills: tuple[SkillId, ...]) -> None:
        seen = self.misconceptions.get(which)
        self.misconceptions[which] = MisconceptionSeen(
            count=seen.count + 1 if seen else 1,
            first_at=seen.first_at if seen else at,
            last_at=at,
            skill=skills[0] if skills else None,
        )

    def state(self, taken: int) -> LearnerState:
        """The finished state."""
        return replace(
            self.start,
            length=self.start.length + taken,
            skills=self.skills,
            items=self.met.memories(self.trace.items),
            ability=freeze(self.trace),
            open=self.open.now(),
            recent=tuple(self.recent),
            recent_skills=tuple(self.recent_skills),
            goals=self.goals,
            assignments=self.assignments,
            overrides=self.overrides,
            claims=self.claims,
            misconceptions=self.misconceptions,
            paused=self.paused,
            last_seen=self.last_seen,
            served=self.served,
            sitting=self.sitting,
            placement=self.placement,
            failed_in_row=self.failed_in_row,
            stale=self.stale,
        )
