"""The work of one grade is bounded, counted in function calls so that a busy machine changes nothing."""

import importlib
import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest

from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.maths.effort import STEPS, TooLong, bounded, spend
from tutor.items.maths.notation.lexer import MAX_TEXT
from tutor.items.steps import check_algebra
from tutor.items.worked import final_line, worked_in

_MOST_CALLS = 200_000  # 40 to 60 ms of one core
_SPECS: tuple[tuple[str, dict[str, object]], ...] = (
    ("number", {"answer": "5"}),
    ("units", {"answer": "12 cm"}),
    ("expression", {"answer": "x^2+1"}),
    ("expression", {"answer": "(x-1)(x+1)", "form": "factored"}),
    ("expression", {"answer": "1/(x-1)+1/(x+1)", "form": "partial_fractions"}),
    ("equation", {"answer": "y=2x+3"}),
    ("inequality", {"answer": "x>2"}),
    ("set", {"answer": "1,2,3"}),
    ("matrix", {"answer": "[[1,2],[3,4]]"}),
    ("antiderivative", {"answer": "x^3/3+C", "of": "x^2"}),
)
_LETTERS = "abcdefghjklmnopqrstuvwxyz"
_HARD = (
    "-" * 38 + "x",
    "√" * 36 + "x",
    "(((" * 12 + "x" + "*2+1)*3+1)*5+1)" * 12,
    "(" * 39 + "x" + ")" * 39, "9**9**9**9", "9^99999", "(1+x)^40", "(x+y+z)^30", "(a+b+c+d+e)^12",
    "*".join(f"(x+{i})" for i in range(40)), "*".join(f"(x+{c})" for c in _LETTERS),
    f"({'+'.join(_LETTERS)})^2", f"({'+'.join(_LETTERS[:12])})^4", "+".join(f"{i}x^{i}" for i in range(50)),
    "+".join(f"1/(x+{i})" for i in range(30)), "+".join(f"1/(x^2+{i}x+1)" for i in range(16)), "100000!", "20!!!",
    "binomial(1000,500)", "binomial(100000,50000)", "sqrt(" * 30 + "x" + ")" * 30, "√" * 80 + "2",
    "sin(cos(tan(" * 10 + "x" + ")))" * 10, "e^" * 30 + "x", "x^" * 30 + "x", "(((((x^2+1)^2+1)^2+1)^2+1)^2+1)^2",
    "*".join(f"sin({i}x)" for i in range(25)), "|" * 40 + "x" + "|" * 40,
    f"[{','.join('[(x+1)^9,(x+y)^9]' for _ in range(15))}]", f"{{{','.join(f'sqrt({i})' for i in range(50))}}}",
    "x=" + " or x=".join(f"sqrt({i})" for i in range(40)), "x>" + " and x>".join(str(i) for i in range(50)),
    "x^40+3x^17-2x^5+1=0", "sin(1/x)=0", "tan(x)^9=x", "x^3+y^3+z^3=1 and x^2+y^2=z and x*y*z=2",
    "±1±2±3±4±5±6±7±8±9±10", "\\frac{1}{1+" * 25 + "x" + "}" * 25, "\\sum_{k=1}^{199} k^{40}",
    "\\sum_{k=1}^{100000} k", "\\sum_{k=1}^{199}\\sum_{j=1}^{199} k*j",
    "\\sum_{k=1}^{150}\\sum_{j=1}^{150}\\sum_{i=1}^{150} k", f"({'7' * 40})^50", f"({'7' * 40})^(1/7)",
    "log_2(" * 20 + "x" + ")" * 20, "i^i^i^i", "\\begin{pmatrix}" + "1&" * 80 + "1\\end{pmatrix}", "{x|" * 40,
    "]1,2[" * 60, f"R \\setminus {{{'1,' * 100}1}}", "i+j+k" * 60, "+".join(["sqrt(2)i", "sqrt(3)j"] * 20),
    "i think " * 60, "1," * 240, "x=" * 200 + "x", "12 " + "kg*" * 100 + "m",
)  # fmt: skip


def _calls(work: Callable[[], object]) -> int:
    """How many functions, Python's and C's, are called."""
    count = 0

    def counted(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def _items() -> list[ItemType]:
    return [
        importlib.import_module(f"tutor.items.types.{kind}").build(spec, Context())
        for kind, spec in _SPECS
    ]


@pytest.mark.parametrize("text", _HARD, ids=lambda t: repr(t[:20]))
def test_no_response_takes_more_work_than_its_share(text: str) -> None:
    for item in _items():
        assert _calls(lambda item=item: item.grade(text[:MAX_TEXT])) < _MOST_CALLS


def test_the_whole_hard_corpus_is_graded_within_ten_milliseconds_each_on_average() -> None:
    items = _items()
    started = time.process_time()
    for text in _HARD:
        for item in items:
            assert item.grade(text[:MAX_TEXT]).verdict is not Verdict.CORRECT
    assert time.process_time() - started < 0.010 * len(items) * len(_HARD)


def test_a_step_that_does_not_fit_is_not_taken() -> None:
    with bounded() as bound, pytest.raises(TooLong):
        spend(STEPS + 1)
    assert bound.reached


@pytest.mark.parametrize(
    "lines",
    [
        ["sin(x)^9 + cos(x)^7 = x/10"] * 40,
        [f"({'+'.join(_LETTERS[:8])})^3 = 0"] * 40,
        ["x=" + " or x=".join(f"sqrt({i})" for i in range(40))] * 40,
        ["10^400 = 5", "10^(10^5) = 2"],
        [r"\sum_{k=1}^{n}\sum_{j=1}^{199} k*j", r"= n"] * 20,
    ],
)
def test_an_argument_of_many_hard_lines_has_a_bound_of_its_own(lines: list[str]) -> None:
    assert _calls(lambda: check_algebra(lines)) < 4 * _MOST_CALLS


@pytest.mark.parametrize("text", _HARD[::3], ids=lambda t: repr(t[:20]))
def test_no_lines_of_working_take_more_than_their_share(text: str) -> None:
    lines = [text[:400] + "=0"] * 12
    assert _calls(lambda: check_algebra(lines)) < 4 * _MOST_CALLS
    message = "\n".join([*lines, "5"])
    assert _calls(lambda: (worked_in(message), final_line(message))) < 5 * _MOST_CALLS // 4
