"""Conventions of written arguments: letters defined as functions, chains of equal parts, lines of numbers."""

import re
from dataclasses import replace

from tutor.items.maths.compare import same
from tutor.items.maths.notation.lexer import Notation
from tutor.items.maths.notation.tree import Name, Node, Relation, names
from tutor.items.maths.statements.links import Link
from tutor.items.maths.statements.relation import always_or_never
from tutor.items.maths.statements.statement import is_statement
from tutor.items.maths.values.exact import NotExact, Undefined

_DEFINED = re.compile(r"^\W*([fghpqFGPQ])\s*\(\s*[a-z]\s*\)\s*=(?!=)")


def with_functions(notation: Notation, lines: tuple[str, ...]) -> Notation:
    """The notation with the letters that an argument defines as functions: "f(x) = x² + 1"."""
    found = {m[1] for line in lines if (m := _DEFINED.match(line))}
    return replace(notation, functions=notation.functions | found) if found else notation


def chain_of(node: Node, before: Node | None) -> tuple[Node, ...] | None:
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


def of_numbers(node: Node) -> Link:
    """A line without letters stands for itself: "3·4 = 12"."""
    try:
        holds = always_or_never(node)
    except (NotExact, Undefined):
        return Link.UNKNOWN
    return Link.UNKNOWN if holds is None else Link.SAME if holds else Link.DIFFERS
