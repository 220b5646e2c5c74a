"""What a model's calls cost over some days: the school, its classes and learners. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce

from tutor.ids import ClassId, LearnerId
from tutor.llm.budget import SCHOOL, Spent
from tutor.people.person import SchoolClass
from tutor.prices import PriceList


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account with its name. `cost` is None where no prices are set; `full` says that today's
    cap on it is reached."""

    id: str
    name: str
    spent: Spent
    cost: float | None
    full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The accounts of some days, the dearest first; `first` and `last` are the days, both within.

    A learner of two classes counts in both, so classes may add up to more than the school.
    """

    first: date
    last: date
    currency: str
    school: Account
    classes: tuple[Account, ...]
    learners: tuple[Account, ...]


def statement(
    booked: Mapping[str, Mapping[str, Spent]],
    classes: Iterable[SchoolClass],
    names: Mapping[LearnerId, str],
    prices: PriceList,
    *,
    first: date,
    last: date,
    full: Collection[str] = (),
) -> Statement:
    """The statement of these classes and of the learners named, with those that spent nothing left out."""

    def account(id: str, name: str, booked_on: str) -> Account:
        used = booked.get(booked_on, {})
        spent = reduce(Spent.plus, used.values(), Spent())
        cost = cost_of(used, prices) if prices else None
        return Account(id=id, name=name, spent=spent, cost=cost, full=booked_on in full)

    made = (account(one.id, one.name, class_account(one.id)) for one in classes)
    learners = (account(id, name, learner_account(id)) for id, name in names.items())
    return Statement(
        first=first,
        last=last,
        currency=prices.first.currency,
        school=account(SCHOOL, SCHOOL, SCHOOL),
        classes=_dearest(made),
        learners=_dearest(learners),
    )


def cost_of(used: Mapping[str, Spent], prices: PriceList) -> float:
    """What the models were used for, each at its own price."""
    return sum(prices.of(model).of(one.tokens_in, one.tokens_out) for model, one in used.items())


def class_account(id: ClassId) -> str:
    """The name of a class's account in the ledger."""
    return f"class:{id}"


def learner_account(id: LearnerId) -> str:
    """The name of a learner's account in the ledger."""
    return f"learner:{id}"


def _dearest(accounts: Iterable[Account]) -> tuple[Account, ...]:
    some = (one for one in accounts if one.spent.calls)
    return tuple(sorted(some, key=lambda one: (-one.spent.tokens, one.name)))
