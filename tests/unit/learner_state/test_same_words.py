"""Which words count as the same, where a teacher decided for everyone."""

import pytest

from tutor.learner_state.precedents import same_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The water leaves it", "the water  leaves it."),
        ("it doesn’t split", "it doesn't split"),
        ("“osmosis”", "Osmosis!"),
    ],
)
def test_case_spaces_quotes_and_the_end_do_not_matter(one, other):
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x+1", "x-1"), ("3.5", "35"), ("1/2", "12"), ("-4", "4"), ("x²", "x2"), ("5%", "5"),
        ("it does split", "it does not split"), ("a, b", "b, a"), ("is it 4?", "is it 4"),
    ],
)  # fmt: skip
def test_every_sign_inside_does(one, other):
    assert same_words(one) != same_words(other)
