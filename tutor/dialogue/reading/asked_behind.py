"""A question that stands behind an attempt in one message (“starch? what is that for”). Pure."""

import re

from tutor.dialogue.intents import short
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.phrases import BEWILDERED, POINTS, asks
from tutor.dialogue.intents.said import said
from tutor.dialogue.intents.within import asked_beside, attempt_in
from tutor.dialogue.reading.attempted import spoken_in
from tutor.dialogue.reading.heard import Heard, Reading, Vocabulary
from tutor.dialogue.reading.offhand import offhand
from tutor.items.grade import Verdict
from tutor.items.item import Item

PAUSES = frozenset("?!,;.")
TRIED, NAMED = 6, 3  # words of an attempt before a question; of one that names a thing
SUM_IN_IT = re.compile(r"\d ?[÷×+*] ?\d.*\b(?:because|cos|cuz|bc|since|so)\b")


def asked_behind(heard: Heard, item: Item, vocabulary: Vocabulary) -> Reading | None:
    """A message that asks something behind an attempt: the attempt where it can be graded (“starch? what is that
    for”), else the question alone (“is it the brain? why do cells matter”); None where it is neither."""
    question, tried, grade = asked_beside(heard.body), attempt_in(heard.body), heard.grade
    apart = heard.body[len(tried) :].lstrip()[:1] in PAUSES
    if not question or not apart or grade is None or item.type_name == "open":
        return None
    words = spoken_in(tried)
    if (
        SUM_IN_IT.search(tried) and grade.verdict is not Verdict.CORRECT
    ):  # reasoning about another sum
        return Reading(intent=Intent.QUESTION, text=question, about=vocabulary(spoken_in(question)))
    if len(words.split()) > TRIED or asks(words) or BEWILDERED.fullmatch(words):
        return None
    if grade.verdict is Verdict.UNREADABLE or offhand(heard):
        return Reading(intent=Intent.QUESTION, text=question, about=vocabulary(spoken_in(question)))
    brief = (
        len(words.split()) <= NAMED
        and not POINTS.match(words)
        and short.english(said(tried)) is None
    )
    doubted = heard.body[len(tried) :].lstrip().startswith("?")
    if doubted and brief and grade.verdict.counts:
        return Reading(intent=Intent.RESPONSE, text=heard.body, grade=grade)
    return None
