"""The plain wording of every move: what the tutor says when no model words it. Pure.

The item itself is never part of the text: it goes out as a card made from the item.
"""

from collections.abc import Sequence
from typing import assert_never

from tutor.dialogue.moves import (
    Acknowledge,
    Alert,
    Ask,
    Clarify,
    Close,
    Explain,
    Feedback,
    Hint,
    Move,
    Offer,
    Open,
    Place,
    Probe,
    Recap,
    Redirect,
    Review,
    Show,
    ShowBelief,
    Tell,
    TopicCard,
    Ways,
    WorkedExample,
)
from tutor.dialogue.moves import name as name_of
from tutor.dialogue.saying import items, learner, showing
from tutor.dialogue.saying.items import working
from tutor.dialogue.saying.talk import Talk, Words, cite
from tutor.dialogue.scene import Scene
from tutor.items.item import Item
from tutor.retrieval.passage import Hit

__all__ = ["Words", "cite", "say", "working"]


def say(
    move: Move,
    scene: Scene,
    *,
    name: str,
    hits: Sequence[Hit] = (),
    example: Item | None = None,
    crisis: str = "",
) -> Words:
    """The plain wording.

    `name` is the learner's first name; `hits` what was found for moves that need grounding;
    `example` an item whose worked example may be shown; `crisis` the fixed reply of an Alert.
    """
    talk = Talk(name_of(move), scene, name, tuple(hits), example)
    match move:
        case Open():
            return Words(text=items.opened(talk, move))
        case Ask():
            return Words(text=items.ask(talk, move))
        case Review(choice=choice):
            return Words(text=talk.line("review", skill=talk.title(choice.skill)))
        case Probe():
            return Words(text=items.probe(talk, move))
        case Hint():
            return Words(text=items.hint(talk, move))
        case Explain():
            return showing.explain(talk, move)
        case WorkedExample():
            return Words(text=showing.example(talk, move))
        case Feedback():
            return Words(text=items.feedback(talk, move))
        case Tell():
            return Words(text=items.tell(talk, move))
        case Acknowledge():
            return Words(text=items.acknowledge(talk, move))
        case Clarify():
            return Words(text=items.clarify(talk, move.grade))
        case TopicCard():
            return showing.topic(talk, move)
        case Offer():
            return Words(text=learner.offer(talk, move))
        case Place():
            return Words(text=learner.placed(talk, move))
        case Ways():
            return Words(text=showing.ways(talk, move))
        case Show():
            return showing.way(talk, move)
        case ShowBelief():
            return Words(text=learner.belief(talk, move))
        case Recap():
            return Words(text=learner.recap(talk, move))
        case Redirect():
            return Words(text=learner.redirect(talk, move))
        case Alert():
            return Words(text=crisis)
        case Close():
            return Words(text=talk.line("close"))
        case _:
            assert_never(move)
