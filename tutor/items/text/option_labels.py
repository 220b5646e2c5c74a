"""Options that a response names by label or by place: "B", "a and c", "acd", "1 and 4", "the last one"."""

import re
from dataclasses import dataclass

from tutor.items.text.mentions import Mention
from tutor.items.text.option_words import (
    AFTER_LABEL,
    COUNTS,
    LAST,
    LEADS,
    PARTED,
    PLACES,
    POINTED,
    PRONOUNS,
    THINKS,
    WORDLIKE,
)
from tutor.items.text.speech import Speech
from tutor.items.text.words import PAUSE, STOP

_TO = frozenset(("to", "through", "thru", "till"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What labels and places mean among some options whose texts are `exact`.

    `all_words` are the words of the texts and `telling` those that name an option where it may be named `by_words`;
    `joining` words may stand between labels. `speaks_of_numbers` says that every text has a figure.
    """

    of_label: dict[str, int]
    exact: tuple[str, ...]
    all_words: frozenset[str]
    telling: frozenset[str]
    joining: frozenset[str]
    by_words: bool
    speaks_of_numbers: bool
    speech: Speech

    @property
    def size(self) -> int:
        """How many options there are."""
        return len(self.exact)

    def listed(self, found: tuple[str, ...]) -> tuple[int, ...]:
        """Labels and nothing else but joining words ("e b a", "a and c")."""
        plain = [token for token in found if token in self.of_label or token not in self.joining]
        if len(plain) < 2 or not all(token in self.of_label for token in plain):
            return ()
        if any(token in self.telling and self.by_words for token in plain):
            return ()
        return tuple(dict.fromkeys(self.of_label[token] for token in plain))

    def ranged(self, found: tuple[str, ...]) -> tuple[int, ...]:
        """ "A to C": the labels from one to another, and nothing else."""
        plain = [token for token in found if token not in self.speech.filler - {"to"}]
        if len(plain) != 3 or plain[1] not in _TO or not {plain[0], plain[2]} <= set(self.of_label):
            return ()
        first, last = self.of_label[plain[0]], self.of_label[plain[2]]
        return tuple(range(first, last + 1)) if last > first + 1 else ()

    def numbered(self, found: tuple[str, ...]) -> tuple[int, ...]:
        """Options by their places where the labels are letters: "1 and 4"."""
        plain = [token for token in found if token not in self.joining]
        places = [self.place(token) for token in plain]
        if len(plain) < 2 or None in places or "1" in self.of_label:
            return ()
        return tuple(dict.fromkeys(place for place in places if place is not None))

    def glued(self, found: tuple[str, ...]) -> tuple[int, ...]:
        """Labels written as one word ("acd"), when that word is nothing else."""
        plain = [token for token in found if token not in (STOP, PAUSE)]
        if len(plain) != 1 or not 2 <= len(plain[0]) <= self.size:
            return ()
        word = plain[0]
        if word in self.all_words or len(set(word)) < len(word):
            return ()
        if not all(c in self.of_label for c in word) or self.size > 12:
            return ()
        return tuple(self.of_label[c] for c in word)

    def mentioned(self, found: tuple[str, ...], response: str) -> list[Mention]:
        """Every label and ordinal among the tokens `found` of a response."""
        mentions = []
        bracketed = {c.casefold() for c in re.findall(r"\(?\b(\w)\s?\)", response)}
        for i, token in enumerate(found):
            index = self.of_label.get(token)
            if index is not None and self._is_label(found, i, token in bracketed):
                mentions.append(Mention(i, i + 1, index))
                continue
            index = self._ordinal(found, i)
            if index is not None:
                mentions.append(Mention(i, i + 1, index))
        return mentions

    def _is_label(self, found: tuple[str, ...], i: int, bracketed: bool) -> bool:
        """Whether the label-like word at `i` is meant as a label, not as "a" or "2"."""
        token = found[i]
        before = found[i - 1] if i else ""
        after = found[i + 1] if i + 1 < len(found) else ""
        if before in LEADS or bracketed:
            return True
        if token in self.telling and self.by_words:
            return False
        if token.isdecimal():
            listed = {*self.of_label, "", STOP, PAUSE, *self.speech.ands, *self.speech.ors}
            return (before in listed or before in self.speech.filler) and after in listed
        if token not in WORDLIKE:
            return True
        joined = {*self.speech.ands, *self.speech.ors}
        if before in joined and after in ("", STOP, PAUSE):
            return True
        if after == "i" and found[i + 2 : i + 3] and found[i + 2] in THINKS:
            return token not in PRONOUNS
        return token not in PRONOUNS and (
            after in ("", STOP, PAUSE) or after in AFTER_LABEL or after in joined
        )

    def _ordinal(self, found: tuple[str, ...], i: int) -> int | None:
        token, size = found[i], self.size
        before = found[i - 1] if i else ""
        after = found[i + 1] if i + 1 < len(found) else ""
        if token in self.all_words or (
            self.speaks_of_numbers and (before in PARTED or before.isdecimal())
        ):
            return None  # "one third" and "a third" are numbers where options are
        joined = after in self.speech.ands or after in self.speech.ors
        pointed = after in ("", STOP, PAUSE) or after in POINTED or joined or i == 0
        if pointed and token in LAST:
            return size - 1
        for place, names in enumerate(PLACES[:size]):
            if pointed and token in names:
                return place
        if before in ("option", "number", "choice", "answer") and "1" not in self.of_label:
            number = COUNTS.index(token) + 1 if token in COUNTS else 0
            number = int(token) if token.isdecimal() and len(token) < 3 else number
            if 1 <= number <= size:
                return number - 1
        return None

    def place(self, bare: str) -> int | None:
        """The option that a bare number means, unless some option speaks of that number."""
        if not bare.isdecimal() or len(bare) > 2 or not 1 <= int(bare) <= self.size:
            return None
        if all(re.fullmatch(r"[-−]?\d+(?:[.,/]\d+)?", text) for text in self.exact):
            return None  # among numbers a number is a value, if a wrong one
        numbers = {n for text in self.exact for n in re.findall(r"\d+", text)}
        return None if bare in numbers else int(bare) - 1
