"""The first wrong step of a learner's working: by algebra, or beside a reference solution in words.

Lines of algebra are followed from one to the next. A working in sentences is compared with the
numbers of a reference solution; which of its lines went wrong first is a judgement (weights below,
fitted to teachers' marks), so it is offered as "look again at this line", never as a verdict.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import assert_never

from tutor.items.maths.compare import same
from tutor.items.maths.effort import bounded
from tutor.items.maths.exact import NotExact, Undefined
from tutor.items.maths.lexer import SCHOOL, Notation
from tutor.items.maths.lines import Said, named_by, said_in
from tutor.items.maths.links import Link, link
from tutor.items.maths.relation import always_or_never
from tutor.items.maths.show import show
from tutor.items.maths.statement import is_statement
from tutor.items.maths.tree import Name, Node, Relation, names, rebuilt
from tutor.items.suspect import BARE_NUMBER, Truth, most_suspect, near, truth_of
from tutor.items.working import Line, line_of

MAX_LINES = 60
LINE_STEPS, ALL_STEPS = 30_000, 80_000  # of work, on one line and on all
MAX_TRIES = 12  # lines in several letters that may be tried at points
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'$\d])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of working: how it was read ("" when it was not) and whether it follows.

    `follows` is None where it cannot be told, and where there is nothing to follow from (`starts`);
    `link` says what happens to the solutions.
    """

    text: str
    read_as: str = ""
    follows: bool | None = None
    starts: bool = False
    link: Link = Link.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """Lines of working with the place of the first that is wrong; None when none was found."""

    steps: tuple[Step, ...]
    first_wrong: int | None = None


def check_algebra(
    lines: Sequence[str], notation: Notation = SCHOOL, *, positive: bool = False
) -> Working:
    """Follow lines of algebra: each must be equal to, or have the same solutions as, the one before.

    Remarks and lines that cannot be read are passed over; "let a = 3" gives a letter its meaning
    from there on; "= …" carries the line before on; a chain "a = b = c" is followed within the
    line. `positive`: all letters are positive numbers. Pure, bounded and deterministic; lines
    beyond `MAX_LINES` are not looked at; never raises.
    """
    argument = _Argument(notation=notation, positive=positive)
    steps = tuple(argument.step(text) for text in lines[:MAX_LINES])
    first = next((i for i, step in enumerate(steps) if step.follows is False), None)
    return Working(steps=steps, first_wrong=first)


@dataclass(slots=True, kw_only=True)
class _Argument:
    """What has been said so far: the last line, and the letters that were given a meaning."""

    notation: Notation
    positive: bool
    before: Node | None = None
    tries: int = MAX_TRIES
    left: int = ALL_STEPS
    meanings: dict[str, Node] = field(default_factory=dict)

    def step(self, text: str) -> Step:
        said = said_in(text, self.notation)
        if said is None:
            return Step(text=text)
        node = said.node
        match said.kind:
            case "let":
                return self._let(text, node)
            case "continues":
                node = self._carried_on(said)
            case "line":
                pass
            case _:
                assert_never(said.kind)
        with bounded(min(LINE_STEPS, self.left)) as bound:
            found, self.before = self._follow(node)
        self.left -= bound.used
        starts = found is None
        if bound.reached and found is not None:
            found = Link.UNKNOWN  # what was cut short says nothing
        if found is None:
            found = Link.UNKNOWN
        follows = None if found is Link.UNKNOWN else found is Link.SAME
        return Step(text=text, read_as=show(node), follows=follows, starts=starts, link=found)

    def _let(self, text: str, node: Node) -> Step:
        named = named_by(node)
        if named is not None and named[0] not in names(named[1]):
            self.meanings[named[0]] = named[1]
        return Step(text=text, read_as=show(node), starts=True)

    def _carried_on(self, said: Said) -> Node:
        """ "y = 2(x + 1)" and then "= 2x + 2" is y = 2x + 2."""
        before = self.before
        if isinstance(before, Relation) and before.operators == ("=",):
            return Relation((before.operands[0], said.node), ("=",))
        return said.node

    def _follow(self, node: Node) -> tuple[Link | None, Node]:
        """How the line is linked (None: to nothing), and what the next one follows from."""
        before, after = self.before, self._meant(node)
        if before is not None:
            before = self._meant(before)
        chain = _chain(after, before)
        if chain is not None:
            try:
                broken = any(not same(x, y) for x, y in pairwise(chain))
            except (NotExact, Undefined):
                return Link.UNKNOWN, chain[-1]
            return Link.DIFFERS if broken else Link.SAME, chain[-1]
        if is_statement(after) and not names(after) and (before is None or not names(before)):
            return _of_numbers(after), node
        if before is None:
            return None, node
        self.tries -= len(names(after)) > 1
        return link(before, after, positive=self.positive, tries=self.tries >= 0), node

    def _meant(self, node: Node) -> Node:
        """The line with the letters of "let" in their meaning."""

        def meant(part: Node) -> Node:
            if isinstance(part, Name) and part.name in self.meanings:
                return self.meanings[part.name]
            return rebuilt(part, meant)

        return meant(node) if self.meanings else node


def _chain(node: Node, before: Node | None) -> tuple[Node, ...] | None:
    """The parts of "2(x + 1) + x = 2x + 2 + x = 3x + 2", which must all be equal; None for an equation."""
    if not isinstance(node, Relation) or set(node.operators) != {"="}:
        return None
    if any(isinstance(o, Name) for o in node.operands):
        return None
    if len(node.operands) > 2 and any(names(o) for o in node.operands):
        return node.operands
    carries = (
        before is not None
        and not is_statement(before)
        and bool(names(before))
        and same(before, node.operands[0])
    )
    return node.operands if carries else None


def _of_numbers(node: Node) -> Link:
    """A line without letters stands for itself: "3·4 = 12"."""
    try:
        holds = always_or_never(node)
    except (NotExact, Undefined):
        return Link.UNKNOWN
    return Link.UNKNOWN if holds is None else Link.SAME if holds else Link.DIFFERS


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
