"""A response that shows its working: which line is the answer, and where the lines first go wrong.

The lines are quoted as the learner wrote them and never with the value that would be right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.items.argument import Step
from tutor.items.maths.exact import NotExact, Undefined, exact_value
from tutor.items.maths.lexer import Notation, Unreadable
from tutor.items.maths.lines import Said, said_in
from tutor.items.maths.relation import always_or_never
from tutor.items.maths.show import show
from tutor.items.maths.statement import is_statement
from tutor.items.maths.tree import Name, Node, Num, Relation, names, walk
from tutor.items.steps import check_algebra
from tutor.items.working import line_of

MATHS = frozenset(
    {"number", "units", "expression", "equation", "inequality", "interval", "derivative"}
)
MAX_WORKING = 12  # lines of one message that are followed
LONGEST_QUOTE = 60
_TRIES = re.compile(r"\s*(?:check(?:ing)?|proof|test(?:ing)?|to check)\b", re.IGNORECASE)
_MARKUP = re.compile(r"[`$_#<>|~\[\]\\]")
_EQUALS = re.compile(r"(?<![<>=!:])=(?![=>])")
_ANSWER_FIRST = re.compile(r"\s*(?:(?:so|and|the|my|final|then|hence|therefore)\s+)*(?:answer|ans|result)\s*(?:is|:|=)\s*", re.I)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """Working in a response, in its pieces.

    `wrong` is the first piece that does not follow, `right` the last one before it that does,
    both as read ("" for none, or too long to quote); `place` counts the wrong piece's line from 1,
    0 for none. `sound` says that every line was read and follows.
    """

    place: int = 0
    wrong: str = ""
    right: str = ""
    sound: bool = False


def lines_of(response: str) -> list[str]:
    """The lines of a response that have something in them."""
    return [line.strip() for line in response.splitlines() if line.strip()]


def final_line(response: str) -> str:
    """The line that gives the answer, after at least one line of working; "" when there is none.

    "2x = 8" gives no answer, "x = 4", "4" and "20 − 12 = 8" do. Where a line of numbers or another
    "x = 5" comes after "x = 4", it cannot be told which is meant: then no line is taken.
    """
    lines = [line for line in lines_of(response) if not _TRIES.match(line)]
    if not lines or len(lines_of(response)) < 2:
        return ""
    last = lines[-1]
    if _ANSWER_FIRST.match(last):
        return _ANSWER_FIRST.sub("", last)
    said = [found for line in lines if (found := said_in(line, Notation())) is not None]
    if not said or said[-1] != said_in(last, Notation()):
        return ""
    node = said[-1].node
    if not isinstance(node, Relation):
        return last.lstrip("= ")
    if names(node.operands[0]) and not isinstance(node.operands[0], Name):
        return ""
    solved = {s.node for s in said[:-1] if isinstance(s.node, Relation) and _is_solved(s.node)}
    unsure = any(other.operands[0] == node.operands[0] for other in solved - {node})
    return "" if unsure or (solved and not names(node)) else last.lstrip("= ")


def _is_solved(node: Relation) -> bool:
    return isinstance(node.operands[0], Name) and not any(names(o) for o in node.operands[1:])


def worked_in(response: str, *, decimal_comma: bool = False) -> Worked | None:
    """Where the working of a response first goes wrong; None when it shows no working."""
    pieces = _pieces(response)
    if len(pieces) < 2:
        return None
    notation = Notation(decimal_comma=decimal_comma)
    steps = check_algebra([text for _, text in pieces], notation).steps
    said = [said_in(text, notation) for _, text in pieces]
    judged = [
        _follows(step, said[i], next((s for s in reversed(said[:i]) if s), None))
        for i, step in enumerate(steps)
    ]
    read = [i for i, step in enumerate(steps) if step.read_as or judged[i] is not None]
    if len(read) < 2:
        return None
    wrong = next((i for i in read if judged[i] is False), None)
    if wrong is None:
        rest = [judged[i] for i, step in enumerate(steps) if not step.starts]
        return Worked(sound=all(said) and bool(rest) and all(rest))
    right = next((i for i in reversed(read) if i < wrong and judged[i]), None)
    return Worked(
        place=pieces[wrong][0],
        wrong=_quoted(pieces, wrong, notation),
        right="" if right is None else _quoted(pieces, right, notation),
    )


def _follows(step: Step, said: Said | None, before: Said | None) -> bool | None:
    """Whether a line follows, where that is certain in a learner's working.

    Working is looser than an argument: a second equation may be written under the first, a letter
    brought in, a result used further on, a value tried. Such lines are not called wrong. A line in
    words is judged by the calculations in it, a line of numbers by itself.
    """
    if said is None:
        found = [c for c in line_of(step.text).calculations if c.makes is not None]
        return all(c.is_right for c in found) if found else None
    if is_statement(said.node) and not names(said.node):
        return always_or_never(said.node)
    if step.follows is not False:
        return step.follows
    if before is None or names(said.node) != names(before.node) or len(names(said.node)) > 1:
        return None
    if is_statement(said.node) or said.kind == "continues":
        return False
    return None if _goes_on(said.node, before.node) else False


def _goes_on(node: Node, before: Node) -> bool:
    """Whether a formula uses the value of the line before ("6·2", then "12 + 5"), or both are bare numbers."""
    try:
        value = exact_value(before)
        return any(exact_value(n) == value for n in walk(node) if n is not node) or (
            isinstance(node, Num) and isinstance(before, Num)
        )
    except (NotExact, Undefined, Unreadable):
        return False


def _pieces(response: str) -> list[tuple[int, str]]:
    """Lines, and the links of a chain "a = b = c" one by one, each with its line's number."""
    found: list[tuple[int, str]] = []
    for place, line in enumerate(lines_of(response)[:MAX_WORKING], start=1):
        parts = [part.strip() for part in _EQUALS.split(line)]
        if len(parts) < 3 or not all(parts):
            found.append((place, line))
            continue
        if re.fullmatch(r"[A-Za-z]\w?", parts[0]):  # A = 2·3 = 6 starts with what A is
            parts[:2] = [f"{parts[0]} = {parts[1]}"]
        found += [(place, parts[0]), *((place, f"= {part}") for part in parts[1:])]
    return found


def _quoted(pieces: Sequence[tuple[int, str]], at: int, notation: Notation) -> str:
    """A piece as it was read: a link of a chain with what stands before its sign."""
    text = pieces[at][1]
    quoted = _shown(text, notation)
    if text.startswith("=") and at and pieces[at - 1][0] == pieces[at][0]:
        quoted = f"{_shown(pieces[at - 1][1], notation)} = {quoted}"
    return quoted if len(quoted) <= LONGEST_QUOTE else ""


def _shown(text: str, notation: Notation) -> str:
    """How a piece was read; one in words as written, without signs that mean something to a page."""
    said = said_in(text, notation)
    if said is not None:
        return show(said.node)
    return _MARKUP.sub("", text.replace("*", "·")).strip()
