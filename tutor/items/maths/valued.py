"""Options that are numbers: the one that a response equals in another writing ("5 sixths" for 5/6)."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from tutor.items.maths.effort import bounded
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.tree import Mixed, Neg, Node, Num, Percent, Quotient, walk
from tutor.items.maths.reading import read
from tutor.items.maths.values.exact import exact_value
from tutor.items.text.clean import without_markup

_WRITTEN = (Num, Neg, Quotient, Mixed, Percent)  # a number as written, nothing to be worked out


class Valued:
    """The values of options; silent unless every option is a number and no two are equal."""

    def __init__(self, texts: Sequence[str], notation: Notation) -> None:
        self._notation = notation
        values = [self._value(without_markup(text)) for text in texts]
        distinct = None not in values and len(set(values)) == len(values)
        self._values = values if distinct else []

    def place(self, response: str) -> int | None:
        """The index of the option that a response equals; None when it equals none."""
        if not self._values:
            return None
        value = self._value(response)
        return self._values.index(value) if value is not None and value in self._values else None

    def against(self, places: Sequence[int], response: str) -> bool:
        """Whether a response joins its numbers by signs that say the contrary of their order: 0.3 > 0.35."""
        signs = set(re.findall(r"(?<![-=])[<>](?![-=])", response))
        if not self._values or len(signs) != 1:
            return len(signs) > 1 and bool(self._values)  # "0.3 > 0.35 < 0.4"
        values = [value for place in places if (value := self._values[place]) is not None]
        rising = [a < b for a, b in pairwise(values)]
        return not any(rising) if signs == {"<"} else all(rising)

    def _value(self, text: str) -> Fraction | None:
        try:
            with bounded() as bound:
                node = read(text, self._notation).node
                found = exact_value(node) if _written(node) else None
        except (Unreadable, OverflowError):
            return None
        return None if bound.reached else found


def _written(node: Node) -> bool:
    return all(isinstance(part, _WRITTEN) for part in walk(node))
