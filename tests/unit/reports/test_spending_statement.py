"""What the model cost, by school, class and learner."""

from datetime import date
from fractions import Fraction

from tutor.ids import ClassId, LearnerId
from tutor.llm.budget import Spent
from tutor.people.person import SchoolClass
from tutor.prices import PriceList, Prices
from tutor.reports.spending import Statement, statement

FIRST, LAST = date(2026, 10, 4), date(2026, 11, 2)
BOOKED = {
    "school": Spent(calls=9, tokens_in=3_000_000, tokens_out=500_000, seconds=20.0),
    "class:5b": Spent(calls=6, tokens_in=2_000_000, tokens_out=400_000, seconds=15.0),
    "class:6a": Spent(calls=3, tokens_in=1_000_000, tokens_out=100_000, seconds=5.0),
    "learner:ada": Spent(calls=2, tokens_in=500_000, tokens_out=100_000, seconds=4.0),
    "learner:bo": Spent(calls=4, tokens_in=1_500_000, tokens_out=300_000, seconds=11.0),
}
CLASSES = [SchoolClass(id=ClassId(id), name=name) for id, name in
           (("6a", "6 A"), ("5b", "5 B"), ("7c", "7 C"))]  # fmt: skip
NAMES = {LearnerId("ada"): "Ada", LearnerId("bo"): "Bo", LearnerId("kim"): "Kim"}


def of(prices: Prices, **others: Prices) -> Statement:
    booked = {account: {"first": spent} for account, spent in BOOKED.items()}
    booked["class:6a"]["own"] = Spent(calls=1, tokens_in=1_000_000)
    listed = PriceList(first=prices, models=others)
    return statement(booked, CLASSES, NAMES, listed, first=FIRST, last=LAST)


def test_accounts_come_with_their_names_the_dearest_first_and_without_those_that_spent_nothing():
    found = of(Prices())
    assert [one.name for one in found.classes] == ["5 B", "6 A"]
    assert [one.name for one in found.learners] == ["Bo", "Ada"]
    assert found.school.spent.calls == 9


def test_money_is_counted_by_the_schools_prices_and_left_out_without_any():
    prices = Prices(per_million_in=Fraction("0.5"), per_million_out=Fraction(2), currency="EUR")
    found = of(prices)
    assert (found.classes[0].cost, found.currency) == (1.8, "EUR")
    assert of(Prices()).classes[0].cost is None


def test_each_model_has_its_own_price_and_one_of_before_that_of_the_first():
    prices = Prices(per_million_in=Fraction("0.5"), per_million_out=Fraction(2), currency="EUR")
    assert of(prices).classes[1].cost == 1.2
    found = of(prices, own=Prices(per_million_in=Fraction(10)))
    assert (found.classes[1].cost, found.classes[1].spent.calls) == (10.7, 4)
    assert of(Prices(), own=Prices(per_million_in=Fraction(10))).classes[1].cost == 10.0
