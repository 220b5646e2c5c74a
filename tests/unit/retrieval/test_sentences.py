"""Cutting text into sentences and prose out of passages."""

import pytest

from tutor.retrieval.prose import prose_of
from tutor.retrieval.sentences import plain, sentences_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It is 3.5 cm long. That is short.", ["It is 3.5 cm long.", "That is short."]),
        ("Plants, e.g. mosses, grow. Done.", ["Plants, e.g. mosses, grow.", "Done."]),
        ("Dr. Smith said so. He left.", ["Dr. Smith said so.", "He left."]),
        ("Written by J. Smith in May. Read it.", ["Written by J. Smith in May.", "Read it."]),
        ("We need vitamin C. It heals.", ["We need vitamin C.", "It heals."]),
        ("So $a = 1. B$ holds. Next.", ["So $a = 1. B$ holds.", "Next."]),
        ("He said “Stop.” Then he left.", ["He said “Stop.”", "Then he left."]),
        ("细胞有核。它很小！", ["细胞有核。", "它很小！"]),
        ("هل تنمو؟ نعم تنمو.", ["هل تنمو؟", "نعم تنمو."]),
        ("no end here", ["no end here"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert [one.text for one in sentences_of(text)] == expected


def test_sentences_know_their_place() -> None:
    text = "  One here.  Two there. "
    for one in sentences_of(text):
        assert text[one.start : one.end] == one.text


def test_plain_words_lose_marks_but_keep_maths() -> None:
    assert (
        plain("The **bold** [link](x) and $a*b*c$ and\n_this_")
        == "The bold link and $a*b*c$ and this"
    )
    assert plain("snake_case_name and 2*3*4") == "snake_case_name and 2*3*4"


def test_prose_leaves_out_what_is_not_running_text() -> None:
    text = (
        "## Heading\n\nCells are small. They divide.\n\n- a point\n- another\n\n"
        "| a | b |\n|---|---|\n\n```python\nprint('x.')\n\nmore. code.\n```\n\nFigure 3: A cell.\n\n"
        "There are two kinds. They are:\n1. plants\n2. animals\n\n> A quotation."
    )
    assert prose_of(text) == ("Cells are small.", "They divide.", "There are two kinds.")


def test_bold_words_that_head_a_paragraph_are_no_sentence_of_it() -> None:
    slips = "**Adding tops and bottoms.** The bottom numbers are names.\n\n**Larger bottom, larger fraction?** No."
    assert prose_of(slips) == ("The bottom numbers are names.", "No.")
    assert prose_of("**Osmosis** is the movement of water.") == (
        "Osmosis is the movement of water.",
    )
