"""What speaks for a line of working being the first wrong one, as numbers between 0 and 1.

The reference solution gives the numbers and calculations that are right; a line that makes another
number, or the right number from others, is suspect, and so is one where all before it is done; one
that comes after a wrong number or a wrong equation is not, as it inherits what is wrong.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from tutor.items.worded_equation import root_in
from tutor.items.working import Calculation, Line, line_of

_CONCLUDES = re.compile(r"\b(?:therefore|so|thus|hence|in total|total|altogether)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")
BARE_NUMBER = re.compile(r"\s*[^\w\s]*\s*-?\$?\s*[\d.,]+\s*\S{0,12}\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is known to be right: the problem's numbers, and the reference solution's."""

    given: frozenset[Fraction]
    known: frozenset[Fraction]
    calculations: tuple[Calculation, ...]
    lines: tuple[Line, ...]
    answer: Fraction | None

    @property
    def results(self) -> frozenset[Fraction]:
        """What the reference's calculations make."""
        return frozenset(c.result for c in self.calculations)


def truth_of(problem: str, reference: Sequence[str]) -> Truth:
    """The numbers of a problem and of its reference solution, whose last number is the answer."""
    lines = tuple(line_of(t) for t in reference if t.strip())
    given = frozenset(line_of(problem).numbers)
    known = given | {n for line in lines for n in line.numbers}
    answer = next((line.numbers[-1] for line in reversed(lines) if line.numbers), None)
    return Truth(
        given=given,
        known=known,
        calculations=tuple(c for line in lines for c in line.calculations),
        lines=lines,
        answer=answer,
    )


def near(a: Fraction, b: Fraction) -> bool:
    """Whether two written numbers are the same up to the rounding that learners do."""
    return abs(a - b) <= max(abs(b) / 500, Fraction(1, 1000))


def among(value: Fraction, values: frozenset[Fraction]) -> bool:
    """Whether a number is one of several, rounding allowed."""
    return value in values or any(
        near(value, v) for v in values if v.denominator != 1 or value.denominator != 1
    )


FEATURES = (
    "same_sum", "redeemed", "final_known", "after_new", "after_false_equation", "reference_done", "near_next",
    "final_here", "first_final", "concludes", "words_of_step", "first", "second", "skips", "position", "swapped",
    "no_number", "repaired", "has_result",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What is true of a whole working, per line.

    `new`: it makes a number that is not known; `false`: it has an equation with a root that is not
    known; `done`: the share of the reference's calculations that it and the lines before it have
    the results of; `repaired`: see `_repaired`.
    """

    lines: tuple[Line, ...]
    truth: Truth
    final: Fraction | None
    new: tuple[bool, ...]
    false: tuple[bool, ...]
    done: tuple[float, ...]
    repaired: tuple[bool, ...]


def whole_of(lines: Sequence[Line], truth: Truth) -> Whole:
    """Look once at a whole working."""
    return Whole(
        lines=tuple(lines),
        truth=truth,
        final=next((x.numbers[-1] for x in reversed(lines) if x.numbers), None),
        new=tuple(_makes_new(x, truth) for x in lines),
        false=tuple(_is_false(x, truth) for x in lines),
        done=tuple(_done(lines, truth)),
        repaired=tuple(_repaired(lines, truth)),
    )


def features(whole: Whole, place: int) -> list[float]:
    """The features of one line, in the order of FEATURES."""
    lines, truth = whole.lines, whole.truth
    line, before = lines[place], lines[:place]
    final_here = whole.final is not None and any(near(n, whole.final) for n in line.numbers)
    first_final = final_here and not any(
        near(n, whole.final or n) for x in before for n in x.numbers
    )
    found = (
        any(_is_in_reference(c, truth) for c in line.calculations),
        _redeemed(lines, place, truth),
        first_final and whole.final is not None and among(whole.final, truth.known),
        any(whole.new[:place]),
        any(whole.false[:place]),
        whole.done[place - 1] if place else 0.0,
        _near_next(lines, place, truth),
        final_here,
        first_final,
        _CONCLUDES.search(line.text) is not None,
        _overlap(line, truth),
        place == 0,
        place == 1,
        _skips(line, truth),
        place / max(1, len(lines) - 1),
        any(_is_swapped(c, truth) for c in line.calculations),
        not line.numbers,
        whole.repaired[place],
        bool(line.results),
    )
    return [float(x) for x in found]


@cache
def weights() -> tuple[float, ...]:
    """The weights of the features, in their order; `python -m tutor.evals.steps_fit` writes them."""
    raw = json.loads(files("tutor.items").joinpath("suspect.json").read_text("utf-8"))
    if set(raw) != set(FEATURES):
        raise ValueError("suspect.json was fitted for other features: fit it again")
    return tuple(float(raw[name]) for name in FEATURES)


def candidates(lines: Sequence[Line], truth: Truth) -> list[list[float]]:
    """The features of every line that can be the first wrong one.

    A last line with the answer alone repeats the line before it and is none.
    """
    whole = whole_of(lines, truth)
    count = len(lines) - (len(lines) > 1 and BARE_NUMBER.fullmatch(lines[-1].text) is not None)
    return [features(whole, place) for place in range(count)]


def most_suspect(lines: Sequence[Line], truth: Truth) -> int:
    """The place of the line that most likely went wrong first; there must be one."""
    scores = [
        sum(w * x for w, x in zip(weights(), line, strict=True))
        for line in candidates(lines, truth)
    ]
    return max(range(len(scores)), key=lambda place: scores[place])


def uses(lines: Sequence[Line], place: int) -> list[int]:
    """The later lines that take a number that this line made."""
    made = set(lines[place].results) or set(lines[place].numbers[-1:])
    later = range(place + 1, len(lines))
    return [i for i in later if made & {n for c in lines[i].calculations for n in c.inputs}]


def _redeemed(lines: Sequence[Line], place: int, truth: Truth) -> bool:
    """Whether what this line made leads straight to a number of the reference's."""
    made = set(lines[place].results)
    for i in uses(lines, place):
        for c in lines[i].calculations:
            if (
                made & set(c.inputs)
                and c.is_right
                and among(c.result, truth.results)
                and c.result not in truth.given
            ):
                return True
    return False


def _repaired(lines: Sequence[Line], truth: Truth) -> list[bool]:
    """Which lines would lead to the right answer had they made one of the reference's numbers."""
    steps = [(i, c) for i, x in enumerate(lines) for c in x.calculations]
    found = [False] * len(lines)
    if truth.answer is None or len(steps) > 30:
        return found
    for at, (i, calculation) in enumerate(steps[:-1]):
        for value in truth.results:
            if near(value, calculation.result):
                continue
            if _replayed(steps[at + 1 :], {calculation.result: value}, truth.answer):
                found[i] = True
                break
    return found


def _replayed(
    steps: Sequence[tuple[int, Calculation]], changed: dict[Fraction, Fraction], answer: Fraction
) -> bool:
    last: Fraction | None = None
    for _, calculation in steps:
        if not changed.keys() & set(calculation.inputs):
            continue
        last = calculation.remade(changed)
        if last is None:
            return False
        changed[calculation.result] = last
    return last is not None and near(last, answer)


def _near_next(lines: Sequence[Line], place: int, truth: Truth) -> float:
    """How much of a calculation that is still missing the line takes in, while making something else."""
    done = {r for x in lines[:place] for r in x.results}
    best = 0.0
    for calculation in lines[place].calculations:
        mine = set(calculation.inputs)
        for other in truth.calculations:
            if among(other.result, frozenset(done)) or near(calculation.result, other.result):
                continue
            theirs = set(other.inputs)
            best = max(best, len(mine & theirs) / len(mine | theirs))
    return best


def _makes_new(line: Line, truth: Truth) -> bool:
    """Whether the line makes a number that neither the problem nor the reference has."""
    made = line.results or line.numbers
    return any(not among(n, truth.known) for n in made)


def _is_false(line: Line, truth: Truth) -> bool:
    """Whether the line has an equation whose root neither the problem nor the reference has."""
    root = root_in(line.text)
    return root is not None and not among(root, truth.known)


def _done(lines: Sequence[Line], truth: Truth) -> list[float]:
    """Per line, the share of the reference's calculations whose results stand there or before.

    A number that the problem gives counts only where the learner calculated it.
    """
    total, missing = len(truth.calculations), list(truth.calculations)
    shares: list[float] = []
    for line in lines:
        here = {*line.results, *(set(line.numbers) - truth.given)}
        missing = [c for c in missing if not any(near(n, c.result) for n in here)]
        shares.append((total - len(missing)) / max(1, total))
    return shares


def _is_in_reference(calculation: Calculation, truth: Truth) -> bool:
    """Whether the reference makes the same number from the same numbers."""
    mine = sorted(calculation.inputs)
    return any(
        near(calculation.result, c.result) and mine == sorted(c.inputs) for c in truth.calculations
    )


def _is_swapped(calculation: Calculation, truth: Truth) -> bool:
    """Whether the reference does the same to one of these numbers and another one."""
    mine = set(calculation.inputs)
    return any(
        calculation.signs == c.signs
        and mine & set(c.inputs)
        and not near(calculation.result, c.result)
        for c in truth.calculations
    )


def _overlap(line: Line, truth: Truth) -> float:
    """The greatest share of the line's words that one line of the reference has."""
    mine = set(_WORD.findall(line.text.lower()))
    if not mine:
        return 0.0
    return max(
        (len(mine & set(_WORD.findall(x.text.lower()))) / len(mine) for x in truth.lines),
        default=0.0,
    )


def _skips(line: Line, truth: Truth) -> bool:
    """Whether the line uses just the problem's numbers where the reference needs made ones."""
    inputs = {n for c in line.calculations for n in c.inputs}
    return (
        bool(inputs)
        and inputs <= truth.given
        and not any(among(r, truth.results) for r in line.results)
    )
