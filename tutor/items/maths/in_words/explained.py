"""A number and where it comes from: "35 (30 plus 5)" and "(30 + 5) 35" are 35, as the sum in the brackets says itself."""

import re

from tutor.items.maths.in_words.aloud import aloud
from tutor.items.maths.in_words.spoken import spoken
from tutor.items.maths.in_words.translated import in_english
from tutor.items.maths.in_words.words import number_in_words, number_words
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.signs import in_signs
from tutor.items.maths.notation.tree import Node, Relation
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.numerals import ONES

_IN_BRACKETS = r"([^()\[\]{}=:]*[^()\[\]{}\s=:])\s+[(\[{]([^()\[\]{}]{2,60})[)\]}]\W*$"
_BRACKETED = (
    re.compile(rf"^(){_IN_BRACKETS}"),
    re.compile(rf"^([^\d()\[\]{{}}]*(?:[A-Za-z]\s+|[:=]\s*)){_IN_BRACKETS}"),  # "i got 48 (6x8)"
)
_AHEAD = re.compile(  # "(6 x 8) 48", "(6×8=48) 48 cm"
    r"^\s*[(\[]([^()\[\]{}]{3,60})[)\]](?:\s+|\s*[=:,→]\s*)(?:(?:so|is|es|son|=)\s+)?"
    r"([-−]?\d[\d.,]*(?:\s*(?:%|°|[A-Za-zµ][A-Za-zµ²³°/]*))?)\W*$"
)
_MEASURED = re.compile(r"^\s*([-−]?\d[\d.,]*)\s*(?!x\b)[A-Za-zµ°][A-Za-zµ²³°/]*\s*$")
_CUE = re.compile(
    r"^(?:\s*(?:=|≈|i|we|you|it|its|it's|is|did|do|got|get|used|made|because|cause|cos|bc|since|"
    r"as|from|that|that's|thats|the|"
    r"answer|so|just|by|doing)(?=[\s=≈\d]|$))*\s*",
    re.I,
)
_NUMBER = r"(\d+(?:\.\d+)?)"
# What was done, as an order of doing: each becomes signs.
_DEEDS = (
    (re.compile(rf"^(?:add(?:ed|ing)?|sum of)\s+{_NUMBER}\s+(?:and|to|with)\s+{_NUMBER}$", re.I), r"\1+\2"),
    (re.compile(rf"^(?:subtract(?:ed|ing)?|took|take|taking)\s+{_NUMBER}\s+(?:away\s+)?from\s+{_NUMBER}$", re.I), r"\2-\1"),
    (re.compile(
        rf"^(?:multipl(?:y|ied|ying)|times(?:ed|d)?|product of)\s+{_NUMBER}\s+"
        rf"(?:and|by|with)\s+{_NUMBER}$", re.I), r"\1*\2"),
    (re.compile(rf"^(?:divid(?:e|ed|ing)|split)\s+{_NUMBER}\s+(?:by|into)\s+{_NUMBER}$", re.I), r"\1/\2"),
    (re.compile(rf"^{_NUMBER}\s+(?:lots|groups|sets|rows|times)\s+(?:of\s+)?{_NUMBER}$", re.I), r"\1*\2"),
    (re.compile(rf"^{_NUMBER}\s+dozen$", re.I), r"\1*12"),
    (re.compile(rf"^half(?:\s+of)?\s+{_NUMBER}$", re.I), r"\1/2"),
    (re.compile(rf"^(?:double|twice)\s+{_NUMBER}$", re.I), r"2*\1"),
    (re.compile(rf"^{_NUMBER}\s+(?:take\s+away|less)\s+{_NUMBER}$", re.I), r"\1-\2"),
    (re.compile(rf"^{_NUMBER}\s+(?:and|add|more than)\s+{_NUMBER}$", re.I), r"\1+\2"),
)  # fmt: skip

_SMALL = "|".join(ONES[1:13])
_GROUPS = re.compile(rf"^(\d{{1,3}}|{_SMALL})\s+((?:{_SMALL})s|sixes)$")


def without_explanation(text: str, notation: Notation) -> str:
    """The number of "35 (30 plus 5)", "(30 + 5) 35" or "30 + 5 (35)", where the two agree; else the text as it is.

    Where they do not agree, nobody can tell what is meant, and the text is read as it stands.
    """
    if not re.search(r"\d", text):
        return text
    if text.lstrip()[:1] in ("(", "[") and notation.mixed:  # a CAS multiplies (1 + 1) 2
        ahead = _AHEAD.match(text)
        if ahead and not _is_written(ahead[1]) and _kept(ahead[2], ahead[1], notation) == ahead[2]:
            return ahead[2]
    if text.rstrip()[-1:] not in (")", "]", "}"):
        return text
    for pattern in _BRACKETED:
        found = pattern.match(text)
        kept = _kept(found[2], found[3], notation) if found else None
        if found and kept is not None:
            return found[1] + kept
    return text


def _kept(outside: str, inside: str, notation: Notation) -> str | None:
    """Which of the two is the answer; None where one does not explain the other."""
    first, second = _node(outside, notation), _node(_done(inside), notation)
    if isinstance(second, Relation) and _is_given(outside) and _holds(second):
        return outside  # "1 2/5 (4+3=7)"
    measured = None if notation.variables else _MEASURED.match(outside)
    if measured and second is not None:  # "12 cm (3 × 4)"
        first = _node(measured[1], notation)
        return outside if first is not None and _agree(first, second) else None
    if first is None or second is None:
        return None
    if first == second and outside != inside:
        return outside  # "3x + 2 (three x plus two)"
    written = _is_written(outside), _is_written(inside)
    if written[0] == written[1] or not _agree(first, second):
        return None
    return outside if written[0] else inside


def _is_written(text: str) -> bool:
    """Whether a text is one number in figures and nothing that is worked out."""
    return (
        re.fullmatch(
            r"\s*(?:[-−]|minus\s|negative\s)?\s*[\d.,½¼¾⅓⅔]+\s*[%°]?\s*", text, re.IGNORECASE
        )
        is not None
    )


def _is_given(text: str) -> bool:
    """Whether a text gives a number: a fraction, a mixed number or one with a word or unit behind it."""
    return (
        re.match(
            r"^\s*[-−]?[\d.,½¼¾⅓⅔]+(?:\s*/\s*\d+|\s+(?:and\s+)?\d+\s*/\s*\d+)?[^\d=<>+*/^()]*$",
            text,
        )
        is not None
    )


def _holds(equation: Relation) -> bool:
    values = [_value(side) for side in equation.operands]
    return (
        set(equation.operators) == {"="}
        and values[0] is not None
        and all(value == values[0] for value in values)
    )


def _agree(first: Node, second: Node) -> bool:
    """Whether a number is what the other is worth, or each side of it where that is an equation."""
    sides = [
        side
        for node in (first, second)
        for side in (node.operands if isinstance(node, Relation) else (node,))
    ]
    values = [_value(side) for side in sides]
    return values[0] is not None and all(value == values[0] for value in values)


def _done(text: str) -> str:
    plain = _CUE.sub("", text, count=1).strip(" .!=")
    for pattern, signs in _DEEDS:
        if pattern.match(plain):
            return pattern.sub(signs, plain)
    groups = _GROUPS.match(plain)  # "6 eights", "six eights"
    if groups:
        many = groups[1] if groups[1].isdigit() else str(number_words(groups[1]))
        return (
            f"{many}*{ONES.index('six' if groups[2] == 'sixes' else groups[2].removesuffix('s'))}"
        )
    return plain


def _node(text: str, notation: Notation) -> Node | None:
    said = number_in_words(text)
    if said is not None:
        return said
    try:
        text = in_english(text)
        return parse(in_signs(aloud(text) or spoken(text), notation), notation)
    except Unreadable:
        return None


def _value(node: Node) -> object:
    try:
        return exact_value(node)
    except (NotExact, Undefined):
        return None
