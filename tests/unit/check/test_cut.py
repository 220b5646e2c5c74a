"""A word that is only cut off, glued together or put into the learner's own is told."""

import pytest

from tutor.items.reveal import Secret, told


@pytest.mark.parametrize(
    ("question", "answer", "learner", "reply"),
    [
        ("What is vapour turning into drops?", "condensation", "no idea", "We call it conden…"),
        ("Which organelle makes ATP?", "mitochondrion", "nucleus", "It's the mito-something."),
        ("What is the past tense of 'teach'?", "taught", "teached", "Change -each to -aught."),
        ("What is the past tense of 'buy'?", "bought", "buyed", "It rhymes with thought and starts with b."),
        ("Afraid of closed spaces?", "claustrophobic", "agoraphobic", "Replace 'agora' with 'claustro'."),
        ("Factor x^2 + 5x + 6", "(x + 2)(x + 3)", "(x+1)(x+6)", "Replace the 1 with a 2 and the 6 with a 3."),
        ("Factor x^2 + 7x + 12", "(x + 3)(x + 4)", "(x+2)(x+6)", "You need 3 and 4 instead."),
        ("What does print('py' * 2 + 'thon') print?", "pypython", "x", "First comes pypy. Now glue thon to it."),
        ("What is the formula of water?", "H2O", "HO", "You only need a small 2 after the H."),
    ],
)  # fmt: skip
def test_enough_of_the_word_to_know_it(
    question: str, answer: str, learner: str, reply: str
) -> None:
    assert told(reply, Secret.of(answer, question).with_said(learner))


@pytest.mark.parametrize(
    ("question", "answer", "learner", "reply"),
    [
        ("Which organelle makes ATP?", "mitochondrion", "nucleus", "Well… which one breathes?"),
        ("What eats only plants?", "herbivore", "carnivore", "The ending -vore is right."),
        ("What is the past tense of 'buy'?", "bought", "buyed", "What rhymes with thought?"),
        ("Factor x^2 + 7x + 12", "(x + 3)(x + 4)", "(x+2)(x+6)", "For x^2 + 7x + 10 take 2 and 5 instead."),
        ("What does print('py' * 2 + 'thon') print?", "pypython", "x", "For example 'ab' * 3 gives 'ababab'."),
    ],
)  # fmt: skip
def test_a_piece_that_fits_other_words_tells_nothing(
    question: str, answer: str, learner: str, reply: str
) -> None:
    assert not told(reply, Secret.of(answer, question).with_said(learner))
