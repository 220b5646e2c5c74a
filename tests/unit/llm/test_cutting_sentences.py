"""Cutting a stream into sentences: the same ones, however the text comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.dialogue.wording.sentences import Sentences, finished

CASES = {
    "numbers": (
        "Pi is 3.14 and e is 2.7. That is all! Is it? Yes.",
        ["Pi is 3.14 and e is 2.7. ", "That is all! ", "Is it? ", "Yes."],
    ),
    "abbreviations": (
        "Use e.g. this, i.e. that. Mr. Smith has no. 5 here. No. That is wrong.",
        ["Use e.g. this, i.e. that. ", "Mr. Smith has no. 5 here. ", "No. ", "That is wrong."],
    ),
    "maths": (
        "Look at $x = 2.5$. Then $a. b$ holds! It costs $5. And $10 more. Fine.",
        ["Look at $x = 2.5$. ", "Then $a. b$ holds! ", "It costs $5. ", "And $10 more. ", "Fine."],
    ),
    "displayed maths": ("So $$a. B. c$$ it is. Now \\(x. Y\\) too. Go.",
        ["So $$a. B. c$$ it is. ", "Now \\(x. Y\\) too. ", "Go."]),
    "list": (
        "Steps:\n1. Add the tens.\n2. Add the ones.\n\nNow you. What is it?",
        ["Steps:\n", "1. Add the tens.\n", "2. Add the ones.\n\n", "Now you. ", "What is it?"],
    ),
    "citations": (
        "Light is energy. [1] Plants use it [2]. So do we.[3] End.",
        ["Light is energy. [1] ", "Plants use it [2]. ", "So do we.[3] ", "End."],
    ),
    "Chinese": ("光合作用很重要。植物需要光！你知道吗？", ["光合作用很重要。", "植物需要光！", "你知道吗？"]),
    "Arabic": ("هذا صحيح. هل تعرف لماذا؟ نعم.", ["هذا صحيح. ", "هل تعرف لماذا؟ ", "نعم."]),
    "Spanish": ("¿Qué ves? ¡Bien! Mira aquí.", ["¿Qué ves? ", "¡Bien! ", "Mira aquí."]),
    "code": ("Run `a.b. C` now. Then look.", ["Run `a.b. C` now. ", "Then look."]),
    "fence": (
        "Code:\n```python\nprint('a. B')\n```\nWhat does it print?",
        ["Code:\n", "```python\nprint('a. B')\n```\n", "What does it print?"],
    ),
    "quotes": (
        "She said “Yes.” Then he left. (It was late.) “Why?” he asked.",
        ["She said “Yes.” ", "Then he left. ", "(It was late.) ", "“Why?” he asked."],
    ),
    "dots": ("Hmm... well. Wait… What?", ["Hmm... well. ", "Wait… ", "What?"]),
}  # fmt: skip


def cut(text: str, sizes: list[int]) -> list[str]:
    """The sentences of a text fed in pieces of the given sizes, over and over."""
    cutter, found, at, turn = Sentences(), [], 0, 0
    while at < len(text):
        size = sizes[turn % len(sizes)]
        found += cutter.feed(text[at : at + size])
        at, turn = at + size, turn + 1
    return found + cutter.rest()


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_would_say(case: str):
    text, wanted = CASES[case]
    assert cut(text, [len(text)]) == wanted


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("sizes", [[1], [2, 3], [7], [1, 11]])
def test_pieces_do_not_change_the_sentences(case: str, sizes: list[int]):
    text, wanted = CASES[case]
    assert cut(text, sizes) == wanted


@given(
    st.text(alphabet='ab AB.!?$`\\()[]1-\n"”。؟:|*', max_size=80),
    st.lists(st.integers(1, 9), min_size=1, max_size=5),
)
def test_any_text_comes_out_whole_and_the_same_however_it_is_cut(text: str, sizes: list[int]):
    whole = cut(text, [max(1, len(text))])
    assert "".join(whole).strip() == text.strip()
    assert cut(text, sizes) == whole


def test_a_sentence_comes_out_before_the_text_ends():
    cutter = Sentences()
    assert cutter.feed("One is done. T") == ["One is done. "]


def test_a_text_without_an_end_is_cut_all_the_same():
    cutter = Sentences()
    found = cutter.feed("word " * 2_000)
    assert found
    assert all(len(s) <= 2_000 for s in found)


@pytest.mark.parametrize(
    "text", ["Done.", "Done!”", "Is it? [1]", "So $x = 3$", "- point", "好。", "Yes 🙂"]
)
def test_these_read_as_ended(text: str):
    assert finished(text)


@pytest.mark.parametrize("text", ["The next step is", "Because the", "It is 3 and", "a,"])
def test_these_read_as_cut_off(text: str):
    assert not finished(text)
