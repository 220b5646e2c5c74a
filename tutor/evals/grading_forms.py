"""The adapter for forms: factored, expanded, lowest terms and the like, as suites ask for them."""

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from math import gcd
from operator import mul

from tutor.evals.grading_case import Case
from tutor.items.maths.compare import same
from tutor.items.maths.form.forms import ExpressionForm, has_form
from tutor.items.maths.form.fraction_forms import is_reduced
from tutor.items.maths.form.product_forms import is_expanded
from tutor.items.maths.form.shape import factors_of
from tutor.items.maths.notation.tree import Call, Const, Node, Quotient, names, walk
from tutor.items.maths.reading import formula_side, read
from tutor.items.maths.values.exact import exact_value


def in_form(form: ExpressionForm) -> Callable[[Case], bool]:
    """The judge of a mode that asks for a form beside the value."""

    def judge(case: Case) -> bool:
        if form is ExpressionForm.EXPANDED and case.suite.startswith("stack"):
            # STACK's test looks at the writing alone
            found = read(case.student, case.notation).node
            return not _is_statement(found) and is_expanded(found)
        answer, found = case.trees()
        if not case.suite.startswith("stack") and not _is_statement(answer):
            found = formula_side(found, names(answer))  # "y = 3(x − 2)² + 5"
        lowest = form is ExpressionForm.LOWEST_TERMS and case.suite.startswith("stack")
        if _is_statement(found) or not (
            same(found, answer) or (lowest and exact_value(answer) == 0)
        ):
            return False
        if lowest:  # looks at the writing alone, so that its authors may write 0 for the answer
            return all(_number_reduced(q) for q in walk(found) if isinstance(q, Quotient))
        variable = case.options.letter()
        return has_form(found, form, answer, variable)

    return judge


def _number_reduced(node: Quotient) -> bool:
    """Whether the numbers above and below the line share no factor; letters do not count."""
    if any(_is_root(n) or n == Const("i") for n in walk(node.bottom)):
        return False
    if not names(node):
        return is_reduced(node)
    above, below = (
        [v for f in factors_of(part) if (v := exact_value(f)) is not None]
        for part in (node.top, node.bottom)
    )
    top, bottom = (reduce(mul, found, Fraction(1)) for found in (above, below))
    return gcd(top.numerator, bottom.numerator) == 1


def _is_root(node: Node) -> bool:
    return isinstance(node, Call) and node.function == "root" and not names(node)


def _is_statement(node: Node) -> bool:
    return type(node).__name__ in ("Relation", "Bracket", "Either", "Both", "Matrix")
