"""The first wrong step of a learner's working: by algebra, or beside a reference solution in words.

Lines of algebra are followed from one to the next. A working in sentences is compared with the
numbers of a reference solution; which of its lines went wrong first is a judgement (weights below,
fitted to teachers' marks), so it is offered as "look again at this line", never as a verdict.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tutor.items.argument import ALL_STEPS, Argument, Step
from tutor.items.maths.notation.lexer import SCHOOL, Notation
from tutor.items.maths.statements.conventions import with_functions
from tutor.items.suspect import BARE_NUMBER, Truth, most_suspect, near, truth_of
from tutor.items.working import Line, line_of

MAX_LINES = 60
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'$\d])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """Lines of working with the place of the first that is wrong; None when none was found.

    `unread_from` is the place of the first line that was not looked at, as it would take too long.
    """

    steps: tuple[Step, ...]
    first_wrong: int | None = None
    unread_from: int | None = None


def check_algebra(
    lines: Sequence[str],
    notation: Notation = SCHOOL,
    *,
    positive: bool = False,
    work: int = ALL_STEPS,
) -> Working:
    """Follow lines of algebra: each must be equal to, or have the same solutions as, the one before.

    Remarks and lines that cannot be read are passed over; "let a = 3" gives a letter its meaning
    from there on; "= …" carries the line before on; a chain "a = b = c" is followed within the
    line. `positive`: all letters are positive numbers. `work`: steps after which no further line is
    looked at, like those beyond `MAX_LINES`. Pure and deterministic; never raises.
    """
    texts = tuple(lines[:MAX_LINES])
    argument = Argument(notation=with_functions(notation, texts), positive=positive, left=work)
    steps: list[Step] = []
    unread = MAX_LINES if len(lines) > MAX_LINES else None
    for i, text in enumerate(texts):
        if argument.left <= 0:
            unread = i
            steps.extend(Step(text=rest) for rest in texts[i:])
            break
        steps.append(argument.step(text))
    first = next((i for i, step in enumerate(steps) if step.follows is False), None)
    return Working(steps=tuple(steps), first_wrong=first, unread_from=unread)


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
