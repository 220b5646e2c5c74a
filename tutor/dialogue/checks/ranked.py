"""Whether what a sentence says of two numbers is so: which is larger, what divides what, what is even (pure)."""

import re
from fractions import Fraction

from tutor.dialogue.checks.objection import Objection, Rule
from tutor.items.reveal import said, worked

_NUMBER = r"(-?\d+(?:\.\d+)?(?: ?/ ?\d+)?%?)"
_MORE = r"(?:bigger|greater|larger|more|higher) than|(?:es )?m[aá]s grande que|(?:es )?mayor (?:que|a)|[أا]كبر من"
_LESS = (
    r"(?:smaller|less|fewer|lower) than|(?:es )?m[aá]s (?:pequeñ[oa]|chic[oa]) que|"
    r"(?:es )?menor (?:que|a)|[أا]صغر من|[أا]قل من"
)
_BE = r" (?:(?:is|are|es|son)(?: (?:still|always|clearly|just|a bit|much|far|exactly))? |(?=[أا]))"
_SIGN = re.compile(
    rf"{_NUMBER}(?:{_BE}(?:(?P<more>{_MORE})|(?P<less>{_LESS})) | ?(?:(?P<over>>)|(?P<under><)) ?){_NUMBER}"
)
_DIVIDES = re.compile(
    rf"{_NUMBER} (?:is|es) (?:(?P<into>a factor of|a divisor of|factor de|divisor de)|"
    rf"(?:exactly |evenly )?divisible by|a multiple of|in the (?:table|times table) of|"
    rf"divisible (?:entre|por)|m[uú]ltiplo de) {_NUMBER}"
)
_PARITY = re.compile(
    rf"{_NUMBER} (?:is|es) (?:an? )?(?:n[uú]mero )?(?P<kind>even|odd|prime|impar|par|primo)\b"
    rf"(?! (?:bigger|smaller|more|less|if|though))"
)
_OPEN = re.compile(
    r"\b(?:if|suppose|imagine|not|never|isn'?t|aren'?t|whether|because you|"
    r"you (?:said|wrote|think|thought)|no|nunca|si|supon|imagina)\b|\?|ليس|لو|هل"
)
_AROUND = re.compile(
    r"(?:[\d.,/^*+=<>-]\s*|\w|\b(?:of|times|plus|minus|by|de|por|m[aá]s|menos)\s+)$"
)


def ranked(sentence: str) -> Objection | None:
    """The first false comparison. Questions, suppositions and denials claim nothing."""
    if "`" in sentence or "|" in sentence or not any(c.isdigit() for c in sentence):
        return None  # code and tables state nothing
    text = said.figures(said.plain(sentence), parts=False).casefold()
    if _OPEN.search(text):
        return None
    for hit in _SIGN.finditer(text):
        pair = _pair(hit[1], hit.groups()[-1], text, hit)
        if pair is not None and not (
            pair[0] > pair[1] if hit["more"] or hit["over"] else pair[0] < pair[1]
        ):
            return Objection(rule=Rule.FALSE, said=hit[0])
    for hit in _DIVIDES.finditer(text):
        pair = _pair(hit[1], hit[3], text, hit)
        if pair is not None and not _divides(*(pair if hit["into"] else reversed(pair))):
            return Objection(rule=Rule.FALSE, said=hit[0])
    for hit in _PARITY.finditer(text):
        value = worked.evaluate(hit[1])
        if (
            value is not None
            and not _AROUND.search(text[: hit.start()])
            and not _is(value, hit["kind"])
        ):
            return Objection(rule=Rule.FALSE, said=hit[0])
    return None


def _pair(one: str, two: str, text: str, hit: re.Match[str]) -> tuple[Fraction, Fraction] | None:
    """Both numbers; None where a computation goes on around them or a unit follows."""
    if _AROUND.search(text[: hit.start()]) or re.match(
        r"\s*(?:[-+*/^=<>]|[a-zµ°²³]{1,3}\b|\d)", text[hit.end() :]
    ):
        return None
    a, b = worked.evaluate(_percent(one)), worked.evaluate(_percent(two))
    return None if a is None or b is None else (a, b)


def _percent(written: str) -> str:
    return f"({written[:-1]})/100" if written.endswith("%") else written


def _divides(small: Fraction, large: Fraction) -> bool:
    return small != 0 and (large / small).denominator == 1


def _is(value: Fraction, kind: str) -> bool:
    if value.denominator != 1:
        return False
    match kind:
        case "even" | "par":
            return value % 2 == 0
        case "odd" | "impar":
            return value % 2 == 1
        case _:
            whole = int(value)
            return whole > 1 and all(whole % by for by in range(2, min(whole, int(whole**0.5) + 1)))
