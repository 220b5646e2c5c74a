"""Quantities in two units with the units written out: 5'3", 2h30, 12°30', 3 kilos y medio, 15 (m/s)."""

import re
import unicodedata
from fractions import Fraction

from tutor.items.maths.in_words.money import in_one_sum
from tutor.items.maths.in_words.words import number_words

_FEET = re.compile(
    r"""(?<=\d)\s*(?:['’′]|ft\.?|feet|foot)\s*(\d+(?:\.\d+)?)\s*(?:["”″]|''|in(?:ch(?:es)?)?\.?)$"""
    r"""|(?<=^\d)['’′]\s?(\d|1[01])$"""
)


_PART_OF_A = re.compile(r"(\d\s*/\s*\d+|[½¼¾⅓⅔])\s+(?:of\s+)?an?\s+(?=[a-z])", re.I)  # 1/2 a minute
# 6' and 72": feet and inches, or minutes and seconds where those are asked for
_PRIMED = re.compile(
    r"""^(\s*(?:[^\d"'“]*\s)?[-−]?\d[\d.,]*(?:\s+\d+/\d+|[½¼¾])?)\s*(''|["”″]|['’′])[.!?]*\s*$"""
)
_UNIT_AND_HALF = re.compile(  # "2 kilos y medio", "2 hours and a half"
    r"(?<![\d.,])(\d+)\s+([^\W\d]{2,})\s+(?:y\s+medi[oa]|and\s+an?\s+(half|quarter|third|fifth|sixth|eighth))$",
    re.I,
)
_PART_AND_UNIT = re.compile(  # "2 y medio kilos", "2 and a half kilos"
    (
        r"(?<![\d.,/])(\d+)\s+(?:y\s+medi[oa]|"
        r"(?:and|n|&)\s+an?\s+(half|quarter|third|fifth|sixth|eighth))\s+(?!of\b)(?=[^\W\d])"
    ),
    re.I,
)
_PART_SIGNS = {"half": "½", "quarter": "¼", "third": "⅓", "fifth": "⅕", "sixth": "⅙", "eighth": "⅛"}


def _sign_of(part: str | None) -> str:
    """The sign of a part that words name; where they are Spanish it is a half."""
    return _PART_SIGNS[(part or "half").lower()]


_HOURS = re.compile(r"(?<=\d)\s*h\s*(\d{1,2})(?=\s*$|\s*min)")
_SMALLER = (  # "1 hour 30", "2 min 30", "1 m 65": the smaller unit goes without saying
    (
        re.compile(
            r"(?<=\d)\s*(?:hours?|hrs?|heures?|horas?|stunden?)\s+(?:and\s+)?(\d{1,2})$", re.I
        ),
        r" h \1 min",
    ),
    (re.compile(r"(?<=\d)\s*(?:ft|feet|foot)\s*(?:and\s+)?(\d{1,2})$", re.I), r" ft \1 in"),
    (re.compile(r"(?<=\d)\s*min(?:ute)?s?\s+(?:and\s+)?(\d{1,2})$", re.I), r" min \1 s"),
    (re.compile(r"(?<=\d)\s*(?:kilos?|kg)\s+(\d{3})$", re.I), r" kg \1 g"),
    (re.compile(r"(?<=\d)\s*m(?:et(?:re|er|ro)s?)?\s*(?:y\s+)?(\d\d)$"), r" m \1 cm"),
)


# 12°30', 12 deg 30 min: minutes of arc, 60 to a degree
_ANGLE = re.compile(
    r"""(?<![\d.,])([-−]?)(\d{1,3})\s*(?:°|deg(?:rees?)?)\s*(\d{1,2})\s*(?:['’′]|min(?:ute)?s?\b)(?:\s*(\d{1,2}(?:\.\d+)?)\s*(?:["”″]|''|s(?:ec(?:ond)?s?)?\b))?""",
    re.I,
)
_RIGHT_ANGLES = re.compile(
    r"^\W*(?:(?:its|it['’]?s|it is|is)\s+)*(an?|one|two|three|four|[1-4])\s+right[- ]angles?\W*$",
    re.I,
)
_SPELT_SIGN = re.compile(r"(?<=\d)o(?=\s*[CF]?\W*$)")  # 90o, 20oC
_IN_BRACKETS = re.compile(r"^(.*\d)\s*\(([^()\d]*[A-Za-zµ][^()\d]*)\)\s*$")  # 15 (m/s)
_SQUARED = {  # ㎝, ㎠, ㎏: units in one sign
    code: f" {unicodedata.normalize('NFKC', chr(code))} ".replace("2 ", "² ").replace("3 ", "³ ")
    for code in range(0x3380, 0x33E0)
}


def _in_degrees(match: re.Match[str]) -> str:
    size = Fraction(match[2]) + Fraction(match[3]) / 60 + Fraction(match[4] or 0) / 3600
    return (
        f"{match[1]}{size.numerator}/{size.denominator} °"
        if size.denominator > 1
        else f"{match[1]}{size}°"
    )


_ONE_PRIME = frozenset("'’′")


def in_two(text: str) -> str:
    """5'3", 6' and 2h30 with their units written out."""
    primed = _PRIMED.match(text)
    if primed:
        text = f"{primed[1]}{'′' if primed[2] in _ONE_PRIME else '″'}"
    text = _IN_BRACKETS.sub(r"\1 \2", _ANGLE.sub(_in_degrees, text.translate(_SQUARED)))
    text = _PART_AND_UNIT.sub(
        lambda m: f"{m[1]}{_sign_of(m[2])} ",
        _UNIT_AND_HALF.sub(lambda m: f"{m[1]}{_sign_of(m[3])} {m[2]}", text),
    )
    text = _HOURS.sub(r" h \1 min ", _FEET.sub(lambda m: f" ft {m[1] or m[2]} in", text.strip()))
    text = _PART_OF_A.sub(r"\1 ", re.sub(r"\bmin\s+min", "min", text))
    for pattern, written in _SMALLER:
        text = pattern.sub(written, text)
    text = _SPELT_SIGN.sub("°", text)
    text = _RIGHT_ANGLES.sub(lambda m: f"{90 * int(number_words(m[1]) or m[1])}°", text)
    return in_one_sum(text)
