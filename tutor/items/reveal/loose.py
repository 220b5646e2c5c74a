"""Whether a sentence names a step whose outcome is the answer, in whatever words (pure).

Where `undone` and `relative` know wordings, this only looks for a word of an operation or of a comparison, the
numbers beside it, and a sign that the step is the last or about the learner's own number. The outcome has to be
the answer exactly; numbers that the question shows are taken for its own.
"""

import re
from collections.abc import Callable, Collection, Sequence
from fractions import Fraction

from tutor.items.reveal import worked
from tutor.items.reveal.wordings import asks, sentences

LEAST = 3  # below, a difference is met by chance
NEAR = 2  # sentences back from which a result is taken up

_OFF = re.compile(
    r"\b(?:too|more|less|fewer|extra|short|missing|off|over|under|below|above|away|higher|"
    r"lower|bigger|smaller|larger|earlier|later|before|after|early|late|forgot|forgotten|lost|"
    r"left out|leaves? out|counted|ahead|behind|beyond|past|gap|differs?|difference)\b"
)
_YOURS = re.compile(r"\b(?:you|your|yours|you're|you've|you'd)\b")
_LAST = re.compile(
    r"\b(?:now|just|only|simply|all (?:you|that|we)|still|last|finally|finish|don't forget|"
    r"left|to go|remains?|remaining|you're done|you have it|that's it|there you|one more|"
    r"once more|again)\b"
)
# What is yet to be thought about, or holds under a condition, is no step that was named.
_OPEN = re.compile(
    r"\b(?:if|let's|think|find|how|would|could|should|can|may|might|needs? to|have to|when)\b"
)
_SIGNED: tuple[tuple[re.Pattern[str], Callable[[Fraction, Fraction], Fraction]], ...] = (
    (re.compile(
        r"\b(?:take|taking|subtract(?:ing)?|minus|remove|removing|drop|deduct|off|away|less|"
        r"back)\b"
    ), lambda a, n: a - n),
    (re.compile(r"\b(?:add|adding|plus|more|put|putting|extra|on top|another|onto)\b"), lambda a, n: a + n),
    (re.compile(r"\b(?:times|multiply|multiplying|multiplied|as many)\b"), lambda a, n: a * n),
    (re.compile(r"\b(?:divide|dividing|divided|split|splitting|share|sharing|shared|parts|groups)\b"), lambda a, n: a / n if n else a),
)  # fmt: skip
_ALONE: tuple[tuple[re.Pattern[str], Callable[[Fraction], Fraction]], ...] = (
    (re.compile(
        r"\b(?:the same (?:again|once more|amount again)|doubl(?:e|ed|ing)|"
        r"twice (?:that|this|it|as)|two of (?:them|those|these))\b"
    ), lambda a: 2 * a),
    (re.compile(r"\b(?:halve|halving|half of (?:it|that|this)|cut (?:it|that) in half)\b"), lambda a: a / 2),
    (re.compile(
        r"\b(?:change|flip|switch|turn|reverse) (?:around )?the sign\b|\bopposite sign\b|"
        r"\bmake (?:it|that|yours) negative\b"
    ), lambda a: -a),
)  # fmt: skip


def step_left(read: str, value: Fraction, own: Sequence[Fraction], shown: str) -> str:
    """The sentence of a text in figures whose step comes to `value`; "" when none does.

    `own` are the learner's numbers, `shown` the question.
    """
    if not (_OFF.search(read) or _LAST.search(read)):
        return ""
    asked = {one.value for one in worked.values(shown)}
    before: list[Fraction] = []
    for sentence in sentences(read):
        plain = [one.value for one in worked.values(sentence) if not one.worked]
        if not asks(sentence) and (
            _differs(sentence, plain, value, own, asked)
            or _comes_to(sentence, plain, value, [*own, *before], asked)
        ):
            return sentence
        before = [*before, *plain[-1:]][-NEAR:]
    return ""


def _differs(
    sentence: str,
    numbers: Sequence[Fraction],
    value: Fraction,
    own: Sequence[Fraction],
    asked: Collection[Fraction],
) -> bool:
    """“You lost twenty of them”: by how much the learner's number is off."""
    if not own or not _OFF.search(sentence) or not _YOURS.search(sentence):
        return False
    fresh = [n for n in numbers if n >= LEAST and n not in asked and n not in own]
    return any(abs(a - value) == n for n in fresh for a in own)


def _comes_to(
    sentence: str,
    numbers: Sequence[Fraction],
    value: Fraction,
    at_hand: Sequence[Fraction],
    asked: Collection[Fraction],
) -> bool:
    """“Now take the 5 from it”: a last step on a number that the text or the learner has come to."""
    if not _LAST.search(sentence) or _OPEN.search(sentence) or value in numbers:
        return False
    bases = [a for a in at_hand if a not in asked and a != value]
    for wording, alone in _ALONE:
        last = (numbers or bases)[-1:]
        if wording.search(sentence) and any(alone(a) == value for a in last):
            return True
    for wording, change in _SIGNED:
        if wording.search(sentence) and any(
            change(a, n) == value for a in bases for n in numbers if n not in {0, 1} or n in asked
        ):
            return True
    return False
