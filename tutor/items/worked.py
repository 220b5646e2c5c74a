"""A response that shows its working: which line is the answer, and where the lines first go wrong.

The lines are quoted as the learner wrote them and never with the value that would be right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tutor.items.argument import Step
from tutor.items.maths.effort import bounded
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.symbols import FUNCTIONS
from tutor.items.maths.notation.tree import Name, Node, Num, Relation, names, walk
from tutor.items.maths.statements.lines import Said, said_in
from tutor.items.maths.statements.relation import always_or_never
from tutor.items.maths.statements.statement import is_statement
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.steps import check_algebra
from tutor.items.working import line_of

MATHS = frozenset(
    {"number", "units", "expression", "equation", "inequality", "interval", "derivative"}
)
MAX_WORKING = 12  # lines of one message that are followed
MAX_PIECES = 40  # lines and links of chains
MESSAGE_STEPS = 8_000  # of work on them, some 30 ms; 96 in 100 of our arguments take less
JUDGE_STEPS = 2_000  # of work on what only a learner's working allows
_LONGEST_LOOK = 600  # letters at the end of a message in which its answer is looked for
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
    0 for none. `sound` says that every line was read and follows. `unread` is the first line that
    was not read, counted from 1, 0 for none: `garbled` as written, or `unlooked`, as are all after
    it, because that would take too long; `up_to` is the last piece read before it.
    """

    place: int = 0
    wrong: str = ""
    right: str = ""
    sound: bool = False
    unread: int = 0
    garbled: str = ""
    unlooked: bool = False
    up_to: str = ""


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
    lines = _last_of(lines)
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


def _last_of(lines: Sequence[str]) -> list[str]:
    """The last lines, no more of them than are looked at."""
    kept: list[str] = []
    for line in reversed(lines[-MAX_WORKING:]):
        if kept and sum(map(len, kept)) + len(line) > _LONGEST_LOOK:
            break
        kept.insert(0, line)
    return kept


def _is_solved(node: Relation) -> bool:
    return isinstance(node.operands[0], Name) and not any(names(o) for o in node.operands[1:])


def worked_in(response: str, *, decimal_comma: bool = False) -> Worked | None:
    """Where the working of a response first goes wrong; None when it shows no working."""
    pieces, beyond = _pieces(response)
    if len(pieces) < 2:
        return None
    notation = Notation(decimal_comma=decimal_comma)
    working = check_algebra([text for _, text in pieces], notation, work=MESSAGE_STEPS)
    looked = working.steps[: working.unread_from]
    judged = _judged(looked)
    seen = _Seen(pieces=pieces, steps=looked, judged=judged, beyond=beyond)
    cut = seen.unread()
    if not seen.read or (len(seen.read) < 2 and not cut.unread):
        return None
    wrong = next((i for i in seen.read if judged[i] is False), None)
    if wrong is None:
        rest = [judged[i] for i, step in enumerate(looked) if not step.starts]
        every = not cut.unread and all(step.said for step in looked)
        return replace(cut, sound=every and bool(rest) and all(rest))
    right = next((i for i in reversed(seen.read) if i < wrong and judged[i]), None)
    return replace(
        cut,
        place=pieces[wrong][0],
        wrong=seen.quoted(wrong),
        right="" if right is None else seen.quoted(right),
    )


@dataclass(slots=True, kw_only=True)
class _Seen:
    """The pieces that were looked at, how each was judged, and the line after them (0 for none)."""

    pieces: Sequence[tuple[int, str]]
    steps: Sequence[Step]
    judged: Sequence[bool | None]
    beyond: int
    read: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.read = [
            i for i, step in enumerate(self.steps) if step.read_as or self.judged[i] is not None
        ]

    def unread(self) -> Worked:
        """The first line that was not read, with nothing said of the others."""
        garbled = (i for i, step in enumerate(self.steps) if _garbled(step, self.judged[i]))
        at = next(garbled, len(self.steps))
        place = self.pieces[at][0] if at < len(self.pieces) else self.beyond
        last = next((i for i in reversed(self.read) if i < at), None)
        if not place:
            return Worked()
        return Worked(
            unread=place,
            unlooked=at == len(self.steps),
            garbled=_short(_plain(self.steps[at].text)) if at < len(self.steps) else "",
            up_to="" if last is None else self.quoted(last),
        )

    def quoted(self, at: int) -> str:
        """A piece as it was read: a link of a chain with what stands before its sign."""
        shown = _shown(self.steps[at])
        if (
            self.pieces[at][1].startswith("=")
            and at
            and self.pieces[at - 1][0] == self.pieces[at][0]
        ):
            shown = f"{_shown(self.steps[at - 1])} = {shown}"
        return _short(shown)


_WORDS = re.compile(r"[^\W\d_]{3,}")
_CALCULATED = re.compile(r"[=<>≤≥≠]|\d\s*[-+*/·×÷^−]")


def _garbled(step: Step, judged: bool | None) -> bool:
    """Whether a line looks like mathematics, has no words to explain it, and could not be read."""
    if step.said is not None or judged is not None or not _CALCULATED.search(step.text):
        return False
    return all(word.lower() in FUNCTIONS for word in _WORDS.findall(step.text))


def _judged(steps: Sequence[Step]) -> list[bool | None]:
    """Whether each line follows; None where that is not certain, or too much to work out."""
    found: list[bool | None] = []
    before: Said | None = None
    with bounded(JUDGE_STEPS):
        for step in steps:
            try:
                found.append(_follows(step, before))
            except (NotExact, Undefined, OverflowError):
                found.append(None)
            before = step.said or before
    return found


def _follows(step: Step, before: Said | None) -> bool | None:
    """Whether a line follows, where that is certain in a learner's working.

    Working is looser than an argument: a second equation may be written under the first, a letter
    brought in, a result used further on, a value tried. Such lines are not called wrong. A line in
    words is judged by the calculations in it, a line of numbers by itself.
    """
    said = step.said
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


def _pieces(response: str) -> tuple[list[tuple[int, str]], int]:
    """Lines, and the links of a chain "a = b = c" one by one, each with its line's number; then the
    number of the first line that is one too many, 0 for none."""
    found: list[tuple[int, str]] = []
    for place, line in enumerate(lines_of(response), start=1):
        parts = [part.strip() for part in _EQUALS.split(line)]
        if place > MAX_WORKING or len(found) + len(parts) > MAX_PIECES:
            return found, place
        if len(parts) < 3 or not all(parts):
            found.append((place, line))
            continue
        if re.fullmatch(r"[A-Za-z]\w?", parts[0]):  # A = 2·3 = 6 starts with what A is
            parts[:2] = [f"{parts[0]} = {parts[1]}"]
        found += [(place, parts[0]), *((place, f"= {part}") for part in parts[1:])]
    return found, 0


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else ""


def _shown(step: Step) -> str:
    """How a piece was read; one in words as written, without signs that mean something to a page."""
    return show(step.said.node) if step.said is not None else _plain(step.text)


def _plain(text: str) -> str:
    return _MARKUP.sub("", text.replace("*", "·")).strip()
