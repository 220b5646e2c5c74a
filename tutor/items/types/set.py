"""Item type `set`: several values in any order; some of them are a part."""

import re

from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import matched, parts_of, same
from tutor.items.maths.in_words.listed import values_in
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Both, Bracket, Either, Node
from tutor.items.maths.statements.statement import is_statement, settled_statement, solved_value
from tutor.items.maths.structured import EVERYTHING, MANY, MANY_OF_ALL, Judged, made, share_of
from tutor.items.maths.values.exact import exact_value
from tutor.items.text.open_ended import goes_on

FIELDS = ("answer",)  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    given = spec.get("answer")
    written = (
        ", ".join(field.texts(spec, "answer")) if isinstance(given, list) else field.text(spec)
    )
    values = values_in(written, context)
    return made(
        written,
        context,
        collection,
        judge,
        how="Reply with all of them, separated by commas.",
        lists=True,
        tidied=lambda text: values(_factors(_FALLEN_OUT.sub("no solution", _valued(text)))),
    )


_COUNT = re.compile(  # "2 solutions" says how many
    r"^(?:there (?:are|is|were)|i (?:got|found|get)|it has|has|hay|tiene)?\s?"
    r"(?:[1-9]\d*|an?|one|two|three|four|un|una|dos|tres)\s+(?:\w+\s+)?"
    r"(?:solutions?|answers?|values?|roots?|zeros?|zeroes|soluci[oó]n(?:es)?|respuestas?|ra[ií]ces|valores)$",
    re.I,
)


def _valued(text: str) -> str:
    if _COUNT.match(text.strip(" .,!?")):
        raise Unreadable("I found no number or formula in it.")
    if _AND_OR.search(text):
        raise Unreadable("I see more than one answer. Give just one.")
    if goes_on(text) or _DOTTED.search(text):
        raise Unreadable("Which others? Give all of them, separated by commas.")
    return text


_VALUE = r"[-−]?\d[\d./]*"
_AND_OR = re.compile(
    rf"{_VALUE}\s+(?:and\s+{_VALUE}\s+or|or\s+{_VALUE}\s+and)\s+{_VALUE}"
)  # "3 and 6 or 9"
_DOTTED = re.compile(r"(?:[,;]|\band\b)\s*[-−]?\d+\s*(?:\.{3,}|…)\s*$")  # 2, 3, 5...
_FALLEN_OUT = re.compile(r"^\W*(?:dne|does ?n[o']?t exist)\W*$", re.I)  # does not exist
_PAIR = re.compile(r"\s*(\d{1,5})\s*(?:[x×*·]|times|and)\s*(\d{1,5})\s*", re.I)
_PAIRS_SAID = re.compile(r"[x×*·]|times", re.I)


def _factors(text: str) -> str:
    """The factors in "1×12, 2×6, 3×4", pairs of one product; other texts as they are."""
    if not _PAIRS_SAID.search(text) or len(text) > 200:
        return text
    pairs = [_PAIR.fullmatch(piece) for piece in re.split(r"[,;\n]", text) if piece.strip()]
    found = [(int(pair[1]), int(pair[2])) for pair in pairs if pair]
    if len(found) < max(2, len(pairs)) or len({a * b for a, b in found}) > 1:
        return text
    return ", ".join(str(n) for pair in found for n in dict.fromkeys(pair))


MAX_VALUES = 30


def collection(node: Node) -> Node:
    """Things in any writing, {1, 2}, "1 and 2", "x = 1 or x = 2", ±2, as a set without repeats."""
    if node in (EVERYTHING, MANY):
        return node
    if isinstance(node, Bracket) and node.opening in ("[", "(") and _rising(node.items):
        raise Unreadable("Is that an interval? Give the values with commas, without brackets.")
    if isinstance(node, Bracket) and (node.opening, node.closing) == ("(", ")"):
        raise Unreadable("Is that a point? Give the values with commas, without brackets.")
    if isinstance(node, Bracket) and not node.opening and any(map(_is_set, node.items)):
        raise Unreadable("Give all values in one list, separated by commas.")
    values = [_value(p) for p in parts_of(_opened(node))]
    if len(values) > MAX_VALUES:
        raise Unreadable("Those are too many values for me.")
    different: list[Node] = []
    for value in values:
        if not any(same(value, other) for other in different):
            different.append(value)
    return Bracket("{", tuple(different), "}")


def _is_set(node: Node) -> bool:
    return isinstance(node, Bracket) and node.opening == "{"


def _rising(items: tuple[Node, ...]) -> bool:
    ends = [exact_value(i) for i in items]
    return len(ends) == 2 and ends[0] is not None and ends[1] is not None and ends[0] < ends[1]


def _opened(node: Node) -> Node:
    if not is_statement(node):
        return node
    settled = settled_statement(node)
    return settled if isinstance(settled, Either | Both | Bracket) else node


def _value(node: Node) -> Node:
    """The value in "x = 2"; other things as they are."""
    solved = solved_value(node)
    return node if solved is None else solved[1]


def judge(found: Node, answer: Node) -> Judged:
    """Compare two sets."""
    if EVERYTHING in (found, answer) and MANY in (found, answer):
        return MANY_OF_ALL if found == MANY else Judged(share=1.0)
    ours, theirs = parts_of(found), parts_of(answer)
    if not theirs:
        return Judged(share=0.0 if ours else 1.0)
    return share_of(
        matched(ours, theirs),
        len(theirs),
        len(ours),
        one_missing="Right so far, but one value is missing.",
        missing="Right so far, but some values are missing.",
    )
