"""Whether a sentence's words are too hard for a reader's age: long ones that the texts at hand do not have (pure)."""

import re
from collections.abc import Sequence

from tutor.curriculum.course import Term
from tutor.dialogue.checks.objection import Objection, Rule

_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = re.compile(r"[aeiouyáéíóúü]+")
_MATHS = re.compile(r"\$[^$]*\$|`[^`]*`")
# Letters and syllables from which a word is long; Spanish words are longer at the same age.
_LONG = {"en": (10, 4), "es": (13, 5)}
YOUNG, GROWN = (
    10,
    15,
)  # years: up to the first two strange long words are too many, from the second none


def hard(
    sentence: str,
    *,
    known: str,
    terms: Sequence[Term] = (),
    reading_age: int,
    language: str,
) -> Objection | None:
    """More long words in one sentence than a reader takes in; those of the texts at hand (`known`) and the
    course's `terms` count for nothing. Only in languages whose long words are told."""
    limits = _LONG.get(language.split("-")[0])
    if limits is None or reading_age >= GROWN:
        return None
    letters, syllables = limits
    long = {
        word.casefold()
        for word in _WORD.findall(_MATHS.sub(" ", sentence))
        if len(word) >= letters and _syllables(word.casefold()) >= syllables
    }
    most = 1 if reading_age <= YOUNG else 2
    if len(long) <= most:
        return None
    taught = " ".join(" ".join((term.term, *term.also)) for term in terms)
    read = f"{known} {taught}".casefold()
    strange = sorted(word for word in long if word[:-2] not in read)
    if len(strange) <= most:
        return None
    return Objection(rule=Rule.HARD, said=", ".join(strange))


def _syllables(word: str) -> int:
    """About how many syllables a word has, a silent ending taken off."""
    count = len(_VOWELS.findall(word))
    if word.endswith("e") and not word.endswith("le"):
        count -= 1
    if word.endswith("ed") and not word.endswith(("ted", "ded")):
        count -= 1
    return count
