"""Strictness changes how long the tutor waits, in the real turn, and never whether it tells at all."""

from dataclasses import dataclass, replace

import pytest

from tests.support import Talk
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.dialogue.strictness import demands
from tutor.evals.rules.flow import WHYS
from tutor.ids import LearnerId


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
