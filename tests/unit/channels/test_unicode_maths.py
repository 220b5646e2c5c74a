"""Formulas are readable where there is no MathML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.channels.unicode_maths import readable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"What is $\frac{3}{4} + \frac{1}{4}$?", "What is ¾ + ¼?"),
        (r"$\frac{ 5 }{ 12 }$", "5⁄12"),
        (r"$1\frac{3}{4}$", "1\u202f¾"),
        (r"$\frac{x+1}{2}$", "(x+1)/2"),
        (r"$2 \times 3 \div 4 \le 5$", "2 × 3 ÷ 4 ≤ 5"),
        (r"$x^2 + x^{10}$, $a_1$", "x² + x¹⁰, a₁"),
        (r"$\sqrt{2}$ and $\sqrt{x+1}$", "√2 and √(x+1)"),
        (r"$20\,\text{cm}$", "20cm"),
        (r"costs \$5 and \$10", "costs $5 and $10"),
        ("`$a$` stays", "`$a$` stays"),
        (r"\(\frac12\)", "½"),
        (r"$-3$", "−3"),
        (r"$\unknown{3}$", "unknown3"),
        (r"$90^\circ$", "90°"),
    ],
)
def test_formulas(text, shown):
    assert readable(text) == shown


@given(st.text(alphabet="\\$frac{}^_12 x+-ab", max_size=60))
def test_nothing_raises(text):
    assert isinstance(readable(text), str)


def test_deep_nesting_ends():
    assert isinstance(readable("$" + "{" * 500 + "$"), str)
