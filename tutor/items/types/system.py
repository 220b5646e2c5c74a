"""Item type `system`: several equations (or inequalities) that hold together, or their solution."""

import re

from tutor.errors import BadCourse
from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import matched, same
from tutor.items.maths.in_words.words import number_words
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Both, Bracket, Name, Node, Relation
from tutor.items.maths.statements.statement import is_statement
from tutor.items.maths.structured import MANY, NOTHING, Judged, made, share_of

FIELDS = ("answer", "variables")  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; `variables` lets (2, 3) stand for x = 2, y = 3. Raises BadCourse."""
    field.only(spec, *FIELDS)
    variables = field.texts(spec, "variables")
    given = spec.get("answer")
    between = "; " if context.decimal_comma else ", "
    written = (
        between.join(field.texts(spec, "answer")) if isinstance(given, list) else field.text(spec)
    )
    if not written:
        raise BadCourse("The system has no equations.", where="answer")

    def settle(node: Node) -> Node:
        return _system(node, variables)

    return made(
        written,
        context,
        settle,
        judge,
        how="Reply with every equation, separated by commas.",
        lists=True,
        tidied=_with_equals,
    )


def _system(node: Node, variables: tuple[str, ...]) -> Node:
    match node:
        case _ if node in (MANY, NOTHING):
            return node
        case Bracket(opening="(" | "[", closing=closing) if (node.opening == "(") != (
            closing == ")"
        ):
            raise Unreadable("I was looking for equations, like x = 2, y = 3.")  # an interval
        case Both(parts=parts) | Bracket(opening="" | "{" | "(", items=parts) if all(
            is_statement(p) for p in parts
        ):
            return Both(_flat(parts))
        case Relation():
            return Both((node,))
        case Both(parts=items) | Bracket(opening="" | "(" | "[" | "<", items=items) if (
            variables and len(items) == len(variables)
        ):
            return Both(
                tuple(Relation((Name(v), i), ("=",)) for v, i in zip(variables, items, strict=True))
            )
        case _:
            raise Unreadable("I was looking for equations, like x = 2, y = 3.")


_BOTH_NAMED = re.compile(  # (x, y) = (3, −2)
    r"^[^=<>]*\(\s*([a-z])\s*[,;|]\s*([a-z])\s*\)\s*=\s*\(([^(),;|]+)[,;|]([^(),;|]+)\)"
)
_SOLUTION_SET = re.compile(r"^\s*[SL]\s*=\s*\{\s*(\([^(){}]*\))\s*\}\s*$")
_IS = re.compile(r"\b([a-z])\s+(?:is|equals)\s+(?=[-−+]?[\d.½¼¾√])", re.I)
_SAID = re.compile(
    (
        r"\b([a-z])\s+(?:is|equals|=)\s+"
        r"((?:(?:minus|negative)\s+)?(?:an?\s+)?[a-z]{3,}(?:[- ](?!and\b)[a-z]{3,})?)"
        r"(?=\s*(?:,|;|and\b|$))"
    ),
    re.I,
)


def _in_figures(match: re.Match[str]) -> str:
    value = number_words(match[2])
    return match[0] if value is None else f"{match[1]} = {value}"


_COLON = re.compile(r"\b([a-zA-Z])\s*(?::|→|->)\s*(?=[-−+]?\s*[\d½¼¾√(])")


def _with_equals(text: str) -> str:
    """x = 3, y = -1 for "x: 3, y: -1"; equations on lines of their own with commas between them."""
    text = _SOLUTION_SET.sub(r"\1", _BOTH_NAMED.sub(r"\1 = \3, \2 = \4", text))
    if len(_SAID.findall(text)) + len(_IS.findall(text)) > 1:
        text = _IS.sub(r"\1 = ", _SAID.sub(_in_figures, text))
    lines = [line.strip(" ,;") for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(line.count("=") == 1 for line in lines):
        text = ", ".join(lines)
    return _COLON.sub(r"\1 = ", text) if len(_COLON.findall(text)) > 1 else text


def _flat(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(q for p in parts for q in (p.items if isinstance(p, Bracket) else (p,)))


def judge(found: Node, answer: Node) -> Judged:
    """Compare two systems; some right equations are a part."""
    if {MANY, NOTHING} & {found, answer}:
        return Judged(share=1.0 if found == answer else 0.0)
    if same(found, answer):
        return Judged(share=1.0)
    if not (isinstance(found, Both) and isinstance(answer, Both)):
        return Judged(share=0.0)
    count = matched(found.parts, answer.parts)
    judged = share_of(
        count,
        len(answer.parts),
        len(found.parts),
        one_missing="Right so far, but one equation is missing.",
        missing="Right so far, but some equations are missing.",
    )
    return judged if judged.share < 1 else Judged(share=1.0)
