"""The face of a reply: the open item as a card, and the quick replies under it. Pure."""

from tutor.curriculum.course import Course, MaterialKind, SkillMaterial
from tutor.curriculum.persona import Contract
from tutor.dialogue.made import open_item
from tutor.dialogue.messages import Button, Card, Choosable, Outbound
from tutor.dialogue.moves import (
    Acknowledge,
    Ask,
    Close,
    Explain,
    Move,
    Offer,
    Open,
    Place,
    Recap,
    Show,
    ShowBelief,
    Tell,
    TopicCard,
    Ways,
    WorkedExample,
    name,
)
from tutor.dialogue.moves import Feedback as FeedbackMove
from tutor.dialogue.ports import Spoken
from tutor.dialogue.scene import Scene
from tutor.dialogue.ways import ways
from tutor.ids import MessageId, TurnId
from tutor.items.item import Item
from tutor.learner_state.events import Felt, Purpose
from tutor.learner_state.shape import OpenItem

MAX_OPTION_BUTTONS = 6
_WAYS = {
    MaterialKind.READING: "Read",
    MaterialKind.WORKED_EXAMPLE: "A worked example",
    MaterialKind.VIDEO: "Watch",
    MaterialKind.ACTIVITY: "Do",
    MaterialKind.PROJECT: "Project",
}
_FELT = ((Felt.EASY, "It felt easy"), (Felt.RIGHT, "Just right"), (Felt.HARD, "It felt hard"))


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
        how=shown.how,
        skill=course.skills[item.skills[0]].title,
        purpose=str(opened.purpose),
        reason=opened.reason,
        level=opened.hint_level,
        levels=item.bottom_out,
    )


def buttons(
    move: Move, item: Item | None, opened: OpenItem | None, contract: Contract, course: Course
) -> tuple[Button, ...]:
    """Quick replies that fit the move and what is open."""
    match move:
        case TopicCard(skill=skill) if skill is not None:
            return (
                Button(label="Explain", send=f"/explain {skill}"),
                Button(label="Show an example", send=f"/example {skill}"),
                Button(label="Quiz me", send=f"/practise {skill}"),
            )
        case Offer(skills=skills):
            return tuple(Button(label=course.skills[s].title, send=f"/topic {s}") for s in skills)
        case Ways(skill=skill, ways=found):
            return tuple(
                Button(label=_way(way), send=f"/way {skill} {number}")
                for number, way in enumerate(found, 1)
            )
        case Show(way=way) if way.link:
            watch = Button(label=f"Open: {way.title}", send="", url=way.link)
            return (watch, *_around(move, item, opened, contract))
        case Place():
            return (
                Button(label="Go on", send="/next"),
                Button(label="My progress", send="/progress"),
            )
        case Recap():
            return (
                *(Button(label=said, send=f"/felt {felt}") for felt, said in _FELT),
                Button(label="One more", send="/next"),
            )
        case Close():
            return (
                Button(label="One more", send="/next"),
                Button(label="My progress", send="/progress"),
            )
        case Tell() | FeedbackMove(why_question=True):
            return (Button(label="Go on", send="/next"),)
        case FeedbackMove(then=Ask(skill=skill)) | Acknowledge(then=Ask(skill=skill)) if skill:
            return (Button(label="Go on", send="/next"),)
        case _:
            pass
    more = _more(move, item, course, contract)
    return (*_around(move, item, opened, contract), *more)


def _way(way: SkillMaterial) -> str:
    kind = _WAYS[way.kind]
    return f"{kind}: {way.title}" if way.title else kind


def _more(move: Move, item: Item | None, course: Course, contract: Contract) -> tuple[Button, ...]:
    """What else a move offers: placement beside the first item, other ways beside an explanation."""
    match move:
        case Open(place=True):
            return (Button(label="Find where I begin", send="/place"),)
        case Explain(skill=skill) | WorkedExample(skill=skill) if skill is not None:
            open_to_it = contract in (Contract.PRACTICE, Contract.HOMEWORK)
            if open_to_it and len(ways(course, skill, item)) > 1:
                return (Button(label="Another way", send=f"/ways {skill}"),)
            return ()
        case _:
            return ()


def _around(
    move: Move, item: Item | None, opened: OpenItem | None, contract: Contract
) -> tuple[Button, ...]:
    """The buttons of what is open, or what leads on."""
    if item is None or opened is None:
        on = Button(label="Give me a question", send="/next")
        if isinstance(move, ShowBelief | Explain):
            return (on, Button(label="Show an example", send="/example"))
        return (on,)
    made = []
    shown = item.shown()
    if shown.kind == "choice" and len(shown.options) <= MAX_OPTION_BUTTONS:
        made += [Button(label=o.label, send=o.label) for o in shown.options]
    if opened.purpose is Purpose.PLACEMENT:
        return (
            *made,
            Button(label="I don’t know", send="/idk"),
            Button(label="Stop here", send="/stop"),
        )
    if contract in (Contract.PRACTICE, Contract.HOMEWORK):
        limit = item.bottom_out - (contract is Contract.HOMEWORK)
        if opened.hint_level < limit:
            made.append(
                Button(label=f"Hint {opened.hint_level + 1} of {item.bottom_out}", send="/hint")
            )
        made.append(Button(label="I’m stuck", send="/stuck"))
    made.append(Button(label="Skip", send="/skip"))
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
    shows = item is not None and opened is not None and _shows_card(move)
    return Outbound(
        turn=turn,
        message=message,
        at=scene.now,
        move=name(move),
        text=said.words.text,
        card=card(item, opened, scene.course) if shows and item and opened else None,
        buttons=buttons(move, item, opened, scene.contract, scene.course),
        citations=said.words.citations,
        why=opened.reason if opened else "",
        language=scene.course.language,
        worded_by=said.by,
        alert=alert,
    )


def _shows_card(move: Move) -> bool:
    """Whether the open item is shown (again) under the reply."""
    return name(move) not in {"alert", "recap", "close", "tell", "topic_card", "offer", "place"}
