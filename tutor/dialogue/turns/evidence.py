"""The evidence of a graded response: what goes into the log of it, and what is read back. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from tutor.curriculum.persona import Persona
from tutor.dialogue.messages import Inbound
from tutor.dialogue.read import Intent, Reading
from tutor.ids import MessageId
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.learner_state.events import (
    Attempted,
    Event,
    ItemClosed,
    Judge,
    MessageReceived,
    Outcome,
    Purpose,
)
from tutor.learner_state.state import OpenItem


class Predicted(Protocol):
    """What a prediction carries into the evidence."""

    @property
    def p(self) -> float: ...
    @property
    def d_item(self) -> float: ...
    @property
    def d_skill(self) -> float: ...


def evidence(
    inbound: Inbound,
    opened: OpenItem,
    item: Item,
    grade: Grade,
    now: datetime,
    persona: Persona,
    predicted: Predicted,
) -> list[Event]:
    """The events of a graded response: the attempt, and the item's end when it is one."""
    attempt = Attempted(
        at=now,
        id=f"{inbound.message}/{opened.tries + 1}",
        message=inbound.message,
        item=item.id,
        seed=item.seed,
        skills=item.skills,
        purpose=opened.purpose,
        difficulty=item.difficulty,
        response=inbound.text[:1000],
        read_as=grade.read_as,
        verdict=grade.verdict,
        share=grade.share,
        try_=opened.tries + 1,
        help=opened.hint_level,
        told=opened.told,
        judge=_judge(grade, item),
        sure=grade.sure,
        misconception=grade.misconception,
        p=predicted.p,
        d_item=predicted.d_item,
        d_skill=predicted.d_skill,
        seconds=max(0.0, (now - opened.last_at).total_seconds()),
    )
    events: list[Event] = [attempt]
    if opened.purpose is Purpose.PLACEMENT and grade.verdict.counts:
        events.append(ItemClosed(at=now, item=item.id, outcome=Outcome.ANSWERED))
    elif grade.verdict is Verdict.CORRECT:
        events.append(ItemClosed(at=now, item=item.id, outcome=Outcome.SOLVED))
    elif persona.contract == "quiz" and grade.verdict.counts:
        events.append(ItemClosed(at=now, item=item.id, outcome=Outcome.ANSWERED))
    return events


def _judge(grade: Grade, item: Item) -> Judge:
    """Who graded."""
    if grade.by_teacher:
        return Judge.TEACHER
    return Judge.MODEL if grade.sure < 1 and item.type_name == "open" else Judge.CODE


def already_read(
    tail: Sequence[Event], message: MessageId
) -> tuple[Reading, Attempted | None] | None:
    """The reading of a message that was read before a crash, from its events."""
    received = next(
        (e for e in tail if isinstance(e, MessageReceived) and e.message == message), None
    )
    if received is None:
        return None
    attempt = next((e for e in tail if isinstance(e, Attempted) and e.message == message), None)
    grade = None
    if attempt is not None:
        grade = Grade(
            verdict=attempt.verdict,
            read_as=attempt.read_as,
            misconception=attempt.misconception,
            share=attempt.share,
            sure=attempt.sure,
        )
    return Reading(intent=Intent(received.intent), text=received.text, grade=grade), attempt
