"""What model calls cost: tokens, money and time per learner, class and school, with caps that hold.

A cap is behaviour, not an error: a call that could go over one is refused before anything is sent,
and the plain wording is used. Reservations keep it under concurrency; a ledger keeps it over
restarts and between processes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from tutor.llm.attachment import Attachment, Medium
from tutor.llm.chat import Prompt
from tutor.llm.failures import OutOfBudget

DAYS_KEPT = 2
PICTURE_TOKENS = 2_500
SOUND_BYTES = 200  # bytes of a sound that cost one token
SCHOOL = "school"
MODEL = "model:"  # before a model's name: its account, without a cap


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Calls, estimated tokens and seconds of waiting, of one account on one day."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0

    @property
    def tokens(self) -> int:
        """Tokens both ways."""
        return self.tokens_in + self.tokens_out

    def plus(self, other: "Spent") -> "Spent":
        """Both together."""
        return Spent(
            calls=self.calls + other.calls,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            seconds=self.seconds + other.seconds,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """Tokens that may be spent in a day; None for no cap."""

    school: int | None = None
    each_class: int | None = None
    each_learner: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """On whose account a call goes: a learner ("" for nobody in particular) and their classes."""

    learner: str = ""
    classes: tuple[str, ...] = ()

    @property
    def accounts(self) -> tuple[str, ...]:
        """The names of the accounts that a call is booked on."""
        own = (f"learner:{self.learner}",) if self.learner else ()
        return (SCHOOL, *(f"class:{one}" for one in self.classes), *own)


NOBODY = Payer()


class Ledger(Protocol):
    """Keeps what was spent beyond this process."""

    async def book(self, day: date, model: str, spent: Mapping[str, Spent]) -> None:
        """Add what a model was used for to accounts of the day, all of it or nothing."""
        ...

    async def of(self, day: date) -> Mapping[str, Spent]:
        """Every account of the day, the models' included, with what other processes booked."""
        ...


class Booked(Protocol):
    """What was booked over several days."""

    async def between(self, first: date, last: date) -> Mapping[str, Mapping[str, Spent]]:
        """The sum of each account over these days, both within, by the models' names."""
        ...


def tokens(text: str) -> int:
    """An estimate of a text's tokens: a quarter of its UTF-8 bytes, rounded up.

    Providers count differently, and not all say how; the estimate is theirs to within a fifth
    or so for Latin scripts and on the high side for others, which suits a cap.
    """
    return -(-len(text.encode("utf-8", "replace")) // 4)


def tokens_of(prompt: Prompt) -> int:
    """An estimate of a prompt's tokens, with four for the frame of each message."""
    said = tokens(prompt.system) + sum(tokens(text) + 4 for _, text in prompt.messages)
    return said + sum(_attached(one) for one in prompt.attachments)


def _attached(attachment: Attachment) -> int:
    """An estimate of what an attachment costs, on the high side, which suits a cap.

    A picture: 2,500, OpenAI's bound for the small 4.1 model (1,536 patches × 1.62); larger models
    count 765 to 1,445. A sound: ten tokens a second, and not under two thousand bytes a second.
    """
    if attachment.medium is Medium.PICTURE:
        return PICTURE_TOKENS
    return -(-len(attachment.body) // SOUND_BYTES)


class Budget:
    """Counts what is spent on each account and refuses a call that could go over a cap."""

    def __init__(self, caps: Caps) -> None:
        self._caps = caps
        self._spent: dict[date, dict[str, Spent]] = {}
        self._held: dict[str, int] = {}
        self._full: tuple[date, frozenset[str]] | None = None

    def hold(self, day: date, payer: Payer, most: int) -> None:
        """Reserve `most` tokens for a call; raises OutOfBudget."""
        for account in payer.accounts:
            cap, whose = self._cap(account)
            used = self.of(day).get(account, Spent()).tokens + self._held.get(account, 0)
            if cap is not None and used + most > cap:
                self._full = day, self.full(day) | {account}
                raise OutOfBudget(f"{whose} model tokens for today are used up.")
        for account in payer.accounts:
            self._held[account] = self._held.get(account, 0) + most

    def settle(self, day: date, payer: Payer, most: int, used: Mapping[str, Spent]) -> None:
        """Give back a reservation and book what each model was really used for, if for anything."""
        for account in payer.accounts:
            left = self._held.get(account, 0) - most
            if left > 0:
                self._held[account] = left
            else:
                self._held.pop(account, None)
        accounts = self._spent.setdefault(day, {})
        for model, spent in used.items():
            if spent.tokens:
                for account in (*payer.accounts, MODEL + model):
                    accounts[account] = accounts.get(account, Spent()).plus(spent)
        for old in sorted(self._spent)[:-DAYS_KEPT]:
            del self._spent[old]

    def take_over(self, day: date, booked: Mapping[str, Spent]) -> None:
        """What the ledger knows of a day, where it is more than this process has seen."""
        accounts = self._spent.setdefault(day, {})
        for account, spent in booked.items():
            if spent.tokens >= accounts.get(account, Spent()).tokens:
                accounts[account] = replace(spent)

    def of(self, day: date) -> Mapping[str, Spent]:
        """What was spent on each account on a day: "school", "class:5b", "learner:ada"."""
        return self._spent.get(day, {})

    def full(self, day: date) -> frozenset[str]:
        """The accounts on which a call was refused on a day, since they are at their cap."""
        return self._full[1] if self._full is not None and self._full[0] == day else frozenset()

    def left(self, day: date) -> int | None:
        """The school's tokens left today, reservations counted as spent; None without a cap."""
        if self._caps.school is None:
            return None
        used = self.of(day).get(SCHOOL, Spent()).tokens + self._held.get(SCHOOL, 0)
        return max(0, self._caps.school - used)

    def _cap(self, account: str) -> tuple[int | None, str]:
        match account.partition(":")[0]:
            case "class":
                return self._caps.each_class, "This class's"
            case "learner":
                return self._caps.each_learner, "This learner's"
            case _:
                return self._caps.school, "The school's"
