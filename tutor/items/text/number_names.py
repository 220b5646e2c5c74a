"""Numbers among words: "World War Two", "World War II" and "WW2"; "Henry VIII" and "Henry the Eighth"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tutor.items.numerals import ONES

_COUNTS = {word: i for i, word in enumerate(ONES) if i}
_ORDINALS = {
    word: i
    for i, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_DIGITS = {"i": 1, "v": 5, "x": 10}
_RANK = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def _roman(word: str) -> int | None:
    """The value of a Roman number of two letters and more, up to 39; a lone i, v or x is a letter."""
    if len(word) < 2 or not _ROMAN.fullmatch(word):
        return None
    values = [_DIGITS[c] for c in word]
    return sum(v if v >= after else -v for v, after in zip(values, [*values[1:], 0], strict=True))


def _rank(word: str) -> int | None:
    found = _RANK.fullmatch(word)
    return int(found[1]) if found else _ORDINALS.get(word)


def _count(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else _COUNTS.get(word)


@lru_cache(maxsize=20_000)
def is_number(word: str) -> bool:
    """Whether a folded word is a small number in some writing."""
    return any(read(word) is not None for read in (_count, _rank, _roman))


def same_number(one: str, other: str) -> bool:
    """Whether two folded words are one number: a count, a rank, or a Roman number, which may be either."""
    if one == other:
        return True
    roman = _roman(one), _roman(other)
    if roman[0] is not None or roman[1] is not None:
        values = [
            value if value is not None else _count(word) or _rank(word)
            for word, value in zip((one, other), roman, strict=True)
        ]
        return values[0] == values[1]
    counts = _count(one), _count(other)
    if None not in counts:
        return counts[0] == counts[1]
    ranks = _rank(one), _rank(other)
    return None not in ranks and ranks[0] == ranks[1]


def _initialed(words: Sequence[str]) -> tuple[str, int] | None:
    """Initials and number of "ww2", "ww ii" and "wwii"."""
    if not 1 <= len(words) <= 2:
        return None
    for start in (2, 3, 4):
        letters, number = "".join(words)[:start], "".join(words)[start:]
        value = _roman(number) or _count(number) or _DIGITS.get(number)
        value = value if letters.isalpha() else None
        if value is not None:
            return letters, value
    return None


def shortened(phrase: Sequence[str], said: Sequence[str]) -> bool:
    """Whether words are a numbered phrase by its initials: "ww2" and "ww ii" for "World War II" and for "WWII"."""
    typed = _initialed(said)
    if typed is None:
        return False
    if len(phrase) < 3:
        return typed == _initialed(phrase)
    last = _roman(phrase[-1]) or _count(phrase[-1])
    return typed == ("".join(word[0] for word in phrase[:-1]), last)


def with_figures(phrase: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """A phrase that ends in a lone Roman letter with figures in its place, "Elizabeth 1", "Elizabeth 1st"; else nothing."""
    value = _DIGITS.get(phrase[-1]) if len(phrase) > 1 else None
    return tuple((*phrase[:-1], figure) for figure in (f"{value}", f"{value}th")) if value else ()
