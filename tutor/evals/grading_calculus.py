"""The adapter for derivatives and antiderivatives, with what STACK's pages say of constants and logarithms.

STACK's `Int` takes one constant that is added, asks for |…| in logarithms where the answer has it (else for
all or none), and has two options: NOCONST condones a missing constant, FORMAL an equal derivative.
"""

from tutor.evals.grading_case import Case
from tutor.items.maths.notation.tree import Call, Node, names, walk
from tutor.items.maths.values.derive import constant_names, derivative
from tutor.items.maths.values.equal import same_value
from tutor.items.maths.values.sample import value_at


def antiderivative(case: Case) -> bool:
    """Whether a response is the answer's integral with its constant."""
    answer, found = case.trees()
    variable = _variable(case, answer)
    slope = derivative(answer, variable)
    if not same_value(derivative(found, variable), slope):
        return False
    constants = constant_names(found, variable, slope)
    stack = case.suite.startswith("stack")
    if stack and not _usual(names(found) - names(slope) - {variable}, constants):
        return False
    if stack and not _consistent(found, answer, variable):
        return False
    return bool(constants) or case.options.names_a("NOCONST") or case.options.names_a("FORMAL")


def _variable(case: Case, answer: Node) -> str:
    named = case.options.letter()
    if named:
        return named
    own = sorted(names(answer) - {"c", "C", "k"})
    return "x" if "x" in own or not own else own[0]


def _usual(letters: frozenset[str], constants: frozenset[str]) -> bool:
    """Whether no letter but one constant was brought in: c² and c + k are odd."""
    return letters <= constants and len(letters) <= 1


def _consistent(found: Node, answer: Node, variable: str) -> bool:
    """Whether |…| stands in all logarithms where the answer has it, and else in all or none."""
    ours, theirs = _signed_logarithms(answer, variable), _signed_logarithms(found, variable)
    return not (False in theirs and (True in theirs or True in ours))


def _signed_logarithms(node: Node, variable: str) -> set[bool]:
    """For each logarithm of what may be negative, whether |…| makes it positive."""
    return {
        _is_absolute(inner.args[0])
        for inner in walk(node)
        if isinstance(inner, Call)
        and inner.function in ("ln", "log")
        and variable in names(inner.args[0])
        and (_is_absolute(inner.args[0]) or _may_be_negative(inner.args[0], variable))
    }


def _is_absolute(node: Node) -> bool:
    return any(isinstance(inner, Call) and inner.function == "abs" for inner in walk(node))


def _may_be_negative(node: Node, variable: str) -> bool:
    point = dict.fromkeys(names(node), complex(1))
    return any(
        value_at(node, {**point, variable: complex(at)}).real < 0 for at in (-37.3, -0.7, 0.4, 29.1)
    )
