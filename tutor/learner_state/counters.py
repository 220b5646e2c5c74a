"""How hard items and skills are in a course, from shared counts of right responses.

Shrunken means, each level leaning on the one above (pseudo-counts 50, 10 and 5):
    μ = (W + 50·0.7)/(N + 50), p_skill = (w + 10μ)/(n + 10), p_item = (w + 5 p_skill)/(n + 5),
both kept within [0.01, 0.99]; difficulty d = logit p, so more is easier. The author's label
easy/medium/hard shifts the prior of the item. A second consecutive try at an item, and a try
after help, are steps of their own: their counts do not mix with those of first unaided tries. Such
a step leans on the item's own ease, shifted by how much better or worse than the ease of their
items such tries go in the course (in logits). Where items have no names of their own but those of
their skills, a second response in a row is no second try: nothing was tried again.
"""

from dataclasses import dataclass, field
from math import log
from typing import Any

from tutor.learner_state.trace import MOST_TRIES, Step, sigmoid

PRIOR_MEAN = 0.7
_NONE = (0.0, 0.0)
_NO_TRIES = (0.0, 0.0, 0.0)


def logit(p: float) -> float:
    """The log-odds of p, p kept within [0.01, 0.99]."""
    p = 0.01 if p < 0.01 else 0.99 if p > 0.99 else p
    return log(p / (1.0 - p))


@dataclass(slots=True)
class Counters:
    """Counts [responses, right ones] per step of an item, skill set, later try, and course."""

    items: dict[str, list[float]] = field(default_factory=dict)
    skills: dict[str, list[float]] = field(default_factory=dict)
    total: list[float] = field(default_factory=lambda: [0.0, 0.0])
    # Later and aided tries: responses, right ones, and what first tries at their items promised.
    tries: dict[str, list[float]] = field(default_factory=dict)

    def difficulty(self, step: Step, above: float | None = None) -> tuple[float, float]:
        """The logits (d_item, d_skill) of a step as known now; more is easier.

        `above` is what the item's ease is above that of its skill and label, where it is known
        better than by counts (`eases`).
        """
        mean = self._mean()
        found = self.skills.get(step.kind)
        p_skill = (found[1] + 10.0 * mean) / (found[0] + 10.0) if found else mean
        d_skill = logit(p_skill)
        if step.lean or above is not None:
            p_skill = sigmoid(d_skill + step.lean + (above or 0.0))
        found = self.items.get(step.item) if above is None else None
        p_first = (found[1] + 5.0 * p_skill) / (found[0] + 5.0) if found else p_skill
        if step.key == step.item:
            return logit(p_first), d_skill
        n, w, promised = self.tries.get(_again(step), _NO_TRIES)
        shift = logit((w + 10.0 * mean) / (n + 10.0)) - logit((promised + 10.0 * mean) / (n + 10.0))
        p_step = sigmoid(logit(p_first) + shift)
        n, w = self.items.get(step.key, _NONE)
        return logit((w + 5.0 * p_step) / (n + 5.0)), d_skill

    def count(self, step: Step, y: float) -> None:
        """Take a graded response in (y from 0 to 1)."""
        if step.key != step.item:
            mean = self._mean()
            n, w = self.skills.get(step.kind, _NONE)
            p_skill = (w + 10.0 * mean) / (n + 10.0)
            n, w = self.items.get(step.item, _NONE)
            again = self.tries.setdefault(_again(step), [0.0, 0.0, 0.0])
            again[0] += 1.0
            again[1] += y
            again[2] += (w + 5.0 * p_skill) / (n + 5.0)
        _add(self.items, step.key, y)
        _add(self.skills, step.kind, y)
        self.total[0] += 1.0
        self.total[1] += y

    def _mean(self) -> float:
        n, w = self.total
        return (w + 50.0 * PRIOR_MEAN) / (n + 50.0)

    def to_json(self) -> dict[str, Any]:
        """JSON-ready counts."""
        return {
            "items": self.items,
            "skills": self.skills,
            "total": self.total,
            "tries": self.tries,
        }

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> "Counters":
        """The inverse of `to_json`."""
        return cls(
            items={key: list(value) for key, value in body["items"].items()},
            skills={key: list(value) for key, value in body["skills"].items()},
            total=list(body["total"]),
            tries={key: list(value) for key, value in body["tries"].items()},
        )


def _add(table: dict[str, list[float]], name: str, y: float) -> None:
    entry = table.get(name)
    if entry is None:
        table[name] = [1.0, y]
    else:
        entry[0] += 1.0
        entry[1] += y


def _again(step: Step) -> str:
    tries = str(min(step.try_, MOST_TRIES))
    return f"{tries}?" if step.aided else tries
