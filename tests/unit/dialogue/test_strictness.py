"""Strictness changes how long the tutor waits, in the real turn, and never whether it tells at all."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support import COURSES, TINY, Talk
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.dialogue.personas.strictness import demands
from tutor.evals.rules.flow import WHYS
from tutor.ids import LearnerId
from tutor.learner_state.events import Attempted


@dataclass
class Strict:
    """Everybody meets the course's persona with a strictness."""

    strictness: int

    async def first_name(self, learner: LearnerId) -> str:
        return "Ada"

    async def persona(self, learner: LearnerId, course: Course) -> Persona:
        return replace(course.persona(), strictness=self.strictness)


def talk_with(strictness: int) -> Talk:
    talk = Talk()
    talk.tutor._faces = Strict(strictness)
    return talk


@pytest.mark.parametrize(
    ("strictness", "moves"),
    [
        (1, ["hint", "tell"]),
        (2, ["hint", "hint", "tell"]),
        (3, ["hint", "hint", "tell"]),
        (5, ["hint", "hint", "tell"]),
    ],
)
async def test_a_lenient_persona_tells_one_round_earlier(strictness, moves):
    talk = talk_with(strictness)
    await talk.open_on("add-words")
    assert [(await talk.wrong()).move for _ in moves] == moves


@pytest.mark.parametrize(("strictness", "tells_after"), [(1, 1), (2, 2)])
async def test_the_answer_is_told_on_request_after_as_many_rounds_as_it_takes(
    strictness, tells_after
):
    talk = talk_with(strictness)
    await talk.open_on("add-words")
    before = []
    for _ in range(tells_after):
        before.append((await talk.say("just tell me the answer")).move)
        await talk.wrong()
    assert set(before) == {"redirect"}
    told = (await talk.say("just tell me the answer")).move
    assert told == "tell"


async def test_a_strict_persona_keeps_the_answer_when_asked_after_two_rounds():
    talk = talk_with(4)
    await talk.open_on("add-words")
    await talk.wrong()
    await talk.wrong()
    assert (await talk.say("just tell me the answer")).move == "redirect"
    assert (await talk.wrong()).move == "tell"


async def whys(strictness: int) -> int:
    talk = talk_with(strictness)
    await talk.open_on("add-t")
    asked = 0
    for _ in range(12):
        opened = (await talk.loaded()).state.open
        if opened is None:
            await talk.say("/next")
            continue
        await talk.right()
        asked += (await talk.loaded()).session.waiting == "why"
    return asked


async def test_a_strict_persona_asks_for_reasons_more_often():
    lenient, usual, strict = [await whys(n) for n in (1, 2, 5)]
    assert lenient <= usual < strict


@pytest.mark.parametrize("strictness", range(1, 6))
def test_no_strictness_breaks_the_teaching_rules(strictness):
    asked = demands(strictness)
    assert asked.rounds <= 3  # the first, and two after help
    assert asked.rounds_choice <= 3
    assert asked.whys_every <= WHYS


QUARTER = """  - id: half-q
    type: number
    difficulty: easy
    prompt: What is half of $1/2$, in lowest terms?
    answer: 1/4
    form: lowest_terms
    hints: [Halve each half., Four such parts make one., It is 1/4.]
    solution: Half of a half is a quarter.
"""


def form_asked(tmp_path: Path, strictness: int, persona: str = "") -> Talk:
    """A talk in a course with an item that asks for a form."""
    shutil.copytree(COURSES / TINY, tmp_path / TINY)
    with (tmp_path / TINY / "items" / "halving.yaml").open("a", encoding="utf-8") as file:
        file.write(QUARTER)
    talk = Talk(courses=tmp_path, persona=persona)
    if not persona:
        talk.tutor._faces = Strict(strictness)
    return talk


@pytest.mark.parametrize(("strictness", "asked_again"), [(1, 0), (2, 1), (3, 1)])
async def test_the_right_value_in_another_form_passes_with_a_remark(
    tmp_path, strictness, asked_again
):
    talk = form_asked(tmp_path, strictness)
    await talk.open_on("half-q")
    for _ in range(asked_again):
        await talk.say("2/8")
        assert (await talk.item()).id == "half-q"
    reply = await talk.say("2/8")
    assert reply.move == "feedback"
    assert "lowest terms" in reply.text
    opened = (await talk.loaded()).state.open
    assert opened is None or opened.item != "half-q"
    attempts = [e for e in await talk.events() if isinstance(e, Attempted)]
    assert {e.verdict for e in attempts} == {"partial"}  # the verdict stays what it was


async def test_a_strict_persona_has_the_form_mended_before_going_on(tmp_path):
    talk = form_asked(tmp_path, 4)
    await talk.open_on("half-q")
    for _ in range(2):
        reply = await talk.say("2/8")
        assert reply.move == "feedback"
        assert (await talk.item()).id == "half-q"
    assert (await talk.say("1/4")).text.split()[0].strip(".,") in {"Yes", "That", "Right"}


async def test_repeating_the_question_is_no_value_in_another_form(tmp_path):
    talk = form_asked(tmp_path, 1)
    await talk.open_on("half-q")
    await talk.say("1/2")
    assert (await talk.item()).id == "half-q"


async def test_homework_lets_no_form_pass(tmp_path):
    talk = form_asked(tmp_path, 1, persona="homework")
    await talk.open_on("half-q")
    await talk.say("2/8"), await talk.say("2/8")
    assert (await talk.item()).id == "half-q"
