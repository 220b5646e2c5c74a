"""Money told in two parts: "4 pounds 75", "£12 and 40p", "four pounds seventy-five", "tres euros con cincuenta"."""

import re
from fractions import Fraction

from tutor.items.maths.in_words.foreign_words import foreign_count
from tutor.items.maths.in_words.words import number_words

_COINS = {  # the sign, its names, the names of its hundredth
    "£": (r"pounds?|quid", r"p|pence|penny|pennies"),
    "$": (r"dollars?|bucks?|d[óo]lare?s?", r"c|cents?|¢|centavos?"),
    "€": (r"euros?", r"c|ct|cts|cents?|c[ée]ntimos?|centimes?"),
}
_JOINED = r"(?:\s*,)?\s*(?:(?:and|&|y|con|e|et|und)\s+)?"
_FIGURES = [
    (sign, re.compile(pattern, re.I))
    for sign, (names, parts) in _COINS.items()
    for pattern in (
        # a part of one figure has its name, as "4 pounds 5" may be 4.05 or 4.50
        rf"(?<![\d.,])(\d{{1,7}})\s*(?:{names}|{re.escape(sign)}){_JOINED}(\d\d)(?:\s*(?:{parts}))?\s*[.!]?$",
        rf"(?<![\d.,])(\d{{1,7}})\s*(?:{names}){_JOINED}(\d)\s*(?:{parts})\s*[.!]?$",
        rf"{re.escape(sign)}\s*(\d{{1,7}}){_JOINED}(\d\d?)\s*(?:{parts})\s*[.!]?$",
    )
]
_WORDS = [
    (
        sign,
        re.compile(
            rf"(.+?) (?:{names}),?(?: (?:and|y|con|et|und))? (.+?)(?: (?:{parts}))?", re.IGNORECASE
        ),
    )
    for sign, (names, parts) in _COINS.items()
]
_LONGEST = 120  # of a text with a sum of money in it


def in_one_sum(text: str) -> str:
    """The two parts as one number behind their sign: £4.75."""
    if len(text) > _LONGEST:
        return text
    for sign, pattern in _FIGURES:
        match = pattern.search(text)
        if match:
            return f"{text[: match.start()]}{sign}{match[1]}.{match[2]:0>2}"
    return text


def money_said(phrase: str) -> tuple[Fraction, str] | None:
    """The sum and its sign in a phrase of words alone; None for other phrases."""
    for sign, pattern in _WORDS:
        match = pattern.fullmatch(phrase)
        if match is None:
            continue
        whole, part = (_counted(words) for words in match.groups())
        if whole is not None and part is not None and 0 < part < 100:
            return whole + Fraction(part, 100), sign
    return None


def _counted(words: str) -> int | None:
    """The whole number that words say; None for other words."""
    value = number_words(words)
    if value is None:
        return foreign_count(words)
    return int(value) if value.denominator == 1 and value >= 0 else None
