"""The first wrong step of a learner's working: by algebra, or beside a reference solution in words.

Lines of algebra are followed from one to the next. A working in sentences is compared with the
numbers of a reference solution; which of its lines went wrong first is a judgement (weights below,
fitted to teachers' marks), so it is offered as "look again at this line", never as a verdict.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tutor.items.maths.compare import same
from tutor.items.maths.exact import NotExact, Undefined
from tutor.items.maths.lexer import SCHOOL, Notation, Unreadable
from tutor.items.maths.poly import generators, ratio
from tutor.items.maths.proportion import no_generator
from tutor.items.maths.reading import read
from tutor.items.maths.relation import always_or_never
from tutor.items.maths.show import show
from tutor.items.maths.statement import difference, is_statement
from tutor.items.maths.structured import EVERYTHING, NOTHING, special_words
from tutor.items.maths.tree import Node, Relation
from tutor.items.suspect import BARE_NUMBER, Truth, most_suspect, near, truth_of
from tutor.items.working import Line, line_of

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'$\d])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of working: how it was read ("" when it was not) and whether it follows (None: cannot be told)."""

    text: str
    read_as: str = ""
    follows: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """Lines of working with the place of the first that is wrong; None when none was found."""

    steps: tuple[Step, ...]
    first_wrong: int | None = None


def check_algebra(lines: Sequence[str], notation: Notation = SCHOOL) -> Working:
    """Follow lines of algebra: each must be equal to, or have the same solutions as, the one before.

    Lines that cannot be read are passed over. Pure and bounded; never raises.
    """
    steps: list[Step] = []
    before: Node | None = None
    first: int | None = None
    for place, text in enumerate(lines):
        node = _node(text, notation)
        if node is None:
            steps.append(Step(text=text))
            continue
        follows = None if before is None else _follows(before, node)
        if follows is False and first is None:
            first = place
        steps.append(Step(text=text, read_as=show(node), follows=follows))
        before = node
    return Working(steps=tuple(steps), first_wrong=first)


def _node(text: str, notation: Notation) -> Node | None:
    special = special_words(text)
    if special is not None:
        return special
    try:
        return read(text, notation).node
    except Unreadable:
        return None


def _follows(before: Node, after: Node) -> bool | None:
    if EVERYTHING in (before, after) or NOTHING in (before, after):
        return _end(before) is not None and _end(before) == _end(after)
    if is_statement(before) != is_statement(after):
        return None
    try:
        if same(before, after):
            return not _brings_in_letters(before, after)
        if not is_statement(before):
            return False
        ours, theirs = always_or_never(before), always_or_never(after)
        return ours is not None and ours == theirs
    except (NotExact, Undefined):
        return None


def _brings_in_letters(before: Node, after: Node) -> bool:
    """Whether an equation was multiplied by a letter (which may be 0) that it did not have."""
    if not (isinstance(before, Relation) and isinstance(after, Relation)):
        return False
    try:
        ours, theirs = (
            set(generators(ratio(difference(r), no_generator).top)) for r in (before, after)
        )
    except (NotExact, Undefined):
        return False
    return ours != theirs


def _end(node: Node) -> bool | None:
    """True for "all numbers" and what always holds, False for "no solution" and what never does."""
    if node in (EVERYTHING, NOTHING):
        return node == EVERYTHING
    return always_or_never(node) if is_statement(node) else None


def check_working(lines: Sequence[str], *, problem: str, reference: Sequence[str]) -> Working:
    """The line of a working in words that most likely went wrong first, beside a reference solution.

    None is wrong when the working comes to the reference's answer. Never raises.
    """
    truth = truth_of(problem, reference)
    found = [line_of(text) for text in lines]
    steps = tuple(
        Step(text=text, read_as=_readings(line)) for text, line in zip(lines, found, strict=True)
    )
    if not found or reaches_answer(found, truth):
        return Working(steps=steps)
    return Working(steps=steps, first_wrong=most_suspect(found, truth))


def _readings(line: Line) -> str:
    return "; ".join(f"{_sum(c.left)} = {_plain(c.result)}" for c in line.calculations)


def _sum(left: Sequence[Fraction | str]) -> str:
    return " ".join(
        {"*": "·", "-": "−"}.get(t, t) if isinstance(t, str) else _plain(t) for t in left
    )


def _plain(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.4g}"


def reaches_answer(lines: Sequence[Line], truth: Truth) -> bool:
    """Whether a working ends with the reference's answer: as its last line, or in its last sentence."""
    if truth.answer is None:
        return False
    last = next((line for line in reversed(lines) if line.numbers), None)
    if last is None:
        return False
    if BARE_NUMBER.fullmatch(last.text):
        return near(last.numbers[-1], truth.answer)
    ends = {*last.results[-1:], last.numbers[-1]}
    return any(near(n, truth.answer) for n in ends) or (
        not last.results and any(near(n, truth.answer) for n in last.numbers)
    )


def sentences(text: str) -> list[str]:
    """A solution in prose cut into its sentences."""
    return [s.strip() for s in _SENTENCE.split(text) if s.strip()]
