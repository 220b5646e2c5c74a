"""A formula said aloud and written down so: "two x squared plus three x" → 2 x ^2 + 3 x.

All or nothing: every word must be a number, a letter, a function or a word for a sign. Where
speech does not say what belongs together ("x plus one over two", "root x plus one") the learner is
asked to write it with signs.
"""

import re

from tutor.items.maths.in_words.instructed import difference, in_order
from tutor.items.maths.in_words.words import number_words
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.symbols import CONSTANTS, FUNCTIONS, GREEK
from tutor.items.numerals import ONES, TENS

_PHRASES = tuple(
    (re.compile(rf"\b(?:{said})\b", re.I), sign)
    for said, sign in (
        (r"(?:is )?(?:greater|more|bigger|larger) than or (?:is )?equal to|is at least", " >= "),
        (r"(?:is )?(?:less|smaller) than or (?:is )?equal to|is at most", " <= "),
        (r"(?:is|are|must be) equal to|(?:must |has to |should )?equals?", " = "),
        (r"(?:is )?(?:greater|more|bigger|larger) than", " > "),
        (r"(?:is )?(?:less|smaller) than", " < "),
        (r"(?:to the power (?:of )?|raised to (?:the )?)", " ^ "),
        (
            (
                r"to the (?=(?:minus |negative )?(?:\d+[a-z]?|[a-z]+)(?:\s+[a-z])?\s*"
                r"(?:$|plus (?:c|k|constant|const)\s*$))"
            ),
            " ^ ",
        ),
        (r"(?:the )?cube root(?!\s*\()(?: of)?", " ∛ "),
        (r"(?:the )?(?:square )?root(?!\s*\()(?: of)?", " √ "),
        (r"(?:double|twice) (?=[a-z]\b)", " 2 * "),
        (r"(?:one |an? )?half (?:of )?(?=[a-z]\b)", " 1/2 * "),
        (r"multiplied by|times|(?:lots|groups) of", " * "),
        (r"divided by|over", " / "),
        (r"(?:open|left) (?:bracket|parenthesis)", " ( "),
        (r"(?:close|right) (?:bracket|parenthesis)", " ) "),
        (r"squared", " ^2 "),
        (r"cubed", " ^3 "),
        (r"(?:is )?increased by", " + "),
        (r"(?:is )?(?:decreased|reduced|diminished) by", " - "),
        (r"plus|(?<=\s)(?<!and )(?<!then )add(?= )", " + "),
        (r"minus|negative|take ?away|less(?! than)", " - "),
        (r"sine(?: of)?", "sin"),
        (r"cosine(?: of)?", "cos"),
        (r"tangent(?: of)?", "tan"),
        (r"is(?=\s+(?:-\s*)?[a-z]+)", " = "),
    )
)
_RANKS = {
    word: i
    for i, word in enumerate(
        ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 2
    )
}
_RANKED = re.compile(rf"\bto the ({'|'.join(_RANKS)})(?: power)?\b(?!\s+of)", re.I)
_RANKED_IN_FIGURES = re.compile(r"\bto the (\d{1,2})(?:th|rd|nd|st)(?: power)?\b(?!\s+of)", re.I)
_BEFORE = re.compile(
    r"^(?:(?:i|so|then|it|this|that|which)\s+)*"
    r"(?:(?:simplif|factor|expand|reduce|work|come|multipl|boil)(?:s|es|d|ed|ies|ied)?|came)\s+"
    r"(?:(?:it|this|that)\s+)?(?:(?:out|down|up)\s+)?(?:to|as|into)\s+(?:(?:be|get)\s+)?(?=\S)"
    r"|^(?:(?:i|think|guess|got|get|its|it's|it|is|so|the|answer|would|be|that's|thats|maybe|then|"
    r"derivative|equation|line|"
    r"curve|graph|formula|has)\s+)+(?=\S)",
    re.I,
)
_TAKEN_FROM = re.compile(
    r"^(?:subtract|take)\s+(?:away\s+)?(\w+)\s+(?:away\s+)?from\s+(\S.*)$", re.I
)
_SUM_OF = re.compile(r"^(?:the\s+)?sum of\s+(?!.*\band\b.*\band\b)(\S.*?)\s+and\s+(\S.*)$", re.I)
_ALTERNATIVE = re.compile(r"\s*,?\s+or\s+(?=[a-z]\s+(?:equals|is)\s)", re.I)
_AFTER = re.compile(r"\s+(?:i think|i guess|please|maybe|right)$", re.I)
_WORD = re.compile(r"[A-Za-z]{2,}")
_KNOWN = frozenset({*FUNCTIONS, *CONSTANTS, *GREEK})
_COUNTED = re.compile(rf"\b(?:{'|'.join((*ONES[1:], *TENS))})\s+[a-z]\b", re.I)  # "three x"
_MOST_WORDS = 40
_JOINING = frozenset("+-")
_RELATING = frozenset({"=", "<", ">", "<=", ">="})
_SIGNS = _JOINING | _RELATING | {"*", "/", "^", "^2", "^3", "√", "∛", "(", ")"}
_CONSTANT_BEHIND = frozenset((("+", "c"), ("+", "C"), ("+", "k")))
_TOGETHER = "Write it with signs and brackets, so that I see what belongs together."


def aloud(text: str, *, compares: bool = False) -> str | None:
    """The formula in signs; None for a text that is not said aloud or has other words.

    `compares` says that the answer compares two sides, so that "7 less than 2x" is 7 < 2x, else 2x − 7.
    Raises Unreadable where it may mean two formulas.
    """
    if not _WORD.search(text) or len(text) > 200 or "\\" in text:
        return None
    stated = _ALTERNATIVE.split(text)
    if 1 < len(stated) <= 4:  # "x equals five or x equals minus two"
        sides = [aloud(part, compares=compares) for part in stated]
        return None if None in sides else " or ".join(map(str, sides))
    plain = _AFTER.sub("", _BEFORE.sub("", text.strip(" .,!?")))
    ordered = in_order(plain)
    if ordered is not None:
        return ordered
    said = _SUM_OF.sub(r"\1 plus \2", _TAKEN_FROM.sub(r"\2 minus \1", plain))
    said = said if compares else difference(said) or said
    said = _RANKED.sub(lambda m: f" ^ {_RANKS[m[1].lower()]} ", said)
    said = _RANKED_IN_FIGURES.sub(r" ^ \1 ", said)
    for pattern, sign in _PHRASES:
        said = pattern.sub(sign, said)
    if said == plain and not _COUNTED.search(plain):
        return None
    pieces = _in_digits(said.replace("-", " - ").split() if _hyphened(said) else said.split())
    if pieces is None:
        return None
    for side in _sides(pieces):
        _check(side)
    return " ".join(_with_groups(pieces))


def _hyphened(said: str) -> bool:
    """Whether a hyphen is a minus sign and not that of twenty-five."""
    return re.search(r"[A-Za-z]-[A-Za-z]", said) is None


def _in_digits(words: list[str]) -> list[str] | None:
    """The words with runs of number words in digits; None where a word is neither known nor a sign."""
    if len(words) > _MOST_WORDS:
        return None
    found: list[str] = []
    i = 0
    while i < len(words):
        run = _run(words, i)
        if run:
            value = number_words(" ".join(words[i : i + run]))
            found.append(
                str(value) if value is not None and value.denominator == 1 else f"({value})"
            )
            i += run
            continue
        word = words[i]
        if word not in _SIGNS and word.lower() not in _KNOWN and _WORD.search(word):
            return None
        if word not in _SIGNS and found and found[-1].isalpha() and word[0].isdigit():
            return None  # "x 2"
        found.append(word)
        i += 1
    return found


def _run(words: list[str], start: int) -> int:
    """How many words from `start` on make one number; 0 for none."""
    if len(words[start]) == 1:
        return 0
    for count in range(min(8, len(words) - start), 0, -1):
        run = words[start : start + count]
        if not any(w in _SIGNS for w in run) and number_words(" ".join(run)) is not None:
            return count
    return 0


def _sides(pieces: list[str]) -> list[list[str]]:
    """The pieces between signs that relate two sides."""
    sides: list[list[str]] = [[]]
    for piece in pieces:
        if piece in _RELATING:
            sides.append([])
        else:
            sides[-1].append(piece)
    return sides


def _check(side: list[str]) -> None:
    """Raises Unreadable where it is not heard how far a fraction, root or exponent goes."""
    if "(" in side:
        return
    if tuple(side[-2:]) in _CONSTANT_BEHIND:
        side = side[:-2]  # "e to the x plus c": a constant of integration belongs to no exponent
    joins = [i for i, p in enumerate(side) if p in _JOINING and i and side[i - 1] not in _SIGNS]
    for i, piece in enumerate(side):
        after = [j for j in joins if j > i]
        if piece == "/" and joins:
            raise Unreadable(_TOGETHER)
        if piece in ("√", "∛") and (after or _atoms(side, i + 1) > 1):
            raise Unreadable(_TOGETHER)
        if piece == "^" and after and not side[i + 1].isdigit():
            raise Unreadable(_TOGETHER)


def _atoms(pieces: list[str], start: int) -> int:
    """How many numbers and letters stand side by side from `start` on, a sign before them left out."""
    while start < len(pieces) and pieces[start] in _JOINING:
        start += 1
    end = start
    while end < len(pieces) and pieces[end] not in _SIGNS - {"^2", "^3"}:
        end += 1
    return sum(p not in ("^2", "^3") for p in pieces[start:end])


def _with_groups(pieces: list[str]) -> list[str]:
    """Brackets around what stands over or under: "b over two a" → b / (2 a), "e to the 2 x" → e ^ (2 x)."""
    found: list[str] = []
    i = 0
    while i < len(pieces):
        found.append(pieces[i])
        i += 1
        if found[-1] in ("/", "^"):
            end = i
            while end < len(pieces) and (
                (pieces[end] in _JOINING and end == i) or pieces[end] not in _SIGNS - {"^2", "^3"}
            ):
                end += 1
            if end > i + 1 or (end > i and len(pieces[i]) > 1 and not pieces[i].isdigit()):
                found += ["(", *pieces[i:end], ")"]
                i = end
    return found
