"""The little language of templates: variables, computed values, and text with `{{ expressions }}`.

Expressions are Python's syntax, read by Python's parser and evaluated by this module over a
closed list of nodes and functions, on exact numbers (`/` makes a Fraction). There is no attribute
access, no import, no assignment and no way to run for long: sizes are bounded. They are written
by course authors, never by learners.
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from tutor.errors import BadCourse
from tutor.items.template_words import FUNCTIONS, MAX_LENGTH, Value, show, whole

MAX_BITS = 512

HOLE = re.compile(r"\{\{(.+?)\}\}", re.DOTALL)


def _divide(a: Value, b: Value) -> Value:
    if b == 0:
        raise BadCourse("An expression divides by zero.")
    result = Fraction(a) / Fraction(b)
    return result.numerator if result.denominator == 1 else result


def _floor_divide(a: Value, b: Value) -> Value:
    if b == 0:
        raise BadCourse("An expression divides by zero.")
    return a // b


def _remainder(a: Value, b: Value) -> Value:
    if isinstance(a, str):
        raise BadCourse("% works on numbers only.")
    if b == 0:
        raise BadCourse("An expression divides by zero.")
    return a % b


def _power(a: Value, b: Value) -> Value:
    exponent = whole(b)
    if abs(exponent) > 64:
        raise BadCourse("An exponent is larger than 64.")
    if a == 0 and exponent < 0:
        raise BadCourse("An expression divides by zero.")
    return Fraction(a) ** exponent if exponent < 0 else a**exponent


def _times(a: Value, b: Value) -> Value:
    if isinstance(a, str | list) or isinstance(b, str | list):
        size = len(a) * whole(b) if isinstance(a, str | list) else len(b) * whole(a)
        if size > MAX_LENGTH:
            raise BadCourse("A computed text is too long.")
        return a * whole(b) if isinstance(a, str | list) else whole(a) * b
    return a * b


BINARY: Mapping[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: _times,
    ast.Div: _divide,
    ast.FloorDiv: _floor_divide,
    ast.Mod: _remainder,
    ast.Pow: _power,
}
COMPARE: Mapping[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}


@lru_cache(maxsize=8192)
def parsed(text: str) -> ast.expr:
    """The syntax tree of an expression; raises BadCourse."""
    if len(text) > MAX_LENGTH:
        raise BadCourse("An expression is too long.")
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise BadCourse(f"“{text.strip()}” is not an expression ({error}).") from error


def evaluate(text: str, values: Mapping[str, Value]) -> Value:
    """The value of an expression. Raises BadCourse: unknown name, division by zero, too large."""
    try:
        return _checked(_value(parsed(text), values))
    except (TypeError, ValueError, IndexError, OverflowError, RecursionError) as error:
        raise BadCourse(f"“{text.strip()}” cannot be computed ({error}).") from error


def _checked(value: Value) -> Value:
    if type(value) is int and value.bit_length() <= MAX_BITS:  # nearly all of them
        return value
    if isinstance(value, float):
        value = Fraction(value).limit_denominator(10**6)
    if isinstance(value, bool | str | list):
        if not isinstance(value, bool) and len(value) > MAX_LENGTH:
            raise BadCourse("A computed value is too long.")
        return value
    if isinstance(value, int | Fraction):
        number = Fraction(value)
        if max(number.numerator.bit_length(), number.denominator.bit_length()) > MAX_BITS:
            raise BadCourse("A computed number is too large.")
        return number.numerator if number.denominator == 1 else number
    raise BadCourse("An expression makes something that is no number, text or list.")


def _value(node: ast.expr, values: Mapping[str, Value]) -> Value:
    match node:
        case ast.Constant(value=float() as number):
            return Fraction(str(number))
        case ast.Constant(value=bool() | int() | str() as constant):
            return constant
        case ast.Name(id=name):
            if name not in values:
                raise BadCourse(f"“{name}” is not a variable of this template.")
            return values[name]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in BINARY:
            return _checked(BINARY[type(op)](_value(left, values), _value(right, values)))
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, values)
        case ast.UnaryOp(op=ast.UAdd(), operand=inner):
            return _value(inner, values)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return not _value(inner, values)
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_value(part, values) for part in parts)
        case ast.BoolOp(op=ast.Or(), values=parts):
            return any(_value(part, values) for part in parts)
        case ast.Compare(left=left, ops=ops, comparators=rights):
            return _compared(left, ops, rights, values)
        case ast.IfExp(test=test, body=body, orelse=other):
            return _value(body, values) if _value(test, values) else _value(other, values)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return [_value(part, values) for part in parts]
        case ast.Subscript(value=inner, slice=index):
            return _subscript(_value(inner, values), index, values)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return _checked(FUNCTIONS[name](*(_value(arg, values) for arg in args)))
        case _:
            raise BadCourse(
                f"“{ast.unparse(node)}” is not allowed in a template.",
                do="docs/courses.md lists what is.",
            )


def _subscript(held: Value, index: ast.expr, values: Mapping[str, Value]) -> Value:
    if not isinstance(index, ast.Slice):
        return held[whole(_value(index, values))]
    ends = [
        None if end is None else whole(_value(end, values))
        for end in (index.lower, index.upper, index.step)
    ]
    return held[slice(*ends)]


def _compared(
    left: ast.expr,
    ops: Sequence[ast.cmpop],
    rights: Sequence[ast.expr],
    values: Mapping[str, Value],
) -> bool:
    before = _value(left, values)
    for op, right in zip(ops, rights, strict=True):
        after = _value(right, values)
        if type(op) not in COMPARE or not COMPARE[type(op)](before, after):
            return False
        before = after
    return True


def fill(text: str, values: Mapping[str, Value]) -> str:
    """Text with every `{{ expression }}` replaced by its value. Raises BadCourse."""
    if "{{" not in text:
        return text
    return HOLE.sub(lambda hole: show(evaluate(hole[1], values)), text)
