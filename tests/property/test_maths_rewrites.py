"""A random equivalent rewriting of an answer is correct; a random near miss of it is not."""

from contextlib import suppress
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.items.grade import Context, Verdict
from tutor.items.maths.compare import same
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.tree import Name, Neg, Node, Num, Power, Product, Quotient, Sum
from tutor.items.types import expression, number, units

_PLAIN = Context()
_FRACTIONS = st.fractions(min_value=-500, max_value=500, max_denominator=60)


def _num(value: int) -> Node:
    return Num(Fraction(value), str(value))


_LEAVES = st.one_of(st.integers(1, 12).map(_num), st.sampled_from([Name("x"), Name("y")]))


def _grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda t: Sum(tuple(t))),
        st.lists(inner, min_size=2, max_size=3).map(lambda f: Product(tuple(f), True)),
        inner.map(Neg),
        st.tuples(inner, st.integers(2, 3)).map(lambda p: Power(p[0], _num(p[1]))),
        st.tuples(inner, st.integers(2, 9)).map(lambda p: Quotient(p[0], _num(p[1]))),
    )


_TREES = st.recursive(_LEAVES, _grown, max_leaves=7)


@given(_FRACTIONS, st.integers(2, 9))
@settings(max_examples=60, deadline=None)
def test_a_fraction_written_otherwise_is_the_same_number(value: Fraction, times: int) -> None:
    item = number.build({"answer": str(value)}, _PLAIN)
    top, bottom = value.numerator * times, value.denominator * times
    for text in (
        f"{top}/{bottom}",
        f"\\frac{{{top}}}{{{bottom}}}",
        f"i got {value}",
        f"x = {value}",
    ):
        assert item.grade(text).verdict is Verdict.CORRECT, text


@given(_FRACTIONS, st.sampled_from(["up", "sign", "ten", "bottom"]))
@settings(max_examples=60, deadline=None)
def test_a_fraction_changed_is_not_correct(value: Fraction, how: str) -> None:
    changed = {
        "up": value + 1,
        "sign": -value,
        "ten": value * 10,
        "bottom": Fraction(value.numerator, value.denominator + 1),
    }[how]
    if changed == value:
        return
    item = number.build({"answer": str(value)}, _PLAIN)
    assert item.grade(str(changed)).verdict is Verdict.INCORRECT


@given(_TREES)
@settings(max_examples=60, deadline=None)
def test_what_is_shown_reads_back_as_the_same(tree: Node) -> None:
    assert same(parse(show(tree)), tree)


@given(_TREES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_terms_and_factors_may_stand_in_any_order(tree: Node, dice: object) -> None:
    item = expression.build({"answer": show(tree)}, _PLAIN)
    grade = item.grade(show(_shuffled(tree, dice)))
    assert grade.verdict is Verdict.CORRECT, grade


def _shuffled(node: Node, dice: object) -> Node:
    match node:
        case Sum(terms=terms):
            parts = [_shuffled(t, dice) for t in terms]
            dice.shuffle(parts)  # type: ignore[attr-defined]
            return Sum(tuple(parts))
        case Product(factors=factors):
            parts = [_shuffled(f, dice) for f in factors]
            dice.shuffle(parts)  # type: ignore[attr-defined]
            return Product(tuple(parts), True)
        case Neg(of=of):
            return Neg(_shuffled(of, dice))
        case _:
            return node


@given(_TREES, st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_something_added_is_never_correct(tree: Node, extra: int) -> None:
    item = expression.build({"answer": show(tree)}, _PLAIN)
    for other in (
        Sum((tree, _num(extra))),
        Sum((tree, Name("x"))),
        Product((tree, Name("z")), True),
    ):
        if not same(other, tree):
            assert item.grade(show(other)).verdict is not Verdict.CORRECT
    assert item.grade(show(Sum((tree, _num(extra))))).verdict is Verdict.INCORRECT


@given(
    st.integers(1, 999),
    st.sampled_from(
        [
            ("km", "m", 1000),
            ("m", "cm", 100),
            ("kg", "g", 1000),
            ("h", "min", 60),
            ("L", "mL", 1000),
        ]
    ),
)
@settings(max_examples=80, deadline=None)
def test_a_converted_quantity_is_correct_and_an_unconverted_one_is_not(
    size: int, pair: tuple[str, str, int]
) -> None:
    large, small, factor = pair
    item = units.build({"answer": f"{size} {large}"}, _PLAIN)
    assert item.grade(f"{size * factor} {small}").verdict is Verdict.CORRECT
    assert item.grade(f"{size} {small}").verdict is Verdict.INCORRECT
    assert item.grade(str(size)).verdict is Verdict.PARTIAL


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_the_parser_raise_anything_but_unreadable(text: str) -> None:
    with suppress(Unreadable):
        parse(text)
