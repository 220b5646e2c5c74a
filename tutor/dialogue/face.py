"""The face of a reply: the open item as a card, and the quick replies under it. Pure."""

from typing import Protocol

from tutor.curriculum.course import Course, SkillMaterial
from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.alone import untried
from tutor.dialogue.deciding.at_hand import rests
from tutor.dialogue.deciding.ways import ways
from tutor.dialogue.messages import Button, Card, Choosable, Outbound
from tutor.dialogue.moves import (
    Acknowledge,
    Alert,
    Ask,
    Close,
    Explain,
    Move,
    Offer,
    Open,
    Place,
    Recap,
    Redirect,
    Show,
    ShowBelief,
    Tell,
    TopicCard,
    Ways,
    WorkedExample,
    name,
)
from tutor.dialogue.moves import Feedback as FeedbackMove
from tutor.dialogue.phrases import Speaker, table_of
from tutor.dialogue.ports import Spoken
from tutor.dialogue.scene import Scene, heading
from tutor.dialogue.turns.made import open_item
from tutor.ids import MessageId, SkillId, TurnId
from tutor.items.item import Item
from tutor.learner_state.belief import mastered
from tutor.learner_state.events import Felt, Purpose
from tutor.learner_state.shape import OpenItem

MAX_OPTION_BUTTONS = 6


class Say(Protocol):
    """What a quick reply says, in a language."""

    def __call__(self, key: str, **slots: object) -> str: ...


def labels(language: str) -> Say:
    """The labels of quick replies in a course's language; each has one phrasing."""
    return Speaker(0, 0, table_of(language)).say


def card(item: Item, opened: OpenItem, course: Course) -> Card:
    """The open item as a channel shows it."""
    shown = item.shown()
    return Card(
        item=item.id,
        seed=item.seed,
        prompt=item.prompt,
        code=item.code,
        kind=shown.kind,
        options=tuple(Choosable(label=o.label, text=o.text) for o in shown.options),
        pairs=tuple(Choosable(label=o.label, text=o.text) for o in shown.pairs),
        how=item.how_beside_prompt(),
        skill=heading(course, item),
        purpose=str(opened.purpose),
        reason=opened.reason,
        level=opened.hint_level,
        levels=item.bottom_out,
    )


def buttons(
    move: Move, item: Item | None, opened: OpenItem | None, scene: Scene
) -> tuple[Button, ...]:
    """Quick replies that fit the move and what is open."""
    course, contract = scene.course, scene.contract
    say = labels(course.language)
    if scene.state.paused:
        return ()  # every wish would be refused
    if contract is Contract.EXAM:
        return (Button(label=say("button.progress"), send="/progress"),)
    if (own := _own(move, scene, say)) is not None:
        return own
    around = _around(move, item, opened, contract, say)
    match move:
        case ShowBelief(skill=skill) if skill is not None:
            return (*around, *_claim(skill, scene, say))
        case Show(way=way) if way.link:
            watch = Button(label=say("button.open", title=way.title), send="", url=way.link)
            return (watch, *around)
        case _:
            return (*around, *_more(move, item, course, contract, say))


def _own(move: Move, scene: Scene, say: Say) -> tuple[Button, ...] | None:
    """The quick replies of a move that has its own whatever is open; None for the others."""
    course = scene.course
    on = Button(label=say("button.on"), send="/next")
    more = Button(label=say("button.more"), send="/next")
    progress = Button(label=say("button.progress"), send="/progress")
    match move:
        case TopicCard(skill=skill) if skill is not None:
            return (
                Button(label=say("button.explain"), send=f"/explain {skill}"),
                Button(label=say("button.example"), send=f"/example {skill}"),
                Button(label=say("button.quiz_me"), send=f"/practise {skill}"),
                *_claim(skill, scene, say),
            )
        case Offer(skills=skills, questions=questions):
            return (
                *(Button(label=question, send=question) for question in questions),
                *(Button(label=course.skills[s].title, send=f"/topic {s}") for s in skills),
            )
        case Ways(skill=skill, ways=found):
            return tuple(
                Button(label=_way(way, say), send=f"/way {skill} {number}")
                for number, way in enumerate(found, 1)
            )
        case Place():
            return (on, progress)
        case Alert():  # neither options nor “Skip” under such words
            return (on,)
        case Recap():
            felt = [Button(label=say(f"button.felt.{one}"), send=f"/felt {one}") for one in Felt]
            return (*felt, more)
        case Close() | Redirect(kind="felt"):
            return (more, progress)
        case Tell() | FeedbackMove(why_question=True):
            return (on,)
        case FeedbackMove(then=Ask(skill=skill)) | Acknowledge(then=Ask(skill=skill)) if skill:
            return (on,)
        case _:
            return None


def _claim(skill: SkillId, scene: Scene, say: Say) -> tuple[Button, ...]:
    """“I know this”, where three items without help can show it."""
    helps = scene.contract in (Contract.PRACTICE, Contract.HOMEWORK)
    shown = mastered(scene.state.belief(skill)) or not scene.course.by_skill.get(skill)
    if shown or not helps or skill in scene.state.claims:
        return ()
    return (Button(label=say("button.know"), send=f"/know {skill}"),)


def _way(way: SkillMaterial, say: Say) -> str:
    kind = say(f"button.way.{way.kind}")
    return say("button.titled", kind=kind, title=way.title) if way.title else kind


def _more(
    move: Move, item: Item | None, course: Course, contract: Contract, say: Say
) -> tuple[Button, ...]:
    """What else a move offers: placement beside the first item, other ways beside an explanation."""
    match move:
        case Open(place=True):
            return (Button(label=say("button.place"), send="/place"),)
        case Explain(skill=skill) | WorkedExample(skill=skill) if skill is not None:
            open_to_it = contract in (Contract.PRACTICE, Contract.HOMEWORK)
            if open_to_it and len(ways(course, skill, item)) > 1:
                return (Button(label=say("button.another_way"), send=f"/ways {skill}"),)
            return ()
        case _:
            return ()


def _around(
    move: Move, item: Item | None, opened: OpenItem | None, contract: Contract, say: Say
) -> tuple[Button, ...]:
    """The buttons of what is open, or what leads on."""
    if item is None or opened is None:
        on = Button(label=say("button.question"), send="/next")
        if isinstance(move, ShowBelief | Explain):
            return (on, Button(label=say("button.example"), send="/example"))
        return (on,)
    made = []
    shown = item.shown()
    if shown.kind == "choice" and len(shown.options) <= MAX_OPTION_BUTTONS:
        made += [Button(label=o.label, send=o.label) for o in shown.options]
    if opened.purpose is Purpose.PLACEMENT:
        return (
            *made,
            Button(label=say("button.idk"), send="/idk"),
            Button(label=say("button.stop"), send="/stop"),
        )
    if untried(opened):
        return (
            *made,
            Button(label=say("button.idk"), send="/idk"),
            Button(label=say("button.skip"), send="/skip"),
        )
    if contract in (Contract.PRACTICE, Contract.HOMEWORK):
        limit = item.bottom_out - (contract is Contract.HOMEWORK)
        if opened.hint_level < limit:
            made.append(
                Button(
                    label=say("button.hint", level=opened.hint_level + 1, levels=item.bottom_out),
                    send="/hint",
                )
            )
        made.append(Button(label=say("button.stuck"), send="/stuck"))
    made.append(Button(label=say("button.skip"), send="/skip"))
    return tuple(made)


def answer(
    turn: TurnId,
    message: MessageId,
    move: Move,
    scene: Scene,
    opened: OpenItem | None,
    said: Spoken,
    alert: str,
) -> Outbound:
    """The reply, with the open item's card where it is shown."""
    item = open_item(scene.course, opened)
    shows = _shows_card(move) and not rests(scene.contract, scene.state)
    return Outbound(
        turn=turn,
        message=message,
        at=scene.now,
        move=name(move),
        text=said.words.text,
        card=card(item, opened, scene.course) if shows and item and opened else None,
        buttons=buttons(move, item, opened, scene),
        citations=said.words.citations,
        why=opened.reason if opened else "",
        language=scene.course.language,
        worded_by=said.by,
        alert=alert,
    )


def _shows_card(move: Move) -> bool:
    """Whether the open item is shown (again) under the reply; after a goodbye it waits for next time."""
    if isinstance(move, Redirect) and move.kind == "felt":
        return False
    return name(move) not in {"alert", "recap", "close", "tell", "topic_card", "offer", "place"}
