"""Item type `matrix`: rows of numbers or expressions, compared cell by cell."""

import re

from tutor.errors import BadCourse
from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import as_matrix, in_square, same
from tutor.items.maths.in_words.listed import in_rows
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Call, Matrix, Node
from tutor.items.maths.structured import Judged, made
from tutor.items.said import say

FIELDS = ("answer",)  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; the answer is [[1, 2], [3, 4]] or LaTeX. Raises BadCourse."""
    field.only(spec, *FIELDS)
    return made(
        _written(spec),
        context,
        matrix,
        judge,
        how="Reply like [[1, 2], [3, 4]].",
        lists=True,
        tidied=_itself,
    )


_MADE_OF_IT = re.compile(
    r"\b(?:det|determinant|transpose|trace|rank|adj(?:oint|ugate)?|norm|inverse)\b[^\[\d]*(?:\[|\\begin|\\left|\()",
    re.I,
)


def _itself(text: str) -> str:
    """The matrix in rows; raises Unreadable for something else that is made of it, such as its determinant."""
    if len(text) < 300 and _MADE_OF_IT.search(text):
        raise Unreadable("I was looking for a matrix, like [[1, 2], [3, 4]].")
    return in_rows(text)


def _written(spec: Spec) -> str:
    given = spec.get("answer")
    if not isinstance(given, list):
        return field.text(spec)
    if not all(isinstance(row, list) for row in given):
        raise BadCourse(
            "This must be a list of rows.", where="answer", do="Write [[1, 2], [3, 4]]."
        )
    if len({len(row) for row in given}) > 1:
        raise BadCourse("The rows are not equally long.", where="answer", do="Fill them up.")
    return "[" + ", ".join("[" + ", ".join(str(cell) for cell in row) + "]" for row in given) + "]"


def matrix(node: Node) -> Node:
    """The node as a matrix; raises Unreadable."""
    if isinstance(node, Call) and node.function == "binomial":  # LaTeX's binom for a column
        node = Matrix(tuple((value,) for value in node.args))
    found = as_matrix(in_square(node))
    if found is None:
        raise Unreadable("I was looking for a matrix, like [[1, 2], [3, 4]].")
    return found


def judge(found: Node, answer: Node) -> Judged:
    """Compare cell by cell; some right cells are a part."""
    if not (isinstance(found, Matrix) and isinstance(answer, Matrix)):
        return Judged(share=0.0)
    if [len(r) for r in found.rows] != [len(r) for r in answer.rows]:
        rows, columns = len(answer.rows), len(answer.rows[0])
        note = say("I was looking for a {rows} by {columns} matrix.", rows=rows, columns=columns)
        return Judged(share=0.0, note=note)
    cells = [
        (a, b)
        for x, y in zip(found.rows, answer.rows, strict=True)
        for a, b in zip(x, y, strict=True)
    ]
    right = sum(same(a, b) for a, b in cells)
    if right == len(cells):
        return Judged(share=1.0)
    half = right * 2 > len(cells)
    return Judged(
        share=right / len(cells) if half else 0.0,
        note=say("{right} of {all} are right.", right=right, all=len(cells)) if half else "",
    )
