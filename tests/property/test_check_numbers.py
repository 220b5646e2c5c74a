"""No writing of a number tells it unnoticed, and unrelated numbers do not trip the gate."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.items.reveal import Secret, told
from tutor.items.reveal.tongues import names
from tutor.items.reveal.worked import evaluate

NUMBERS = st.integers(min_value=13, max_value=9999)
WRITINGS = (
    "The answer is {n}.", "It is **{n}**.", "= {n}", "You get $\\boxed{{{n}}}$.", "It's {n}.0",
    "{spaced} is what comes out.", "The result is {twice}/2.", "It is half of {twice}.",
    "It is one more than {less}.", "Now just work out {less} + 1.", "The answer is {n} %",
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(n=NUMBERS, writing=st.sampled_from(WRITINGS[:-1]))
def test_every_writing_of_a_number_tells_it(n: int, writing: str) -> None:
    text = writing.format(n=n, spaced=" ".join(str(n)), twice=2 * n, less=n - 1)
    assert told(text, Secret.of(str(n), "How many are there?"))


@settings(max_examples=100, deadline=None)
@given(n=st.integers(min_value=13, max_value=999), data=st.data())
def test_a_numbers_name_in_any_language_tells_it(n: int, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names(Fraction(n))))
    assert told(f"… {name}.", Secret.of(str(n), "How many are there?"))


@settings(max_examples=100, deadline=None)
@given(n=NUMBERS, other=NUMBERS)
def test_another_number_does_not_tell_it(n: int, other: int) -> None:
    if n != other:
        assert not told(f"The answer is not far from {other}.", Secret.of(str(n), "How many?"))


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_judged_without_an_error(text: str) -> None:
    told(text, Secret.of("3/4", text))
    told(text, Secret.of(text, "What?"))
    evaluate(text)
