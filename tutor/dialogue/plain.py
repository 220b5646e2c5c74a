"""The plain wording of every move: what the tutor says when no model words it. Pure.

The item itself is never part of the text: it goes out as a card made from the item.
"""

from collections.abc import Sequence
from dataclasses import replace
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
from tutor.dialogue.saying.kindly import kindly
from tutor.dialogue.saying.talk import Talk, Words, cite, paragraphs
from tutor.dialogue.scene import Scene
from tutor.items.item import Item
from tutor.retrieval.passage import Hit

__all__ = ["Words", "cite", "say", "working"]

_FromCourse = Explain | TopicCard | Ways | Show
_AboutItem = (
    Open | Ask | Review | Probe | Hint | WorkedExample | Feedback | Tell | Acknowledge | Clarify
)
_AboutLearner = Offer | Place | ShowBelief | Recap | Redirect


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
    words = _said(talk, move, crisis)
    kind = kindly(talk, move)
    return replace(words, text=paragraphs(kind, words.text)) if kind else words


def _said(talk: Talk, move: Move, crisis: str) -> Words:
    """What the move itself says."""
    match move:
        case Explain() | TopicCard() | Ways() | Show():
            return _from_course(talk, move)
        case Offer() | Place() | ShowBelief() | Recap() | Redirect():
            return Words(text=_about_learner(talk, move))
        case Alert():
            return Words(text=crisis)
        case Close():
            return Words(text=talk.line("close"))
        case _:
            return Words(text=_about_item(talk, move))


def _from_course(talk: Talk, move: _FromCourse) -> Words:
    """What the course's texts say, with their sources."""
    match move:
        case Explain():
            return showing.explain(talk, move)
        case TopicCard():
            return showing.topic(talk, move)
        case Ways():
            return Words(text=showing.ways(talk, move))
        case Show():
            return showing.way(talk, move)
        case _:
            assert_never(move)


def _about_item(talk: Talk, move: _AboutItem) -> str:
    """What goes with an item: before it, about a response to it, and after it."""
    match move:
        case Open():
            return items.opened(talk, move)
        case Ask():
            return items.ask(talk, move)
        case Review(choice=choice):
            return talk.line("review", skill=talk.title(choice.skill))
        case Probe():
            return items.probe(talk, move)
        case Hint():
            return items.hint(talk, move)
        case WorkedExample():
            return showing.example(talk, move)
        case Feedback():
            return items.feedback(talk, move)
        case Tell():
            return items.tell(talk, move)
        case Acknowledge():
            return items.acknowledge(talk, move)
        case Clarify():
            return items.clarify(talk, move.grade, thought=move.thought)
        case _:
            assert_never(move)


def _about_learner(talk: Talk, move: _AboutLearner) -> str:
    """What the learner can do, has done or is told besides."""
    match move:
        case Offer():
            return learner.offer(talk, move)
        case Place():
            return learner.placed(talk, move)
        case ShowBelief():
            return learner.belief(talk, move)
        case Recap():
            return learner.recap(talk, move)
        case Redirect():
            return learner.redirect(talk, move)
        case _:
            assert_never(move)
