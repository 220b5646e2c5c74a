"""How easy the items of a course are, where learners get the items that suit them.

Whoever is weak is asked easy items, and whoever does not know a skill yet is asked it most: the
share of right responses then tells who was asked as much as what. So an item's ease is filtered
beside the learner's ability (an extended Kalman filter of a Rasch item, the same as in `trace`):
with p₀ = σ(d + θ + mean θₖ), h = p₀(1 − p₀), e = y − p₀ and D = 1 + h·v,
    u += v·e/D,  v := v/D,
where u is what the item's ease (logits) is above what its skill and its author's label say, and
v its variance, at first 0.42: items spread by 0.65 logits around their labels.
"""

from dataclasses import dataclass, field

from tutor.learner_state.trace import sigmoid

START_VARIANCE = 0.42


@dataclass(slots=True)
class Eases:
    """Per item u and v; first tries without help alone are learned from."""

    items: dict[str, list[float]] = field(default_factory=dict)

    def of(self, item: str) -> float | None:
        """How much easier the item is than its skill and label say, in logits; None when unasked."""
        entry = self.items.get(item)
        return entry[0] if entry is not None else None

    def learn(self, item: str, y: float, expected: float) -> None:
        """Take a response in: y from 0 to 1, `expected` the logit of a right one, d + θ + mean θₖ."""
        entry = self.items.setdefault(item, [0.0, START_VARIANCE])
        p = sigmoid(expected)
        spread = 1.0 + p * (1.0 - p) * entry[1]
        entry[0] += entry[1] * (y - p) / spread
        entry[1] /= spread
