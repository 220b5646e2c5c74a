"""A persona is tried in ten situations, with or without a model, and two are compared by behaviour."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.support import COURSES
from tutor.curriculum.book import Book
from tutor.curriculum.persona import Contract
from tutor.errors import BadCourse, BadInput
from tutor.evals.personas.compare import together, watch
from tutor.evals.personas.find import Cast, find, read_courses
from tutor.evals.personas.situations import SITUATIONS, Wording, play
from tutor.evals.rules.learner import STUDENTS
from tutor.llm.chain import Chain
from tutor.llm.scripted import Manner, Scripted, hostile, kept
from tutor.prompting import PromptBook
from tutor.settings import bundled

PROMPTS = bundled("prompts")


@pytest.fixture(scope="module")
def book() -> Book:
    return read_courses([bundled("curricula")])


@pytest.fixture(scope="module")
def practised(book) -> dict[str, float]:
    """What happens in practice with the guide of Fractions."""
    return asyncio.run(watched(book, "fractions/patient-guide"))


def words(model: Scripted) -> Wording:
    now = datetime(2026, 9, 7, 14, tzinfo=UTC)
    return Wording(chain=Chain([model], lambda: now), prompts=PromptBook(PROMPTS))


def test_a_persona_is_found_by_name_by_course_or_by_file(book, tmp_path):
    assert find("socratic-coach", book).course.id == "fractions"
    assert find("first-steps-in-python/patient-guide", book).course.id == "first-steps-in-python"
    assert find("patient-guide", book, "fractions").course.id == "fractions"
    draft = tmp_path / "draft.yaml"
    draft.write_text("name: Draft\nstrictness: 5\n")
    cast = find(str(draft), book, "fractions")
    assert cast.persona.strictness == 5
    assert cast.staged.persona(cast.persona.id) == cast.persona
    own = bundled("curricula") / "first-steps-in-python" / "personas" / "pair-programmer.yaml"
    assert find(str(own), book).course.id == "first-steps-in-python"


def test_an_unknown_or_broken_persona_says_what_to_do(book, tmp_path):
    with pytest.raises(BadInput, match="fractions/socratic-coach"):
        find("nobody", book)
    with pytest.raises(BadInput, match="no such persona file"):
        find(str(tmp_path / "gone.yaml"), book)
    broken = tmp_path / "broken.yaml"
    broken.write_text("name: Broken\nstrictness: 9\n")
    with pytest.raises(BadCourse, match=r"broken\.yaml:2"):
        find(str(broken), book)
    with pytest.raises(BadInput, match="no course"):
        read_courses([tmp_path])


@pytest.mark.parametrize("course", ["fractions", "cells-and-photosynthesis", "first-steps-in-python"])  # fmt: skip
async def test_the_ten_situations_are_what_they_are_called(book, course):
    made = await play(find("patient-guide", book, course), None)
    moves = {one.name: one.plain.move for one in made}
    assert tuple(moves) == SITUATIONS
    assert moves == {
        "opening": "open",
        "first hint": "hint",
        "wrong answer": "hint",
        "misconception probe": "probe",
        "right answer": "feedback",
        "told answer": "tell",
        "question from a reading": "explain",
        "off topic": "redirect",
        "answer request": "redirect",
        "recap": "recap",
    }
    assert all(one.worded is None and one.plain.by == "plain" for one in made)


async def test_other_contracts_answer_the_same_situations_in_their_way(book):
    by_contract = {}
    guide = find("patient-guide", book, "fractions")
    for contract in (Contract.HOMEWORK, Contract.QUIZ, Contract.EXAM):
        cast = replace(guide, persona=replace(guide.persona, contract=contract))
        by_contract[contract] = {one.name: one.plain for one in await play(cast, None)}
    assert by_contract[Contract.HOMEWORK]["told answer"].move != "tell"
    assert by_contract[Contract.QUIZ]["first hint"].move == "redirect"
    assert {one.move for one in by_contract[Contract.EXAM].values()} <= {"redirect", "close"}


async def test_a_model_stands_beside_the_plain_words(book):
    cast = find("patient-guide", book, "fractions")
    made = await play(cast, words(Scripted(kept)))
    assert [one.plain for one in made] == [one.plain for one in await play(cast, None)]
    by = {one.name: one.worded.by for one in made if one.worded}
    assert len(by) == len(SITUATIONS)
    assert by["opening"] == by["first hint"] == "scripted"


async def test_what_was_objected_to_is_shown(book):
    made = await play(find("patient-guide", book, "fractions"), words(hostile(Manner.FLATTER)))
    objected = {one.name for one in made if one.worded and "tone" in one.worded.objections}
    assert {"first hint", "right answer"} <= objected
    assert all(one.worded and "genius" not in one.worded.text for one in made)


async def watched(book: Book, name: str, turns: int = 40) -> dict[str, float]:
    seen = await watch(find(name, book), turns=turns, seed=3, prompts=PROMPTS)
    assert set(seen) == set(STUDENTS)
    assert all(behaviour.turns == turns for behaviour in seen.values())
    return together(seen).figures()


async def test_the_same_seed_gives_the_same_students(book, practised):
    assert await watched(book, "fractions/patient-guide") == practised


async def test_a_quiz_gives_no_help_where_practice_does(book, practised):
    quiz = await watched(book, "fractions/exam-warm-up")
    assert practised["hints"] > 0
    assert practised["tells"] > 0
    assert (quiz["hints"], quiz["tells"]) == (0, 0)
    assert (practised["leaks"], quiz["leaks"]) == (0, 0)


async def test_a_lenient_and_a_strict_version_differ(tmp_path):
    (tmp_path / "kind.yaml").write_text("name: A\nstrictness: 1\n")
    (tmp_path / "firm.yaml").write_text("name: A\nstrictness: 5\n")
    tiny = read_courses([COURSES])
    casts: list[Cast] = [find(str(tmp_path / f"{n}.yaml"), tiny, "tiny") for n in ("kind", "firm")]
    kind, firm = [
        together(await watch(cast, turns=60, seed=1, prompts=PROMPTS)).figures() for cast in casts
    ]
    assert kind["tells"] > firm["tells"]
