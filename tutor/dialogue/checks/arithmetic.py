"""Whether the computations in a sentence are right: chains of “=”, and “3 times 4 is 12” (pure)."""

import itertools
import re
from fractions import Fraction

from tutor.dialogue.checks.objection import Objection, Rule
from tutor.items.reveal import said, worked

_LEFT = re.compile(r"[\d.√(][\d\s.+\-*/^()%√x]*$")
_RIGHT = re.compile(r"\s*(-?\s*[$€£]?\s*[\d.√(][\d\s.+\-*/^()%√]*)")
_VERB = re.compile(r"\b(?:equals|is equal to|es igual a|يساوي|تساوي)\b")
_IS = re.compile(
    r"(?<=[\d)]) (?:is|are|makes|gives(?: us| you)?|es|son|da|هو|هي) (?=[$€£]?-?\d)(?!\d+ and )"
)
_OPERATED = re.compile(r"[\d)%] ?[-+*/^] ?[\d(][\d. ()]*$")
_BARE = re.compile(r"-?[\d.]+(?: ?/ ?\d+)?%?|-?\d+ \d+/\d+")
_ROUNDED = re.compile(
    r"≈|\b(?:about|approximately|roughly|around|nearly|rounded|aproximadamente|حوالي|تقريبا)\b"
)


def arithmetic(sentence: str) -> Objection | None:
    """The first false equation between numbers; those with letters are for `algebra`."""
    if not any(c.isdigit() for c in sentence):
        return None
    text = worked.worded(said.figures(said.plain(sentence), parts=False))
    if "?" in text and "=" not in text:
        return None
    loose = bool(_ROUNDED.search(text))
    # A verb needs arithmetic before it: “20 divided by 4 is 5”, not “the top of 4 is 5”.
    text = _IS.sub(lambda hit: " = " if _OPERATED.search(text[: hit.start()]) else hit[0], text)
    text = _VERB.sub(" = ", text)
    cut = text.replace("≈", "=")
    pieces = cut.split("=")
    for left, right in itertools.pairwise(pieces):
        sides = _sides(left, right)
        if sides is None:
            continue
        one, two, written = sides
        if one != two and not _rounds(one, two, written, loose):
            return Objection(rule=Rule.FALSE, said=f"{written[0].strip()} = {written[1].strip()}")
    return None


def _sides(left: str, right: str) -> tuple[Fraction, Fraction, tuple[str, str]] | None:
    """The numbers on both sides; None where a side has letters, or neither was computed."""
    a, b = _LEFT.search(left.rstrip()), _RIGHT.match(right)
    if a is None or b is None:
        return None
    before = left.rstrip()[: a.start()]
    after = right[len(b[0].rstrip()) :]
    if re.search(r"[\w^_√]\s*[-+*/^]?\s*$|[-+*/^(<>]\s*$", before[-3:]) and re.search(
        r"[-+*/^(]\s*$|[a-z]$", before
    ):
        return None
    if re.match(r"\s*[a-z](?![a-z])|\s*[a-z(]\^|[a-z°]|\s*\(", after) and re.match(
        r"[a-z]|\s*[a-z]\b", after
    ):
        return None
    said_left, said_right = a[0].strip(), re.sub(r"[$€£]", "", b[1]).strip(" .,(")
    if re.match(r"\s*and\b", after) or (
        _BARE.fullmatch(a[0].strip()) and re.match(r"\s*[a-z]", after)
    ):
        return None  # “1/2 = 30 minutes” changes the unit
    if not re.search(r"\d\s*[-+*/^x%]\s*[\d(√]|√|%", said_left + " " + said_right):
        return None
    one, two = worked.evaluate(said_left.rstrip(".")), worked.evaluate(said_right.rstrip("."))
    return None if one is None or two is None else (one, two, (said_left, said_right))


def _rounds(one: Fraction, two: Fraction, written: tuple[str, str], loose: bool) -> bool:
    """Whether the right side stands for the left one rounded to its places."""
    places = len(written[1].rstrip("%. ").partition(".")[2])
    if written[1].endswith("%"):
        places += 2
    if places and abs(one - two) * 10**places <= 1:
        return True
    return loose and abs(one - two) * 20 <= max(abs(one), abs(two))
