"""What models' tokens cost, as a school writes it down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a million tokens of a model cost, in the school's own currency; 0 where it is not known."""

    per_million_in: Fraction = Fraction(0)
    per_million_out: Fraction = Fraction(0)
    currency: str = ""

    def of(self, tokens_in: int, tokens_out: int) -> float:
        """The price of so many tokens each way."""
        cost = tokens_in * self.per_million_in + tokens_out * self.per_million_out
        return float(cost / MILLION)

    def __bool__(self) -> bool:
        return bool(self.per_million_in or self.per_million_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceList:
    """The prices of each model. `first` are those of the first one, and of any that is not listed:
    a model of before, or tokens that were booked when there was one only."""

    first: Prices = field(default_factory=Prices)
    models: Mapping[str, Prices] = field(default_factory=dict)

    def of(self, model: str) -> Prices:
        """What a model's tokens cost."""
        return self.models.get(model, self.first)

    def __bool__(self) -> bool:
        """Whether anything has a price."""
        return any((self.first, *self.models.values()))
