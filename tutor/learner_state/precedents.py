"""A teacher's verdict that holds for everyone who answers an item in the same words; the port of its store.

Where code cannot be sure, or was wrong, a teacher decides once. What they decided is kept with
the words, not with a score: nothing is concluded for other words.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tutor.ids import CourseId, ItemId, LearnerId, PersonId
from tutor.items.grade import Verdict

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_LONGEST = 1000  # characters of a response that its event keeps
_ENDS = re.compile(r"^[\s\"']+|[\s\"'.!]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """A verdict on `response` to a variant (`seed`) of an item.

    `attempt` of `learner` is where it was decided, `by` a teacher.
    """

    course: CourseId
    item: ItemId
    seed: int
    response: str
    verdict: Verdict
    attempt: str
    learner: LearnerId
    by: PersonId
    at: datetime


class Precedents(Protocol):
    """What teachers decided for everyone, by item and words."""

    async def settled(
        self, course: CourseId, item: ItemId, seed: int, response: str
    ) -> Verdict | None:
        """The verdict on a response in these words (see `same_words`), if one was decided."""
        ...

    async def settle(self, made: Precedent) -> None:
        """Keep a verdict; it takes the place of an earlier one on the same words."""
        ...

    async def lift(self, course: CourseId, item: ItemId, seed: int, response: str) -> bool:
        """Forget the verdict on these words; whether there was one."""
        ...


def same_words(response: str) -> str:
    """A response as it is compared: letter case, spaces, kinds of quotes and the last full stop aside.

    No sign inside is dropped: “x+1” and “x−1”, “3.5” and “35” stay apart.
    """
    words = _ENDS.sub("", response[:_LONGEST].translate(_QUOTES))
    return " ".join(words.casefold().split())


def key(response: str) -> str:
    """A short name for a response's words (64 hexadecimal digits), so that none of them is kept twice."""
    return hashlib.sha256(same_words(response).encode("utf-8", "replace")).hexdigest()
