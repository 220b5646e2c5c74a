"""What gives a concern away, one module per language; the first kind that is found counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tutor.safety.concern import Kind
from tutor.safety.normal import ARABIC


@dataclass(frozen=True, slots=True)
class Sign:
    """A kind of concern and the wordings that betray it, in folded text (see `normal.fold`)."""

    kind: Kind
    wordings: str

    def found_in(self, text: str) -> bool:
        """Whether a folded text has one of the wordings, as whole words."""
        return _compiled(self.wordings).search(text) is not None


def sign(kind: Kind, wordings: Sequence[str]) -> Sign:
    """One sign from its wordings; Arabic letters are folded as `normal.fold` folds a message's."""
    return Sign(kind, "|".join(wordings).translate(ARABIC))


@cache
def _compiled(wordings: str) -> re.Pattern[str]:
    """Compiled at first use: compiling all takes some tenths of a second."""
    return re.compile(rf"(?<!\w)(?:{wordings})(?!\w)")
