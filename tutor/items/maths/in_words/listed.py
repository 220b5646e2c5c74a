"""Values that stand side by side in a learner's own way, with commas between them."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from tutor.items.grade import Context
from tutor.items.maths.in_words.foreign_words import foreign_count
from tutor.items.maths.in_words.words import number_words
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.numerals import TENS
from tutor.items.semicolons import one_or_several

_ARROWS = re.compile(r"\s*(?:→|⟶|->|=>|⇒|\band then\b|\bthen\b)\s*", re.I)
_EITHER = re.compile(r"(?<=\bis)\s+either\s+|^\s*either\s+", re.I)
_COMMA_SAID = re.compile(r"\s+comma\s+", re.I)
_NUMBERED = re.compile(
    r"(?<![A-Za-z])[a-z](?:_\{?)?(\d)\}?\s*=\s*(?=[-−+]?[\d.√])"
)  # a1 = 3, a2 = 6
_AMPERSAND = re.compile(r"(?<=[\w)½¼¾%])\s*&\s*(?=[-−\w(√])")
_VALUE = r"[-−+]?(?:\d+(?:\.\d+)?|\.\d+)"
_SPACED = re.compile(rf"^\s*{_VALUE}(?:\s+{_VALUE})+\s*$")
_PART = r"[-−+]?(?:\d{1,4}/\d{1,4}|[½¼¾⅓⅔])"
_SPACED_AND = re.compile(rf"^\s*({_VALUE}(?:\s+{_VALUE})+)\s+(?:and|y)\s+({_VALUE})\s*$")
_INTRODUCED = re.compile(
    r"^\s*(?:i\s+(?:think|got)\s+)?(?:(?:the|its|all)\s+)*"
    r"(?:factors|answers|solutions|values|numbers|roots|multiples|terms|"
    r"next\s+(?:\w+\s+)?(?:are|terms|numbers)|they|these|it'?s|"
    r"los\s+(?:factores|divisores|valores|números)|las\s+(?:soluciones|raíces))"
    r"(?:\s+of\s+\d+)?\s*(?:are|is|son|would be|will be|:)*\s*:?\s+(?=[-−+]?[\d.])",
    re.I,
)
_CUT = re.compile(r"\s*(?:[,;]\s*(?:and|or)\b|[,;]|\band\b|\bor\b)\s*", re.I)
_CUT_ABROAD = re.compile(r"\s*(?:;|,(?!\d)|(?<!\d),|(?<=\w)\s+(?:y|o|et|ou|und|oder)\s+)\s*", re.I)


def values_in(answer: str, context: Context) -> Callable[[str], str]:
    """How a response with several values is tidied: `listed`, but where the course writes 0,5 for a half
    and the answer is of whole numbers, “2,5” is asked about: it may be one value or several."""
    several = re.search(r"[;,]", answer) is not None
    whole = re.search(r"\d[.,]\d", answer) is None

    def tidied(text: str) -> str:
        if one_or_several(text):
            raise Unreadable("Is that one number or several? Put semicolons between the values.")
        return listed(text)

    return tidied if context.decimal_comma and several and whole else listed


def listed(text: str) -> str:
    """ "5 → 8 → 11", "1 & 2", "1 2 3" and "one, two and three" as values with commas between them."""
    if len(text) > 300:
        return text
    text = text.replace(", &", ", and")
    text = _COMMA_SAID.sub(", ", _EITHER.sub(" ", text))
    labels = _NUMBERED.findall(text)
    if len(labels) > 1 and [int(n) for n in labels] == list(
        range(int(labels[0]), int(labels[0]) + len(labels))
    ):
        text = re.sub(rf"\s*[,;]?\s*(?:and\s+)?{_NUMBERED.pattern}", ", ", text).lstrip(" ,")
    if "\\" not in text:
        text = _AMPERSAND.sub(", ", _ARROWS.sub(", ", text))
    text = _INTRODUCED.sub("", text)
    if _SPACED.fullmatch(text) or _is_spaced(text.split()):
        return ", ".join(text.split())
    counted = _SPACED_AND.fullmatch(text)
    if counted:
        return ", ".join((*counted[1].split(), counted[2]))
    words = text.strip(" .!?").split()
    if (
        len(words) > 2
        and "," not in text
        and not any(_is_ten(a) and number_words(b) for a, b in pairwise(words))
    ):
        singles = [number_words(word) for word in words]  # "three six twelve"
        if None not in singles:
            return ", ".join(map(str, singles))
    text = re.sub(
        r"\b(?:plus or minus|positive (?:or|and) negative)\s+(?=[\d√a-z])", "±", text, flags=re.I
    )
    said = number_words(text.removeprefix("±")) if text.startswith("±") else None
    if said is not None:
        return f"±{said}"
    values = [_counted(piece) for piece in _CUT.split(text.strip(" .!?"))]
    if re.search(r"[^\W\d]{3}", text) and len(values) > 1 and None not in values:
        return ", ".join(str(value) for value in values)
    abroad = [_abroad(piece) for piece in _CUT_ABROAD.split(text.strip(" .!?"))]
    if len(abroad) > 1 and None not in abroad and re.search(r"[^\W\d]{3}", text):
        return "; ".join(str(value) for value in abroad)
    return text


def _is_spaced(pieces: list[str]) -> bool:
    """Whether three numbers or more stand side by side, and no two of them may be a mixed number: "½ 0.3 -1"."""
    if len(pieces) < 3 or not all(re.fullmatch(rf"{_VALUE}|{_PART}", piece) for piece in pieces):
        return False
    return not any(
        re.fullmatch(r"[-−+]?\d+", one) and re.fullmatch(_PART, other) and other[0] not in "-−+"
        for one, other in pairwise(pieces)
    )


def _counted(piece: str) -> str | Fraction | None:
    """The number of a piece: its figures as they are, or what its words mean."""
    plain = re.sub(
        r"^(?:minus|negative)\s+(?=\d)", "-", piece.strip().replace("−", "-"), flags=re.I
    )
    return plain if re.fullmatch(r"-?\d{1,9}(?:\.\d{1,9})?", plain) else number_words(piece)


def _abroad(piece: str) -> int | None:
    """The whole number of a piece in figures or in Spanish, French or German words: "menos cinco"."""
    words = piece.lower().split()
    sign = -1 if len(words) > 1 and words[0] in ("menos", "moins", "minus") else 1
    count = " ".join(words[1:] if sign < 0 else words)
    value = int(count) if re.fullmatch(r"-?\d{1,9}", count) else foreign_count(count)
    return None if value is None else sign * value


def _is_ten(word: str) -> bool:
    """Whether a word begins a number that another word ends: "twenty four"."""
    return word.lower() in TENS or word.lower() in (
        "hundred",
        "thousand",
        "million",
        "and",
        "a",
        "point",
    )


_ROW_SAID = re.compile(
    (
        r"[\s,;]*(?:and\s+)?\b(?:(?:the\s+)?"
        r"(?:first|second|third|fourth|1st|2nd|3rd|4th|top|middle|bottom)\s+row|row\s*\d)"
        r"(?:\s+is)?\s*[:=]?\s*"
    ),
    re.I,
)
_ROUND_ROWS = re.compile(r"^\s*[(\[]([^()\[\]{}]*[;\n][^()\[\]{}]*)[)\]]\s*$")  # (1 0; -2 5)
_BRACKET_PIECES = dict.fromkeys(map(ord, "⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠"), " ")
_ROW_BRACKETS = re.compile(r"^\s*[\[(|]\s*([^\[\](){}|]+?)\s*[\])|]\s*$")


def in_rows(text: str) -> str:
    """Rows of numbers on lines of their own, or with semicolons between them, in brackets: 1 0; 0 -1."""
    text = _ROW_SAID.sub("\n", text) if "row" in text.lower() else text
    text = _ROUND_ROWS.sub(r"\1", text.translate(_BRACKET_PIECES))
    if "\n" in text.strip() and "[[" not in text:
        text = "\n".join(_ROW_BRACKETS.sub(r"\1", line) for line in text.split("\n"))
    if re.search(r"[\[\](){}\\]", text) or len(text) > 300:
        return text
    rows = [row for row in re.split(r"[;\n]", text) if row.strip()]
    cells = [re.split(r"\s*,\s*|\s+", row.strip()) for row in rows]
    if len(rows) < 2 or len({len(row) for row in cells}) > 1:
        return text
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]"
