"""For statements, groups, quantities, integrals and reactions: a random rewriting is correct, a random slip is not."""

from fractions import Fraction
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type

_PLAIN = Context()
_FEW = settings(max_examples=40, deadline=None)
_SMALL = st.integers(-9, 9)
_SOME = st.integers(1, 9)


def _verdict(kind: str, spec: dict[str, object], response: str) -> Verdict:
    return item_type(kind)(spec, _PLAIN).grade(response).verdict


@given(_SMALL, _SMALL, _SMALL, st.integers(-5, 5))
@_FEW
def test_a_multiple_of_an_equation_with_sides_turned_is_the_same(
    a: int, b: int, c: int, k: int
) -> None:
    assume(a and b and k)
    spec: dict[str, object] = {"answer": f"{a}x + {b}y = {c}"}
    for text in (
        f"{k * c} = {k * a}x + {k * b}y",
        f"{k * a}x = {k * c} - {k * b}y",
        f"y = ({c} - {a}x)/{b}",
    ):
        assert _verdict("equation", spec, text) is Verdict.CORRECT, text
    for text in (f"{a}x + {b}y = {c + 1}", f"{a}x - {b}y = {c}", f"{b + a * 11}x + {b}y = {c}"):
        assert _verdict("equation", spec, text) is not Verdict.CORRECT, text


@given(_SMALL, _SOME, st.sampled_from(["<", "<=", ">", ">="]))
@_FEW
def test_an_inequality_turns_when_its_sides_do_and_not_otherwise(
    at: int, k: int, sign: str
) -> None:
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}[sign]
    spec: dict[str, object] = {"answer": f"x {sign} {at}"}
    for text in (f"{at} {turned} x", f"-{k}x {turned} {-k * at}", f"{k}x - {k * at} {sign} 0"):
        assert _verdict("inequality", spec, text) is Verdict.CORRECT, text
    ends = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}[sign]
    for text in (f"x {turned} {at}", f"x {ends} {at}", f"-{k}x {sign} {-k * at}", f"x = {at}"):
        assert _verdict("inequality", spec, text) is not Verdict.CORRECT, text


@given(st.lists(_SMALL, min_size=2, max_size=5, unique=True), st.randoms(use_true_random=False))
@_FEW
def test_a_set_has_no_order_and_no_repeats_and_a_list_has_both(
    values: list[int], dice: Random
) -> None:
    mixed = [*values, values[0]]
    dice.shuffle(mixed)
    spec: dict[str, object] = {"answer": ", ".join(map(str, values))}
    text = ", ".join(map(str, mixed))
    assert _verdict("set", spec, "{" + text + "}") is Verdict.CORRECT
    assert _verdict("set", spec, " or ".join(f"x = {v}" for v in mixed)) is Verdict.CORRECT
    assert _verdict("list", spec, text) is not Verdict.CORRECT
    assert _verdict("set", spec, ", ".join(map(str, values[1:]))) is not Verdict.CORRECT
    assert _verdict("set", spec, f"{text}, 77") is not Verdict.CORRECT


@given(_SMALL, _SOME, st.booleans(), st.booleans())
@_FEW
def test_an_interval_is_its_inequality_and_its_brackets_count(
    low: int, size: int, left: bool, right: bool
) -> None:
    high = low + size
    opening, closing = "[" if left else "(", "]" if right else ")"
    spec: dict[str, object] = {"answer": f"{opening}{low}, {high}{closing}"}
    signs = ("<=" if left else "<"), ("<=" if right else "<")
    assert _verdict("interval", spec, f"{low} {signs[0]} x {signs[1]} {high}") is Verdict.CORRECT
    other = f"{'(' if left else '['}{low}, {high}{closing}"
    assert _verdict("interval", spec, other) is not Verdict.CORRECT


@given(st.lists(st.lists(_SMALL, min_size=2, max_size=2), min_size=2, max_size=3))
@_FEW
def test_a_matrix_is_compared_cell_by_cell(rows: list[list[int]]) -> None:
    spec: dict[str, object] = {"answer": rows}
    latex = "\\\\".join("&".join(map(str, row)) for row in rows)
    assert _verdict("matrix", spec, f"\\begin{{bmatrix}}{latex}\\end{{bmatrix}}") is Verdict.CORRECT
    changed = [[*rows[0][:-1], rows[0][-1] + 1], *rows[1:]]
    assert _verdict("matrix", spec, str(changed)) is not Verdict.CORRECT
    assert _verdict("matrix", spec, str([*rows, rows[0]])) is not Verdict.CORRECT


@given(_SOME, st.integers(1, 5), st.sampled_from(["c", "C", "k", "2c", "c + 3", "ln(k)"]))
@_FEW
def test_any_constant_completes_an_integral_and_none_does_not(a: int, n: int, more: str) -> None:
    spec: dict[str, object] = {
        "answer": f"{Fraction(a, n + 1)} x^{n + 1} + C",
        "of": f"{a} x^{n}",
    }
    assert _verdict("antiderivative", spec, f"{a}x^{n + 1}/{n + 1} + {more}") is Verdict.CORRECT
    for text in (f"{a}x^{n + 1}/{n + 1}", f"{a}x^{n + 1} + {more}", f"{a}x^{n}/{n} + {more}"):
        assert _verdict("antiderivative", spec, text) is not Verdict.CORRECT, text


@given(st.integers(1, 6), st.permutations(["CH4", "2O2"]), st.permutations(["CO2", "2H2O"]))
@_FEW
def test_a_reaction_keeps_its_meaning_in_any_order_and_multiple(
    k: int, left: list[str], right: list[str]
) -> None:
    def times(part: str) -> str:
        count, formula = (2, part[1:]) if part.startswith("2") else (1, part)
        return f"{count * k} {formula}"

    spec: dict[str, object] = {"answer": "CH4 + 2O2 -> CO2 + 2H2O"}
    text = " + ".join(map(times, left)) + " → " + " + ".join(map(times, right))
    assert _verdict("chemistry", spec, text) is Verdict.CORRECT
    for wrong in (text.replace("CO2", "CO"), text.replace("→", "+"), text + " + O2"):
        assert _verdict("chemistry", spec, wrong) is not Verdict.CORRECT, wrong


@given(
    st.integers(100, 99_999),
    st.integers(-6, 6),
    st.sampled_from([("m", "km", 3), ("g", "mg", -3), ("s", "ms", -3), ("V", "kV", 3), ("m", "µm", -6)]),
)  # fmt: skip
@_FEW
def test_a_power_of_ten_may_go_into_the_prefix(
    digits: int, power: int, pair: tuple[str, str, int]
) -> None:
    base, prefixed, shift = pair
    spec: dict[str, object] = {"answer": f"{digits}*10^{power} {base}"}
    right = f"{digits} × 10^{power - shift} {prefixed}"
    assert _verdict("units", spec, right) is Verdict.CORRECT
    assert _verdict("units", spec, f"{digits}e{power - shift}{prefixed}") is Verdict.CORRECT
    assert _verdict("units", spec, f"{digits} × 10^{power} {prefixed}") is not Verdict.CORRECT
    assert _verdict("units", spec, f"{digits + 1}e{power} {base}") is not Verdict.CORRECT


@given(st.integers(1000, 9999), st.integers(-5, 5))
@_FEW
def test_figures_are_asked_for_as_written(digits: int, power: int) -> None:
    mantissa = f"{digits / 1000:.3f}"
    spec: dict[str, object] = {
        "answer": f"{mantissa}*10^{power}", "significant_figures": 4, "strict": True,
    }  # fmt: skip
    assert _verdict("number", spec, f"{mantissa}e{power}") is Verdict.CORRECT
    assert _verdict("number", spec, f"{mantissa}0 × 10^{power}") is Verdict.PARTIAL
    assert _verdict("number", spec, f"-{mantissa}e{power}") is Verdict.INCORRECT
    assert _verdict("number", spec, f"{mantissa}e{power + 1}") is Verdict.INCORRECT
