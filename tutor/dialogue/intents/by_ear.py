"""Spanish words spelt by ear, as the words that a list has (pure): “equiboque” sounds like “equivoque”.

Only what sounds just the same is taken, and only for words of five letters and more that the list does not have.
"""

import re
from collections.abc import Iterable

LEAST = 5  # letters of a word that is mended
_SOUNDS = (
    (re.compile(r"ch"), "X"), (re.compile(r"h"), ""), (re.compile(r"ll"), "y"), (re.compile(r"v|w"), "b"),
    (re.compile(r"gu(?=[ei])"), "G"), (re.compile(r"qu(?=[ei])"), "k"), (re.compile(r"[cz](?=[ei])|z"), "s"),
    (re.compile(r"[cq]"), "k"), (re.compile(r"g(?=[ei])"), "j"), (re.compile(r"x"), "s"), (re.compile(r"(\w)\1+"), r"\1"),
)  # fmt: skip


def sound(word: str) -> str:
    """How a folded Spanish word sounds, one sign for a sound."""
    for spelt, heard in _SOUNDS:
        word = spelt.sub(heard, word)
    return word


class Heard:
    """Words by their sound."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(word for word in words if len(word) >= LEAST)
        self._by_sound: dict[str, str] = {}
        for word in sorted(self._known):
            self._by_sound.setdefault(sound(word), word)

    def meant(self, word: str) -> str:
        """The word of the list that sounds the same; the word itself where none does."""
        if len(word) < LEAST or word in self._known:
            return word
        return self._by_sound.get(sound(word), word)
