"""What a model's tokens cost, as a school writes it down."""

from dataclasses import dataclass
from fractions import Fraction

MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a million tokens cost, in the school's own currency; 0 where it is not known."""

    per_million_in: Fraction = Fraction(0)
    per_million_out: Fraction = Fraction(0)
    currency: str = ""

    def of(self, tokens_in: int, tokens_out: int) -> float:
        """The price of so many tokens each way."""
        cost = tokens_in * self.per_million_in + tokens_out * self.per_million_out
        return float(cost / MILLION)
