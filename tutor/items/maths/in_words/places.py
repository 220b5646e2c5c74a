"""Numbers told by their places: "nine tens", "3 hundreds 4 tens 5 ones", "9 decenas y 2 unidades"."""

import re

from tutor.items.maths.in_words.foreign_words import foreign_count
from tutor.items.maths.in_words.words import number_words

# (one of it, several of it, its size): "1 ten", "9 tens"
_NAMES = (
    ("one", "ones", 1), ("ten", "tens", 10), ("hundred", "hundreds", 100), ("thousand", "thousands", 1000),
    ("unidad", "unidades", 1), ("decena", "decenas", 10), ("centena", "centenas", 100), ("millar", "millares", 1000),
    ("unité", "unités", 1), ("dizaine", "dizaines", 10), ("centaine", "centaines", 100), ("millier", "milliers", 1000),
    ("einer", "einer", 1), ("zehner", "zehner", 10), ("hunderter", "hunderter", 100), ("tausender", "tausender", 1000),
)  # fmt: skip
_ONE = {one: size for one, _, size in _NAMES}
_MANY = {many: size for _, many, size in _NAMES}
_PLACED = re.compile("|".join(sorted({*_ONE, *_MANY}, key=len, reverse=True)), re.I)
_BEFORE = re.compile(
    (
        r"^(?:(?:i think|i got|its|it's|it is|it has|that is|that's|so|is|are|the answer is|"
        r"answer:?|son|es|hay|tiene|creo que)\s+)+"
    ),
    re.I,
)
_JOINING = frozenset(("and", "y", "et", "und", "e"))
_MOST_WORDS = 16


def in_places(text: str) -> int | None:
    """The number that a text tells place by place, larger ones first; None for other texts."""
    if len(text) > 120 or not _PLACED.search(text):
        return None
    plain = _BEFORE.sub("", text.strip(" .,!?"))
    words = [w for w in re.split(r"[\s,;+&]+", plain.lower()) if w and w not in _JOINING]
    if not 2 <= len(words) <= _MOST_WORDS:
        return None
    total, above, count = 0, 10**6, list[str]()
    for word in words:
        size = _size(word, count)
        if size is None:
            count.append(word)
            continue
        many = _count(" ".join(count))
        if many is None or size >= above:
            return None
        total, above, count = total + many * size, size, []
    if not count:
        return total
    rest = _count(" ".join(count))  # "20 hundreds and 60"
    return total + rest if total and rest is not None and rest < above else None


def _size(word: str, count: list[str]) -> int | None:
    """The size that a word names behind a count; None where it belongs to the count itself."""
    if not count:
        return None
    alone = _count(" ".join(count)) == 1
    return _ONE.get(word, _MANY.get(word)) if alone else _MANY.get(word)


def _count(text: str) -> int | None:
    if text.isdecimal():
        return int(text) if len(text) <= 3 else None
    value = number_words(text)
    if value is None:
        return foreign_count(text)
    return int(value) if value.denominator == 1 and 0 <= value < 1000 else None
