"""Whole conversations typed by children's hands: nothing said beside the task is graded twice, and no reply repeats itself."""

from pathlib import Path

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.learner_state.events import Attempted
from tutor.settings import bundled

TALKS = sorted((Path(__file__).parents[1] / "data" / "talk").glob("*.txt"))
COURSES = {
    "fractions": "fractions",
    "cells": "cells-and-photosynthesis",
    "python": "first-steps-in-python",
}
SMALL = 12  # replies to a message that are as short as this may come again (“All right.”)


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
async def test_every_message_gets_a_reply_that_is_not_the_last_one_again(path: Path) -> None:
    course = CourseId(COURSES[path.stem.partition("_")[0]])
    talk = Talk(course=course, courses=bundled("curricula"))
    last = (await talk.say("/start")).text
    for line in path.read_text(encoding="utf-8").splitlines():
        reply = await talk.say(line)
        assert reply.text
        assert reply.text != last or len(reply.text.split()) <= SMALL, line
        last = reply.text
    tried = [event.message for event in await talk.events() if isinstance(event, Attempted)]
    assert len(tried) == len(set(tried))
