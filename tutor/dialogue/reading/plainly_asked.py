"""Questions that only look like an attempt, and reasons that come too late for theirs. Pure."""

import re

from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.phrases import ASKS_WHETHER, QUESTION, REASON
from tutor.dialogue.reading.heard import Heard, Reading
from tutor.dialogue.session import Waiting
from tutor.items.grade import Verdict

NAMING = frozenset({"choice", "choices", "short", "match", "blanks"})  # answered by naming a thing
BRIEF = 5  # words of a question where whole sentences are awaited, at most
WORTHLESS = frozenset({Verdict.INCORRECT, Verdict.UNREADABLE, Verdict.UNCLEAR})
# No explanation begins with its verb (“is 1/3 the same then”), but for one that is put as a question.
VERB_FIRST = re.compile(
    r"^(?:(?:so|but|and|ok|oh|wait|then) )*(?:is|are|was|do|does|did|can|could|will) (?!it\b)"
)
BECAUSE = re.compile(r"\b(?:because|becuse|bc|cuz|coz|cos|cause|since|so that)\b")
# Who and what is at hand where one talks of the lesson; a question without any of it is of a thing.
AT_HAND = re.compile(
    r"\b(?:i|me|my|mine|you|u|your|ur|we|us|our|this|that|it|here|today|now|next|meno|course|lesson|questions?|task|test)\b"
)
# What an order to the tutor has: whom it tells, or what it would have changed.
ADDRESSED = re.compile(
    r"\b(?:you|your|u|ur|ignore|disregard|forget|pretend|act|roleplay|system|prompt|instructions?|rules?|mode|role|"
    r"admin|developer|override|jailbreak|reveal|grade|marks?|correct|must|always|repeat)\b"
)
FOR_LAST = "for_last"  # a reason that comes after its question is closed


def plainly_asked(heard: Heard) -> Reading | None:
    """A question that happens to name an answer (“can a mushroom think”), or stands where sentences are awaited (“is
    that a lot”); a reason that belongs to the question before; None where it is neither."""
    named = heard.item is not None and heard.item.type_name in NAMING
    if (named and ASKS_WHETHER.search(heard.spoken)) or _asks_briefly(heard):
        return Reading(intent=Intent.QUESTION, text=heard.body, about=heard.about)
    if _is_late_reason(heard):
        return Reading(intent=Intent.ABOUT, text=heard.body, aside=FOR_LAST)
    return None


def wonders(spoken: str) -> bool:
    """Whether a message asks where an explanation is awaited."""
    return VERB_FIRST.match(spoken) is not None and BECAUSE.search(spoken) is None


def of_a_thing(spoken: str) -> bool:
    """Whether a question speaks of a thing, and of nothing that is at hand in the lesson."""
    return QUESTION.match(spoken) is not None and AT_HAND.search(spoken) is None


def orders_nobody(text: str) -> bool:
    """Whether a message tells nobody to do anything, and names nothing of how the tutor works."""
    return ADDRESSED.search(text.casefold()) is None


def _asks_briefly(heard: Heard) -> bool:
    if heard.item is None or heard.item.type_name != "open" or heard.grade is None:
        return False
    if heard.session.waiting is Waiting.PROBE or heard.grade.verdict not in WORTHLESS:
        return False
    words = heard.spoken.split()
    asks = QUESTION.search(heard.spoken) is not None and not BECAUSE.search(heard.spoken)
    return asks and 2 < len(words) <= BRIEF


def _is_late_reason(heard: Heard) -> bool:
    """Whether a reason comes where its question is closed already, and the next one not tried yet."""
    session, grade = heard.session, heard.grade
    if heard.item is None or grade is None or grade.verdict is not Verdict.UNREADABLE:
        return False
    fresh = session.settled is not None and not session.last_wrong
    return fresh and session.waiting is not Waiting.PROBE and REASON.match(heard.spoken) is not None
