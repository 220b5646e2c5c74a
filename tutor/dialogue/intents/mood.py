"""How a learner feels, said beside what a message asks or answers: it gets a short kind word before the reply (pure).

A message that says nothing else is read as a feeling and answered as one (`with_the_tutor`). Patterns look at a message as
`said` writes it.
"""

import re

from tutor.dialogue.intents.said import said

_LOUD = r"(?:(?:so|really|very|just|super|pretty|a bit|too|such|kind of|kinda|muy|un poco|tan) )*"
_AFRAID = (
    r"(?:scared|afraid(?! that\b)|nervous|worried|anxious|terrified|panicking|stressed(?: out)?)"
)
_ANXIOUS = rf"\bi (?:am|feel|get) {_LOUD}{_AFRAID}\b|\bestoy {_LOUD}nervios[oa]\b|\b(?:tengo|me da) miedo\b"
_NO_GOOD = r"(?:stupid|dumb|useless|rubbish|trash|annoying|rude|mean|pointless|no help)"
# In the order in which they are looked for: a kind, and how it is said.
_MOODS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("exam", rf"(?=.*\b(?:tests?|exams?|quiz|examen)\b).*(?:{_ANXIOUS})"),
        ("nervous", _ANXIOUS),
        (
            "unheard",
            r"\byou (?:did|do|have|are) (?:still )?not (?:even |really )?answer|"
            r"\b(?:you are|your) (?:just |always )?(?:avoiding|ignoring|dodging)\b|"
            r"\bnot what i (?:asked|meant)\b"
            r"|\bno es lo que (?:pregunte|dije|pedi)\b|\bno me (?:contestaste|respondiste|has contestado)\b",
        ),
        (
            "scolded",
            (
                rf"\b(?:you are|your|this is|it is|that is) {_LOUD}{_NO_GOOD}"
                rf"(?! (?:question|idea|mistake|answer|number|value)s?\b)|^rude\b|"
                rf"\beres {_LOUD}(?:tont[oa]|inutil|pesad[oa])\b"
            ),
        ),
        ("low", (
            rf"\bi am {_LOUD}(?:dumb|stupid|an idiot|hopeless|useless|bad at (?:this|maths?|it)|"
            rf"no good at (?:this|maths?|it))\b|\bi {_LOUD}suck(?: at)?\b|"
            rf"\bi (?:always|never) (?:fail|"
            rf"get (?:it|this|them|these|anything) (?:wrong|right))\b|"
            rf"\bsoy {_LOUD}(?:tont[oa]|mal[oa] en)\b"
        )),
        ("hurts", r"\bmy (?:brain|head) (?:hurts?|is (?:melting|fried|exploding))\b|\bme duele la cabeza\b"),
        (
            "sorry",
            r"\b(?:i am|so|very|really) sorry\b|\bsorry (?:if|that|for|i am)\b|\bperdon (?:si|por)\b",
        ),
    )
)  # fmt: skip


def mood(text: str) -> str:
    """The kind of feeling that a message speaks of; "" where it speaks of none."""
    words = said(text)
    return next((kind for kind, pattern in _MOODS if pattern.search(words)), "")
