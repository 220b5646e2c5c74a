"""The events that a decided move brings about, besides the record of the move itself. Pure."""

from collections.abc import Iterator
from datetime import datetime

from tutor.dialogue.moves import (
    Acknowledge,
    Ask,
    Clarify,
    Close,
    Explain,
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
    TopicCard,
    WorkedExample,
    name,
)
from tutor.dialogue.read import Intent
from tutor.dialogue.reading.until import until
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
    now, choice = scene.now, opened_by(move)
    made = [
        *_wished(scene),
        *_taken_up(scene, choice),
        *_done_with_item(move, scene),
        *_for_adults(move, scene),
    ]
    if choice is not None:
        made += _opened(scene, choice, closed=any(isinstance(e, ItemClosed) for e in made))
    made.append(_recorded(move, scene, choice, now))
    if scene.reading.intent is Intent.FELT and scene.reading.text in set(Felt):
        made.append(SessionRated(at=now, felt=Felt(scene.reading.text)))
    if isinstance(move, Recap | Close):
        made.append(SessionClosed(at=now))
    return tuple(made)


def _wished(scene: Scene) -> Iterator[Event]:
    """A claim to know a skill, a wish to practise one."""
    reading = scene.reading
    if reading.intent is Intent.CLAIM:
        skill = _claimed(scene)
        if skill is not None:
            yield SkillClaimed(at=scene.now, skill=skill)
    if reading.intent is Intent.PRACTICE:
        wanted = next((found.skill for found in reading.about if found.skill), None)
        if wanted is not None:
            day = until(reading.text, scene.course.local(scene.now))
            yield GoalSet(at=scene.now, skills=(wanted,), until=day)


def _taken_up(scene: Scene, choice: Choice | None) -> Iterator[Event]:
    """A yes to trying what was explained, or a wish beside a right answer: it is asked for as by name."""
    reading, session = scene.reading, scene.session
    if choice is None:
        return
    agreed = reading.intent in (Intent.AGREE, Intent.PRACTICE) and not reading.about
    tried = agreed and session.explained and choice.skill == session.focus
    beside = reading.intent is Intent.RESPONSE and choice.skill in {f.skill for f in reading.about}
    if tried or beside:
        yield GoalSet(at=scene.now, skills=(choice.skill,), until=None)


def _done_with_item(move: Move, scene: Scene) -> Iterator[Event]:
    """The help that the move gives on the open item, or that it ends the item."""
    if scene.state.open is None:
        return
    now, item = scene.now, scene.state.open.item
    match move:
        case Hint():
            yield HintGiven(at=now, item=item, level=move.level, bottom_out=move.bottom_out)
        case Tell():
            yield ItemClosed(at=now, item=item, outcome=Outcome.TOLD)
        case Clarify() if move.grade.verdict is Verdict.UNCLEAR:
            yield ItemClosed(at=now, item=item, outcome=Outcome.ANSWERED)
        case Feedback(accepted=True):
            yield ItemClosed(at=now, item=item, outcome=Outcome.ANSWERED)
        case Place():
            yield ItemClosed(at=now, item=item, outcome=Outcome.SKIPPED)
        case _:
            pass


def _for_adults(move: Move, scene: Scene) -> Iterator[Event]:
    """What a teacher is to see: an appeal, a concern."""
    now, attempt, concern = scene.now, scene.session.last_attempt, scene.reading.concern
    if isinstance(move, Redirect) and move.kind == "appeal" and attempt:
        yield AppealMade(at=now, attempt=attempt, text=scene.reading.text[:500])
    if concern is not None and concern.tier > 0:
        yield ConcernRaised(at=now, kind=concern.kind, tier=concern.tier, alert=_alert(scene))


def _opened(scene: Scene, choice: Choice, *, closed: bool) -> Iterator[Event]:
    """The new item; one that is still open is put aside."""
    if scene.state.open is not None and not closed:
        yield ItemClosed(at=scene.now, item=scene.state.open.item, outcome=Outcome.SKIPPED)
    yield ItemOpened(
        at=scene.now,
        item=choice.item,
        seed=choice.seed,
        skills=scene.course.sources[choice.item].skills,
        purpose=choice.purpose,
        reason=choice.reason,
        tack=choice.change_of_tack or "",
    )


def _alert(scene: Scene) -> str:
    return f"{scene.state.learner}:{scene.now.isoformat()}"


def _claimed(scene: Scene) -> SkillId | None:
    named = next((f.skill for f in scene.reading.about if f.skill), None)
    return named or (scene.item.skills[0] if scene.item else scene.session.focus)


def _recorded(move: Move, scene: Scene, choice: Choice | None, now: datetime) -> MoveMade:
    misconception: MisconceptionId | None = move.misconception if isinstance(move, Probe) else None
    item = scene.answered or scene.item
    about = move.skill if isinstance(move, Explain | TopicCard) else None
    about = about or (item.skills[0] if item else scene.session.focus)
    return MoveMade(
        at=now,
        move=name(move),
        skill=choice.skill if choice else about,
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
        case Clarify() if move.grade.verdict is Verdict.UNCLEAR:
            return Waiting.EXPLAIN_BACK  # it was asked how it compares
        case _:
            return Waiting.NOTHING
