"""Messages beside the task that a tutor should not search its readings for: about the lesson, and feelings (pure).

Patterns look at a message as `said` writes it: lower case, no points, "i am" for "im", "do not" for
"dont". They are narrow on purpose: what they miss is read as before, what they take must be meant.
"""

import re
from dataclasses import dataclass

from tutor.dialogue.intents.beside_the_task import BESIDE_THE_TASK
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.lines import either
from tutor.dialogue.intents.of_the_course import OF_THE_COURSE
from tutor.dialogue.intents.with_the_tutor import WITH_THE_TUTOR

_LEAD = (
    r"^(?:(?:so|but|and|wait|ok|um+|uh|hey|hi+|hiya|hello|sorry|also|oh|omg|ugh|phew|whew|well|"
    r"please|lol|like|honestly|bro|dude|man|yo|hmm+|listen) )*"
)
_COMPILED = tuple(
    (intent, kind, re.compile(either(lines, behind=_LEAD)))
    for (intent, kind), lines in (
        *OF_THE_COURSE.items(),
        *WITH_THE_TUTOR.items(),
        *BESIDE_THE_TASK.items(),
    )
)
_TAIL = re.compile(r"(?: (?:haha|lol|lmao|please|though|tbh|rn|now|man|bro|so))+$")
# What is said to a message that is beside the task by the classifier alone.
GENERAL = {Intent.ABOUT: "something", Intent.FEELING: "somehow"}
STORY = "story"  # told beside an item, found by `offhand`
CONTEST, WHY_BELIEVED = "contest", "why_believed"  # after what is believed was shown (`set_out`)
KINDS = frozenset(
    (
        *(k for _, k in OF_THE_COURSE),
        *(k for _, k in WITH_THE_TUTOR),
        *(k for _, k in BESIDE_THE_TASK),
        *GENERAL.values(),
        STORY,
        CONTEST,
    )
)


@dataclass(frozen=True, slots=True)
class Aside:
    """A message beside the task: its intent, and which kind of it (one of `KINDS`)."""

    intent: Intent
    kind: str


def aside(words: str) -> Aside | None:
    """What a message, as `said` writes it, says beside the task; None when it is about the task."""
    words = _TAIL.sub("", words)
    for intent, kind, pattern in _COMPILED:
        if pattern.search(words):
            return Aside(intent, kind)
    return None
