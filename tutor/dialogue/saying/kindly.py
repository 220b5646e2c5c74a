"""A kind word before a reply, where a message also says how its writer feels. Pure."""

from tutor.curriculum.persona import Contract
from tutor.dialogue.intents.mood import mood
from tutor.dialogue.moves import (
    Acknowledge,
    Ask,
    Clarify,
    Explain,
    Feedback,
    Hint,
    Move,
    Offer,
    Probe,
    Tell,
    TopicCard,
    WorkedExample,
)
from tutor.dialogue.saying.talk import Talk
from tutor.learner_state.events import MessageReceived

AGAIN = 10  # messages after which the same kind word may come again
# Moves that answer what a message asks and not how its writer feels.
_OF_THE_MATTER = (
    Acknowledge | Ask | Clarify | Explain | Feedback | Hint | Offer | Probe | Tell | TopicCard | WorkedExample
)  # fmt: skip


def kindly(talk: Talk, move: Move) -> str:
    """The kind word; "" where a message says nothing of a feeling, the move answers that itself, or it was said before."""
    scene = talk.scene
    if scene.contract not in (Contract.PRACTICE, Contract.HOMEWORK):
        return ""
    if not isinstance(move, _OF_THE_MATTER) or (isinstance(move, Hint) and move.upset):
        return ""
    sent = [event.text for event in scene.past if isinstance(event, MessageReceived)]
    felt = mood(sent[-1]) if sent else ""
    said_before = any(mood(text) == felt for text in sent[-AGAIN:-1])
    return "" if not felt or said_before else talk.line(f"mood.{felt}")
