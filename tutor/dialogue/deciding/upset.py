"""Who is upset over an item gets the next piece of help with the kind word (rule 4: progress over purity). Pure.

A kind word alone leaves a learner who has tried and failed where they were. It still takes a try, and a hint that
has stood for its pause: so that shouting is no quicker way to the last hint than asking.
"""

from dataclasses import replace

from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.responding import next_hint, pause_left
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.moves import Hint, Move, Tell
from tutor.dialogue.scene import Scene

UPSET = frozenset({"cross", "low", "scolded"})


def upset(scene: Scene) -> bool:
    """Whether the message is a cry over an item that was tried in vain, and that help may be given on."""
    opened, reading = scene.state.open, scene.reading
    return (
        reading.intent is Intent.FEELING
        and reading.aside in UPSET
        and scene.contract in (Contract.PRACTICE, Contract.HOMEWORK)
        and opened is not None
        and opened.tries > 0
    )


def helped_on(scene: Scene) -> Move | None:
    """The next piece of help for somebody upset; None where words alone must do."""
    item = scene.item
    if item is None or not upset(scene) or pause_left(scene):
        return None
    move = next_hint(scene, item)
    match move:
        case Hint():
            return replace(move, upset=True)
        case Tell():
            return Tell(lost=True)
        case _:
            return None
