"""Small numbers written as words: "three quarters", "two and a half", "minus five", "half"."""

import re
from fractions import Fraction

from tutor.items.maths.notation.tree import Mixed, Neg, Node, Num, Percent, Quotient, number
from tutor.items.numerals import ONES, PARTS, TENS

# "nought" and "nil" are zero; forty and ninety are the tens that are most often misspelt.
_UNITS = {word: number for number, word in enumerate(ONES)} | {
    "nought": 0,
    "naught": 0,
    "nil": 0,
    "fiveteen": 15,
    "fiftteen": 15,
    "threeteen": 13,
    "eightteen": 18,
    "forteen": 14,
    "ninteen": 19,
    "tweleve": 12,
    "twelv": 12,
    "elevan": 11,
}
_TENS = {word: 10 * (i + 2) for i, word in enumerate(TENS)} | {
    "fourty": 40,
    "ninty": 90,
    "fivety": 50,
    "eigthy": 80,
    "eightty": 80,
}
_SCALES = {
    "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
}  # fmt: skip
_ORDINALS = {**PARTS, "halves": 2}
_ALL = (
    {*_UNITS, *_TENS, *_SCALES, *_ORDINALS, *(f"{o}s" for o in _ORDINALS)}
    | {"minus", "negative", "a", "an", "and", "point", "oh", "o", "percent", "per", "cent"}
)  # fmt: skip


def number_words(text: str) -> Fraction | None:
    """The value of a number in English words; None when any word is not part of one."""
    node = number_in_words(text)
    return None if node is None else _value(node)


def number_in_words(text: str) -> Node | None:
    """A number in English words as it is said, "two quarters" as 2/4; None for other texts."""
    scaled = _scaled(text)
    if scaled is not None:
        return number(scaled)
    words = [
        "and" if w == "n" else w
        for w in re.findall(r"[a-z]+", text.lower().replace(" & ", " and "))
    ]
    if (
        not words
        or len(words) > 12
        or re.search(r"[^a-z\s,.\-−!?&]|\w\s*[-−]\s+\w|\w\s+[-−]", text.lower())
    ):
        return None
    words = _without_wholes(
        [w[:-1] if i and w[:-1] in _SCALES else w for i, w in enumerate(words)]
    )  # "a thousand thousands"
    if not all(word in _ALL for word in words):
        return None
    negative = text.strip()[:1] in ("-", "−")
    if words[0] in ("minus", "negative"):
        negative, words = not negative, words[1:]
    percent = words[-1:] == ["percent"] or words[-2:] == ["per", "cent"]
    if percent:
        words = words[: -1 if words[-1] == "percent" else -2]
    node = _positive(words) or _part_of_scale(words)
    if node is None:
        return None
    node = Percent(node) if percent else node
    return Neg(node) if negative and _value(node) else node


def _without_wholes(words: list[str]) -> list[str]:
    """ "one whole and two fifths", "two wholes a half" as "one and two fifths", "two and a half"."""
    at = next((i for i, word in enumerate(words) if i and word in ("whole", "wholes")), 0)
    if not at or at == len(words) - 1:
        return words
    rest = words[at + 1 :]
    return [*words[:at], *([] if rest[0] == "and" else ["and"]), *rest]


_SCALED = re.compile(r"(\d{1,3})\s*(hundred|thousand|million|billion)\b", re.I)


def _scaled(text: str) -> int | None:
    """ "3 hundred and 47", "1 million 200 thousand": figures with names of their size, each smaller than the last."""
    found = _SCALED.findall(text)
    rest = re.fullmatch(r"(?:\s|,|\band\b)*(\d{1,3})?(?:\s|[.?!])*", _SCALED.sub("", text))
    if (
        not found
        or rest is None
        or not text.lstrip()[:1].isdigit()
        or len(found) + bool(rest[1]) < 2
    ):
        return None
    if rest[1] and not re.search(r"\D" + rest[1] + r"\W*$", text):
        return None
    total, above = 0, 10**12
    for figures, name in (*found, (rest[1] or "0", "")):
        part = int(figures) * _SCALES.get(name.lower(), 1)
        if part >= above:
            return None
        total, above = total + part, _SCALES.get(name.lower(), 1)
    return total


def _value(node: Node) -> Fraction:
    match node:
        case Neg(of=of):
            return -_value(of)
        case Percent(of=of):
            return _value(of) / 100
        case Quotient(top=top, bottom=bottom):
            return _value(top) / _value(bottom)
        case Mixed() | Num():
            return node.value
        case _:
            raise ValueError(node)


def _positive(words: list[str]) -> Node | None:
    if not words:
        return None
    if "point" in words:
        return _decimal(words, words.index("point"))
    if _denominator(words[-1]) is None:
        return _count(words)
    if "and" in words:
        place = len(words) - 1 - words[::-1].index("and")
        whole, part = _whole(words[:place]), _part(words[place + 1 :])
        if whole is None or part is None or part[0] >= part[1]:
            return None
        return Mixed(whole, *part)
    part = _part(words)
    return None if part is None else Quotient(number(part[0]), number(part[1]))


def _part_of_scale(words: list[str]) -> Node | None:
    """ "three and a half million", "half a million": a part of a hundred, thousand or million, where that is whole."""
    scale = _SCALES.get(words[-1], 0) if words else 0
    rest = words[:-1]
    if rest[-1:] == ["a"] and len(rest) > 1:
        rest = rest[:-1]
    node = _positive(rest) if scale and rest and rest[-1] not in _SCALES else None
    if not isinstance(node, Mixed | Quotient):
        return None
    value = _value(node) * scale
    return number(value) if value.denominator == 1 else None


def _decimal(words: list[str], place: int) -> Node | None:
    """ "three point oh five": the digits after the point one by one."""
    whole = _whole(words[:place] or ["zero"])
    digits = [0 if d in ("oh", "o") else _UNITS.get(d, 10) for d in words[place + 1 :]]
    if whole is None or not digits or max(digits) > 9:
        return None
    written = f"{whole}.{''.join(map(str, digits))}"
    return Num(Fraction(written), written)


def _count(words: list[str]) -> Node | None:
    whole = _whole(words)
    return None if whole is None else number(whole)


def _part(words: list[str]) -> tuple[int, int] | None:
    bottom = _denominator(words[-1]) if words else None
    if bottom is None:
        return None
    if not words[:-1]:
        return None if words[-1] not in PARTS else (1, bottom)  # "thirds" alone are no third
    top = _whole(words[:-1])
    return None if top is None else (top, bottom)


def _denominator(word: str) -> int | None:
    return _ORDINALS.get(word) or _ORDINALS.get(word.removesuffix("s"))


def _whole(words: list[str]) -> int | None:
    if words in (["a"], ["an"]):
        return 1
    total, group = 0, 0
    last, above = 10**9, 0
    for word, following in zip(words, [*words, ""][1:], strict=True):
        if word == "and" and group + total and following and following not in _SCALES:
            continue
        if word in _SCALES:
            scale = last = _SCALES[word]
            grown = _grown(total, group, scale, above)
            if grown is None:
                return None
            total, group = grown
            above = scale if scale > 100 else above
            continue
        if word == "a" and not group:
            group = 1
            continue
        value = _UNITS.get(word, _TENS.get(word))
        if value is None or (value < 10 and 0 < last < 20) or (value >= 10 and last < 100):
            return None
        group, last = group + value, value
    return total + group if words else None


def _grown(total: int, group: int, scale: int, above: int) -> tuple[int, int] | None:
    """What a name of a size makes of the sum so far and of the count before it; `above` is the size named before.

    "one thousand thousand" is a million and "two thousand five hundred million" are 2,500 million; a count of the
    same size twice, "two thousand three thousand", is no number.
    """
    if scale == 100:
        return None if total and not group else (total, max(group, 1) * scale)
    if total and (not group or scale > above):
        return (total + group) * scale, 0
    return None if scale == above else (total + max(group, 1) * scale, 0)


_ONES = dict(enumerate(ONES))
_TENS_WORD = {10 * i: word for i, word in enumerate(TENS, 2)}
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
