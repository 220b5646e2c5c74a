"""The events that a decided move brings about, besides the record of the move itself. Pure."""

from datetime import datetime

from tutor.dialogue.moves import (
    Acknowledge,
    Ask,
    Clarify,
    Close,
    Feedback,
    Hint,
    Move,
    Open,
    Place,
    Probe,
    Recap,
    Redirect,
    Review,
    Tell,
    WorkedExample,
    name,
)
from tutor.dialogue.read import Intent
from tutor.dialogue.scene import Scene
from tutor.dialogue.session import Waiting
from tutor.ids import MisconceptionId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.events import (
    AppealMade,
    ConcernRaised,
    Event,
    Felt,
    GoalSet,
    HintGiven,
    ItemClosed,
    ItemOpened,
    MoveMade,
    Outcome,
    SessionClosed,
    SessionRated,
    SkillClaimed,
)
from tutor.learner_state.select import Choice


def opened_by(move: Move) -> Choice | None:
    """The item that a move puts to the learner, if it puts a new one."""
    match move:
        case Ask(choice=choice) | Review(choice=choice):
            return choice
        case Open(next=Ask(choice=choice)):
            return choice
        case Feedback(then=Ask(choice=choice)) | WorkedExample(then=Ask(choice=choice)):
            return choice
        case Acknowledge(then=Ask(choice=choice)):
            return choice
        case _:
            return None


def consequences(move: Move, scene: Scene) -> tuple[Event, ...]:
    """Everything that happens to the learner's log because of the move, in order."""
    now, made = scene.now, list[Event]()
    open_item = scene.state.open
    if scene.reading.intent is Intent.CLAIM:
        skill = _claimed(scene)
        if skill is not None:
            made.append(SkillClaimed(at=now, skill=skill))
    if scene.reading.intent is Intent.PRACTICE and scene.reading.about:
        skills = tuple(dict.fromkeys(f.skill for f in scene.reading.about if f.skill))[:1]
        if skills:
            made.append(GoalSet(at=now, skills=skills))
    if isinstance(move, Hint) and open_item is not None:
        made.append(
            HintGiven(at=now, item=open_item.item, level=move.level, bottom_out=move.bottom_out)
        )
    if isinstance(move, Tell) and open_item is not None:
        made.append(ItemClosed(at=now, item=open_item.item, outcome=Outcome.TOLD))
    if isinstance(move, Clarify) and move.grade.verdict is Verdict.UNCLEAR and open_item:
        made.append(ItemClosed(at=now, item=open_item.item, outcome=Outcome.ANSWERED))
    accepted = isinstance(move, Feedback) and move.accepted
    if (isinstance(move, Place) or accepted) and open_item is not None:
        ended = Outcome.ANSWERED if accepted else Outcome.SKIPPED
        made.append(ItemClosed(at=now, item=open_item.item, outcome=ended))
        open_item = None
    if isinstance(move, Redirect) and move.kind == "appeal" and scene.session.last_attempt:
        made.append(
            AppealMade(at=now, attempt=scene.session.last_attempt, text=scene.reading.text[:500])
        )
    if scene.reading.concern is not None and scene.reading.concern.tier > 0:
        concern = scene.reading.concern
        made.append(
            ConcernRaised(at=now, kind=concern.kind, tier=concern.tier, alert=_alert(scene))
        )
    choice = opened_by(move)
    if choice is not None:
        if open_item is not None and not isinstance(move, Tell):
            made.append(ItemClosed(at=now, item=open_item.item, outcome=Outcome.SKIPPED))
        made.append(
            ItemOpened(
                at=now,
                item=choice.item,
                seed=choice.seed,
                skills=scene.course.sources[choice.item].skills,
                purpose=choice.purpose,
                reason=choice.reason,
                tack=choice.change_of_tack or "",
            )
        )
    made.append(_recorded(move, scene, choice, now))
    if scene.reading.intent is Intent.FELT and scene.reading.text in set(Felt):
        made.append(SessionRated(at=now, felt=Felt(scene.reading.text)))
    if isinstance(move, Recap | Close):
        made.append(SessionClosed(at=now))
    return tuple(made)


def _alert(scene: Scene) -> str:
    return f"{scene.state.learner}:{scene.now.isoformat()}"


def _claimed(scene: Scene) -> SkillId | None:
    named = next((f.skill for f in scene.reading.about if f.skill), None)
    return named or (scene.item.skills[0] if scene.item else scene.session.focus)


def _recorded(move: Move, scene: Scene, choice: Choice | None, now: datetime) -> MoveMade:
    misconception: MisconceptionId | None = move.misconception if isinstance(move, Probe) else None
    item = scene.answered or scene.item
    return MoveMade(
        at=now,
        move=name(move),
        skill=choice.skill if choice else (item.skills[0] if item else scene.session.focus),
        item=choice.item if choice else (item.id if item else None),
        misconception=misconception,
        asked=_waiting(move, scene, choice),
        wording=scene.session.said.get(name(move), 0),
    )


def _waiting(move: Move, scene: Scene, choice: Choice | None) -> str:
    """What the learner is expected to say next."""
    match move:
        case Probe():
            return Waiting.PROBE
        case Tell():
            return Waiting.EXPLAIN_BACK
        case Feedback(why_question=True):
            return Waiting.WHY
        case _ if choice is not None:
            return Waiting.RESPONSE
        case Place():
            return Waiting.NOTHING
        case Feedback(accepted=True):
            return Waiting.NOTHING
        case Redirect() if scene.item is None and scene.session.waiting:
            return scene.session.waiting
        case _ if scene.item is not None and not isinstance(move, Clarify):
            return Waiting.RESPONSE
        case Clarify() if move.grade.verdict is Verdict.UNREADABLE:
            return Waiting.RESPONSE
        case _:
            return Waiting.NOTHING
