"""What model calls cost: tokens per day and learner, with a cap that holds under concurrency."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tutor.llm.chat import Prompt
from tutor.llm.failures import OutOfBudget

DAYS_KEPT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Calls and estimated tokens of one learner on one day."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def tokens(self) -> int:
        """Tokens both ways."""
        return self.tokens_in + self.tokens_out


def tokens(text: str) -> int:
    """An estimate of a text's tokens: a quarter of its UTF-8 bytes, rounded up.

    Providers count differently, and not all say how; the estimate is theirs to within a fifth
    or so for Latin scripts and on the high side for others, which suits a cap.
    """
    return -(-len(text.encode("utf-8", "replace")) // 4)


def tokens_of(prompt: Prompt) -> int:
    """An estimate of a prompt's tokens, with four for the frame of each message."""
    return tokens(prompt.system) + sum(tokens(text) + 4 for _, text in prompt.messages)


class Budget:
    """Counts what is spent; refuses a call that could go over `daily` or, for one learner, over
    `daily_each` (None for no such cap). Counts live in memory and begin anew with the process.
    """

    def __init__(self, daily: int, daily_each: int | None = None) -> None:
        self._daily = daily
        self._daily_each = daily_each
        self._spent: dict[date, dict[str, Spent]] = {}
        self._held: dict[str, int] = {}

    def hold(self, day: date, learner: str, most: int) -> None:
        """Reserve `most` tokens for a call; raises OutOfBudget."""
        spent = self.of(day)
        total = sum(s.tokens for s in spent.values()) + sum(self._held.values())
        if total + most > self._daily:
            raise OutOfBudget("The school's model tokens for today are used up.")
        own = spent.get(learner, Spent()).tokens + self._held.get(learner, 0)
        if self._daily_each is not None and own + most > self._daily_each:
            raise OutOfBudget("This learner's model tokens for today are used up.")
        self._held[learner] = self._held.get(learner, 0) + most

    def settle(self, day: date, learner: str, most: int, tokens_in: int, tokens_out: int) -> None:
        """Give back a reservation and book what was really used; a call with none is not booked."""
        left = self._held.get(learner, 0) - most
        if left > 0:
            self._held[learner] = left
        else:
            self._held.pop(learner, None)
        if not tokens_in + tokens_out:
            return
        people = self._spent.setdefault(day, {})
        was = people.get(learner, Spent())
        people[learner] = replace(
            was,
            calls=was.calls + 1,
            tokens_in=was.tokens_in + tokens_in,
            tokens_out=was.tokens_out + tokens_out,
        )
        for old in sorted(self._spent)[:-DAYS_KEPT]:
            del self._spent[old]

    def of(self, day: date) -> Mapping[str, Spent]:
        """What each learner ("" for nobody in particular) has spent on a day."""
        return self._spent.get(day, {})

    def left(self, day: date) -> int:
        """Tokens left today, reservations counted as spent; never below 0."""
        used = sum(s.tokens for s in self.of(day).values()) + sum(self._held.values())
        return max(0, self._daily - used)
