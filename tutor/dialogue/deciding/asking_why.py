"""Whether the reason for a right response is asked for, and who says that it does not come. Pure."""

import re

from tutor.dialogue.intents.within import asked_beside, gives_reason
from tutor.dialogue.scene import Scene
from tutor.items.item import Item

# “32 but i dont know how to explain”: the reason is asked for by a smaller question.
CAN_NOT_SAY = re.compile(
    r"\b(?:don'?t|dont|do not|can'?t|cant|cannot|can not|no) (?:really )?(?:know |s[eé] )?"
    r"(?:how to |c[oó]mo )?(?:explain|explicar\w*|say why|put it)\b|"
    r"\b(?:idk|(?:don'?t|dont|do not) know|no s[eé]) (?:why|how|por qu[eé])\b"
)


def worth_asking(scene: Scene, item: Item) -> bool:
    """Whether the reason for an unaided response is asked for: it is due, and not given or asked for by the learner."""
    text = scene.reading.text
    if scene.reading.about:
        return False  # something else is wished for
    if scene.session.since_whys < scene.demands.whys_every or item.type_name == "open":
        return False  # an explanation is in the learner's own words already
    asks = asked_beside(text) != "" and CAN_NOT_SAY.search(text.casefold()) is None
    return not asks and not gives_reason(text)
