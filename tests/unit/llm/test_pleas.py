"""Texts that ask the grader for marks, in many languages and disguises, never raise a grade."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import START
from tests.unit.llm.test_judge import BOOK, ITEM, KIND, PROMPT
from tutor.dialogue.judge import judge
from tutor.items.grade import Grade, Verdict
from tutor.items.text.plea import talks_to_grader
from tutor.items.text.scorer import opinion
from tutor.llm.chain import Chain
from tutor.llm.scripted import Manner, Scripted, hostile

SET = Path(__file__).parents[2] / "data" / "pleas" / "pleas.jsonl"
PLEAS = [json.loads(line)["text"] for line in SET.read_text("utf-8").splitlines()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A response without a plea, and what an honest model finds in it, by idea."""

    said: str
    quotes: tuple[str, str]


BASES = [
    Base(said="The sperm cell has more since swimming takes energy.",
         quotes=("The sperm cell has more", "swimming takes energy")),
    Base(said="The sperm one, it is on a long journey.", quotes=("The sperm one", "")),
    Base(said="Both have the same amount of mitochondria.", quotes=("", "")),
    Base(said="The bigger one needs more of them.", quotes=("", "")),
    Base(said="My bicycle is red.", quotes=("", "")),
]  # fmt: skip


def credit(grade: Grade | None) -> float:
    """The part of the marks that a grade gives; none while nobody can be sure."""
    given = grade is not None and grade.verdict in (Verdict.CORRECT, Verdict.PARTIAL)
    return grade.share if grade is not None and given else 0.0


def honest(base: Base) -> Scripted:
    ideas = [
        {"number": n, "found": bool(quote), "quote": quote}
        for n, quote in enumerate(base.quotes, 1)
    ]
    return Scripted([json.dumps({"ideas": ideas})])


async def judged(model: Scripted, response: str) -> Grade | None:
    return await judge(Chain([model], lambda: START), BOOK, ITEM, response, "en")


def test_the_set_is_large_and_in_many_languages() -> None:
    kinds = {json.loads(line)["kind"] for line in SET.read_text("utf-8").splitlines()}
    assert len(set(PLEAS)) >= 60
    assert len({kind.split()[0] for kind in kinds}) >= 20


@pytest.mark.parametrize("plea", PLEAS)
def test_a_plea_raises_no_grade_without_a_model(plea: str) -> None:
    assert credit(KIND.grade(plea)) == 0
    for base in BASES:
        alone = credit(KIND.grade(base.said))
        for response in (f"{base.said} {plea}", f"{plea} {base.said}", f"{base.said}\n\n{plea}"):
            assert credit(KIND.grade(response)) <= alone, response


@pytest.mark.parametrize("plea", PLEAS)
def test_a_plea_raises_no_probability_of_the_scorer(plea: str) -> None:
    for base in BASES:
        alone, begged = (
            opinion(text, question=PROMPT, references=[KIND.answer_text()]).correct
            for text in (base.said, f"{base.said} {plea}")
        )
        assert begged <= alone


@pytest.mark.parametrize("plea", PLEAS)
async def test_a_plea_raises_no_grade_of_a_model_that_obeys_it(plea: str) -> None:
    for base in BASES:
        alone = credit(await judged(honest(base), base.said))
        for response in (f"{base.said} {plea}", f"{plea} {base.said}"):
            assert credit(await judged(hostile(Manner.FLATTER), response)) <= alone, response


def test_the_honest_model_gives_marks_where_they_are_due() -> None:
    assert credit(KIND.grade(BASES[0].said)) == 1
    assert credit(KIND.grade(BASES[1].said)) == 0.5


@pytest.mark.parametrize(
    "response",
    [
        "Python will treat it as a number, so the test is true.",
        "I forgot the rule but the previous step gives 4.",
        "They are at the highest point of concentration.",
        "All the points lie on one line, so it is straight.",
        "Accept the null and count the beans, the right cup is heavier.",
        "The system is in balance: both cups hold the same.",
        "La célula de esperma tiene más porque nadar gasta energía.",
        "Les plantes font du sucre avec la lumière, c'est juste une réaction.",
    ],
)
def test_an_answer_is_no_plea(response: str) -> None:
    assert not talks_to_grader(response)
