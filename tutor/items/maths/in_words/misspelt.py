"""Words that change a number, as hurried hands spell them: "3 fiths" → 3 fifths, "neg 7" → minus 7."""

import re

from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.numerals import PARTS
from tutor.items.said import say

_SLIPS = {
    "halfs": "halves", "halfes": "halves", "havles": "halves", "thrid": "third", "thirid": "third", "therd": "third",
    "quater": "quarter", "quartar": "quarter", "quarer": "quarter", "qtr": "quarter", "forth": "fourth",
    "fouth": "fourth", "fourt": "fourth", "fith": "fifth", "fitht": "fifth", "fivth": "fifth", "fiveth": "fifth",
    "fifht": "fifth", "fifeth": "fifth", "fithf": "fifth", "sixt": "sixth", "sevnth": "seventh",
    "eigth": "eighth", "eigthth": "eighth", "eith": "eighth", "eightth": "eighth", "nineth": "ninth", "nith": "ninth",
    "tehnth": "tenth", "tength": "tenth", "twelth": "twelfth", "twelveth": "twelfth", "hundreth": "hundredth",
    "hundredeth": "hundredth", "thousanth": "thousandth",
}  # fmt: skip
_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_AFTER_A_COUNT = re.compile(rf"(?<![\w.,/])(\d{{1,3}}|{_ONES})([\s-]+)([A-Za-z]{{3,11}})\b", re.I)
_NEGATIVE = re.compile(
    r"(?<![A-Za-z])(?:neg(?:\.|[aei]?t[aeiou]?[a-z]?[aeiou]?)?|nagative|minuss|minis)"
    r"(?:\s*:?\s*(?=[\d.√½¼¾])|\s+(?=\(|(?:"
    rf"{_ONES}|zero|half|thirt|fort|fift|sixt|sevent|eight|ninet|twent|a )|[a-z]\b))",
    re.I,
)
_SIGN_BEHIND = re.compile(r"\d\s*,?\s*\(?\s*(?:negative|minus|neg)\)?\W*$", re.I)  # "5 negative"
# "-9, negative": the sign in figures and in words
_SIGN_TWICE = re.compile(
    r"^(.*?(?:[-−]|\b(?:minus|negative|menos)\s)\s*\d[\d.,/]*)\s*[,;(]?\s*"
    r"(?:(?:so|and|but|because|it'?s|its|is|with|an?|the|pero|es|con)\s+)*"
    r"(?:negative|minus|neg|negativ[oa]|menos)(?:\s+(?:sign|number|one))?\)?\W*$",
    re.I,
)
_SIGN_ADDED = re.compile(  # "9 but negative"
    (
        r"^([^\d−-]*)(\d[\d.,/]*)\s*,?\s+(?:but|pero)\s+(?:(?:it'?s|its|is|in|es|en|an?|the)\s+)*"
        r"(?:negative|minus|neg|negativ[oa])\W*$"
    ),
    re.I,
)
_SIGN_REFUSED = re.compile(  # "-9, positive"
    r"[-−]\s*\d[\d.,/]*\s*[,(]?\s*(?:(?:but|and|it'?s|its|pero|es)\s+)*(?:positive|plus|positiv[oa])\)?\W*$",
    re.I,
)
# Words of their own, though a letter away from the name of a part.
_OTHER_WORDS_LISTED = (
    "tent tents quartet quartets sixty seventy eighty ninety thirty fort forts birth births thirst firth hall halls "
    "calf calves valves salves filth health wealth month months charter north fifty hal than that the them"
)
_OTHER_WORDS = frozenset(_OTHER_WORDS_LISTED.split())
# "3 eights" may be 24 or three eighths
_COUNTED_LISTED = "ones twos threes fours fives sixes sevens eights nines tens elevens twelves"
_COUNTED = frozenset(_COUNTED_LISTED.split())


_GLUED = re.compile(r"(?<![A-Za-z\d_\\])([a-hj-zA-HJ-Z])(\d)(?!\d*\s*=)")


def not_glued(text: str, answer: str) -> str:
    """The text; raises Unreadable for x2, which may be meant as x² or as 2x, unless the answer writes so."""
    found = None if _GLUED.search(answer) or "_" in answer else _GLUED.search(text)
    if found is not None:
        letter, digit = found.groups()
        key = "Is {letter}{digit} meant as {letter}^{digit} or as {digit}{letter}?"
        raise Unreadable(say(key, letter=letter, digit=digit))
    return text


def respelt(text: str) -> str:
    """The text with those words as they are spelt; raises Unreadable where only a guess is left."""
    text = _SIGN_ADDED.sub(r"\1-\2", _SIGN_TWICE.sub(r"\1", _NEGATIVE.sub("minus ", text)))
    if _SIGN_REFUSED.search(text):
        raise Unreadable("Write it with numbers and signs.")
    if _SIGN_BEHIND.search(text):
        raise Unreadable("Is that a minus sign? Write it before the number.")
    return _AFTER_A_COUNT.sub(_part, text)


def _part(match: re.Match[str]) -> str:
    word = match[3].lower()
    single = word.removesuffix("s")
    name = _SLIPS.get(word) or _SLIPS.get(single)
    if name is not None:
        return f"{match[1]}{match[2]}{name}" + (
            "s" if word.endswith("s") and name[-1] != "s" else ""
        )
    if word in _COUNTED or (word not in _OTHER_WORDS and _is_near(single)):
        raise Unreadable("Write it with numbers and signs.")
    return match[0]


def _is_near(word: str) -> bool:
    """Whether a word is one letter away from the name of a part, without being one."""
    return word not in PARTS and any(_one_apart(word, name) for name in PARTS)


def _one_apart(one: str, other: str) -> bool:
    """A letter more, less, changed or swapped with its neighbour."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or len(one) < 4:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped == other[at:]
