"""What gives a concern away, one module per language; the first kind that is found counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.safety.concern import Kind


@dataclass(frozen=True, slots=True)
class Sign:
    """A kind of concern and the wordings that betray it, in folded text (see `normal.fold`)."""

    kind: Kind
    wording: re.Pattern[str]


def sign(kind: Kind, wordings: Sequence[str]) -> Sign:
    """One sign from its wordings, each bounded as whole words."""
    both = "|".join(wordings)
    return Sign(kind, re.compile(rf"(?<!\w)(?:{both})(?!\w)"))
