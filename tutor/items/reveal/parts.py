"""Whether a text tells a fraction by its parts: “the top is right, keep the bottom at 5” (pure)."""

import re
from collections.abc import Sequence
from fractions import Fraction

_TOP = r"(?:top|numerator|upper (?:part|number)|upstairs|arriba|numerador|البسط)"
_BOTTOM = (
    r"(?:bottom|denominator|underneath|lower (?:part|number)|downstairs|abajo|denominador|المقام)"
)
_IS = (
    r"(?:\s*(?:[:|=]|\b(?:is|are|be|becomes?|stays?|remains?|keeps?|at|as|to|must|should|needs?|"
    r"need|you|all|number|part|just|then|a|an|the|over|es|va|van|lleva|queda|sale|un|"
    r"el)\b))+\s*\|?\s*"
)
_RIGHT = (
    r"\s+(?:number |part )?(?:is|looks|was|stays|es|está|esta) (?:already |fine and |quite )?"
    r"(?:right|correct|fine|good|ok|okay|the same|bien|correcto)\b"
)
_YOUR = rf"\b(?:nice|good|right|correct|great) ({_TOP}|{_BOTTOM})\b"
_MORE = r" (?P<n>\d+) (?:\w+ )?(?P<way>bigger|more|larger|higher|less|smaller|lower|fewer) than (?:yours|what you \w+)"
_ONLY_NAMES = re.compile(r"\b(\d+) of (?:them|those|these)\b")
_NAMES = {
    "halves": 2, "thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5, "sixths": 6,
    "sevenths": 7, "eighths": 8, "ninths": 9, "tenths": 10, "twelfths": 12,
}  # fmt: skip
_NAMED = re.compile(rf"\b(?:{'|'.join(_NAMES)})\b")
_MENTIONED = re.compile(rf"\b(?:{_TOP}|{_BOTTOM})\b|{'|'.join(_NAMES)}")


def _stated(part: str, side: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{part}\b{_IS}(\d+)\b(?! \w+ (?:than|more|less)|\s*[-+*/(])|"
        rf"\b(\d+) (?:(?:on|for|as|in|at) (?:the |your )?|"
        rf"(?:de |en (?:el |la )?|como )?(?=arriba|abajo|numerador|denominador)){part}\b"
        rf"|\b{part}[,;:]? (?:queda |sale )?(\d+)\b"
        rf"|\b(\d+) (?:goes|is|stands|comes|belongs|up|down) (?:on |at |in )?(?:the )?{part}\b"
        rf"|\b(\d+) (?:goes |is |stands )?{side} (?:the (?:line|bar)|it|that)\b"
    )


_STATED = (_stated(_TOP, "(?:above|over)"), _stated(_BOTTOM, "(?:below|under|underneath|beneath)"))
_CONFIRMED = (re.compile(rf"\b{_TOP}{_RIGHT}"), re.compile(rf"\b{_BOTTOM}{_RIGHT}"))
_COMPARED = (re.compile(rf"\b{_TOP} is{_MORE}"), re.compile(rf"\b{_BOTTOM} is{_MORE}"))


def by_parts(declared: str, value: Fraction, picked: str) -> str:
    """The word that tells both parts of the fraction `value`; "" when a text does not.

    `declared` are the sentences that ask nothing; `picked` is what the learner answered, whose top
    or bottom may be said to be right.
    """
    if value.denominator == 1 or not _MENTIONED.search(declared):
        return ""
    own = re.search(r"(?<![\d./])(\d+) ?/ ?(\d+)(?![\d./])", picked)
    wanted = (abs(value.numerator), value.denominator)
    found = [
        _part(declared, at, None if own is None else int(own[at + 1])) for at in range(len(wanted))
    ]
    if all(one == right for one, right in zip(found, wanted, strict=True)):
        return "top and bottom"
    named = _NAMED.search(declared)
    for hit in _ONLY_NAMES.finditer(declared if named else ""):
        if named and (int(hit[1]), _NAMES[named[0]]) == wanted:
            return hit[0]
    return ""


def _part(text: str, at: int, own: int | None) -> int | None:
    """The top (0) or the bottom (1) that a text says: outright, as right already, or by a difference."""
    stated = _STATED[at].search(text)
    if stated:
        return int(next(group for group in stated.groups() if group))
    if own is None:
        return None
    moved = _COMPARED[at].search(text)
    if moved:
        by = int(moved["n"])
        return own + by if moved["way"] in {"bigger", "more", "larger", "higher"} else own - by
    praised = any(re.fullmatch((_TOP, _BOTTOM)[at], hit[1]) for hit in re.finditer(_YOUR, text))
    other = _COMPARED[1 - at].search(text)
    return own if praised or other or _CONFIRMED[at].search(text) else None


def declared(sentences: Sequence[str]) -> str:
    """The sentences of a text that ask nothing, as one text."""
    return " ".join(one for one in sentences if "?" not in one and "؟" not in one)
