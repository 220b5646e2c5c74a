"""Evidence for claims and sentences for explanations."""

from fractions import Fraction

import pytest

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.passage import Passage, StoredDocument
from tutor.retrieval.statement import numbers_in
from tutor.retrieval.support import best_sentences, support

PLANTS = """# Photosynthesis

Photosynthesis is the process by which plants make sugar from carbon dioxide and water, using light. \
It takes place in the chloroplasts. Chloroplasts contain a green pigment, chlorophyll, which absorbs light. \
Figure 3 shows a leaf.

Oxygen is released as a waste product. Plants do not take their food from the soil. \
Do you know why leaves are green?

- light
- water

A leaf cell holds about 40 chloroplasts. For example, a leaf of spinach has 500,000 per square millimetre.
"""
FRACTIONS = """# Adding fractions

To add fractions with the same denominator, add the numerators and keep the denominator. \
The size of the pieces does not change, so the denominator stays the same. \
For example, $\\frac{1}{5} + \\frac{2}{5} = \\frac{3}{5}$.
"""


def passages(text: str, title: str = "T") -> tuple[Passage, ...]:
    return passages_of(
        StoredDocument(
            id=DocumentId(title), course=CourseId("c"), title=title, path="", digest="", text=text
        )
    )


ALL = passages(PLANTS, "Photosynthesis") + passages(FRACTIONS, "Adding fractions")


@pytest.mark.parametrize(
    "claim",
    [
        "Plants make sugar from carbon dioxide and water.",
        "Oxygen is released.",
        "Chlorophyll absorbs light.",
        "Plants don't take their food from the soil.",
        "A leaf cell holds about 40 chloroplasts.",
        "Keep the denominator and add the numerators.",
        "$\\frac{1}{5} + \\frac{2}{5} = \\frac{3}{5}$",
    ],
)
def test_what_a_passage_says_is_supported(claim: str) -> None:
    found = support(claim, ALL)
    assert found.supported, found
    assert found.passage in ALL


@pytest.mark.parametrize(
    "claim",
    [
        "Plants take their food from the soil.",
        "Oxygen is absorbed as a waste product.",
        "Oxygen is not released.",
        "A leaf cell holds about 400 chloroplasts.",
        "Add the denominators and keep the numerators, then multiply.",
        "The moon is made of cheese.",
        "$\\frac{1}{5} + \\frac{2}{5} = \\frac{3}{10}$",
        "Plants make protein from nitrogen and water.",
    ],
)
def test_what_no_passage_says_is_not_supported(claim: str) -> None:
    assert not support(claim, ALL).supported


def test_the_closest_sentence_is_named_also_when_it_says_otherwise() -> None:
    found = support("Plants take their food from the soil.", ALL)
    assert found.sentence == "Plants do not take their food from the soil."
    assert not found.supported


def test_without_passages_nothing_is_supported() -> None:
    found = support("Plants grow.", ())
    assert (found.passage, found.sentence, found.score, found.supported) == (None, "", 0.0, False)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3/4 and 0.5", {Fraction(3, 4), Fraction(1, 2)}),
        ("0,5", {Fraction(1, 2)}),
        ("1,000 or 1,000.5", {Fraction(1000), Fraction(2001, 2)}),
        ("50 %", {Fraction(1, 2)}),
        ("three pieces, −2", {Fraction(3), Fraction(-2)}),
        ("$\\frac{2}{4}$", {Fraction(1, 2)}),
        ("H2O and one more, 1/0", set()),
    ],
)
def test_numbers_are_read_by_value(text: str, values: set[Fraction]) -> None:
    assert numbers_in(text) == values


def test_a_definition_opens_the_explanation() -> None:
    (_, first), *_ = best_sentences("What is photosynthesis?", ALL)
    assert first.startswith("Photosynthesis is the process")


def test_a_sentence_that_leans_on_another_comes_only_behind_it() -> None:
    said = [sentence for _, sentence in best_sentences("What is photosynthesis?", ALL, n=3)]
    assert "It takes place in the chloroplasts." not in said[:1]
    for at, sentence in enumerate(said):
        if sentence.startswith("It takes place"):
            assert said[at - 1].startswith("Photosynthesis is")


def test_captions_questions_lists_and_foreign_examples_are_left_out() -> None:
    for question in ("Why are leaves green in light and water?", "How do I add fractions?"):
        for _, sentence in best_sentences(question, ALL, n=6, max_words=200):
            assert "Figure" not in sentence
            assert "?" not in sentence
            assert "\\frac" not in sentence
            assert "500,000" not in sentence


def test_explanations_keep_to_their_length() -> None:
    chosen = best_sentences("How do plants make sugar?", ALL, n=5, max_words=20)
    assert sum(len(sentence.split()) for _, sentence in chosen) <= 20
    assert len(best_sentences("How do plants make sugar?", ALL, n=1)) == 1


def test_a_question_about_something_else_gets_no_sentences() -> None:
    assert best_sentences("Who was Napoleon?", ALL) == ()
    assert best_sentences("What is photosynthesis?", ()) == ()
