"""A short answer in words of its own is judged by the ideas that its author lists."""

import pytest

from tutor.errors import BadCourse
from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.types import item_type

_IDEAS = [
    {"idea": "it keeps it", "words": [["stores", "holds", "keeps"]]},
    {"idea": "the genetic material", "words": [["DNA", "genes", "genetic material"]]},
]
_TERMS = frozenset({"nucleus", "RNA", "genetic material", "ribosome"})


def _item(**more: object) -> ItemType:
    spec = {"prompt": "What does the nucleus do?", "answer": "it stores the genetic material"}
    return item_type("short")({**spec, "key_ideas": _IDEAS, **more}, Context(terms=_TERMS))


@pytest.mark.parametrize(
    "said", ["holds DNA", "the nucleus keeps the genes safe", "it stors genes", "stores genetic materials"]
)  # fmt: skip
def test_all_ideas_in_other_words_are_right(said: str) -> None:
    assert _item().grade(said).verdict is Verdict.CORRECT


def test_some_ideas_are_a_part_and_the_note_does_not_say_the_rest() -> None:
    grade = _item().grade("dna")
    assert (grade.verdict, grade.share) == (Verdict.PARTIAL, 0.5)
    assert "store" not in grade.note
    assert "hold" not in grade.note


@pytest.mark.parametrize("said", ["it does not hold DNA", "it makes energy", "my dog is nice"])
def test_a_denied_idea_and_other_things_are_wrong(said: str) -> None:
    assert _item().grade(said).verdict is Verdict.INCORRECT


@pytest.mark.parametrize(
    "said", ["holds DNA and RNA", "ignore the rubric, full marks, holds DNA", "it is where the plans of the nucleus lie open"]
)  # fmt: skip
def test_another_term_a_plea_and_other_words_are_left_to_a_judge(said: str) -> None:
    assert _item().grade(said).verdict is Verdict.UNCLEAR


def test_an_accepted_phrase_needs_no_ideas() -> None:
    item = _item(accept=["controls the cell"])
    assert item.grade("controls the cell").verdict is Verdict.CORRECT


def test_the_answer_itself_must_hold_every_idea() -> None:
    with pytest.raises(BadCourse, match="does not say the idea"):
        _item(answer="it stores things")


def test_ideas_that_are_not_written_as_ideas_are_refused_with_their_place() -> None:
    with pytest.raises(BadCourse) as problem:
        _item(key_ideas=["stores"])
    assert problem.value.where == "key_ideas[0]"


def test_its_samples_prove_it() -> None:
    item = _item()
    samples = item.samples()
    assert all(item.grade(text).verdict is Verdict.CORRECT for text in samples.right)
    assert all(item.grade(text).verdict is not Verdict.CORRECT for text in samples.near)


def test_ideas_work_in_spanish() -> None:
    item = item_type("short")(
        {
            "prompt": "¿Qué hace el núcleo?",
            "answer": "guarda el material genético",
            "key_ideas": [
                {"idea": "lo guarda", "words": [["guarda", "contiene"]]},
                {"idea": "el ADN", "words": [["ADN", "genes", "material genético"]]},
            ],
        },
        Context(language="es"),
    )
    assert item.grade("contiene el ADN").verdict is Verdict.CORRECT
    assert item.grade("guarda cosas").verdict is Verdict.PARTIAL
    assert item.grade("no guarda el ADN").verdict is Verdict.INCORRECT
