"""Questions that the course does not answer: whether a model may say what is generally known. Pure.

A teacher allows it by the persona, in practice alone. What is said so is marked by code as not from the course, cites
nothing, and is released only as a whole: half of it with “nothing found” behind would be neither.
"""

from tutor.curriculum.persona import Contract
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.moves import Explain, Move
from tutor.dialogue.phrases import Speaker, table_of
from tutor.dialogue.plain import Words
from tutor.dialogue.scene import Scene

SILENT = "nothing"  # what a model writes that would rather not say


def beyond(move: Move, plain: Words) -> bool:
    """Whether a move is an explanation for which the course has nothing."""
    return isinstance(move, Explain) and not plain.grounded


def may_go_beyond(scene: Scene) -> bool:
    """Whether persona and contract let a question be answered from general knowledge."""
    asked = scene.reading.intent is Intent.QUESTION and not scene.reading.text.startswith("/")
    return asked and scene.persona.beyond_course and scene.contract is Contract.PRACTICE


def mark(language: str, seed: int) -> str:
    """The words, by code, that tell a learner that what follows is not from the course."""
    return Speaker(seed, 0, table_of(language)).say("beyond")


def silent(text: str) -> bool:
    """Whether a draft says that it would rather not."""
    return text.strip(" .!“”\"'\n").casefold() == SILENT
