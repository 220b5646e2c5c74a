"""The letter x for the sign of times, "4 x n - 3" and "A = lxw", where the answer has no x of its own."""

import re

_LETTER = "[A-WYZa-wyz]"
_CROSS = re.compile(
    rf"(?<![A-Za-z])(\d+(?:\.\d+)?{_LETTER}?|{_LETTER}|\))\s*[xX]\s*"
    rf"(?=\d|\(|{_LETTER}(?:[^A-Za-z]|[xX](?=\d|\(|\s|{_LETTER}(?![a-z]))|$))"
)
_WITHIN_WORDS = re.compile(r"\\[A-Za-z]+|exp|max", re.I)
_MOST_CROSSES = 12


def with_times_signs(text: str, answer: str) -> str:
    """The text with × for each x between two factors; as it is where the answer speaks of an x."""
    if "x" not in text.lower() or "x" in _WITHIN_WORDS.sub("", answer).lower() or "\\" in text:
        return text
    for _ in range(_MOST_CROSSES):  # one by one: what follows an x may stand before the next
        made = _CROSS.sub(r"\1 × ", text, count=1)
        if made == text:
            break
        text = made
    return text
