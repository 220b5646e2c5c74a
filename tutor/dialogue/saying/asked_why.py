"""Plain wording that asks for the reason of a right answer. Pure."""

from tutor.dialogue.deciding.asking_why import CAN_NOT_SAY
from tutor.dialogue.saying.talk import Talk
from tutor.items.item import Item

# How the reason for a right answer is asked for, by the kind of item; a sum has steps and works, a name has not.
_WHY_OF = {
    "open": "right.why_open",
    "short": "right.why_name",
    "blanks": "right.why_names",
    "match": "right.why_pairs",
    "choice": "right.why_choice",
    "choices": "right.why_choice",
}


def asked_why(talk: Talk, item: Item | None) -> str:
    """Asks for the reason; for the sense of a thing, where a name was the answer and nothing was worked out."""
    if CAN_NOT_SAY.search(talk.scene.reading.text.casefold()):
        return talk.line("right.why_begun")
    kind = item.type_name if item is not None else ""
    return talk.line(_WHY_OF.get(kind, "right.why"))
