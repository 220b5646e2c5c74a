"""Whether a text tells a number by its name in any of our languages (pure)."""

import re
from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal import tongues
from tutor.items.reveal.wordings import ANSWER, CONCLUDES, SENTENCES

SMALL = 12  # a whole number up to here also counts steps and parts
_NAMES_IT = re.compile(
    r"^\W*(?:(?:pues|entonces|asi que|sera|seria|es|son|da|c'est|das ist|es ist) ?)+"
    r"(?:la |el |una? |un |le |die |der |das )*$"
)
NOTHING_MORE = re.compile(r"\)?(?: [a-z°%]{1,12})?\W*$")
_E_IN_ROMANCE = re.compile(r"\b(?:risposta|resposta|risultato|resultado) e\s*$")  # è, é, bared


def named(text: str, value: Fraction, known: bool) -> str:
    """The answer's name in any of our languages."""
    bared = tongues.bare(text)
    if not any(name in bared for name in tongues.names(value)):
        return ""
    pattern = _names_of(value)
    common = known or (value.denominator == 1 and abs(value) <= SMALL)
    for hit in pattern.finditer(bared):
        before = SENTENCES.split(bared[: hit.start()])[-1]
        claimed = _NAMES_IT.search(before) and NOTHING_MORE.match(bared[hit.end() :])
        if not common or claimed or _firmly(bared[: hit.start()]):
            return hit[0]
    return ""


@lru_cache(maxsize=256)
def _names_of(value: Fraction) -> re.Pattern[str]:
    names = sorted(tongues.names(value), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def _firmly(before: str) -> bool:
    tail = before[-40:]
    if _E_IN_ROMANCE.search(tail):
        return True
    return bool(CONCLUDES.search(tail)) and bool(
        ANSWER.search(tail)
        or re.search(
            r"(?:=|equals?|makes?|gives?|get|salir|sale|salga|igual a|da|fait|ergibt|يساوي|تساوي)\s*$",
            tail,
        )
    )
