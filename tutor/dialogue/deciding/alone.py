"""Items that show what somebody can do alone, a cold check, a test-out and a twin: no help before a try. Pure.

Help would make them worthless, and “I don't know” says as much as a wrong answer. After the first try the check
has its evidence, and the item goes on as any other. A twin follows an answer that was told, and what it shows is
whether that was understood: its words promise “this time without me”.
"""

from dataclasses import replace

from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.reading.heard import Reading
from tutor.items.grade import Grade, Verdict
from tutor.learner_state.events import Purpose
from tutor.learner_state.shape import OpenItem

CHECKS = frozenset({Purpose.COLD_CHECK, Purpose.TEST_OUT, Purpose.TWIN})
HELP = frozenset(
    {
        Intent.HINT, Intent.EXPLAIN, Intent.EXAMPLE, Intent.QUESTION, Intent.ANSWER_REQUEST, Intent.TOPIC,
        Intent.OTHER_WAY, Intent.THIS_WAY,
    }
)  # fmt: skip
_GIVES_UP = frozenset({Intent.DONT_KNOW, Intent.STUCK})


def untried(opened: OpenItem | None) -> bool:
    """Whether such an item is open and nobody has tried it yet."""
    return opened is not None and opened.purpose in CHECKS and opened.tries == 0


def not_known(reading: Reading, opened: OpenItem | None) -> Reading:
    """“I don't know” as a response to such an item; else the reading itself."""
    if not untried(opened) or reading.intent not in _GIVES_UP:
        return reading
    return replace(
        reading,
        intent=Intent.RESPONSE,
        grade=Grade(verdict=Verdict.INCORRECT),
        doubt=(),
        gave_up=True,
    )
