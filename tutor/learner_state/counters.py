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

from tutor.learner_state.trace import Step, sigmoid

PRIOR_MEAN = 0.7
MOST_TRIES = 6  # later tries share one counter


def logit(p: float) -> float:
    """The log-odds of p, p kept within [0.01, 0.99]."""
    p = min(0.99, max(0.01, p))
    return log(p / (1.0 - p))


@dataclass(slots=True)
class Counters:
    """Counts [responses, right ones] per step of an item, skill set, later try, and course."""

    items: dict[str, list[float]] = field(default_factory=dict)
    skills: dict[str, list[float]] = field(default_factory=dict)
    total: list[float] = field(default_factory=lambda: [0.0, 0.0])
    # Later and aided tries: responses, right ones, and what first tries at their items promised.
    tries: dict[str, list[float]] = field(default_factory=dict)

    def difficulty(self, step: Step) -> tuple[float, float]:
        """The logits (d_item, d_skill) of a step as known now; more is easier."""
        mean = (self.total[1] + 50.0 * PRIOR_MEAN) / (self.total[0] + 50.0)
        n, w = self.skills.get(_kind(step, step.skill_key), (0.0, 0.0))
        p_skill = (w + 10.0 * mean) / (n + 10.0)
        d_skill = logit(p_skill)
        if step.lean:
            p_skill = sigmoid(d_skill + step.lean)
        p_first = self._first(step, p_skill)
        key = step_key(step)
        if key == step.item:
            return logit(p_first), d_skill
        n, w, promised = self.tries.get(_again(step), (0.0, 0.0, 0.0))
        shift = logit((w + 10.0 * mean) / (n + 10.0)) - logit((promised + 10.0 * mean) / (n + 10.0))
        p_step = sigmoid(logit(p_first) + shift)
        n, w = self.items.get(key, (0.0, 0.0))
        return logit((w + 5.0 * p_step) / (n + 5.0)), d_skill

    def _first(self, step: Step, p_skill: float) -> float:
        n, w = self.items.get(step.item, (0.0, 0.0))
        return (w + 5.0 * p_skill) / (n + 5.0)

    def count(self, step: Step, y: float) -> None:
        """Take a graded response in (y from 0 to 1)."""
        key = step_key(step)
        kind = _kind(step, step.skill_key)
        if key != step.item:
            mean = (self.total[1] + 50.0 * PRIOR_MEAN) / (self.total[0] + 50.0)
            n, w = self.skills.get(kind, (0.0, 0.0))
            promised = self._first(step, (w + 10.0 * mean) / (n + 10.0))
            again = self.tries.setdefault(_again(step), [0.0, 0.0, 0.0])
            again[0] += 1.0
            again[1] += y
            again[2] += promised
        for table, name in ((self.items, key), (self.skills, kind)):
            entry = table.get(name)
            if entry is None:
                table[name] = [1.0, y]
            else:
                entry[0] += 1.0
                entry[1] += y
        self.total[0] += 1.0
        self.total[1] += y

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


def step_key(step: Step) -> str:
    """What an item's counts and effects are kept under."""
    if not step.aided and (step.try_ <= 1 or step.item == step.skill_key):
        return step.item
    return _kind(step, f"{step.item}#{min(step.try_, MOST_TRIES)}")


def _again(step: Step) -> str:
    return _kind(step, str(min(step.try_, MOST_TRIES)))


def _kind(step: Step, key: str) -> str:
    return f"{key}?" if step.aided else key
