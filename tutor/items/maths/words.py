"""Small numbers written as words: "three quarters", "two and a half", "minus five", "half"."""

import re
from fractions import Fraction

from tutor.items.numerals import ONES, TENS

_UNITS = {word: number for number, word in enumerate(ONES)}
_TENS = {word: 10 * (i + 2) for i, word in enumerate(TENS)}
_SCALES = {
    "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
}  # fmt: skip
_ORDINALS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "fifteenth": 15, "sixteenth": 16, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_ALL = (
    {*_UNITS, *_TENS, *_SCALES, *_ORDINALS, *(f"{o}s" for o in _ORDINALS)}
    | {"minus", "negative", "a", "an", "and", "point", "percent", "per", "cent"}
)  # fmt: skip


def number_words(text: str) -> Fraction | None:
    """The value of a number in English words; None when any word is not part of one."""
    words = re.findall(r"[a-z]+", text.lower())
    if (
        not words
        or len(words) > 12
        or re.search(r"[^a-z\s,.\-−!?]|\w\s*[-−]\s+\w|\w\s+[-−]", text.lower())
    ):
        return None
    if not all(word in _ALL for word in words):
        return None
    sign = -1 if text.strip()[:1] in ("-", "−") else 1
    if words[0] in ("minus", "negative"):
        sign, words = -sign, words[1:]
    percent = Fraction(1)
    if words[-1:] == ["percent"] or words[-2:] == ["per", "cent"]:
        percent, words = Fraction(1, 100), words[: -1 if words[-1] == "percent" else -2]
    value = _positive(words)
    return None if value is None else sign * value * percent


def _positive(words: list[str]) -> Fraction | None:
    if not words:
        return None
    if "point" in words:
        place = words.index("point")
        whole, digits = _whole(words[:place] or ["zero"]), words[place + 1 :]
        if whole is None or not digits or any(_UNITS.get(d, 10) > 9 for d in digits):
            return None
        return whole + Fraction(int("".join(str(_UNITS[d]) for d in digits)), 10 ** len(digits))
    if _denominator(words[-1]) is None:
        return _whole(words)
    if "and" in words:
        place = len(words) - 1 - words[::-1].index("and")
        whole, part = _whole(words[:place]), _part(words[place + 1 :])
        return None if whole is None or part is None or part >= 1 else whole + part
    return _part(words)


def _part(words: list[str]) -> Fraction | None:
    bottom = _denominator(words[-1]) if words else None
    if bottom is None:
        return None
    top = _whole(words[:-1]) if words[:-1] else Fraction(1)
    return None if top is None else top / bottom


def _denominator(word: str) -> int | None:
    return _ORDINALS.get(word) or _ORDINALS.get(word.removesuffix("s"))


def _whole(words: list[str]) -> Fraction | None:
    if words in (["a"], ["an"]):
        return Fraction(1)
    total, group = 0, 0
    last = 10**9
    for word in words:
        if word == "and" and group + total and word != words[-1]:
            continue
        if word in _SCALES:
            scale = _SCALES[word]
            group = max(group, 1) * scale if scale == 100 else max(group, 1)
            if scale > 100:
                total, group = total + group * scale, 0
            last = scale
            continue
        if word == "a" and not group:
            group = 1
            continue
        value = _UNITS.get(word, _TENS.get(word))
        if value is None or (value < 10 and 0 < last < 20) or (value >= 10 and last < 100):
            return None
        group, last = group + value, value
    return Fraction(total + group) if words else None


_ONES = {v: k for k, v in _UNITS.items()}
_TENS_WORD = {v: k for k, v in _TENS.items()}
_PARTS = {2: ("half", "halves"), 3: ("third", "thirds"), 4: ("quarter", "quarters"),
          **{n: (w, f"{w}s") for w, n in _ORDINALS.items() if n > 4}}  # fmt: skip


def in_words(value: Fraction) -> tuple[str, ...]:
    """English wordings of a small number: 3/4 → "three quarters", "three fourths"."""
    if value < 0:
        return tuple(f"{sign} {w}" for w in in_words(-value) for sign in ("minus", "negative"))
    if value.denominator == 1:
        word = _whole_word(int(value))
        return (word,) if word else ()
    whole, part = divmod(value, 1)
    if part.denominator not in _PARTS or part.numerator > 99 or whole > 99:
        return ()
    one, many = _PARTS[part.denominator]
    names = [one if part.numerator == 1 else many]
    if part.denominator == 4:
        names.append("fourth" if part.numerator == 1 else "fourths")
    tops = [_whole_word(part.numerator)] + (["a"] if part.numerator == 1 else [])
    parts = [f"{top} {name}" for name in names for top in tops]
    if whole:
        return tuple(f"{_whole_word(int(whole))} and {p}" for p in parts)
    return (*parts, *(["half"] if value == Fraction(1, 2) else []))


def _whole_word(value: int) -> str:
    if value in _ONES:
        return _ONES[value]
    if value < 100:
        tens, ones = value // 10 * 10, value % 10
        return _TENS_WORD[tens] + (f"-{_ONES[ones]}" if ones else "")
    if value < 1000 and value % 100 == 0:
        return f"{_ONES[value // 100]} hundred"
    return ""
