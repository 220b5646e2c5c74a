"""The variables of a template: how values are drawn, computed and put into its texts."""

import ast
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

from tutor.errors import BadCourse
from tutor.items.template_expression import evaluate, fill, parsed
from tutor.items.template_words import Value

DRAWS = 400

RANGE = re.compile(r"^\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*$")


def filled(value: Any, values: Mapping[str, Value]) -> Any:
    """A YAML value with every text in it filled, keys included."""
    if isinstance(value, str):
        return fill(value, values)
    if isinstance(value, list | tuple):
        return [filled(part, values) for part in value]
    if isinstance(value, Mapping):
        return {fill(str(key), values): filled(part, values) for key, part in value.items()}
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Variables:
    """How a template's values are drawn: ranges and lists, computed values, conditions."""

    choices: Mapping[str, Sequence[Value]]
    let: Mapping[str, str] = field(default_factory=dict)
    where: tuple[str, ...] = ()

    def draw(self, seed: int) -> dict[str, Value]:
        """Values for a seed. Raises BadCourse when hardly any draw meets the conditions."""
        dice = random.Random(seed * 7919 + 17)
        for _ in range(DRAWS):
            values: dict[str, Value] = {
                name: dice.choice(options) for name, options in self.choices.items()
            }
            # The conditions that need no computed value come first: they may be what keeps
            # a computed value from dividing by zero.
            if not self._hold(values, partial=True):
                continue
            for name, text in self.let.items():
                values[name] = evaluate(text, values)
            if self._hold(values, partial=False):
                return values
        raise BadCourse(
            f"None of {DRAWS} draws meets the conditions under `where`.",
            do="Widen the ranges or drop a condition.",
        )

    def _hold(self, values: Mapping[str, Value], *, partial: bool) -> bool:
        for text in self.where:
            if partial and _names(text) & self.let.keys():
                continue
            if not evaluate(text, values):
                return False
        return True


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(n.id for n in ast.walk(parsed(text)) if isinstance(n, ast.Name))


def read_variables(vary: Mapping[str, Any]) -> Variables:
    """The `vary` part of an item. Raises BadCourse with the field in `where`."""
    unknown = set(vary) - {"variables", "let", "where"}
    if unknown:
        raise BadCourse(f"Unknown field {', '.join(sorted(unknown))}.", where="vary")
    choices: dict[str, Sequence[Value]] = {}
    for name, given in (vary.get("variables") or {}).items():
        choices[str(name)] = _options(str(name), given)
    let = {str(k): str(v) for k, v in (vary.get("let") or {}).items()}
    where = tuple(str(text) for text in vary.get("where") or ())
    for text in (*let.values(), *where):
        parsed(text)
    return Variables(choices=choices, let=let, where=where)


def _options(name: str, given: Any) -> Sequence[Value]:
    if isinstance(given, str) and (ends := RANGE.match(given)):
        low, high = int(ends[1]), int(ends[2])
        if low > high or high - low > 100_000:
            raise BadCourse(
                f"The range {given} is empty or too wide.", where=f"vary.variables.{name}"
            )
        return range(low, high + 1)
    if isinstance(given, list) and given:
        return [Fraction(str(v)) if isinstance(v, float) else v for v in given]
    raise BadCourse(
        "A variable is a range like 1..9 or a list of values.", where=f"vary.variables.{name}"
    )
