"""What a teacher must know of a learner's log beyond beliefs: a pure fold over its events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from tutor.ids import ItemId, MisconceptionId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.effort import hasty
from tutor.learner_state.events import (
    AppealMade,
    Attempted,
    AttemptRegraded,
    ConcernRaised,
    Event,
    HintGiven,
    MessageReceived,
    TutoringPaused,
)
from tutor.learner_state.precedents import same_words

KEPT = 60  # responses kept, newest last
KEPT_TIMES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One graded response. `regraded` is a later verdict with its reason, if there was one, and
    `everyone` whether it holds for all who answer in the same words."""

    id: str
    at: datetime
    item: ItemId
    seed: int
    skills: tuple[SkillId, ...]
    text: str
    read_as: str
    verdict: Verdict
    help: int = 0
    try_: int = 1
    told: bool = False
    misconception: MisconceptionId | None = None
    regraded: Verdict | None = None
    reason: str = ""
    everyone: bool = False
    hasty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """A learner's word that a response was right after all."""

    attempt: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks that a log leaves.

    `appeals` and `unclear` wait for a teacher (by attempt id). `bottom_outs` and `days` (with a
    message of the learner) are times, oldest first. `messages` counts all messages.
    """

    responses: tuple[Response, ...] = ()
    appeals: dict[str, Appeal] = field(default_factory=dict)
    unclear: dict[str, Response] = field(default_factory=dict)
    appealed: dict[str, Response] = field(default_factory=dict)
    bottom_outs: tuple[datetime, ...] = ()
    concerns: int = 0
    messages: int = 0
    last_message: datetime | None = None
    paused_reason: str = ""


def mark(marks: Marks, events: Iterable[Event]) -> Marks:
    """The marks after further events."""
    for event in events:
        marks = _after(marks, event)
    return marks


def waiting_alike(marks: Marks, answer: Response) -> Iterator[str]:
    """The other attempts at the same variant, in the same words as `answer`, that wait for a teacher."""
    words = same_words(answer.text)
    for one in {**marks.unclear, **marks.appealed}.values():
        same = one.item == answer.item and one.seed == answer.seed
        if same and one.id != answer.id and same_words(one.text) == words:
            yield one.id


def _after(marks: Marks, event: Event) -> Marks:
    match event:
        case MessageReceived():
            return replace(marks, messages=marks.messages + 1, last_message=event.at)
        case Attempted():
            return _attempted(marks, event)
        case AppealMade():
            appeal = Appeal(attempt=event.attempt, at=event.at, text=event.text)
            known = next((r for r in reversed(marks.responses) if r.id == event.attempt), None)
            return replace(
                marks,
                appeals={**marks.appeals, event.attempt: appeal},
                appealed={**marks.appealed, event.attempt: known} if known else marks.appealed,
            )
        case AttemptRegraded():
            return _regraded(marks, event)
        case HintGiven(bottom_out=True):
            return replace(marks, bottom_outs=(*marks.bottom_outs, event.at)[-KEPT_TIMES:])
        case ConcernRaised():
            return replace(marks, concerns=marks.concerns + 1)
        case TutoringPaused():
            return replace(marks, paused_reason=event.reason if event.paused else "")
        case _:
            return marks


def _attempted(marks: Marks, event: Attempted) -> Marks:
    made = Response(
        id=event.id,
        at=event.at,
        item=event.item,
        seed=event.seed,
        skills=event.skills,
        text=event.response,
        read_as=event.read_as,
        verdict=event.verdict,
        help=event.help,
        try_=event.try_,
        told=event.told,
        misconception=event.misconception,
        hasty=hasty(event),
    )
    unclear = marks.unclear
    if event.verdict is Verdict.UNCLEAR:
        unclear = {**unclear, event.id: made}
    return replace(marks, responses=(*marks.responses, made)[-KEPT:], unclear=unclear)


def _regraded(marks: Marks, event: AttemptRegraded) -> Marks:
    responses = tuple(
        replace(one, regraded=event.verdict, reason=event.reason, everyone=event.everyone)
        if one.id == event.attempt
        else one
        for one in marks.responses
    )
    return replace(
        marks,
        responses=responses,
        appeals={k: v for k, v in marks.appeals.items() if k != event.attempt},
        appealed={k: v for k, v in marks.appealed.items() if k != event.attempt},
        unclear={k: v for k, v in marks.unclear.items() if k != event.attempt},
    )


UNMARKED = Marks()
