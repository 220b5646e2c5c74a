"""An objection: which rule a draft broke, and the words that broke it."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What a draft must not do."""

    LEAK = "leak"  # tells the open item's answer
    FALSE = "false"  # a computation that is wrong
    UNSUPPORTED = "unsupported"  # a number, definition or citation that nothing stands for
    POLARITY = "polarity"  # praises a wrong response or rejects a right one
    LENGTH = "length"
    HARD = "hard"  # long words that the course does not have
    QUESTIONS = "questions"  # more than one
    TONE = "tone"  # flattery, “obviously”
    HUMAN = "human"  # claims to be a person
    MACHINE = "machine"  # a role's label, a mark or talk of the prompt that was left in
    DEED = "deed"  # something done that only code does
    LINK = "link"
    NAME = "name"  # somebody else's
    LANGUAGE = "language"
    UNSAFE = "unsafe"  # harm, contempt, secrets, private data
    OFF_LIMITS = "off_limits"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """Why a sentence was not released: the rule, and what was said against it.

    Where it `leaves_out`, the sentence is not said and the draft goes on; else the draft stops.
    """

    rule: Rule
    said: str
    leaves_out: bool = False
